"""What a dry run prints: each order as it would be booked, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.batch_preview import BatchPreview
from tripletex_wizard.domain.control import VatControl
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.order_preview import OrderPreview, RefundPreview
from tripletex_wizard.domain.postings import LedgerPosting
from tripletex_wizard.gui.amounts import NORWEGIAN_KRONER, number, per_cent, plain_number
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.control_texts import control_line, vat_name, zero_reason
from tripletex_wizard.gui.documents.paper import Table
from tripletex_wizard.gui.documents.sum_sections import foot_lines, sum_sections
from tripletex_wizard.gui.order_facts import facts_line, order_facts
from tripletex_wizard.gui.posting_texts import (
    account_name,
    balance,
    rate_note,
    unit_price,
    voucher_name,
)

translate = QCoreApplication.translate

INDENT = "  "


def order_lines(shown: OrderPreview, types: Sequence[PaymentType]) -> list[str]:
    """Dates and sending, lines, VAT, postings and the control of one order (accounting.md F2)."""
    facts = order_facts(shown, types)[2:]  # what stands above names the order and the customer
    difference = shown.sums.difference or shown.control.difference
    rate = [rate_note(shown.plan.currency)] if shown.plan.currency != NORWEGIAN_KRONER else []
    lines = (
        facts_line(facts),
        *map(_goods, shown.plan.lines),
        *map(_vat, shown.vat),
        *map(_posting, shown.postings),
        *rate,
        f"{control_line(shown.control, types)}. {balance(difference)}.",
    )
    return [f"{INDENT}{line}" for line in lines]


def refund_lines(shown: RefundPreview) -> list[str]:
    """The postings of a refund on a credit note that is booked already."""
    return [f"{INDENT}{_posting(row)}" for row in shown.postings]


def batch_lines(preview: BatchPreview, types: Sequence[PaymentType]) -> list[str]:
    """The sums of the batch, each under its name, and the foot."""
    lines = []
    for section in sum_sections(preview, types):
        lines.append(f"{section.title}:")
        lines += [f"{INDENT}{row}" for row in _rows(section.table)] if section.table else []
    return [*lines, *foot_lines(preview, types)]


def _goods(line: PlannedLine) -> str:
    text = translate(
        "preview",
        "{count} × {name}: {gross}, VAT code {code} ({rate}), net {net}, VAT {vat}, unit price "
        "{price}, discount 0 %",
    )
    said = text.format(
        count=plain_number(line.count),
        name=line.description,
        gross=number(line.gross),
        code=line.vat.number,
        rate=per_cent(line.vat.percentage),
        net=number(line.net),
        vat=number(line.vat_amount),
        price=unit_price(line),
    )
    article = translate("preview", "article {sku}").format(sku=line.sku) if line.sku else ""
    reason = "" if line.vat.percentage else zero_reason(line.vat)
    return BETWEEN.join(filter(None, (said, article, reason)))


def _vat(row: VatControl) -> str:
    ours = translate("preview", "VAT {code}: basis {basis}, VAT {ours}").format(
        code=vat_name(row), basis=number(row.basis), ours=number(row.ours)
    )
    if row.shop is None or row.difference is None:
        return ours
    text = translate("preview", "{ours}, in the shop {shop}, difference {difference}")
    return text.format(ours=ours, shop=number(row.shop), difference=number(row.difference))


def _posting(row: LedgerPosting) -> str:
    debit = translate("preview", "{voucher}: {account}, debit {amount}")
    credit = translate("preview", "{voucher}: {account}, credit {amount}")
    said = (debit if row.debit else credit).format(
        voucher=voucher_name(row.voucher),
        account=account_name(row.account),
        amount=number(row.debit or row.credit or row.amount),
    )
    code = translate("preview", "VAT code {code}").format(code=row.vat_code)
    return BETWEEN.join((said, code)) if row.vat_code else said


def _rows(table: Table) -> Iterator[str]:
    """«1500 Kundefordringer · Debet 267,00 · Kredit 178,00»."""
    for row in (*table.rows, *([table.sums] if table.sums else [])):
        named = zip(table.headings, row, strict=True)
        yield BETWEEN.join(
            f"{heading} {cell}" if place else cell
            for place, (heading, cell) in enumerate(named)
            if cell
        )
