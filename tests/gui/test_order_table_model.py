from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.order_rows import (
    PICTURE,
    by_number,
    in_state,
    ready,
    shop_order,
    transferred,
    unreadable,
)
from tests.orders.building import TODAY
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.orders.table.cells import NOTHING
from tripletex_wizard.gui.orders.table.filters import Kind, OrderFilter
from tripletex_wizard.gui.orders.table.model import OrderTableModel
from tripletex_wizard.gui.orders.table.rows import URGENCY, Column
from tripletex_wizard.gui.state_looks import STATE_LOOKS
from tripletex_wizard.gui.theme import Theme, colours
from tripletex_wizard.gui.tones import Tone

ROLE = Qt.ItemDataRole
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def update(model: OrderTableModel, *standings: Standing) -> None:
    held = by_number(*standings)
    model.update_orders(tuple(held), held, TODAY)


@pytest.fixture
def model(qtbot: QtBot, theme: Theme, norwegian: None) -> OrderTableModel:
    made = OrderTableModel()
    update(made, *PICTURE)
    return made


def numbers(model: OrderTableModel) -> list[str]:
    return [model.row(place).number for place in range(model.rowCount())]


def cell(
    model: OrderTableModel, number: str, column: Column, role: int = ROLE.DisplayRole
) -> object:
    place = model.place_of(number)
    assert place is not None
    return model.data(model.index(place, column), role)


def texts(model: OrderTableModel, number: str) -> list[str]:
    return [
        str(cell(model, number, column)).replace("\N{NO-BREAK SPACE}", " ") for column in Column
    ]


