"""The trial: one real order as it would be posted, before anything is."""

from __future__ import annotations

from dataclasses import dataclass

from tripletex_wizard.domain.batch_sums import DONE
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import PostingPlan
from tripletex_wizard.domain.transfer import Outcome


@dataclass(frozen=True, slots=True)
class Trial:
    """An order of the shop and what it would become in Tripletex.

    `order` is None when no order is pending. `problems` are reasons when there is an order without
    a `plan`, else notes. `booked` is what came of it when it was asked to be booked in a test
    company.
    """

    order: Order | UnreadableOrder | None
    plan: PostingPlan | None = None
    problems: tuple[Problem, ...] = ()
    booked: Outcome | None = None

    @property
    def is_booked(self) -> bool:
        """Whether it is in Tripletex now."""
        return self.booked is not None and self.booked.state in DONE
