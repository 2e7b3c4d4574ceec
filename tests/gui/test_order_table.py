from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QSplitterHandle, QToolTip
from pytestqt.qtbot import QtBot

from tests.gui.order_office import CTRL, SHIFT, OrderDesk
from tests.gui.order_rows import PICTURE, by_number, in_state, ready, transferred
from tests.orders.building import TODAY
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.table.cells import cell
from tripletex_wizard.gui.orders.table.filters import Kind, OrderFilter
from tripletex_wizard.gui.orders.table.rows import Column
from tripletex_wizard.gui.orders.table.table_header import fitted
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.tones import LIGHT
from tripletex_wizard.gui.view_settings import ViewSettings

WAITING = ["10478", "10477", "10476", "10475", "10474", "10470", "10465"]


@pytest.fixture
def desk(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> OrderDesk:
    return OrderDesk(qtbot, runner, view_settings, PICTURE)


def chosen(desk: OrderDesk) -> list[str]:
    return list(desk.window.selected)


def drag(desk: OrderDesk, border: QSplitterHandle, *, by: int) -> None:
    """Move a border to the right by so many pixels."""
    start = border.rect().center()
    desk.qtbot.mousePress(border, Qt.MouseButton.LeftButton, pos=start)
    desk.qtbot.mouseMove(border, start + QPoint(by, 0))
    desk.qtbot.mouseRelease(border, Qt.MouseButton.LeftButton, pos=start)


def cut_columns(desk: OrderDesk) -> list[Column]:
    """The columns with a text that is not shown whole."""
    view, model = desk.window.table.view, desk.window.model
    beside = {column: 40 if column is Column.TRANSFER else 16 for column in Column}  # an icon
    rows = [model.row(place) for place in range(model.rowCount())]
    texts = {column: [cell(row, column) for row in rows] for column in Column}
    wide = view.fontMetrics().horizontalAdvance
    return [
        column
        for column in Column
        if max(map(wide, texts[column])) > view.columnWidth(column) - beside[column]
    ]


def arrive(desk: OrderDesk, *numbers: str, total: str = "89.00", name: str = "Kari Lo") -> None:
    """More orders come, as a page of a loading."""
    rows = by_number(*(ready(number, total, name=name) for number in numbers))
    desk.controller.standings = {**desk.controller.standings, **rows}
    desk.controller.standings_changed.emit(tuple(rows))


def test_the_newest_stands_first_and_is_shown_in_detail(desk: OrderDesk) -> None:
    assert desk.numbers == WAITING
    assert desk.window.current == desk.detail.number == "10478"
    assert chosen(desk) == []


def test_clicks_choose_one_several_and_a_range(desk: OrderDesk) -> None:
    desk.click_row("10477")
    assert chosen(desk) == ["10477"]
    desk.click_row("10475", SHIFT)
    assert chosen(desk) == ["10477", "10476", "10475"]
    desk.click_row("10476", CTRL)
    assert chosen(desk) == ["10477", "10475"]
    assert desk.window.current == "10476"
    assert desk.detail.number == "10477 10475"


def test_arrows_home_and_end_move_and_shift_chooses_on_the_way(desk: OrderDesk) -> None:
    desk.go_to_rows()
    desk.press(Qt.Key.Key_Down)
    assert chosen(desk) == ["10477"]
    desk.press(Qt.Key.Key_Down, SHIFT)
    assert chosen(desk) == ["10477", "10476"]
    desk.press(Qt.Key.Key_End)
    assert (chosen(desk), desk.detail.number) == (["10465"], "10465")
    desk.press(Qt.Key.Key_Home)
    assert (chosen(desk), desk.detail.number) == (["10478"], "10478")


def test_ctrl_a_chooses_all_that_is_shown_and_escape_none(desk: OrderDesk) -> None:
    desk.go_to_rows()
    desk.press(Qt.Key.Key_A, CTRL)
    assert chosen(desk) == WAITING
    desk.press(Qt.Key.Key_Escape)
    assert chosen(desk) == []
    assert desk.window.current == "10478"


def test_a_typed_number_leads_to_its_order(desk: OrderDesk) -> None:
    desk.go_to_rows()
    desk.qtbot.keyClicks(desk.window.table.view, "10475")
    assert chosen(desk) == ["10475"]


def test_a_typed_number_that_is_not_there_moves_nothing(desk: OrderDesk) -> None:
    desk.click_row("10476")
    desk.go_to_rows()
    desk.qtbot.keyClicks(desk.window.table.view, "999")
    assert chosen(desk) == ["10476"]


def test_enter_asks_for_what_a_batch_can_do_something_with(desk: OrderDesk) -> None:
    desk.go_to_rows()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == [(("10478", "10477", "10476", "10475", "10470", "10465"), None)]


def test_enter_asks_for_nothing_when_nothing_can_be_transferred(desk: OrderDesk) -> None:
    desk.click_row("10474")
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []


# orders that come


@pytest.mark.parametrize("count", [1, 25, 200])
def test_orders_that_come_take_nothing_away_from_who_is_at_work(
    desk: OrderDesk, count: int
) -> None:
    """Selection, the order in detail, sorting and what is seen stay as they are."""
    arrive(desk, *(str(number) for number in range(20000, 20100)))
    desk.window.model.sort(Column.CUSTOMER, Qt.SortOrder.AscendingOrder)
    desk.click_row("20050")
    desk.click_row("20052", CTRL)
    view = desk.window.table.view
    view.verticalScrollBar().setValue(777)
    seen = view.visualRect(desk.index("20050")).top()
    arrive(desk, *(str(number) for number in range(10000, 10000 + count)))
    assert chosen(desk) == ["20050", "20052"]
    assert desk.window.current == "20052"
    assert desk.window.model.sorted_by == (Column.CUSTOMER, Qt.SortOrder.AscendingOrder)
    assert view.visualRect(desk.index("20050")).top() == seen


def test_until_a_person_goes_somewhere_the_newest_is_shown_in_detail(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> None:
    desk = OrderDesk(qtbot, runner, view_settings)
    arrive(desk, "10470", "10471")
    assert desk.window.current == desk.detail.number == desk.numbers[0]
    arrive(desk, "10479")
    arrive(desk, *(str(number) for number in range(10480, 10490)))
    arrive(desk, "10450")
    arrive(desk, *(str(number) for number in range(10100, 10400)))
    assert desk.window.current == desk.detail.number == desk.numbers[0] == "10489"
    assert desk.window.table.view.currentIndex().row() == 0
    assert chosen(desk) == []
    desk.go_to_rows()
    desk.press(Qt.Key.Key_Down)
    arrive(desk, *(str(number) for number in range(10490, 10496)))
    assert desk.window.current == desk.detail.number == "10488"


def test_who_reads_the_top_sees_new_orders_come_there(desk: OrderDesk) -> None:
    arrive(desk, *(str(number) for number in range(10500, 10600)))
    assert desk.window.table.view.rowAt(0) == 0
    assert desk.numbers[0] == "10599"


def test_a_chosen_order_that_changes_stays_chosen(desk: OrderDesk) -> None:
    desk.window.model.sort(Column.AMOUNT, Qt.SortOrder.DescendingOrder)
    desk.click_row("10478")
    arrive(desk, "10478", total="1.00")
    assert desk.numbers[-1] == "10478"
    assert chosen(desk) == ["10478"]
    assert desk.detail.shown[-1] == desk.controller.standings["10478"]


def test_a_chosen_order_that_leaves_is_no_longer_chosen(desk: OrderDesk) -> None:
    desk.click_row("10478")
    desk.click_row("10477", CTRL)
    rows = by_number(transferred("10478"))
    desk.controller.standings = {**desk.controller.standings, **rows}
    desk.controller.standings_changed.emit(tuple(rows))
    assert chosen(desk) == ["10477"]


def test_sorting_and_filtering_keep_what_is_chosen_and_still_shown(desk: OrderDesk) -> None:
    desk.click_row("10478")
    desk.click_row("10474", CTRL)
    desk.window.model.sort(Column.AMOUNT, Qt.SortOrder.DescendingOrder)
    assert set(chosen(desk)) == {"10478", "10474"}
    desk.window.search.show_only(OrderFilter(Kind.READY))
    assert chosen(desk) == ["10478"]


def test_the_order_in_detail_stays_in_sight_when_sorted(desk: OrderDesk) -> None:
    arrive(desk, *(str(number) for number in range(10500, 10600)))
    desk.click_row("10599")
    desk.window.model.sort(Column.ORDER, Qt.SortOrder.AscendingOrder)
    view = desk.window.table.view
    assert view.viewport().rect().contains(view.visualRect(desk.index("10599")).center())


# the headings


def test_a_click_on_a_heading_sorts_and_another_turns_it_round(desk: OrderDesk) -> None:
    header = desk.window.table.view.horizontalHeader()
    middle = header.viewport().rect().center()
    middle.setX(header.sectionViewportPosition(Column.AMOUNT) + 20)
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.numbers[0] == "10475"
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.numbers[0] == "10476"


def test_keys_sort_by_a_heading_and_a_screen_reader_hears_how(desk: OrderDesk) -> None:
    header = desk.window.table.view.horizontalHeader()
    header.setFocus()
    assert header.accessibleName() == "Ordre, sortert synkende"
    for _ in range(2):
        desk.press(Qt.Key.Key_Right)
    assert header.accessibleName() == "Kunde"
    desk.press(Qt.Key.Key_Space)
    assert header.accessibleName() == "Kunde, sortert stigende"
    assert desk.numbers[0] == "10476"
    desk.press(Qt.Key.Key_Return)
    assert header.accessibleName() == "Kunde, sortert synkende"
    desk.press(Qt.Key.Key_End)
    assert header.accessibleName() == "Overføring"
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Left)
    assert header.accessibleName() == "Ordre"


def test_the_heading_under_the_keys_has_a_frame(desk: OrderDesk) -> None:
    header = desk.window.table.view.horizontalHeader()
    before = header.grab().toImage()
    header.setFocus()
    assert header.grab().toImage() != before


def test_tab_goes_through_the_headings_once_and_then_the_rows(desk: OrderDesk) -> None:
    view = desk.window.table.view
    view.horizontalHeader().setFocus()
    desk.press(Qt.Key.Key_Tab)
    assert view.hasFocus()
    desk.press(Qt.Key.Key_Tab)
    assert not view.hasFocus()


# looks


def test_the_whole_row_under_the_mouse_is_marked(desk: OrderDesk) -> None:
    view = desk.window.table.view
    desk.qtbot.mouseMove(view.viewport(), desk.middle_of("10476"))
    desk.qtbot.waitUntil(lambda: ground(desk, "10476", Column.ORDER) == LIGHT.hover)
    assert ground(desk, "10476", Column.TRANSFER) == LIGHT.hover
    assert ground(desk, "10475", Column.ORDER) == LIGHT.card


def test_a_chosen_row_keeps_its_colour_when_the_keys_are_elsewhere(desk: OrderDesk) -> None:
    desk.click_row("10476")
    desk.window.header.search.setFocus()
    assert ground(desk, "10476", Column.TRANSFER) == LIGHT.selection


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_cut_text_is_shown_whole_and_another_is_not(desk: OrderDesk) -> None:
    view = desk.window.table.view
    view.setColumnWidth(Column.CUSTOMER, 60)
    assert tip_of(desk, "10475", Column.CUSTOMER) == "Garn og Greier AS"
    QToolTip.hideText()
    desk.qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert tip_of(desk, "10475", Column.ORDER) == ""
    assert tip_of(desk, "10474", Column.TRANSFER).startswith("Ordren er ikke fullført")
    QToolTip.hideText()
    desk.qtbot.waitUntil(lambda: not QToolTip.isVisible())


def tip_of(desk: OrderDesk, number: str, column: Column) -> str:
    viewport = desk.window.table.view.viewport()
    place = desk.middle_of(number, column)
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    shown = QToolTip.text() if QToolTip.isVisible() else ""
    return shown.removeprefix("<p>").removesuffix("</p>")


def ground(desk: OrderDesk, number: str, column: Column) -> str:
    view = desk.window.table.view
    rect = view.visualRect(desk.index(number, column))
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    colour: QColor = image.pixelColor(
        int((rect.right() - 3) * ratio), int((rect.top() + 4) * ratio)
    )
    return colour.name()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_no_column_is_out_of_sight(desk: OrderDesk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    view = desk.window.table.view
    desk.qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (500, [100, 200]),
        (300, [100, 200]),
        (220, [84, 136]),
        (200, [80, 120]),
        (10, [80, 120]),
    ],
)
def test_columns_give_way_in_the_same_measure_and_never_below_their_least(
    room: int, widths: list[int]
) -> None:
    assert fitted([100, 200], [80, 120], room) == widths


