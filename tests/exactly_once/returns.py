"""What must hold of credit orders: one note of the right invoice each, the money back once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from tests.exactly_once.tape import Both, Tape, Transfer
from tests.exactly_once.wares import Ware, expected_payments
from tests.exactly_once.world import World, notes_of, sold
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.transfer import Outcome, TransferState

Row = Mapping[str, Any]
CUSTOMER_ACCOUNT = 1500


def of_credit(world: World, ware: Ware, sale: Ware) -> Iterator[str]:
    """What is wrong with the credit notes of a credit order."""
    store = world.servers.tripletex.books.store
    notes, of_sale = notes_of(store, ware), {row["id"] for row in sold(store, sale)}
    if any(row["creditedInvoice"] not in of_sale for row in notes):
        yield f"{ware.name} credits another invoice than {sale.name}"
    if len(notes) > 1:
        yield f"{ware.name} has {len(notes)} credit notes"
    if sold(store, ware):
        yield f"{ware.name} is an invoice"


def of_returns(world: World, sale: Ware) -> Iterator[str]:
    """What is credited of a sale, or registered as paid back, beyond what was asked for."""
    store = world.servers.tripletex.books.store
    invoices, documents = sold(store, sale), documents_of(store, sale)
    if len(invoices) > 1:
        yield f"{sale.name} was invoiced {len(invoices)} times"
    if sum((row["amountCurrency"] for row in documents), Decimal(0)) < 0:
        yield f"more of {sale.name} is credited than was invoiced"
    may_be = Counter(
        payment
        for ware in sale.returns
        if ware in world.tape.wares and True in answers(world.tape, ware)
        for payment in expected_payments(ware)
    )
    found = Counter(refunds(world, documents))
    yield from (f"{sale.name}: {payment} was paid back twice" for payment in found - may_be)


def documents_of(store: Any, sale: Ware) -> list[Row]:
    """The invoices of a sale and their credit notes."""
    ids = {row["id"] for row in sold(store, sale)}
    return [
        row
        for row in store.all("invoice")
        if not ids.isdisjoint((row["id"], row["creditedInvoice"]))
    ]


def refunds(world: World, documents: Iterable[Row]) -> list[tuple[int, Decimal]]:
    """What is registered as paid back on invoices or credit notes: account and amount."""
    store = world.servers.tripletex.books.store
    numbers = {str(row["invoiceNumber"]) for row in documents}
    return [
        (store.get("account", row["account"].id)["number"], row["amount"])
        for row in store.all("posting")
        if row["invoiceNumber"] in numbers
        and row["type"] == "INCOMING_PAYMENT"
        and row["amount"] < 0
    ]


def answers(tape: Tape, ware: Ware) -> list[bool]:
    """What is said on the tape of a credit order's money, the first answer first."""
    works = [
        work
        for act in tape.acts
        for work in ((act.first, act.second) if isinstance(act, Both) else (act,))
    ]
    return [
        work.is_refunded
        for work in works
        if isinstance(work, Transfer) and work.is_refunded is not None
        if not work.wares or ware in work.wares
    ]


def is_paid_back(tape: Tape, ware: Ware) -> bool:
    """What was said of a credit order's money at first counts in the end."""
    return bool(ware.sale and ware.value.paid) and answers(tape, ware)[:1] == [True]


def lost_of_credit(world: World, ware: Ware, outcome: Outcome) -> list[str]:
    """What is missing of a credit order that must be a credit note by now, or told wrongly."""
    notes = notes_of(world.servers.tripletex.books.store, ware)
    if len(notes) != 1:
        return [f"{ware.name} has {len(notes)} credit notes"]
    (note,) = notes
    complaints = []
    if (outcome.invoice_id, outcome.amount and outcome.amount.amount) != (
        note["id"],
        ware.value.amount,
    ):
        complaints.append(f"{ware.name} is told to be {outcome.invoice_id}, {outcome.amount}")
    emails = world.servers.tripletex.books.emails
    sent = [row["address"] for row in emails if row["invoiceId"] == note["id"]]
    if sent != [ware.value.buyer.email] * ware.value.is_mailed:
        complaints.append(f"{ware.name} was mailed to {sent}")
    return complaints


def _unbalanced(world: World, sale: Ware, paid_back: Iterable[Ware]) -> list[str]:
    """What is open on a customer otherwise than sale, credit notes and `paid_back` add up to."""
    store = world.servers.tripletex.books.store
    documents = documents_of(store, sale)
    ids = {row["id"] for row in store.all("customer") if row["name"] == sale.value.buyer.name}
    booked = sum(
        (
            row["amount"]
            for row in store.all("posting")
            if row["customer"]
            and row["customer"].id in ids
            and store.get("account", row["account"].id)["number"] == CUSTOMER_ACCOUNT
        ),
        Decimal(0),
    )
    shown = sum((row["amountCurrencyOutstanding"] for row in documents), Decimal(0))
    credited = [ware for ware in sale.returns if notes_of(store, ware)]
    wanted = sale.value.amount - _paid(sale)
    wanted += sum((ware.value.amount for ware in credited), Decimal(0))
    wanted -= sum((_paid(ware) for ware in paid_back), Decimal(0))
    if (booked, shown) == (wanted, wanted):
        return []
    return [f"{sale.value.buyer.name} has {booked} open on 1500, {shown} shown, not {wanted}"]


def _paid(ware: Ware) -> Decimal:
    return sum((amount for _, amount in expected_payments(ware)), Decimal(0))


def may_end_otherwise(world: World, ware: Ware, outcome: Outcome) -> bool:
    """Whether Tripletex does not take it, or nobody can tell, and the outcome says so."""
    switches = world.servers.switches
    has_note = bool(notes_of(world.servers.tripletex.books.store, ware))
    codes = {problem.code for problem in outcome.problems}
    if outcome.state is TransferState.UNCERTAIN:
        return Code.REFUND_SHARED in codes and _is_shared(world, ware)
    if outcome.state is not TransferState.FAILED:
        return False
    if has_note:
        return switches["negative_payment"] == "refused" and Code.REFUND_REFUSED in codes
    if switches["negative_count"] == "refused":
        return True
    return switches["credit_by_order"] == "refused" and Code.CREDIT_REFUSED in codes


def _is_shared(world: World, ware: Ware) -> bool:
    """Whether the money of several credit orders stays open on one invoice."""
    stays = world.servers.switches["credit_of_paid"]
    others = [row for row in world.tape.wares if row.sale is ware.sale]
    return stays == "invoice" and len(others) > 1


def amiss_of_returns(world: World, sale: Ware, outcomes: Mapping[str, Outcome]) -> list[str]:
    """Whether a customer's documents add up, and the money went back where that was said.

    A refund that waits for a person may have been registered or not.
    """
    store = world.servers.tripletex.books.store
    takes_it = world.servers.switches["negative_payment"] == "accepted"
    noted = [ware for ware in sale.returns if ware in world.tape.wares and notes_of(store, ware)]
    owed = [
        ware
        for ware in noted
        if takes_it and is_paid_back(world.tape, ware)
        if outcomes[ware.number].state is not TransferState.UNCERTAIN
    ]
    may_be = [ware for ware in noted if True in answers(world.tape, ware)]
    found = refunds(world, documents_of(store, sale))
    back = [*owed]
    for ware in may_be:
        if len(back) < len(found) and ware not in back:
            back.append(ware)
    wanted = sorted(payment for ware in back for payment in expected_payments(ware))
    if sorted(found) != wanted:
        return [f"of {sale.name} {found} is paid back, not {wanted}"]
    return _unbalanced(world, sale, back)