def test_it_is_a_model_as_qt_wants_it(
    model: OrderTableModel, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    qtmodeltester.check(model)
    update(model, ready("10999"), transferred("10478"), in_state("10477", TransferState.FAILED))
    model.sort(Column.AMOUNT, UP)
    model.update_orders(("10476", "none"), {}, TODAY)
    model.show_only(OrderFilter(Kind.TRANSFERRED), TODAY)
    assert numbers(model) == ["10454", "10455", "10478"]


def test_a_row_reads_as_in_the_picture(model: OrderTableModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == [
        "Ordre",
        "Dato",
        "Kunde",
        "Sum",
        "Betaling",
        "Status",
        "Overføres som",
        "Overføring",
    ]
    assert texts(model, "10478") == [
        "10478",
        "22.11.2026",
        "Kari Eksempel",
        "1 249,50",
        "Vipps",
        "Sendt",
        "Faktura, betalt",
        "Klar",
    ]
    assert texts(model, "10477")[Column.BECOMES] == "Faktura, e-post"
    assert texts(model, "10475")[Column.BECOMES :] == ["Ordre", "Klar"]
    assert texts(model, "10474")[Column.BECOMES :] == [NOTHING, "Stoppet"]


def test_what_is_in_tripletex_has_its_number_there(model: OrderTableModel) -> None:
    model.show_only(OrderFilter(Kind.TRANSFERRED), TODAY)
    assert cell(model, "10455", Column.BECOMES) == "Faktura 10201"
    assert cell(model, "10454", Column.BECOMES) == "Ordre 10454"


def test_a_gift_card_is_named_beside_the_method(model: OrderTableModel) -> None:
    update(
        model,
        ready("1", "80.00", gift_card="20.00"),
        ready("2", "0.00", gift_card="20.00", method="gift_voucher"),
    )
    assert texts(model, "1")[Column.AMOUNT : Column.STATUS] == ["100,00", "Gavekort + Vipps"]
    assert texts(model, "2")[Column.PAYMENT] == "Gavekort"


def test_an_order_that_cannot_be_read_has_nothing_but_its_number(model: OrderTableModel) -> None:
    update(model, unreadable("9"))
    assert texts(model, "9") == ["9", *6 * [NOTHING], "Stoppet"]
    assert cell(model, "9", Column.CUSTOMER, ROLE.AccessibleTextRole) == "Kunde: ingenting"


def test_another_currency_is_named(model: OrderTableModel) -> None:
    update(model, replace(ready("1"), order=shop_order("1", currency="SEK")))
    assert texts(model, "1")[Column.AMOUNT] == "89,00 SEK"


def test_figures_stand_at_the_right_with_their_heading(model: OrderTableModel) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for column in Column:
        at_right = column is Column.AMOUNT
        heading = model.headerData(column, Qt.Orientation.Horizontal, ROLE.TextAlignmentRole)
        assert (cell(model, "10478", column, ROLE.TextAlignmentRole) == right) is at_right
        assert (heading == right) is at_right


def test_a_state_has_an_icon_a_word_and_a_tone_of_its_own(model: OrderTableModel) -> None:
    update(model, *(in_state(state.value, state) for state in TransferState))
    icons = [STATE_LOOKS[state][1] for state in TransferState]
    assert len(set(icons)) == len(TransferState)
    model.show_only(OrderFilter(Kind.READY), TODAY)
    icon = cell(model, "ready", Column.TRANSFER, ROLE.DecorationRole)
    assert icon is cell(model, "10478", Column.TRANSFER, ROLE.DecorationRole)
    assert cell(model, "ready", Column.CUSTOMER, ROLE.DecorationRole) is None
    assert cell(model, "ready", Column.TRANSFER, ROLE.ForegroundRole) is not None


def test_an_uncertain_order_has_a_line_in_a_circle(model: OrderTableModel) -> None:
    drawn = cell(model, "10470", Column.TRANSFER, ROLE.DecorationRole)
    assert isinstance(drawn, QIcon)
    expected = icon_of(Icon.MINUS_CIRCLE, colours().tones[Tone.SUGGESTION].text)
    assert drawn.pixmap(16).toImage() == expected.pixmap(16).toImage()


def test_the_tip_of_a_state_says_why_and_what_helps(model: OrderTableModel) -> None:
    tip = str(cell(model, "10474", Column.TRANSFER, ROLE.ToolTipRole))
    assert tip.startswith("Ordren er ikke fullført i Mystore.")
    assert tip.endswith("når varene er sendt.")
    assert cell(model, "10474", Column.CUSTOMER, ROLE.ToolTipRole) is None
    assert cell(model, "10478", Column.TRANSFER, ROLE.ToolTipRole) is None


def test_an_edit_after_the_transfer_is_seen_told_and_comes_first(model: OrderTableModel) -> None:
    edited = Problem(
        Code.EDITED_SINCE, before=Money(8900), after=Money(9900), difference=Money(1000)
    )
    update(model, replace(transferred("10453"), edited=edited))
    model.show_only(OrderFilter(Kind.TRANSFERRED), TODAY)
    assert cell(model, "10453", Column.TRANSFER) == "Overført, endret"
    assert "99,00" in str(cell(model, "10453", Column.TRANSFER, ROLE.ToolTipRole))
    model.sort(Column.TRANSFER, UP)
    assert numbers(model)[0] == "10453"


def test_a_screen_reader_hears_each_cell_with_its_heading(model: OrderTableModel) -> None:
    heard = [
        str(cell(model, "10474", column, ROLE.AccessibleTextRole)).replace("\xa0", " ")
        for column in Column
    ]
    assert heard[:4] == [
        "Ordre: 10474",
        "Dato: 21.11.2026",
        "Kunde: Åse Prøvesen",
        "Sum: 730,00 kr",
    ]
    assert heard[Column.BECOMES] == "Overføres som: ingenting"
    assert heard[Column.TRANSFER].startswith("Overføring: Stoppet. ")
    assert len(heard[Column.TRANSFER]) > len("Overføring: Stoppet. ")


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (Column.ORDER, ["10465", "10470", "10474"]),
        (Column.DATE, ["10465", "10470", "10474"]),
        (Column.CUSTOMER, ["10476", "10475", "10465"]),
        (Column.AMOUNT, ["10476", "10474", "10478"]),
        (Column.PAYMENT, ["10475", "10477", "10476"]),
        (Column.STATUS, ["10465", "10470", "10474"]),
        (Column.BECOMES, ["10465", "10470", "10476"]),
        (Column.TRANSFER, ["10465", "10470", "10474"]),
    ],
)
def test_it_sorts_by_each_column_and_backwards(
    model: OrderTableModel, column: Column, first: list[str]
) -> None:
    model.sort(column, UP)
    up = numbers(model)
    assert up[:3] == first
    model.sort(column, DOWN)
    assert numbers(model) == up[::-1]
    assert model.sorted_by == (column, DOWN)


