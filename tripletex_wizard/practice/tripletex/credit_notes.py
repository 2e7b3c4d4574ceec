"""Credit notes: of a whole invoice, or by an order with negative lines."""

from __future__ import annotations

from decimal import Decimal

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call, Routes
from tripletex_wizard.practice.tripletex.drafts import Totals, new_invoice, totals
from tripletex_wizard.practice.tripletex.errors import rule
from tripletex_wizard.practice.tripletex.invoicing import book
from tripletex_wizard.practice.tripletex.matching import settle_credit
from tripletex_wizard.practice.tripletex.sending import Sending, check_sending, send
from tripletex_wizard.practice.tripletex.store import Record


def credited_by_order(books: Books, order: Record, original_id: int) -> Record | None:
    """The invoice that an order's negative lines credit, when the service takes it [UNV]."""
    if not original_id:
        return None
    if books.switches["credit_by_order"] == "refused":
        raise rule("credit_by_order")
    original = books.store.get("invoice", original_id)
    total = totals(books, order["orderLines"], with_fee=False)
    _check_credit(books, original, total.gross)
    return original


def _check_credit(books: Books, original: Record, amount: Decimal) -> None:
    if not original["isCharged"]:
        raise rule("invoice_number_unknown")
    earlier = [
        row["amountCurrency"]
        for row in books.store.all("invoice")
        if row["creditedInvoice"] == original["id"]
    ]
    if sum(earlier, amount) + original["amountCurrency"] < 0:
        raise rule("credited")


def credit_invoice(call: Call) -> Answer:
    """PUT /invoice/{id}/:createCreditNote: credits all of an invoice, once [OBS]."""
    books, query = call.books, call.query
    query.require("date")
    original = books.store.get("invoice", call.path_id)
    day = query.day("date")
    assert day is not None
    if books.is_closed(day):
        raise rule("period_closed", "date")
    _check_credit(books, original, -original["amountCurrency"])
    order = books.store.get("order", original["orders"][0].id)
    sending = Sending.of(query, address="creditNoteEmail")
    check_sending(books, order, sending)
    total = _negated(totals(books, order["orderLines"], with_fee=True))
    note = new_invoice(books, order, day, day, total)
    if books.switches["credit_comment"] == "kept":
        note["comment"] = query.text("comment") or ""
    note = book(books, note, total, original, 0)
    note = settle_credit(books, note, original["id"])
    if sending is not None:
        send(books, note, order, sending)
    return call.one("invoice", note)


def _negated(total: Totals) -> Totals:
    turned = [sale._replace(gross=-sale.gross, net=-sale.net) for sale in total.sales]
    return Totals(turned, -total.roundoff)


ROUTES: Routes = {("PUT", "/invoice/<id>/:createCreditNote"): credit_invoice}
