"""Running a batch off the GUI thread: begun, paused, gone on with, stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from tripletex_wizard.domain.batch_sums import is_untried
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    Problem,
    Remedy,
    RemoteError,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import (
    BatchEnded,
    Outcome,
    Started,
    TransferEvent,
    TransferState,
)
from tripletex_wizard.gui.jobs import Job, JobRunner, Lane, Report
from tripletex_wizard.gui.orders.work.batch import Batch, Terms
from tripletex_wizard.services.cancel import CancelledError, CancelToken, until_cancelled
from tripletex_wizard.services.office import Connection, Office, Watcher
from tripletex_wizard.services.order_desk import OrderDesk
from tripletex_wizard.services.ports import Clock

_NEWER_IN_SHOP = {Code.CHANGED_SINCE_READ, Code.ORDER_NOT_FOUND}


class BatchRun(QObject):
    """One batch at a time; `batch` is the last one, also when it is over. In the GUI thread.

    `standings` gives the orders as they are shown. Signals: `batch_changed` at every event;
    `changed(list of Standing)` when an order of the batch is another than before.
    """

    batch_changed = Signal()
    changed = Signal(list)

    def __init__(
        self,
        office: Office,
        runner: JobRunner,
        standings: Callable[[], Mapping[str, Standing]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.batch: Batch | None = None
        self._office = office
        self._runner = runner
        self._standings = standings
        self._job: Job[None] | None = None
        self._stop = CancelToken()
        self._why_stopped = Problem(Code.STOPPED_BY_USER)
        self._broke: BatchEnded | None = None
        self._began = 0.0
        runner.writing_stopped.connect(self._break_off)

    @property
    def is_running(self) -> bool:
        """Whether orders are being transferred; a paused batch waits, and does not run."""
        return self._job is not None

    @property
    def is_paused(self) -> bool:
        """Whether the batch waits for a person to go on with it or stop it."""
        return self.batch is not None and self.batch.paused is not None

    @property
    def unfinished(self) -> set[str]:
        """The numbers of the batch's orders, none when it is over."""
        if self.batch is None or self.batch.is_over:
            return set()
        return {order.number for order in self.batch.orders}

    def begin(self, orders: Iterable[Order | UnreadableOrder], terms: Terms) -> None:
        """Transfer these orders in this order; not while a batch runs or is paused."""
        self.batch = Batch(tuple(orders), terms)
        self._submit(self.batch.orders, terms)

    def go_on(self) -> None:
        """Try the rest of a paused batch again, as it was agreed to."""
        batch = self.batch
        if batch is None or batch.paused is None:
            return
        untried = set(batch.untried)
        rest = [order for order in batch.orders if order.number in untried]
        kept = tuple(row for row in batch.outcomes if row.order_number not in untried)
        self.batch = replace(batch, outcomes=kept, paused=None, untried=(), is_over=False)
        self._submit(rest, batch.terms)

    def stop(self) -> None:
        """Stop after the order that is being transferred; a paused batch ends at once."""
        if self.batch is None:
            return
        if self.is_running:
            self._stop.cancel()
            self.batch = replace(self.batch, is_stopping=True)
            self.batch_changed.emit()
        elif self.batch.paused:
            reason = self.batch.paused
            self.batch = replace(self.batch, paused=None)
            self._end(reason)

    @Slot()
    def _break_off(self) -> None:
        """Nothing more is written: a batch that waits would never go on."""
        self._why_stopped = Problem(Code.BROKEN_OFF)
        self.stop()

    def _submit(self, orders: Iterable[Order | UnreadableOrder], terms: Terms) -> None:
        assert self.batch is not None
        self._began, self._broke = monotonic() - self.batch.seconds, None
        self._stop = stop = CancelToken()
        self._job = self._runner.submit(
            lambda token, report: self._send(orders, terms, token.joined(stop), report),
            owner=self,
            on_result=self._ended,
            on_error=self._broken_off,
            on_progress=self._happened,
            lane=Lane.WRITE,
        )
        self.batch_changed.emit()

    def _send(
        self,
        orders: Iterable[Order | UnreadableOrder],
        terms: Terms,
        token: CancelToken,
        report: Report,
    ) -> None:
        """In a thread of the runner. Stops between two orders; before the first one too.

        Raises NotAsAgreed when orders are left that would not be sent by the terms.
        """
        watcher = Watcher(token, on_wait=report)
        with suppress(CancelledError), self._office.open(watcher) as connection:
            terms.require_setup(connection.profile)
            service = connection.transfer
            due = _while_dated(until_cancelled(orders, token), terms, service.clock)
            self._follow(service.transfer_batch(due, terms.choice), connection, report)
            terms.require_day(service.clock.now().date())

    def _follow(
        self, events: Iterator[TransferEvent], connection: Connection, report: Report
    ) -> None:
        """What was begun gets its outcome, by the journal, whatever cuts the batch off."""
        begun: dict[str, Started] = {}
        try:
            for event in events:
                report(event)
                if isinstance(event, Started):
                    begun[event.order_number] = event
                elif isinstance(event, Outcome):
                    begun.pop(event.order_number, None)
                    if not is_untried(event):
                        report(self._standing_after(event, connection.desk))
        except BaseException:
            for number in begun:
                report(connection.transfer.broken_off(number, AppError(Code.BROKEN_OFF)))
            raise

    def _standing_after(self, outcome: Outcome, desk: OrderDesk) -> Standing:
        """By the journal; the shop is read again where it turned out to be newer."""
        before = self._standings()[outcome.order_number]
        if any(problem.code in _NEWER_IN_SHOP for problem in outcome.problems):
            with suppress(RemoteError, SetupError):  # the next loading reads it again
                return desk.standing(before.number)
        return desk.after_event(before)

    def _happened(self, event: float | Started | Outcome | BatchEnded | Standing) -> None:
        assert self.batch is not None
        batch = replace(self.batch, seconds=monotonic() - self._began, waiting=0.0)
        match event:
            case Standing():
                self.changed.emit([event])
            case BatchEnded():
                self._broke = event
            case Started():
                batch = replace(batch, current=event.order_number)
                self.changed.emit([self._sending(event.order_number)])
            case Outcome():
                batch = replace(batch, outcomes=(*batch.outcomes, event), current="")
            case _:
                batch = replace(batch, waiting=event)
        self.batch = batch
        self.batch_changed.emit()

    def _sending(self, number: str) -> Standing:
        return replace(self._standings()[number], state=TransferState.SENDING, problems=())

    def _ended(self, _nothing: None) -> None:
        """Every order has its outcome, or a service did not answer, or somebody stopped."""
        assert self.batch is not None
        self._job = None  # before all else: whatever fails here, the window can be closed
        broke = self._broke
        if broke is not None and broke.remedy is Remedy.RETRY_LATER and not self.batch.is_stopping:
            self._pause(broke.problem)
        else:
            self._end(self._why_stopped)

    def _broken_off(self, error: AppError) -> None:
        """The profile could not be opened, the journal not be written, or there was a bug."""
        assert self.batch is not None
        self._job = None
        if isinstance(error, RemoteUnavailable) and not self.batch.is_stopping:
            self._pause(error.problem)
        else:
            self._end(error.problem)

    def _pause(self, problem: Problem) -> None:
        assert self.batch is not None
        reached = {row.order_number for row in self.batch.outcomes if problem not in row.problems}
        untried = tuple(o.number for o in self.batch.orders if o.number not in reached)
        self.batch = replace(self.batch, paused=problem, untried=untried, current="", waiting=0.0)
        self._show_none_as_sending()
        self.batch_changed.emit()

    def _end(self, reason: Problem) -> None:
        """Orders without an outcome were not tried, for this reason."""
        assert self.batch is not None
        reached = {row.order_number for row in self.batch.outcomes}
        untried = tuple(
            Outcome(
                order.number,
                self._standings()[order.number].state,
                problems=(Problem(Code.NOT_TRIED), reason),
            )
            for order in self.batch.orders
            if order.number not in reached
        )
        outcomes = (*self.batch.outcomes, *untried)
        self.batch = replace(
            self.batch, outcomes=outcomes, current="", waiting=0.0, is_over=True, is_stopping=False
        )
        self._show_none_as_sending()
        self.batch_changed.emit()

    def _show_none_as_sending(self) -> None:
        """Where the batch was cut off before the standing could be worked out."""
        assert self.batch is not None
        rows = [
            replace(shown, state=outcome.state, problems=outcome.problems)
            for outcome in self.batch.outcomes
            if (shown := self._standings()[outcome.order_number]).state is TransferState.SENDING
            and outcome.state is not TransferState.SENDING
        ]
        if rows:
            self.changed.emit(rows)


def _while_dated(
    orders: Iterable[Order | UnreadableOrder], terms: Terms, clock: Clock
) -> Iterator[Order | UnreadableOrder]:
    """The orders until midnight makes another invoice date of the one that was shown."""
    for order in orders:
        if not terms.is_dated(clock.now().date()):
            return
        yield order
