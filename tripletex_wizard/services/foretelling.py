"""What a transfer would say of an order that is booked already; nothing is sent or looked up."""

from __future__ import annotations

from dataclasses import replace

from tripletex_wizard.domain.gate import already_booked
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PlannedPayment
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.rounds import said_of_taken_back
from tripletex_wizard.domain.standing import refund_of_note
from tripletex_wizard.domain.transfer import Outcome, Progress, Step, TransferState
from tripletex_wizard.services.ports import Journal
from tripletex_wizard.services.rounds import known_taken_back


def foretold(
    order: Order, progress: Progress, choice: Choice, profile: Profile, journal: Journal
) -> Outcome:
    """The outcome of a booked order.

    READY where money would be registered as paid back on its credit note; a sale that a credit
    order took back says so instead of offering a new round.
    """
    refund = refund_of_note(order, progress, profile)
    if refund:
        return _of_refund(refund, progress, choice)
    outcome = already_booked(progress, now=False)
    taken_back = known_taken_back(journal, progress)
    if taken_back is None:
        return outcome
    problems = said_of_taken_back(outcome.problems, taken_back)
    return replace(outcome, state=TransferState.TRANSFERRED_WITH_NOTE, problems=problems)


def _of_refund(refund: PlannedPayment, progress: Progress, choice: Choice) -> Outcome:
    """As if what is said of the money now had been written down.

    Where nothing is said, what was decided before counts.
    """
    pays = progress.is_refund_owed if choice.is_refunded is None else choice.is_refunded
    facts = (refund.payment_type_id, refund.amount.ore) if pays else None
    entries = tuple(
        replace(entry, facts=replace(entry.facts, refund=facts))
        if entry == progress.done(Step.INVOICE)
        else entry
        for entry in progress.entries
    )
    outcome = already_booked(Progress(entries, progress.of_round), now=False)
    return replace(outcome, state=TransferState.READY) if pays else outcome
