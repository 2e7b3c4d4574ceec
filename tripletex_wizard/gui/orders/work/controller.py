"""The orders of one profile, and the work on them. Belongs to the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.work.batch import Batch, Terms
from tripletex_wizard.gui.orders.work.batch_run import BatchRun
from tripletex_wizard.gui.orders.work.reading import Loaded, Loading, Reading
from tripletex_wizard.gui.orders.work.upkeep import Upkeep
from tripletex_wizard.services.office import Office
from tripletex_wizard.services.orders import oldest_first


class OrderController(QObject):
    """Holds what the window shows; widgets ask it, and tell it what a person wants.

    It keeps reading, the batch and the upkeep of single orders out of each other's way. Signals:
    `standings_changed(tuple of order numbers)` when orders came or changed; `loading_changed`
    when a loading began, went on or ended; `batch_changed` at every event of a batch;
    `settled(tuple of Outcome)` when orders whose outcome was not known have been looked up;
    `done(Receipt)` when an order has been marked or given a status, and `failed(Problem)` when
    something that a person asked for could not be done; `originals_found(order number, tuple of
    Original, or Problem)` when the invoices have been looked for.
    """

    standings_changed = Signal(tuple)
    loading_changed = Signal()
    batch_changed = Signal()
    settled = Signal(tuple)
    done = Signal(object)
    failed = Signal(object)
    originals_found = Signal(str, object)

    def __init__(
        self, office: Office, profile: Profile, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.profile = profile
        self.standings: dict[str, Standing] = {}
        self.statuses: tuple[OrderStatus, ...] = ()
        self.payment_types: tuple[PaymentType, ...] = ()
        self.loaded_at: datetime | None = None
        self._seen: set[str] = set()
        self._changed: set[str] = set()
        self._loads_when_settled = self._goes_on_when_settled = False
        self._reading = Reading(office, runner, self)
        self._run = BatchRun(office, runner, lambda: self.standings, self)
        self._upkeep = Upkeep(office, runner, lambda: self.standings, self)
        self._connect()

    def _connect(self) -> None:
        self._reading.changed.connect(self.loading_changed)
        self._reading.arrived.connect(self._arrived)
        self._reading.loaded.connect(self._loaded)
        self._reading.fetched.connect(self._put_changed)
        self._reading.failed.connect(self.failed)
        self._reading.originals_found.connect(self.originals_found)
        self._run.batch_changed.connect(self.batch_changed)
        self._run.changed.connect(self._put_changed)
        self._upkeep.changed.connect(self._put_changed)
        self._upkeep.settled.connect(self._settled)
        self._upkeep.done.connect(self.done)
        self._upkeep.failed.connect(self.failed)

    def start(self) -> None:
        """Settle what earlier runs left open, then read the orders."""
        self._loads_when_settled = True
        self._upkeep.settle()
        self.loading_changed.emit()

    # reading

    @property
    def loading(self) -> Loading | None:
        """How far the reading has come; None when nothing is being read."""
        return self._reading.loading

    @property
    def is_about_to_load(self) -> bool:
        """Whether the reading begins by itself, once what earlier runs left open is settled."""
        return self._loads_when_settled

    @property
    def problem(self) -> Problem | None:
        """Why the last loading failed."""
        return self._reading.problem

    def load(self) -> None:
        """Read the shop's orders («Hent nye ordrer»); they arrive some at a time.

        Nothing happens while they are being read, or a batch runs.
        """
        if self.loading is not None or self.is_transferring:
            return
        self._seen, self._changed = set(), set()
        self._reading.load()

    def stop_loading(self) -> None:
        """Read no more; what has come stays, and so do the orders from before."""
        self._reading.stop()

    def fetch(self, number: str) -> None:
        """Read one order by its number, however old it is."""
        self._reading.fetch(number)

    def find_originals(self, order: Order) -> None:
        """Look for the invoices that a credit order may credit; `originals_found` tells."""
        self._reading.find_originals(order)

    def take_over(self, profile: Profile) -> None:
        """The set-up was changed: read everything anew by it. Not before a batch is over.

        Nothing that was worked out by the old one can be transferred meanwhile.
        """
        self.profile = profile
        self._reading.stop()
        gone, self.standings = tuple(self.standings), {}
        self.load()
        self.standings_changed.emit(gone)

    # transferring

    @property
    def batch(self) -> Batch | None:
        """The batch that runs or waits, or else the last one; None before the first."""
        return self._run.batch

    @property
    def is_busy(self) -> bool:
        """Whether no batch can begin: one runs or is paused, or orders are being looked up."""
        return self.is_transferring or self.is_settling or self._run.is_paused

    @property
    def has_batch(self) -> bool:
        """Whether a batch runs, or is paused and may go on."""
        return self.batch is not None and not self.batch.is_over

    @property
    def is_transferring(self) -> bool:
        """Whether a batch runs; a paused one waits, and does not."""
        return self._run.is_running

    def transfer(self, numbers: Iterable[str], choice: Choice) -> None:
        """Transfer these orders, the first finished first; those that have vanished are left out.

        Nothing happens while a batch runs or is paused, or orders are being looked up.
        """
        shown = [*filter(None, map(self.standings.get, numbers))]
        days = [row.plan.dates.issued for row in shown if row.plan]
        self._begin(shown, Terms(choice, self.profile, min(days, default=None)))

    def retry(self, numbers: Iterable[str], terms: Terms) -> None:
        """Transfer these once more, by the terms of the batch that they were in."""
        self._begin([*filter(None, map(self.standings.get, numbers))], terms)

    def _begin(self, shown: Iterable[Standing], terms: Terms) -> None:
        orders = oldest_first(standing.order for standing in shown)
        if orders and not self.is_busy:
            self._run.begin(orders, terms)

    def go_on(self) -> None:
        """Try the rest of a paused batch again, once no orders are being looked up."""
        self._goes_on_when_settled = self.is_settling
        if not self.is_settling:
            self._run.go_on()

    def stop(self) -> None:
        """Stop after the order that is being transferred; a paused batch ends at once."""
        self._goes_on_when_settled = False
        self._run.stop()

    # looking up and marking

    @property
    def is_settling(self) -> bool:
        """Whether orders are being looked up in Tripletex; no batch can begin meanwhile."""
        return self._upkeep.is_settling

    def settle(self) -> None:
        """Look up every order whose outcome is not known; nothing happens while a batch runs."""
        if not self.is_transferring:
            self._upkeep.settle()

    def look_up(self, number: str) -> None:
        """«Sjekk i Tripletex»: what became of an order, and whether its invoice was credited.

        Orders are looked up one after another.
        """
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

    # what comes of it

    @Slot(list)
    def _arrived(self, standings: list[Standing]) -> None:
        self._seen.update(standing.number for standing in standings)
        self._put(row for row in standings if row.number not in self._changed)

    @Slot(object)
    def _loaded(self, loaded: Loaded) -> None:
        """Orders that the shop no longer lists go; those that were asked for by number too.

        Those of a batch that is not over stay, and those that something happened to meanwhile.
        """
        gone = self.standings.keys() - self._seen - self._changed - self._run.unfinished
        self.standings = {n: row for n, row in self.standings.items() if n not in gone}
        self.statuses, self.payment_types = loaded.statuses, loaded.payment_types
        self.loaded_at, self.profile = loaded.at, loaded.profile
        self.loading_changed.emit()
        self.standings_changed.emit(tuple(gone))

    @Slot(list)
    def _put_changed(self, standings: list[Standing]) -> None:
        """Newer than what a loading that has begun may have read."""
        self._changed.update(standing.number for standing in standings)
        self._put(standings)

    def _put(self, standings: Iterable[Standing]) -> None:
        rows = {standing.number: standing for standing in standings}
        self.standings = {**self.standings, **rows}
        self.standings_changed.emit(tuple(rows))

    @Slot(tuple)
    def _settled(self, outcomes: tuple[Outcome, ...]) -> None:
        self.settled.emit(outcomes)
        waiting, self._loads_when_settled = self._loads_when_settled, False
        if waiting:
            self.load()
        if self._goes_on_when_settled:
            self.go_on()
