"""The tour's hands: they take what is there once, also when a window shows it a little later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from tripletex_wizard.tour import hands
from tripletex_wizard.tour.hands import Hands, UnexpectedError

LATER_MS = 50
BOOK = "Book it"


class Pressed(QDialog):
    """A dialog that counts how often its buttons are pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.column = QVBoxLayout(self)

    def add(self, text: str) -> QPushButton:
        """One button more; Qt shows it in a later turn."""
        button = QPushButton(text)
        button.clicked.connect(self._count)
        self.column.addWidget(button)
        return button

    def _count(self) -> None:
        self.count += 1


@pytest.fixture
def dialog(qtbot: QtBot) -> Pressed:
    """A dialog in front, without any button."""
    shown = Pressed()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_button_is_clicked_once_it_is_shown(dialog: Pressed) -> None:
    QTimer.singleShot(LATER_MS, lambda: dialog.add(BOOK))

    Hands().click(BOOK)

    assert dialog.count == 1


def test_a_button_built_anew_is_clicked_when_the_old_one_is_gone(dialog: Pressed) -> None:
    old, _new = dialog.add(BOOK), dialog.add(BOOK)
    QTimer.singleShot(LATER_MS, old.deleteLater)

    Hands().click(BOOK)

    assert dialog.count == 1


def test_what_never_comes_is_told_with_what_is_shown(
    dialog: Pressed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "_PATIENCE_MS", LATER_MS)
    qtbot.waitUntil(dialog.add("Close").isVisible)

    with pytest.raises(UnexpectedError, match="«Book it» is there 0 times; shown: Close"):
        Hands().click(BOOK)

    assert dialog.count == 0
