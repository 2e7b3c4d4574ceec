"""The invoice endpoints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call, Routes, batch
from tripletex_wizard.practice.tripletex.credit_notes import credited_by_order
from tripletex_wizard.practice.tripletex.drafts import due_date
from tripletex_wizard.practice.tripletex.errors import missing, rule
from tripletex_wizard.practice.tripletex.invoicing import Terms, check_invoiceable, make_invoice
from tripletex_wizard.practice.tripletex.orders import BATCH_LIMIT, make_order
from tripletex_wizard.practice.tripletex.payments import pay, payment_type, read_prepayment
from tripletex_wizard.practice.tripletex.sending import Sending, check_sending, send
from tripletex_wizard.practice.tripletex.store import Record


def invoice_order(call: Call) -> Answer:
    """PUT /order/{id}/:invoice: makes the invoice and closes the order [S, ISS65]."""
    books, query = call.books, call.query
    query.require("invoiceDate")
    order = books.store.get("order", call.path_id)
    day = query.day("invoiceDate")
    assert day is not None
    check_invoiceable(books, order, day, again=books.switches["second_invoice"] == "allowed")
    if not order["orderLines"]:
        raise rule("no_lines")
    prepayment = read_prepayment(
        books,
        order["currency"],
        query.whole("paymentTypeId"),
        query.number("paidAmount"),
        query.whole("paymentTypeIdRestAmount"),
    )
    credited = credited_by_order(books, order, query.whole("invoiceIdIfIsCreditNote", 0) or 0)
    due = due_date(order, day)
    terms = Terms(day, due, prepayment, Sending.of(query), approved=True, credited=credited)
    invoice = make_invoice(books, order, terms)
    books.store.change("order", order["id"], {"isClosed": True})
    if books.switches["invoice_answer"] == "amounts_missing":
        invoice = {key: value for key, value in invoice.items() if not key.startswith("amount")}
    return call.one("invoice", invoice)


def create_invoice(call: Call) -> Answer:
    """POST /invoice; the order is not closed [ISS65, OBS]."""
    body = call.body("invoice", creating=True)
    sent = (call.query.whole("paymentTypeId"), call.query.number("paidAmount"))
    invoice = _invoice_of_body(call.books, body, sent, Sending.of(call.query))
    return call.one("invoice", invoice, 201)


def create_invoices(call: Call) -> Answer:
    """POST /invoice/list, at most 100; each with its own payment in the body [S]."""
    sending = Sending.of(call.query)

    def make(body: Record) -> Record:
        return _invoice_of_body(call.books, body, (None, None), sending)

    return batch(call, "invoice", make, BATCH_LIMIT)


def _invoice_of_body(
    books: Books,
    body: Record,
    paid: tuple[int | None, Decimal | None],
    sending: Sending | None,
) -> Record:
    if len(body["orders"]) != 1:
        raise rule("one_order", "orders")
    day = date.fromisoformat(body["invoiceDate"])
    sent_order = body["orders"][0]
    order = _order_of(books, sent_order)
    check_invoiceable(books, order, day, again=False)
    type_id, amount = paid
    prepayment = read_prepayment(
        books,
        order["currency"],
        type_id or body.get("paymentTypeId"),
        body.get("paidAmount") if amount is None else amount,
        None,
    )
    due = date.fromisoformat(body["invoiceDueDate"])
    terms = Terms(
        day,
        due,
        prepayment,
        sending,
        approved=False,
        number=body.get("invoiceNumber") or 0,
        kid=body.get("kid") or "",
        comment=body.get("comment") or "",
    )
    return make_invoice(books, order, terms)


def _order_of(books: Books, sent: Record) -> Record:
    if sent.get("id") is not None:
        return books.store.get("order", sent["id"])
    for name in ("customer", "orderDate", "deliveryDate"):
        if sent.get(name) is None:
            where = f"orders.{name}"
            raise missing(where)
    return make_order(books, sent)


def pay_invoice(call: Call) -> Answer:
    """PUT /invoice/{id}/:payment; paying too much, and negative amounts, are accepted [OBS]."""
    books, query = call.books, call.query
    invoice = books.store.get("invoice", call.path_id)
    query.require("paymentDate", "paymentTypeId", "paidAmount")
    day, paid = query.day("paymentDate"), query.number("paidAmount")
    type_id, in_currency = query.whole("paymentTypeId"), query.number("paidAmountCurrency")
    assert day is not None
    assert paid is not None
    if not invoice["isCharged"]:
        raise rule("invoice_number_unknown")
    if paid < 0 and books.switches["negative_payment"] == "refused":
        raise rule("negative_amount", "paidAmount")
    if books.is_closed(day):
        raise rule("period_closed", "paymentDate")
    by = payment_type(books, type_id or 0, invoice["currency"])
    amount = paid if in_currency is None else in_currency
    return call.one("invoice", pay(books, invoice, by, amount, day))


def send_invoice(call: Call) -> Answer:
    """PUT /invoice/{id}/:send; answers 204 although the description says 200 [OBS]."""
    books, query = call.books, call.query
    query.require("sendType")
    sending = Sending.of(query, default_send=True)
    assert sending is not None
    invoice = books.store.get("invoice", call.path_id)
    if not invoice["isCharged"]:
        raise rule("not_real_invoice")
    order = books.store.get("order", invoice["orders"][0].id)
    check_sending(books, order, sending)
    send(books, invoice, order, sending)
    return Answer(204, None)


def read_invoice(call: Call) -> Answer:
    """GET /invoice/{id}, also of a draft [OBS]."""
    return call.read("invoice", call.books.store.get("invoice", call.path_id))


def list_invoices(call: Call) -> Answer:
    """GET /invoice: charged ones only; `invoiceDateFrom` and `invoiceDateTo` required [S, OBS]."""
    query = call.query
    start, end = query.period("invoiceDate")
    ids, customers, vouchers = query.ids("id"), query.ids("customerId"), query.ids("voucherId")
    number, kid = query.text("invoiceNumber"), query.text("kid")
    found = [
        row
        for row in call.listed("invoice")
        if row["isCharged"]
        and start.isoformat() <= row["invoiceDate"] < end.isoformat()
        and (ids is None or row["id"] in ids)
        and (customers is None or row["customer"].id in customers)
        and (vouchers is None or row["voucher"].id in vouchers)
        and (number is None or str(row["invoiceNumber"]) == number)
        and (kid is None or row["kid"] == kid)
    ]
    return call.page("invoice", found)


ROUTES: Routes = {
    ("PUT", "/order/<id>/:invoice"): invoice_order,
    ("GET", "/invoice"): list_invoices,
    ("POST", "/invoice"): create_invoice,
    ("POST", "/invoice/list"): create_invoices,
    ("GET", "/invoice/<id>"): read_invoice,
    ("PUT", "/invoice/<id>/:payment"): pay_invoice,
    ("PUT", "/invoice/<id>/:send"): send_invoice,
}
