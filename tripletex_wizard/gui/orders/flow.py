"""From what a person asks for in the order window to the dialog that answers, and the work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from tripletex_wizard.domain.batch_sums import DONE, BatchSums
from tripletex_wizard.domain.credit_orders import Original
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.documents.summary_files import SummaryDesk
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.mark_dialog import MarkDialog
from tripletex_wizard.gui.orders.asking.original_dialog import OriginalDialog
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.asking.update_question import UpdateQuestion
from tripletex_wizard.gui.orders.detail.detail import OrderDetail
from tripletex_wizard.gui.orders.menus import OrderMenus
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.orders.work.controller import OrderController


class OrderFlow(QObject):
    """Opens one dialog at a time over the window; decides nothing.

    While a batch runs, or waits for an answer, no other is begun: the window says why.
    """

    def __init__(
        self,
        window: OrderWindow,
        detail: OrderDetail,
        menus: OrderMenus,
        controller: OrderController,
        *,
        desk: SummaryDesk,
        runner: JobRunner,
    ) -> None:
        super().__init__(window)
        self._window, self._detail, self._menus = window, detail, menus
        self._controller, self._desk, self._runner = controller, desk, runner
        self._asking: QDialog | None = None
        self._batch: BatchDialog | None = None
        self._last: Batch | None = None
        self._connect()
        self._show_possible()

    def _connect(self) -> None:
        window, detail, menus = self._window, self._detail, self._menus
        window.transfer_asked.connect(self.ask_transfer)
        window.summary_asked.connect(self._show_last)
        detail.transfer_again_asked.connect(self._ask_again)
        detail.completed_chosen.connect(self._ask_with_status)
        detail.update_asked.connect(self._ask_update)
        detail.possible_changed.connect(self._show_possible)
        detail.check_asked.connect(self._look_up)
        detail.mark_asked.connect(self._ask_mark)
        detail.original_asked.connect(self._ask_original)
        detail.unmark_asked.connect(self._controller.unmark)
        menus.transfer.triggered.connect(window.footer.ask)
        menus.transfer_again.triggered.connect(self._ask_chosen_again)
        menus.choose_invoice.triggered.connect(self._ask_current_original)
        menus.mark_booked.triggered.connect(self._mark_current)
        menus.take_mark_back.triggered.connect(self._unmark_current)
        menus.update_order.triggered.connect(detail.press_update)
        menus.last_summary.triggered.connect(self._show_last)
        menus.select_all.triggered.connect(window.table.view.selectAll)
        window.table.view.chosen_changed.connect(self._show_possible)
        window.current_changed.connect(self._show_possible)
        self._controller.batch_changed.connect(self._show_possible)
        self._controller.settled.connect(self._tell_settled)

    # transferring

    @Slot(tuple, object)
    def ask_transfer(
        self,
        numbers: Sequence[str],
        way: TransferAs | None,
        status: OrderStatus | None = None,
        original: int | None = None,
    ) -> None:
        """Open the transfer dialog; what it is accepted with is sent."""
        if self._controller.is_busy:
            self._window.tell_busy()
            return
        shown = filter(None, map(self._controller.standings.get, numbers))
        standings: tuple[Standing, ...] = tuple(shown)
        if not standings or self._is_asking() or self._is_outdated(standings):
            return
        profile, types = self._controller.profile, self._controller.payment_types
        dialog = TransferDialog(
            *(standings, profile, types, self._window),
            desk=self._desk,
            runner=self._runner,
            status=status,
            original=original,
        )
        dialog.choose(way)
        dialog.accepted.connect(lambda: self._send(dialog, standings, profile))
        self._open(dialog)

    def _send(self, dialog: TransferDialog, shown: Sequence[Standing], profile: Profile) -> None:
        """What the dialog showed, and nothing else; not by a set-up that was changed meanwhile."""
        numbers, choice = dialog.numbers(), dialog.choice()
        if profile != self._controller.profile:
            self._window.tell_refused(Problem(Code.SETUP_CHANGED))
        elif changed := self._changed(shown, numbers):
            self._window.tell_changed(changed)
        elif self._is_outdated(shown):
            return
        elif self._controller.is_busy:
            self._window.tell_busy()
        else:
            self._close_summary()
            self._controller.transfer(numbers, choice)
            self._follow_batch()

    def _is_outdated(self, shown: Sequence[Standing]) -> bool:
        """Whether midnight made the shown invoice dates wrong; the orders are read anew then."""
        today = self._desk.now().date()
        if all(row.plan is None or row.plan.dates.issued == today for row in shown):
            return False
        self._window.tell_reading_anew()
        self._controller.load()
        return True

    def _changed(self, shown: Sequence[Standing], numbers: Sequence[str]) -> list[str]:
        """Those that were read anew meanwhile, and are no longer as the dialog showed them."""
        now, chosen = self._controller.standings, set(numbers)
        return [row.number for row in shown if row.number in chosen and now.get(row.number) != row]

    def _follow_batch(self, over: Batch | None = None) -> None:
        self._batch = BatchDialog(
            self._controller, self._desk, self._runner, self._window, over=over
        )
        self._batch.where_asked.connect(self._window.look_at)
        self._batch.finished.connect(self._forget_batch)
        self._batch.ended.connect(self._tell_ended)
        self._batch.looked_at.connect(self._window.hide_ended)
        self._batch.show()

    def _close_summary(self) -> None:
        """Before the next batch begins: while one runs, closing would stop it."""
        if self._batch is not None:
            self._batch.close()

    @Slot()
    def _forget_batch(self) -> None:
        assert self._batch is not None
        self._last, self._batch = self._batch.over, None
        self._show_possible()
        sums = BatchSums(self._last.outcomes if self._last else ())
        if self._last is not None and (sums.to_follow_up or sums.untried):
            self._window.tell_ended(self._last)

    @Slot(object)
    def _tell_ended(self, batch: Batch) -> None:
        """Whoever looks at the dialog reads it there; it is gone if the window has closed."""
        if self._batch is not None and not self._batch.is_looked_at:
            self._window.tell_ended(batch)

    @Slot()
    def _show_last(self) -> None:
        """The summary that was closed, with what has been learned since; or the open window."""
        if self._batch is not None:
            self._batch.setWindowState(self._batch.windowState() & ~Qt.WindowState.WindowMinimized)
            self._batch.activateWindow()
        elif self._last is not None:
            self._follow_batch(self._last)

    @Slot(str)
    def _ask_again(self, number: str) -> None:
        self.ask_transfer((number,), None)

    @Slot(str, object)
    def _ask_with_status(self, number: str, status: OrderStatus) -> None:
        self.ask_transfer((number,), None, status)

    @Slot()
    def _ask_chosen_again(self) -> None:
        self.ask_transfer(self._window.footer.selection.there, None)

    # which invoice a credit order credits

    @Slot(str)
    def _ask_original(self, number: str) -> None:
        """Ask while it is looked for; the transfer dialog follows."""
        standing = self._controller.standings.get(number)
        if standing is None or not isinstance(standing.order, Order) or self._is_asking():
            return
        dialog = OriginalDialog(standing.order, self._window)
        found = self._controller.originals_found
        shown = found.connect(lambda of, what: _show_found(dialog, what) if of == number else None)
        self._open(dialog)
        dialog.finished.connect(lambda: found.disconnect(shown))
        dialog.finished.connect(lambda: self._ask_crediting(number, dialog))
        self._controller.find_originals(standing.order)

    def _ask_crediting(self, number: str, dialog: OriginalDialog) -> None:
        """When the dialog is no longer in the way of the next one."""
        if dialog.result() == QDialog.DialogCode.Accepted:
            self.ask_transfer((number,), TransferAs.INVOICE, original=dialog.number)

    @Slot()
    def _ask_current_original(self) -> None:
        self._ask_original(self._window.current)

    # the status alone

    @Slot(str, object)
    def _ask_update(self, number: str, status: OrderStatus) -> None:
        """Of an order that is in the books, only when a person says so once more."""
        standing = self._controller.standings.get(number)
        if standing is None or standing.state not in DONE:
            self._controller.change_status(number, status)
        elif not self._is_asking():
            question = UpdateQuestion(standing, status, self._window)
            question.accepted.connect(lambda: self._controller.change_status(number, status))
            self._open(question)

    # marks

    @Slot(str)
    def _ask_mark(self, number: str) -> None:
        if self._is_asking():
            return
        dialog = MarkDialog(number, self._window)
        dialog.accepted.connect(lambda: self._mark(number, dialog))
        self._open(dialog)

    def _mark(self, number: str, dialog: MarkDialog) -> None:
        marking = dialog.marking
        assert marking is not None
        self._controller.mark(number, marking.voucher, marking.reason)

    @Slot()
    def _mark_current(self) -> None:
        self._ask_mark(self._window.current)

    @Slot()
    def _unmark_current(self) -> None:
        self._controller.unmark(self._window.current)

    # one dialog at a time

    def _open(self, dialog: QDialog) -> None:
        self._asking = dialog
        dialog.finished.connect(self._forget_asking)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _is_asking(self) -> bool:
        """Whether a dialog is open already; it comes to the front then."""
        if self._asking is None:
            return False
        self._asking.activateWindow()
        return True

    @Slot()
    def _forget_asking(self) -> None:
        self._asking = None

    # what is possible, and what was found

    @Slot(str)
    def _look_up(self, number: str) -> None:
        if self._controller.is_transferring or self._controller.is_settling:
            self._window.tell_busy()
        else:
            self._controller.look_up(number)

    @Slot()
    def _show_possible(self) -> None:
        """Entries of the menu follow what is chosen, as the buttons do."""
        menus, footer = self._menus, self._window.footer
        menus.transfer.setEnabled(footer.main.isEnabled())
        menus.transfer_again.setEnabled(bool(footer.selection.there))
        menus.choose_invoice.setEnabled(self._detail.can_choose_original)
        menus.mark_booked.setEnabled(self._detail.can_mark)
        menus.take_mark_back.setEnabled(self._detail.can_unmark)
        menus.update_order.setEnabled(self._detail.can_update)
        menus.show_summary_there(is_there=bool(self._batch or self._last))

    @Slot(tuple)
    def _tell_settled(self, outcomes: tuple[Outcome, ...]) -> None:
        """What the last run left is told in the window; a batch's own dialog tells its orders."""
        self._show_possible()
        if self._last is not None:
            self._last = self._last.knowing(outcomes)
        if self._batch is None or not self._batch.isVisible():
            self._window.tell_found(outcomes)


def _show_found(dialog: OriginalDialog, found: tuple[Original, ...] | Problem) -> None:
    if isinstance(found, Problem):
        dialog.show_problem(found)
    else:
        dialog.show_originals(found)
