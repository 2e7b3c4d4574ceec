"""Which VAT term a day lies in."""

from __future__ import annotations

from datetime import date

import pytest

from tripletex_wizard.domain.vat_terms import VatTerm, VatTerms, VatTermSetting, VatTermSize

TRADE, FARMING = "GENERAL_INDUSTRY", "PRIMARY_INDUSTRY"
EVER = date(2019, 1, 1)


def terms(*settings: tuple[str, date, VatTermSize | None]) -> VatTerms:
    return VatTerms(tuple(VatTermSetting(*row) for row in settings))


@pytest.mark.parametrize(
    ("size", "months", "numbers"),
    [
        (VatTermSize.ONE_MONTH, 1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        (VatTermSize.TWO_MONTHS, 2, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]),
        (VatTermSize.THREE_MONTHS, 3, [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]),
        (VatTermSize.FOUR_MONTHS, 4, [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]),
        (VatTermSize.SIX_MONTHS, 6, [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]),
        (VatTermSize.YEAR, 12, [1] * 12),
    ],
)
def test_terms_are_counted_from_january(size: VatTermSize, months: int, numbers: list[int]) -> None:
    of = terms((TRADE, EVER, size)).of
    assert [of(date(2026, month, 1)) for month in range(1, 13)] == [
        VatTerm(2026, number, months) for number in numbers
    ]
    assert of(date(2027, 2, 28)) == VatTerm(2027, numbers[1], months)


def test_a_term_changes_at_midnight() -> None:
    of = terms((TRADE, EVER, VatTermSize.TWO_MONTHS)).of
    assert of(date(2026, 10, 31)) == VatTerm(2026, 5, 2)
    assert of(date(2026, 11, 1)) == VatTerm(2026, 6, 2)


@pytest.mark.parametrize(
    "unknown",
    [
        terms(),
        terms((TRADE, EVER, None)),
        terms((TRADE, date(2027, 1, 1), VatTermSize.YEAR)),
        terms((TRADE, EVER, VatTermSize.TWO_MONTHS), (FARMING, EVER, VatTermSize.YEAR)),
        terms((TRADE, EVER, VatTermSize.TWO_MONTHS), (FARMING, EVER, None)),
    ],
    ids=["not read", "a new size", "not yet in force", "two sizes", "one of two is new"],
)
def test_a_term_of_unknown_size_has_no_number(unknown: VatTerms) -> None:
    assert unknown.of(date(2026, 11, 3)) == VatTerm(2026, 0, 0)


def test_the_newest_setting_in_force_counts_in_whatever_order_they_come() -> None:
    of = terms(
        (TRADE, date(2026, 1, 1), VatTermSize.YEAR), (TRADE, EVER, VatTermSize.TWO_MONTHS)
    ).of
    assert of(date(2025, 12, 31)) == VatTerm(2025, 6, 2)
    assert of(date(2026, 1, 1)) == VatTerm(2026, 1, 12)


def test_a_report_that_the_company_does_not_make_does_not_count() -> None:
    of = terms(
        (TRADE, EVER, VatTermSize.TWO_MONTHS), (FARMING, EVER, VatTermSize.NOT_REGISTERED)
    ).of
    assert of(date(2026, 11, 3)) == VatTerm(2026, 6, 2)


@pytest.mark.parametrize(
    "none",
    [
        terms((TRADE, EVER, VatTermSize.NOT_REGISTERED)),
        VatTerms((VatTermSetting(TRADE, EVER, VatTermSize.YEAR),), is_registered=False),
        VatTerms(is_registered=False),
    ],
)
def test_a_company_that_reports_no_vat_has_no_terms(none: VatTerms) -> None:
    assert none.of(date(2026, 11, 3)) is None
