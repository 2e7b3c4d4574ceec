"""Which of the listed orders are asked for; a server's filter is never believed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from tripletex_wizard.adapters.mystore.attributes import Attributes, Unreadable
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder


def has_status(order: Resource, status_ids: Collection[str]) -> bool:
    """Whether it has one of the statuses, or none that can be read: then it is shown."""
    status = order.one("order-status")
    return status is None or status.id in status_ids


def is_recent(order: Resource, since: date) -> bool:
    """Whether it was finished, else changed, else made on or after `since`.

    An order of which no day can be read counts as recent, so that it is not silently left out.
    """
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
