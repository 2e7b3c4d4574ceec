"""The program with its journal on disk, over HTTP to practice servers, on a clock that jumps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.e2e.books import Books, doubles
from tests.e2e.checked_requests import RequestCheck, checking
from tests.fakes.clock import NINE, FakeClock
from tripletex_wizard import app
from tripletex_wizard.adapters.addresses import MYSTORE_VARIABLE, TRIPLETEX_VARIABLE
from tripletex_wizard.adapters.secrets import MemorySecrets
from tripletex_wizard.cli.practice import SETUP_FILE
from tripletex_wizard.domain.errors import AppError, Code, Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.practice.fault_layer import FaultLayer
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.document import Document
from tripletex_wizard.practice.seed import yarn_shop
from tripletex_wizard.services.orders import oldest_first

PROFILE = "Fjord Garn"
# places in the yarn shop's list of orders
GUEST, OPEN_ORDER, VIPPS, DISCOUNT, GIFT_CARD_IN_PART = 12, 16, 56, 58, 59
KARIS = (42, VIPPS)
VIPPS_NUMBER = "10457"

Outcomes = dict[str, Outcome]
"""By shop order number."""


@lru_cache(maxsize=1)
def all_documents() -> tuple[Document, ...]:
    return tuple(yarn_shop(1, today=NINE.date()))


def outcome_codes(outcome: Outcome) -> list[Code]:
    return [problem.code for problem in outcome.problems]


@dataclass
class Office:
    """One PC with its folder; each `transfer` is a run of the program over what is pending."""

    servers: PracticeServers
    clock: FakeClock
    folder: Path
    check: RequestCheck
    secrets: MemorySecrets = field(default_factory=MemorySecrets)

    @property
    def program(self) -> app.Program:
        environ = {
            TRIPLETEX_VARIABLE: self.servers.tripletex_url,
            MYSTORE_VARIABLE: self.servers.mystore_url,
        }
        return app.Program(self.folder, secrets=self.secrets, environ=environ)

    def set_up(self, employee_token: str = "", **changes: Any) -> None:
        program, servers = self.program, self.servers
        tokens = {
            "consumer": Secret(servers.consumer_token),
            "employee": Secret(employee_token or servers.employee_token),
            "mystore": Secret(servers.mystore_token),
        }
        request = replace(program.read_setup_file(SETUP_FILE), **changes)
        program.save_setup(PROFILE, request, tokens)

    def transfer(
        self,
        choice: Choice | None = None,
        only: Callable[[Order | UnreadableOrder], bool] = lambda _order: True,
    ) -> Outcomes:
        """Raises AppError when the run could not begin."""
        with self.program.connect(PROFILE) as connection:
            orders = [each for each in oldest_first(connection.orders.pending()) if only(each)]
            events = connection.transfer.transfer_batch(orders, choice or Choice())
            return {each.order_number: each for each in events if isinstance(each, Outcome)}

    def try_transfer(self) -> Outcomes | Problem:
        """As `transfer`; the reason when the run could not begin."""
        try:
            return self.transfer()
        except AppError as error:
            return error.problem

    def strike(self, kind: str, method: str = "*", path: str = "*", **more: Any) -> None:
        self.servers.faults.add(Fault("tripletex", kind, method=method, path=path, **more))

    def forget_faults(self) -> None:
        self.servers.faults.clear()

    def rename_customers(self, name: str) -> None:
        """As somebody may do in Tripletex."""
        store = self.servers.tripletex.books.store
        for customer in store.all("customer"):
            store.change("customer", customer["id"], {"name": name})

    def state(self) -> dict[str, Any]:
        """With the late effects that are due, which only the layer of faults knows."""
        layer = self.servers._responders[0]
        assert isinstance(layer, FaultLayer)
        return layer.state()

    def books(self) -> Books:
        return Books.of(self.state())

    def doubles(self) -> list[str]:
        return doubles(self.state())


class Offices:
    """Makes offices that share nothing."""

    _without_faults: ClassVar[dict[tuple[int, ...], Books]] = {}

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._monkeypatch = monkeypatch
        self._count = 0

    @contextmanager
    def open(
        self,
        *places: int,
        switches: dict[str, str] | None = None,
        list_lag: float = 0,
        set_up: bool = True,
    ) -> Iterator[Office]:
        """An office of the shop with the orders at `places`; no request breaks the description.

        `set_up` False leaves the profile to be made by `Office.set_up`.
        """
        clock = FakeClock()
        self._count += 1
        self._monkeypatch.setattr(app, "SystemClock", lambda *_heard, **_by: clock)
        orders = [all_documents()[place] for place in places]
        with (
            PracticeServers(orders=orders, switches=switches, now=clock.now) as servers,
            checking(servers) as check,
        ):
            servers.tripletex.list_lag = timedelta(seconds=list_lag)
            office = Office(servers, clock, self._folder / f"office {self._count}", check)
            if set_up:
                office.set_up()
            yield office

    def books_without_faults(self, *places: int) -> Books:
        """What one run makes of the orders when nothing goes wrong; always the same."""
        if places not in self._without_faults:
            with self.open(*places) as office:
                office.transfer()
                self._without_faults[places] = office.books()
        return self._without_faults[places]
