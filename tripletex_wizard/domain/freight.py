"""The VAT rate of freight and fees: the one that explains the VAT that the shop stated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.stated_vat import StatedVat, VatDifference, vat_by_rate


@dataclass(frozen=True, slots=True)
class ChargeRate:
    """`rate` in per cent, and our VAT beside the shop's; `beside` is empty when it states none."""

    rate: Decimal
    beside: tuple[VatDifference, ...] = ()


def charge_rate(
    lines: Sequence[tuple[Decimal, Money]],
    charges: Sequence[Money],
    freight_rate: Decimal,
    stated: StatedVat | None,
) -> ChargeRate:
    """The rate that all `charges` have; `lines` are goods and discounts, (rate, gross).

    `freight_rate` counts when the shop states no VAT and the goods have several rates (rule 10).
    Raises OrderStopped with each rate whose VAT differs from the shop's by more than rounding.
    """
    likely = _likely_rates(lines, freight_rate)
    if stated is None:
        return ChargeRate(likely[0])
    # 0 % too: a shop that charged no VAT on freight is not to be taken for a rounding.
    rates = dict.fromkeys([*likely, *(stated.by_rate or ()), Decimal(0)])
    figures = {
        rate: vat_by_rate([*lines, *((rate, charge) for charge in charges)]) for rate in rates
    }
    rate = stated.closest(figures)
    beside = stated.beside(figures[rate])
    if unexplained := [row for row in beside if not row.is_rounding]:
        raise OrderStopped(*map(_vat_differs, unexplained))
    return ChargeRate(rate, beside)


def _likely_rates(lines: Iterable[tuple[Decimal, Money]], freight_rate: Decimal) -> list[Decimal]:
    of_goods = sorted({rate for rate, _ in lines}, reverse=True)
    if len(of_goods) == 1:
        return [*of_goods, freight_rate]
    return [freight_rate, *of_goods]


def _vat_differs(difference: VatDifference) -> Problem:
    ours, shop = difference.ours.amount, difference.shop.amount
    if difference.rate is None:
        return Problem(Code.VAT_DIFFERS, ours=ours, shop=shop)
    return Problem(Code.VAT_DIFFERS_AT_RATE, rate=difference.rate, ours=ours, shop=shop)
