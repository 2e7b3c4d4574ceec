"""What stands in place of the rows when there are none: why, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts import Label, Spinner, main_button
from tripletex_wizard.gui.theme import MUTED, STEP, Size

_TEXT_WIDTH = 440


class Offer(Enum):
    """What a button in place of the rows does."""

    LOAD = auto()
    SHOW_ALL = auto()
    SHOW_KIND = auto()
    FETCH = auto()


@dataclass(frozen=True, slots=True)
class Emptiness:
    """A title, one sentence, and up to three buttons, the first of them the main one."""

    title: str
    text: str = ""
    offers: tuple[tuple[Offer, str], ...] = ()
    is_busy: bool = False


class EmptyState(QWidget):
    """In the middle of the table's place."""

    offered = Signal(Offer)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Emptiness | None = None
        self._spinner = Spinner()
        self._title = Label(size=Size.LARGE, strong=True)
        self._text = Label(role=MUTED)
        self._buttons = (main_button(), QPushButton(), QPushButton())
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(_TEXT_WIDTH)
        for button in self._buttons:
            button.clicked.connect(self._clicked)
        self._arrange()

    @property
    def shown(self) -> Emptiness | None:
        """What is shown now."""
        return self._shown

    def show_emptiness(self, shown: Emptiness) -> None:
        """Replace all of it."""
        self._shown = shown
        self._spinner.setVisible(shown.is_busy)
        self._title.setText(shown.title)
        self._text.setText(shown.text)
        self._text.setVisible(bool(shown.text))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(shown.offers))
            if place < len(shown.offers):
                button.setText(shown.offers[place][1])

    def start(self) -> None:
        """Put the keys on what is most likely wanted, if there is anything to press."""
        if self._shown and self._shown.offers:
            self._buttons[0].setFocus()

    @Slot()
    def _clicked(self) -> None:
        assert self._shown is not None
        place = next(place for place, each in enumerate(self._buttons) if each is self.sender())
        self.offered.emit(self._shown.offers[place][0])

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addStretch(1)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(STEP)
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self._spinner, alignment=centre)
        for label in (self._title, self._text):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addSpacing(STEP)
        layout.addLayout(buttons)
        layout.addStretch(3)
