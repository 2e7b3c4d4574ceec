"""Line prices are read with or without VAT, by the one reading that gives the order's total."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.orders.building import a_line, a_row, an_order
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, PriceBasis, ShopLine, TotalKind
from tripletex_wizard.domain.prices import goods_total, gross_lines, gross_of_line


def line(price: str, quantity: str, rate: str) -> ShopLine:
    return ShopLine("SKU", "Garn", Decimal(quantity), Decimal(price), Decimal(rate))


@pytest.mark.parametrize(
    ("basis", "price", "quantity", "rate", "ore"),
    [
        (PriceBasis.INC_VAT, "89.00", "3", "25", 26700),
        (PriceBasis.EX_VAT, "71.2000", "3", "25", 26700),
        (PriceBasis.EX_VAT, "26.6667", "3", "25", 10000),
        (PriceBasis.EX_VAT_ROUNDED_UNIT, "26.6667", "3", "25", 9999),
        (PriceBasis.EX_VAT, "86.0870", "200", "15", 1980001),
        (PriceBasis.EX_VAT_ROUNDED_UNIT, "86.0870", "200", "15", 1980000),
        (PriceBasis.EX_VAT, "90.0009", "1", "11.11", 10000),
        (PriceBasis.INC_VAT, "0.10", "1.35", "25", 14),
    ],
)
def test_a_line_is_rounded_once_per_line_or_once_per_piece(
    basis: PriceBasis, price: str, quantity: str, rate: str, ore: int
) -> None:
    assert gross_of_line(line(price, quantity, rate), basis, "SEK") == Money(ore, "SEK")


def test_the_goods_are_what_the_sale_leaves_after_freight_fee_discount_and_rounding() -> None:
    rows = [
        a_row(TotalKind.SUBTOTAL, "999.00"),
        a_row(TotalKind.TAX, "888.00"),
        a_row(TotalKind.SHIPPING, "79.00"),
        a_row(TotalKind.PAYMENT_FEE, "49.00"),
        a_row(TotalKind.DISCOUNT, "-100.00"),
        a_row(TotalKind.ROUNDING, "0.40"),
        a_row(TotalKind.GIFT_CARD, "-50.00"),
    ]
    assert goods_total(an_order(rows=rows, total="500.00")) == Money(52160)


def grosses(order: Order) -> list[int]:
    found = gross_lines(order)
    assert isinstance(found, tuple)
    return [money.ore for money in found]


def test_prices_without_vat_are_found_by_the_total() -> None:
    order = an_order(lines=[line("71.20", "3", "25"), line("30.4348", "1", "15")], total="302.00")
    assert grosses(order) == [26700, 3500]


def test_prices_with_vat_are_found_by_the_total() -> None:
    order = an_order(lines=[a_line("89.00", "3"), a_line("35.00", rate="15")], total="302.00")
    assert grosses(order) == [26700, 3500]


def test_unit_prices_that_the_shop_rounded_are_found_by_the_total() -> None:
    assert grosses(an_order(lines=[line("86.0870", "200", "15")], total="19800.00")) == [1980000]


def test_readings_that_give_the_same_lines_are_one_reading() -> None:
    assert grosses(an_order(lines=[line("349.00", "1", "0")], total="349.00")) == [34900]


def test_two_readings_with_different_lines_stop_the_order() -> None:
    lines = [line("100.00", "1", "25"), line("-100.00", "1", "25"), line("10.00", "1", "0")]
    assert gross_lines(an_order(lines=lines, total="10.00")) == Problem(
        Code.PRICE_BASIS_AMBIGUOUS, amount=Money(1000)
    )


def test_lines_or_pieces_rounded_are_one_reading_when_each_rate_has_its_sum() -> None:
    lines = [line("26.6667", "3", "25"), line("8.0048", "3", "25")]
    # By piece, 33.33 and 10.01 each, it would be 99.99 and 30.03.
    assert grosses(an_order(lines=lines, total="130.02")) == [10000, 3002]


def test_lines_or_pieces_rounded_are_one_reading_within_an_ore_of_vat() -> None:
    lines = [line("26.6667", "6", "25"), line("8.7009", "5", "15")]
    # By piece, 33.33 and 10.01 each, 199.98 and 50.05; the VAT is 40.00 and 6.53 by both.
    assert grosses(an_order(lines=lines, total="250.03")) == [20000, 5003]


def test_lines_or_pieces_rounded_stop_the_order_when_a_rate_has_other_vat() -> None:
    lines = [line("26.6667", "30", "25"), line("8.7009", "25", "15")]
    # By line 1000.00 and 250.15; by piece 999.90 and 250.25: VAT of 200.00 or 199.98 at 25 %.
    assert gross_lines(an_order(lines=lines, total="1250.15")) == Problem(
        Code.PRICE_BASIS_AMBIGUOUS, amount=Money(125015)
    )


def test_a_price_with_vat_that_fits_too_stops_the_order_however_lines_are_rounded() -> None:
    lines = [
        *(line("26.6667", "3", "25"), line("8.0048", "3", "25")),
        *(line("-26.6667", "3", "25"), line("-8.0048", "3", "25")),
        line("10.00", "1", "0"),
    ]
    assert isinstance(gross_lines(an_order(lines=lines, total="10.00")), Problem)


def test_a_total_that_alone_is_rounded_is_shared_by_the_largest_remainder() -> None:
    lines = [line("7.9952", "1", "25"), line("7.9952", "1", "25")]  # 9.994 each
    assert grosses(an_order(lines=lines, total="19.99")) == [1000, 999]


def test_a_total_of_prices_with_vat_that_alone_is_rounded_is_shared_too() -> None:
    lines = [line("9.9940", "1", "25"), line("-0.9940", "1", "25"), line("9.9940", "1", "25")]
    assert grosses(an_order(lines=lines, total="18.99")) == [999, -99, 999]


def test_a_total_that_alone_is_rounded_leaves_each_rate_its_own_sum() -> None:
    of_high = [line("7.9952", "1", "25")] * 5  # 9.994 each, 49.97 together
    of_middle = [line("8.6887", "1", "15")] * 5  # 9.992005 each, 49.96 together
    assert grosses(an_order(lines=[*of_high, *of_middle], total="99.93")) == [
        *(1000, 1000, 999, 999, 999),
        *(1000, 999, 999, 999, 999),
    ]


def test_prices_without_vat_that_fit_when_the_total_is_rounded_are_never_taken_for_gross() -> None:
    lines = [line("-0.1000", "1", "12"), line("0.1122", "1", "12"), line("0.1000", "0.05", "12")]
    without_vat = Fraction("-0.112") + Fraction("0.125664") + Fraction("0.0056")
    assert round(without_vat, 2) == Fraction("0.02")
    assert gross_lines(an_order(lines=lines, total="0.02")) == Problem(
        Code.PRICE_BASIS_AMBIGUOUS, amount=Money(2)
    )


def test_pieces_rounded_and_the_total_rounded_are_one_reading_within_an_ore_of_vat() -> None:
    lines = [line("7.9944", "14", "25"), line("8.6916", "10", "15")]  # 139.902 and 99.9534
    by_piece = [13986, 10000]  # 9.99 and 10.00 each; shares of the total would be 13990 and 9996
    assert grosses(an_order(lines=lines, total="239.86")) == by_piece


def test_pieces_rounded_and_the_total_rounded_stop_the_order_when_the_vat_is_another() -> None:
    lines = [line("7.9952", "26", "25"), line("8.6929", "34", "15")]  # 259.844 and 339.89239
    by_piece = 25974 + 34000  # VAT 51.95 and 44.35; of shares of the total 51.97 and 44.33
    assert gross_lines(an_order(lines=lines, total="599.74")) == Problem(
        Code.PRICE_BASIS_AMBIGUOUS, amount=Money(by_piece)
    )


def test_two_readings_of_a_rounded_total_with_different_lines_stop_the_order() -> None:
    lines = [
        *(line("7.9952", "1", "25"), line("7.9952", "1", "25")),
        *(line("-7.9952", "1", "25"), line("-7.9952", "1", "25")),
        *(line("9.9940", "1", "0"), line("9.9940", "1", "0")),
    ]
    assert gross_lines(an_order(lines=lines, total="19.99")) == Problem(
        Code.PRICE_BASIS_AMBIGUOUS, amount=Money(1999)
    )


def test_lines_that_no_reading_brings_to_the_total_stop_the_order() -> None:
    assert gross_lines(an_order(lines=[line("80.00", "1", "25")], total="99.99")) == Problem(
        Code.LINES_DO_NOT_SUM,
        amount=Money(9999),
        without_vat=Money(10000),
        with_vat=Money(8000),
    )
