"""How large a window may be when it is first shown, and when it grows by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tripletex_wizard.gui.theme import STEP

_FRAME = QSize(0, 5 * STEP)
"""What a desktop puts around a window; known only once the window is shown."""

_LEAST = QSize(1024, 560)
"""The smallest screen that texts are laid out for."""

_GROWN = 0.92
"""Of the screen's height; the rest is for the window's frame and what stands at the edge."""


def first_size(window: QWidget, wanted: QSize) -> QSize:
    """`wanted`, as far as the screen has room beside its panels and the window's own frame."""
    room = window.screen().availableSize() - _FRAME
    return wanted.boundedTo(room.expandedTo(_LEAST))


def highest(window: QWidget) -> int:
    """How high a window may make itself for its texts."""
    return int(window.screen().availableGeometry().height() * _GROWN)


def keep_on_screen(window: QWidget) -> None:
    """Make a window smaller that was placed on a larger screen; a maximised one fits by itself."""
    if not window.isMaximized() and not window.isFullScreen():
        window.resize(first_size(window, window.size()))
