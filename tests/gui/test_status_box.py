from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.last_pages import STATUSES, spoken_name
from tests.gui.text_room import labels_of
from tests.orders.building import SENT, transfer_rules
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.gui.orders.detail.status_box import StatusBox
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

UNTREATED, TREATED, _SENT, CANCELLED, _RETURNED = STATUSES


class Desk:
    """One box, worked as a person does; `dialogs` and `updates` are what it asked for."""

    def __init__(self, qtbot: QtBot, *, writes_back: bool) -> None:
        self.qtbot = qtbot
        self.box = StatusBox(replace(transfer_rules(), write_back=writes_back))
        self.dialogs: list[tuple[str, OrderStatus]] = []
        self.updates: list[tuple[str, OrderStatus]] = []
        self.box.completed_chosen.connect(lambda number, row: self.dialogs.append((number, row)))
        self.box.update_asked.connect(lambda number, row: self.updates.append((number, row)))
        qtbot.addWidget(self.box)
        self.box.resize(360, 120)
        self.box.show()
        qtbot.waitActive(self.box)

    def order(self, number: str = "10457", status: OrderStatus = SENT) -> Desk:
        self.box.show_order(number, status, STATUSES)
        return self

    @property
    def combo(self) -> QComboBox:
        (combo,) = self.box.findChildren(QComboBox)
        return combo

    @property
    def button(self) -> QPushButton:
        (button,) = self.box.findChildren(QPushButton)
        return button

    @property
    def texts(self) -> str:
        return "\n".join(labels_of(self.box))

    def press(self, key: Qt.Key) -> None:
        """The list gets the key while it is open, as from a keyboard."""
        popup = QApplication.activePopupWidget()
        self.qtbot.keyClick(self.combo.view() if popup else self.combo, key)

    def choose(self, status: OrderStatus) -> Desk:
        """By arrows and Enter."""
        self.combo.setFocus()
        self.press(Qt.Key.Key_Down)
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        step = Qt.Key.Key_Down
        if STATUSES.index(status) < self.combo.view().currentIndex().row():
            step = Qt.Key.Key_Up
        while self.combo.view().currentIndex().data() != status.name:
            self.press(step)
        self.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        return self

    def click_update(self) -> None:
        self.qtbot.mouseClick(self.button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, norwegian: None) -> Desk:
    return Desk(qtbot, writes_back=False).order()


@pytest.fixture
def writing(qtbot: QtBot, theme: Theme, norwegian: None) -> Desk:
    return Desk(qtbot, writes_back=True).order()


def test_the_shops_status_is_shown_and_all_can_be_chosen(desk: Desk) -> None:
    assert desk.combo.currentText() == "Sendt"
    assert desk.combo.count() == len(STATUSES)
    assert desk.texts.splitlines()[0] == "Ordrestatus"


def test_a_status_that_the_shop_does_not_offer_is_shown_too(desk: Desk) -> None:
    desk.order("1", OrderStatus("77", "På vent"))
    assert desk.combo.currentText() == "På vent"
    assert desk.combo.count() == len(STATUSES) + 1


def test_a_completed_status_opens_the_dialog(desk: Desk) -> None:
    desk.order("10460", TREATED).choose(SENT)
    assert desk.dialogs == [("10460", SENT)]
    assert desk.updates == []


def test_under_treatment_without_update_and_back_to_sent_opens_the_dialog_again(desk: Desk) -> None:
    desk.choose(TREATED)
    assert desk.dialogs == []
    desk.choose(SENT)
    assert desk.dialogs == [("10457", SENT)]
    desk.choose(TREATED).choose(SENT)
    assert desk.dialogs == [("10457", SENT)] * 2


def test_the_status_that_is_shown_already_opens_nothing(desk: Desk) -> None:
    desk.choose(SENT)
    assert desk.dialogs == []


def test_arrows_on_the_way_choose_nothing(desk: Desk) -> None:
    desk.order("10460", UNTREATED)
    desk.combo.setFocus()
    for _ in range(4):
        desk.press(Qt.Key.Key_Down)
    assert desk.combo.view().currentIndex().data() == CANCELLED.name
    assert desk.box.status == UNTREATED
    desk.press(Qt.Key.Key_Escape)
    assert desk.combo.currentText() == UNTREATED.name
    assert desk.dialogs == []


def test_a_letter_opens_the_list_at_the_status_and_chooses_nothing(desk: Desk) -> None:
    desk.order("10460", UNTREATED)
    desk.combo.setFocus()
    desk.qtbot.keyClick(desk.combo, "s")
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert desk.combo.view().currentIndex().data() == "Sendt"
    assert desk.dialogs == []
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.dialogs == [("10460", SENT)])


