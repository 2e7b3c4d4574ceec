"""Small drawn signs: an icon that follows the colour scheme, and a spinner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tripletex_wizard.gui.icons import ICON_SIZE, TONE_ICONS, Icon, paint_icon
from tripletex_wizard.gui.theme import colours
from tripletex_wizard.gui.tones import Tone

_TURN_MS = 60
_TURN_DEGREES = 24
_ARC_DEGREES = 270


class IconSign(QWidget):
    """An icon beside a text that says the same, so that it has no name of its own."""

    def __init__(self, tone: Tone = Tone.UNKNOWN, icon: Icon | None = None) -> None:
        super().__init__()
        self._tone = tone
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tone(self, tone: Tone, icon: Icon | None = None) -> None:
        """Draw `icon`, or the one of `tone`, in the colour of `tone`."""
        self._tone = tone
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ICON_SIZE, max(ICON_SIZE, self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colour = colours().tones[self._tone].text
        icon = self._icon or TONE_ICONS[self._tone]
        paint_icon(painter, icon, colour, 0, (self.height() - ICON_SIZE) // 2)
        painter.end()


class Spinner(QWidget):
    """Turns as long as it is visible."""

    def __init__(self) -> None:
        super().__init__()
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_turning(self) -> bool:
        """Whether it costs anything now."""
        return self._timer.isActive()

    @Slot()
    def _turn(self) -> None:
        self._angle = (self._angle + _TURN_DEGREES) % 360
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ICON_SIZE, max(ICON_SIZE, self.fontMetrics().height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours().accent), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        top = (self.height() - ICON_SIZE) / 2
        around = QRectF(2, top + 2, ICON_SIZE - 4, ICON_SIZE - 4)
        painter.drawArc(around, -self._angle * 16, -_ARC_DEGREES * 16)
        painter.end()
