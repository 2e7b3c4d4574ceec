"""One order on paper, before it is booked (accounting.md F2 «Per ordre»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.ledger import PaymentType, VatCode
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_preview import OrderPreview, RefundPreview
from tripletex_wizard.domain.postings import LedgerPosting, sums_of
from tripletex_wizard.gui.amounts import NORWEGIAN_KRONER, number, per_cent, plain_number
from tripletex_wizard.gui.control_texts import control_line, vat_cells, vat_headings, zero_reason
from tripletex_wizard.gui.documents.paper import Section, Table
from tripletex_wizard.gui.order_facts import facts_line, order_facts
from tripletex_wizard.gui.posting_texts import (
    balance,
    posting_cells,
    posting_headings,
    rate_note,
    unit_price,
)
from tripletex_wizard.gui.texts import sentence

translate = QCoreApplication.translate

_LINE_WIDTHS = (11, 0, 7, 11, 8, 8, 7, 10, 8, 10)
_LINE_FIGURES = frozenset({2, 3, 4, 7, 8, 9})
_VAT_WIDTHS = (20, 20, 20, 20, 20)
_POSTING_WIDTHS = (13, 0, 11, 13, 13)


def order_section(shown: OrderPreview, types: Sequence[PaymentType]) -> Section:
    """Dates and sending, lines, VAT by code, postings, the control, and notes."""
    facts = order_facts(shown, types)
    (number_name, its_number), (_, customer), *rest = facts
    parts = [Section(translate("documents", "VAT by code"), table=_vat(shown))]
    if shown.postings:
        table = _postings(shown.postings, shown.plan.currency)
        parts.append(Section(translate("documents", "Postings"), table=table))
    control = tuple(_control(shown, types))
    parts.append(Section(translate("documents", "Control"), control))
    return Section(
        f"{number_name} {its_number}, {customer}",
        (facts_line(tuple(rest)),),
        _lines(shown),
        parts=tuple(parts),
    )


def refund_section(shown: RefundPreview) -> Section:
    """The postings of a refund on a credit note that is booked already."""
    about = translate("documents", "Order {number}, {customer}: refund of a booked credit note")
    return Section(
        about.format(number=shown.number, customer=shown.customer.name),
        table=_postings(shown.postings, shown.refund.amount.currency),
    )


def _lines(shown: OrderPreview) -> Table:
    lines = shown.plan.lines
    net, vat = ([row.net for row in lines], [row.vat_amount for row in lines])
    currency = shown.plan.currency
    total = translate("documents", "Total")
    return Table(
        (
            translate("documents", "Article no."),
            translate("documents", "Text"),
            translate("documents", "Count"),
            translate("documents", "Unit price incl. VAT"),
            translate("documents", "Discount %"),
            translate("documents", "VAT code (id)"),
            translate("documents", "Rate"),
            translate("documents", "Net"),
            translate("documents", "VAT"),
            translate("documents", "Gross"),
        ),
        tuple(map(_line, lines)),
        _LINE_FIGURES,
        (
            *(total, "", "", "", "", "", ""),
            number(Money.sum(net, currency)),
            number(Money.sum(vat, currency)),
            number(shown.plan.total),
        ),
        _LINE_WIDTHS,
    )


def _line(line: PlannedLine) -> tuple[str, ...]:
    said = line.description
    if not line.vat.percentage:
        said = f"{said} ({zero_reason(line.vat)})"
    return (
        line.sku,
        said,
        plain_number(line.count),
        unit_price(line),
        "0",
        code_and_id(line.vat),
        per_cent(line.vat.percentage),
        number(line.net),
        number(line.vat_amount),
        number(line.gross),
    )


def code_and_id(code: VatCode) -> str:
    """«33 (32)»: the number, and the id that Tripletex is told."""
    return f"{code.number} ({code.id})"


def _vat(shown: OrderPreview) -> Table:
    headings = vat_headings(shown.vat)
    columns = len(headings)
    figures = frozenset(range(1, columns))
    return Table(headings, vat_cells(shown.vat), figures, widths=_VAT_WIDTHS[:columns])


def _postings(postings: Sequence[LedgerPosting], currency: str) -> Table:
    sums = sums_of(postings, currency)
    total = translate("documents", "Total")
    return Table(
        posting_headings(),
        posting_cells(postings),
        frozenset({3, 4}),
        (total, "", "", number(sums.debit), number(sums.credit)),
        _POSTING_WIDTHS,
    )


def _control(shown: OrderPreview, types: Sequence[PaymentType]) -> Iterator[str]:
    if shown.plan.currency != NORWEGIAN_KRONER:
        yield rate_note(shown.plan.currency)
    difference = shown.sums.difference or shown.control.difference
    yield f"{control_line(shown.control, types)}. {balance(difference)}."
    for note in shown.plan.notes:
        yield sentence(note).what
