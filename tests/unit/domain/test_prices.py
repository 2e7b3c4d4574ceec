"""Line prices are read with or without VAT, by the one reading that gives the order's total."""

from __future__ import annotations

from decimal import Decimal

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


def test_lines_that_no_reading_brings_to_the_total_stop_the_order() -> None:
    assert gross_lines(an_order(lines=[line("80.00", "1", "25")], total="99.99")) == Problem(
        Code.LINES_DO_NOT_SUM,
        amount=Money(9999),
        without_vat=Money(10000),
        with_vat=Money(8000),
    )
