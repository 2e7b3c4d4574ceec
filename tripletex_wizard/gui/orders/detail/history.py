"""What has happened to an order, in the shop and in Tripletex, each with its moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import JournalEntry
from tripletex_wizard.gui.orders.detail.history_texts import what, who

translate = QCoreApplication.translate

Happened = tuple[datetime, str]


def history_of(standing: Standing) -> tuple[Happened, ...]:
    """The oldest first; moments in the time zone of the shop where that is known."""
    order = standing.order
    zone = order.created_at.tzinfo if isinstance(order, Order) else None
    done = ((happening.at, _done(happening)) for happening in standing.history)
    told = [*_in_shop(order), *done]
    return tuple(sorted(((at.astimezone(zone), text) for at, text in told), key=_moment))


def _moment(happened: Happened) -> datetime:
    return happened[0]


def _in_shop(order: Order | UnreadableOrder) -> Iterator[Happened]:
    if isinstance(order, UnreadableOrder):
        return
    yield order.created_at, translate("history", "Ordered")
    if order.finished_at:
        yield order.finished_at, translate("history", "Sent")
    if order.updated_at and order.updated_at > (order.finished_at or order.created_at):
        yield order.updated_at, translate("history", "Last changed in Mystore")


def _done(happening: JournalEntry) -> str:
    """With the user and the PC, as far as they are known."""
    by = who(happening)
    return f"{what(happening)} ({by})" if by else what(happening)
