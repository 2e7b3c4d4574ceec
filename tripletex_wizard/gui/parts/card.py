"""A rounded frame with rows."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.theme import STEP

_SIDE = 2 * STEP
_ABOVE = STEP + STEP // 4


class Card(QFrame):
    """Rows under each other with a line between; the rows keep their order."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)

    def add_row(self, content: QWidget | QLayout) -> QWidget:
        """A row at the end; returned so that it can be hidden with the line above it."""
        row = QWidget()
        around = QVBoxLayout(row)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        if self._rows.count():
            around.addWidget(HorizontalLine())
        inner = QVBoxLayout()
        inner.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        around.addLayout(inner)
        if isinstance(content, QWidget):
            inner.addWidget(content)
        else:
            inner.addLayout(content)
        self._rows.addWidget(row)
        return row

    def add_filling(self, content: QWidget) -> None:
        """Content that reaches to the edges, and takes the height that is left."""
        self._rows.addWidget(content, 1)

    def clear(self) -> None:
        """Take every row away."""
        while item := self._rows.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()
