"""Registers money that was paid back, once: what is open is read before and after.

Tripletex would take the same payment twice, so nothing but what is open on the credit note tells
whether it has been registered (accounting.md rule 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.errors import Code, OrderUncertain, Problem
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PlannedPayment
from tripletex_wizard.domain.transfer import (
    NOT_BOOKED,
    JournalEntry,
    Phase,
    Progress,
    Step,
    StepFacts,
)
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.reconcile import QuietTime, require_quiet
from tripletex_wizard.services.steps import Steps


def settle_refund(ledger: Ledger, steps: Steps, quiet: QuietTime) -> Progress:
    """The order's progress once its lost refund is known to be registered, or not.

    Raises OrderUncertain when what is open does not tell: then nothing may be repeated.
    """
    progress = steps.progress()
    lost = progress.unproved(Step.REFUND)
    if lost is None:
        return progress
    rest = quiet.rest(lost)
    before, amount = lost.facts.outstanding, lost.facts.amount
    assert before is not None
    assert amount is not None
    now = _open_on(ledger, lost.facts.invoice_id)
    if _is_shared(ledger, progress, lost):
        raise OrderUncertain(Problem(Code.REFUND_SHARED, invoice=lost.facts.invoice_number))
    if now == before - amount:
        done = replace(lost.facts, outstanding=now, adopted=True, answered=False)
        steps.record(Step.REFUND, Phase.DONE, done)
        return steps.progress()
    if now != before:
        raise OrderUncertain(_unclear(lost, now))
    require_quiet(lost, rest)
    steps.show_absent(lost, NOT_BOOKED)
    return steps.progress()


@dataclass(frozen=True, slots=True)
class Refunds:
    """The refund of one claimed credit order whose credit note is booked."""

    ledger: Ledger
    steps: Steps
    quiet: QuietTime
    today: date

    def register(self) -> tuple[Problem, ...]:
        """Register what the journal says is to be paid back, unless that has been done.

        Gives what is not as it was expected. Raises OrderUncertain when only a later look, or a
        person, can tell; OrderRejected when Tripletex does not take it; OutcomeUnknown.
        """
        progress = settle_refund(self.ledger, self.steps, self.quiet)
        note = progress.invoice
        if note is None or note.refund is None or not progress.is_refund_owed:
            return ()
        self._require_alone(progress)
        payment_type_id, ore = note.refund
        assert note.amount is not None
        payment = PlannedPayment(payment_type_id, Money(ore, note.amount.currency))
        place = next(self._places(note, payment), None)
        if place is None:
            self._nothing_open(note, payment)
            return ()
        return self._send(place, payment)

    def _require_alone(self, progress: Progress) -> None:
        """A credit note that this journal never sent may be another PC's, at its refund now."""
        booked = progress.done(Step.INVOICE)
        if booked is None or not booked.facts.adopted:
            return
        rest = self.quiet.rest(booked)
        if rest:
            found = Problem(Code.JUST_FOUND, number=self.steps.order_number)
            raise OrderUncertain(found, again_after=rest)

    def _places(self, note: StepFacts, payment: PlannedPayment) -> Iterator[LedgerInvoice]:
        """Where so much stands to the customer's credit: on the note, or on its invoice.

        Which of the two stays open when a paid invoice is credited is not known [UNV].
        """
        for invoice_id in filter(None, (note.invoice_id, note.credits)):
            found = self.ledger.credit(invoice_id)
            if found and found.invoice.outstanding <= payment.amount:
                yield found.invoice

    def _nothing_open(self, note: StepFacts, payment: PlannedPayment) -> None:
        """There is nothing to pay back: somebody has registered it, or it was never paid."""
        facts = StepFacts(
            invoice_id=note.invoice_id,
            invoice_number=note.invoice_number,
            amount=payment.amount,
            outstanding=_open_on(self.ledger, note.invoice_id),
            adopted=True,
            reason=Code.REFUND_NOT_OPEN.value,
        )
        self.steps.record(Step.REFUND, Phase.DONE, facts)

    def _send(self, place: LedgerInvoice, payment: PlannedPayment) -> tuple[Problem, ...]:
        asked = StepFacts(
            invoice_id=place.id,
            invoice_number=place.number,
            invoice_date=self.today,
            amount=payment.amount,
            outstanding=place.outstanding,
            payments=((payment.payment_type_id, payment.amount.ore),),
        )
        after = self.steps.send(
            Step.REFUND,
            asked,
            lambda: self.ledger.register_payment(place.id, payment, self.today),
            lambda document: replace(asked, outstanding=document.outstanding),
        )
        expected = place.outstanding - payment.amount
        if after.outstanding == expected:
            return ()
        return (Problem(Code.OUTSTANDING_DIFFERS, ours=expected, theirs=after.outstanding),)


def _open_on(ledger: Ledger, invoice_id: int | None) -> Money | None:
    assert invoice_id is not None
    found = ledger.credit(invoice_id)
    return found.invoice.outstanding if found else None


def _is_shared(ledger: Ledger, progress: Progress, lost: JournalEntry) -> bool:
    """Whether the refund went to an invoice that has more credit notes than this order's.

    What is open there moves with each of them, and with their refunds.
    """
    place, note = lost.facts.invoice_id, progress.invoice
    assert place is not None
    if note is None or note.invoice_id == place:
        return False
    found = ledger.credit(place)
    return found is not None and len(found.notes) > 1


def _unclear(lost: JournalEntry, now: Money | None) -> Problem:
    return Problem(
        Code.REFUND_UNCLEAR,
        invoice=lost.facts.invoice_number,
        before=lost.facts.outstanding,
        now=now,
    )
