"""The gate after sending: what was booked is compared with what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)

OF_CREDIT_NOTE = {
    Code.ALREADY_BOOKED: Code.CREDIT_NOTE_BOOKED,
    Code.ADOPTED: Code.CREDIT_NOTE_ADOPTED,
    Code.SETTLED: Code.CREDIT_NOTE_SETTLED,
}

SHOWN_ONLY = {
    Code.VAT_ROUNDED_IN_LEDGER,
    Code.VAT_UNREAD,
    Code.VOUCHERS_UNREAD,
    Code.REFUND_BOOKED,
    Code.NOT_PAID_BACK,
    Code.EHF_SENT_AS_EMAIL,
}
"""Worth knowing of an order that went over as it should (accounting.md rule 12)."""


def state_of(found: Iterable[Problem]) -> TransferState:
    """How a booked order stands by what differs."""
    if all(problem.code in SHOWN_ONLY for problem in found):
        return TransferState.TRANSFERRED
    return TransferState.TRANSFERRED_WITH_NOTE


def differences(asked: StepFacts, booked: StepFacts) -> tuple[Problem, ...]:
    """Where the invoice is not what was asked.

    Amount, outstanding, payments and VAT as posted; not sent as EHF; credited since, or gone.

    What is open on a credit note depends on whether the invoice was paid; nothing is asked of it.
    """
    found = []
    if booked.amount != asked.amount:
        found.append(Problem(Code.AMOUNT_DIFFERS, ours=asked.amount, theirs=booked.amount))
    if booked.outstanding != asked.outstanding and booked.credits is None:
        found.append(
            Problem(Code.OUTSTANDING_DIFFERS, ours=asked.outstanding, theirs=booked.outstanding)
        )
    if booked.credited:
        found.append(Problem(Code.INVOICE_CREDITED, invoice=booked.invoice_number))
    return (*found, *_without_ehf(booked), *_on_vouchers(booked), *doubts(booked))


def _without_ehf(booked: StepFacts) -> Iterator[Problem]:
    """What became of a document that Tripletex refused to send as EHF."""
    if booked.instead_of_ehf:
        yield Problem(Code.EHF_SENT_AS_EMAIL if booked.send else Code.EHF_NOT_SENT)


def _on_vouchers(booked: StepFacts) -> Iterator[Problem]:
    """With two payments Tripletex computes the rest: outstanding 0 proves nothing (rule 13)."""
    currency = (booked.amount if booked.amount is not None else Money(0)).currency
    for name, ours, theirs in booked.payment_differences:
        figures = {"ours": Money(ours, currency), "theirs": Money(theirs, currency)}
        yield Problem(Code.PAYMENT_DIFFERS, payment_type=name, **figures)
    for vat_code, ours, theirs, lines in booked.vat_differences:
        is_rounding = abs(ours - theirs) <= lines
        code = Code.VAT_ROUNDED_IN_LEDGER if is_rounding else Code.VAT_DIFFERS_IN_LEDGER
        figures = {"ours": Money(ours, currency), "theirs": Money(theirs, currency)}
        yield Problem(code, vat_code=vat_code, **figures)
    if booked.rounding is not None:
        yield Problem(Code.INVOICE_ROUNDED, amount=booked.rounding)
    if booked.unread:
        parted = len(booked.payments) > 1
        code = Code.PAYMENTS_UNREAD if parted else Code.VOUCHERS_UNREAD
        yield Problem(code, invoice=booked.invoice_number)
    if booked.vat_unread:
        yield Problem(Code.VAT_UNREAD, invoice=booked.invoice_number)


def doubts(booked: StepFacts) -> tuple[Problem, ...]:
    """Why only a person can say whether the invoice stands; nothing when it is clear."""
    if booked.missing:
        return (Problem(Code.INVOICE_GONE, invoice=booked.invoice_number),)
    if booked.credited_part is None:
        return ()
    return (
        Problem(
            Code.CREDITED_IN_PART,
            invoice=booked.invoice_number,
            amount=booked.amount,
            credited=booked.credited_part,
        ),
    )


def of_document(code: Code, booked: StepFacts) -> Problem:
    """How an invoice stands, or a credit note."""
    if booked.credits is not None:
        code = OF_CREDIT_NOTE[code]
    return Problem(code, invoice=booked.invoice_number)


def of_refund(progress: Progress) -> tuple[Problem, ...]:
    """What came of the customer's money on a credit note; nothing where none was to be paid back.

    What the customer has to good is told too: it stands open until it is paid back or used.
    """
    booked, refund = progress.invoice, progress.done(Step.REFUND)
    if booked is None or booked.credits is None:
        return ()
    if refund is None:
        return _not_paid_back(booked)
    facts = refund.facts
    assert facts.amount is not None
    if facts.reason:
        return (
            Problem(
                Code.REFUND_NOT_OPEN,
                invoice=booked.invoice_number,
                amount=-facts.amount,
                open=facts.outstanding,
            ),
        )
    return (Problem(Code.REFUND_BOOKED, invoice=facts.invoice_number, amount=-facts.amount),)


def _not_paid_back(note: StepFacts) -> tuple[Problem, ...]:
    """The money is still to be registered, or was kept; nothing where nothing is open."""
    assert note.amount is not None
    if note.refund is not None:
        owed = Money(-note.refund[1], note.amount.currency)
        number = note.invoice_number
        return (Problem(Code.REFUND_UNFINISHED, invoice=number, amount=owed),)
    if note.outstanding is None or note.outstanding.ore >= 0:
        return ()
    return (Problem(Code.NOT_PAID_BACK, amount=-note.outstanding),)


def marked(order_number: str, mark: JournalEntry) -> Outcome:
    """The outcome of an order that a person has marked as booked already: nothing is sent.

    It tells what the mark says, who made it, and when.
    """
    facts = mark.facts
    known = Problem(
        Code.MARKED_AS_BOOKED, voucher=facts.voucher, remark=facts.remark, by=mark.user, at=mark.at
    )
    return Outcome(order_number, TransferState.TRANSFERRED, problems=(known,))


def as_journalled(order_number: str, progress: Progress) -> Outcome:
    """How an order that `is_settled` stands: marked, an open order, booked, or credited since.

    As the journal has it, and the gate is asked again; nothing is sent or looked up.
    """
    if progress.mark:
        return marked(order_number, progress.mark)
    if progress.invoice:
        booked = already_booked(progress, now=False)
        is_credited = progress.invoice.credited
        return replace(booked, state=TransferState.CREDITED) if is_credited else booked
    assert progress.order is not None
    there = Problem(Code.ALREADY_ORDER, number=progress.order.order_number)
    amount = progress.order.amount
    return Outcome(
        order_number, TransferState.TRANSFERRED, TransferAs.ORDER, (there,), amount=amount
    )


def already_booked(progress: Progress, *, now: bool, asked: StepFacts | None = None) -> Outcome:
    """The outcome of an order whose invoice stands in Tripletex: nothing is sent.

    `now` tells that it was found in this run: sent by an earlier one that lost the answer, or,
    with `asked`, made by somebody else. It is compared with `asked`, or with what the journal
    says was asked.
    """
    booked = progress.invoice
    assert booked is not None
    by_somebody = asked is not None
    intended = progress.last(Step.INVOICE, Phase.INTENDED)
    asked = asked or (intended.facts if intended else booked)
    found = differences(asked, booked)
    refund = of_refund(progress)
    state = TransferState.FAILED if progress.is_refund_owed else state_of((*found, *refund))
    code = Code.ALREADY_BOOKED
    if now:
        code = Code.ADOPTED if by_somebody else Code.SETTLED
    if code is Code.SETTLED and booked.send:
        sent = Code.SENT_AS_EHF_BEFORE if booked.as_ehf else Code.EMAILED_BEFORE
        found = (*found, Problem(sent))
    known = of_document(code, booked)
    return Outcome(
        progress.entries[0].order_number,
        state,
        TransferAs.INVOICE,
        (*found, *refund, known),
        order_id=booked.order_id,
        invoice_id=booked.invoice_id,
        invoice_number=booked.invoice_number,
        amount=booked.amount,
        request_ids=progress.request_ids,
    )


def noted(outcome: Outcome, *found: Problem) -> Outcome:
    """The outcome with what was found different from what was asked, first."""
    if not found:
        return outcome
    problems = (*found, *outcome.problems)
    return replace(outcome, state=TransferState.TRANSFERRED_WITH_NOTE, problems=problems)