def test_columns_are_not_a_pixel_wider_than_their_room() -> None:
    wanted, least = [74, 85, 178, 94, 141], [66, 85, 66, 88, 69]
    rooms = range(sum(least), sum(wanted))
    assert [room for room in rooms if sum(fitted(wanted, least, room)) > room] == []


# kept between runs


def test_columns_and_sorting_are_as_they_were_left(desk: OrderDesk) -> None:
    header = desk.window.table.view.horizontalHeader()
    header.moveSection(header.visualIndex(Column.TRANSFER), 0)
    header.resizeSection(Column.CUSTOMER, 222)
    desk.window.model.sort(Column.ORDER, Qt.SortOrder.DescendingOrder)
    header.setSortIndicator(Column.AMOUNT, Qt.SortOrder.AscendingOrder)
    desk.window.close()
    again = desk.opened().table.view.horizontalHeader()
    assert again.visualIndex(Column.TRANSFER) == 0
    assert again.sectionSize(Column.CUSTOMER) == 222
    assert desk.window.model.sorted_by == (Column.AMOUNT, Qt.SortOrder.AscendingOrder)
    assert desk.numbers[0] == "10476"


def test_what_was_kept_and_cannot_be_read_changes_nothing(desk: OrderDesk) -> None:
    desk.window.close()
    for name in ("order-sorting", "order-columns", "order-split"):
        desk.settings.keep(name, QByteArray(b"x y"))
    desk.opened()
    assert desk.numbers == WAITING
    assert desk.window.table.view.columnWidth(Column.CUSTOMER) > 0


