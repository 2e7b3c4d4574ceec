"""Work on single orders that is no transfer: looked up, marked as booked, given a status."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, Signal

from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.jobs import Job, JobRunner, Lane, Report
from tripletex_wizard.gui.orders.work.receipts import Done, Receipt
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.office import Connection, Office, Watcher

Look = Callable[[Connection], Iterator[Outcome]]
Deed = Callable[[Connection], object]


class Upkeep(QObject):
    """In turn with the batches, never beside one. Belongs to the GUI thread.

    `standings` gives the orders as they are shown. Signals: `changed(list of Standing)`;
    `settled(tuple of Outcome)` at the end of a look-up; `done(Receipt)` when what a person asked
    for has been done; `failed(Problem)`.
    """

    changed = Signal(list)
    settled = Signal(tuple)
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        office: Office,
        runner: JobRunner,
        standings: Callable[[], Mapping[str, Standing]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._runner = runner
        self._standings = standings
        self._look: Job[tuple[Outcome, ...]] | None = None
        self._next_looks: list[str] = []

    @property
    def is_settling(self) -> bool:
        """Whether Tripletex is being asked what became of what was sent."""
        return self._look is not None

    def settle(self) -> None:
        """Look up every order whose outcome is not known; sends nothing."""
        if not self.is_settling:
            self._look_up(lambda connection: connection.left_overs.settle())

    def look_up(self, number: str) -> None:
        """Look up one order: what became of it, and whether its invoice has been credited.

        It waits for what is being looked up already.
        """
        if self.is_settling:
            self._next_looks.append(number)
        else:
            self._look_up(lambda connection: iter([connection.left_overs.look(number)]))

    def mark(self, number: str, voucher: str, remark: str) -> None:
        """Mark the order as booked already; `failed` says why it cannot be."""
        receipt = Receipt(number, Done.MARKED, voucher)
        self._do(receipt, lambda connection: connection.marking.mark(number, voucher, remark))

    def unmark(self, number: str) -> None:
        """Take the mark back."""
        receipt = Receipt(number, Done.UNMARKED)
        self._do(receipt, lambda connection: connection.marking.unmark(number))

    def change_status(self, number: str, status: OrderStatus) -> None:
        """Give the order its status in the shop; `failed` says why it has not got it."""
        receipt = Receipt(number, Done.STATUS_SET, status.name)
        self._do(receipt, lambda connection: connection.status.change(number, status, notify=False))

    def _look_up(self, look: Look) -> None:
        self._look = self._runner.submit(
            lambda token, report: self._looked_up(look, token, report),
            owner=self,
            on_result=self._settled,
            on_error=self._not_settled,
            on_progress=self.changed.emit,
            lane=Lane.WRITE,
        )

    def _looked_up(self, look: Look, token: CancelToken, report: Report) -> tuple[Outcome, ...]:
        """In a thread of the runner."""
        outcomes = []
        with self._office.open(Watcher(token)) as connection:
            for outcome in look(connection):
                outcomes.append(outcome)
                before = self._standings().get(outcome.order_number)
                if before:
                    report([connection.desk.after_event(before)])
                token.checkpoint()
        return tuple(outcomes)

    def _settled(self, outcomes: tuple[Outcome, ...]) -> None:
        self._look_up_next()
        self.settled.emit(outcomes)

    def _not_settled(self, error: AppError) -> None:
        """Each transfer looks before it sends, so that a batch may begin all the same."""
        self._look_up_next()
        self.failed.emit(error.problem)
        self.settled.emit(())

    def _look_up_next(self) -> None:
        self._look = None
        if self._next_looks:
            self.look_up(self._next_looks.pop(0))

    def _do(self, receipt: Receipt, deed: Deed) -> None:
        self._runner.submit(
            lambda token, _report: self._done(receipt.number, deed, token),
            owner=self,
            on_result=lambda standing: self._tell_done(standing, receipt),
            on_error=lambda error: self.failed.emit(error.problem),
            lane=Lane.WRITE,
        )

    def _tell_done(self, standing: Standing, receipt: Receipt) -> None:
        self.changed.emit([standing])
        self.done.emit(receipt)

    def _done(self, number: str, deed: Deed, token: CancelToken) -> Standing:
        """In a thread of the runner."""
        with self._office.open(Watcher(token)) as connection:
            deed(connection)
            shown = self._standings().get(number)
            desk = connection.desk
            return desk.after_event(shown) if shown else desk.standing(number)
