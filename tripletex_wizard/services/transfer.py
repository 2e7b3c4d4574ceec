"""Transfers a batch: one order at a time, past a bad one, and never one of them twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import cache

from tripletex_wizard.domain.credit_orders import Original, require_decided
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    OutcomeUnknown,
    Problem,
    RemoteUnavailable,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.gate import marked
from tripletex_wizard.domain.gift_card_debt import with_posted
from tripletex_wizard.domain.held_back import claimed_by, stopped, unreadable
from tripletex_wizard.domain.history import Since
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting, refund_of
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.rounds import in_round
from tripletex_wizard.domain.transfer import (
    BatchEnded,
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Started,
    Step,
    StepFacts,
    TransferEvent,
    TransferState,
)
from tripletex_wizard.services.booking_check import BookingCheck, UnwrittenAccounts
from tripletex_wizard.services.cancel import CancelledError
from tripletex_wizard.services.claims import Claims
from tripletex_wizard.services.credit_notes import CreditNotes
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.foretelling import foretold
from tripletex_wizard.services.one_order import OrderTransfer
from tripletex_wizard.services.originals import Originals
from tripletex_wizard.services.ports import AccountBook, Clock, Journal, Ledger, Webshop
from tripletex_wizard.services.products import ProductBook
from tripletex_wizard.services.reconcile import QUIET_SECONDS, QuietTime
from tripletex_wizard.services.steps import Steps

ENDS_A_BATCH = (SetupError, RemoteUnavailable, StorageError)


@dataclass
class TransferService:
    """Transfers orders of one profile. `owner` names this program and PC in claims.

    `clock` may be cancelled while it waits between orders, `patient` never; `is_gone` tells
    whether a claim's owner was a program on this PC that has ended. `accounts` is not written down
    unless one is given.
    """

    ledger: Ledger
    journal: Journal
    clock: Clock
    profile: Profile
    owner: str
    webshop: Webshop
    patient: Clock | None = None
    is_gone: Callable[[str], bool] = lambda _owner: False
    quiet_seconds: float = QUIET_SECONDS
    accounts: AccountBook = field(default_factory=UnwrittenAccounts)
    _facts: LedgerFacts | None = field(default=None, init=False)
    _quiet: QuietTime | None = field(default=None, init=False)
    _products: ProductBook | None = field(default=None, init=False)

    def plan(self, order: Order, choice: Choice) -> PostingPlan:
        """What would be booked, without sending anything. Raises OrderStopped."""
        return plan_posting(
            order,
            self.profile,
            self.facts(),
            today=self.clock.now().date(),
            choice=choice,
            kept=Progress(self.journal.entries(order.number)).unbooked_date,
        )

    def preview(self, order: Order | UnreadableOrder, choice: Choice) -> Outcome:
        """How the order stands and what it would become; reads only, and sends nothing.

        The invoice of a credit order is looked for, as a transfer would.
        """
        progress = Progress(self.journal.entries(order.number))
        if progress.mark:
            return marked(order.number, progress.mark)
        if isinstance(order, UnreadableOrder):
            return unreadable(order)
        if progress.open_step:
            lost = progress.open_step.uncertainty
            return Outcome(order.number, progress.state, progress.asked_as, (lost,))
        try:
            if progress.invoice:
                return self._foretold(order, progress, progress.invoice, choice)
            plan = self._crediting(order, in_round(self.plan(order, choice), progress), choice)
        except OrderStopped as stop:
            return stopped(order.number, stop)
        is_there = progress.is_settled and plan.transfer_as is TransferAs.ORDER
        state = TransferState.TRANSFERRED if is_there else TransferState.READY
        return Outcome(order.number, state, plan.transfer_as, plan.notes, amount=plan.total)

    def _foretold(
        self, order: Order, progress: Progress, booked: StepFacts, choice: Choice
    ) -> Outcome:
        """As `foretold`, with what the money of a credit note meets. Raises OrderStopped."""
        outcome = foretold(order, progress, choice, self.profile, self.journal)
        if outcome.state is not TransferState.READY or booked.refund is not None:
            return outcome
        refund = refund_of(order, booked, self.profile, self.facts())
        told = self._credit_notes(order).refund_told(order, booked, refund)
        return replace(outcome, problems=(*told, *outcome.problems))

    def _credit_notes(self, order: Order) -> CreditNotes:
        steps, today = self.steps(order.number), self.clock.now().date()
        return CreditNotes(self._originals, self.ledger, steps, self.quiet_time(), today)

    def _crediting(self, order: Order, plan: PostingPlan, choice: Choice) -> PostingPlan:
        """The plan with the invoice that a credit note credits. Raises OrderStopped."""
        require_decided(plan)
        if not plan.is_credit_note:
            return plan
        known = Progress(self.journal.entries(order.number)).order
        found = self.ledger.order(known.order_id) if known and known.order_id else None
        return self._credit_notes(order).planned(order, plan, choice.original, found)

    @property
    def _originals(self) -> Originals:
        customers = CustomerBook(self.ledger, self.profile.rules, self.facts(), self._known_cards)
        return Originals(self.ledger, self.webshop, customers, self.profile)

    def originals(self, order: Order) -> tuple[Original, ...]:
        """The invoices that a credit order may credit, the likeliest first; reads only.

        Raises OrderStopped when the order, or its customer's card, needs a person first.
        """
        return self._originals.of(order, self.plan(order, Choice(TransferAs.INVOICE)))

    def facts(self) -> LedgerFacts:
        """Codes, payment types and periods as Tripletex has them, read once.

        With the accounts that vouchers have told of until now.
        """
        return self._with_accounts(self._facts) if self._facts else self._read_facts()

    def _read_facts(self) -> LedgerFacts:
        self._facts = self.ledger.facts(self.profile.rules.product_numbers)
        return self._with_accounts(self._facts)

    def _with_accounts(self, facts: LedgerFacts) -> LedgerFacts:
        return replace(facts, seen_accounts=self.accounts.seen())

    def booking_check(self) -> BookingCheck:
        """Compares what is posted with what was asked."""
        return BookingCheck(self.ledger, self.facts(), self.accounts)

    def transfer_batch(
        self, orders: Iterable[Order | UnreadableOrder], choice: Choice
    ) -> Iterator[TransferEvent]:
        """Transfer each order once and yield Started and one Outcome for each.

        BatchEnded comes after the outcome of the order that ended the batch.

        Stopping between two events is always safe. A bad order does not end the batch; a lost
        connection, a refused token or a full disk does: the orders after it are then yielded as
        not tried, with the reason. An order of which Tripletex cannot tell yet comes again last.
        """
        customers = CustomerBook(
            self.ledger, self.profile.rules, self.facts(), cache(self._known_cards)
        )
        batch = _Batch(self, choice, customers)
        for order in orders:
            yield from batch.transfer(order)
        yield from batch.transfer_waiting()

    def transfer_one(
        self, order: Order | UnreadableOrder, choice: Choice, customers: CustomerBook
    ) -> Outcome:
        """Transfer one order within its claim.

        Raises OrderUncertain when a later look will tell, and what ends a batch: SetupError,
        RemoteUnavailable, StorageError.
        """
        with self.claimed(order.number) as holder:
            if holder is not None:
                return claimed_by(order.number, holder)
            mark = Progress(self.journal.entries(order.number)).mark
            if mark:
                return self._marked(order, mark, choice.status)
            if isinstance(order, UnreadableOrder):
                return self._stopped(order.number, OrderStopped(order.problem))
            return self._within_claim(order, choice, customers)

    def _marked(
        self, order: Order | UnreadableOrder, mark: JournalEntry, status: OrderStatus | None
    ) -> Outcome:
        """Nothing is sent, to the shop neither; that the status stays is told if it was asked."""
        outcome = marked(order.number, mark)
        has_it = isinstance(order, Order) and order.status == status
        if status is None or has_it or not self.profile.rules.write_back:
            return outcome
        left = Problem(Code.STATUS_LEFT, status=status.name)
        state = TransferState.TRANSFERRED_WITH_NOTE
        return replace(outcome, state=state, problems=(left, *outcome.problems))

    def claimed(self, number: str) -> AbstractContextManager[str | None]:
        """Hold the order's claim for a while; gives who else has it, None when it is ours."""
        return Claims(self.journal, self.owner, self.is_gone).held(number)

    def steps(self, number: str) -> Steps:
        """The steps of a claimed order in its present round."""
        round_ = Progress(self.journal.entries(number)).round
        return Steps(self.journal, self.patient or self.clock, number, self.owner, round_)

    def _known_cards(self) -> frozenset[tuple[int | None, int | None]]:
        """Customer numbers with the cards that the journal proves to have been made for them."""
        return frozenset(
            (entry.facts.customer_number, entry.facts.customer_id)
            for entries in self.journal.all_entries().values()
            for entry in entries
            if entry.step is Step.CUSTOMER and entry.phase is Phase.DONE
        )

    def _within_claim(self, order: Order, choice: Choice, customers: CustomerBook) -> Outcome:
        transfer = OrderTransfer(
            order,
            choice,
            self.profile,
            self.facts(),
            self.ledger,
            customers,
            self.steps(order.number),
            self.clock.now().date(),
            self.quiet_time(),
            self.webshop,
            self.booking_check(),
            self._product_book(),
            self._read_facts,
        )
        try:
            outcome = transfer.run()
        except OrderUncertain as uncertain:
            if uncertain.again_after is not None:
                raise
            return stopped(order.number, uncertain)
        except OrderStopped as stop:
            return self._stopped(order.number, stop)
        except OutcomeUnknown as lost:
            return self.broken_off(order.number, lost)
        except (OrderRejected, AnswerNotUnderstood) as error:
            return self.broken_off(order.number, error)
        self._note_gift_cards(outcome)
        return outcome

    def _note_gift_cards(self, outcome: Outcome) -> None:
        """The orders after this one find what its gift cards left on their account."""
        if self._facts and outcome.gift_cards:
            self._facts = with_posted(self._facts, outcome.gift_cards)

    def quiet_time(self) -> QuietTime:
        """One for all batches: it remembers since when each loss is known."""
        if self._quiet is None:
            self._quiet = QuietTime(self.quiet_seconds, self.clock)
        return self._quiet

    def _product_book(self) -> ProductBook:
        """One for all batches: it remembers what was made."""
        if self._products is None:
            self._products = ProductBook(self.ledger)
        return self._products

    def _stopped(self, number: str, stop: OrderStopped) -> Outcome:
        """A stopped order; uncertain while something sent before has no known outcome."""
        outcome = stopped(number, stop)
        progress = Progress(self.journal.entries(number))
        outcome = _with_what_is_there(outcome, progress)
        if progress.open_step is None:
            return outcome
        problems = (progress.open_step.uncertainty, *outcome.problems)
        return replace(outcome, state=TransferState.UNCERTAIN, problems=problems)

    def broken_off(self, number: str, error: AppError) -> Outcome:
        """An order that went no further: uncertain when something was perhaps sent."""
        progress = self.progress(number)
        uncertain = progress is None or progress.open_step is not None
        outcome = Outcome(
            number,
            TransferState.UNCERTAIN if uncertain else TransferState.FAILED,
            problems=(error.problem,),
            request_ids=error.request_ids,
        )
        return _with_what_is_there(outcome, progress) if progress else outcome

    def progress(self, number: str) -> Progress | None:
        """How far the order has come, None when the journal cannot be read."""
        try:
            return Progress(self.journal.entries(number))
        except StorageError:
            return None


