"""VAT codes for a line, and the shop's own VAT figures to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, VatCode, VatRegistration
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Address, Order, TotalKind
from tripletex_wizard.domain.profile import VatRules

PER_CENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
SVALBARD_AND_JAN_MAYEN = {8099, *range(9170, 9179)}


def is_export(delivery: Address) -> bool:
    """Whether goods leave the VAT area: abroad, or Svalbard and Jan Mayen (rule 9)."""
    if delivery.country != "NO":
        return True
    code = delivery.postal_code.strip()
    return code.isdecimal() and int(code) in SVALBARD_AND_JAN_MAYEN


def net_of(gross: Money, percentage: Decimal) -> Money:
    """The part of `gross` without VAT of `percentage` per cent, rounded to the øre."""
    share = Fraction(100) / (100 + Fraction(percentage))
    return Money.rounded(Fraction(gross.ore, 100) * share, gross.currency)


@dataclass(frozen=True, slots=True)
class VatChooser:
    """Chooses the VAT code of a line by the profile's table and Tripletex' active codes."""

    rules: VatRules
    facts: LedgerFacts
    export: bool
    country: str

    def code_for(self, *, name: str, sku: str, rate: Decimal) -> VatCode | Problem:
        """The active code for a line with `rate` per cent, or why the order is stopped.

        The line's own rate counts, never today's class (facts §6). Export, missing registration
        and 0 % follow rules 8, 9 and 19 of accounting.md.
        """
        number = self._number(name, sku, rate)
        if isinstance(number, Problem):
            return number
        for code in self.facts.vat_codes:
            if code.number == number and code.percentage == rate:
                return code
        return Problem(Code.VAT_CODE_INACTIVE, line=name, rate=rate, vat_code=number)

    def _number(self, name: str, sku: str, rate: Decimal) -> str | Problem:
        if self.export and rate:
            return Problem(Code.VAT_ON_EXPORT, line=name, rate=rate, country=self.country)
        if self.facts.registration is VatRegistration.NOT_REGISTERED:
            if rate:
                return Problem(Code.VAT_WITHOUT_REGISTRATION, line=name, rate=rate)
            return self.rules.unregistered_code
        if self.export:
            return self.rules.export_code
        if rate:
            return self.rules.codes.get(rate) or Problem(
                Code.VAT_RATE_UNKNOWN, line=name, rate=rate
            )
        return self.rules.zero_code(sku) or Problem(
            Code.ZERO_RATE_WITHOUT_REASON, line=name, sku=sku
        )


@dataclass(frozen=True, slots=True)
class StatedVat:
    """The VAT that the shop stated to the customer: per rate where its rows name one.

    `rows` counts the shop's own roundings.
    """

    by_rate: dict[Decimal, Money]
    total: Money
    rows: int
    rates_known: bool

    def agrees_with(self, ours: dict[Decimal, Money], roundings: int) -> bool:
        """Whether our figures differ by rounding alone: an øre for each rounding on either side."""
        slack = roundings + self.rows
        if not self.rates_known:
            return abs((self.total - Money.sum(ours.values(), self.total.currency)).ore) <= slack
        zero = Money(0, self.total.currency)
        return all(
            abs((self.by_rate.get(rate, zero) - ours.get(rate, zero)).ore) <= slack
            for rate in self.by_rate.keys() | ours.keys()
        )


def stated_vat(order: Order) -> StatedVat | None:
    """What the `ot_tax` rows say; None when the shop states no VAT."""
    rows = order.rows(TotalKind.TAX)
    if not rows:
        return None
    by_rate: dict[Decimal, Money] = {}
    rates = [PER_CENT.search(row.title) for row in rows]
    for row, found in zip(rows, rates, strict=True):
        if found:
            rate = Decimal(found[1].replace(",", "."))
            by_rate[rate] = by_rate.get(rate, Money(0, order.currency)) + row.amount
    total = Money.sum((row.amount for row in rows), order.currency)
    return StatedVat(by_rate, total, len(rows), all(rates))


def vat_by_rate(lines: Iterable[tuple[Decimal, Money]], currency: str) -> dict[Decimal, Money]:
    """VAT of (rate in per cent, gross) lines, rounded per line, summed per rate above 0 %."""
    sums: dict[Decimal, Money] = {}
    for rate, gross in lines:
        if rate:
            vat = gross - net_of(gross, rate)
            sums[rate] = sums.get(rate, Money(0, currency)) + vat
    return sums
