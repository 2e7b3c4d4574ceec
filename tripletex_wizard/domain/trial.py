"""The trial: one real order as it would be posted, before anything is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripletex_wizard.domain.batch_sums import DONE
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.gate import as_journalled
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.plan import PostingPlan
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
    return as_journalled(number, progress) if progress.is_settled else None
