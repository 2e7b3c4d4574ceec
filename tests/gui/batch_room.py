"""A shop with orders and a company to transfer them to, for the dialogs of the order window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast

from tests.fakes.runner import ManualRunner
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import OSLO, a_guest, a_line, an_order
from tests.unit.services.desk import Desk
from tripletex_wizard.domain.errors import AppError, Code, OrderRejected
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.documents.summary_files import SummaryDesk
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.work.batch import Terms
from tripletex_wizard.gui.orders.work.batch_run import BatchRun
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.services.office import Connection, Watcher
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.prerequisites import PrerequisiteBoard

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=OSLO)


def numbered(count: int) -> list[Order]:
    return [an_order(str(10457 + place)) for place in range(count)]


def wrong_rate(number: str = "10474") -> Order:
    """It is stopped: the set-up has no code for its rate."""
    return an_order(number, customer=a_guest("Åse Prøvesen"), lines=[a_line(rate="17")])


def refused() -> AppError:
    return OrderRejected(
        Code.REJECTED,
        text="Organisasjonsnummeret er ugyldig.",
        field="organizationNumber",
        code=18000,
        status=422,
    )


@dataclass
class Room:
    """Implements `Office`; `written` is what was saved, `failure` what saving or opening raises."""

    orders: Sequence[Order]
    desk: Desk = field(default_factory=Desk)
    runner: ManualRunner = field(default_factory=ManualRunner)
    written: dict[Path, bytes] = field(default_factory=dict)
    write_failure: AppError | None = None
    open_failure: AppError | None = None

    def __post_init__(self) -> None:
        self.webshop = self.desk.webshop = FakeWebshop(*self.orders)
        self.controller = OrderController(self, self.profile, self.runner)
        self.controller.load()
        self.runner.answer_all()

    @property
    def profile(self) -> Profile:
        return self.desk.profile

    @property
    def terms(self) -> Terms:
        return Terms(Choice(), self.profile)

    @property
    def run(self) -> BatchRun:
        """What the running job reports to."""
        return self.controller._run

    @contextmanager
    def open(self, watcher: Watcher) -> Iterator[Connection]:
        if self.open_failure:
            raise self.open_failure
        orders = OrderService(self.webshop, self.desk.journal, self.profile)
        board = cast("PrerequisiteBoard", None)
        yield Connection(self.profile, orders, self.desk.service, board)

    @property
    def summary_desk(self) -> SummaryDesk:
        return SummaryDesk(Maker("Kari", "KONTOR-PC", "0.1.0"), lambda: NOW, self._write)

    def begin(self) -> BatchDialog:
        """A dialog that follows a batch of all orders whose work has not been done yet."""
        self.controller.transfer(tuple(self.controller.standings), Choice())
        return BatchDialog(self.controller, self.summary_desk, self.runner, second_ms=10)

    def _write(self, path: Path, content: bytes) -> None:
        if self.write_failure:
            raise self.write_failure
        self.written[path] = content
