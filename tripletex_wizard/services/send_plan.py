"""Sends what a plan asks for: what Tripletex has of it is gone on with, what it has not is made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripletex_wizard.domain.credit_orders import require_decided
from tripletex_wizard.domain.errors import Code, OrderStopped, OrderUncertain, Problem
from tripletex_wizard.domain.gate import already_booked, differences, noted, of_refund, state_of
from tripletex_wizard.domain.gift_card_debt import moved_by
from tripletex_wizard.domain.ledger import LedgerFacts, LedgerInvoice, LedgerOrder, SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.order_numbers import invoice_credited_in
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
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
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.products import ProductBook
from tripletex_wizard.services.reconcile import QuietTime, booked_invoice, invoice_facts
from tripletex_wizard.services.steps import Steps


@dataclass(frozen=True, slots=True)
class PlanSender:
    """One claimed order in its present round, of which no invoice is known to be booked.

    `send` raises what `OrderTransfer.run` does.
    """

    order: Order
    wanted: int | None
    facts: LedgerFacts
    ledger: Ledger
    customers: CustomerBook
    products: ProductBook
    credit_notes: CreditNotes
    steps: Steps
    quiet: QuietTime
    booking: BookingCheck

    def send(self, progress: Progress, plan: PostingPlan) -> Outcome:
        """What Tripletex has of it is gone on with; what it has not is made."""
        require_decided(plan)
        seen = progress.done(Step.ORDER)
        rest = self.quiet.rest(seen) if seen else 0.0
        order, is_new = self._in_ledger(plan).found(progress), False
        found = self._booked_by_somebody(plan, order)
        if found:
            return found
        if plan.is_credit_note:
            plan = self.credit_notes.planned(self.order, plan, self.wanted, order)
        if order is None and _needs_no_order(plan, self.steps.progress()):
            return self._credited_wholly(plan)
        if order is None:
            order, is_new = self._in_ledger(plan).made()
            found = None if is_new else self._booked_by_somebody(plan, order)
            if found:
                return found
        self._require_as_planned(progress, plan, order)
        if plan.transfer_as is TransferAs.ORDER:
            return self._as_order(progress, plan, order, is_new=is_new)
        if not is_new:
            self._require_alone(order, seen, rest)
        return self._invoice(plan, order)

    def _in_ledger(self, plan: PostingPlan) -> OrderInLedger:
        return OrderInLedger(
            *(plan, self.facts, self.ledger, self.customers, self.products),
            self.steps,
            self.quiet,
        )

    def _booked_by_somebody(self, plan: PostingPlan, order: LedgerOrder | None) -> Outcome | None:
        """The document of an order that was there before; adopted, and its figures compared.

        POST /invoice leaves its order open [ISS#65], so an open order may be invoiced too. A
        credit note without an order is known by our mark on it.
        """
        if order is None:
            notes = self.credit_notes
            asked = notes.adopted(self.order, plan, self.wanted) if plan.is_credit_note else None
        else:
            asked = self._adopted(plan, order)
        if asked is None:
            return None
        different = self.credit_notes.pay_back()
        outcome = already_booked(self.steps.progress(), now=True, asked=asked)
        return noted(outcome, *different)

    def _adopted(self, plan: PostingPlan, order: LedgerOrder) -> StepFacts | None:
        """Take over the order's invoice, or its credit note; what would have been asked of it."""
        asked = self._invoice_facts(plan, order)
        found = booked_invoice(self.ledger, asked)
        if found is None:
            if order.is_closed:
                raise OrderUncertain(Problem(Code.CLOSED_WITHOUT_INVOICE, number=order.number))
            return None
        credits_ = found.credits if plan.is_credit_note else None
        theirs = replace(asked, payments=(), credits=credits_).unsent
        self.credit_notes.refund_told(self.order, theirs, plan.paid_back)
        self.steps.record(Step.INVOICE, Phase.DONE, invoice_facts(theirs, found, adopted=True))
        return asked

    def _require_as_planned(
        self, progress: Progress, plan: PostingPlan, order: LedgerOrder
    ) -> None:
        """A credit order's may be on another card than the invoice, or somebody changed it.

        A credit note must say which invoice it credits (bff. § 5-2-7).
        """
        if plan.credits and plan.transfer_as is TransferAs.INVOICE:
            if plan.credits.customer_id != order.customer_id:
                raise OrderStopped(Problem(Code.CUSTOMER_IN_LEDGER_DIFFERS, number=order.number))
            if invoice_credited_in(order.invoice_comment) != plan.credits.number:
                number, comment = order.number, plan.invoice_comment
                without = Problem(Code.CREDIT_WITHOUT_REFERENCE, number=number, comment=comment)
                raise OrderStopped(without)
        if order.gross_by_vat != plan.gross_by_vat:
            raise OrderStopped(self._difference(progress, plan, order))

    def _difference(self, progress: Progress, plan: PostingPlan, order: LedgerOrder) -> Problem:
        newest = progress.last(Step.ORDER)
        before = newest.facts.fingerprint if newest else ""
        if before and before != plan.fingerprint:
            return Problem(Code.ORDER_EDITED, before=order.total, after=plan.total)
        return Problem(Code.LINES_IN_LEDGER_DIFFER, ours=plan.total, theirs=order.total)

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

    def _as_order(
        self, progress: Progress, plan: PostingPlan, order: LedgerOrder, *, is_new: bool
    ) -> Outcome:
        known = () if is_new else (Problem(Code.ALREADY_ORDER, number=order.number),)
        if progress.order and progress.asked_as is not TransferAs.ORDER:
            now = replace(progress.order, transfer_as=TransferAs.ORDER)
            self.steps.record(Step.ORDER, Phase.DONE, now)
        return self._outcome(plan, order, *known, *plan.notes)

    def _credited_wholly(self, plan: PostingPlan) -> Outcome:
        asked, note = self.credit_notes.credit_wholly(plan)
        found = self.booking.check(self.steps, plan.lines)
        return self._booked(plan, None, note, differences(asked, found))

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
            as_ehf=plan.send is SendType.EHF,
            instead_of_ehf=plan.instead_of_ehf,
            mapping_version=plan.mapping_version,
            credits=_credited_by(plan),
            refund=refund_facts(plan.paid_back),
        )

    def _booked(
        self,
        plan: PostingPlan,
        order: LedgerOrder | None,
        invoice: LedgerInvoice,
        found: tuple[Problem, ...],
    ) -> Outcome:
        different = (*found, *self.credit_notes.pay_back())
        refund = of_refund(self.steps.progress())
        outcome = self._outcome(plan, order, *different, *refund, *plan.notes)
        return replace(
            outcome,
            state=state_of((*different, *refund)),
            transfer_as=TransferAs.INVOICE,
            invoice_id=invoice.id,
            invoice_number=invoice.number,
            amount=invoice.amount,
            gift_cards=moved_by(plan),
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


def _credited_by(plan: PostingPlan) -> int | None:
    """The id of the invoice that the plan credits, 0 of a credit note that is yet to find it."""
    if plan.credits:
        return plan.credits.id
    return 0 if plan.is_credit_note else None


def _needs_no_order(plan: PostingPlan, progress: Progress) -> bool:
    """Whether the invoice itself can be credited wholly; an order that was lost may still come."""
    is_whole = plan.credits is not None and plan.credits.is_whole
    may_come = progress.unproved(Step.ORDER) is not None
    return is_whole and plan.transfer_as is TransferAs.INVOICE and not may_come
