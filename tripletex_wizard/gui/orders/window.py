"""The order window: what waits to be transferred, one order in detail, and the way to a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol, cast

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.batch_texts import headline, outcome_line
from tripletex_wizard.gui.orders.detail_split import DetailSplit
from tripletex_wizard.gui.orders.footer import OrderFooter
from tripletex_wizard.gui.orders.header import OrderHeader
from tripletex_wizard.gui.orders.search import OrderSearch
from tripletex_wizard.gui.orders.table.filter_bar import FilterBar
from tripletex_wizard.gui.orders.table.model import OrderTableModel
from tripletex_wizard.gui.orders.table.rows import OrderRow
from tripletex_wizard.gui.orders.table.table import OrderTable
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.orders.work.receipts import Receipt, receipt_text
from tripletex_wizard.gui.parts import LinkButton, Note
from tripletex_wizard.gui.parts.first_size import keep_on_screen
from tripletex_wizard.gui.spoken import announce
from tripletex_wizard.gui.state_looks import state_word
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.view_settings import ViewSettings

_FIRST_SIZE = (1280, 800)
_SMALLEST = (860, 520)
_AROUND = 20


class DetailPane(Protocol):
    """What shows the chosen orders, at the right of the table; a QWidget too."""

    def show_standing(self, standing: Standing | None) -> None:
        """Show this order, or none."""

    def show_several(self, standings: Sequence[Standing]) -> None:
        """Show what several orders come to."""


class OrderWindow(QMainWindow):
    """Follows the controller; decides nothing.

    `detail` is a QWidget that is a DetailPane. `transfer_asked(numbers, TransferAs or None)`: a
    person wants these orders transferred; the dialog is another's. `summary_asked`: or wants the
    last summary. `current_changed(number)`: another order is looked at, empty for none. A running
    batch is never cut off by closing: the window waits for the order that is being transferred,
    and closes then.
    """

    transfer_asked = Signal(tuple, object)
    summary_asked = Signal()
    current_changed = Signal(str)

    def __init__(
        self, controller: OrderController, detail: QWidget, settings: ViewSettings
    ) -> None:
        super().__init__()
        self._controller, self._settings = controller, settings
        self._detail, self._pane = detail, cast("DetailPane", detail)
        self._closing = self._is_busy = False
        self._is_following = False
        self._problem: Problem | None = None
        self._is_of_loading = self._is_of_search = False
        self._say: Callable[[], tuple[str, str]] | None = None
        self.model = OrderTableModel(self)
        self.header = OrderHeader(controller.profile)
        self.filter_bar = FilterBar()
        self.table = OrderTable(self.model, controller.profile.rules.start_date)
        self.footer = OrderFooter()
        self._trouble, self._wait = Note(Tone.MUST_FIX), Note(Tone.SUGGESTION)
        self._found, self._read = Note(Tone.SUGGESTION), LinkButton()
        self._summary, self._dismiss = LinkButton(), LinkButton()
        self._split = DetailSplit()
        self._band_place = QVBoxLayout()
        self.setObjectName("orders")
        self._arrange()
        self._order_focus()
        self.search = OrderSearch(controller, self.model, self.header, self.filter_bar, self.table)
        self._connect()
        self._retranslate()
        self._restore()
        self._take_over(tuple(controller.standings))
        self._show_loading()

    @property
    def selected(self) -> tuple[str, ...]:
        """The numbers of the selected orders, from the top."""
        return tuple(standing.number for standing in self.table.view.chosen)

    @property
    def current(self) -> str:
        """The number of the order that is shown in detail; empty for none."""
        return self.table.view.current

    @property
    def told(self) -> str:
        """What stands above the table about trouble or a wait; empty when nothing does."""
        notes = (self._wait, self._trouble, self._found)
        return next((note.text for note in notes if note.text), "")

    def set_band(self, band: QWidget) -> None:
        """Put `band` across the top of the window, above everything else."""
        self._band_place.addWidget(band)
        band.lower()  # Qt tells screen readers the lowest first

    def look_at(self, number: str) -> None:
        """Show this order, under whichever chip it stands, with its reasons in detail."""
        self.search.show_order(number)
        self.activateWindow()

    @Slot()
    def load(self) -> None:
        """Fetch anew; whoever asks for that has read what went wrong before."""
        self._tell_problem(None)
        self._controller.load()

    @Slot(object)
    def tell_done(self, receipt: Receipt) -> None:
        """Say that what a person asked for has been done."""
        self._tell_problem(None)
        self._say_found(lambda: receipt_text(receipt))

    def tell_busy(self) -> None:
        """Say why no batch can begin now."""
        self._say_found(
            lambda: self.tr(
                "A transfer is under way, or orders are being looked up. Wait for it to end."
            )
        )

    def tell_changed(self, numbers: Sequence[str]) -> None:
        """Say that these were read anew, and are no longer as a person was shown them."""
        self._say_found(
            lambda: self.tr(
                "Nothing was transferred: these orders have been read anew, and are no longer as "
                "the dialog showed them: {orders}. Check them and transfer again."
            ).format(orders=", ".join(numbers))
        )

    def tell_refused(self, problem: Problem) -> None:
        """Say why nothing was transferred."""
        self._say_found(lambda: sentence(problem).remedy, title=lambda: sentence(problem).what)

    def tell_reading_anew(self) -> None:
        """Say why nothing can be transferred before the orders have been read again."""
        self._say_found(
            lambda: self.tr(
                "Nothing was transferred: it is another day than when the orders were read, and "
                "invoices would get another date. They are being read anew: transfer them then."
            )
        )

    def tell_found(self, outcomes: Sequence[Outcome]) -> None:
        """Say what became of orders whose outcome was not known."""
        rows = [self._as_shown(outcome) for outcome in outcomes]
        if rows:
            self._say_found(
                lambda: "\n".join(map(outcome_line, rows)),
                title=lambda: self.tr("Looked up in Tripletex"),
            )

    def tell_ended(self, batch: Batch) -> None:
        """Say what a batch came to, with a way to its summary."""
        sums = BatchSums(batch.outcomes)
        self._say_found(lambda: headline(sums))
        self._summary.show()

    @Slot()
    def hide_ended(self) -> None:
        """The summary is being read where it stands."""
        if self._summary.isVisibleTo(self._found):
            self._found.hide()

    # putting together

    def _arrange(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        for button in (self._summary, self._read):
            self._found.add_button(button)
        self._trouble.add_button(self._dismiss)
        for note in (self._trouble, self._wait, self._found):
            note.hide()
        self._split.addWidget(self.table)
        self._split.addWidget(self._detail)
        self.table.lower()  # Qt has put the detail below it, and screen readers hear that first
        inside = QVBoxLayout()
        inside.setContentsMargins(_AROUND, 2 * STEP, _AROUND, 2 * STEP)
        inside.setSpacing(STEP + STEP // 2)
        for widget in (self.header, self._trouble, self._wait, self._found, self.filter_bar):
            inside.addWidget(widget)
        inside.addWidget(self._split, 1)
        inside.addWidget(self.footer)
        everything = QWidget()
        layout = QVBoxLayout(everything)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._band_place)
        layout.addLayout(inside, 1)
        self.setCentralWidget(everything)

    def _order_focus(self) -> None:
        """As the eye reads; the headings before the rows."""
        header, view = self.header, self.table.view
        stops = (
            *(header.search, header.load, header.stop, *self.filter_bar.controls),
            *(view.horizontalHeader(), view),
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        view, controller = self.table.view, self._controller
        controller.standings_changed.connect(self._take_over)
        controller.loading_changed.connect(self._show_loading)
        controller.batch_changed.connect(self._follow_batch)
        controller.failed.connect(self._tell_problem)
        controller.done.connect(self.tell_done)
        controller.settled.connect(self._show_selection)
        self._read.clicked.connect(self._found.hide)
        self._summary.clicked.connect(self._found.hide)
        self._summary.clicked.connect(self.summary_asked)
        self._dismiss.clicked.connect(self._forget_problem)
        self.search.troubled.connect(self._tell_trouble)
        self.search.turned.connect(self._turn)
        self.header.search_left.connect(self.table.start)
        self.header.load_asked.connect(self.load)
        self.header.stop_asked.connect(controller.stop_loading)
        self.table.transfer_asked.connect(self.transfer_asked)
        self.footer.transfer_asked.connect(self.transfer_asked)
        view.transfer_pressed.connect(self.footer.ask)
        view.chosen_changed.connect(self._show_selection)
        view.current_changed.connect(self._show_current)

    def _restore(self) -> None:
        if not self._settings.restore_geometry(self):
            self.resize(*_FIRST_SIZE)
        keep_on_screen(self)
        self._split.restore(self._settings)
        self.table.view.columns.restore(self._settings)

    # following the controller

    @Slot(tuple)
    def _take_over(self, numbers: tuple[str, ...]) -> None:
        before = self.current
        looked_at = self.model.order(before)
        self._is_following = self._controller.is_transferring
        self.search.take_over(numbers)
        if before != self.current:
            self._leave_detail()
        if looked_at and not self._controller.is_transferring:
            self._tell_change(looked_at)
        if self.current in numbers:
            self._show_current(self.current)
        self._is_following = False

    def _leave_detail(self) -> None:
        """The next key would change an order that has come there by itself."""
        if self._detail.isAncestorOf(self.focusWidget() or self):
            self.table.start()

    def _tell_change(self, before: OrderRow) -> None:
        """The order may be under another chip now, and no longer be seen."""
        now = self.model.order(before.number)
        if now and now.state is not before.state:
            text = self.tr("Order {number}: {state}")
            announce(self, text.format(number=now.number, state=state_word(now.standing)))

    @Slot()
    def _show_loading(self) -> None:
        controller = self._controller
        self.header.show_reading(controller.profile, controller.loading, controller.loaded_at)
        self._retranslate()
        problem = controller.problem if self.model.total else None
        if problem is not None or self._is_of_loading:
            self._tell_problem(problem)
            self._is_of_loading = problem is not None

    @Slot()
    def _follow_batch(self) -> None:
        if self._controller.is_busy is not self._is_busy:
            self._show_selection()
            self._found.hide()  # it told how things stood before
        if self._closing:
            if self._controller.is_transferring:
                self._show_closing()
            else:
                self.close()

    @Slot(object)
    def _tell_problem(self, problem: Problem | None) -> None:
        """Say what went wrong, or None: that it is no longer so."""
        self._problem, self._is_of_loading, self._is_of_search = problem, False, False
        self._show_problem()
        self._trouble.setVisible(problem is not None)
        announce(self._trouble, self._trouble.text)

    @Slot()
    def _forget_problem(self) -> None:
        self._tell_problem(None)

    @Slot(object)
    def _tell_trouble(self, problem: Problem | None) -> None:
        """Of a search, until there is another."""
        self._tell_problem(problem)
        self._is_of_search = problem is not None

    @Slot()
    def _turn(self) -> None:
        if self._is_of_search:
            self._tell_problem(None)

    def _show_problem(self) -> None:
        if self._problem is not None:
            said = sentence(self._problem)
            self._trouble.show_text(said.remedy, title=said.what)

    def _as_shown(self, outcome: Outcome) -> Outcome:
        """Credited, where the row says so; the look tells it as a note of the invoice."""
        shown = self._controller.standings.get(outcome.order_number)
        is_credited = shown is not None and shown.state is TransferState.CREDITED
        return replace(outcome, state=TransferState.CREDITED) if is_credited else outcome

    def _say_found(self, text: Callable[[], str], *, title: Callable[[], str] = str) -> None:
        """The texts are made again when the language changes."""
        self._say = lambda: (text(), title())
        self._summary.hide()
        self._show_found()
        self._found.show()
        announce(self._found, self._found.text)

    def _show_found(self) -> None:
        if self._say is not None:
            text, title = self._say()
            self._found.show_text(text, title=title)

    # what is chosen

    @Slot()
    def _show_selection(self) -> None:
        self._is_busy = self._controller.is_busy
        self.footer.show_selection(self.table.selection, is_busy=self._is_busy)
        self._show_detail()

    @Slot(str)
    def _show_current(self, number: str) -> None:
        self._show_detail()
        self.current_changed.emit(number)

    def _show_detail(self) -> None:
        """The sums of several stay while a batch makes them fewer, many times a second."""
        chosen = self.table.view.chosen
        if len(chosen) <= 1:
            self._pane.show_standing(self._controller.standings.get(self.current))
        elif not self._is_following:
            self._pane.show_several(chosen)

    # closing

    def _show_closing(self) -> None:
        batch = self._controller.batch
        current = batch.current if batch else ""
        text = self.tr("Closing after order {number} …").format(number=current)
        self._wait.show_text(text if current else self.tr("Closing …"))
        self._wait.show()
        announce(self._wait, self._wait.text)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._controller.is_transferring:
            self._closing = True
            self._controller.stop()
            self._show_closing()
            event.ignore()
            return
        self._controller.stop()
        self._controller.stop_loading()
        self._close_dialogs()
        self._settings.keep_geometry(self)
        self._split.keep(self._settings)
        self.table.view.columns.keep(self._settings)
        super().closeEvent(event)

    def _close_dialogs(self) -> None:
        """Windows of their own, that would outlive this one; a paused batch has ended."""
        for dialog in self.findChildren(QDialog):
            dialog.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys and not shortcuts: a menu may have the same ones, and then neither would work.
        if event.matches(QKeySequence.StandardKey.Find):
            self.header.start_search()
        elif event.matches(QKeySequence.StandardKey.Refresh):
            self.load()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.header.start_search()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_problem()
            self._show_found()

    def _retranslate(self) -> None:
        for button in (self._read, self._dismiss):
            button.setText(self.tr("Hide"))
        self._summary.setText(self.tr("Show summary"))
        title = self.tr("{company} – orders to transfer")
        self.setWindowTitle(title.format(company=self._controller.profile.company_name))
