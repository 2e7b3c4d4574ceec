"""Doubts about the rows, under the table; a screen reader is told of new ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tripletex_wizard.domain.suggest import MappingWarning
from tripletex_wizard.gui.mapping.sentences import warning_sentence
from tripletex_wizard.gui.parts import IconSign, Label
from tripletex_wizard.gui.spoken import announce
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone


class WarningList(QWidget):
    """One line for each warning, each with its icon; takes no room when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(STEP // 2)
        self._lines: list[tuple[QWidget, Label]] = []
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown now."""
        return tuple(text.text() for line, text in self._lines if not line.isHidden())

    def show_warnings(self, found: tuple[MappingWarning, ...]) -> None:
        """Show these and no others, in the language that is installed now."""
        before = self.sentences
        while len(self._lines) < len(found):
            self._lines.append(self._add_line())
        for place, (line, text) in enumerate(self._lines):
            line.setVisible(place < len(found))
            text.setText(warning_sentence(found[place]) if place < len(found) else "")
        self.setVisible(bool(found))
        announce(self, " ".join(each for each in self.sentences if each not in before))

    def _add_line(self) -> tuple[QWidget, Label]:
        line, text = QWidget(), Label()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(IconSign(Tone.SHOULD_CHECK), alignment=Qt.AlignmentFlag.AlignTop)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        self._layout.addWidget(line)
        return line, text
