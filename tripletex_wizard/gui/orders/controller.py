"""The orders of one profile, and the work on them. Belongs to the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, Signal

from tripletex_wizard.domain.batch_sums import is_untried
from tripletex_wizard.domain.errors import AppError, Code, Problem, Remedy, RemoteUnavailable
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import BatchEnded, Outcome, Started, TransferState
from tripletex_wizard.gui.jobs import Job, JobRunner, Lane, Report
from tripletex_wizard.gui.orders.batch import Batch
from tripletex_wizard.gui.orders.upkeep import Upkeep
from tripletex_wizard.services.cancel import CancelledError, CancelToken
from tripletex_wizard.services.office import Connection, Office, Watcher
from tripletex_wizard.services.orders import oldest_first

_ROWS_AT_A_TIME = 25
_NEWER_IN_SHOP = {Code.CHANGED_SINCE_READ, Code.ORDER_NOT_FOUND}


@dataclass(frozen=True, slots=True)
class Loading:
    """How many orders have been read, and of how many when that is known."""

    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loading gives besides the orders."""

    statuses: tuple[OrderStatus, ...]
    payment_types: tuple[PaymentType, ...]
    at: datetime


class OrderController(QObject):
    """Holds what the window shows; widgets ask it, and tell it what a person wants.

    Signals: `standings_changed(tuple of order numbers)` when orders came or changed;
    `loading_changed` when a loading began, went on or ended; `batch_changed` at every event of a
    batch; `settled(tuple of Outcome)` when orders whose outcome was not known have been looked up;
    `failed(Problem)` when something that a person asked for could not be done.

    `loading` is None when nothing is being read; `problem` is why the last loading failed.
    """

    standings_changed = Signal(tuple)
    loading_changed = Signal()
    batch_changed = Signal()
    settled = Signal(tuple)
    failed = Signal(object)

    def __init__(
        self, office: Office, profile: Profile, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.profile = profile
        self.standings: dict[str, Standing] = {}
        self.statuses: tuple[OrderStatus, ...] = ()
        self.payment_types: tuple[PaymentType, ...] = ()
        self.loaded_at: datetime | None = None
        self.loading: Loading | None = None
        self.problem: Problem | None = None
        self.batch: Batch | None = None
        self._office = office
        self._runner = runner
        self._load: Job[Loaded] | None = None
        self._seen: set[str] = set()
        self._changed: set[str] = set()
        self._transfer: Job[None] | None = None
        self._stop = CancelToken()
        self._broke: BatchEnded | None = None
        self._began = 0.0
        self._loads_when_settled = False
        self._upkeep = Upkeep(office, runner, lambda: self.standings, self)
        self._upkeep.changed.connect(self._put_changed)
        self._upkeep.failed.connect(self.failed)
        self._upkeep.settled.connect(self._settled)

    # looking up and marking

    def start(self) -> None:
        """Settle what earlier runs left open, then read the orders."""
        self._loads_when_settled = True
        self._upkeep.settle()

    @property
    def is_settling(self) -> bool:
        """Whether orders are being looked up in Tripletex; no batch can begin meanwhile."""
        return self._upkeep.is_settling

    def settle(self) -> None:
        """Look up every order whose outcome is not known; nothing happens while a batch runs."""
        if not self.is_transferring:
            self._upkeep.settle()

    def look_up(self, number: str) -> None:
        """«Sjekk i Tripletex»: what became of an order, and whether its invoice was credited."""
        if not self.is_transferring:
            self._upkeep.look_up(number)

    def mark(self, number: str, voucher: str, remark: str) -> None:
        """«Marker som allerede bokført», after a running batch; `failed` says why it cannot be."""
        self._upkeep.mark(number, voucher, remark)

    def unmark(self, number: str) -> None:
        """Take the mark back."""
        self._upkeep.unmark(number)

    def change_status(self, number: str, status: OrderStatus) -> None:
        """«Oppdater ordre»: the status alone, after a running batch; nobody is told of it."""
        self._upkeep.change_status(number, status)

    def _settled(self, outcomes: tuple[Outcome, ...]) -> None:
        self.settled.emit(outcomes)
        waiting, self._loads_when_settled = self._loads_when_settled, False
        if waiting:
            self.load()

    # reading

    def load(self) -> None:
        """Read the shop's orders («Hent nye ordrer»); they arrive some at a time.

        Nothing happens while they are being read, or a batch runs.
        """
        if self.loading is not None or self.is_transferring:
            return
        self.loading, self.problem = Loading(), None
        self._seen, self._changed = set(), set()
        self._load = self._runner.submit(
            self._read,
            owner=self,
            on_result=self._loaded,
            on_error=self._not_loaded,
            on_progress=self._arrived,
        )
        self.loading_changed.emit()

    def stop_loading(self) -> None:
        """Read no more; what has come stays, and so do the orders from before."""
        if self._load is not None:
            self._load.cancel()
            self._end_loading()

    def fetch(self, number: str) -> None:
        """Read one order by its number, however old it is."""
        self._runner.submit(
            lambda token, _report: self._read_one(number, token),
            owner=self,
            on_result=lambda standing: self._put_changed([standing]),
            on_error=lambda error: self.failed.emit(error.problem),
        )

    def take_over(self, profile: Profile) -> None:
        """The set-up was changed: read everything anew by it. Not before a batch is over.

        Nothing that was worked out by the old one can be transferred meanwhile.
        """
        self.profile = profile
        if self._load is not None:
            self._load.cancel()
            self.loading = self._load = None
        gone, self.standings = tuple(self.standings), {}
        self.load()
        self.standings_changed.emit(gone)

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
            return Loaded(connection.desk.statuses(), types, connection.transfer.clock.now())

    def _read_one(self, number: str, token: CancelToken) -> Standing:
        with self._office.open(Watcher(token)) as connection:
            return connection.desk.standing(number)

    def _arrived(self, step: Loading | list[Standing]) -> None:
        if isinstance(step, Loading):
            self.loading = step
            self.loading_changed.emit()
        else:
            self._seen.update(standing.number for standing in step)
            self._put(row for row in step if row.number not in self._changed)

    def _loaded(self, loaded: Loaded) -> None:
        """Orders that the shop no longer lists go; those that were asked for by number too.

        Those of a batch that is not over stay, and those that something happened to meanwhile.
        """
        gone = self.standings.keys() - self._seen - self._changed - self._in_batch()
        self.standings = {n: row for n, row in self.standings.items() if n not in gone}
        self.statuses, self.payment_types = loaded.statuses, loaded.payment_types
        self.loaded_at = loaded.at
        self._end_loading()
        self.standings_changed.emit(tuple(gone))

    def _not_loaded(self, error: AppError) -> None:
        self.problem = error.problem
        self._end_loading()

    def _end_loading(self) -> None:
        self.loading = self._load = None
        self.loading_changed.emit()

    def _in_batch(self) -> set[str]:
        if self.batch is None or self.batch.is_over:
            return set()
        return {order.number for order in self.batch.orders}

    def _put_changed(self, standings: Iterable[Standing]) -> None:
        """Newer than what a loading that has begun may have read."""
        rows = list(standings)
        self._changed.update(row.number for row in rows)
        self._put(rows)

    def _put(self, standings: Iterable[Standing]) -> None:
        rows = {standing.number: standing for standing in standings}
        self.standings = {**self.standings, **rows}
        self.standings_changed.emit(tuple(rows))

    # transferring

    @property
    def is_busy(self) -> bool:
        """Whether no batch can begin: one runs or is paused, or orders are being looked up."""
        is_paused = self.batch is not None and self.batch.paused is not None
        return self.is_transferring or self.is_settling or is_paused

    @property
    def has_batch(self) -> bool:
        """Whether a batch runs, or is paused and may go on."""
        return self.batch is not None and not self.batch.is_over

    @property
    def is_transferring(self) -> bool:
        """Whether a batch runs; a paused one waits, and does not."""
        return self._transfer is not None

    def transfer(self, numbers: Iterable[str], choice: Choice) -> None:
        """Transfer these orders, the first finished first; those that have vanished are left out.

        Nothing happens while a batch runs or is paused, or orders are being looked up.
        """
        if self.is_busy:
            return
        shown = filter(None, map(self.standings.get, numbers))
        orders = oldest_first(standing.order for standing in shown)
        if not orders:
            return
        self.batch = Batch(tuple(orders), choice)
        self._begin(orders, choice)

    def go_on(self) -> None:
        """Try the rest of a paused batch again, as it was agreed to."""
        batch = self.batch
        if batch is None or batch.paused is None or self.is_settling:
            return
        rest = [order for order in batch.orders if order.number in batch.untried]
        kept = tuple(row for row in batch.outcomes if row.order_number not in batch.untried)
        self.batch = replace(batch, outcomes=kept, paused=None, untried=(), is_over=False)
        self._begin(rest, batch.choice)

    def stop(self) -> None:
        """Stop after the order that is being transferred; a paused batch ends at once."""
        if self.batch is None:
            return
        if self._transfer is not None:
            self._stop.cancel()
            self.batch = replace(self.batch, is_stopping=True)
            self.batch_changed.emit()
        elif self.batch.paused:
            reason = self.batch.paused
            self.batch = replace(self.batch, paused=None)
            self._end(reason)

    def _begin(self, orders: list[Order | UnreadableOrder], choice: Choice) -> None:
        assert self.batch is not None
        self._began, self._broke = monotonic() - self.batch.seconds, None
        self._stop = stop = CancelToken()
        self._transfer = self._runner.submit(
            lambda token, report: self._send(orders, choice, token.joined(stop), report),
            owner=self,
            on_result=self._ended,
            on_error=self._broken_off,
            on_progress=self._happened,
            lane=Lane.WRITE,
        )
        self.batch_changed.emit()

    def _send(
        self,
        orders: list[Order | UnreadableOrder],
        choice: Choice,
        token: CancelToken,
        report: Report,
    ) -> None:
        """In a thread of the runner. Stops between two orders; before the first one too."""
        watcher = Watcher(token, on_wait=report)
        with suppress(CancelledError), self._office.open(watcher) as connection:
            for event in connection.transfer.transfer_batch(
                _until_cancelled(orders, token), choice
            ):
                report(event)
                if isinstance(event, Outcome) and not is_untried(event):
                    report(self._standing_after(event, connection))

    def _standing_after(self, outcome: Outcome, connection: Connection) -> Standing:
        before = self.standings[outcome.order_number]
        if any(problem.code in _NEWER_IN_SHOP for problem in outcome.problems):
            return connection.desk.standing(before.number)
        return connection.desk.after_event(before)

    def _happened(self, event: float | Started | Outcome | BatchEnded | Standing) -> None:
        assert self.batch is not None
        batch = replace(self.batch, seconds=monotonic() - self._began, waiting=0.0)
        match event:
            case Standing():
                self._put_changed([event])
            case BatchEnded():
                self._broke = event
            case Started():
                batch = replace(batch, current=event.order_number)
                self._put_changed([self._sending(event.order_number)])
            case Outcome():
                batch = replace(batch, outcomes=(*batch.outcomes, event), current="")
            case _:
                batch = replace(batch, waiting=event)
        self.batch = batch
        self.batch_changed.emit()

    def _sending(self, number: str) -> Standing:
        return replace(self.standings[number], state=TransferState.SENDING, problems=())

    def _ended(self, _nothing: None) -> None:
        """Every order has its outcome, or a service did not answer, or somebody stopped."""
        assert self.batch is not None
        broke = self._broke
        if broke is not None and broke.remedy is Remedy.RETRY_LATER and not self.batch.is_stopping:
            self._pause(broke.problem)
        else:
            self._end(Problem(Code.STOPPED_BY_USER))

    def _broken_off(self, error: AppError) -> None:
        """The profile could not be opened, or the journal not be written."""
        assert self.batch is not None
        if isinstance(error, RemoteUnavailable) and not self.batch.is_stopping:
            self._pause(error.problem)
        else:
            self._end(error.problem)

    def _pause(self, problem: Problem) -> None:
        assert self.batch is not None
        reached = {row.order_number for row in self.batch.outcomes if problem not in row.problems}
        untried = tuple(o.number for o in self.batch.orders if o.number not in reached)
        self._transfer = None
        self.batch = replace(self.batch, paused=problem, untried=untried, current="", waiting=0.0)
        self.batch_changed.emit()

    def _end(self, reason: Problem) -> None:
        """Orders without an outcome were not tried, for this reason."""
        assert self.batch is not None
        reached = {row.order_number for row in self.batch.outcomes}
        untried = tuple(
            Outcome(
                order.number,
                self.standings[order.number].state,
                problems=(Problem(Code.NOT_TRIED), reason),
            )
            for order in self.batch.orders
            if order.number not in reached
        )
        outcomes = (*self.batch.outcomes, *untried)
        self._transfer = None
        self.batch = replace(
            self.batch, outcomes=outcomes, current="", waiting=0.0, is_over=True, is_stopping=False
        )
        self.batch_changed.emit()


def _until_cancelled(
    orders: Iterable[Order | UnreadableOrder], token: CancelToken
) -> Iterator[Order | UnreadableOrder]:
    for order in orders:
        if token.is_cancelled:
            return
        yield order
