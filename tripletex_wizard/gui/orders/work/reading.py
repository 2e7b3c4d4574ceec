"""Reading the shop's orders off the GUI thread, all of them or one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from tripletex_wizard.domain.credit_orders import Original
from tripletex_wizard.domain.errors import AppError, OrderStopped, Problem
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.jobs import Job, JobRunner, Report
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.office import Office, Watcher

_ROWS_AT_A_TIME = 25


@dataclass(frozen=True, slots=True)
class Loading:
    """How many orders have been read, and of how many when that is known."""

    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loading gives besides the orders, which are worked out by `profile`."""

    statuses: tuple[OrderStatus, ...]
    payment_types: tuple[PaymentType, ...]
    at: datetime
    profile: Profile


class Reading(QObject):
    """One loading at a time, and orders fetched beside it. Belongs to the GUI thread.

    `loading` is None when nothing is being read; `problem` is why the last loading failed.
    Signals: `changed` when a loading began, went on or ended before its time; `arrived(list of
    Standing)`, some at a time; `loaded(Loaded)` at its end; `fetched(list of one Standing)`;
    `failed(Problem)` when an order could not be fetched; `originals_found(order number, tuple of
    Original, or Problem)`.
    """

    changed = Signal()
    arrived = Signal(list)
    loaded = Signal(object)
    fetched = Signal(list)
    failed = Signal(object)
    originals_found = Signal(str, object)

    def __init__(self, office: Office, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.loading: Loading | None = None
        self.problem: Problem | None = None
        self._office = office
        self._runner = runner
        self._job: Job[Loaded] | None = None

    def load(self) -> None:
        """Read every order; not while they are being read."""
        self.loading, self.problem = Loading(), None
        self._job = self._runner.submit(
            self._read,
            owner=self,
            on_result=self._loaded,
            on_error=self._not_loaded,
            on_progress=self._progressed,
        )
        self.changed.emit()

    def stop(self) -> None:
        """Read no more; nothing further arrives."""
        if self._job is not None:
            self._job.cancel()
            self._end()
            self.changed.emit()

    def fetch(self, number: str) -> None:
        """Read one order by its number, however old it is."""
        self._runner.submit(
            lambda token, _report: self._read_one(number, token),
            owner=self,
            on_result=lambda standing: self.fetched.emit([standing]),
            on_error=lambda error: self.failed.emit(error.problem),
        )

    def find_originals(self, order: Order) -> None:
        """Look for the invoices that a credit order may credit; `originals_found` tells."""
        self._runner.submit(
            lambda token, _report: self._originals(order, token),
            owner=self,
            on_result=lambda found: self.originals_found.emit(order.number, found),
            on_error=lambda error: self.originals_found.emit(order.number, error.problem),
        )

    def _originals(self, order: Order, token: CancelToken) -> tuple[Original, ...] | Problem:
        """In a thread of the runner."""
        with self._office.open(Watcher(token)) as connection:
            try:
                return connection.transfer.originals(order)
            except OrderStopped as stopped:
                return stopped.problems[0]

    def _read(self, token: CancelToken, report: Report) -> Loaded:
        """In a thread of the runner."""
        watcher = Watcher(token, on_loaded=lambda done, total: report(Loading(done, total)))
        with self._office.open(watcher) as connection:
            found: list[Standing] = []
            for standing in connection.desk.standings():
                token.checkpoint()
                found.append(standing)
                if len(found) == _ROWS_AT_A_TIME:
                    report(found)
                    found = []
            report(found)
            types = connection.transfer.facts().payment_types
            now = connection.transfer.clock.now()
            return Loaded(connection.desk.statuses(), types, now, connection.profile)

    def _read_one(self, number: str, token: CancelToken) -> Standing:
        with self._office.open(Watcher(token)) as connection:
            return connection.desk.standing(number)

    def _progressed(self, step: Loading | list[Standing]) -> None:
        if isinstance(step, Loading):
            self.loading = step
            self.changed.emit()
        else:
            self.arrived.emit(step)

    def _loaded(self, loaded: Loaded) -> None:
        self._end()
        self.loaded.emit(loaded)

    def _not_loaded(self, error: AppError) -> None:
        self.problem = error.problem
        self._end()
        self.changed.emit()

    def _end(self) -> None:
        self.loading = self._job = None
