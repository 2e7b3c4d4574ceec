"""An order of a summary that a person should see: what happened, why, and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.gui.icons import Icon
from tripletex_wizard.gui.parts import Label, StatusChip
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone


class FailureRow(QWidget):
    """`button` is None when only a person can do something; the text then says what."""

    def __init__(
        self, looks: tuple[Tone, Icon], state: str, who: str, what: str, to_do: str = ""
    ) -> None:
        super().__init__()
        self._state, self._chip = QWidget(), StatusChip()
        tone, icon = looks
        self._chip.show_status(tone, state, icon)
        self.button = _button(to_do, f"{who}. {what}") if to_do else None
        side = QVBoxLayout(self._state)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._chip, alignment=Qt.AlignmentFlag.AlignLeft)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Label(who, strong=True))
        texts.addWidget(Label(what))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(texts, 1)
        if self.button is not None:
            layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)

    @property
    def state_width(self) -> int:
        """How wide its chip is."""
        return self._chip.sizeHint().width()

    def give_state_width(self, width: int) -> None:
        """The same for all rows of a list, so that their texts begin below each other."""
        self._state.setFixedWidth(width)


def _button(text: str, about: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setAccessibleDescription(about)
    return button
