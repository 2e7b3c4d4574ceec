"""What must hold, told from what the services hold and from the orders alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from tests.exactly_once.returns import documents_of, lost_of_credit, of_credit, of_returns, refunds
from tests.exactly_once.tape import Tape
from tests.exactly_once.wares import Ware, expected_payments
from tests.exactly_once.world import World, is_of, notes_of, sold, standing
from tripletex_wizard.domain.transfer import Outcome, Step

Row = Mapping[str, Any]


STOPPING = {
    ("total_attributes", "alternative"),  # no row says what it is
    ("hidden_quantity", "hidden"),
    ("finished_at", "never_set"),  # no day of delivery
}
"""Switches that leave the program without what it needs of an order."""


def is_stopped(tape: Tape, ware: Ware) -> bool:
    """Whether nothing may ever be sent of an order; only the shop gives a day of delivery."""
    has_no_day = ware is Ware.UNDER_WAY and not tape.write_back
    return ware.value.is_stopped or has_no_day or not STOPPING.isdisjoint(tape.switches)


def doubled(world: World, credited: Mapping[Ware, int]) -> list[str]:
    """What is in Tripletex, or went out, more than once or otherwise than asked.

    `credited` counts how often somebody has credited an order: so many rounds are one too few.
    """
    found = [*_of_customers(world), *_of_orders(world, credited)]
    return [*found, *_of_notices(world)] if world.tape.pcs_share else found


def _of_customers(world: World) -> Iterator[str]:
    cards = world.servers.tripletex.books.store.all("customer")
    of_guests = [row for row in cards if row["description"]]
    yield from _twice("card of", (row["name"] for row in cards if row not in of_guests))
    if world.tape.pcs_share:
        yield from _twice("a guest's card for", (row["description"] for row in of_guests))


def _of_notices(world: World) -> Iterator[str]:
    told = ((row["order"], row["status"]) for row in world.servers.mystore._shop.emails)
    yield from _twice("notice of the shop", told)


def _of_orders(world: World, credited: Mapping[Ware, int]) -> Iterator[str]:
    books = world.servers.tripletex.books
    orders, invoices = books.store.all("order"), _invoices(books.store)
    yield from _twice("order comment", (row["internalComment"] for row in orders))
    yield from _twice(
        "document of order id", ((row["orders"][0].id, row["isCreditNote"]) for row in invoices)
    )
    yield from _twice("e-mail", ((row["invoiceId"], row["kind"]) for row in books.emails))
    for ware in world.tape.wares:
        ours = [row for row in orders if is_of(row, ware)]
        rounds = credited.get(ware, 0) + 1
        if len(ours) > rounds:
            yield f"{ware.name} stands in {len(ours)} orders, in {rounds} round(s)"
        if len(standing(books.store, ware)) > 1:
            yield f"{ware.name} has more than one invoice that stands"
        if ours and is_stopped(world.tape, ware) and not ware.value.may_be_order:
            yield f"{ware.name} was sent, though it is to be stopped"
        for invoice in sold(books.store, ware):
            yield from _otherwise(world, ware, invoice)
        if ware.sale:
            yield from of_credit(world, ware, ware.sale)
        if ware.returns:
            yield from of_returns(world, ware)


def _otherwise(world: World, ware: Ware, invoice: Row) -> Iterator[str]:
    if invoice["amountCurrency"] != ware.value.amount:
        yield f"{ware.name} is invoiced with {invoice['amountCurrency']}"
    paid = payments(world, invoice)
    if paid not in ((), expected_payments(ware)):
        yield f"{ware.name} has these payments: {paid}"


def unsaid(world: World) -> Iterator[str]:
    """What stands in Tripletex, and no journal knows that it was ever asked for."""
    store = world.servers.tripletex.books.store
    asked = {
        (entry.order_number, entry.step)
        for journal in world.journals
        for entries in journal.all_entries().values()
        for entry in entries
    }
    for ware in world.tape.wares:
        if (ware.number, Step.ORDER) not in asked and any(
            is_of(row, ware) for row in store.all("order")
        ):
            yield f"no journal knows that {ware.name} is an order"
        if (ware.number, Step.INVOICE) not in asked and standing(store, ware):
            yield f"no journal knows that {ware.name} is invoiced"
        if (ware.number, Step.INVOICE) not in asked and ware.sale and notes_of(store, ware):
            yield f"no journal knows that {ware.name} is a credit note"
        back = refunds(world, documents_of(store, ware)) if ware.returns else ()
        if len(back) > len([row for row in ware.returns if (row.number, Step.REFUND) in asked]):
            yield f"no journal knows that all of {back} was paid back"


def lost(world: World, ware: Ware, outcome: Outcome, *, is_paid: bool) -> list[str]:
    """What is missing of an order that must be invoiced by now, or told wrongly.

    `is_paid` False tells that the customer's money is still open on a credited invoice.
    """
    if ware.sale:
        return lost_of_credit(world, ware, outcome)
    store = world.servers.tripletex.books.store
    found = sold(store, ware) if ware.returns else standing(store, ware)
    if len(found) != 1:
        return [f"{ware.name} has {len(found)} invoices that stand"]
    (invoice,) = found
    wanted = expected_payments(ware) if is_paid else ()
    complaints = []
    if outcome.invoice_id != invoice["id"]:
        complaints.append(f"{ware.name} is told to be invoice {outcome.invoice_id}")
    if payments(world, invoice) != wanted:
        complaints.append(f"{ware.name} is paid with {payments(world, invoice)}, not {wanted}")
    left = ware.value.amount - sum((amount for _, amount in wanted), Decimal(0))
    if invoice["amountCurrencyOutstanding"] != left and not ware.returns:
        complaints.append(f"{ware.name} has {invoice['amountCurrencyOutstanding']} outstanding")
    emails = world.servers.tripletex.books.emails
    sent = [row["address"] for row in emails if row["invoiceId"] == invoice["id"]]
    is_sent = ware.value.is_mailed and (is_paid or not ware.value.paid)
    if sent != [ware.value.buyer.email] * is_sent:
        complaints.append(f"{ware.name} was mailed to {sent}")
    return complaints


def payments(world: World, invoice: Row) -> tuple[tuple[int, Decimal], ...]:
    """The payments booked on an invoice when it was made, as account and amount."""
    store = world.servers.tripletex.books.store
    number = str(invoice["invoiceNumber"])
    return tuple(
        (store.get("account", row["account"].id)["number"], row["amount"])
        for row in store.all("posting")
        if row["invoiceNumber"] == number
        and row["type"] == "INCOMING_PAYMENT"
        and row["amount"] > 0
    )


def _invoices(store: Any) -> list[Row]:
    return [row for row in store.all("invoice") if row["isCharged"]]


def _twice(what: str, values: Iterable[object]) -> Iterator[str]:
    counted = Counter(values)
    yield from (f"{what} {value}: {count} times" for value, count in counted.items() if count > 1)
