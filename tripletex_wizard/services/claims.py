"""Claims on orders, so that two programs never work on the same one.

A claim cannot fence Tripletex: a program that is held up between its last look at the claim and its
request may send after another has taken over. The other finds the step INTENDED in the journal, so
it looks, waits its quiet time and looks again before it sends: a customer or an order that comes
twice is refused by its number. What is left is an :invoice held up for longer than the lease and
the quiet time, where Tripletex does not refuse a second one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tripletex_wizard.domain.errors import StorageError
from tripletex_wizard.services.ports import Journal
from tripletex_wizard.services.steps import LEASE_SECONDS

logger = logging.getLogger("tripletex_wizard.transfer")


@dataclass(frozen=True, slots=True)
class Claims:
    """Those of one program on one PC, `owner`.

    `is_gone` tells whether a claim's owner was a program on this PC that has ended.
    """

    journal: Journal
    owner: str
    is_gone: Callable[[str], bool]

    @contextmanager
    def held(self, number: str) -> Iterator[str | None]:
        """Hold the order's claim for a while; gives who else has it, None when it is ours."""
        holder = self._claim(number)
        try:
            yield holder
        finally:
            if holder is None:
                self._release(number)

    def _claim(self, number: str) -> str | None:
        """None when the order is ours; a program that is gone on this PC loses its claim."""
        holder = self.journal.claim(number, self.owner, LEASE_SECONDS)
        if holder is not None and self.is_gone(holder):
            self.journal.release(number, holder)
            holder = self.journal.claim(number, self.owner, LEASE_SECONDS)
        return holder

    def _release(self, number: str) -> None:
        """A claim that cannot be given back runs out by itself; the outcome stands."""
        try:
            self.journal.release(number, self.owner)
        except StorageError as error:
            logger.info("the claim on %s was not given back: %s", number, error.problem.code)