def test_numbers_sort_as_numbers_and_norwegian_letters_last(model: OrderTableModel) -> None:
    rows = [ready("999", name="Ærlig AS"), ready("10000", name="Ås AS"), ready("1000", name="Zen")]
    model.update_orders(by_number(*PICTURE), by_number(*rows), TODAY)
    update(model, *rows, ready("1001", name="Øst"), ready("1002", name="kunde 9"))
    update(model, ready("1003", name="Kunde 10"))
    model.sort(Column.ORDER, UP)
    assert numbers(model) == ["999", "1000", "1001", "1002", "1003", "10000"]
    model.sort(Column.CUSTOMER, UP)
    assert [model.row(place).customer for place in range(6)] == [
        "kunde 9",
        "Kunde 10",
        "Zen",
        "Ærlig AS",
        "Øst",
        "Ås AS",
    ]


def test_the_states_sort_by_urgency(model: OrderTableModel) -> None:
    assert set(URGENCY) == set(TransferState)
    model.sort(Column.TRANSFER, UP)
    states = [model.row(place).state for place in range(model.rowCount())]
    assert states == sorted(states, key=URGENCY.index)
    assert states[0] is TransferState.FAILED


def test_invoices_in_tripletex_sort_by_their_number(model: OrderTableModel) -> None:
    update(model, *(transferred(str(n), n + 100) for n in (9, 10, 11)))
    model.show_only(OrderFilter(Kind.TRANSFERRED), TODAY)
    model.sort(Column.BECOMES, UP)
    assert numbers(model) == ["9", "10", "11", "10455", "10454"]


def test_the_first_click_shows_the_largest_or_the_most_urgent_first(model: OrderTableModel) -> None:
    orders = {
        column: model.headerData(column, Qt.Orientation.Horizontal, ROLE.InitialSortOrderRole)
        for column in Column
    }
    assert orders[Column.AMOUNT] == orders[Column.DATE] == orders[Column.ORDER] == DOWN
    assert orders[Column.CUSTOMER] == orders[Column.TRANSFER] == UP


@pytest.mark.parametrize("column", Column)
@pytest.mark.parametrize("order", [UP, DOWN])
def test_rows_that_come_one_by_one_stand_where_sorting_anew_puts_them(
    model: OrderTableModel, column: Column, order: Qt.SortOrder
) -> None:
    model.sort(column, order)
    for standing in PICTURE:
        model.update_orders((standing.number,), {}, TODAY)
        update(model, standing)
    kept = numbers(model)
    model.sort((column + 1) % len(Column), order)
    model.sort(column, order)
    assert numbers(model) == kept


def test_a_changed_order_moves_and_its_index_with_it(model: OrderTableModel) -> None:
    model.sort(Column.AMOUNT, DOWN)
    place = model.place_of("10478")
    assert place is not None
    kept = QPersistentModelIndex(model.index(place, 0))
    for total in ("99999.00", "1.00", "1249.50"):
        update(model, ready("10478", total))
        assert kept.row() == model.place_of("10478")
        assert kept.data() == "10478"


def test_a_changed_order_leaves_when_the_filter_no_longer_fits_and_comes_back(
    model: OrderTableModel,
) -> None:
    model.show_only(OrderFilter(Kind.READY), TODAY)
    update(model, transferred("10478"))
    assert numbers(model) == ["10477", "10476", "10475"]
    assert model.place_of("10478") is None
    assert model.counts()[Kind.TRANSFERRED] == 3
    update(model, ready("10478"))
    assert numbers(model) == ["10478", "10477", "10476", "10475"]


def test_many_rows_come_at_once(model: OrderTableModel) -> None:
    update(model, *(ready(str(number)) for number in range(20000, 20100)))
    assert numbers(model)[:2] == ["20099", "20098"]
    assert model.counts()[Kind.READY] == 104
    assert model.total == 109


def test_counts_follow_the_rest_of_the_filter_and_totals_do_not(model: OrderTableModel) -> None:
    model.show_only(OrderFilter(Kind.READY, text="ola"), TODAY)
    assert model.rowCount() == 0
    assert model.counts()[Kind.TRANSFERRED] == 1
    assert model.totals()[Kind.TRANSFERRED] == 2


def test_it_is_a_flat_table_that_knows_nothing_of_other_roles(model: OrderTableModel) -> None:
    first = model.index(0, 0)
    assert model.rowCount(first) == model.columnCount(first) == 0
    assert model.data(QModelIndex()) is None
    assert model.data(first, ROLE.EditRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) == "10478"
    assert model.headerData(0, Qt.Orientation.Vertical, ROLE.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, ROLE.DecorationRole) is None
