from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tripletex_wizard.domain.money import Money
from tripletex_wizard.gui.amounts import amount, day, number, per_cent, plain_number


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(0), "0,00 kr"),
        (Money(5), "0,05 kr"),
        (Money(-5), "−0,05 kr"),
        (Money(124950), "1 249,50 kr"),
        (Money(-1234567890), "−12 345 678,90 kr"),
        (Money(225000, "SEK"), "2 250,00 SEK"),
        (Money(10**17 + 1), "1 000 000 000 000 000,01 kr"),
    ],
)
def test_an_amount_is_exact_and_does_not_break(norwegian: None, money: Money, text: str) -> None:
    assert amount(money) == text.replace(" ", "\xa0")


def test_an_amount_in_english_has_a_point(english: None) -> None:
    assert amount(Money(-124950)) == "-1,249.50\xa0kr"


def test_a_number_has_no_currency(norwegian: None) -> None:
    assert number(Money(124950)) == "1\xa0249,50"


@pytest.mark.parametrize(
    ("rate", "text"), [("25", "25 %"), ("25.0000", "25 %"), ("11.11", "11,11 %"), ("0", "0 %")]
)
def test_a_rate_has_the_decimals_that_it_needs(norwegian: None, rate: str, text: str) -> None:
    assert per_cent(Decimal(rate)) == text.replace(" ", "\xa0")


def test_a_count_is_never_grouped(norwegian: None) -> None:
    assert plain_number(Decimal("12345.50")) == "12345,5"


def test_a_count_below_nothing_has_the_sign_of_an_amount(norwegian: None) -> None:
    assert plain_number(Decimal("-1.50")) == "−1,5"
    assert plain_number(Decimal(-1)) == "−1"


def test_a_day_is_written_as_on_norwegian_documents(norwegian: None) -> None:
    assert day(date(2026, 11, 3)) == "03.11.2026"
