"""Reasons or notes on an order, each with its icon and what helps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.gui.parts import Note
from tripletex_wizard.gui.sentences import Sentence
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone


class ProblemList(QWidget):
    """Takes no room when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Tone, list[Sentence]] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(STEP)
        self.hide()

    def show_problems(self, problems: Iterable[Problem], tone: Tone) -> None:
        """Show these and no others, in the language that is installed now."""
        said = [sentence(problem) for problem in problems]
        if (tone, said) == self._shown:
            return
        self._shown = (tone, said)
        self.hide()
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in said:
            note = Note(tone)
            note.show_text(each.remedy, title=each.what)
            self._layout.addWidget(note)
            note.show()
        self.setVisible(bool(said))
