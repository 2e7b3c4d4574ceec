"""Transfers one claimed order: its status in the shop, what is known of it, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.credit_orders import require_decided
from tripletex_wizard.domain.errors import Code, OrderRejected, OrderStopped, Problem
from tripletex_wizard.domain.gate import already_booked, noted
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, OrderStatus, not_completed, with_status
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting, refund_of
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.rounds import in_round, taken_back_by, upcoming
from tripletex_wizard.domain.sending import instead_of_ehf
from tripletex_wizard.domain.transfer import Outcome, Progress, StepFacts
from tripletex_wizard.services.booking_check import BookingCheck
from tripletex_wizard.services.credit_notes import CreditNotes
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.order_in_shop import OrderInShop
from tripletex_wizard.services.originals import Originals
from tripletex_wizard.services.ports import Ledger, Webshop
from tripletex_wizard.services.products import ProductBook, settle_product
from tripletex_wizard.services.reconcile import QuietTime, settle_invoice
from tripletex_wizard.services.rounds import is_credited, look_at, plan_in_round
from tripletex_wizard.services.send_plan import PlanSender
from tripletex_wizard.services.steps import Steps

OF_CREDITED = {Code.INVOICE_CREDITED, Code.CREDITED_IN_PART}


@dataclass
class OrderTransfer:
    """One order within its claim.

    `run` may raise OrderStopped (Tripletex was sent nothing now), OrderUncertain, OrderRejected,
    OutcomeUnknown, and whatever ends a batch: SetupError, RemoteUnavailable, StorageError.
    """

    order: Order
    choice: Choice
    profile: Profile
    facts: LedgerFacts
    ledger: Ledger
    customers: CustomerBook
    steps: Steps
    today: date
    quiet: QuietTime
    webshop: Webshop
    booking: BookingCheck
    products: ProductBook
    read_facts: Callable[[], LedgerFacts]
    may_use_ehf: bool = True

    def run(self) -> Outcome:
        """Give the order its status in the shop, then bring it as far as it was asked for."""
        shop = self._in_shop
        shop.settle()
        self.order = shop.as_now(self.order)
        if self.choice.status and self.profile.rules.write_back:
            self._require_bookable(self.choice.status)
        given = shop.give_status(self.order, may_write=self.profile.rules.write_back)
        self.order = given.order
        outcome = self._transferred()
        return replace(outcome, problems=(*outcome.problems, *given.notes))

    def _transferred(self) -> Outcome:
        """What comes of it; once more, all looked up anew, when Tripletex knows an id no longer.

        A refusal is proof that nothing was done, and the second try begins with a look. Of what
        is booked only the refund can be refused, whose ids are the journal's.
        """
        try:
            return self._transfer_in_some_way()
        except OrderRejected as refused:
            is_stale = refused.problem.code is Code.STALE_IN_LEDGER
            if not is_stale or self.steps.progress().invoice:
                raise
        self.facts = self.read_facts()
        self.booking = replace(self.booking, facts=self.facts)
        self.products.refresh()
        self.customers.refresh(self.order.customer, self.facts)
        return self._transfer_in_some_way()

    def _transfer_in_some_way(self) -> Outcome:
        """By e-mail, or without sending, where Tripletex refuses to send the document as EHF.

        Again the refusal is proof that nothing was booked, and the second try begins with the look
        that stands before every repetition.
        """
        try:
            return self._transfer()
        except OrderRejected:
            if not self.steps.progress().is_ehf_refused:
                raise
        self.may_use_ehf = False
        return self._transfer()

    @property
    def _in_shop(self) -> OrderInShop:
        return OrderInShop(self.choice, self.webshop, self.steps, self.quiet)

    def _require_bookable(self, status: OrderStatus) -> None:
        """Nothing is sent to the shop for an order that could not be booked afterwards."""
        if upcoming(self.steps.progress()).has_begun:
            return
        order = with_status(self.order, status, self.steps.patient.now())
        self._require_completed(order)
        plan = plan_posting(order, self.profile, self.facts, today=self.today, choice=self.choice)
        plan = in_round(plan, upcoming(self.steps.progress()))
        if plan.is_credit_note and plan.transfer_as is TransferAs.INVOICE:
            require_decided(plan)
            if self._credit_notes.note_of(plan, self.choice.original) is None:
                self._credit_notes.planned(order, plan, self.choice.original, None)

    def _require_completed(self, order: Order) -> None:
        if not self.profile.rules.is_completed(order.status):
            raise OrderStopped(not_completed(order.status))

    def _transfer(self) -> Outcome:
        """Continue at the missing step."""
        settle_product(self.ledger, self.steps)
        known = self.steps.progress().invoice
        progress = settle_invoice(self.ledger, self.steps, self.quiet)
        if progress.invoice:
            outcome = self._booked_before(progress, progress.invoice, known)
            if outcome:
                return outcome
            progress = self.steps.progress()
        sender = PlanSender(
            self.order,
            self.choice.original,
            self.facts,
            self.ledger,
            self.customers,
            self.products,
            self._credit_notes,
            self.steps,
            self.quiet,
            self.booking,
        )
        return sender.send(progress, self._plan(progress))

    def _booked_before(
        self, progress: Progress, booked: StepFacts, known: StepFacts | None
    ) -> Outcome | None:
        """How the order stands that `booked` is the invoice of; None when a new round begins.

        Who asks for a status too has been told what is booked: a credit note that nobody knew of
        begins no new round then.
        """
        now = known is None
        if booked.credits is not None:
            return self._credited_before(booked, now=now)
        is_over = known is not None and progress.open_step is None
        may_begin_anew = is_over and (self.choice.status is None or booked.credited)
        if not may_begin_anew:
            return self._found_booked(progress, now=now)
        found = look_at(self.ledger, self.steps, booked)
        taken_back = taken_back_by(found, self.steps.journal.all_entries())
        if taken_back:
            return _taken_back(self._found_booked(progress, now=now), taken_back)
        if not is_credited(booked, found):
            return self._found_booked(progress, now=now)
        self.steps = self.steps.next_round()
        if not booked.credited:
            self.order = self._in_shop.as_now(self.order)
        return None

    def _found_booked(self, progress: Progress, *, now: bool) -> Outcome:
        if now:
            self.booking.check(self.steps)
            progress = self.steps.progress()
        return already_booked(progress, now=now)

    def _plan(self, progress: Progress) -> PostingPlan:
        """The plan of today; an :invoice that never took effect keeps its date while it may."""
        self._require_completed(self.order)
        facts = self.products.known(self.facts)
        plan = plan_posting(
            self.order,
            self.profile,
            facts,
            today=self.today,
            choice=self.choice,
            kept=progress.unbooked_date,
        )
        plan = plan if self.may_use_ehf else instead_of_ehf(plan)
        return plan_in_round(plan, self.ledger, self.steps)

    @property
    def _credit_notes(self) -> CreditNotes:
        originals = Originals(self.ledger, self.webshop, self.customers, self.profile)
        return CreditNotes(originals, self.ledger, self.steps, self.quiet, self.today)

    def _credited_before(self, booked: StepFacts, *, now: bool) -> Outcome:
        """A credit note that is booked lacks at most that the money is registered as paid back."""
        told = self._decide(booked)
        found = self._credit_notes.pay_back()
        outcome = self._found_booked(self.steps.progress(), now=now)
        return noted(outcome, *told, *found)

    def _decide(self, note: StepFacts) -> tuple[Problem, ...]:
        """What is now said of the money, of the note as it was booked, counts from now on."""
        if self.choice.is_refunded is False:
            return self._credit_notes.decide(self.order, None)
        if self.choice.is_refunded:
            refund = refund_of(self.order, note, self.profile, self.facts)
            if refund:
                return self._credit_notes.decide(self.order, refund)
        return ()


def _taken_back(outcome: Outcome, by: Problem) -> Outcome:
    """The outcome without what else is said of credit notes: it offers a new round."""
    others = [row for row in outcome.problems if row.code not in OF_CREDITED]
    return noted(replace(outcome, problems=tuple(others)), by)
