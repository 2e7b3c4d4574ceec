"""The trial: one real order as it would be posted, before anything is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripletex_wizard.domain.batch_sums import DONE
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.gate import already_booked, marked
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import PostingPlan
from tripletex_wizard.domain.transfer import Outcome, Progress, TransferState


@dataclass(frozen=True, slots=True)
class Trial:
    """An order of the shop and what it would become in Tripletex.

    `order` is None when no order is pending. `problems` are reasons when there is an order without
    a `plan`, else notes. `booked` is what came of it when it was asked to be booked in a test
    company, or `is_from_before`: then it is how an earlier transfer stands by the journal.
    """

    order: Order | UnreadableOrder | None
    plan: PostingPlan | None = None
    problems: tuple[Problem, ...] = ()
    booked: Outcome | None = None
    is_from_before: bool = False

    @property
    def is_booked(self) -> bool:
        """Whether it went to Tripletex, be it credited since."""
        went_over = (*DONE, TransferState.CREDITED)
        return self.booked is not None and self.booked.state in went_over


def as_it_stands(trial: Trial, progress: Progress) -> Trial:
    """The trial with what the journal knows of its order; unchanged when that is to be sent."""
    assert trial.order is not None
    known = _known(trial.order.number, progress)
    return trial if known is None else replace(trial, booked=known, is_from_before=True)


def _known(number: str, progress: Progress) -> Outcome | None:
    if progress.open_step:
        lost = progress.open_step.uncertainty
        return Outcome(number, TransferState.UNCERTAIN, progress.asked_as, (lost,))
    if progress.mark:
        return marked(number, progress.mark)
    if progress.invoice:
        booked = already_booked(progress, now=False)
        is_credited = progress.invoice.credited
        return replace(booked, state=TransferState.CREDITED) if is_credited else booked
    if not progress.is_settled:
        return None
    assert progress.order is not None
    there = Problem(Code.ALREADY_ORDER, number=progress.order.order_number)
    amount = progress.order.amount
    return Outcome(number, TransferState.TRANSFERRED, TransferAs.ORDER, (there,), amount=amount)
