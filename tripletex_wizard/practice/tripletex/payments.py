"""Payments of invoices, by payment type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.chart import CUSTOMER_ACCOUNT, RATES
from tripletex_wizard.practice.tripletex.drafts import outstanding
from tripletex_wizard.practice.tripletex.errors import rule
from tripletex_wizard.practice.tripletex.ledger import PAYMENT_VOUCHER, Entry, Voucher, post
from tripletex_wizard.practice.tripletex.store import Record, Ref


class Prepayment(NamedTuple):
    """What was paid before the invoice was made; `rest` is the type that pays what is left."""

    type: Record
    amount: Decimal
    rest: Record | None


def read_prepayment(
    books: Books,
    currency: Ref,
    type_id: int | None,
    amount: Decimal | None,
    rest_id: int | None,
) -> Prepayment | None:
    """Payment type and amount, both or none [S]; negative amounts are refused [ISS43]."""
    if type_id is None and amount is None and rest_id is None:
        return None
    if type_id is None or amount is None:
        raise rule("prepaid_pair", "paymentTypeId" if type_id is None else "paidAmount")
    if amount < 0:
        raise rule("negative_amount", "paidAmount")
    rest = payment_type(books, rest_id, currency) if rest_id is not None else None
    return Prepayment(payment_type(books, type_id, currency), amount, rest)


def payment_type(books: Books, id_: int, currency: Ref) -> Record:
    """The payment type with an id, on an account in the invoice's currency [S]."""
    found = books.store.get("paymentType", id_)
    if found["currencyId"] != currency.id:
        raise rule("payment_currency", "paymentTypeId")
    return found


def pay(books: Books, invoice: Record, by: Record, amount: Decimal, day: date) -> Record:
    """Book a payment (negative: paid back) and lessen what is outstanding."""
    account = books.store.get("account", by["debitAccount"].id)["number"]
    number, currency = invoice["invoiceNumber"], invoice["currency"]
    head = Voucher(PAYMENT_VOUCHER, day, f"Betaling faktura {number}", currency, number)
    customer = invoice["customer"]
    entries = [
        Entry(account, amount, amount, type="INCOMING_PAYMENT"),
        Entry(
            CUSTOMER_ACCOUNT,
            -amount,
            -amount,
            type="INCOMING_PAYMENT_OPPOSITE",
            customer=customer,
        ),
    ]
    _voucher, postings = post(books, head, entries)
    left = invoice["amountCurrencyOutstanding"] - amount
    changes = {"postings": [*invoice["postings"], postings[1]]}
    changes |= outstanding(left, RATES[currency.id])
    return books.store.change("invoice", invoice["id"], changes)
