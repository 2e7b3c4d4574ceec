"""Making an invoice of an order: checked, numbered, booked, paid, sent."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.chart import (
    CUSTOMER_ACCOUNT,
    RATES,
    ROUNDING_ACCOUNT,
    SALES_ACCOUNTS,
)
from tripletex_wizard.practice.tripletex.drafts import Totals, new_invoice, outstanding, totals
from tripletex_wizard.practice.tripletex.errors import rule
from tripletex_wizard.practice.tripletex.ledger import INVOICE_VOUCHER, Entry, Voucher, post
from tripletex_wizard.practice.tripletex.matching import settle_credit
from tripletex_wizard.practice.tripletex.payments import Prepayment, pay
from tripletex_wizard.practice.tripletex.sending import Sending, check_sending, send
from tripletex_wizard.practice.tripletex.store import Record, Ref


class Terms(NamedTuple):
    """How one order is to be invoiced."""

    day: date
    due: date
    prepayment: Prepayment | None
    sending: Sending | None
    approved: bool
    credited: Record | None = None
    number: int = 0
    kid: str = ""
    comment: str = ""


def make_invoice(books: Books, order: Record, terms: Terms) -> Record:
    """Number, store, book, pay and send an invoice."""
    total = totals(books, order["orderLines"], with_fee=terms.credited is None)
    check_sending(books, order, terms.sending)
    invoice = new_invoice(books, order, terms.day, terms.due, total)
    invoice |= {"kid": terms.kid, "comment": terms.comment, "isApproved": terms.approved}
    invoice = book(books, invoice, total, terms.credited, terms.number)
    _charge(books, order)
    if terms.credited is not None:
        invoice = settle_credit(books, invoice, terms.credited["id"])
    if terms.prepayment is not None:
        invoice = _prepay(books, invoice, terms)
    if terms.sending is not None:
        send(books, invoice, order, terms.sending)
    return invoice


def book(
    books: Books, invoice: Record, total: Totals, credited: Record | None, number: int
) -> Record:
    """Number, store and book an invoice or credit note; RefusedError when the number is taken."""
    number = _invoice_number(books, number)
    is_credit = credited is not None
    day = date.fromisoformat(invoice["invoiceDate"])
    title = "Kreditnota" if is_credit else "Faktura"
    head = Voucher(INVOICE_VOUCHER, day, f"{title} {number}", invoice["currency"], number)
    voucher, postings = post(books, head, _entries(total, invoice["customer"]))
    booked = {
        "invoiceNumber": number,
        "creditedInvoice": credited["id"] if credited else 0,
        "isCreditNote": is_credit or total.gross < 0,
        "isCharged": True,
        "voucher": voucher,
        "postings": postings[:1],
        "documentId": books.store.next_id("document"),
        **outstanding(total.gross, RATES[invoice["currency"].id]),
    }
    return books.store.add("invoice", {**invoice, **booked}, version=3)


def _entries(total: Totals, customer: Ref) -> list[Entry]:
    kind = "OUTGOING_INVOICE_CUSTOMER_POSTING"
    gross = total.gross
    entries = [Entry(CUSTOMER_ACCOUNT, gross, gross, type=kind, customer=customer)]
    for sale in total.sales:
        entries.append(Entry(sale.account, -sale.net, -sale.gross, sale.vat_type_id))
        vat_account = SALES_ACCOUNTS[sale.vat_code][1]
        if sale.vat and vat_account is not None:
            vat = Entry(vat_account, -sale.vat, -sale.vat, sale.vat_type_id, generated=True)
            entries.append(vat)
    if total.roundoff:
        entries.append(Entry(ROUNDING_ACCOUNT, -total.roundoff, -total.roundoff))
    return entries


def _invoice_number(books: Books, wanted: int) -> int:
    taken = {row["invoiceNumber"] for row in books.store.all("invoice") if row["isCharged"]}
    if wanted in taken:
        raise rule("number_in_use", "invoiceNumber")
    return wanted or books.take_number("next_invoice_number", lambda n: n in taken)


def _charge(books: Books, order: Record) -> None:
    if order["preliminaryInvoice"] is not None:
        books.store.remove("invoice", order["preliminaryInvoice"].id)
    count = order["_invoiced"] + 1
    books.store.change("order", order["id"], {"_invoiced": count, "preliminaryInvoice": None})
    for line in order["orderLines"]:
        books.store.change("orderLine", line.id, {"isCharged": True})


def _prepay(books: Books, invoice: Record, terms: Terms) -> Record:
    assert terms.prepayment is not None
    day = books.today() if books.switches["prepayment_date"] == "today" else terms.day
    first, amount, rest = terms.prepayment
    invoice = pay(books, invoice, first, amount, day)
    left = invoice["amountCurrencyOutstanding"]
    return pay(books, invoice, rest, left, day) if rest is not None and left else invoice


def check_invoiceable(books: Books, order: Record, day: date, *, again: bool) -> None:
    """Raise 422/18000 when the company or the order does not allow an invoice on that day."""
    if not books.settings.has_bank_account:
        raise rule("no_bank_account")
    if order["_invoiced"] and not again:
        raise rule("already_invoiced")
    if books.is_closed(day):
        raise rule("period_closed", "invoiceDate")
    required = books.settings.accounts_requiring_department
    if required and order["department"] is None:
        used = {sale.account for sale in totals(books, order["orderLines"], with_fee=False).sales}
        for account in sorted(used.intersection(required)):
            raise rule("department_missing", "department.id", account=account)
