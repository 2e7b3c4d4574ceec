"""Choices below each other: a name, the field, and what it means under it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.theme import MUTED, STEP, Size


class ChoiceGrid(QGridLayout):
    """`fields` in the order of the eye and of Tab."""

    def __init__(self, fields: Iterable[QWidget]) -> None:
        super().__init__()
        self._rows = [(QLabel(), field, Label(role=MUTED, size=Size.SMALL)) for field in fields]
        self.setHorizontalSpacing(2 * STEP)
        self.setVerticalSpacing(STEP // 2)
        self.setColumnStretch(1, 1)
        for place, (label, field, meaning) in enumerate(self._rows):
            label.setBuddy(field)
            self.addWidget(label, 3 * place, 0)
            self.addWidget(field, 3 * place, 1)
            self.addWidget(meaning, 3 * place + 1, 1)
            self.setRowMinimumHeight(3 * place + 2, STEP // 2)

    def name(self, texts: Iterable[tuple[str, str]]) -> None:
        """Set the name and the meaning of each field."""
        for (name, meaning), (label, field, text) in zip(texts, self._rows, strict=True):
            label.setText(name)
            text.setText(meaning)
            field.setAccessibleDescription(meaning)
