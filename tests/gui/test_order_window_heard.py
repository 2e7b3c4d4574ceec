"""What a screen reader hears of the order window beside its cells, and what it can do there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.order_office import OrderDesk
from tests.gui.order_rows import PICTURE, transferred
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

ALL_OF_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def desk(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> OrderDesk:
    return OrderDesk(qtbot, runner, view_settings, PICTURE)


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def description(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def select(desk: OrderDesk, *numbers: str) -> None:
    """As a screen reader does: nothing is gone to."""
    view = desk.window.table.view
    for number in numbers:
        index = desk.window.model.index(desk.numbers.index(number), 0)
        view.selectionModel().select(index, ALL_OF_ROW)


def test_a_chip_is_ticked_without_a_click(desk: OrderDesk) -> None:
    actions = QAccessible.queryAccessibleInterface(desk.chip("Klare")).actionInterface()
    actions.doAction(actions.actionNames()[0])
    desk.qtbot.waitUntil(lambda: desk.checked_chip().startswith("Klare"))
    assert set(desk.numbers) < {standing.number for standing in PICTURE}


def test_an_order_that_is_selected_without_going_there_is_the_one_that_is_shown(
    desk: OrderDesk,
) -> None:
    desk.click_row("10478")
    desk.window.table.view.clearSelection()
    select(desk, "10475")
    assert desk.window.selected == ("10475",)
    assert desk.window.current == "10475"


def test_another_order_that_is_selected_too_is_not_gone_to(desk: OrderDesk) -> None:
    desk.click_row("10478")
    select(desk, "10475")
    assert set(desk.window.selected) == {"10475", "10478"}
    assert desk.window.current == "10478"


def test_enter_on_a_row_that_was_searched_for_asks_for_its_transfer(desk: OrderDesk) -> None:
    desk.search("10478")
    desk.press(Qt.Key.Key_Return)
    assert desk.window.selected == ()
    desk.press(Qt.Key.Key_Return)
    assert desk.window.selected == ("10478",)
    assert desk.asked == [(("10478",), None)]


def test_what_a_search_leaves_is_said(desk: OrderDesk, heard: list[str]) -> None:
    desk.search("10478")
    assert heard[-1] == "Alle 1"


def test_an_order_that_is_looked_at_is_told_of_when_its_state_changes(
    desk: OrderDesk, heard: list[str]
) -> None:
    desk.click_row("10478")
    after = replace(transferred("10478"), problems=())
    desk.controller.standings = {**desk.controller.standings, "10478": after}
    desk.controller.standings_changed.emit(("10478",))
    assert heard == ["Ordre 10478: Overført"]
    desk.controller.standings_changed.emit(("10478",))
    assert len(heard) == 1


def test_what_stands_above_the_table_is_said(desk: OrderDesk, heard: list[str]) -> None:
    desk.window.tell_busy()
    assert heard == [desk.window.told]


def test_the_end_of_a_reading_is_said(desk: OrderDesk, heard: list[str]) -> None:
    desk.controller.load()
    desk.qtbot.waitUntil(lambda: any("oppdatert" in each for each in heard))


def test_the_table_is_heard_before_the_detail_and_a_band_before_all(desk: OrderDesk) -> None:
    band = QWidget()
    desk.window.set_band(band)
    inside = band.parentWidget()
    assert isinstance(inside, QWidget)
    widgets = [each for each in inside.children() if isinstance(each, QWidget)]
    assert widgets[0] is band
    split = [each for each in desk.detail.parentWidget().children() if isinstance(each, QWidget)]
    assert split.index(desk.window.table) < split.index(desk.detail)


def test_lists_say_of_what_and_signs_in_the_search_field_what_they_do(desk: OrderDesk) -> None:
    combos = desk.window.filter_bar.findChildren(QComboBox)
    assert [description(each) for each in combos] == ["Betalingsmetode", "Periode"]
    signs = desk.window.header.search.findChildren(QToolButton)
    assert {name(each) for each in signs} == {"Søk", "Tøm søket"}


def test_a_closed_button_says_why(desk: OrderDesk) -> None:
    footer = desk.window.footer
    desk.window.table.view.clearSelection()
    for button in (footer.main, footer.as_order):
        assert not button.isEnabled()
        assert description(button) == "Velg ordrene som skal overføres"


def test_figures_are_heard_with_their_headings(qtbot: QtBot, norwegian: None) -> None:
    table = FigureTable(wrapping=0, figures=(1, 2))
    qtbot.addWidget(table)
    table.show_rows(("Konto", "Debet", "Kredit"), [("1500", "89,00", "")], ("Sum", "89,00", ""))
    grid = table.layout()
    assert grid is not None
    widgets = [grid.itemAt(place).widget() for place in range(grid.count())]
    said = [name(each) for each in widgets if name(each)]
    assert said == [
        *("Konto", "Debet", "Kredit", "1500", "Debet: 89,00", "Kredit: ingenting"),
        *("Sum", "Debet: 89,00", "Kredit: ingenting"),
    ]
