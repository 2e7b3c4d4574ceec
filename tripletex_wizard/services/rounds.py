"""Whether a booked invoice still stands, so that its order may be transferred again."""

from __future__ import annotations

from dataclasses import replace

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import Credit
from tripletex_wizard.domain.posting import PostingPlan
from tripletex_wizard.domain.rounds import in_round, paid_once
from tripletex_wizard.domain.transfer import Phase, Progress, Step, StepFacts
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.steps import Steps


def is_credited(ledger: Ledger, steps: Steps, booked: StepFacts) -> bool:
    """Whether `booked` has been credited wholly; the journal learns of it, nothing is sent.

    Raises OrderStopped, with both figures, when a part of it has been credited.
    """
    credit = _credit(ledger, booked)
    if credit.is_whole is not booked.credited:
        steps.record(Step.INVOICE, Phase.DONE, replace(booked, credited=credit.is_whole))
    if credit.is_partial:
        raise OrderStopped(
            Problem(
                Code.CREDITED_IN_PART,
                invoice=credit.invoice.number,
                amount=credit.invoice.amount,
                credited=credit.amount,
            )
        )
    return credit.is_whole


def plan_in_round(plan: PostingPlan, progress: Progress, ledger: Ledger) -> PostingPlan:
    """The plan as it is to be sent in the round of `progress`; paid once, not in every round."""
    credited = progress.before.invoice if progress.before else None
    if credited is None:
        return plan
    return paid_once(in_round(plan, progress), _credit(ledger, credited))


def _credit(ledger: Ledger, booked: StepFacts) -> Credit:
    assert booked.invoice_id is not None
    credit = ledger.credit(booked.invoice_id)
    if credit is None:
        raise OrderStopped(Problem(Code.INVOICE_GONE, invoice=booked.invoice_number))
    return credit
