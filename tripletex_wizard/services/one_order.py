"""Transfers one claimed order: looks first, sends each missing step once, checks the figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.errors import (
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    Problem,
)
from tripletex_wizard.domain.gate import (
    already_booked,
    differences,
    of_refund,
    state_of,
)
from tripletex_wizard.domain.ledger import LedgerFacts, LedgerInvoice, LedgerOrder
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import (
    Order,
    OrderStatus,
    not_completed,
    with_status,
)
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.rounds import taken_back_by, upcoming
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.services.booking_check import BookingCheck
from tripletex_wizard.services.credit_notes import CreditNotes, refund_facts
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.order_in_ledger import OrderInLedger
from tripletex_wizard.services.order_in_shop import OrderInShop
from tripletex_wizard.services.originals import Originals
from tripletex_wizard.services.ports import Ledger, Webshop
from tripletex_wizard.services.products import ProductBook, settle_product
from tripletex_wizard.services.reconcile import (
    QuietTime,
    booked_invoice,
    invoice_facts,
    settle_invoice,
)
from tripletex_wizard.services.rounds import is_credited, look_at, plan_in_round
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
        told = (*outcome.problems, *given.notes)
        return replace(outcome, problems=told, notified_to=given.notified_to)

    def _transferred(self) -> Outcome:
        """What comes of it; once more, all looked up anew, when Tripletex knows an id no longer.

        A refusal is proof that nothing was done, and the second try begins with a look.
        """
        try:
            return self._transfer()
        except OrderRejected as refused:
            if refused.problem.code is not Code.STALE_IN_LEDGER:
                raise
        self.facts = self.read_facts()
        self.products.refresh()
        self.customers.refresh(self.order.customer, self.facts)
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
        plan_posting(order, self.profile, self.facts, today=self.today, choice=self.choice)

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
        plan = self._plan(progress)
        if plan.is_credit_note and plan.transfer_as is TransferAs.INVOICE:
            plan = self._credit_notes.planned(self.order, plan, self.choice)
            if _needs_no_order(plan, progress):
                return self._credited_wholly(plan)
        return self._by_order(progress, plan)

    def _booked_before(
        self, progress: Progress, booked: StepFacts, known: StepFacts | None
    ) -> Outcome | None:
        """How the order stands that `booked` is the invoice of; None when a new round begins.

        Who asks for a status too has been told what is booked: a credit note that nobody knew of
        begins no new round then.
        """
        now = known is None
        if booked.credits is not None:
            return self._credited_before(progress, booked, now=now)
        is_over = known is not None and progress.open_step is None
        may_begin_anew = is_over and (self.choice.status is None or booked.credited)
        if not may_begin_anew:
            return self._found_booked(progress, booked, now=now)
        found = look_at(self.ledger, self.steps, booked)
        taken_back = taken_back_by(found, self.steps.journal.all_entries())
        if taken_back:
            return _taken_back(self._found_booked(progress, booked, now=now), taken_back)
        if not is_credited(booked, found):
            return self._found_booked(progress, booked, now=now)
        self.steps = self.steps.next_round()
        if not booked.credited:
            self.order = self._in_shop.as_now(self.order)
        return None

    def _by_order(self, progress: Progress, plan: PostingPlan) -> Outcome:
        """Find or make the order in Tripletex, and invoice it if that is asked for."""
        finder = OrderInLedger(
            *(plan, self.facts, self.ledger, self.customers, self.products),
            self.steps,
            self.quiet,
        )
        seen = progress.done(Step.ORDER)
        rest = self.quiet.rest(seen) if seen else 0.0
        order, is_new = finder.found_or_made(progress)
        if not is_new:
            found = self._invoiced_by_somebody(plan, order)
            if found:
                return found
        self._require_as_planned(progress, plan, order)
        if plan.transfer_as is TransferAs.ORDER:
            return self._as_order(progress, plan, order, is_new=is_new)
        if not is_new:
            self._require_alone(order, seen, rest)
        return self._invoice(plan, order)

    def _found_booked(self, progress: Progress, booked: StepFacts, *, now: bool) -> Outcome:
        """Settled `now`, the attempt that it settles may have had the invoice sent."""
        if now:
            self.booking.check(self.steps)
            progress = self.steps.progress()
        is_sent = now and booked.send
        email = self.order.customer.usable_email if is_sent else ""
        return replace(already_booked(progress, now=now), emailed_to=email)

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
        return plan_in_round(plan, self.ledger, self.steps)

    @property
    def _credit_notes(self) -> CreditNotes:
        originals = Originals(self.ledger, self.webshop, self.customers, self.profile)
        return CreditNotes(originals, self.ledger, self.steps, self.quiet, self.today)

    def _require_as_planned(
        self, progress: Progress, plan: PostingPlan, order: LedgerOrder
    ) -> None:
        """An open order may have been made for another card than the credited invoice's."""
        if plan.credits and plan.credits.customer_id != order.customer_id:
            raise OrderStopped(Problem(Code.CUSTOMER_IN_LEDGER_DIFFERS, number=order.number))
        if order.gross_by_vat != plan.gross_by_vat:
            raise OrderStopped(self._difference(progress, plan, order))

    def _credited_wholly(self, plan: PostingPlan) -> Outcome:
        asked, note = self._credit_notes.credit_wholly(plan)
        found = self.booking.check(self.steps, plan.lines)
        return self._booked(plan, None, note, differences(asked, found))

    def _credited_before(self, progress: Progress, booked: StepFacts, *, now: bool) -> Outcome:
        """A credit note that is booked lacks at most that the money is registered as paid back."""
        if self.choice.is_refunded is not None:
            self._credit_notes.decide(self._plan(progress))
        found = self._credit_notes.pay_back()
        outcome = self._found_booked(self.steps.progress(), booked, now=now)
        return _noted(outcome, *found)

    def _difference(self, progress: Progress, plan: PostingPlan, order: LedgerOrder) -> Problem:
        newest = progress.last(Step.ORDER)
        before = newest.facts.fingerprint if newest else ""
        if before and before != plan.fingerprint:
            return Problem(Code.ORDER_EDITED, before=order.total, after=plan.total)
        return Problem(Code.LINES_IN_LEDGER_DIFFER, ours=plan.total, theirs=order.total)

    def _as_order(
        self, progress: Progress, plan: PostingPlan, order: LedgerOrder, *, is_new: bool
    ) -> Outcome:
        known = () if is_new else (Problem(Code.ALREADY_ORDER, number=order.number),)
        if progress.order and progress.asked_as is not TransferAs.ORDER:
            now = replace(progress.order, transfer_as=TransferAs.ORDER)
            self.steps.record(Step.ORDER, Phase.DONE, now)
        return self._outcome(plan, order, *known, *plan.notes)

    def _invoiced_by_somebody(self, plan: PostingPlan, order: LedgerOrder) -> Outcome | None:
        """The invoice of an order that was there before; adopted, and its figures compared.

        POST /invoice leaves its order open [ISS#65], so an open order may be invoiced too.
        """
        asked = self._invoice_facts(plan, order)
        found = booked_invoice(self.ledger, asked)
        if found:
            theirs = replace(asked, send=False, payments=())
            booked = invoice_facts(theirs, found, adopted=True)
            self.steps.record(Step.INVOICE, Phase.DONE, booked)
            different = self._credit_notes.pay_back()
            outcome = already_booked(self.steps.progress(), now=True, asked=asked)
            return _noted(outcome, *different)
        if order.is_closed:
            raise OrderUncertain(Problem(Code.CLOSED_WITHOUT_INVOICE, number=order.number))
        return None

    def _require_alone(self, order: LedgerOrder, seen: JournalEntry | None, rest: float) -> None:
        """An order of ours that this journal never sent may be another PC's, at work just now.

        Raises OrderUncertain until it has been seen open and without invoice for a quiet time:
        `rest` of it was left for the one that was `seen` before this look began.
        """
        found = self.steps.progress().done(Step.ORDER)
        if found is None or not found.facts.adopted:
            return
        left = rest if found == seen else self.quiet.needed(found)
        if left:
            raise OrderUncertain(Problem(Code.JUST_FOUND, number=order.number), again_after=left)

    def _invoice(self, plan: PostingPlan, order: LedgerOrder) -> Outcome:
        asked = self._invoice_facts(plan, order)
        booked = self.steps.send(
            Step.INVOICE,
            asked,
            lambda: self.ledger.invoice_order(order.id, plan),
            lambda invoice: invoice_facts(asked, invoice),
        )
        found = self.booking.check(self.steps, plan.lines)
        return self._booked(plan, order, booked, differences(asked, found))

    def _invoice_facts(self, plan: PostingPlan, order: LedgerOrder) -> StepFacts:
        return StepFacts(
            customer_id=order.customer_id,
            order_id=order.id,
            order_number=order.number,
            transfer_as=TransferAs.INVOICE,
            invoice_date=plan.invoice_date,
            amount=plan.total,
            outstanding=plan.outstanding,
            payments=tuple((row.payment_type_id, row.amount.ore) for row in plan.payments),
            send=plan.send is not None,
            mapping_version=plan.mapping_version,
            credits=plan.credits.id if plan.credits else None,
            refund=refund_facts(plan.paid_back),
        )

    def _booked(
        self,
        plan: PostingPlan,
        order: LedgerOrder | None,
        invoice: LedgerInvoice,
        found: tuple[Problem, ...],
    ) -> Outcome:
        different = (*found, *self._credit_notes.pay_back())
        refund = of_refund(self.steps.progress())
        outcome = self._outcome(plan, order, *different, *refund, *plan.notes)
        return replace(
            outcome,
            state=state_of((*different, *refund)),
            transfer_as=TransferAs.INVOICE,
            invoice_id=invoice.id,
            invoice_number=invoice.number,
            amount=invoice.amount,
            emailed_to=plan.customer.usable_email if plan.send else "",
        )

    def _outcome(self, plan: PostingPlan, order: LedgerOrder | None, *problems: Problem) -> Outcome:
        return Outcome(
            self.order.number,
            TransferState.TRANSFERRED,
            plan.transfer_as,
            problems,
            order_id=order.id if order else None,
            amount=order.total if order else plan.total,
            request_ids=self.steps.progress().request_ids,
        )


def _needs_no_order(plan: PostingPlan, progress: Progress) -> bool:
    """Whether the invoice itself can be credited wholly; an order that was begun is gone on with.

    An order may have been made before, as an open one, or by an attempt that was lost.
    """
    is_begun = progress.order or progress.unproved(Step.ORDER)
    return plan.credits is not None and plan.credits.is_whole and not is_begun


def _taken_back(outcome: Outcome, by: Problem) -> Outcome:
    """The outcome without what else is said of credit notes: it offers a new round."""
    others = [row for row in outcome.problems if row.code not in OF_CREDITED]
    return _noted(replace(outcome, problems=tuple(others)), by)


def _noted(outcome: Outcome, *found: Problem) -> Outcome:
    """The outcome with what was found different from what was asked, first."""
    if not found:
        return outcome
    problems = (*found, *outcome.problems)
    return replace(outcome, state=TransferState.TRANSFERRED_WITH_NOTE, problems=problems)
