"""Page 6, «Prøveoverføring»: one real order as it would be posted."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.gui.batch_texts import loaded, outcome_line
from tripletex_wizard.gui.parts import Card, FieldStatus, Label, show_ticked
from tripletex_wizard.gui.state_looks import STATE_LOOKS
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.pages.trial_order import TrialOrder
from tripletex_wizard.gui.wizard.pages.work_status import WorkStatus

_NUMBER_WIDTH = 16 * STEP


class TrialPage(SetupPage):
    """Reads the newest completed order, or the one that is asked for; books nothing by itself."""

    page: ClassVar[Page] = Page.TRIAL

    def title_text(self) -> str:
        return self.tr("Try with one order")

    def why_text(self) -> str:
        return self.tr(
            "See how an order from the shop would be posted, before anything is transferred."
        )

    def help_text(self) -> str:
        return self.tr(
            "Nothing is posted unless you ask for it, and in production it cannot be. Compare "
            "accounts and amounts with how your accountant wants them. “Assumed” accounts are "
            "those that Tripletex usually posts to; the first voucher shows them for certain."
        )

    def build(self, layout: QVBoxLayout) -> None:
        layout.addLayout(self._choosing())
        self._reading = WorkStatus()
        layout.addWidget(self._reading)
        self._order = TrialOrder()
        layout.addWidget(self._order)
        layout.addWidget(self._without_order())
        layout.addLayout(self._booking())

    def retranslate(self) -> None:
        self._label.setText(self.tr("&Order number"))
        self._number.setPlaceholderText(self.tr("Newest"))
        self._read.setText(self.tr("&Show order"))
        self._empty_title.setText(self.tr("No order to try yet"))
        self._empty_advice.setText(
            self.tr(
                "The shop has no order of the last 30 days with a completed status. Complete an "
                "order in Mystore and press Show order, or write the number of an older one."
            )
        )
        self._go_on.setText(self.tr("&Go on without a trial"))
        self._book.setText(self.tr("&Post the trial order"))

    def show_draft(self, draft: SetupDraft) -> None:
        if not self._number.hasFocus() or not self._number.isModified():
            self._number.setText(draft.trial_order)
        trial = draft.trial
        self._show_reading()
        self._empty.setVisible(trial is not None and trial.order is None)
        self._go_on.setVisible(not draft.is_trial_seen)
        show_ticked(self._go_on, draft.is_untried)
        self._order.setVisible(trial is not None and trial.order is not None)
        if trial is not None and trial.order is not None:
            self._order.show_trial(trial, draft)
        self._show_booking(trial, draft.environment)

    def initializePage(self) -> None:
        super().initializePage()
        self.controller.start(LiveCheck.TRIAL)

    # which order

    def _choosing(self) -> QHBoxLayout:
        self._label, self._number, self._read = QLabel(), QLineEdit(), QPushButton()
        self._label.setBuddy(self._number)
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self._read.setAutoDefault(False)  # Enter goes on to the next page
        self._read.clicked.connect(self._read_order)
        self._number.returnPressed.connect(self._read_order)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self._label)
        row.addWidget(self._number)
        row.addWidget(self._read)
        row.addStretch(1)
        return row

    def _show_reading(self) -> None:
        result = self.controller.result(LiveCheck.TRIAL)
        self._reading.show_status(self._how_far(), result.problem if result else None)

    def _how_far(self) -> str:
        if not self.controller.running(LiveCheck.TRIAL):
            return ""
        orders_read = self.controller.orders_read(LiveCheck.TRIAL)
        return loaded(*orders_read) if orders_read else self.tr("Reading from Mystore …")

    def _without_order(self) -> Card:
        self._empty = Card()
        self._empty_title, self._empty_advice = Label(strong=True), Label(role=MUTED)
        self._go_on = QCheckBox()
        self._go_on.toggled.connect(self._note_untried)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        for widget in (self._empty_title, self._empty_advice, self._go_on):
            column.addWidget(widget)
        self._empty.add_row(column)
        return self._empty

    # booking

    def _booking(self) -> QVBoxLayout:
        self._meaning, self._book = Label(role=MUTED), QPushButton()
        self._booked, self._writing = FieldStatus(), WorkStatus()
        self._book.setAutoDefault(False)
        self._book.clicked.connect(self._book_order)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._meaning, 1)
        row.addWidget(self._book)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addLayout(row)
        column.addWidget(self._booked)
        column.addWidget(self._writing)
        return column

    def _show_booking(self, trial: Trial | None, environment: Environment) -> None:
        is_real = environment is Environment.PRODUCTION
        has_plan = trial is not None and trial.plan is not None
        booked = trial.booked if trial else None
        is_from_before = trial is not None and trial.is_from_before
        self._meaning.setVisible(has_plan and (booked is None or is_from_before))
        self._meaning.setText(self._what_it_means(is_real=is_real, is_from_before=is_from_before))
        self._book.setVisible(has_plan and not is_real and booked is None)
        self._book.setEnabled(not self.controller.is_writing)
        self._booked.setVisible(booked is not None)
        if booked is not None:
            self._booked.show_result(STATE_LOOKS[booked.state][0], outcome_line(booked))
        doing = self.tr("Posting the order …") if self.controller.is_writing else ""
        self._writing.show_status(doing, self.controller.write_problem)

    def _what_it_means(self, *, is_real: bool, is_from_before: bool) -> str:
        if is_from_before:
            return self.tr(
                "Nothing is posted: lines and postings show what the set-up would make of the "
                "order now."
            )
        if is_real:
            return self.tr("Nothing is posted: this only shows what a transfer would do.")
        return self.tr(
            "Nothing is posted yet. As this is not production, the order can be posted to be "
            "looked at in Tripletex. The trial transfer sends no e-mail."
        )

    @Slot()
    def _read_order(self) -> None:
        number = self._number.text().strip()
        self._number.setModified(False)
        self.controller.update(lambda draft: replace(draft, trial_order=number))
        self.controller.start_again(LiveCheck.TRIAL)

    @Slot(bool)
    def _note_untried(self, ticked: bool) -> None:
        self.controller.update(
            lambda draft: replace(draft, untried=draft.trial_inputs if ticked else "")
        )

    @Slot()
    def _book_order(self) -> None:
        self._read.setFocus()  # a closed button would hand the focus on to Help
        self.controller.book_trial()
