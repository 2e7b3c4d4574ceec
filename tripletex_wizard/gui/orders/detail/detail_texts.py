"""What the detail pane says of an order, in words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.control import Control, VatControl
from tripletex_wizard.domain.ledger import PaymentType, VatCode
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.postings import LedgerPosting
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.amounts import amount, day, number, per_cent
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.posting_texts import (
    assumed_note,
    line_cells,
    paid_with,
    posting_cells,
    voucher_name,
)
from tripletex_wizard.gui.vat_term_texts import dated_in

translate = QCoreApplication.translate

Cells = tuple[str, ...]


def about_order(order: Order | UnreadableOrder) -> str:
    """«Kari Eksempel · 22.11.2026 · Vipps»."""
    if isinstance(order, UnreadableOrder):
        return ""
    parts = (order.customer.name, day(order.created_at.date()), paid_with(order))
    return BETWEEN.join(part for part in parts if part)


def line_rows(lines: Sequence[PlannedLine]) -> Iterator[Cells]:
    """Text, VAT code and sum of each line; why it has 0 % stands under it (rule 8)."""
    for line, cells in zip(lines, line_cells(lines), strict=True):
        yield cells
        if not line.vat.percentage:
            yield (zero_reason(line.vat),)


def zero_reason(code: VatCode) -> str:
    """Why a line has no VAT; Tripletex' own words for a code that is not ours."""
    reasons = {
        "5": translate("detail", "0 %: exempt from VAT"),
        "6": translate("detail", "0 %: outside the VAT Act"),
        "7": translate("detail", "0 %: not treated for VAT"),
        "51": translate("detail", "0 %: domestic reverse charge"),
        "52": translate("detail", "0 %: export"),
    }
    return reasons.get(code.number, code.name)


def vat_headings(rows: Sequence[VatControl]) -> Cells:
    """Above `vat_cells`."""
    ours = (
        translate("detail", "VAT code"),
        translate("detail", "Basis"),
        translate("detail", "VAT"),
    )
    return (*ours, translate("detail", "In the shop"), translate("detail", "Diff."))[
        : _vat_columns(rows)
    ]


def vat_cells(rows: Sequence[VatControl]) -> tuple[Cells, ...]:
    """Code and rate, basis, VAT here, VAT in the shop and difference where the shop states it."""
    return tuple(
        (
            _vat_name(row),
            number(row.basis),
            number(row.ours),
            "" if row.shop is None else number(row.shop),
            "" if row.difference is None else number(row.difference),
        )[: _vat_columns(rows)]
        for row in rows
    )


def _vat_columns(rows: Sequence[VatControl]) -> int:
    """The shop's figures are left out when it states none."""
    return 5 if any(row.shop is not None for row in rows) else 3


def _vat_name(row: VatControl) -> str:
    if row.rate is None:
        return translate("detail", "Total")
    return f"{row.code} ({per_cent(row.rate)})" if row.code else per_cent(row.rate)


def posting_row_headings() -> Cells:
    """Above `posting_rows`."""
    return (
        translate("detail", "Account"),
        translate("detail", "VAT"),
        translate("detail", "Debit"),
        translate("detail", "Credit"),
    )


def posting_rows(postings: Sequence[LedgerPosting]) -> Iterator[Cells]:
    """Account, VAT code, debit and credit, under the name of each voucher."""
    before = None
    rows = posting_cells(postings, starred=True)
    for posting, (_voucher, *cells) in zip(postings, rows, strict=True):
        if posting.voucher is not before:
            yield (voucher_name(posting.voucher),)
        before = posting.voucher
        yield tuple(cells)
    if note := assumed_note(posting.account for posting in postings):
        yield (note,)


def control_line(control: Control, payment_types: Iterable[PaymentType]) -> str:
    """«Butikken 730,00 = linjer 730,00 = Vipps 730,00 + utestående 0,00»."""
    shop = translate("detail", "Shop {amount}").format(amount=number(control.shop))
    figures = [(control.lines, translate("detail", "lines {amount}"))]
    if control.invoice is not None:
        figures.append((control.invoice, translate("detail", "invoice {amount}")))
    said = [(figure, text.format(amount=number(figure))) for figure, text in figures]
    said.append((control.settled, _settled(control, payment_types)))
    return shop + "".join(
        f" {'=' if figure == control.shop else '≠'} {text}" for figure, text in said
    )


def _settled(control: Control, payment_types: Iterable[PaymentType]) -> str:
    types = tuple(payment_types)
    paid = [
        f"{payment_type_name(row.payment_type_id, types)} {number(row.amount)}"
        for row in control.payments
    ]
    outstanding = translate("detail", "outstanding {amount}")
    return " + ".join([*paid, outstanding.format(amount=number(control.outstanding))])


def payment_type_name(type_id: int, payment_types: Iterable[PaymentType]) -> str:
    """What Tripletex calls it; its id, never grouped, while that is not known."""
    named = next((row.description for row in payment_types if row.id == type_id), "")
    return named or translate("detail", "payment type {id}").format(id=type_id)


def booked_rows(standing: Standing) -> tuple[Cells, ...]:
    """What stands in Tripletex of a transferred order: names and what they are."""
    invoice, order = standing.progress.invoice, standing.progress.order
    if invoice is None:
        if order is None:
            return ()
        return ((translate("detail", "Open order"), order.order_number),)
    is_credit = invoice.credits is not None
    kind = translate("detail", "Credit note") if is_credit else translate("detail", "Invoice")
    rows = [(kind, str(invoice.invoice_number or ""))]
    if invoice.invoice_date:
        terms = standing.plan.dates.terms if standing.plan else None
        term = terms.of(invoice.invoice_date) if terms else None
        rows.append((translate("detail", "Invoice date"), dated_in(invoice.invoice_date, term)))
    if invoice.amount is not None:
        rows.append((translate("detail", "Amount"), amount(invoice.amount)))
    if invoice.outstanding is not None and not is_credit:
        rows.append((translate("detail", "Outstanding"), amount(invoice.outstanding)))
    sent = translate("detail", "Tripletex was asked to send it to the customer")
    unsent = translate("detail", "Tripletex sent nothing to the customer")
    return (*rows, (translate("detail", "E-mail"), sent if invoice.send else unsent))
