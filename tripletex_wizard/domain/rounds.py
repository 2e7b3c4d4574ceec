"""Transferring an order again after its invoice was credited (accounting.md rule 22)."""

from __future__ import annotations

from dataclasses import replace

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import Credit
from tripletex_wizard.domain.posting import PostingPlan, numbered
from tripletex_wizard.domain.transfer import Progress


def upcoming(progress: Progress) -> Progress:
    """The round that a transfer would work on: a credited invoice has ended its own."""
    invoice = progress.invoice
    return progress.after if invoice and invoice.credited else progress


def in_round(plan: PostingPlan, progress: Progress) -> PostingPlan:
    """The plan with the number and the comment of the round that `progress` tells of."""
    credited = progress.before.invoice if progress.before else None
    if credited is None:
        return plan
    first, again = (numbered(plan.shop_number, round_) for round_ in (1, progress.round))
    number = plan.number.removesuffix(first) + again
    note = Problem(Code.TRANSFERRED_AGAIN, invoice=credited.invoice_number, number=number)
    return replace(
        plan,
        number=number,
        internal_comment=plan.internal_comment.replace(f" {first} ", f" {again} ", 1),
        round=progress.round,
        replaces=credited.invoice_number,
        notes=(*plan.notes, note),
    )


def paid_once(plan: PostingPlan, credit: Credit) -> PostingPlan:
    """The plan without payments while the money of the credited invoice is still open there.

    The customer has paid once. Registered a second time, the payment account would never clear;
    so the new invoice is left open, to be matched in Tripletex with what the customer has to good,
    and it is not sent, since it asks for money that has been paid.
    """
    if not plan.payments or not credit.open_amount:
        return plan
    left = Problem(Code.CREDIT_LEFT_OPEN, invoice=credit.invoice.number, amount=-credit.open_amount)
    return replace(plan, payments=(), send=None, notes=(*plan.notes, left))
