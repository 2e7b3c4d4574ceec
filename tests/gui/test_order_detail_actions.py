"""What can be done in the detail of an order, by buttons, by its status and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.detail_desk import (
    DetailDesk,
    after,
    button,
    finish_loading,
    marked,
    mock_order,
    shown,
    stopped,
    texts,
    waiting,
)
from tests.gui.last_pages import STATUSES
from tests.gui.order_rows import owing, taken_back
from tests.orders.building import SENT, an_order
from tests.unit.services.desk import AS_ORDER
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

CHECK, AGAIN = "Sjekk i Tripletex", "Overfør på nytt …"
MARK, UNMARK = "Marker som allerede bokført …", "Ta tilbake merkingen"
ACTIONS = (CHECK, AGAIN, MARK, UNMARK)


@pytest.fixture
def desk(qtbot: QtBot, runner: JobRunner, theme: Theme, norwegian: None) -> DetailDesk:
    return DetailDesk(qtbot, runner).open()


def offered(desk: DetailDesk) -> list[str]:
    return [text for text in ACTIONS if text in texts(desk).splitlines()]


def choose(combo: QComboBox, status: str) -> None:
    """By its first letter and Enter."""
    combo.setFocus()
    QTest.keyClicks(combo, status[0].lower())
    assert combo.view().currentIndex().data() == status
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("standing", "actions"),
    [
        (waiting(), [MARK]),
        (stopped(), [MARK]),
        (after(mock_order(), refused=True), [AGAIN, MARK]),
        (after(mock_order()), [CHECK, AGAIN]),  # a look may find a credit note
        (after(mock_order(), choice=AS_ORDER), [AGAIN]),
        (after(mock_order(), Fault.LOST_BEFORE), [CHECK, AGAIN]),
        (owing("10463"), [CHECK, AGAIN, MARK]),
        (taken_back("10457"), [CHECK]),
    ],
)
def test_each_state_offers_what_fits_it(
    desk: DetailDesk, standing: Standing, actions: list[str]
) -> None:
    assert offered(shown(desk, standing)) == actions


def test_an_order_that_is_marked_as_booked_can_only_be_unmarked(desk: DetailDesk) -> None:
    desk.detail.show_standing(marked())
    assert offered(desk) == [UNMARK]


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        (CHECK, "check_asked"),
        (AGAIN, "transfer_again_asked"),
        (MARK, "mark_asked"),
        (UNMARK, "unmark_asked"),
    ],
)
def test_what_is_pressed_is_asked_for_with_the_orders_number(
    desk: DetailDesk, text: str, signal: str
) -> None:
    uncertain = after(mock_order("77"), Fault.LOST_BEFORE)
    standings = {MARK: waiting(mock_order("77")), UNMARK: marked()}
    desk.detail.show_standing(standings.get(text, uncertain))
    with desk.qtbot.waitSignal(getattr(desk.detail, signal)) as asked:
        desk.qtbot.keyClick(button(desk, text), Qt.Key.Key_Space)
    assert asked.args == ["77"]


def test_the_status_box_shows_and_asks_for_the_chosen_order(desk: DetailDesk) -> None:
    treated = STATUSES[1]
    shown(desk, waiting(an_order("10460", status=treated)))
    (combo,) = desk.detail.findChildren(QComboBox)
    assert combo.currentText() == "Under behandling"
    with desk.qtbot.waitSignal(desk.detail.completed_chosen) as asked:
        choose(combo, "Sendt")
    assert asked.args == ["10460", SENT]


def test_an_update_is_asked_for_where_the_shop_is_written_to(
    qtbot: QtBot, runner: JobRunner, theme: Theme, norwegian: None
) -> None:
    desk = shown(DetailDesk(qtbot, runner).open(writes_back=True), waiting())
    (combo,) = desk.detail.findChildren(QComboBox)
    choose(combo, "Under behandling")
    with qtbot.waitSignal(desk.detail.update_asked) as asked:
        qtbot.mouseClick(button(desk, "Oppdater ordre"), Qt.MouseButton.LeftButton)
    assert asked.args == ["10478", STATUSES[1]]


def test_a_copy_of_the_status_lasts_until_the_orders_are_read_anew(desk: DetailDesk) -> None:
    shown(desk, waiting())
    (combo,) = desk.detail.findChildren(QComboBox)
    choose(combo, "Under behandling")
    desk.controller.loading_changed.emit()
    assert combo.currentText() == "Under behandling"
    finish_loading(desk, desk.controller.payment_types)
    assert combo.currentText() == "Sendt"


def test_another_order_is_shown_from_its_top_and_the_same_one_where_it_was(
    desk: DetailDesk,
) -> None:
    (area,) = desk.detail.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    shown(desk, waiting())
    desk.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    shown(desk, waiting())
    assert bar.value() > 0
    shown(desk, waiting(mock_order("10479")))
    assert bar.value() == 0


def test_tab_goes_from_the_order_through_the_details_to_the_status(desk: DetailDesk) -> None:
    shown(desk, after(mock_order(), Fault.LOST_BEFORE))
    (area,) = desk.detail.findChildren(QScrollArea)
    area.setFocus()
    order = [area.accessibleName()]
    for _ in range(4):
        desk.qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        focused = desk.window.focusWidget()
        assert focused is not None
        order.append(focused.accessibleName() or str(focused.property("text")))
    assert order == ["Den valgte ordren", CHECK, AGAIN, "Detaljer", "Ordrestatus"]


def test_the_order_is_scrolled_by_keys(desk: DetailDesk) -> None:
    shown(desk, waiting())
    (area,) = desk.detail.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 0)
    area.setFocus()
    desk.qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
