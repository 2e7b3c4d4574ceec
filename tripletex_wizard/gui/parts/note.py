"""Something that the user should know, set off from the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts.labels import Label
from tripletex_wizard.gui.parts.signs import IconSign
from tripletex_wizard.gui.theme import STEP, colours
from tripletex_wizard.gui.tones import Tone

_ROUND = 8


class Note(QWidget):
    """An icon and a text on the tone's ground, with an optional bold first line."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone = tone
        self._title = Label(strong=True)
        self._text = Label()
        self._title.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * STEP, STEP + STEP // 2, 2 * STEP, STEP + STEP // 2)
        layout.setSpacing(STEP + STEP // 2)
        layout.addWidget(IconSign(tone), alignment=Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        texts.addStretch(1)  # in line with the icon also beside a button that is higher
        layout.addLayout(texts, 1)
        self._row = layout

    def add_button(self, button: QPushButton) -> None:
        """What can be done about it, at the end."""
        self._row.addWidget(button)

    @property
    def text(self) -> str:
        """What is shown now, the first line first; empty while it is hidden."""
        if self.isHidden():
            return ""
        return " ".join(filter(None, (self._title.text(), self._text.text())))

    def show_text(self, text: str, *, title: str = "") -> None:
        """Replace the text and the first line."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().tones[self._tone].ground))
        painter.drawRoundedRect(self.rect(), _ROUND, _ROUND)
        painter.end()
