from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.text_room import cut_texts
from tripletex_wizard.gui.parts import FittingRow
from tripletex_wizard.gui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    return made


def shown(window: QWidget, row: FittingRow, *, spare: int) -> None:
    """As wide as all parts need on one line, and a bit more or less."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(row)
    window.show()
    window.resize(row.sizeHint().width() + spare, 200)
    settle()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_parts_stand_side_by_side_while_there_is_room(window: QWidget) -> None:
    parts = QPushButton("Sjekk i Tripletex"), QPushButton("Overfør på nytt …")
    row = FittingRow(*parts)
    shown(window, row, spare=0)
    assert parts[0].y() == parts[1].y()
    assert cut_texts(window) == []


def test_parts_stand_under_each_other_where_there_is_none(window: QWidget) -> None:
    parts = QPushButton("Sjekk i Tripletex"), QPushButton("Overfør på nytt …")
    row = FittingRow(*parts)
    shown(window, row, spare=-1)
    assert parts[0].y() < parts[1].y()
    assert cut_texts(window) == []


def test_a_part_that_is_hidden_needs_no_room(window: QWidget) -> None:
    parts = QPushButton("Sjekk i Tripletex"), QPushButton("Overfør"), QPushButton("på nytt")
    row = FittingRow(*parts)
    shown(window, row, spare=-1)
    parts[0].hide()
    settle()
    assert parts[1].y() == parts[2].y()


def test_a_text_that_grows_moves_to_a_line_of_its_own(window: QWidget) -> None:
    parts = QPushButton("Sjekk"), QPushButton("Overfør")
    row = FittingRow(*parts)
    shown(window, row, spare=0)
    parts[1].setText("Overfør på nytt …")
    settle()
    assert parts[0].y() < parts[1].y()


def test_the_part_that_stretches_takes_what_is_left(window: QWidget) -> None:
    combo, button = QComboBox(), QPushButton("Oppdater ordre")
    before = combo.sizeHint().width()
    shown(window, FittingRow(combo, button, stretch=0), spare=100)
    assert combo.width() >= before + 100
    assert button.width() == button.sizeHint().width()