def _with_what_is_there(outcome: Outcome, progress: Progress) -> Outcome:
    """An order that was stopped may be in Tripletex, and booked, from before."""
    order, invoice = progress.order, progress.invoice
    outcome = replace(outcome, order_id=order.order_id if order else None)
    if invoice is None or invoice.credited:
        return outcome
    return replace(
        outcome,
        invoice_id=invoice.invoice_id,
        invoice_number=invoice.invoice_number,
        amount=invoice.amount,
    )


@dataclass
class _Batch:
    """The orders of one batch that wait, and why it ended if it did."""

    service: TransferService
    choice: Choice
    customers: CustomerBook
    waiting: list[tuple[Order | UnreadableOrder, OrderUncertain, float]] = field(
        default_factory=list
    )
    ended: Problem | None = None

    def transfer(self, order: Order | UnreadableOrder) -> Iterator[TransferEvent]:
        """Started and Outcome; of an order that must wait, only Started."""
        if self.ended:
            yield self._not_tried(order, self.ended)
            return
        yield Started(order.number)
        before = self.service.progress(order.number)
        try:
            outcome = self.service.transfer_one(order, self.choice, self.customers)
            yield self._with_told(outcome, order, before)
        except OrderUncertain as uncertain:
            due = self.service.clock.monotonic() + (uncertain.again_after or 0)
            self.waiting.append((order, uncertain, due))
        except ENDS_A_BATCH as error:
            self.ended = error.problem
            broken = self.service.broken_off(order.number, error)
            yield self._with_told(broken, order, before)
            yield BatchEnded(error.problem, error.remedy)

    def _with_told(
        self, outcome: Outcome, order: Order | UnreadableOrder, before: Progress | None
    ) -> Outcome:
        """The outcome with whom anybody was asked to write to, however the order came out."""
        now = self.service.progress(order.number)
        if before is None or now is None or not isinstance(order, Order):
            return outcome
        since = Since(before, now)
        return replace(
            outcome,
            emailed_to=order.customer.usable_email if since.was_emailed else "",
            ehf_to=order.customer.organization_number if since.was_sent_as_ehf else "",
            notified_to=order.customer.email if since.was_notified else "",
        )

    def transfer_waiting(self) -> Iterator[TransferEvent]:
        """Once more, when their time has come; whoever must still wait is uncertain."""
        waiting, self.waiting = self.waiting, []
        for order, uncertain, due in waiting:
            if self.ended is None and self._wait_until(due):
                yield from self.transfer(order)
            else:
                self.waiting.append((order, uncertain, due))
        for order, uncertain, _ in self.waiting:
            yield stopped(order.number, uncertain)

    def _wait_until(self, due: float) -> bool:
        clock = self.service.clock
        try:
            clock.sleep(max(0.0, due - clock.monotonic()))
        except CancelledError:
            self.ended = Problem(Code.STOPPED_BY_USER)
        return self.ended is None

    def _not_tried(self, order: Order | UnreadableOrder, ended: Problem) -> Outcome:
        """As the journal has it: an order that was uncertain before is so still."""
        problems = (Problem(Code.NOT_TRIED), ended)
        progress = self.service.progress(order.number)
        uncertain = progress is not None and progress.open_step is not None
        state = TransferState.UNCERTAIN if uncertain else TransferState.READY
        return Outcome(order.number, state, problems=problems)
