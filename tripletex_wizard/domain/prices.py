"""Reads line prices with or without VAT: the reading that gives the order's own total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money, round_half_up, whole_parts
from tripletex_wizard.domain.orders import Order, PriceBasis, ShopLine, TotalKind
from tripletex_wizard.domain.vat import net_of

Grosses = tuple[Money, ...]
Fitting = dict[PriceBasis, Grosses]

ROUNDED_WITHOUT_VAT = (PriceBasis.EX_VAT, PriceBasis.EX_VAT_ROUNDED_UNIT)
SETTLED_APART = (TotalKind.SUBTOTAL, TotalKind.TAX, TotalKind.TOTAL, TotalKind.GIFT_CARD)


def gross_of_line(line: ShopLine, basis: PriceBasis, currency: str) -> Money:
    """The line's sum with VAT in `currency`, rounded to the øre.

    A price without VAT has four decimals, which cannot hold every price with VAT. Some shops
    round the product (three at 26.6667 are 100.00, accounting.md T09), some the unit price
    (two hundred at 86.0870 and 15 % are 19 800.00): both readings are tried.
    """
    with_vat = Fraction(line.price)
    if basis is not PriceBasis.INC_VAT:
        with_vat *= (100 + Fraction(line.vat_rate)) / 100
    if basis is PriceBasis.EX_VAT_ROUNDED_UNIT:
        with_vat = Fraction(Money.rounded(with_vat, currency).ore, 100)
    return Money.rounded(with_vat * Fraction(line.quantity), currency)


def goods_total(order: Order) -> Money:
    """What the lines must add up to: the sale less freight, fees, discounts and rounding."""
    rows = (row.amount for row in order.totals if row.kind not in SETTLED_APART)
    return order.sale - Money.sum(rows, order.currency)


def gross_lines(order: Order) -> Grosses | Problem:
    """The gross of each line, by the only reading of the prices that gives the order's total.

    Where rounding the lines does not give it, the shop may have rounded the total alone.
    Readings that give the same lines count as one; when two give different lines, or none
    gives the total to the øre, the order is stopped (mystore-api.md §4.5: the basis is
    nowhere stated).
    """
    wanted = goods_total(order)
    readings = {
        basis: tuple(gross_of_line(line, basis, order.currency) for line in order.lines)
        for basis in PriceBasis
    }
    sums = {basis: Money.sum(lines, order.currency) for basis, lines in readings.items()}
    fitting = {basis: lines for basis, lines in readings.items() if sums[basis] == wanted}
    found = {*_without_vat(order, wanted, fitting), *_with_vat(order, wanted, fitting)}
    if len(found) == 1:
        return found.pop()
    if found:
        return Problem(Code.PRICE_BASIS_AMBIGUOUS, amount=wanted)
    return Problem(
        Code.LINES_DO_NOT_SUM,
        amount=wanted,
        without_vat=sums[PriceBasis.EX_VAT],
        with_vat=sums[PriceBasis.INC_VAT],
    )


def _without_vat(order: Order, wanted: Money, fitting: Fitting) -> list[Grosses]:
    """What prices without VAT give; of readings a rounding apart only the first.

    They are when no rate's VAT differs by more than an øre (accounting.md rule 12).
    """
    by_line, by_piece = (fitting.get(basis) for basis in ROUNDED_WITHOUT_VAT)
    by_total = None if by_line else _rounded_together(order, wanted, PriceBasis.EX_VAT)
    found = [grosses for grosses in (by_line, by_piece, by_total) if grosses]
    if len(found) > 1 and _vat_apart(order, *found) <= 1:
        found.pop()
    return found


def _with_vat(order: Order, wanted: Money, fitting: Fitting) -> list[Grosses]:
    by_line = fitting.get(PriceBasis.INC_VAT)
    found = by_line or _rounded_together(order, wanted, PriceBasis.INC_VAT)
    return [found] if found else []


def _vat_apart(order: Order, one: Grosses, other: Grosses) -> int:
    """How many øre the VAT of a rate differs by at most."""
    here, there = _vat_by_rate(order, one), _vat_by_rate(order, other)
    return max(abs((vat - there[rate]).ore) for rate, vat in here.items())


def _vat_by_rate(order: Order, grosses: Grosses) -> dict[Decimal, Money]:
    sums: dict[Decimal, Money] = {}
    for line, gross in zip(order.lines, grosses, strict=True):
        sums[line.vat_rate] = sums.get(line.vat_rate, Money(0, order.currency)) + gross
    return {rate: gross - net_of(gross, rate) for rate, gross in sums.items()}


def _rounded_together(order: Order, wanted: Money, basis: PriceBasis) -> Grosses | None:
    """The lines when the exact ones come to `wanted` and their sum alone is rounded.

    First each rate gets its share of that sum, then each line its share of the rate's, so that a
    rate's sum is never an øre or more from the exact one, nor a line from its own.
    """
    exact = [_exact_ore(line, basis) for line in order.lines]
    if round_half_up(sum(exact, Fraction(0))) != wanted.ore:
        return None
    return tuple(Money(ore, order.currency) for ore in _shared(order, exact))


def _exact_ore(line: ShopLine, basis: PriceBasis) -> Fraction:
    ore = Fraction(line.price) * 100 * Fraction(line.quantity)
    return ore if basis is PriceBasis.INC_VAT else ore * (100 + Fraction(line.vat_rate)) / 100


def _shared(order: Order, exact: Sequence[Fraction]) -> list[int]:
    places: dict[Decimal, list[int]] = {}
    for place, line in enumerate(order.lines):
        places.setdefault(line.vat_rate, []).append(place)
    sums = [sum((exact[place] for place in of_rate), Fraction(0)) for of_rate in places.values()]
    total = round_half_up(sum(sums, Fraction(0)))
    grosses = [0] * len(exact)
    for of_rate, share in zip(places.values(), whole_parts(total, sums), strict=True):
        parts = whole_parts(share, [exact[place] for place in of_rate])
        for place, part in zip(of_rate, parts, strict=True):
            grosses[place] = part
    return grosses
