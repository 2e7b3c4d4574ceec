"""What has happened to an order, in the shop and in Tripletex, each with its moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.transfer import SHOWN_ABSENT, JournalEntry, Phase, Step
from tripletex_wizard.gui.amounts import amount

translate = QCoreApplication.translate

Happened = tuple[datetime, str]


def history_of(
    order: Order | UnreadableOrder, entries: Sequence[JournalEntry]
) -> tuple[Happened, ...]:
    """The oldest first; moments in the time zone of the shop where that is known."""
    zone = order.created_at.tzinfo if isinstance(order, Order) else None
    told = [*_in_shop(order), *_in_tripletex(entries)]
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


def _in_tripletex(entries: Sequence[JournalEntry]) -> Iterator[Happened]:
    for place, entry in enumerate(entries):
        if entry.phase is not Phase.INTENDED or not _is_answered(entry, entries[place + 1 :]):
            yield entry.at, _told(entry)


def _is_answered(sent: JournalEntry, later: Iterable[JournalEntry]) -> bool:
    return any(entry.step is sent.step for entry in later)


def _told(entry: JournalEntry) -> str:
    match entry.phase:
        case Phase.INTENDED:
            text = translate("history", "{thing} was sent to Tripletex, outcome unknown")
        case Phase.UNANSWERED:
            text = translate("history", "{thing}: got no answer from Tripletex")
        case Phase.REFUSED if entry.facts.reason in SHOWN_ABSENT:
            text = translate("history", "{thing}: checked in Tripletex, not found")
        case Phase.REFUSED:
            text = translate("history", "{thing}: refused by Tripletex, nothing was done")
        case Phase.DONE if entry.facts.adopted:
            text = translate("history", "{thing} found in Tripletex")
        case Phase.DONE:
            text = translate("history", "{thing} in place in Tripletex")
        case _:
            assert_never(entry.phase)
    return text.format(thing=_thing(entry))


def _thing(entry: JournalEntry) -> str:
    facts = entry.facts
    match entry.step:
        case Step.CUSTOMER:
            name, number = translate("history", "Customer"), str(facts.customer_number or "")
        case Step.ORDER:
            name, number = translate("history", "Order"), facts.order_number
        case Step.INVOICE:
            name, number = translate("history", "Invoice"), str(facts.invoice_number or "")
        case _:
            assert_never(entry.step)
    named = f"{name} {number}".rstrip()
    is_booked = entry.step is Step.INVOICE and entry.phase is Phase.DONE and facts.amount
    return f"{named} ({amount(facts.amount)})" if is_booked and facts.amount else named