def test_what_an_order_becomes_is_read_whole_in_the_first_window(desk: OrderDesk) -> None:
    view = desk.window.table.view
    beside = 16  # what the delegate keeps free at both sides of a text
    longest = view.fontMetrics().horizontalAdvance("Faktura, betalt, e-post")
    assert view.columnWidth(Column.BECOMES) - beside >= longest


def test_names_that_there_is_room_for_are_not_cut(desk: OrderDesk) -> None:
    """The room that short texts leave is the customer's, whose longest name is shown whole."""
    desk.opened((1280, 800))
    assert cut_columns(desk) == []


def test_only_a_long_name_is_cut_before_the_window_is_made_wider(desk: OrderDesk) -> None:
    window = desk.opened((1280, 800))
    arrive(desk, "10479", name="Husflidslaget Prøveby og Omegn AS")
    desk.qtbot.waitUntil(lambda: cut_columns(desk) == [Column.CUSTOMER])
    window.resize(1600, 800)
    desk.qtbot.waitUntil(lambda: cut_columns(desk) == [])


@pytest.mark.parametrize("width", [1280, 1600])
def test_what_another_chip_shows_is_not_cut_for_the_sake_of_what_waits(
    desk: OrderDesk, width: int
) -> None:
    desk.opened((width, 800))
    rows = by_number(
        transferred("10454", 10202, total="114210.00", gift_card="10.00"),
        in_state("10453", TransferState.SKIPPED, total="214210.00"),
        in_state("10452", TransferState.NOT_COMPLETED, method="collect"),
    )
    desk.controller.standings = {**desk.controller.standings, **rows}
    desk.controller.standings_changed.emit(tuple(rows))
    for kind in (Kind.TRANSFERRED, Kind.SKIPPED, Kind.NOT_COMPLETED, Kind.ALL):
        desk.window.search.show_only(OrderFilter(kind))
        assert cut_columns(desk) == []


