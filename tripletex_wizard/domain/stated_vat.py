"""The VAT that the shop stated to its customer, to compare with what the lines give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.vat import net_of

PER_CENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")


@dataclass(frozen=True, slots=True)
class RoundedVat:
    """VAT in which each of `roundings` may have moved the sum by an øre."""

    amount: Money
    roundings: int

    def __add__(self, other: RoundedVat) -> RoundedVat:
        return RoundedVat(self.amount + other.amount, self.roundings + other.roundings)


@dataclass(frozen=True, slots=True)
class VatDifference:
    """Our VAT beside the shop's at `rate` per cent, or in total when `rate` is None."""

    rate: Decimal | None
    ours: RoundedVat
    shop: RoundedVat

    @property
    def ore(self) -> int:
        """How far they are apart, in øre."""
        return abs((self.ours.amount - self.shop.amount).ore)

    @property
    def is_rounding(self) -> bool:
        """Whether roundings alone, on either side, can explain it (accounting.md rule 12)."""
        return self.ore <= self.ours.roundings + self.shop.roundings


@dataclass(frozen=True, slots=True)
class StatedVat:
    """The shop's VAT rows: per rate, or in total only when not every row names its one rate."""

    by_rate: dict[Decimal, RoundedVat] | None
    total: RoundedVat

    def beside(self, ours: Mapping[Decimal, RoundedVat]) -> tuple[VatDifference, ...]:
        """Our figures with the shop's, the highest rate first."""
        nothing = RoundedVat(Money(0, self.total.amount.currency), 0)
        if self.by_rate is None:
            return (VatDifference(None, sum(ours.values(), nothing), self.total),)
        return tuple(
            VatDifference(rate, ours.get(rate, nothing), self.by_rate.get(rate, nothing))
            for rate in sorted(self.by_rate.keys() | ours.keys(), reverse=True)
        )

    def closest(self, figures: Mapping[Decimal, Mapping[Decimal, RoundedVat]]) -> Decimal:
        """The key of the figures that differ least from the shop's; of equals the first.

        Figures that differ by rounding alone go before those that do not.
        """

        def distance(key: Decimal) -> tuple[bool, int]:
            differences = self.beside(figures[key])
            by_rounding = all(row.is_rounding for row in differences)
            return not by_rounding, sum(row.ore for row in differences)

        return min(figures, key=distance)


def stated_vat(order: Order) -> StatedVat | None:
    """What the `ot_tax` rows say; None when the shop states no VAT."""
    rows = [(_rate_of(row.title), row.amount) for row in order.rows(TotalKind.TAX)]
    if not rows:
        return None
    total = RoundedVat(Money.sum((amount for _, amount in rows), order.currency), len(rows))
    by_rate: dict[Decimal, RoundedVat] = {}
    for rate, amount in rows:
        if rate is None:
            return StatedVat(None, total)
        _add(by_rate, rate, RoundedVat(amount, 1))
    return StatedVat(by_rate, total)


def _rate_of(title: str) -> Decimal | None:
    """The one percentage of a title; «Spar 10 % - MVA 25 %» does not tell which is the VAT."""
    rates = {Decimal(found.replace(",", ".")) for found in PER_CENT.findall(title)}
    return rates.pop() if len(rates) == 1 else None


def vat_by_rate(lines: Iterable[tuple[Decimal, Money]]) -> dict[Decimal, RoundedVat]:
    """VAT of (rate in per cent, gross) lines, rounded per line, summed per rate above 0 %."""
    sums: dict[Decimal, RoundedVat] = {}
    for rate, gross in lines:
        if rate:
            vat = gross - net_of(gross, rate)
            exact = gross.ore * Fraction(rate) / (100 + Fraction(rate))
            _add(sums, rate, RoundedVat(vat, int(vat.ore != exact)))
    return sums


def _add(sums: dict[Decimal, RoundedVat], rate: Decimal, vat: RoundedVat) -> None:
    sums[rate] = sums[rate] + vat if rate in sums else vat
