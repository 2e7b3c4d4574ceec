"""Reads line prices with or without VAT: the reading that gives the order's own total."""

from __future__ import annotations

from fractions import Fraction

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, PriceBasis, ShopLine, TotalKind

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


def gross_lines(order: Order) -> tuple[Money, ...] | Problem:
    """The gross of each line, by the only reading of the prices that gives the order's total.

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
    fitting = {lines for basis, lines in readings.items() if sums[basis] == wanted}
    if len(fitting) == 1:
        return fitting.pop()
    if fitting:
        return Problem(Code.PRICE_BASIS_AMBIGUOUS, amount=wanted)
    return Problem(
        Code.LINES_DO_NOT_SUM,
        amount=wanted,
        without_vat=sums[PriceBasis.EX_VAT],
        with_vat=sums[PriceBasis.INC_VAT],
    )
