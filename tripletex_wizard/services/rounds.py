"""Whether a booked invoice still stands, so that its order may be transferred again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.gate import doubts
from tripletex_wizard.domain.ledger import Credit
from tripletex_wizard.domain.order_numbers import credit_order_in
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.rounds import (
    after_look,
    booked_before,
    has_other_payment,
    in_round,
    is_touched,
    taken_back_by,
)
from tripletex_wizard.domain.transfer import Phase, Progress, Step, StepFacts
from tripletex_wizard.services.ports import Journal, Ledger
from tripletex_wizard.services.steps import Steps


def look_at(ledger: Ledger, steps: Steps, booked: StepFacts) -> StepFacts:
    """What Tripletex tells of an invoice; the journal learns what is new, nothing is sent."""
    assert booked.invoice_id is not None
    credit = ledger.credit(booked.invoice_id)
    found = after_look(booked, credit)
    if credit and not booked.taken_back:
        orders = _credit_orders(ledger, credit, steps.order_number)
        found = replace(found, taken_back=next(orders, ""))
    if found != booked:
        steps.record(Step.INVOICE, Phase.DONE, found)
    return found


def _credit_orders(ledger: Ledger, credit: Credit, sold: str) -> Iterator[str]:
    """The credit orders of ours that the sale's credit notes were made for, by their marks.

    What a person makes in Tripletex as a copy of the sale has the mark of the sale itself.
    """
    own = re.compile(rf"{re.escape(sold)}(-\d+)?")
    for note in credit.notes:
        of_note = set(note.order_ids) - set(credit.invoice.order_ids)
        orders = filter(None, map(ledger.order, sorted(of_note)))
        comments = (note.comment, *(order.internal_comment for order in orders))
        named = filter(None, map(credit_order_in, comments))
        yield from (number for number in named if not own.fullmatch(number))


def known_taken_back(journal: Journal, progress: Progress) -> Problem | None:
    """That a credit order took the sale back, by the journal alone; None as far as it knows.

    Only for what has been credited is the whole journal read.
    """
    booked = progress.invoice
    if booked is None or not is_touched(booked):
        return None
    return taken_back_by(booked, journal.all_entries())


def is_credited(booked: StepFacts, found: StepFacts) -> bool:
    """Whether `booked` is `found` credited wholly, so that its order may be transferred again.

    Raises OrderStopped when a person must see to it first: a part of it has been credited (with
    both figures), it is gone, or the money is not where it was when this was last looked at.
    """
    problems = doubts(found)
    if problems:
        raise OrderStopped(*problems)
    if found.credited:
        _require_payment_as_shown(booked, found)
    return found.credited


def plan_in_round(plan: PostingPlan, ledger: Ledger, steps: Steps) -> PostingPlan:
    """The plan as it is to be sent in the round of `steps`; paid once, not in every round.

    Raises OrderStopped when a credited invoice is gone, or the money is not where it was.
    """
    for booked in booked_before(steps.progress()):
        found = look_at(ledger, replace(steps, round=booked.round), booked)
        if found.missing:
            raise OrderStopped(*doubts(found))
        _require_payment_as_shown(booked, found)
    return in_round(plan, steps.progress())


def _require_payment_as_shown(known: StepFacts, now: StepFacts) -> None:
    if has_other_payment(known, now):
        raise OrderStopped(Problem(Code.CREDIT_CHANGED, invoice=now.invoice_number))
