"""A profile that is opened in memory, as often as somebody works with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.ledger import FakeLedger
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import a_profile, company_facts
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.services.office import Connection, Watcher
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.prerequisites import PrerequisiteBoard
from tripletex_wizard.services.transfer import TransferService


class MemoryOffice:
    """Implements `Office`. `on_open` runs at each opening; while `failure` is set, that raises it.

    `opened` counts the openings, and `still_open` those that have not been closed.
    """

    def __init__(self, *orders: Order | UnreadableOrder, shop: FakeWebshop | None = None) -> None:
        self.profile: Profile = a_profile()
        self.clock = FakeClock()
        self.shop = shop or FakeWebshop(*orders)
        self.ledger = FakeLedger(company_facts())
        self.journal = MemoryJournal(self.clock, user="kari", host="PC1")
        self.on_open: Callable[[Watcher], None] = lambda _watcher: None
        self.failure: AppError | None = None
        self.opened = 0
        self.still_open = 0

    @property
    def transfer(self) -> TransferService:
        return TransferService(
            self.ledger, self.journal, self.clock, self.profile, "kari@pc1", self.shop
        )

    @property
    def board(self) -> PrerequisiteBoard:
        return PrerequisiteBoard(self.ledger, self.shop, self.clock, self.profile)

    @contextmanager
    def open(self, watcher: Watcher) -> Iterator[Connection]:
        self.opened += 1
        self.on_open(watcher)
        if self.failure:
            raise self.failure
        self.still_open += 1
        try:
            yield Connection(
                self.profile,
                OrderService(self.shop, self.journal, self.profile),
                self.transfer,
                self.board,
            )
        finally:
            self.still_open -= 1
