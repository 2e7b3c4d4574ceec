"""Page 3, «Kontroll av Tripletex»: the prerequisite board."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout

from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.prerequisites import BoardRow, Finding, Prerequisite
from tripletex_wizard.gui.board.card import BoardCard
from tripletex_wizard.gui.board.last_checked import LastChecked
from tripletex_wizard.gui.parts import show_ticked
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.pages.board_questions import InvoiceNumbers, OtherConnector
from tripletex_wizard.gui.wizard.pages.remedy_status import RemedyStatus

_BEFORE_THE_EMPTY_REST = 1000


class PrerequisitesPage(SetupPage):
    """Asks Tripletex when it is entered; only «Må rettes» closes Next.

    What stops single orders alone does not close it for a set-up that is in use.
    """

    page: ClassVar[Page] = Page.PREREQUISITES

    def title_text(self) -> str:
        return self.tr("Check of Tripletex")

    def why_text(self) -> str:
        return self.tr(
            "This must be in place before the first order. Correct what is marked “Must be "
            "corrected”."
        )

    def help_text(self) -> str:
        return self.tr(
            "Only “Must be corrected” stops you. Each row names the place in Tripletex: change it "
            "there, and press Check again. “Could not be checked” is what the program cannot see: "
            "look it up yourself, or ask your accountant."
        )

    def build(self, layout: QVBoxLayout) -> None:
        self._board = BoardCard()
        self._confirm_start = QCheckBox()
        self._invoice_numbers = InvoiceNumbers()
        self._other_connector = OtherConnector()
        rows = self._board.rows
        rows[Prerequisite.CUSTOMER_NUMBERS].add_below(self._confirm_start)
        rows[Prerequisite.INVOICE_NUMBERS].add_below(self._invoice_numbers)
        rows[Prerequisite.INVOICE_NUMBERS].add_beside(self._invoice_numbers.link)
        rows[Prerequisite.OTHER_CONNECTOR].add_below(self._other_connector)
        self._board.order_stops()
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addWidget(self._board, _BEFORE_THE_EMPTY_REST)
        column.addLayout(self._foot())
        column.addStretch(1)
        layout.addLayout(column, _BEFORE_THE_EMPTY_REST)
        self._board.repeat_wanted.connect(self._check_row)
        self._confirm_start.toggled.connect(self._note_start_value)
        self._other_connector.is_on.connect(self._note_other_on)

    def retranslate(self) -> None:
        self._board.retranslate()
        self._confirm_start.setText(self.tr("The &start value is 100000"))
        self._invoice_numbers.retranslate()
        self._other_connector.retranslate()
        self._all.setText(self.tr("Check everything a&gain"))

    def show_draft(self, draft: SetupDraft) -> None:
        running = frozenset(row for row in Prerequisite if self.controller.running_row(row))
        self._board.show_rows(draft.board, running)
        show_ticked(self._confirm_start, draft.customer_numbers_confirmed)
        rows = self._board.rows
        self._confirm_start.setVisible(_is_asked(rows[Prerequisite.CUSTOMER_NUMBERS].row))
        self._other_connector.show_row(rows[Prerequisite.OTHER_CONNECTOR].row)
        self._show_foot(draft)

    def initializePage(self) -> None:
        self.controller.start(LiveCheck.BOARD)
        super().initializePage()

    def _foot(self) -> QHBoxLayout:
        self._all = QPushButton()
        self._all.clicked.connect(self._check_all)
        self._when, self._failure = LastChecked(), RemedyStatus()
        self._failure.repeat_wanted.connect(self._check_all)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self._all)
        row.addWidget(self._when)
        row.addWidget(self._failure, 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _show_foot(self, draft: SetupDraft) -> None:
        result = self.controller.result(LiveCheck.BOARD)
        self._when.show_time(draft.board_checked_at, self.controller.now())
        if self.controller.running(LiveCheck.BOARD):
            self._failure.show_running()
        elif result is not None and result.problem is not None:
            self._failure.show_problem(result.problem, draft.environment)
        else:
            self._failure.clear()

    @Slot()
    def _check_all(self) -> None:
        self.controller.check_board()

    @Slot(Prerequisite)
    def _check_row(self, prerequisite: Prerequisite) -> None:
        self.controller.check_row(prerequisite)

    @Slot(bool)
    def _note_start_value(self, ticked: bool) -> None:
        self.controller.update(lambda draft: replace(draft, customer_numbers_confirmed=ticked))

    @Slot()
    def _note_other_on(self) -> None:
        """The wizard goes back to step 1, which cannot be left before it is off."""
        self.controller.update(lambda draft: replace(draft, other_transfer_off=False))


def _is_asked(row: BoardRow | None) -> bool:
    return row is not None and row.finding in {
        Finding.CUSTOMER_NUMBERS_CONFIRMED,
        Finding.CUSTOMER_NUMBERS_UNCONFIRMED,
    }