def test_columns_that_nobody_has_touched_go_on_fitting_the_window(desk: OrderDesk) -> None:
    desk.window.resize(1024, 640)
    desk.window.close()
    view = desk.opened((1280, 800)).table.view
    wide = view.columnWidth(Column.CUSTOMER)
    desk.window.resize(1024, 640)
    desk.qtbot.waitUntil(lambda: view.columnWidth(Column.CUSTOMER) < wide)
    desk.qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)


def test_the_window_and_its_halves_are_where_they_were(desk: OrderDesk) -> None:
    size = desk.window.minimumSize() + QSize(0, 60)  # no larger than the screen of the tests
    desk.window.resize(size)
    (split,) = desk.window.findChildren(QSplitter)
    before = split.sizes()
    drag(desk, split.handle(1), by=-40)
    sizes = split.sizes()
    assert sizes == [before[0] - 40, before[1] + 40]
    desk.window.close()
    again = desk.opened()
    assert again.size() == size
    assert again.findChildren(QSplitter)[0].sizes() == sizes


def test_the_detail_pane_has_its_share_until_the_border_is_moved(desk: OrderDesk) -> None:
    window = desk.opened((1280, 800))
    (split,) = window.findChildren(QSplitter)
    desk.qtbot.waitUntil(lambda: split.sizes() == [816, 408])
    window.resize(1600, 800)
    desk.qtbot.waitUntil(lambda: split.sizes() == [1097, 447])
    drag(desk, split.handle(1), by=-100)
    window.resize(1500, 800)
    desk.qtbot.waitUntil(lambda: sum(split.sizes()) == 1444)
    assert split.sizes()[1] > 500


