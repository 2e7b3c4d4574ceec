"""An opened profile: its services, locked to its company and shop, and who hears of the work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.marking import MarkingService
from tripletex_wizard.services.order_desk import OrderDesk
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.prerequisites import PrerequisiteBoard
from tripletex_wizard.services.status_service import StatusService
from tripletex_wizard.services.transfer import TransferService


def _unheard(*_news: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who hears how far the work is: cancels it, is told of waits in seconds, and of loading.

    `on_loaded` gets the orders read so far, and how many there are when that is known.
    """

    token: CancelToken = field(default_factory=CancelToken)
    on_wait: Callable[[float], None] = _unheard
    on_loaded: Callable[[int, int | None], None] = _unheard


@dataclass(frozen=True, slots=True)
class Connection:
    """An opened profile: its tokens have been found to open its own company and shop."""

    profile: Profile
    orders: OrderService
    transfer: TransferService
    board: PrerequisiteBoard

    @property
    def desk(self) -> OrderDesk:
        """The orders as the order window shows them."""
        return OrderDesk(self.orders.webshop, self.orders.journal, self.transfer)

    @property
    def left_overs(self) -> LeftOvers:
        """What was sent without a known outcome."""
        return LeftOvers(self.transfer)

    @property
    def marking(self) -> MarkingService:
        """The orders that a person says are booked already."""
        return MarkingService(self.transfer)

    @property
    def status(self) -> StatusService:
        """Changes of an order's status alone."""
        return StatusService(self.transfer)


class Office(Protocol):
    """Opens one profile again and again, each time for one piece of work."""

    @property
    def profile(self) -> Profile:
        """The profile as it is stored now. May raise StorageError."""
        ...

    def open(self, watcher: Watcher) -> AbstractContextManager[Connection]:
        """Connect; everything is closed at the end.

        Waiting outside an order ends when the watcher cancels; inside an order nothing does.
        Raises SetupError, RemoteError or StorageError.
        """
        ...
