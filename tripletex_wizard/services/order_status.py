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
from tripletex_wizard.services.reconcile import QuietTime, require_quiet
from tripletex_wizard.services.steps import Steps


@dataclass(frozen=True, slots=True)
class Given:
    """The order as the shop has it now.

    `notes` say why the shop was not asked to tell the customer of it, or that nobody can know.
    """

    order: Order
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusWriter:
    """Works on one claimed order. Every call may raise what ends a batch."""

    webshop: Webshop
    steps: Steps
    quiet: QuietTime

    def settle(self) -> None:
        """Find out what came of a change that had no known outcome.

        Raises OrderUncertain while a lost request may still take effect.
        """
        settle_status(self.webshop, self.steps, self.quiet)

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
            return Given(order, _note(self._told(Code.STATUS_SET_BEFORE, status), notify=notify))
        asked = notify and not self.steps.progress().notified_of(status.id)
        try:
            notified = self._change(status, notify=asked)
        except OutcomeUnknown as lost:
            if not settle_status(self.webshop, self.steps, self.quiet):
                raise OrderRejected(Code.STATUS_NOT_CHANGED, status=status.name) from lost
            notified = False
        if notified:
            return Given(self.read())
        unsent = self._told(Code.NOTICE_NOT_SENT, status)
        return Given(self.read(), _note(unsent, notify=notify))

    def _change(self, status: OrderStatus, *, notify: bool) -> bool:
        number = self.steps.order_number
        asked = StepFacts(status_id=status.id, status_name=status.name, notify=notify)
        return self.steps.send(
            Step.STATUS,
            asked,
            lambda: self.webshop.change_status(number, status, notify=notify),
            lambda notified: replace(asked, notify=notified),
        )

    def _told(self, never: Code, status: OrderStatus) -> Problem:
        """Why there is no notice now: the customer has one, or may have; else for `never`."""
        progress = self.steps.progress()
        if not progress.notified_of(status.id):
            return Problem(never, status=status.name)
        is_certain = progress.surely_notified_of(status.id)
        code = Code.NOTICE_SENT_BEFORE if is_certain else Code.NOTICE_UNCERTAIN
        return Problem(code, status=status.name)


def settle_status(webshop: Webshop, steps: Steps, quiet: QuietTime) -> bool:
    """Whether a lost change of status turned out to be done; the journal is told either way.

    False also when none was lost. Raises OrderUncertain while a late request may still take
    effect, or when the order cannot be read: then nothing may be repeated.
    """
    lost = steps.progress().unproved(Step.STATUS)
    if lost is None:
        return False
    rest = quiet.rest(lost)
    order = webshop.order(steps.order_number)
    if isinstance(order, Order) and order.status.id == lost.facts.status_id:
        steps.record(Step.STATUS, Phase.DONE, replace(lost.facts, adopted=True, answered=False))
        return True
    require_quiet(lost, rest)
    if order is not None and not isinstance(order, Order):
        raise OrderUncertain(lost.uncertainty, order.problem)
    steps.show_absent(lost, NOT_CHANGED)
    return False


def _note(problem: Problem, *, notify: bool) -> tuple[Problem, ...]:
    """A notice that nobody asked for is not missed."""
    return (problem,) if notify else ()
