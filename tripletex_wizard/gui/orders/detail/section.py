"""A part of the detail pane, under a line."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.theme import STEP


class Section(QWidget):
    """Widgets under each other, under a line and a heading; the line goes when it is hidden."""

    def __init__(self, *content: QWidget, is_first: bool = False) -> None:
        super().__init__()
        self._heading = Label(strong=True)
        self._heading.hide()
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(0, 0 if is_first else STEP + STEP // 2, 0, 0)
        self._inner.setSpacing(STEP)
        self._inner.addWidget(self._heading)
        for widget in content:
            self._inner.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, STEP + STEP // 2)
        layout.setSpacing(0)
        if not is_first:
            layout.addWidget(HorizontalLine())
        layout.addLayout(self._inner)

    def set_heading(self, text: str) -> None:
        """What the part is about."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
