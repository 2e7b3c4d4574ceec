"""Vouchers and postings: always balanced, in NOK and in the invoice's currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.amounts import to_cents
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call, Routes
from tripletex_wizard.practice.tripletex.store import Record, Ref

INVOICE_VOUCHER = "Utgående faktura"
PAYMENT_VOUCHER = "Betaling"
POSTING_TYPES = (
    "INCOMING_PAYMENT",
    "INCOMING_PAYMENT_OPPOSITE",
    "INCOMING_INVOICE_CUSTOMER_POSTING",
    "INVOICE_EXPENSE",
    "OUTGOING_INVOICE_CUSTOMER_POSTING",
    "WAGE",
)


class Entry(NamedTuple):
    """One posting to be: amounts in the voucher's currency; `gross` holds the VAT too."""

    account: int
    amount: Decimal
    gross: Decimal
    vat_type_id: int = 0
    type: str | None = None
    customer: Ref | None = None
    generated: bool = False


class Voucher(NamedTuple):
    """What a voucher says about all its postings."""

    kind: str
    day: date
    description: str
    currency: Ref
    invoice_number: int


def post(books: Books, head: Voucher, entries: list[Entry]) -> tuple[Ref, list[Ref]]:
    """Book a voucher; its postings sum to 0 in NOK and in its currency."""
    voucher = Ref("voucher", books.store.next_id("voucher"))
    rate = chart.RATES[head.currency.id]
    amounts = _in_nok([entry.amount for entry in entries], rate)
    postings, row = [], 0
    for entry, amount in zip(entries, amounts, strict=True):
        row += not entry.generated
        shown_row = 0 if entry.generated else row
        posting = _posting(books, head, entry, amount, shown_row)
        postings.append(
            Ref("posting", books.store.add("posting", {**posting, "voucher": voucher})["id"])
        )
    books.store.add("voucher", _voucher(books, head, postings), id_=voucher.id, version=2)
    return voucher, postings


def _in_nok(amounts: list[Decimal], rate: Decimal) -> list[Decimal]:
    """Each amount in NOK; what rounding leaves over goes to the last."""
    converted = [to_cents(amount * rate) for amount in amounts]
    if converted:
        converted[-1] -= sum(converted, Decimal(0))
    return converted


def _posting(books: Books, head: Voucher, entry: Entry, amount: Decimal, row: int) -> Record:
    rate = chart.RATES[head.currency.id]
    is_net = entry.gross == entry.amount
    return {
        "date": head.day.isoformat(),
        "description": head.description,
        "account": Ref("account", books.account(entry.account)["id"]),
        "customer": entry.customer,
        "supplier": None,
        "employee": None,
        "project": None,
        "product": None,
        "department": None,
        "vatType": Ref("vatType", entry.vat_type_id),
        "amount": amount,
        "amountCurrency": entry.amount,
        "amountGross": amount if is_net else to_cents(entry.gross * rate),
        "amountGrossCurrency": entry.gross,
        "currency": head.currency,
        "closeGroup": None,
        "invoiceNumber": str(head.invoice_number),
        "termOfPayment": None,
        "row": row,
        "type": entry.type,
        "externalRef": "",
        "systemGenerated": entry.generated,
        "matched": False,
        "postingRuleId": 0,
    }


def _voucher(books: Books, head: Voucher, postings: list[Ref]) -> Record:
    year = head.day.year
    number = books.voucher_numbers.get(year, 0) + 1
    books.voucher_numbers[year] = number
    types = books.store.all("voucherType")
    kind = next(row for row in types if row["name"] == head.kind)
    return {
        "date": head.day.isoformat(),
        "number": number,
        "tempNumber": 0,
        "year": year,
        "description": head.description,
        "voucherType": Ref("voucherType", kind["id"]),
        "reverseVoucher": None,
        "postings": postings,
        "document": None,
        "attachment": None,
        "externalVoucherNumber": "",
        "ediDocument": None,
        "supplierVoucherType": None,
        "wasAutoMatched": False,
        "vendorInvoiceNumber": None,
        "displayName": f"{number}-{year} {head.kind}",
        "numberAsString": f"{number}-{year}",
    }


def list_postings(call: Call) -> Answer:
    """GET /ledger/posting; `dateFrom` and `dateTo` are required, To is exclusive [S]."""
    query, store = call.query, call.books.store
    start, end = query.period("date")
    kind = query.choice("type", POSTING_TYPES)
    account, customer = query.whole("accountId"), query.whole("customerId")
    least, most = query.whole("accountNumberFrom", 0), query.whole("accountNumberTo", 99_999)
    assert least is not None
    assert most is not None
    found = [
        row
        for row in call.listed("posting")
        if start.isoformat() <= row["date"] < end.isoformat()
        and (kind is None or row["type"] == kind)
        and (account is None or row["account"].id == account)
        and (customer is None or row["customer"] == Ref("customer", customer))
        and least <= store.get("account", row["account"].id)["number"] <= most
    ]
    return call.page("posting", found)


def list_balances(call: Call) -> Answer:
    """GET /balanceSheet: what stood on each account that has movements up to `dateTo` [S]."""
    query, store = call.query, call.books.store
    start, end = query.period("date")
    least, most = query.whole("accountNumberFrom", 0), query.whole("accountNumberTo", 99_999)
    assert least is not None
    assert most is not None
    sums: dict[int, list[Decimal]] = {}
    for row in call.listed("posting"):
        number = store.get("account", row["account"].id)["number"]
        if row["date"] < end.isoformat() and least <= number <= most:
            parts = sums.setdefault(row["account"].id, [Decimal(0), Decimal(0)])
            parts[row["date"] >= start.isoformat()] += row["amount"]
    found = [
        {
            "account": Ref("account", id_),
            "balanceIn": before,
            "balanceChange": within,
            "balanceOut": before + within,
            "startDate": start.isoformat(),
            "endDate": end.isoformat(),
        }
        for id_, (before, within) in sums.items()
    ]
    return call.page("balanceSheetAccount", found)


def list_vouchers(call: Call) -> Answer:
    """GET /ledger/voucher; `dateFrom` and `dateTo` are required, To is exclusive [S]."""
    start, end = call.query.period("date")
    ids, number = call.query.ids("id"), call.query.ids("number")
    found = [
        row
        for row in call.listed("voucher")
        if start.isoformat() <= row["date"] < end.isoformat()
        and (ids is None or row["id"] in ids)
        and (number is None or row["number"] in number)
    ]
    return call.page("voucher", found)


def read_voucher(call: Call) -> Answer:
    """GET /ledger/voucher/{id}."""
    return call.read("voucher", call.books.store.get("voucher", call.path_id))


ROUTES: Routes = {
    ("GET", "/balanceSheet"): list_balances,
    ("GET", "/ledger/posting"): list_postings,
    ("GET", "/ledger/voucher"): list_vouchers,
    ("GET", "/ledger/voucher/<id>"): read_voucher,
}
