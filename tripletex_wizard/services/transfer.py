"""Transfers a batch: one order at a time, past a bad one, and never one of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    OrderRejected,
    OrderSkipped,
    OrderStopped,
    OrderUncertain,
    OutcomeUnknown,
    Problem,
    RemoteUnavailable,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice, PostingPlan, plan_posting
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import (
    Outcome,
    Progress,
    Started,
    TransferEvent,
    TransferState,
)
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.one_order import OrderTransfer
from tripletex_wizard.services.ports import Clock, Journal, Ledger
from tripletex_wizard.services.reconcile import QUIET_SECONDS
from tripletex_wizard.services.steps import LEASE_SECONDS, Steps

ENDS_A_BATCH = (SetupError, RemoteUnavailable, StorageError)


@dataclass
class TransferService:
    """Transfers orders of one profile. `owner` names this program and PC in claims."""

    ledger: Ledger
    journal: Journal
    clock: Clock
    profile: Profile
    owner: str
    quiet_seconds: float = QUIET_SECONDS
    _facts: LedgerFacts | None = field(default=None, init=False)

    def plan(self, order: Order, choice: Choice) -> PostingPlan:
        """What would be booked, without sending anything. Raises OrderStopped."""
        return plan_posting(
            order, self.profile, self.facts(), today=self.clock.now().date(), choice=choice
        )

    def preview(self, order: Order | UnreadableOrder, choice: Choice) -> Outcome:
        """How the order stands and what it would become; reads only, and sends nothing."""
        if isinstance(order, UnreadableOrder):
            return _unreadable(order)
        progress = Progress(self.journal.entries(order.number))
        if progress.invoice or progress.open_step:
            return Outcome(order.number, progress.state, progress.asked_as)
        try:
            plan = self.plan(order, choice)
        except OrderStopped as stopped:
            return _stopped(order.number, stopped)
        is_there = progress.is_settled and plan.transfer_as is TransferAs.ORDER
        state = TransferState.TRANSFERRED if is_there else TransferState.READY
        return Outcome(order.number, state, plan.transfer_as, plan.notes, amount=plan.total)

    def facts(self) -> LedgerFacts:
        """Codes, payment types and periods as Tripletex has them, read once."""
        if self._facts is None:
            self._facts = self.ledger.facts()
        return self._facts

    def transfer_batch(
        self, orders: Iterable[Order | UnreadableOrder], choice: Choice
    ) -> Iterator[TransferEvent]:
        """Transfer each order once and yield Started and one Outcome for each.

        Stopping between two events is always safe. A bad order does not end the batch; a lost
        connection, a refused token or a full disk does: the orders after it are then yielded as
        READY, not tried, with the reason.
        """
        customers = CustomerBook(self.ledger, self.profile.rules, self.facts())
        ended: Problem | None = None
        for order in orders:
            if ended:
                yield Outcome(
                    order.number, TransferState.READY, problems=(Problem(Code.NOT_TRIED), ended)
                )
                continue
            yield Started(order.number)
            try:
                yield self._transfer(order, choice, customers)
            except ENDS_A_BATCH as error:
                ended = error.problem
                yield self._broken_off(order.number, error)
            except (OrderRejected, AnswerNotUnderstood) as error:
                yield self._broken_off(order.number, error)

    def _transfer(
        self, order: Order | UnreadableOrder, choice: Choice, customers: CustomerBook
    ) -> Outcome:
        if isinstance(order, UnreadableOrder):
            return _unreadable(order)
        holder = self.journal.claim(order.number, self.owner, LEASE_SECONDS)
        if holder is not None:
            claimed = Problem(Code.CLAIMED_BY_OTHER, owner=holder)
            return Outcome(
                order.number, TransferState.SENDING, problems=(claimed,), claimed_by_other=True
            )
        try:
            return self._within_claim(order, choice, customers)
        finally:
            self.journal.release(order.number, self.owner)

    def _within_claim(self, order: Order, choice: Choice, customers: CustomerBook) -> Outcome:
        steps = Steps(self.journal, self.clock, order.number, self.owner)
        transfer = OrderTransfer(
            order,
            choice,
            self.profile,
            self.facts(),
            self.ledger,
            customers,
            steps,
            self.clock.now().date(),
            self.quiet_seconds,
        )
        try:
            return transfer.run()
        except OrderStopped as stopped:
            return _stopped(order.number, stopped)
        except OutcomeUnknown as lost:
            return _ended(order.number, TransferState.UNCERTAIN, lost)

    def _broken_off(self, number: str, error: AppError) -> Outcome:
        """An order that went no further: uncertain when something was perhaps sent."""
        if isinstance(error, StorageError):
            return _ended(number, TransferState.UNCERTAIN, error)
        state = Steps(self.journal, self.clock, number, self.owner).progress().state
        uncertain = state is TransferState.UNCERTAIN
        return _ended(number, state if uncertain else TransferState.FAILED, error)


def _ended(number: str, state: TransferState, error: AppError) -> Outcome:
    return Outcome(number, state, problems=(error.problem,), request_ids=error.request_ids)


def _unreadable(order: UnreadableOrder) -> Outcome:
    return Outcome(order.number, TransferState.STOPPED, problems=(order.problem,))


def _stopped(number: str, stopped: OrderStopped) -> Outcome:
    match stopped:
        case OrderSkipped():
            state = TransferState.SKIPPED
        case OrderUncertain():
            state = TransferState.UNCERTAIN
        case _:
            state = TransferState.STOPPED
    return Outcome(number, state, problems=stopped.problems)
