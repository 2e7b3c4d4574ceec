"""«Marker som allerede bokført», by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.text_room import cut_texts, labels_of
from tripletex_wizard.gui.orders.asking.mark_dialog import MarkDialog, Marking
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, norwegian: None) -> MarkDialog:
    made = MarkDialog("10457")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def type_in(qtbot: QtBot, dialog: MarkDialog, text: str) -> None:
    qtbot.keyClicks(dialog.focusWidget(), text)


def button(dialog: MarkDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def texts(dialog: MarkDialog) -> str:
    return " | ".join(labels_of(dialog))


def test_number_and_reason_are_typed_and_given(dialog: MarkDialog, qtbot: QtBot) -> None:
    type_in(qtbot, dialog, " 2026-114 ")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    type_in(qtbot, dialog, "fakturert manuelt")

    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert dialog.marking == Marking("2026-114", "fakturert manuelt")


@pytest.mark.parametrize(
    ("voucher", "reason", "lack"),
    [
        ("", "", "Fyll inn nummeret på bilaget eller fakturaen der ordren er bokført."),
        ("  ", "manuelt", "Fyll inn nummeret på bilaget eller fakturaen der ordren er bokført."),
        ("114", " ", "Fyll inn hvorfor ordren ikke skal overføres."),
    ],
)
def test_both_are_required_and_the_missing_one_is_told(
    dialog: MarkDialog, qtbot: QtBot, voucher: str, reason: str, lack: str
) -> None:
    type_in(qtbot, dialog, voucher)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    type_in(qtbot, dialog, reason)

    assert lack in texts(dialog)
    assert not button(dialog, "&Marker som bokført").isEnabled()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        dialog.accept()
    assert dialog.marking is None


def test_escape_marks_nothing(dialog: MarkDialog, qtbot: QtBot) -> None:
    type_in(qtbot, dialog, "114")

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_lines_are_reached_by_their_letters_and_spoken_by_their_names(
    dialog: MarkDialog, qtbot: QtBot
) -> None:
    voucher, reason = dialog.findChildren(QLineEdit)
    qtbot.keyClick(dialog, Qt.Key.Key_G, ALT)
    assert dialog.focusWidget() is reason
    qtbot.keyClick(dialog, Qt.Key.Key_B, ALT)
    assert dialog.focusWidget() is voucher

    names = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for each in (voucher, reason)
    ]
    assert names == ["Bilags- eller fakturanummer", "Grunn"]


def test_it_is_said_what_follows_and_why_both_are_asked_for(dialog: MarkDialog) -> None:
    assert "Er ordre 10457 allerede bokført?" in texts(dialog)
    assert "ingenting sendes til Tripletex" in texts(dialog)
    assert "må kunne finne bilaget" in texts(dialog)


def test_no_text_is_cut_in_any_language(dialog: MarkDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])
    install_language("en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Mark as already booked")
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_longer_texts_get_their_room(dialog: MarkDialog, wordy: None, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.windowTitle().startswith("Marker som allerede bokført Marker"))
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])
