"""Our line icons, in any colour, sharp at any scale."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from tripletex_wizard.gui import resources_rc  # noqa: F401 - registers the drawings
from tripletex_wizard.gui.tones import Tone

ICON_SIZE = 16
_RATIOS = (1.0, 2.0, 3.0)


class Icon(Enum):
    """The drawings in resources/icons."""

    BULB = "bulb"
    CHECK_CIRCLE = "check-circle"
    CLOCK = "clock"
    CROSS = "cross"
    CROSS_CIRCLE = "cross-circle"
    INFORMATION = "information"
    LANGUAGE = "language"
    MINUS_CIRCLE = "minus-circle"
    REPEAT = "repeat"
    SEARCH = "search"
    SKIP = "skip"
    TICK = "tick"
    UNDO = "undo"
    WARNING = "warning"


TONE_ICONS = {
    Tone.OK: Icon.CHECK_CIRCLE,
    Tone.MUST_FIX: Icon.CROSS_CIRCLE,
    Tone.SHOULD_CHECK: Icon.WARNING,
    Tone.UNKNOWN: Icon.MINUS_CIRCLE,
    Tone.SUGGESTION: Icon.BULB,
}


def icon_of(icon: Icon, colour: str, size: int = ICON_SIZE) -> QIcon:
    """An icon for buttons and cells; made anew when the colour scheme changes."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(tinted(icon, colour, size, ratio))
    return made


def paint_icon(painter: QPainter, icon: Icon, colour: str, left: int, top: int) -> None:
    """Draw an icon into a square of the painter's widget."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(left, top, tinted(icon, colour, ICON_SIZE, ratio))


def tinted(icon: Icon, colour: str, size: int, ratio: float) -> QPixmap:
    """The drawing with every stroke in `colour`, `size` device independent pixels wide."""
    key = f"{icon.value} {colour} {size} {ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(icon, colour, size, ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(icon: Icon, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(f":/icons/{icon.value}.svg").render(painter, QRectF(pixmap.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
