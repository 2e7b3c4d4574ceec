"""A batch that has not begun, as rows for a spreadsheet.

Each kind of row has figures in columns of its own, so that the sum of a whole column is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.batch_preview import SENDS, BatchPreview, Forecast
from tripletex_wizard.domain.control import VatControl
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_preview import (
    OrderPreview,
    RefundPreview,
    order_previews,
    refund_previews,
)
from tripletex_wizard.domain.postings import LedgerPosting
from tripletex_wizard.gui.control_texts import zero_reason
from tripletex_wizard.gui.documents.spreadsheet import as_text, decimal_comma, plain_decimal
from tripletex_wizard.gui.documents.sum_sections import not_sent_name
from tripletex_wizard.gui.order_facts import order_facts
from tripletex_wizard.gui.posting_texts import account_source, bare_account_name, voucher_name
from tripletex_wizard.gui.texts import sentence

translate = QCoreApplication.translate

Cells = Mapping[str, str]

_KEYS = (
    *("order", "customer", "ledger_number", "ordered", "delivered", "invoiced", "due", "term"),
    *("as", "payment", "sending", "currency"),
)


def column_names() -> dict[str, str]:
    """Every column by its key, in order."""
    return {
        "row": translate("columns", "Row"),
        "order": translate("columns", "Order"),
        "customer": translate("columns", "Customer"),
        "ledger_number": translate("columns", "Number in Tripletex"),
        "ordered": translate("columns", "Order date"),
        "delivered": translate("columns", "Delivery date"),
        "invoiced": translate("columns", "Invoice date"),
        "due": translate("columns", "Due"),
        "term": translate("columns", "VAT term"),
        "as": translate("columns", "Transferred as"),
        "payment": translate("columns", "Payment types"),
        "sending": translate("columns", "Sending"),
        "currency": translate("columns", "Currency"),
        "sku": translate("columns", "Article no."),
        "text": translate("columns", "Text"),
        "count": translate("columns", "Count"),
        "unit_price": translate("columns", "Unit price incl. VAT"),
        "discount": translate("columns", "Discount %"),
        "code": translate("columns", "VAT code"),
        "code_id": translate("columns", "VAT code id"),
        "rate": translate("columns", "Rate %"),
        "net": translate("columns", "Line net"),
        "vat": translate("columns", "Line VAT"),
        "gross": translate("columns", "Line gross"),
        "reason": translate("columns", "Reason for 0 %"),
        "basis": translate("columns", "VAT basis"),
        "our_vat": translate("columns", "VAT in Tripletex"),
        "shop_vat": translate("columns", "VAT in the shop"),
        "vat_difference": translate("columns", "VAT difference"),
        "voucher": translate("columns", "Voucher"),
        "account": translate("columns", "Account"),
        "account_name": translate("columns", "Account name"),
        "account_source": translate("columns", "Account is"),
        "debit": translate("columns", "Debit"),
        "credit": translate("columns", "Credit"),
        "shop_sum": translate("columns", "Sum in the shop"),
        "lines_sum": translate("columns", "Sum of lines"),
        "paid": translate("columns", "Paid"),
        "outstanding": translate("columns", "Outstanding"),
        "difference": translate("columns", "Difference"),
        "note": translate("columns", "Note"),
    }


def preview_rows(preview: BatchPreview, types: Sequence[PaymentType]) -> Iterator[Cells]:
    """The rows of each order that is sent, refunds alone, then one for each that is not sent."""
    for shown in order_previews(preview, types):
        yield from _order_rows(shown, types)
    for refund in refund_previews(preview, types):
        yield from _refund_rows(refund)
    for row in preview.rows:
        if row.deed not in SENDS:
            yield _not_sent(row)


def _order_rows(shown: OrderPreview, types: Sequence[PaymentType]) -> Iterator[Cells]:
    values = (as_text(value) for _name, value in order_facts(shown, types))
    known = dict(zip(_KEYS, values, strict=True))
    parts = (
        (translate("columns", "Line"), map(_line, shown.plan.lines)),
        (translate("columns", "VAT"), map(_vat, shown.vat)),
        (translate("columns", "Posting"), map(_posting, shown.postings)),
        (translate("columns", "Control"), (_control(shown),)),
    )
    for kind, rows in parts:
        for row in rows:
            yield {**known, "row": kind, **row}


def _refund_rows(shown: RefundPreview) -> Iterator[Cells]:
    for row in shown.postings:
        yield {
            "row": translate("columns", "Posting"),
            "order": as_text(shown.number),
            "customer": as_text(shown.customer.name),
            "currency": shown.refund.amount.currency,
            **_posting(row),
        }


def _line(line: PlannedLine) -> Cells:
    return {
        "sku": as_text(line.sku),
        "text": as_text(line.description),
        "count": plain_decimal(line.count),
        "unit_price": plain_decimal(line.unit_price),
        "discount": "0",
        "code": line.vat.number,
        "code_id": str(line.vat.id),
        "rate": plain_decimal(line.vat.percentage),
        "net": decimal_comma(line.net),
        "vat": decimal_comma(line.vat_amount),
        "gross": decimal_comma(line.gross),
        "reason": "" if line.vat.percentage else as_text(zero_reason(line.vat)),
    }


def _vat(row: VatControl) -> Cells:
    """The sum of all rates, where the shop states no more, would count basis and VAT twice."""
    is_sum = row.rate is None
    return {
        "code": row.code,
        "rate": "" if row.rate is None else plain_decimal(row.rate),
        "basis": "" if is_sum else decimal_comma(row.basis),
        "our_vat": "" if is_sum else decimal_comma(row.ours),
        "shop_vat": decimal_comma(row.shop),
        "vat_difference": decimal_comma(row.difference),
    }


def _posting(row: LedgerPosting) -> Cells:
    number = row.account.number
    return {
        "voucher": voucher_name(row.voucher),
        "account": "" if number is None else str(number),
        "account_name": as_text(bare_account_name(row.account)),
        "account_source": account_source(row.account),
        "code": row.vat_code,
        "debit": decimal_comma(row.debit),
        "credit": decimal_comma(row.credit),
    }


def _control(shown: OrderPreview) -> Cells:
    control = shown.control
    currency = shown.plan.currency
    return {
        "shop_sum": decimal_comma(control.shop),
        "lines_sum": decimal_comma(control.lines),
        "paid": decimal_comma(Money.sum((row.amount for row in control.payments), currency)),
        "outstanding": decimal_comma(control.outstanding),
        "difference": decimal_comma(control.difference),
        "note": as_text(_said(sentence(note).what for note in shown.plan.notes)),
    }


def _not_sent(row: Forecast) -> Cells:
    reasons = _said(sentence(reason).what for reason in row.reasons)
    return {
        "row": translate("columns", "Not sent now"),
        "order": as_text(row.number),
        "customer": as_text(row.customer.name if row.customer else ""),
        "as": not_sent_name(row),
        "currency": row.sale.currency if row.sale else "",
        "shop_sum": decimal_comma(row.sale),
        "note": as_text(reasons),
    }


def _said(texts: Iterable[str]) -> str:
    return " ".join(texts)
