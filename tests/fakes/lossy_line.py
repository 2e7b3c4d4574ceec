"""The line to a server, on which requests and answers can be lost."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from typing import TypeVar

from tripletex_wizard.domain.errors import AppError, OrderRejected, OutcomeUnknown
from tripletex_wizard.domain.ledger import Written

T = TypeVar("T")


class Fault(Enum):
    """What becomes of a write: was it done, and did the server get to say so?"""

    LOST_BEFORE = "the request never arrived, nobody knows"
    LOST_AFTER = "it was done, and the answer was lost"
    FAILED_BEFORE = "the server broke down and had done nothing"
    FAILED_AFTER = "it was done, and the answer was unreadable"
    LATE = "it is done later, and the answer was lost"


ANSWERED = {Fault.FAILED_BEFORE, Fault.FAILED_AFTER}
DONE_AT_ONCE = {Fault.LOST_AFTER, Fault.FAILED_AFTER}


class LossyLine:
    """Counts every request in `requests`; `on_write` sees a write before it takes effect, and
    `on_read` runs while a read is on its way.
    """

    def __init__(self) -> None:
        self.requests: Counter[str] = Counter()
        self.on_write: Callable[[str], None] = lambda _: None
        self.on_read: Callable[[str], None] = lambda _: None
        self._faults: dict[str, deque[Fault | AppError]] = {}
        self._late: list[Callable[[], object]] = []

    def fail(self, call: str, *faults: Fault | AppError) -> None:
        """Make the next calls of this name go wrong, each in its own way."""
        self._faults.setdefault(call, deque()).extend(faults)

    def let_late_requests_arrive(self) -> None:
        arrived, self._late = self._late, []
        for take_effect in arrived:
            _unheard(take_effect)

    def read(self, call: str) -> None:
        self.requests[call] += 1
        fault = self._next_fault(call)
        if isinstance(fault, AppError):
            raise fault
        self.on_read(call)

    def write(self, call: str, take_effect: Callable[[], T]) -> Written[T]:
        """Send a write; `take_effect` raises OrderRejected when the server's guards refuse it."""
        self.requests[call] += 1
        self.on_write(call)
        fault = self._next_fault(call)
        if isinstance(fault, AppError):
            raise fault
        if fault is None:
            return Written(take_effect(), (self.request_id,))
        if fault is Fault.LATE:
            self._late.append(take_effect)
        if fault in DONE_AT_ONCE:
            _unheard(take_effect)
        raise OutcomeUnknown(answered=fault in ANSWERED, request_ids=(self.request_id,))

    @property
    def request_id(self) -> str:
        return f"request-{self.requests.total()}"

    def _next_fault(self, call: str) -> Fault | AppError | None:
        waiting = self._faults.get(call)
        return waiting.popleft() if waiting else None


def _unheard(take_effect: Callable[[], object]) -> None:
    with suppress(OrderRejected):
        take_effect()
