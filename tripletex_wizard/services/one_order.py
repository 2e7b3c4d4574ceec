"""Transfers one claimed order: looks first, sends each missing step once, checks the figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.errors import (
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    Problem,
)
from tripletex_wizard.domain.ledger import LedgerFacts, LedgerInvoice, LedgerOrder
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice, PostingPlan, plan_posting
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import (
    OPEN,
    Outcome,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.reconcile import (
    NOT_BOOKED,
    booked_invoice,
    invoice_facts,
    settle_invoice,
)
from tripletex_wizard.services.steps import Steps


@dataclass
class OrderTransfer:
    """One order within its claim.

    `run` may raise OrderStopped (nothing was sent now), OrderUncertain, OrderRejected,
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
    quiet_seconds: float

    def run(self) -> Outcome:
        """Bring the order as far as it was asked for, continuing at the missing step."""
        progress = settle_invoice(self.ledger, self.steps, quiet_seconds=self.quiet_seconds)
        if progress.invoice:
            return self._already_booked(progress.invoice)
        plan = self._plan(progress)
        order = self._order_in_ledger(progress, plan)
        if order.is_closed:
            return self._adopt_invoice(plan, order)
        if plan.transfer_as is TransferAs.ORDER:
            return self._as_order(progress, plan, order)
        return self._invoice(plan, order)

    def _plan(self, progress: Progress) -> PostingPlan:
        """The plan of today; an :invoice that never took effect keeps its frozen date."""
        plan = plan_posting(
            self.order, self.profile, self.facts, today=self.today, choice=self.choice
        )
        known = progress.order
        if known and known.fingerprint and known.fingerprint != plan.fingerprint:
            raise OrderStopped(Problem(Code.ORDER_EDITED, before=known.amount, after=plan.total))
        newest = progress.last(Step.INVOICE)
        if newest and newest.facts.reason == NOT_BOOKED and newest.facts.invoice_date:
            plan = replace(plan, invoice_date=newest.facts.invoice_date)
        return plan

    # the order

    def _order_in_ledger(self, progress: Progress, plan: PostingPlan) -> LedgerOrder:
        """The open order with the plan's lines: the known one, one found, or a new one.

        Its sum is read back before anything is booked on it.
        """
        order_id = progress.order.order_id if progress.order else None
        if order_id is None:
            found = self._find(plan)
            order_id = found.id if found else self._create(plan)
        order = self.ledger.order(order_id)
        if order is None:
            raise OrderStopped(Problem(Code.ORDER_GONE, number=plan.number))
        if order.total != plan.total:
            raise OrderStopped(
                Problem(Code.LINES_IN_LEDGER_DIFFER, ours=plan.total, theirs=order.total)
            )
        return order

    def _find(self, plan: PostingPlan) -> LedgerOrder | None:
        """Our own order from an earlier attempt, made with or without the number prefix.

        Raises OrderStopped when the plan's number belongs to an order that is not ours, or our
        own order has another sum.
        """
        for number in dict.fromkeys((plan.number, plan.shop_number)):
            for hit in self.ledger.orders_with_number(number):
                # Lists may lag and need not hold the line sums; by id the order is current.
                order = self.ledger.order(hit.id)
                if order is not None and self._is_ours(order, plan):
                    self._adopt(order, plan)
                    return order
        return None

    def _is_ours(self, order: LedgerOrder, plan: PostingPlan) -> bool:
        ours = order.internal_comment.startswith(plan.internal_comment)
        if ours and order.total == plan.total:
            return True
        if not ours and order.number != plan.number:
            return False
        raise OrderStopped(
            Problem(
                Code.NUMBER_TAKEN,
                number=order.number,
                ours=plan.total,
                theirs=order.total,
                comment=order.internal_comment,
            )
        )

    def _adopt(self, order: LedgerOrder, plan: PostingPlan) -> None:
        self.steps.settle(Step.CUSTOMER, StepFacts(customer_id=order.customer_id))
        done = replace(self._order_facts(plan, order.customer_id), order_id=order.id)
        self.steps.record(Step.ORDER, Phase.DONE, replace(done, adopted=True))

    def _create(self, plan: PostingPlan) -> int:
        customer = self.customers.customer_for(plan, self.steps)
        asked = self._order_facts(plan, customer.id)
        earlier = self.steps.progress().last(Step.ORDER)
        try:
            return self.steps.send(
                Step.ORDER,
                asked,
                lambda: self.ledger.create_order(plan, self.facts, customer.id),
                lambda order_id: replace(asked, order_id=order_id),
            )
        except OrderRejected as refused:
            if refused.problem.code is not Code.NUMBER_TAKEN_UNSEEN:
                raise
            return self._order_behind_refusal(
                plan, asked, refused, earlier_sent=bool(earlier and earlier.phase in OPEN)
            )

    def _order_behind_refusal(
        self, plan: PostingPlan, asked: StepFacts, refused: OrderRejected, *, earlier_sent: bool
    ) -> int:
        """The number is taken although a look-up showed nothing: by ourselves, or by a project."""
        found = self._find(plan)
        if found:
            return found.id
        if earlier_sent:
            self.steps.record(Step.ORDER, Phase.UNANSWERED, replace(asked, answered=True))
            raise OrderUncertain(Problem(Code.NUMBER_TAKEN_UNSEEN, number=plan.number))
        raise refused

    def _order_facts(self, plan: PostingPlan, customer_id: int) -> StepFacts:
        return StepFacts(
            customer_id=customer_id,
            order_number=plan.number,
            transfer_as=plan.transfer_as,
            amount=plan.total,
            fingerprint=plan.fingerprint,
            mapping_version=plan.mapping_version,
        )

    def _as_order(self, progress: Progress, plan: PostingPlan, order: LedgerOrder) -> Outcome:
        known = (Problem(Code.ALREADY_ORDER, number=order.number),) if progress.order else ()
        if progress.order and progress.asked_as is not TransferAs.ORDER:
            now = replace(progress.order, transfer_as=TransferAs.ORDER)
            self.steps.record(Step.ORDER, Phase.DONE, now)
        return self._outcome(plan, problems=(*known, *plan.notes), order=order)

    # the invoice

    def _invoice(self, plan: PostingPlan, order: LedgerOrder) -> Outcome:
        asked = self._invoice_facts(plan, order)
        booked = self.steps.send(
            Step.INVOICE,
            asked,
            lambda: self.ledger.invoice_order(order.id, plan),
            lambda invoice: invoice_facts(asked, invoice),
        )
        return self._booked(plan, order, booked)

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
        )

    def _adopt_invoice(self, plan: PostingPlan, order: LedgerOrder) -> Outcome:
        """Somebody invoiced our order in Tripletex: nothing is sent, its figures are compared."""
        found = booked_invoice(self.ledger, order)
        if found is None:
            raise OrderUncertain(Problem(Code.INVOICE_NOT_FOUND_YET, number=order.number))
        facts = invoice_facts(self._invoice_facts(plan, order), found, adopted=True)
        self.steps.record(Step.INVOICE, Phase.DONE, facts)
        return self._booked(plan, order, found, Problem(Code.ADOPTED, number=found.number))

    def _booked(
        self, plan: PostingPlan, order: LedgerOrder, invoice: LedgerInvoice, *notes: Problem
    ) -> Outcome:
        differences = []
        if invoice.amount != plan.total:
            differences.append(Problem(Code.AMOUNT_DIFFERS, ours=plan.total, theirs=invoice.amount))
        if invoice.outstanding != plan.outstanding:
            differences.append(
                Problem(Code.OUTSTANDING_DIFFERS, ours=plan.outstanding, theirs=invoice.outstanding)
            )
        outcome = self._outcome(plan, problems=(*differences, *notes, *plan.notes), order=order)
        return replace(
            outcome,
            state=TransferState.TRANSFERRED_WITH_NOTE if differences else outcome.state,
            transfer_as=TransferAs.INVOICE,
            invoice_id=invoice.id,
            invoice_number=invoice.number,
            amount=invoice.amount,
        )

    def _already_booked(self, invoice: StepFacts) -> Outcome:
        """Nothing is sent: the invoice stands in Tripletex."""
        number = invoice.invoice_number
        return Outcome(
            self.order.number,
            TransferState.TRANSFERRED,
            TransferAs.INVOICE,
            (Problem(Code.ALREADY_BOOKED, invoice=number),),
            order_id=invoice.order_id,
            invoice_id=invoice.invoice_id,
            invoice_number=number,
            amount=invoice.amount,
            request_ids=invoice.request_ids,
        )

    def _outcome(
        self, plan: PostingPlan, *, problems: tuple[Problem, ...], order: LedgerOrder
    ) -> Outcome:
        return Outcome(
            self.order.number,
            TransferState.TRANSFERRED,
            plan.transfer_as,
            problems,
            order_id=order.id,
            amount=order.total,
            request_ids=self._request_ids(),
        )

    def _request_ids(self) -> tuple[str, ...]:
        entries = self.steps.progress().entries
        return tuple(dict.fromkeys(i for entry in entries for i in entry.facts.request_ids))
