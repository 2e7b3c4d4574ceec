"""What the seven pages of the wizard have in common."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget, QWizardPage

from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.gui.parts import PageHeader
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.wizard.controller import WizardController

_SIDE = 5 * STEP


class SetupPage(QWizardPage):
    """A page shows the draft and hands edits to the controller; it holds no rule.

    A page overrides `page`, `title_text`, `why_text`, `build`, `retranslate` and `show_draft`.
    `build` runs before the subclass' own constructor goes on, so it makes everything itself.
    """

    page: ClassVar[Page]

    def __init__(self, controller: WizardController) -> None:
        super().__init__()
        self.controller = controller
        self._header = PageHeader()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE, 4 * STEP, _SIDE, STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self._header)
        column.addSpacing(STEP // 2)
        self.build(column)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(_scrolling(content))
        self._name_everything()
        controller.draft_changed.connect(self._follow_draft)

    def title_text(self) -> str:
        """The task in the user's words."""
        raise NotImplementedError

    def why_text(self) -> str:
        """One sentence of why."""
        raise NotImplementedError

    def help_text(self) -> str:
        """What the Help button shows; a page with more to say than its why overrides it."""
        return self.why_text()

    def build(self, layout: QVBoxLayout) -> None:
        """Make the widgets, once, without their texts. A stretch follows them."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text of the page; after `build`, and whenever the language changes."""
        raise NotImplementedError

    def show_draft(self, draft: SetupDraft) -> None:
        """Fill the widgets; on entering and on every change. Must not edit the draft."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where a person begins; once on entering.

        Not in showEvent: QWizard hides and shows the page whenever a button opens or closes.
        """

    def isComplete(self) -> bool:
        return not self.controller.problems(self.page) and not self.controller.is_writing

    def validatePage(self) -> bool:
        """Never blocks: a check that is missing is started, and the wizard goes on by itself."""
        return self.controller.go_on_when_passed(self.page, self.wizard().next)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_everything()
            self.show_draft(self.controller.draft)

    @property
    def is_current(self) -> bool:
        """Whether the wizard stands on this page."""
        wizard = self.wizard()
        return wizard is not None and wizard.currentPage() is self

    def _name_everything(self) -> None:
        self._header.show_texts(self.title_text(), self.why_text())
        self.setAccessibleName(self.title_text())
        self.retranslate()

    @Slot()
    def _follow_draft(self) -> None:
        if self.is_current:
            self.show_draft(self.controller.draft)
        self.completeChanged.emit()


def _scrolling(content: QWidget) -> QScrollArea:
    """Nothing is cut on a small screen or with large letters; otherwise no bar is seen."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
