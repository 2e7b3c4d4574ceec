"""What counts as a cut text; the tour's own test looks for them in every picture."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.text_room import cut_texts, stretched
from tripletex_wizard.gui.parts import Label


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    return made


def shown(window: QWidget, widget: QWidget, width: int, height: int) -> list[str]:
    widget.setParent(window)
    widget.setGeometry(10, 10, width, height)
    window.show()
    return cut_texts(window)


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_text_on_one_line_is_found_cut(kind: type[QLabel | QPushButton], window: QWidget) -> None:
    needed = kind("Kontroller Tripletex").sizeHint()
    width, height = needed.width(), needed.height()

    (cut,) = shown(window, kind("Kontroller Tripletex"), width - 1, height)

    assert cut.startswith(
        f"{kind.__name__} «Kontroller Tripletex» needs {width} and is {width - 1}"
    )
    assert shown(window, kind("Hjelp"), width, height) == [cut]


def test_a_wrapped_text_is_found_cut_when_a_line_is_missing(window: QWidget) -> None:
    label = Label("Dette må være på plass før første ordre. Rett punktene som er merket.")
    height = label.heightForWidth(120)

    assert shown(window, label, 120, height) == []
    label.setFixedHeight(height - 1)
    (cut,) = cut_texts(window)
    assert cut.endswith(f"needs {height} and is {height - 1} high")


def test_a_word_wider_than_its_label_is_found_cut(window: QWidget) -> None:
    label = Label("Betalingstypeinnstillinger")

    (cut,) = shown(window, label, 40, 100)

    assert cut.endswith("and is 40 wide")


def test_what_is_chosen_is_found_cut(window: QWidget) -> None:
    combo = QComboBox()
    combo.addItem("Ikke marker faktura som betalt")

    (cut,) = shown(window, combo, 100, 40)

    assert "QComboBox «Ikke marker faktura som betalt»" in cut


def test_a_widget_that_sticks_out_is_found(window: QWidget) -> None:
    row = QWidget(window)
    row.setGeometry(0, 0, 100, 40)
    button = QPushButton("Kontroller igjen", row)
    button.setGeometry(50, 0, 200, 40)
    window.show()

    (cut,) = cut_texts(window)

    assert cut == "QPushButton «Kontroller igjen» sticks out of QWidget sideways"


def test_texts_in_a_layout_that_has_room_are_let_through(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for widget in (QLabel("Bekreftes av"), QPushButton("Neste"), Label("Hva vil du sette opp?")):
        column.addWidget(widget)
    window.show()

    assert cut_texts(window) == []


def test_a_stretched_text_is_two_fifths_longer_and_keeps_its_places() -> None:
    text = "Koblet til {shop} og &Tripletex nå"

    longer = stretched(text)

    assert longer.startswith(text)
    assert longer.count("{") == longer.count("&") == 1
    assert len(text) * 1.3 < len(longer) <= len(text) * 1.4 + 1
