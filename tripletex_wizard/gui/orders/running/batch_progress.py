"""A batch while it runs, and while it waits for a service that does not answer."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.orders import customer_name
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.batch_texts import BETWEEN, reason, waiting
from tripletex_wizard.gui.orders.running.progress_texts import ProgressTexts
from tripletex_wizard.gui.orders.running.retry_clock import SECOND_MS, RetryClock
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.parts import Label, LinkButton, Note, main_button
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.parts.listed_note import ListedNote
from tripletex_wizard.gui.spoken import announce
from tripletex_wizard.gui.texts import sentence, state_name
from tripletex_wizard.gui.theme import MUTED, STEP, Size
from tripletex_wizard.gui.tones import Tone

_FAILURES_SHOWN = 5


class BatchProgress(QWidget):
    """Where the batch is, what went wrong so far, and how to stop it or go on.

    Signals: `stop_asked`; `again_asked` when a paused batch is to go on, also by itself when the
    time has come.
    """

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self, *, second_ms: int = SECOND_MS) -> None:
        super().__init__()
        self._texts = ProgressTexts(self)
        self._batch: Batch | None = None
        self._lines: dict[tuple[str, TransferState], str] = {}
        self.clock = RetryClock(self, second_ms=second_ms)
        self._title, self._current = Label(size=Size.TITLE, strong=True), Label(size=Size.LARGE)
        self._bar, self._figures = QProgressBar(), Label(role=MUTED)
        self._line_above_buttons = HorizontalLine()
        self._silent, self._countdown = Note(Tone.SHOULD_CHECK), Label()
        self._failures = ListedNote(Tone.SHOULD_CHECK, few=_FAILURES_SHOWN)
        self._stop, self._end, self._again = QPushButton(), QPushButton(), main_button()
        self._not_alone = LinkButton()
        self._bar.setTextVisible(False)
        self._arrange()
        for button in (self._stop, self._end):
            button.setAutoDefault(False)
            button.clicked.connect(self.stop_asked)
        self._again.clicked.connect(self._try_again)
        self._not_alone.clicked.connect(self.clock.stop)
        self.clock.ticked.connect(self._count_down)
        self.clock.due.connect(self.again_asked)
        self.retranslate()

    def show_batch(self, batch: Batch) -> None:
        """Follow the batch; the clock runs only while it is paused."""
        before, self._batch = self._batch, batch
        is_new_pause = batch.paused is not None and not (before and before.paused)
        if is_new_pause:
            self.clock.start()
        elif not batch.paused:
            self._keep_clock(before, batch)
        self._show()
        if is_new_pause:
            self._again.setFocus()
            announce(self, f"{self.title()}. {self._silent.text}")

    def title(self) -> str:
        """Where the batch is, in short."""
        return self._title.text()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._stop.setText(self.tr("&Stop after this order"))
        self._end.setText(self.tr("&Stop here"))
        self._again.setText(self.tr("&Try again now"))
        self._not_alone.setText(self.tr("Do not retry automatically"))
        self._bar.setAccessibleName(self.tr("Orders that are through"))
        self._lines.clear()
        self._failures.show_lines("", ())
        if self._batch is not None:
            self._show()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        for widget in (self._title, self._current, self._bar, self._figures, self._silent):
            layout.addWidget(widget)
        counting = QHBoxLayout()
        counting.addWidget(self._countdown, 1)
        counting.addWidget(self._not_alone)
        layout.addLayout(counting)
        layout.addWidget(self._failures)
        layout.addStretch(1)
        layout.addWidget(self._line_above_buttons)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        buttons.addStretch(1)
        for button in (self._stop, self._end, self._again):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def _keep_clock(self, before: Batch | None, batch: Batch) -> None:
        """A service that has answered again is waited for only shortly the next time."""
        if self.clock.is_running:
            self.clock.stop()
        if before is not None and batch.done > before.done:
            self.clock.reset()

    def _show(self) -> None:
        assert self._batch is not None
        batch, is_paused = self._batch, self._batch.paused is not None
        sums = BatchSums(batch.outcomes)
        is_one = batch.total == 1
        self._title.setText(self._heading(batch))
        self._current.setText(self._who(batch))
        self._current.setVisible(not is_paused)  # also while it is empty: nothing moves
        self._bar.setRange(0, 0 if is_one and not is_paused else batch.total)
        self._bar.setValue(batch.done)
        self._figures.setText(self._in_figures(batch, sums))
        self._show_pause(batch)
        self._show_failures(batch, sums)
        self._stop.setEnabled(not batch.is_stopping)
        self._stop.setVisible(not is_paused and not is_one)
        self._line_above_buttons.setVisible(is_paused or not is_one)

    def _heading(self, batch: Batch) -> str:
        if batch.paused:
            return self._texts.silent(batch.paused)
        if batch.total == 1:
            return self._texts.only(batch.orders[0].number)
        return self._texts.place(min(batch.done + 1, batch.total), batch.total)

    def _who(self, batch: Batch) -> str:
        """«10457 · Kari Eksempel»."""
        if batch.is_stopping:
            text = self.tr("Stops after {order}.") if batch.current else self.tr("Stops now.")
            return text.format(order=batch.current)
        order = next((row for row in batch.orders if row.number == batch.current), None)
        name = customer_name(order)
        return BETWEEN.join(filter(None, (batch.current, name)))

    def _in_figures(self, batch: Batch, sums: BatchSums) -> str:
        is_moving = not batch.paused and not batch.is_stopping
        left = self._texts.left(batch.seconds_left) if is_moving else ""
        wait = waiting(round(batch.waiting)) if batch.waiting >= 1 else ""
        return BETWEEN.join(filter(None, (self._texts.so_far(sums), left, wait)))

    def _show_pause(self, batch: Batch) -> None:
        is_paused = batch.paused is not None
        for widget in (self._silent, self._countdown, self._end, self._again):
            widget.setVisible(is_paused)
        self._not_alone.setVisible(is_paused and self.clock.is_running)
        if batch.paused:
            untried = self.tr(
                "%n order(s) are waiting. Nothing more is sent meanwhile.", "", (len(batch.untried))
            )
            self._silent.show_text(f"{untried} {sentence(batch.paused).remedy}")
            self._count_down()

    def _show_failures(self, batch: Batch, sums: BatchSums) -> None:
        """The newest first; orders that only wait for the service to answer are none."""
        rows = [row for row in reversed(sums.to_follow_up) if row.order_number not in batch.untried]
        if rows and len(rows) == len(self._failures.lines):
            return
        if not rows:
            self._lines.clear()  # another batch
        lines = [self._line(row, batch) for row in rows]
        self._failures.show_lines(self._texts.follow_up(len(lines)), lines)
        announce(self, lines[0] if lines else "")

    def _line(self, outcome: Outcome, batch: Batch) -> str:
        """Worked out once for each failure, for a batch has hundreds of events."""
        key = outcome.order_number, outcome.state
        if key not in self._lines:
            order = next(row for row in batch.orders if row.number == outcome.order_number)
            name = customer_name(order)
            who = BETWEEN.join(filter(None, (order.number, name, state_name(outcome.state))))
            self._lines[key] = f"{who}: {reason(outcome)}"
        return self._lines[key]

    @Slot()
    def _count_down(self) -> None:
        is_running = self.clock.is_running
        self._countdown.setText(self._texts.next_try(self.clock.seconds_left) if is_running else "")
        self._not_alone.setVisible(is_running)

    @Slot()
    def _try_again(self) -> None:
        self.clock.stop()
        self.again_asked.emit()
