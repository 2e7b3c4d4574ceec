"""Outcomes of orders for which nothing is sent, or nothing more, and why."""

from __future__ import annotations

from tripletex_wizard.domain.errors import (
    Code,
    OrderSkipped,
    OrderStopped,
    OrderUncertain,
    Problem,
)
from tripletex_wizard.domain.orders import UnreadableOrder
from tripletex_wizard.domain.transfer import Outcome, TransferState


def claimed_by(number: str, holder: str) -> Outcome:
    """Another program is at work with the order."""
    problems = (Problem(Code.CLAIMED_BY_OTHER, owner=holder),)
    return Outcome(number, TransferState.SENDING, problems=problems, claimed_by_other=True)


def unreadable(order: UnreadableOrder) -> Outcome:
    """The shop's answer for the order was not understood."""
    return Outcome(order.number, TransferState.STOPPED, problems=(order.problem,))


def stopped(number: str, stop: OrderStopped) -> Outcome:
    """A rule held the order back, or what came of it cannot be told yet."""
    match stop:
        case OrderSkipped():
            state = TransferState.SKIPPED
        case OrderUncertain():
            state = TransferState.UNCERTAIN
        case _:
            state = TransferState.STOPPED
    return Outcome(number, state, problems=stop.problems)
