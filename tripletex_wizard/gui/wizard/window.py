"""The wizard's frame: steps at the side, one page, and the buttons with why Next is closed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QWidget, QWizard

from tripletex_wizard.domain.draft import (
    Page,
    first_open_page,
    is_waiting_to_be_mended,
    missing,
    page_to_resume,
)
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.gui.parts import Label, make_main
from tripletex_wizard.gui.parts.first_size import keep_on_screen
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import MUTED, STEP, Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.reasons import mend_meanwhile, reason_closed
from tripletex_wizard.gui.wizard.side import SidePanel
from tripletex_wizard.gui.wizard.steps import StepState
from tripletex_wizard.gui.wizard.view_choice import ViewChoice

_HELP = "help"
_FIRST_SIZE = QSize(1280, 800)
"""No page needs to be scrolled in it; a smaller screen gets less."""

_SMALLEST = QSize(780, 480)
"""Fits the smallest screen that texts are laid out for, with the window's own frame."""


class SetupWizard(QWizard):
    """Decides nothing: pages show the draft, the controller changes it, this moves between pages.

    It opens on the first page that is not done, or has not been left forwards. A page is saved
    when it is left, and Cancel, Escape and closing keep what is there. When the set-up has been
    stored, `stored(Profile)` comes, then `accepted`: whoever goes on with the profile is there
    before the window is gone. `is_passing` says that nothing outlives the program: Cancel and
    Escape then ask first.
    """

    stored = Signal(object)

    def __init__(
        self,
        controller: WizardController,
        pages: Iterable[SetupPage],
        settings: ViewSettings,
        theme: Theme,
        *,
        is_passing: bool = False,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._settings = settings
        self._is_passing, self._is_closing = is_passing, False
        self._side = SidePanel(ViewChoice(settings, theme), is_passing=is_passing)
        self._reason = Label(role=MUTED)
        self.setObjectName("setup")
        self._choose_frame()
        for page in pages:
            self.setPage(page.page.value, page)
        self.restart()
        self._arrange_frame()
        self._connect()
        self._retranslate()
        self._go_on_where_it_was()
        self.setMinimumSize(_SMALLEST)
        if not settings.restore_geometry(self):
            self.resize(_FIRST_SIZE)
        keep_on_screen(self)

    @property
    def current(self) -> SetupPage:
        """The page that is shown."""
        page = self.currentPage()
        assert isinstance(page, SetupPage)
        return page

    @property
    def reason(self) -> str:
        """The line beside the buttons: why Next is closed, or what is left to mend on the page."""
        return self._reason.text()

    @Slot(Page)
    def go_to(self, target: Page) -> None:
        """Back to a done step, or forward as far as every step between is done."""
        # setCurrentId would break QWizard's history: Next refused, Back going forward.
        while self.currentId() > target:
            self.back()
        while self.currentId() < target and not missing(self._controller.draft, self.current.page):
            self.next()

    def accept(self) -> None:
        """Finish: the window closes when the controller says that all is stored."""
        if self.validateCurrentPage():
            self._controller.finish()

    def reject(self) -> None:
        if self._would_lose_something() and not self._is_closing:
            self._ask_whether_to_lose_it()
            return
        self._controller.close()
        super().reject()

    def done(self, result: int) -> None:
        self._settings.keep_geometry(self)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing = True
        super().closeEvent(event)
        self._is_closing = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # the frame

    def _choose_frame(self) -> None:
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOptions(
            QWizard.WizardOption.NoBackButtonOnStartPage
            | QWizard.WizardOption.HaveHelpButton
            | QWizard.WizardOption.ExtendedWatermarkPixmap  # the side goes down past the buttons
        )
        button = QWizard.WizardButton
        self.setButtonLayout(
            [
                *(button.HelpButton, button.Stretch, button.CancelButton),
                *(button.BackButton, button.NextButton, button.FinishButton),
            ]
        )
        make_main(self.button(button.NextButton))
        make_main(self.button(button.FinishButton))
        self.setSideWidget(self._side)

    def _arrange_frame(self) -> None:
        """What QWizard gives no way to: its margins, and a text in its button row."""
        cancel = self.button(QWizard.WizardButton.CancelButton)
        for part in (cancel, self._side, self.current):
            around = part.parentWidget()
            layout = around.layout() if around else None
            assert layout is not None
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row = next(row for row in self.findChildren(QHBoxLayout) if row.indexOf(cancel) >= 0)
        row.insertWidget(row.indexOf(cancel), self._reason)
        row.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 2 * STEP)
        row.setSpacing(STEP)
        self._keep_reading_order()

    def _keep_reading_order(self) -> None:
        """Tab leaves the page to the buttons, and comes to the side at the end."""
        button = QWizard.WizardButton
        order: list[QWidget] = [
            *(self.button(button.HelpButton), self.button(button.CancelButton)),
            *(self.button(button.BackButton), self.button(button.NextButton)),
            *(self.button(button.FinishButton), *self._side.controls),
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.currentIdChanged.connect(self._enter)
        self.helpRequested.connect(self._show_help)
        self._side.steps.chosen.connect(self.go_to)
        self._controller.draft_changed.connect(self._follow_draft)
        self._controller.restored.connect(self._go_on_where_it_was)
        self._controller.not_restored.connect(self._show_problem)
        self._controller.finished.connect(self._close_finished)
        self._controller.given_up.connect(self._close_given_up)

    # moving

    @Slot(int)
    def _enter(self, page_id: int) -> None:
        if page_id < 0:
            return
        self._controller.entered(Page(page_id))
        self.current.show_draft(self._controller.draft)
        self._show_frame()
        self.current.begin()

    @Slot()
    def _follow_draft(self) -> None:
        if self.currentId() < 0:  # closed: QWizard has forgotten where it stood
            return
        first_open = first_open_page(self._controller.draft)
        if self.currentId() > first_open:  # a late answer took something away again
            self.go_to(first_open)
        self._show_frame()

    @Slot()
    def _go_on_where_it_was(self) -> None:
        self.go_to(page_to_resume(self._controller.draft))
        self._enter(self.currentId())

    @Slot(object)
    def _close_finished(self, profile: object) -> None:
        self.stored.emit(profile)
        self.done(QDialog.DialogCode.Accepted)

    def _would_lose_something(self) -> bool:
        """A profile's change, and a set-up that outlives the program, are gone on with later."""
        draft = self._controller.draft
        return self._is_passing and not draft.profile_name and draft.reached > Page.START

    def _ask_whether_to_lose_it(self) -> None:
        box = self._box()
        box.setText(self.tr("Close the practice set-up?"))
        box.setInformativeText(self.tr("Nothing of it is left afterwards."))
        leave = box.addButton(self.tr("C&lose"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("&Go on"), QMessageBox.ButtonRole.RejectRole)
        leave.clicked.connect(self.close)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.open()

    @Slot()
    def _close_given_up(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    # what is shown

    def _show_frame(self) -> None:
        page, draft = self.current, self._controller.draft
        problems = self._controller.problems(page.page)
        reason = reason_closed(problems[0]) if problems else ""
        if page.page is Page.PREREQUISITES and is_waiting_to_be_mended(draft):
            reason = mend_meanwhile()
        self._reason.setText(reason)
        for which in (QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton):
            self.button(which).setAccessibleDescription(reason)
        states = {each: self._state(each) for each in Page}
        self._side.show_draft(draft, states, self._controller.save_problem)
        self.setWindowTitle(self.tr("Set-up: {page}").format(page=page.title_text()))

    def _state(self, page: Page) -> StepState:
        if page is self.current.page:
            return StepState.CURRENT
        draft = self._controller.draft
        is_done = page <= draft.reached and not any(
            missing(draft, each) for each in Page if each <= page
        )
        return StepState.DONE if is_done else StepState.OPEN

    def _retranslate(self) -> None:
        button = QWizard.WizardButton
        self.setButtonText(button.HelpButton, self.tr("&Help"))
        self.setButtonText(button.CancelButton, self.tr("Cancel"))
        self.setButtonText(button.BackButton, self.tr("&Back"))
        self.setButtonText(button.NextButton, self.tr("&Next"))
        self.setButtonText(button.FinishButton, self.tr("&Finish"))
        self._follow_draft()
        for box in self.findChildren(QMessageBox, _HELP):
            self._fill_help(box)

    @Slot()
    def _show_help(self) -> None:
        box = self._box()
        box.setObjectName(_HELP)
        self._fill_help(box)
        box.open()

    def _fill_help(self, box: QMessageBox) -> None:
        box.setText(self.current.title_text())
        box.setInformativeText(self.current.help_text())

    @Slot(object)
    def _show_problem(self, problem: Problem) -> None:
        said = sentence(problem)
        box = self._box()
        box.setText(said.what)
        box.setInformativeText(said.remedy)
        box.open()

    def _box(self) -> QMessageBox:
        """A box that, once it is opened, stops nothing: checks go on behind it."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.windowTitle())
        return box
