from __future__ import annotations

from datetime import date

import pytest

from tests.gui.order_rows import PICTURE, in_state, ready, transferred, unreadable
from tests.orders.building import TODAY
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.table.filters import (
    Kind,
    OrderFilter,
    Period,
    counts_of,
    kind_of,
    methods_of,
)
from tripletex_wizard.gui.orders.table.rows import OrderRow, row_of

ROWS = [row_of(standing) for standing in PICTURE]


def shown(chosen: OrderFilter, rows: list[OrderRow] = ROWS, today: date = TODAY) -> list[str]:
    return [row.number for row in chosen.of_kind(chosen.beside_kind(rows, today))]


def found(text: str, rows: list[OrderRow] = ROWS) -> list[str]:
    return [row.number for row in OrderFilter(text=text).beside_kind(rows, TODAY)]


def test_all_is_what_waits_and_not_what_was_transferred() -> None:
    assert shown(OrderFilter()) == [row.number for row in ROWS[:7]]
    assert shown(OrderFilter(Kind.TRANSFERRED)) == ["10455", "10454"]


def test_each_state_has_its_chip_and_what_is_being_sent_only_all() -> None:
    rows = [row_of(in_state(state.value, state)) for state in TransferState]
    assert counts_of(rows) == {
        Kind.ALL: 5,
        Kind.READY: 1,
        Kind.STOPPED: 1,
        Kind.UNCERTAIN: 1,
        Kind.FAILED: 1,
        Kind.TRANSFERRED: 2,
        Kind.NOT_COMPLETED: 1,
        Kind.SKIPPED: 1,
        Kind.CREDITED: 1,
    }
    assert kind_of(TransferState.SENDING) is Kind.ALL
    assert kind_of(TransferState.TRANSFERRED_WITH_NOTE) is Kind.TRANSFERRED


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("10477", ["10477"]),
        ("0477", ["10477"]),
        ("  GREIER garn ", ["10475"]),
        ("bjørg", ["10476"]),
        ("bjørg@example.no", ["10476"]),
        ("10201", ["10455"]),
        ("1 249,50", ["10478"]),
        ("1249,5", ["10478"]),
        ("1\N{NO-BREAK SPACE}249,50 kr", ["10478"]),
        ("1,249.50", ["10478"]),
        ("1.249", ["10478"]),
        ("1249", ["10478"]),
        ("249", []),
        ("1249,6", []),
        ("ingen", []),
    ],
)
def test_a_search_finds_numbers_names_addresses_invoices_and_amounts(
    text: str, numbers: list[str]
) -> None:
    assert found(text) == numbers


def test_a_negative_amount_is_found_with_and_without_its_sign() -> None:
    rows = [row_of(ready("1", "-89.00")), row_of(ready("2", "89.00"))]
    assert found("89", rows) == ["1", "2"]
    assert found("-89", rows) == found("−89,00", rows) == ["1"]


def test_an_amount_is_no_order_number_that_happens_to_hold_it() -> None:
    rows = [row_of(ready("11249", "10.00")), row_of(ready("2", "1249.00"))]
    assert found("1249", rows) == ["11249", "2"]
    assert found("1249,0", rows) == ["2"]


def test_a_method_leaves_the_others_out_and_offers_each_once() -> None:
    assert methods_of(ROWS) == ("Collect", "Invoice", "Klarna_Checkout", "Vipps")
    assert shown(OrderFilter(method="Klarna_Checkout")) == ["10476"]


@pytest.mark.parametrize(
    ("period", "numbers"),
    [
        (Period.WEEK, ["new"]),
        (Period.MONTH, ["new", "month"]),
        (Period.QUARTER, ["new", "month", "quarter"]),
        (Period.ALL, ["new", "month", "quarter", "old"]),
    ],
)
def test_a_period_counts_from_what_last_happened(period: Period, numbers: list[str]) -> None:
    rows = [
        row_of(ready("new", day=16)),
        row_of(ready("month", day=24, month=10)),
        row_of(ready("quarter", day=25, month=8)),
        row_of(ready("old", day=24, month=8)),
    ]
    filtered = OrderFilter(period=period).beside_kind(rows, TODAY)
    assert [row.number for row in filtered] == numbers


def test_an_order_that_cannot_be_read_is_never_filtered_away_by_period() -> None:
    rows = [row_of(unreadable("10001"))]
    assert shown(OrderFilter(period=Period.WEEK), rows) == ["10001"]


def test_one_row_is_let_through_as_among_others() -> None:
    chosen = OrderFilter(Kind.READY, text="kari")
    assert [row.number for row in ROWS if chosen.shows(row, TODAY)] == ["10478"]


@pytest.mark.parametrize(
    ("text", "number"),
    [(" 10398 ", "10398"), ("A-10398", "A-10398"), ("kari", ""), ("1 249,50", ""), ("7", "")],
)
def test_a_search_may_be_an_order_number(text: str, number: str) -> None:
    assert OrderFilter(text=text).asked_number == number


def test_a_filter_is_narrow_by_anything_but_its_kind() -> None:
    assert not OrderFilter(Kind.FAILED, text="  ").is_narrow
    assert OrderFilter(text="a").is_narrow
    assert OrderFilter(method="Vipps").is_narrow
    assert OrderFilter(period=Period.WEEK).is_narrow


def test_the_transferred_are_found_by_the_open_order_too() -> None:
    rows = [row_of(transferred("10454", None))]
    assert found("10454", rows) == ["10454"]
