"""Which of the listed orders are asked for; a server's filter is never believed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from tripletex_wizard.adapters.mystore.attributes import Attributes, Unreadable
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder


def may_be_finished(order: Resource, since: date, status_ids: Collection[str]) -> bool:
    """Whether it has one of the statuses and was finished on or after `since`.

    An order whose status or day of finishing cannot be read counts as one when it was changed
    since then, so that it is shown and not silently left out.
    """
    status = order.one("order-status")
    if status and status.id not in status_ids:
        return False
    attributes = Attributes(order)
    days = (_day(attributes, name) for name in ("finished_at", "updated_at", "created_at"))
    day = next((day for day in days if day), None)
    return day is None or day >= since


def with_day_of_finishing(order: Order | UnreadableOrder) -> Order | UnreadableOrder:
    """The order; unreadable when it has a completed status but no day on which it got it."""
    if isinstance(order, Order) and order.finished_at is None:
        problem = Problem(Code.ATTRIBUTE_MISSING, attribute="orders.finished_at")
        return UnreadableOrder(order.number, problem)
    return order


def _day(order: Attributes, name: str) -> date | None:
    try:
        moment = order.moment(name)
    except Unreadable:
        return None
    return moment.date() if moment else None
