"""Gives an order its status in the shop: read back, and with one notice to the customer at most."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripletex_wizard.domain.errors import (
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    OutcomeUnknown,
    Problem,
)
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.transfer import NOT_CHANGED, Phase, Step, StepFacts
from tripletex_wizard.services.ports import Webshop
from tripletex_wizard.services.reconcile import QuietTime
from tripletex_wizard.services.steps import Steps


@dataclass(frozen=True, slots=True)
class Given:
    """The order as the shop has it now.

    `notified_to` is whom the shop was asked to tell, now; `notes` say why nobody was, or that
    nobody can know.
    """

    order: Order
    notes: tuple[Problem, ...] = ()
    notified_to: str = ""


@dataclass(frozen=True, slots=True)
class StatusWriter:
    """Works on one claimed order. Every call may raise what ends a batch."""

    webshop: Webshop
    steps: Steps
    quiet: QuietTime

    def settled(self, order: Order) -> Order:
        """The order, read anew when a change of its status had no known outcome; that is settled.

        Raises OrderUncertain while a lost request may still take effect.
        """
        if self.steps.progress().unproved(Step.STATUS) is None:
            return order
        settle_status(self.webshop, self.steps, self.quiet)
        return self.read()

    def read(self) -> Order:
        """The order as the shop has it now. Raises OrderStopped when it cannot be read."""
        number = self.steps.order_number
        order = self.webshop.order(number)
        if isinstance(order, Order):
            return order
        raise OrderStopped(order.problem if order else Problem(Code.ORDER_NOT_FOUND, order=number))

    def give(self, order: Order, status: OrderStatus, *, notify: bool) -> Given:
        """Change the status unless the order has it; `notify` has the shop tell the customer.

        Raises OrderRejected when the shop left the status as it was, OrderUncertain when nobody
        can tell yet.
        """
        if order.status.id == status.id:
            return Given(order, self._had_before(status) if notify else ())
        told_before = self.steps.progress().notified_of(status.id)
        asked = notify and not told_before
        try:
            notified = self._change(status, notify=asked)
        except OutcomeUnknown as lost:
            if not settle_status(self.webshop, self.steps, self.quiet):
                raise OrderRejected(Code.STATUS_NOT_CHANGED, status=status.name) from lost
            return Given(self.read(), _note(Code.NOTICE_UNCERTAIN, status) if asked else ())
        if notified:
            return Given(self.read(), notified_to=order.customer.email)
        unsent = Code.NOTICE_SENT_BEFORE if told_before else Code.NOTICE_NOT_SENT
        return Given(self.read(), _note(unsent, status) if notify else ())

    def _change(self, status: OrderStatus, *, notify: bool) -> bool:
        number = self.steps.order_number
        asked = StepFacts(status_id=status.id, status_name=status.name, notify=notify)
        return self.steps.send(
            Step.STATUS,
            asked,
            lambda: self.webshop.change_status(number, status, notify=notify),
            lambda notified: replace(asked, notify=notified),
        )

    def _had_before(self, status: OrderStatus) -> tuple[Problem, ...]:
        """Why there is no notice of a status that the order has already."""
        progress = self.steps.progress()
        if not progress.notified_of(status.id):
            return _note(Code.STATUS_SET_BEFORE, status)
        newest = progress.last(Step.STATUS, Phase.DONE)
        uncertain = newest is not None and newest.facts.adopted
        return _note(Code.NOTICE_UNCERTAIN if uncertain else Code.NOTICE_SENT_BEFORE, status)


def settle_status(webshop: Webshop, steps: Steps, quiet: QuietTime) -> bool:
    """Whether a lost change of status turned out to be done; the journal is told either way.

    False also when none was lost. Raises OrderUncertain while a late request may still take
    effect, or when the order cannot be read: then nothing may be repeated.
    """
    lost = steps.progress().unproved(Step.STATUS)
    if lost is None:
        return False
    order = webshop.order(steps.order_number)
    if isinstance(order, Order) and order.status.id == lost.facts.status_id:
        steps.record(Step.STATUS, Phase.DONE, replace(lost.facts, adopted=True, answered=False))
        return True
    rest = quiet.rest(lost)
    if rest:
        raise OrderUncertain(lost.uncertainty, again_after=rest)
    if order is not None and not isinstance(order, Order):
        raise OrderUncertain(lost.uncertainty, order.problem)
    steps.keep_claim()
    steps.record(Step.STATUS, Phase.REFUSED, replace(lost.facts, reason=NOT_CHANGED))
    return False


def _note(code: Code, status: OrderStatus) -> tuple[Problem, ...]:
    return (Problem(code, status=status.name),)
