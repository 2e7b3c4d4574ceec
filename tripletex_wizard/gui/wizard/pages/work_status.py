"""How work stands: under way, or why it failed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.gui.parts import Label, Note, Spinner
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone


class WorkStatus(QWidget):
    """Takes no room as long as there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._running, self._doing, self._problem = QWidget(), Label(), Note(Tone.MUST_FIX)
        running = QHBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(STEP)
        running.addWidget(Spinner())
        running.addWidget(self._doing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._running)
        layout.addWidget(self._problem)
        self.hide()

    def show_status(self, doing: str, problem: Problem | None) -> None:
        """Say what is being done, or what went wrong; nothing when neither is given."""
        self._doing.setText(doing)
        if problem is not None:
            said = sentence(problem)
            self._problem.show_text(said.remedy, title=said.what)
        self._running.setVisible(bool(doing))
        self._problem.setVisible(problem is not None and not doing)
        self.setVisible(bool(doing) or problem is not None)
