"""The VAT and the sums of an order beside the shop's, in words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.control import Control, VatControl
from tripletex_wizard.domain.ledger import PaymentType, VatCode
from tripletex_wizard.gui.amounts import number, per_cent

translate = QCoreApplication.translate

Cells = tuple[str, ...]


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
            vat_name(row),
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


def vat_name(row: VatControl) -> str:
    """«3 (25 %)», the rate alone when only the shop has it, «Sum» of all rates together."""
    if row.rate is None:
        return translate("detail", "Total")
    return f"{row.code} ({per_cent(row.rate)})" if row.code else per_cent(row.rate)


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
