"""The end of a batch: failures first, each with one thing to do, then what went over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_sums import BatchSums, is_untried
from tripletex_wizard.domain.orders import customer_name
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.batch_texts import BETWEEN, headline, reason, untried_line, went_over
from tripletex_wizard.gui.documents.batch_report import BatchReport, origin_of
from tripletex_wizard.gui.documents.summary_files import SummaryDesk, SummaryFiles
from tripletex_wizard.gui.icons import Icon
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.running.failure_row import FailureRow
from tripletex_wizard.gui.orders.running.outcome_table import OutcomesDialog
from tripletex_wizard.gui.orders.running.progress_texts import ProgressTexts
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.parts import Card, Label, LinkButton, StatusChip, main_button
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.parts.scrolled import Scrolled
from tripletex_wizard.gui.state_looks import STATE_LOOKS
from tripletex_wizard.gui.texts import state_name
from tripletex_wizard.gui.theme import MUTED, STEP, Size
from tripletex_wizard.gui.tones import Tone

ROWS_AT_A_TIME = 10
"""How many failures are laid out before the user asks for more."""


class SummaryView(QWidget):
    """Shows a batch that is over.

    Signals: `where_asked(number)`: the reason is to be shown in its place; `check_asked(number)`:
    an uncertain order is to be looked up; `retry_asked(numbers)`; `close_asked`.
    """

    where_asked = Signal(str)
    check_asked = Signal(str)
    retry_asked = Signal(tuple)
    close_asked = Signal()

    def __init__(self, desk: SummaryDesk, runner: JobRunner) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._texts = ProgressTexts(self)
        self._batch: Batch | None = None
        self._rows_shown = ROWS_AT_A_TIME
        self._build()
        self._arrange()
        self.retranslate()

    def show_batch(self, batch: Batch) -> None:
        """Show what came of it."""
        self._batch, self._rows_shown = batch, ROWS_AT_A_TIME
        self.files.offer(self._report)
        self._show()
        self._close.setFocus()

    def show_checking(self) -> None:
        """An order is being looked up; the batch is shown again when that is done."""
        self.files.saved.show()
        self.files.saved.show_running()

    @property
    def title(self) -> str:
        """How many of the orders went over."""
        return self._title.text()

    @property
    def figures(self) -> str:
        """The time that it took, and the amounts."""
        return self._figures.text()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.files.retranslate()
        self._close.setText(self.tr("&Close"))
        self._all.setText(self.tr("Show all"))
        if self._batch is not None:
            self._show()

    # looks

    def _build(self) -> None:
        self._title, self._figures = Label(size=Size.TITLE, strong=True), Label(role=MUTED)
        self._scrolled, self._card = Scrolled(), Card()
        self._scrolled.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._more = LinkButton()
        self._chip, self._went, self._all = StatusChip(), Label(role=MUTED), LinkButton()
        self.files, self._leaves = SummaryFiles(self._desk, self._runner), Label(role=MUTED)
        self._retry = QPushButton()
        self._close = main_button()
        self._close.setDefault(True)
        self._retry.setAutoDefault(False)
        self._more.clicked.connect(self._show_more)
        self._all.clicked.connect(self._show_all)
        self._retry.clicked.connect(self._ask_retry)
        self._close.clicked.connect(self.close_asked)

    def _arrange(self) -> None:
        column = self._scrolled.column
        column.addWidget(self._card)
        column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignRight)
        went = QHBoxLayout()
        went.setSpacing(STEP + STEP // 2)
        went.addWidget(self._chip)
        went.addWidget(self._went, 1)
        went.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        heading = QVBoxLayout()
        heading.setSpacing(STEP)
        heading.addWidget(self._title)
        heading.addWidget(self._figures)
        layout.addLayout(heading)
        layout.addWidget(self._scrolled)
        layout.addLayout(went)
        layout.addStretch(1)
        layout.addWidget(self.files.saved)
        layout.addWidget(HorizontalLine())
        layout.addWidget(self._leaves, alignment=Qt.AlignmentFlag.AlignRight)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.files)
        row.addStretch(1)
        row.addWidget(self._retry)
        row.addWidget(self._close)
        return row

    def _show(self) -> None:
        assert self._batch is not None
        sums, is_one = self._sums, self._batch.total == 1
        self._title.setText(self._texts.headline_of_one(sums) if is_one else headline(sums))
        self._figures.setText(self._texts.figures(sums, self._batch.seconds))
        self._show_failures(sums)
        self._chip.show_status(Tone.OK, self._texts.gone_over(len(sums.done)))
        self._chip.setVisible(bool(sums.done) and not is_one)
        self._went.setText(went_over(sums))
        self._went.setVisible(not is_one)
        self._all.setVisible(not is_one)
        safe = len(sums.safe_to_retry)
        self._retry.setText(self._texts.retry(safe))
        self._retry.setVisible(safe > 0)
        leaves = self._texts.leaves(sums) if safe else ""
        self._leaves.setText(leaves)
        self._leaves.setVisible(bool(leaves))
        self._retry.setAccessibleDescription(leaves)

    @property
    def _sums(self) -> BatchSums:
        assert self._batch is not None
        return BatchSums(self._batch.outcomes)

    # failures

    def _show_failures(self, sums: BatchSums) -> None:
        self._card.clear()
        rows = sums.to_follow_up
        shown = [self._row(outcome) for outcome in rows[: self._rows_shown]]
        if sums.untried:
            shown.insert(0, self._untried_row(sums))
        for row in shown:
            self._card.add_row(row)
        widest = max((row.state_width for row in shown), default=0)
        for row in shown:
            row.give_state_width(widest)
        left = len(rows) - self._rows_shown
        self._more.setText(self.tr("Show %n more", "", left) if left > 0 else "")
        self._more.setVisible(left > 0)
        self._scrolled.setVisible(bool(shown))

    def _row(self, outcome: Outcome) -> FailureRow:
        assert self._batch is not None
        order = next(row for row in self._batch.orders if row.number == outcome.order_number)
        name = customer_name(order)
        who = BETWEEN.join(filter(None, (outcome.order_number, name)))
        state = state_name(outcome.state)
        to_do, asked = self._to_do(outcome)
        row = FailureRow(STATE_LOOKS[outcome.state], state, who, reason(outcome), to_do)
        if row.button is not None:
            row.button.clicked.connect(asked)
        return row

    def _to_do(self, outcome: Outcome) -> tuple[str, Callable[[], None]]:
        """What the program can do about it; an empty text when only a person can."""
        number = outcome.order_number
        match outcome.state:
            case TransferState.UNCERTAIN:
                return self.tr("Check in Tripletex"), lambda: self.check_asked.emit(number)
            case TransferState.FAILED if not is_untried(outcome):
                return self.tr("Try again"), lambda: self.retry_asked.emit((number,))
            case TransferState.STOPPED | TransferState.TRANSFERRED_WITH_NOTE:
                return self.tr("Show where"), lambda: self.where_asked.emit(number)
            case _:
                return "", lambda: None

    def _untried_row(self, sums: BatchSums) -> FailureRow:
        count, _, why = untried_line(sums).partition(": ")
        looks = (Tone.UNKNOWN, Icon.MINUS_CIRCLE)
        return FailureRow(looks, self.tr("Not tried"), count, why)

    @Slot()
    def _show_more(self) -> None:
        self._rows_shown += ROWS_AT_A_TIME
        self._show_failures(self._sums)

    @Slot()
    def _show_all(self) -> None:
        assert self._batch is not None
        OutcomesDialog(self, self._sums, {row.number: row for row in self._batch.orders}).open()

    @Slot()
    def _ask_retry(self) -> None:
        self.retry_asked.emit(self._sums.safe_to_retry)

    def _report(self) -> BatchReport:
        assert self._batch is not None
        origin = origin_of(self._batch.terms.profile, self._desk.maker, self._desk.now())
        orders = {row.number: row for row in self._batch.orders}
        return BatchReport(self._sums, orders, self._texts.elapsed(self._batch.seconds), origin)