def test_a_turn_of_the_wheel_changes_nothing(desk: Desk) -> None:
    place = QPointF(desk.combo.rect().center())
    no = Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        place,
        desk.combo.mapToGlobal(place),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        no,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(desk.combo, turn)
    assert desk.box.status == SENT


def test_a_status_is_chosen_with_the_mouse(desk: Desk) -> None:
    desk.order("10460", TREATED)
    desk.qtbot.mouseClick(desk.combo, Qt.MouseButton.LeftButton)
    view = desk.combo.view()
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    place = view.visualRect(view.model().index(STATUSES.index(SENT), 0)).center()

    def is_chosen() -> bool:
        """A list that has just opened takes no release of the button yet."""
        desk.qtbot.mouseMove(view.viewport(), place)
        desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return desk.dialogs == [("10460", SENT)]

    desk.qtbot.waitUntil(is_chosen)


def test_each_order_keeps_its_own_copy_until_the_orders_are_read_anew(desk: Desk) -> None:
    desk.choose(TREATED)
    desk.order("10460", SENT)
    assert desk.combo.currentText() == "Sendt"
    desk.order("10457", SENT)
    assert desk.combo.currentText() == "Under behandling"
    desk.box.begin_anew(transfer_rules())
    assert desk.combo.currentText() == "Sendt"


def test_a_copy_that_has_become_the_shops_own_is_no_copy_any_more(desk: Desk) -> None:
    desk.choose(TREATED)
    desk.order("10457", TREATED)
    assert "I Mystore" not in desk.texts
    desk.order("10457", SENT)
    assert desk.combo.currentText() == "Sendt"


def test_it_is_said_that_a_choice_is_only_a_copy_and_why_it_cannot_be_written(desk: Desk) -> None:
    desk.choose(TREATED)
    assert "Bare valgt her i programmet. I Mystore har ordren fortsatt statusen «Sendt»." in (
        desk.texts
    )
    assert (
        "Programmet skriver ikke til Mystore. Aktiver det under Oppsett › Endre oppsettet, steg 5."
        in desk.texts
    )
    assert not desk.button.isEnabled()
    assert desk.button.accessibleDescription() in desk.texts


def test_update_order_with_a_completed_status_opens_the_dialog(desk: Desk) -> None:
    desk.order("10460", TREATED).choose(SENT)
    desk.click_update()
    assert desk.dialogs == [("10460", SENT)] * 2


def test_update_order_opens_nothing_before_a_status_was_chosen(desk: Desk) -> None:
    desk.click_update()
    assert desk.dialogs == []
    assert not desk.box.can_update
    assert desk.button.toolTip() == "Ordren har allerede denne statusen i Mystore."
    assert desk.button.toolTip() in desk.texts


def test_update_order_opens_the_dialog_when_the_shops_own_status_was_chosen_anew(
    desk: Desk,
) -> None:
    desk.choose(TREATED).choose(SENT)
    desk.click_update()
    assert desk.dialogs == [("10457", SENT)] * 2


def test_update_order_with_another_status_asks_for_the_update(writing: Desk) -> None:
    writing.choose(TREATED)
    assert "Programmet skriver ikke" not in writing.texts
    writing.click_update()
    assert writing.updates == [("10457", TREATED)]
    assert writing.dialogs == []


def test_a_status_that_the_shop_has_already_is_not_to_be_updated(writing: Desk) -> None:
    writing.order("10460", TREATED)
    assert not writing.button.isEnabled()
    assert writing.button.toolTip() == "Ordren har allerede denne statusen i Mystore."
    assert writing.box._about.isVisibleTo(writing.box)
    assert writing.box._about.text() == writing.button.toolTip()


def test_the_reason_why_nothing_is_written_stands_there_before_anything_is_chosen(
    desk: Desk,
) -> None:
    desk.order("10460", TREATED)
    assert not desk.button.isEnabled()
    assert desk.texts.splitlines()[1:] == [
        "Programmet skriver ikke til Mystore. Aktiver det under Oppsett › Endre oppsettet, steg 5."
    ]
    desk.choose(SENT)
    assert desk.button.isEnabled()
    assert desk.button.toolTip() == ""
    assert "I Mystore har ordren fortsatt statusen «Under behandling»." in desk.texts


def test_update_order_is_reached_and_pressed_by_keys(desk: Desk) -> None:
    desk.choose(TREATED).choose(SENT)
    desk.dialogs.clear()
    desk.combo.setFocus()
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.button
    desk.qtbot.keyClick(desk.button, Qt.Key.Key_Space)
    assert desk.dialogs == [("10457", SENT)]


def test_the_controls_have_names_in_the_language_of_the_program(
    desk: Desk, qapp: QApplication
) -> None:
    assert spoken_name(desk.combo) == "Ordrestatus"
    install_language("en", qapp)
    desk.qtbot.waitUntil(lambda: spoken_name(desk.combo) == "Order status")
    assert spoken_name(desk.button) == "Update order"
