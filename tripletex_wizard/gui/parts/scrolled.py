"""A column that scrolls only when the screen is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.gui.theme import STEP

_LOWEST = 20 * STEP


class Scrolled(QScrollArea):
    """Asks for the height that its column needs in the width that it has."""

    def __init__(self, *, spacing: int = 2 * STEP) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self.setWidget(inside)

    def missing_height(self) -> int:
        """How much higher it must be for the column to fit in the width that it has."""
        return self._needed_height(self.width()) - self.height()

    def _needed_height(self, width: int) -> int:
        needed = self.column.heightForWidth(width) if self.column.hasHeightForWidth() else 0
        return max(needed, self.column.minimumSize().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the column needs has changed, and so has what this asks for."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.column.minimumSize().width())
        return QSize(width, self._needed_height(width))

    def minimumSizeHint(self) -> QSize:
        wanted = self.column.minimumSize()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(wanted.width() + bar, min(_LOWEST, wanted.height()))
