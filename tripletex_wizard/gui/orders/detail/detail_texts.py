"""What the detail pane says of an order, in words and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.postings import LedgerPosting
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import StepFacts
from tripletex_wizard.gui.amounts import amount, day, number
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.control_texts import zero_reason
from tripletex_wizard.gui.posting_texts import (
    line_cells,
    paid_with,
    posting_cells,
    source_notes,
    unit_price,
    voucher_name,
)
from tripletex_wizard.gui.texts import sentence
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
    """Text, VAT code and sum of each line; what else is known of it stands under it."""
    for line, cells in zip(lines, line_cells(lines), strict=True):
        yield cells
        yield (BETWEEN.join(_more_of(line)),)
        yield from ((sentence(note).what,) for note in line.notes)


def _more_of(line: PlannedLine) -> Iterator[str]:
    """Article, unit price, net, VAT, Tripletex' id of the code, why it has 0 % (rule 8)."""
    if line.sku:
        yield translate("detail", "article {sku}").format(sku=line.sku)
    if line.product:
        yield translate("detail", "product {product}").format(product=line.product.number)
    yield translate("detail", "{price} each").format(price=unit_price(line))
    yield translate("detail", "net {net}").format(net=number(line.net))
    yield translate("detail", "VAT {vat}").format(vat=number(line.vat_amount))
    if str(line.vat.id) != line.vat.number:
        yield translate("detail", "code id {id}").format(id=line.vat.id)
    if not line.vat.percentage:
        yield zero_reason(line.vat)


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
    for note in source_notes(posting.account for posting in postings):
        yield (note,)


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
    return (*rows, _sent(invoice))


def _sent(invoice: StepFacts) -> tuple[str, str]:
    sent = translate("detail", "Tripletex was asked to send it to the customer")
    unsent = translate("detail", "Tripletex sent nothing to the customer")
    way = translate("detail", "EHF") if invoice.as_ehf else translate("detail", "E-mail")
    return way, sent if invoice.send else unsent
