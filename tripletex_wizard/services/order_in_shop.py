"""The shop's side of a transfer: the order as it is now, and the status that it is given first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.orders import Order, OrderStatus, is_same_sale
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.rounds import upcoming
from tripletex_wizard.services.order_status import Given, StatusWriter
from tripletex_wizard.services.ports import Webshop
from tripletex_wizard.services.reconcile import QuietTime
from tripletex_wizard.services.steps import Steps


@dataclass(frozen=True, slots=True)
class OrderInShop:
    """One claimed order; raises what `StatusWriter` does, and OrderStopped."""

    choice: Choice
    webshop: Webshop
    steps: Steps
    quiet: QuietTime

    def settle(self) -> None:
        """Learn what became of a status whose answer was lost."""
        self._writer.settle()

    def as_now(self, shown: Order) -> Order:
        """The order as the shop has it now; what is booked, and stays as it is, needs no look.

        Raises OrderStopped when it is no longer the one that was shown and agreed to. Of an order
        that has begun, Tripletex' lines are compared later.
        """
        progress = upcoming(self.steps.progress())
        if progress.invoice and self.choice.status is None:
            return shown
        now = self._writer.read()
        self._require_status_as_shown(shown.status, now.status)
        if progress.has_begun or is_same_sale(shown, now):
            return now
        changed = Problem(Code.CHANGED_SINCE_READ, before=shown.sale, after=now.sale)
        raise OrderStopped(changed)

    def give_status(self, order: Order, *, may_write: bool) -> Given:
        """The order with the status that was asked for, read anew when it was changed.

        Where the shop may not be written to, the status stands on the program's own copy.
        """
        status = self.choice.status
        if status is None:
            return Given(order)
        if not may_write:
            return Given(replace(order, status=status))
        return self._writer.give(order, status, notify=self.choice.notify)

    @property
    def _writer(self) -> StatusWriter:
        return StatusWriter(self.webshop, self.steps, self.quiet)

    def _require_status_as_shown(self, shown: OrderStatus, now: OrderStatus) -> None:
        """An order that was called off meanwhile is never completed over somebody's head."""
        status = self.choice.status
        if status and now.id not in {shown.id, status.id}:
            changed = Problem(Code.STATUS_CHANGED_SINCE, before=shown.name, after=now.name)
            raise OrderStopped(changed)