def test_a_double_click_beside_a_heading_fits_the_column_to_its_cells(desk: OrderDesk) -> None:
    view = desk.window.table.view
    view.resizeColumnToContents(Column.CUSTOMER)
    needed = view.fontMetrics().horizontalAdvance("Garn og Greier AS")
    assert needed < view.columnWidth(Column.CUSTOMER) < needed + 60


# the menu


def test_the_menu_offers_what_can_be_done_with_the_chosen(desk: OrderDesk) -> None:
    desk.click_row("10478")
    menu = desk.window.table.menu()
    assert offered(menu) == {
        "Overfør …": True,
        "Overfør som ordre …": True,
        "Overfør på nytt …": False,
    }
    menu.actions()[0].trigger()
    menu.actions()[1].trigger()
    assert desk.asked == [(("10478",), None), (("10478",), TransferAs.ORDER)]


def test_the_menu_offers_to_transfer_again(desk: OrderDesk) -> None:
    desk.window.search.show_only(OrderFilter(Kind.TRANSFERRED))
    desk.click_row("10455")
    menu = desk.window.table.menu()
    assert offered(menu) == {
        "Overfør …": False,
        "Overfør som ordre …": False,
        "Overfør på nytt …": True,
    }
    menu.actions()[2].trigger()
    assert desk.asked == [(("10455",), None)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_opens_at_the_row(desk: OrderDesk) -> None:
    desk.click_row("10478")
    view = desk.window.table.view
    view.customContextMenuRequested.emit(desk.middle_of("10478"))
    menus = [each for each in desk.window.table.findChildren(QMenu) if each.isVisible()]
    assert [offered(menu)["Overfør …"] for menu in menus] == [True]
    menus[0].close()


def offered(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions()}


def test_every_state_can_stand_in_the_table(desk: OrderDesk) -> None:
    rows = by_number(*(in_state(f"s-{state.value}", state) for state in TransferState))
    desk.window.model.update_orders(rows, rows, TODAY)
    desk.window.search.show_only(OrderFilter(Kind.ALL, text="s-"))
    assert len(desk.numbers) == len(Kind.ALL.value)
    assert not desk.window.table.view.grab().isNull()
