"""VAT terms, and dates with the term that they lie in, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.vat_terms import VatTerm
from tripletex_wizard.gui.amounts import day

translate = QCoreApplication.translate

_A_YEAR = 12


def vat_term_name(term: VatTerm) -> str:
    """«5. termin 2026», or without a number where Tripletex does not tell how long terms are."""
    if not term.months:
        return translate("texts", "VAT term not known")
    name = (
        translate("texts", "VAT year {year}")
        if term.months == _A_YEAR
        else translate("texts", "VAT term {number} of {year}")
    )
    return name.format(number=term.number, year=term.year)


def dated_in(at: date, term: VatTerm | None) -> str:
    """«31.10.2026 (5. termin 2026)»; the date alone where the company reports no VAT."""
    return day(at) if term is None else f"{day(at)} ({vat_term_name(term)})"
