"""The credit note of a credit order: of which invoice, wholly or in part, and the refund on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.credit_orders import Original, crediting, require_decided
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Phase, Progress, Step, StepFacts
from tripletex_wizard.services.originals import Originals
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.reconcile import QuietTime, invoice_facts
from tripletex_wizard.services.refunds import Refunds, settle_refund
from tripletex_wizard.services.steps import Steps


@dataclass(frozen=True, slots=True)
class CreditNotes:
    """One claimed credit order. Each step is journalled before it is sent, as of any order."""

    originals: Originals
    ledger: Ledger
    steps: Steps
    quiet: QuietTime
    today: date

    def planned(self, order: Order, plan: PostingPlan, choice: Choice) -> PostingPlan:
        """The plan with the invoice that it credits; the one that was begun, if one was.

        Raises OrderStopped when that cannot be told, or nobody has said where the money went.
        """
        require_decided(plan)
        return crediting(plan, self._original(order, plan, choice.original))

    def credit_wholly(self, plan: PostingPlan) -> tuple[StepFacts, LedgerInvoice]:
        """Credit all of the invoice, for which Tripletex needs no order; what was asked, and got.

        Tripletex refuses a second one [OBS-L].
        """
        assert plan.credits is not None
        asked = StepFacts(
            customer_id=plan.credits.customer_id,
            transfer_as=TransferAs.INVOICE,
            invoice_date=plan.invoice_date,
            amount=plan.total,
            outstanding=plan.outstanding,
            send=plan.send is not None,
            fingerprint=plan.fingerprint,
            mapping_version=plan.mapping_version,
            credits=plan.credits.id,
            refund=refund_facts(plan.paid_back),
        )
        note = self.steps.send(
            Step.INVOICE,
            asked,
            lambda: self.ledger.credit_wholly(plan),
            lambda made: invoice_facts(asked, made),
        )
        return asked, note

    def pay_back(self) -> tuple[Problem, ...]:
        """Register what is to be paid back, once; gives what is not as it was expected."""
        return Refunds(self.ledger, self.steps, self.quiet, self.today).register()

    def decide(self, plan: PostingPlan) -> None:
        """Let what the user now says of the money count for a credit note that is booked."""
        progress = settle_refund(self.ledger, self.steps, self.quiet)
        note = progress.invoice
        assert note is not None
        if plan.is_refunded is None or progress.done(Step.REFUND):
            return
        refund = refund_facts(plan.paid_back)
        if refund != note.refund:
            self.steps.record(Step.INVOICE, Phase.DONE, replace(note, refund=refund))

    def _original(self, order: Order, plan: PostingPlan, wanted: int | None) -> Original:
        begun = _begun(self.steps.progress())
        if begun is None:
            return self.originals.the_one(order, plan, wanted)
        original = self.originals.with_id(begun)
        if wanted not in {None, original.number}:
            raise OrderStopped(Problem(Code.CREDIT_BEGUN_OTHERWISE, invoice=original.number))
        return original


def refund_facts(payment: PlannedPayment | None) -> tuple[int, int] | None:
    """A refund as the journal keeps it: payment type id and negative øre."""
    return (payment.payment_type_id, payment.amount.ore) if payment else None


def _begun(progress: Progress) -> int | None:
    """The invoice that the order in Tripletex was made to credit."""
    made = progress.done(Step.ORDER) or progress.unproved(Step.ORDER)
    return made.facts.credits if made else None
