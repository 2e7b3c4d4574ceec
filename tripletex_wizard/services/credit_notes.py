"""The credit note of a credit order: of which invoice, wholly or in part, and the refund on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.credit_orders import Original, crediting, refund_notes
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import LedgerInvoice, LedgerOrder, SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.order_numbers import invoice_credited_in
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
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

    def planned(
        self, order: Order, plan: PostingPlan, wanted: int | None, found: LedgerOrder | None
    ) -> PostingPlan:
        """The plan with the invoice that it credits: the one that was begun, if one was.

        An open order names it too: whoever invoices that by hand makes a credit note, which must
        say what it credits (bff. § 5-2-7).
        `wanted` is the number of an invoice that the user has chosen, and `found` our order where
        Tripletex has it. Raises OrderStopped when the invoice cannot be told, or does not fit.
        """
        original = self._original(order, plan, wanted, found)
        credited = crediting(plan, original)
        notes = (*credited.notes, *refund_notes(order, plan.paid_back, original))
        return replace(credited, notes=notes)

    def note_of(self, plan: PostingPlan, wanted: int | None) -> LedgerInvoice | None:
        """The note without an order that another program made for this credit order; reads only."""
        return self.originals.note_of(plan, wanted)

    def adopted(self, order: Order, plan: PostingPlan, wanted: int | None) -> StepFacts | None:
        """Take over the note without an order that another program made for this credit order.

        Gives what would have been asked; None when there is none. Raises OrderStopped where only a
        person can tell how the money went back.
        """
        note = self.note_of(plan, wanted)
        if note is None:
            return None
        asked = replace(_asked(plan), credits=note.credits).unsent
        self.refund_told(order, asked, plan.paid_back)
        self.steps.record(Step.INVOICE, Phase.DONE, invoice_facts(asked, note, adopted=True))
        return asked

    def credit_wholly(self, plan: PostingPlan) -> tuple[StepFacts, LedgerInvoice]:
        """Credit all of the invoice, for which Tripletex needs no order; what was asked, and got.

        Tripletex refuses a second one [OBS-L].
        """
        assert plan.credits is not None
        asked = replace(_asked(plan), customer_id=plan.credits.customer_id, credits=plan.credits.id)
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

    def decide(self, order: Order, refund: PlannedPayment | None) -> tuple[Problem, ...]:
        """Let what the user now says of the money count for a credit note that is booked.

        Gives what should be known of it. Raises OrderStopped where only a person can tell how the
        money went back.
        """
        progress = settle_refund(self.ledger, self.steps, self.quiet)
        note = progress.invoice
        assert note is not None
        if progress.done(Step.REFUND) is not None or refund_facts(refund) == note.refund:
            return ()
        found = self.refund_told(order, note, refund)
        decided = replace(note, refund=refund_facts(refund))
        self.steps.record(Step.INVOICE, Phase.DONE, decided)
        return found

    def refund_told(
        self, order: Order, note: StepFacts, refund: PlannedPayment | None
    ) -> tuple[Problem, ...]:
        """What should be known of a `refund` on `note`; reads only. Raises OrderStopped."""
        original = self.originals.known(note.credits) if refund and note.credits else None
        return refund_notes(order, refund, original) if original else ()

    def _original(
        self, order: Order, plan: PostingPlan, wanted: int | None, found: LedgerOrder | None
    ) -> Original:
        begun = _begun(self.steps.progress())
        if begun:
            original = self.originals.with_id(begun)
        else:
            named = invoice_credited_in(found.invoice_comment) if found else None
            original = self.originals.the_one(order, plan, named or wanted)
        if wanted not in {None, original.number}:
            raise OrderStopped(Problem(Code.CREDIT_BEGUN_OTHERWISE, invoice=original.number))
        return original


def _asked(plan: PostingPlan) -> StepFacts:
    return StepFacts(
        transfer_as=TransferAs.INVOICE,
        invoice_date=plan.invoice_date,
        amount=plan.total,
        outstanding=plan.outstanding,
        send=plan.send is not None,
        as_ehf=plan.send is SendType.EHF,
        instead_of_ehf=plan.instead_of_ehf,
        fingerprint=plan.fingerprint,
        mapping_version=plan.mapping_version,
        refund=refund_facts(plan.paid_back),
    )


def refund_facts(payment: PlannedPayment | None) -> tuple[int, int] | None:
    """A refund as the journal keeps it: payment type id and negative øre."""
    return (payment.payment_type_id, payment.amount.ore) if payment else None


def _begun(progress: Progress) -> int | None:
    """The invoice that the order in Tripletex was made to credit."""
    made = progress.done(Step.ORDER) or progress.unproved(Step.ORDER)
    return made.facts.credits if made else None
