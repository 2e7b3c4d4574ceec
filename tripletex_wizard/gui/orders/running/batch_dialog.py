"""A batch from its first order to its summary, in a window that can be put aside meanwhile."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLayout, QStackedWidget, QVBoxLayout, QWidget

from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.documents.summary_files import SummaryDesk
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.running.batch_progress import BatchProgress
from tripletex_wizard.gui.orders.running.retry_clock import SECOND_MS
from tripletex_wizard.gui.orders.running.summary import SummaryView
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.parts.first_size import highest
from tripletex_wizard.gui.spoken import announce
from tripletex_wizard.gui.theme import STEP

_MARGIN = 4 * STEP
_ABOVE, _BELOW = 3 * STEP, 2 * STEP
_WIDTH, _WIDTH_OF_ONE = 95 * STEP, 70 * STEP
_LOWEST, _HIGHEST = 22 * STEP, 70 * STEP
_TO_THE_FRONT = {QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange}


class BatchDialog(QDialog):
    """Follows the controller's batch, or shows once more the one that is `over`.

    Closing it while orders are sent stops after the current one. `where_asked(number)`: a person
    wants to see why an order was stopped. `ended(Batch)`: its summary is there to be read, and
    `looked_at()`: it has come to the front.
    """

    where_asked = Signal(str)
    ended = Signal(object)
    looked_at = Signal()

    def __init__(
        self,
        controller: OrderController,
        desk: SummaryDesk,
        runner: JobRunner,
        parent: QWidget | None = None,
        *,
        over: Batch | None = None,
        second_ms: int = SECOND_MS,
    ) -> None:
        # Of type Window, X11 would let the order window cover it.
        flags = Qt.WindowType.Dialog | Qt.WindowType.WindowMinimizeButtonHint
        super().__init__(parent, flags | Qt.WindowType.WindowCloseButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # a closed one follows nothing
        self._controller, self._desk, self._runner = controller, desk, runner
        self._earlier: Batch | None = None
        self._over = over
        self._waiting: tuple[str, ...] = ()
        self.progress = BatchProgress(second_ms=second_ms)
        self._views = QStackedWidget()
        self._views.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _ABOVE, _MARGIN, _BELOW)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # see _make_room
        layout.addWidget(self._views)
        self._listen()
        shown = over or controller.batch
        is_one = shown is not None and shown.total == 1
        self.resize(_WIDTH_OF_ONE if is_one else _WIDTH, _LOWEST)
        if over is None:
            self._follow()
        else:
            self._show_over(over)

    @property
    def over(self) -> Batch | None:
        """The batch that the summary is of; None before the first is over."""
        return self._over

    @property
    def is_looked_at(self) -> bool:
        """Whether it is in front; systems differ in whether a minimised window can be active."""
        return self.isActiveWindow() and not self.isMinimized()

    @cached_property
    def summary(self) -> SummaryView:
        """Built once it is needed: a batch that begins is shown at once."""
        summary = SummaryView(self._desk, self._runner)
        summary.where_asked.connect(self.where_asked)
        summary.check_asked.connect(self._check)
        summary.retry_asked.connect(self._retry)
        summary.close_asked.connect(self.close)
        self._views.addWidget(summary)
        return summary

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.progress.retranslate()
            if self._over is not None:
                self.summary.retranslate()
            self._name_window()
        elif event.type() in _TO_THE_FRONT and self._over and self.is_looked_at:
            self.looked_at.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._controller.has_batch:
            self._controller.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        """Escape is like closing."""
        if self._controller.has_batch:
            self._controller.stop()
        else:
            super().reject()

    def _listen(self) -> None:
        self._controller.batch_changed.connect(self._follow)
        self._controller.settled.connect(self._looked_up)
        self.progress.stop_asked.connect(self._controller.stop)
        self.progress.again_asked.connect(self._controller.go_on)

    @Slot()
    def _follow(self) -> None:
        batch = self._controller.batch
        if batch is None:
            return
        self.progress.show_batch(batch)
        if batch.is_over:
            self._show_over(self._earlier.and_then(batch) if self._earlier else batch)
            self._earlier = None
            self.ended.emit(self._over)
        else:
            self._show(self.progress)

    def _show_over(self, batch: Batch) -> None:
        self._over = batch
        self.summary.show_batch(batch)
        self._show(self.summary)
        announce(self, f"{self.summary.title}. {self.summary.figures}")

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self._name_window()
        self._make_room()

    def _make_room(self) -> None:
        """As high as what is told needs, up to where it scrolls; never lower again by itself.

        Qt alone would make room for both views, and for texts before they have their width.
        """
        view, around = self._views.currentWidget(), self.layout()
        layout = view.layout() if view else None
        assert layout is not None
        assert around is not None
        layout.activate()
        needed = layout.totalHeightForWidth(self.width() - 2 * _MARGIN) + _ABOVE + _BELOW
        height = min(needed, _HIGHEST, highest(self))
        self.setMinimumSize(around.totalMinimumSize().width(), height)

    def _name_window(self) -> None:
        """What a minimised window is told apart by."""
        is_over = self._views.currentWidget() is not self.progress
        self.setWindowTitle(self.summary.title if is_over else self.progress.title())

    @Slot(str)
    def _check(self, number: str) -> None:
        if not self._controller.has_batch:
            self.summary.show_checking()
            self._controller.look_up(number)

    @Slot(tuple)
    def _looked_up(self, outcomes: tuple[Outcome, ...]) -> None:
        """What is known now of this batch's orders takes the place of what was not."""
        if self._over is None or self._controller.has_batch:
            return
        self._over = self._over.knowing(outcomes)
        self.summary.show_batch(self._over)
        self._name_window()
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self._retry(waiting)
        elif self._controller.is_settling:
            self.summary.show_checking()

    @Slot(tuple)
    def _retry(self, numbers: tuple[str, ...]) -> None:
        """At once, or when no order is being looked up any more."""
        known = tuple(each for each in numbers if each in self._controller.standings)
        if self._over is None or not known or self._controller.has_batch:
            return
        if self._controller.is_settling:
            self._waiting = known
            self.summary.show_checking()
        else:
            self._earlier = self._over
            self._controller.retry(known, self._over.terms)
