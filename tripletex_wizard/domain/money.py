"""Exact money: whole øre with a currency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

ORE = Decimal("0.01")


def round_half_up(value: Decimal | Fraction) -> int:
    """Round to a whole number, halves away from zero (accounting.md §0 «Linje»)."""
    return divided_half_up(*value.as_integer_ratio())


def divided_half_up(dividend: int, divisor: int) -> int:
    """The quotient as `round_half_up` gives it; `divisor` is above zero."""
    magnitude = (2 * abs(dividend) + divisor) // (2 * divisor)
    return magnitude if dividend >= 0 else -magnitude


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in øre (hundredths) of one currency (ISO code); amounts of two never mix."""

    ore: int
    currency: str = "NOK"

    @classmethod
    def rounded(cls, amount: Decimal | Fraction, currency: str) -> Money:
        """`amount` in whole units of `currency`, rounded to the øre, halves away from zero."""
        return cls(round_half_up(Fraction(amount) * 100), currency)

    @classmethod
    def sum(cls, amounts: Iterable[Money], currency: str) -> Money:
        """The sum; zero in `currency` when there are none."""
        zero = cls(0, currency)
        return cls(sum(zero._same_currency(amount).ore for amount in amounts), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in whole units, with two decimals."""
        return (Decimal(self.ore) / 100).quantize(ORE)

    def __add__(self, other: Money) -> Money:
        return Money(self.ore + self._same_currency(other).ore, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.ore - self._same_currency(other).ore, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.ore, self.currency)

    def __bool__(self) -> bool:
        return self.ore != 0

    def _same_currency(self, other: Money) -> Money:
        if other.currency != self.currency:
            msg = f"{self.currency} and {other.currency} do not add up"
            raise ValueError(msg)
        return other


def split_by_largest_remainder(total: int, weights: Sequence[int]) -> list[int]:
    """Split `total` øre over `weights`; the parts add up to `total` exactly.

    The largest remainder gets the next øre first; equal remainders go in the order of
    `weights` (accounting.md §0 «Fordeling over satser»). Raises ZeroDivisionError when the
    weights sum to zero.
    """
    weight = sum(weights)
    parts = whole_parts(abs(total), [Fraction(abs(total) * part, weight) for part in weights])
    return parts if total >= 0 else [-part for part in parts]


def whole_parts(total: int, exact: Sequence[Fraction]) -> list[int]:
    """`exact` øre made whole so that they add up to `total`, which is their sum rounded.

    Each is rounded down, and the largest remainders get the øre that are left; equal remainders in
    the order that they stand.
    """
    parts = [share.numerator // share.denominator for share in exact]
    left = total - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for index in by_remainder[:left]:
        parts[index] += 1
    return parts
