"""The comparison with the VAT that the shop told its customer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.orders.building import a_row, an_order
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import TotalKind
from tripletex_wizard.domain.stated_vat import (
    RoundedVat,
    StatedVat,
    VatDifference,
    stated_vat,
    vat_by_rate,
)

H, M, Z = Decimal(25), Decimal(15), Decimal(0)


def rounded(ore: int, roundings: int = 1, currency: str = "NOK") -> RoundedVat:
    return RoundedVat(Money(ore, currency), roundings)


def test_vat_is_rounded_per_line_and_summed_per_rate_above_nought() -> None:
    lines = [(H, Money(999)), (H, Money(999)), (H, Money(999)), (M, Money(3500)), (Z, Money(100))]
    assert vat_by_rate(lines) == {H: rounded(600, 3), M: rounded(457)}


def test_a_line_whose_vat_is_whole_ore_is_not_rounded() -> None:
    lines = [(H, Money(8900)), (H, Money(-500)), (H, Money(101)), (M, Money(2300))]
    assert vat_by_rate(lines) == {H: rounded(1700, 1), M: rounded(300, 0)}


def test_vat_keeps_the_currency_of_the_order() -> None:
    assert vat_by_rate([(H, Money(1000, "SEK"))]) == {H: rounded(200, 0, "SEK")}


def test_an_order_without_vat_rows_states_no_vat() -> None:
    assert stated_vat(an_order()) is None


def test_the_rates_of_the_vat_rows_are_read_from_their_titles() -> None:
    rows = [
        a_row(TotalKind.TAX, "69.20", "MVA 25%"),
        a_row(TotalKind.TAX, "0.80", "Herav 25 % på frakt"),
        a_row(TotalKind.TAX, "4.57", "MVA 11,11 %"),
    ]
    assert stated_vat(an_order(rows=rows)) == StatedVat(
        {H: rounded(7000, 2), Decimal("11.11"): rounded(457)}, rounded(7457, 3)
    )


@pytest.mark.parametrize("title", ["Moms", "Spar 10 % - MVA 15 %"])
def test_a_vat_row_without_one_rate_makes_the_total_alone_count(title: str) -> None:
    rows = [a_row(TotalKind.TAX, "69.20", "MVA 25%"), a_row(TotalKind.TAX, "4.57", title)]
    assert stated_vat(an_order(rows=rows)) == StatedVat(None, rounded(7377, 2))


def test_a_rate_that_a_title_names_twice_is_one_rate() -> None:
    rows = [a_row(TotalKind.TAX, "69.20", "MVA 25 % (25.0%)")]
    assert stated_vat(an_order(rows=rows)) == StatedVat({H: rounded(6920)}, rounded(6920))


@pytest.mark.parametrize(
    ("ours", "shop", "is_rounding"),
    [
        (rounded(6925, 3), rounded(6920, 2), True),
        (rounded(6915, 3), rounded(6920, 2), True),
        (rounded(6926, 3), rounded(6920, 2), False),
        (rounded(6914, 3), rounded(6920, 2), False),
        (rounded(0, 0), rounded(1, 0), False),
    ],
)
def test_vat_may_differ_from_the_shops_by_an_ore_for_each_rounding(
    ours: RoundedVat, shop: RoundedVat, is_rounding: bool
) -> None:
    assert VatDifference(H, ours, shop).is_rounding is is_rounding


def test_rates_are_compared_each_with_its_own_the_highest_first() -> None:
    stated = StatedVat({M: rounded(457), H: rounded(6920)}, rounded(7377, 2))
    ours = {H: rounded(6920, 9), Decimal(12): rounded(5)}
    assert stated.beside(ours) == (
        VatDifference(H, rounded(6920, 9), rounded(6920)),
        VatDifference(M, rounded(0, 0), rounded(457)),
        VatDifference(Decimal(12), rounded(5), rounded(0, 0)),
    )


def test_vat_without_rates_is_compared_in_total() -> None:
    stated = StatedVat(None, rounded(1000, 1, "SEK"))
    ours = {H: rounded(900, 2, "SEK"), M: rounded(104, 1, "SEK")}
    assert stated.beside(ours) == (
        VatDifference(None, rounded(1004, 3, "SEK"), rounded(1000, 1, "SEK")),
    )


def test_no_vat_of_ours_is_compared_in_the_currency_of_the_shop() -> None:
    stated = StatedVat(None, rounded(1000, 1, "SEK"))
    assert stated.beside({})[0].ours == rounded(0, 0, "SEK")


def test_the_closest_figures_are_chosen_and_the_first_of_equals() -> None:
    stated = StatedVat({H: rounded(600)}, rounded(600))
    near, far, same = {H: rounded(601)}, {H: rounded(603, 30)}, {H: rounded(599)}
    assert stated.closest({H: far, M: near, Z: same}) == M


def test_figures_that_differ_by_rounding_go_before_closer_ones_that_do_not() -> None:
    stated = StatedVat({H: rounded(600, 0)}, rounded(600, 0))
    rounding, error = {H: rounded(603, 3)}, {H: rounded(602, 1)}
    assert stated.closest({M: error, H: rounding}) == H
