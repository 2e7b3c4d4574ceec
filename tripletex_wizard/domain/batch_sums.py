"""What a batch came to: sums, counts, and what is safe to try again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import Outcome, TransferState

DONE = (TransferState.TRANSFERRED, TransferState.TRANSFERRED_WITH_NOTE)
FROM_BEFORE = {
    Code.ALREADY_BOOKED,
    Code.ALREADY_ORDER,
    Code.ADOPTED,
    Code.MARKED_AS_BOOKED,
    Code.CREDIT_NOTE_BOOKED,
    Code.CREDIT_NOTE_ADOPTED,
}
FOLLOWED_UP = (
    TransferState.TRANSFERRED_WITH_NOTE,
    TransferState.FAILED,
    TransferState.STOPPED,
    TransferState.UNCERTAIN,
    TransferState.SENDING,
)
"""States of which a summary tells each order, the worst first: what is wrong in the books."""


def was_there(outcome: Outcome) -> bool:
    """Whether it had been transferred before this batch."""
    return any(problem.code in FROM_BEFORE for problem in outcome.problems)


def was_adopted(outcome: Outcome) -> bool:
    """Whether somebody had invoiced it in Tripletex, by hand or with another program."""
    return any(
        problem.code in {Code.ADOPTED, Code.CREDIT_NOTE_ADOPTED} for problem in outcome.problems
    )


def is_untried(outcome: Outcome) -> bool:
    """Whether the batch ended before its turn; its state is then what it was before."""
    return any(problem.code is Code.NOT_TRIED for problem in outcome.problems)


def sum_by_currency(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """One sum for each currency, in the order that the currencies come in."""
    sums: dict[str, Money] = {}
    for money in amounts:
        sums[money.currency] = sums.get(money.currency, Money(0, money.currency)) + money
    return tuple(sums.values())


@dataclass(frozen=True, slots=True)
class BatchSums:
    """Folds the outcomes of a batch; `fresh` are those that went over now, not before."""

    outcomes: tuple[Outcome, ...]

    @property
    def total(self) -> int:
        """How many orders the batch had."""
        return len(self.outcomes)

    @property
    def done(self) -> tuple[Outcome, ...]:
        """What is in Tripletex as it was asked for, also from before."""
        return tuple(row for row in self.outcomes if row.state in DONE and not is_untried(row))

    @property
    def fresh(self) -> tuple[Outcome, ...]:
        """What went over in this batch."""
        return tuple(row for row in self.done if not was_there(row))

    @property
    def from_before(self) -> int:
        """How many had been transferred before."""
        return sum(was_there(row) for row in self.outcomes)

    @property
    def invoices(self) -> tuple[Outcome, ...]:
        """What was booked now."""
        return tuple(row for row in self.fresh if row.is_booked)

    @property
    def open_orders(self) -> tuple[Outcome, ...]:
        """What was entered as orders now, and is not booked."""
        return tuple(row for row in self.fresh if not row.is_booked)

    @property
    def booked(self) -> tuple[Money, ...]:
        """The sums of the invoices, by currency."""
        return _amounts(self.invoices)

    @property
    def entered(self) -> tuple[Money, ...]:
        """The sums of the open orders, by currency."""
        return _amounts(self.open_orders)

    @property
    def emails(self) -> int:
        """How many invoices Tripletex was asked to send by e-mail."""
        return sum(bool(row.emailed_to) for row in self.outcomes)

    @property
    def ehf(self) -> int:
        """How many invoices Tripletex was asked to send as EHF."""
        return sum(bool(row.ehf_to) for row in self.outcomes)

    @property
    def notices(self) -> int:
        """How many customers the shop was asked to tell of the order's status."""
        return sum(bool(row.notified_to) for row in self.outcomes)

    @property
    def invoice_numbers(self) -> tuple[int, int] | None:
        """First and last, when no number between them is another's."""
        numbers = sorted(
            row.invoice_number for row in self.invoices if row.invoice_number is not None
        )
        if not numbers or len(numbers) != len(self.invoices):
            return None
        first, last = numbers[0], numbers[-1]
        return (first, last) if last - first == len(numbers) - 1 else None

    @property
    def is_certain(self) -> bool:
        """Whether nobody must look anything up, so that nothing can be booked twice."""
        return self.count(TransferState.UNCERTAIN) == 0

    @property
    def untried(self) -> tuple[Outcome, ...]:
        """Orders whose turn did not come, and that were certain before."""
        return tuple(
            row
            for row in self.outcomes
            if is_untried(row) and row.state is not TransferState.UNCERTAIN
        )

    @property
    def to_follow_up(self) -> tuple[Outcome, ...]:
        """Each order that a person should see, the worst first; the untried are told together."""
        untried = {row.order_number for row in self.untried}
        return tuple(
            row
            for state in FOLLOWED_UP
            for row in self.outcomes
            if row.state is state and row.order_number not in untried
        )

    @property
    def safe_to_retry(self) -> tuple[str, ...]:
        """Numbers of what failed without doing anything, and of what was not tried."""
        return tuple(
            row.order_number
            for row in self.outcomes
            if row.state is TransferState.FAILED
            or (row.state is TransferState.READY and is_untried(row))
        )

    def count(self, *states: TransferState) -> int:
        """How many orders stand in one of `states`."""
        return sum(row.state in states for row in self.outcomes)


def joined(earlier: Sequence[Outcome], later: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes of a batch after some of its orders were tried again."""
    newer = {row.order_number: row for row in later}
    known = {row.order_number for row in earlier}
    kept = tuple(newer.get(row.order_number, row) for row in earlier)
    return (*kept, *(row for row in later if row.order_number not in known))


def _amounts(outcomes: Iterable[Outcome]) -> tuple[Money, ...]:
    return sum_by_currency(row.amount for row in outcomes if row.amount is not None)
