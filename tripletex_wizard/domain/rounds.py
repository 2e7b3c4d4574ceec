"""Transferring an order again after its invoice was credited (accounting.md rule 22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.gift_card_debt import without_gift_cards
from tripletex_wizard.domain.ledger import Credit
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.order_numbers import numbered
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import with_invoice_date
from tripletex_wizard.domain.transfer import JournalEntry, Progress, Step, StepFacts

OFFER_A_ROUND = {Code.INVOICE_CREDITED, Code.CREDITED_IN_PART}


def upcoming(progress: Progress) -> Progress:
    """The round that a transfer would work on: a credited invoice has ended its own."""
    invoice = progress.invoice
    return progress.after if invoice and invoice.credited else progress


def booked_before(progress: Progress) -> Iterator[StepFacts]:
    """The invoices of the rounds before, newest first; each was credited."""
    while before := progress.before:
        if before.invoice:
            yield before.invoice
        progress = before


def in_round(plan: PostingPlan, progress: Progress) -> PostingPlan:
    """The plan as the round that `progress` tells of has it: its number and comment, paid once.

    Raises OrderStopped when its invoice cannot have the date that it has in this round.
    """
    credited = progress.before.invoice if progress.before else None
    if credited is None:
        return _with_date(plan)
    plan = _with_date(_dated_anew(plan))
    first, again = (numbered(plan.shop_number, round_) for round_ in (1, progress.round))
    number = plan.number.removesuffix(first) + again
    note = Problem(Code.TRANSFERRED_AGAIN, invoice=credited.invoice_number, number=number)
    numbered_anew = replace(
        plan,
        number=number,
        internal_comment=plan.internal_comment.replace(f" {first} ", f" {again} ", 1),
        round=progress.round,
        replaces=credited.invoice_number,
        notes=(*plan.notes, note),
    )
    for booked in booked_before(progress):
        numbered_anew = paid_once(numbered_anew, booked)
    return numbered_anew


def _dated_anew(plan: PostingPlan) -> PostingPlan:
    """The same sale is not turned over a second time before the credit note that took it back."""
    dates = plan.dates.anew
    day = plan.invoice_date if plan.invoice_date in {dates.issued, dates.usual} else dates.usual
    return with_invoice_date(replace(plan, dates=dates, refusal=dates.closed_on(day)), day)


def _with_date(plan: PostingPlan) -> PostingPlan:
    """The plan itself; an order has no date that could lie in a closed period."""
    if plan.refusal and plan.transfer_as is TransferAs.INVOICE:
        raise OrderStopped(plan.refusal)
    return plan


def after_look(booked: StepFacts, credit: Credit | None) -> StepFacts:
    """What is known of a booked invoice once Tripletex has told of it, or has not found it."""
    if credit is None:
        return replace(booked, missing=True)
    is_touched = credit.is_whole or credit.is_partial
    return replace(
        booked,
        missing=False,
        credited=credit.is_whole,
        credited_part=credit.amount if credit.is_partial else None,
        credit_open=credit.open_amount if is_touched else None,
    )


def taken_back_by(
    booked: StepFacts, journalled: Mapping[str, tuple[JournalEntry, ...]]
) -> Problem | None:
    """That a credit order took back some of a credited invoice, or was sent to; None without one.

    `journalled` are the entries of all orders. The goods came back then, so that the sale is not to
    be invoiced anew as after a credit note by hand (rule 22).
    """
    return taken_back_in(booked, credit_orders_of(journalled)) if is_touched(booked) else None


def is_touched(booked: StepFacts) -> bool:
    """Whether all or some of an invoice was credited when it was last looked at."""
    return booked.credited or booked.credited_part is not None


def credit_orders_of(
    journalled: Mapping[str, tuple[JournalEntry, ...]],
) -> dict[int | None, str]:
    """The number of the first credit order of each invoice that was sent to, by its id."""
    found: dict[int | None, str] = {}
    for number, entries in journalled.items():
        if any(entry.facts.credits is not None for entry in entries):
            for invoice_id in _credited_by(Progress(entries)):
                found.setdefault(invoice_id, number)
    return found


def taken_back_in(booked: StepFacts, credit_orders: Mapping[int | None, str]) -> Problem | None:
    """As `taken_back_by`, where `credit_orders_of` the journal are known."""
    number = booked.taken_back or credit_orders.get(booked.invoice_id)
    if not number or not is_touched(booked):
        return None
    return Problem(Code.TAKEN_BACK, invoice=booked.invoice_number, order=number)


def said_of_taken_back(problems: Iterable[Problem], by: Problem) -> tuple[Problem, ...]:
    """What is told of an order whose sale was taken back: nothing that offers a new round."""
    return (by, *(row for row in problems if row.code not in OFFER_A_ROUND))


def _credited_by(progress: Progress) -> Iterator[int | None]:
    for entry in (progress.done(Step.INVOICE), progress.unproved(Step.INVOICE)):
        if entry and entry.facts.credits is not None:
            yield entry.facts.credits


def has_other_payment(known: StepFacts, now: StepFacts) -> bool:
    """Whether the next invoice would be paid, or sent, otherwise than was known before."""
    is_known = known.credited and known.credit_open is not None
    return is_known and bool(known.credit_open) is not bool(now.credit_open)


def paid_once(plan: PostingPlan, credited: StepFacts) -> PostingPlan:
    """The plan without payments while the money of the credited invoice is still open there.

    The customer has paid once, in whichever round. Registered a second time, the payment account
    would never clear; so the new invoice is left open, to be matched in Tripletex with what the
    customer has to good, and it is not sent, since it asks for money that has been paid.
    """
    if not plan.payments or not credited.credit_open:
        return plan
    left = Problem(
        Code.CREDIT_LEFT_OPEN, invoice=credited.invoice_number, amount=-credited.credit_open
    )
    return without_gift_cards(replace(plan, payments=(), send=None, notes=(*plan.notes, left)))
