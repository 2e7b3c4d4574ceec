"""Fields that a turn of the wheel scrolls past and never changes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit


class QuietCombo(QComboBox):
    """A choice between few things, as wide as the widest of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, names: dict[str, str]) -> None:
        """Offer values by their names; what is chosen stays chosen if it is still offered."""
        chosen = self.currentData()
        self.clear()
        for value, name in names.items():
            self.addItem(name, value)
        self.choose(chosen)

    def choose(self, value: object) -> None:
        """Show a value as chosen."""
        self.setCurrentIndex(self.findData(value))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class QuietDate(QDateEdit):
    """A day as Norwegian documents have it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDisplayFormat("dd.MM.yyyy")
        self.setCalendarPopup(True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
