"""A batch under way: what came of each order, and an honest estimate of what is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripletex_wizard.domain.batch_sums import is_untried
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome

_ENOUGH_TO_TELL = 3
"""Orders that must be through before their pace says anything of the others."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it stands now; replaced, never changed.

    `current` is the number of the order that is being transferred, empty between two. `seconds`
    is how long it has run. `paused` is why it waits for a person: a service did not answer, and
    `untried` have not been sent. `waiting` is how many seconds the service asked to wait.
    """

    orders: tuple[Order | UnreadableOrder, ...]
    choice: Choice
    outcomes: tuple[Outcome, ...] = ()
    current: str = ""
    seconds: float = 0.0
    waiting: float = 0.0
    is_stopping: bool = False
    is_over: bool = False
    paused: Problem | None = None
    untried: tuple[str, ...] = field(default=())

    @property
    def done(self) -> int:
        """How many orders are through; those that are to be tried again are not."""
        untried = set(self.untried)
        return sum(row.order_number not in untried and not is_untried(row) for row in self.outcomes)

    @property
    def total(self) -> int:
        """How many orders there are."""
        return len(self.orders)

    @property
    def seconds_left(self) -> float | None:
        """By the pace so far; None before it tells anything."""
        if self.done < _ENOUGH_TO_TELL:
            return None
        return self.seconds / self.done * (self.total - self.done)
