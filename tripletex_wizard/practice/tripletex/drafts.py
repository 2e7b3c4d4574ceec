"""An invoice before it is booked: its fields, due date and totals."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from tripletex_wizard.practice.tripletex.amounts import (
    HUNDRED,
    Line,
    Sale,
    VatRounding,
    sales,
    to_cents,
)
from tripletex_wizard.practice.tripletex.blanks import ZERO
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.chart import RATES, SALES_ACCOUNTS
from tripletex_wizard.practice.tripletex.lines import posted
from tripletex_wizard.practice.tripletex.store import Record, Ref


class Totals(NamedTuple):
    """What an invoice comes to, in its currency."""

    sales: list[Sale]
    roundoff: Decimal

    @property
    def gross(self) -> Decimal:
        """The amount to pay."""
        return sum((sale.gross for sale in self.sales), ZERO) + self.roundoff

    @property
    def net(self) -> Decimal:
        """The amount without VAT."""
        return sum((sale.net for sale in self.sales), ZERO)


def totals(books: Books, lines: Iterable[Ref], *, with_fee: bool) -> Totals:
    """The sum of the lines, with the company's invoice fee and rounding when they are set."""
    counted = [posted(books, books.store.get("orderLine", ref.id)) for ref in lines]
    if with_fee and books.settings.fixed_invoice_fee:
        counted.append(_fee(books))
    rounding: VatRounding = "rate" if books.switches["vat_rounding"] == "rate" else "line"
    found = sales(counted, rounding)
    gross = sum((sale.gross for sale in found), ZERO)
    if not books.settings.rounds_invoices:
        return Totals(found, ZERO)
    return Totals(found, gross.quantize(Decimal(1), ROUND_HALF_UP) - gross)


def _fee(books: Books) -> Line:
    fee = books.settings.fixed_invoice_fee
    vat_type = books.vat_type(books.outgoing_codes()[0])
    rate: Decimal = vat_type["percentage"]
    code = vat_type["number"]
    net = to_cents(fee / (1 + rate / HUNDRED))
    return Line(fee, net, rate, vat_type["id"], code, SALES_ACCOUNTS[code][0])


def due_date(order: Record, day: date) -> date:
    """The invoice date moved by the order's `invoicesDueIn` and its type."""
    due: int = order["invoicesDueIn"]
    match order["invoicesDueInType"]:
        case "MONTHS":
            return _in_month(day, due, day.day)
        case "RECURRING_DAY_OF_MONTH":
            return _in_month(day, 0 if day.day < due else 1, due)
        case _:
            return day + timedelta(days=due)


def _in_month(day: date, months: int, of_month: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(max(of_month, 1), last))


def new_invoice(books: Books, order: Record, day: date, due: date, total: Totals) -> Record:
    """An invoice for an order with every field that is answered, not yet numbered or booked."""
    return {
        "invoiceNumber": 0,
        "invoiceDate": day.isoformat(),
        "customer": order["customer"],
        "creditedInvoice": 0,
        "isCredited": False,
        "invoiceDueDate": due.isoformat(),
        "kid": "",
        "invoiceComment": order["invoiceComment"],
        "comment": "",
        "orders": [Ref("order", order["id"])],
        "orderLines": order["orderLines"],
        "travelReports": [],
        "projectInvoiceDetails": [Ref("details", books.store.next_id("details"))],
        "voucher": None,
        "deliveryDate": order["deliveryDate"],
        **_amounts(total, RATES[order["currency"].id]),
        "sumRemits": ZERO,
        "currency": order["currency"],
        "isCreditNote": False,
        "isCharged": False,
        "isApproved": False,
        "postings": [],
        "reminders": [],
        "invoiceRemarks": "",
        "invoiceRemark": None,
        "isPeriodizationPossible": True,
        "documentId": 0,
    }


def _amounts(total: Totals, rate: Decimal) -> Record:
    return {
        "amount": to_cents(total.gross * rate),
        "amountCurrency": total.gross,
        "amountExcludingVat": to_cents(total.net * rate),
        "amountExcludingVatCurrency": total.net,
        "amountRoundoff": to_cents(total.roundoff * rate),
        "amountRoundoffCurrency": total.roundoff,
        **outstanding(ZERO, rate),
    }


def outstanding(amount: Decimal, rate: Decimal) -> Record:
    """The four fields that say what is not paid yet; `amount` in the invoice's currency."""
    nok = to_cents(amount * rate)
    return {
        "amountOutstanding": nok,
        "amountCurrencyOutstanding": amount,
        "amountOutstandingTotal": nok,
        "amountCurrencyOutstandingTotal": amount,
    }


def preview(books: Books, order: Record) -> Record:
    """The draft behind `order.preliminaryInvoice`, as recorded: no number, not charged."""
    day = books.today()
    total = totals(books, order["orderLines"], with_fee=False)
    draft = new_invoice(books, order, day, due_date(order, day), total)
    return {**draft, "isCreditNote": True, "isApproved": True}
