"""The wizard's left side: which company this is, the steps, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.texts import environment_name, sentence
from tripletex_wizard.gui.theme import MUTED, STEP, Size, colours
from tripletex_wizard.gui.wizard.steps import StepList, StepState
from tripletex_wizard.gui.wizard.view_choice import ViewChoice

_NARROWEST = 232
_SIDE = 20


class SidePanel(QWidget):
    """Always shows company and environment, so that nobody sets up the wrong books.

    `is_passing` says that nothing outlives the program, as in practice.
    """

    def __init__(self, view: ViewChoice, *, is_passing: bool = False) -> None:
        super().__init__()
        self._is_passing = is_passing
        self.steps = StepList()
        self.controls: list[QWidget] = [*self.steps.buttons, view]
        self._company = Label(size=Size.LARGE, strong=True)
        self._environment = Label(size=Size.SMALL, role=MUTED)
        self._saved = Label(size=Size.SMALL, role=MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 3 * STEP, 2 * STEP, 2 * STEP)
        layout.setSpacing(0)
        layout.addWidget(self._company)
        layout.addSpacing(STEP // 2)
        layout.addWidget(self._environment)
        layout.addSpacing(3 * STEP)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        layout.addWidget(view)
        layout.addSpacing(STEP)
        layout.addWidget(self._saved)

    def show_draft(
        self, draft: SetupDraft, states: Mapping[Page, StepState], save_problem: Problem | None
    ) -> None:
        """Draw everything anew, in the present language."""
        company = draft.company
        name = environment_name(draft.environment.value)
        self._company.setText(company.name if company else self.tr("New set-up"))
        self._environment.setText(f"Tripletex · {name[:1].upper()}{name[1:]}")
        self._saved.setText(sentence(save_problem).what if save_problem else self._how_kept())
        self.steps.show_steps(states)

    def _how_kept(self) -> str:
        if self._is_passing:
            return self.tr("This is practice: nothing of it is left when the program is closed.")
        return self.tr("Everything is saved as you go. You can close and go on later.")

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(_NARROWEST, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = colours()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(scheme.side))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(scheme.line))
        painter.end()
