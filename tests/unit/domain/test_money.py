"""Money is whole øre; rounding is half away from zero; splitting loses nothing."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripletex_wizard.domain.money import Money, round_half_up, split_by_largest_remainder

DECIMALS = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
ORE = st.integers(min_value=-(10**9), max_value=10**9)
WEIGHTS = st.lists(st.integers(min_value=1, max_value=10**7), min_size=1, max_size=6)


@given(DECIMALS)
def test_rounding_is_that_of_the_decimal_module(number: Decimal) -> None:
    assert round_half_up(number) == int(number.quantize(Decimal(1), ROUND_HALF_UP))


@given(st.integers(min_value=-(10**6), max_value=10**6))
def test_halves_are_rounded_away_from_zero(whole: int) -> None:
    assert round_half_up(Fraction(2 * whole + 1, 2)) == (whole + 1 if whole >= 0 else whole)


@pytest.mark.parametrize(
    ("amount", "ore"),
    [("0.005", 1), ("0.0049", 0), ("-0.005", -1), ("-0.0049", 0), ("12.345", 1235), ("0", 0)],
)
def test_an_amount_is_rounded_to_the_ore(amount: str, ore: int) -> None:
    assert Money.rounded(Decimal(amount), "SEK") == Money(ore, "SEK")


@given(ORE)
def test_an_amount_has_two_decimals_and_comes_back_unchanged(ore: int) -> None:
    money = Money(ore, "EUR")
    assert money.amount.as_tuple().exponent == -2
    assert Money.rounded(money.amount, "EUR") == money


@given(ORE, ORE)
def test_adding_and_subtracting_are_each_others_opposite(one: int, other: int) -> None:
    assert Money(one) + Money(other) - Money(other) == Money(one)
    assert Money(one) - Money(other) == -(Money(other) - Money(one))


def test_only_zero_is_false() -> None:
    assert not Money(0)
    assert Money(1)
    assert Money(-1)


def test_money_is_norwegian_unless_said_otherwise() -> None:
    assert Money(5).currency == "NOK"


def test_a_sum_of_nothing_is_zero_in_the_currency_asked_for() -> None:
    assert Money.sum([], "SEK") == Money(0, "SEK")


def test_a_sum_keeps_the_currency() -> None:
    assert Money.sum([Money(100, "SEK"), Money(-30, "SEK")], "SEK") == Money(70, "SEK")


@pytest.mark.parametrize("sign", [1, -1])
def test_two_currencies_never_mix(sign: int) -> None:
    with pytest.raises(ValueError, match=r"^NOK and SEK do not add up$"):
        Money(1) + Money(1, "SEK") if sign > 0 else Money(1) - Money(1, "SEK")


@given(ORE, WEIGHTS)
def test_the_parts_add_up_to_the_whole(total: int, weights: list[int]) -> None:
    assert sum(split_by_largest_remainder(total, weights)) == total


@given(ORE, WEIGHTS)
def test_no_part_has_the_other_sign_or_is_a_whole_ore_away(total: int, weights: list[int]) -> None:
    parts = split_by_largest_remainder(total, weights)
    for part, weight in zip(parts, weights, strict=True):
        assert part * total >= 0
        assert abs(part - Fraction(total * weight, sum(weights))) < 1


@given(ORE, WEIGHTS)
def test_the_largest_remainders_get_the_ore_that_are_left(total: int, weights: list[int]) -> None:
    parts = split_by_largest_remainder(total, weights)
    exact = [Fraction(abs(total) * weight, sum(weights)) for weight in weights]
    rest = [share - share.numerator // share.denominator for share in exact]
    up = [abs(part) > share for part, share in zip(parts, exact, strict=True)]
    rounded_down = [rest[i] for i in range(len(rest)) if not up[i]]
    assert all(rest[i] >= max(rounded_down) for i in range(len(rest)) if up[i] and rounded_down)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (-10000, [17800, 34900, 14000], [-2669, -5232, -2099]),  # the discount of T03
        (100, [1, 1, 1], [34, 33, 33]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (200, [1, 1, 1], [67, 67, 66]),
        (1, [1, 2], [0, 1]),
        (0, [1, 2], [0, 0]),
        (7, [5], [7]),
    ],
)
def test_equal_remainders_go_in_the_order_given(
    total: int, weights: list[int], parts: list[int]
) -> None:
    assert split_by_largest_remainder(total, weights) == parts


def test_nothing_to_split_over_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        split_by_largest_remainder(100, [0, 0])
