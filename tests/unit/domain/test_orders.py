"""What an order says about itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.orders.building import KARI, OSLO, TROMSO, a_row, an_order
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import (
    OrderStatus,
    TotalKind,
    UnreadableOrder,
    customer_name,
    not_completed,
)


def test_the_sale_is_the_total_plus_what_gift_cards_paid() -> None:
    cards = [a_row(TotalKind.GIFT_CARD, "-50.00"), a_row(TotalKind.GIFT_CARD, "-30.00")]
    order = an_order(rows=cards, total="9.00")
    assert (order.total, order.gift_cards, order.sale) == (Money(900), Money(8000), Money(8900))


def test_without_gift_cards_nothing_was_paid_by_them_in_the_orders_currency() -> None:
    assert an_order(currency="SEK").gift_cards == Money(0, "SEK")


def test_rows_of_a_kind_come_in_the_shops_order() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-1"), a_row(TotalKind.SHIPPING, "2")]
    order = an_order(rows=[*rows, a_row(TotalKind.DISCOUNT, "-3")])
    assert [row.amount.ore for row in order.rows(TotalKind.DISCOUNT)] == [-100, -300]


def test_an_order_is_delivered_on_the_norwegian_day_of_finishing() -> None:
    order = an_order(finished=datetime(2026, 10, 31, 23, 58, tzinfo=OSLO))
    assert order.finished_on == date(2026, 10, 31)
    assert an_order(finished=None).finished_on is None


@pytest.mark.parametrize(
    "name",
    ["Kansellert", "AVBESTILT av kunde", "Annullert", "Cancelled", "canceled", "Ordre returnert",
     "Returned", "Refundert", "refunded"],
)  # fmt: skip
def test_a_status_whose_name_says_so_is_called_off_and_its_order_not_to_be_transferred(
    name: str,
) -> None:
    status = OrderStatus("9", name)
    assert status.is_called_off
    assert not_completed(status) == Problem(Code.STATUS_CALLED_OFF, status=name)


@pytest.mark.parametrize("name", ["Sendt", "Under behandling", "Kansellertgebyr", "Retur ventes"])
def test_other_statuses_are_not_called_off(name: str) -> None:
    status = OrderStatus("9", name)
    assert not status.is_called_off
    assert not_completed(status) == Problem(Code.STATUS_NOT_COMPLETED, status=name)


def test_nobody_is_named_where_an_order_cannot_be_read_or_is_not_at_hand() -> None:
    assert customer_name(an_order()) == KARI.name
    unreadable = UnreadableOrder("10457", Problem(Code.ORDER_WITHOUT_LINES))
    assert customer_name(unreadable) == customer_name(None) == ""


def test_a_company_name_or_an_organisation_number_makes_a_company() -> None:
    assert not KARI.is_company
    assert replace(KARI, organization_number="313900215").is_company
    assert replace(KARI, address=replace(TROMSO, company="Garn AS")).is_company


@pytest.mark.parametrize("number", ["-", " ", "ingen", "N/A"])
def test_an_organisation_number_without_digits_makes_no_company(number: str) -> None:
    assert not replace(KARI, organization_number=number).is_company


def test_a_company_is_called_by_its_name_and_a_person_by_hers() -> None:
    assert KARI.name == "Kari Eksempel"
    assert replace(KARI, address=replace(TROMSO, company="Garn AS")).name == "Garn AS"


@pytest.mark.parametrize(
    "email",
    ["kari@example.no", "k.a+r'i@post.example.no", "a" * 243 + "@example.no"],
)
def test_an_address_in_the_form_that_tripletex_takes_is_used(email: str) -> None:
    assert replace(KARI, email=email).usable_email == email


@pytest.mark.parametrize(
    "email",
    [
        *("", "kari", "kari@example", "kåre@example.no", "kari@pøbel.no", "@example.no"),
        *("kari@example.no ", "kari@example.no\n", "a b@example.no", "kari@example..no"),
        "a" * 244 + "@example.no",
    ],
)
def test_any_other_address_is_not_used(email: str) -> None:
    assert replace(KARI, email=email).usable_email == ""
