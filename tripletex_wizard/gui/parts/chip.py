"""A status as icon, word and colour."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from tripletex_wizard.gui.icons import ICON_SIZE, TONE_ICONS, Icon, paint_icon
from tripletex_wizard.gui.theme import STEP, Size, colours, font_of
from tripletex_wizard.gui.tones import Tone

_TEXT_LEFT = STEP + ICON_SIZE + STEP // 2
_TEXT_RIGHT = STEP + STEP // 2


class StatusChip(QLabel):
    """Never colour alone: the word is read out, the icon tells the tones apart without colour."""

    def __init__(self, tone: Tone = Tone.UNKNOWN, text: str = "") -> None:
        super().__init__()
        self._tone, self._icon = tone, TONE_ICONS[tone]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font_of(Size.SMALL, strong=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def tone(self) -> Tone:
        """What is shown now."""
        return self._tone

    def show_status(self, tone: Tone, text: str, icon: Icon | None = None) -> None:
        """Replace all; without an `icon` that of the tone is shown."""
        self._tone, self._icon = tone, icon or TONE_ICONS[tone]
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = _TEXT_LEFT + metrics.horizontalAdvance(self.text()) + _TEXT_RIGHT
        return QSize(width, max(metrics.height(), ICON_SIZE) + STEP // 2 + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        pair = colours().tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        top = (self.height() - ICON_SIZE) // 2
        paint_icon(painter, self._icon, pair.text, STEP, top)
        painter.setPen(QColor(pair.text))
        painter.setFont(self.font())
        painter.drawText(
            self.rect().adjusted(_TEXT_LEFT, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        painter.end()
