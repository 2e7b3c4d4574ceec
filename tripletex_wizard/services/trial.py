"""One real order as it would be posted, and booked only where nothing is real."""

from __future__ import annotations

from datetime import date, timedelta

from tripletex_wizard.domain.credit_orders import require_decided
from tripletex_wizard.domain.errors import Code, InputError, OrderStopped, Problem
from tripletex_wizard.domain.order_numbers import is_ours, number_taken
from tripletex_wizard.domain.orders import Order, UnreadableOrder, not_completed
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, method_of, plan_posting
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.rounds import in_round
from tripletex_wizard.domain.transfer import Outcome, Progress
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.services.ports import Ledger, Webshop
from tripletex_wizard.services.transfer import TransferService

LOOKED_BACK = timedelta(days=30)
"""Orders count from today by default, so an older one may have to serve."""


def order_to_try(
    webshop: Webshop, profile: Profile, number: str, today: date
) -> Order | UnreadableOrder | None:
    """The order with this number; without one the sale that was finished last.

    A credit order only where there is no sale: it needs a person's answers first. None when the
    shop has finished no order lately that the set-up would transfer. Raises
    InputError(ORDER_NOT_FOUND) for a number that the shop does not know.
    """
    if number:
        order = webshop.order(number)
        if order is None:
            raise InputError(Code.ORDER_NOT_FOUND, order=number)
        return order
    rules = profile.rules
    statuses = [status.id for status in rules.completed_statuses]
    since = min(rules.start_date, today - LOOKED_BACK)
    found = list(webshop.finished_orders(since, statuses))
    readable = [row for row in found if isinstance(row, Order) and not _is_left_out(row, profile)]
    if readable:
        return max(readable, key=lambda row: (not row.is_credit, _finished(row)))
    return next((row for row in found if isinstance(row, UnreadableOrder)), None)


def try_out(
    order: Order | UnreadableOrder | None, profile: Profile, ledger: Ledger, today: date
) -> Trial:
    """What the order would become, with reasons or notes; reads only."""
    match order:
        case None:
            return Trial(None)
        case UnreadableOrder():
            return Trial(order, problems=(order.problem,))
    if not profile.rules.is_completed(order.status):
        waits = not_completed(order.status)
        return Trial(order, problems=(waits,))
    try:
        facts = ledger.facts(profile.rules.product_numbers)
        plan = plan_posting(order, profile, facts, today=today, choice=Choice())
        plan = in_round(plan, Progress())
        require_decided(plan)
    except OrderStopped as stopped:
        return Trial(order, problems=stopped.problems)
    taken = _taken(plan, profile, ledger)
    return Trial(order, None if taken else plan, taken or plan.notes)


def book(trial: Trial, transfer: TransferService) -> Outcome:
    """Transfer the trial's order; the customer gets no e-mail. The trial has an order."""
    assert trial.order is not None
    events = transfer.transfer_batch([trial.order], Choice(email=False))
    return [event for event in events if isinstance(event, Outcome)][-1]


def _taken(plan: PostingPlan, profile: Profile, ledger: Ledger) -> tuple[Problem, ...]:
    """Why the number cannot be used: an order in Tripletex that is not ours has it."""
    return tuple(
        number_taken(order, plan.total)
        for order in ledger.orders_with_number(plan.number)
        if not is_ours(order.internal_comment, profile.shop)
    )


def _is_left_out(order: Order, profile: Profile) -> bool:
    row = profile.mapping.row(method_of(order))
    return row is not None and row.left_out


def _finished(order: Order) -> tuple[str, str]:
    return (order.finished_at.isoformat() if order.finished_at else "", order.number)
