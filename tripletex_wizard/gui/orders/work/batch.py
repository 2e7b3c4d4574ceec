"""A batch under way: what came of each order, and an honest estimate of what is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tripletex_wizard.domain.batch_sums import is_untried, joined
from tripletex_wizard.domain.errors import Code, NotAsAgreed, Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import Outcome, TransferState

_ENOUGH_TO_TELL = 3
"""Orders that must be through before their pace says anything of the others."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person agreed to: sent how, by which set-up, and issued which day.

    The dates that may be chosen follow from the day of issue, too. `day` is None when no order of
    the batch had a date to show.
    """

    choice: Choice
    profile: Profile
    day: date | None = None

    def require_setup(self, stored: Profile) -> None:
        """Raises NotAsAgreed when the set-up is another now."""
        if stored != self.profile:
            raise NotAsAgreed(Code.SETUP_CHANGED)

    def require_day(self, today: date) -> None:
        """Raises NotAsAgreed when invoices would be issued on another day now."""
        if not self.is_dated(today):
            raise NotAsAgreed(Code.DAY_CHANGED)

    def is_dated(self, today: date) -> bool:
        """Whether an invoice of `today` has the day of issue that was shown."""
        return self.day in {None, today}


@dataclass(frozen=True)
class Batch:
    """A batch as it stands now; replaced, never changed.

    `current` is the number of the order that is being transferred, empty between two. `seconds`
    is how long it has run. `paused` is why it waits for a person: a service did not answer, and
    `untried` have not been sent. `waiting` is how many seconds the service asked to wait.
    """

    orders: tuple[Order | UnreadableOrder, ...]
    terms: Terms
    outcomes: tuple[Outcome, ...] = ()
    current: str = ""
    seconds: float = 0.0
    waiting: float = 0.0
    is_stopping: bool = False
    is_over: bool = False
    paused: Problem | None = None
    untried: tuple[str, ...] = ()

    @cached_property
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

    def knowing(self, found: Iterable[Outcome]) -> Batch:
        """What was found of its orders takes the place of what was not known."""
        open_before = {
            row.order_number for row in self.outcomes if row.state is TransferState.UNCERTAIN
        }
        settled = tuple(row for row in found if row.order_number in open_before)
        return replace(self, outcomes=joined(self.outcomes, settled))

    def and_then(self, later: Batch) -> Batch:
        """This batch as it stands after some of its orders were tried again in `later`."""
        outcomes = joined(self.outcomes, later.outcomes)
        return replace(self, outcomes=outcomes, seconds=self.seconds + later.seconds)
