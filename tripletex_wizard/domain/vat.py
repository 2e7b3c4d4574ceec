"""The VAT code of a line: its rate, the receiver, and the company's registration."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, VatCode, VatRegistration
from tripletex_wizard.domain.money import Money, divided_half_up
from tripletex_wizard.domain.orders import Address, Order
from tripletex_wizard.domain.profile import VatRules

SVALBARD_AND_JAN_MAYEN = {8099, *range(9170, 9179)}


def is_export(delivery: Address) -> bool:
    """Whether goods leave the VAT area: abroad, or Svalbard and Jan Mayen (rule 9).

    A Norwegian postal code may be written with its country («N-9170»).
    """
    if delivery.country != "NO":
        return True
    digits = re.sub(r"\D", "", delivery.postal_code)
    return bool(digits) and int(digits) in SVALBARD_AND_JAN_MAYEN


def net_of(gross: Money, percentage: Decimal) -> Money:
    """The part of `gross` without VAT of `percentage` per cent, rounded to the øre."""
    part, whole = percentage.as_integer_ratio()
    net = divided_half_up(gross.ore * 100 * whole, 100 * whole + part)
    return Money(net, gross.currency)


def gross_by_vat(lines: Iterable[tuple[int, Money]]) -> dict[int, Money]:
    """(VAT id, gross) lines summed per id, zeros left out."""
    sums: dict[int, Money] = {}
    for vat_id, gross in lines:
        sums[vat_id] = sums.get(vat_id, Money(0, gross.currency)) + gross
    return {vat_id: gross for vat_id, gross in sums.items() if gross}


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
        and 0 % follow rules 8, 9 and 19 of accounting.md. Not for a gift card that is sold.
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


def codes_in_use(orders: Iterable[Order], rules: VatRules) -> frozenset[tuple[Decimal, str | None]]:
    """(Rate in per cent, code number) of the orders' lines and of every reason for 0 %.

    The number is None for a rate that the rules give no code. A domestic line of 0 % counts
    through its reason alone: without one it stops its order.
    """
    used: set[tuple[Decimal, str | None]] = {
        (Decimal(0), reason.code) for reason in rules.zero_reasons
    }
    for order in orders:
        export = is_export(order.delivery)
        for line in order.lines:
            if line.vat_rate:
                used.add((line.vat_rate, rules.codes.get(line.vat_rate)))
            elif export:
                used.add((line.vat_rate, rules.export_code))
    return frozenset(used)
