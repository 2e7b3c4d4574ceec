"""An office in memory, for what surrounds the orders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.ledger import FakeLedger
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import a_profile, an_order, company_facts
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.prerequisites import BoardRow, Prerequisite
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.services.office import Connection, Watcher
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.prerequisites import PrerequisiteBoard
from tripletex_wizard.services.transfer import TransferService

PATIENCE_S = 10


class HeldBoard(PrerequisiteBoard):
    """Checks no row in `held` before it is set."""

    held: Event
    asked: list[Prerequisite]

    def check(self, prerequisite: Prerequisite) -> BoardRow:
        self.asked.append(prerequisite)
        if prerequisite is Prerequisite.VAT:
            assert self.held.wait(PATIENCE_S)
        return super().check(prerequisite)


@dataclass
class OfficeOnFakes:
    """While `failure` is set nothing opens; the VAT row is answered only while `vat` is set."""

    profile: Profile = field(default_factory=a_profile)
    ledger: FakeLedger = field(default_factory=lambda: FakeLedger(company_facts()))
    webshop: FakeWebshop = field(default_factory=lambda: FakeWebshop(an_order("10457")))
    clock: FakeClock = field(default_factory=FakeClock)
    vat: Event = field(default_factory=Event)
    failure: AppError | None = None
    opened: int = 0
    closed: int = 0
    asked: list[Prerequisite] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.journal = MemoryJournal(self.clock)
        self.vat.set()

    @contextmanager
    def open(self, watcher: Watcher) -> Iterator[Connection]:
        self.opened += 1
        if self.failure:
            raise self.failure
        board = HeldBoard(self.ledger, self.webshop, self.clock, self.profile)
        board.held, board.asked = self.vat, self.asked
        yield Connection(
            self.profile,
            OrderService(self.webshop, self.journal, self.profile),
            TransferService(
                self.ledger, self.journal, self.clock, self.profile, "kari@pc1", self.webshop
            ),
            board,
        )
        self.closed += 1
