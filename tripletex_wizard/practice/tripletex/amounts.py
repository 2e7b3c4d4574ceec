"""Amounts of lines and invoices: exact decimals, halves rounded away from zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

CENT = Decimal("0.01")
HUNDRED = Decimal(100)

VatRounding = Literal["line", "rate"]


def to_cents(amount: Decimal) -> Decimal:
    """Two decimals, halves away from zero."""
    return amount.quantize(CENT, ROUND_HALF_UP)


class Line(NamedTuple):
    """What counts about one line: its amounts, rate, and where it is posted."""

    gross: Decimal
    net: Decimal
    rate: Decimal
    vat_type_id: int
    vat_code: str
    account: int


class Sale(NamedTuple):
    """What is posted on one account with one VAT code."""

    account: int
    vat_type_id: int
    vat_code: str
    gross: Decimal
    net: Decimal

    @property
    def vat(self) -> Decimal:
        """The VAT."""
        return self.gross - self.net


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """A line's unit price with and without VAT, the one from the other."""

    with_vat: Decimal
    without_vat: Decimal

    @classmethod
    def of_gross(cls, price: Decimal, rate: Decimal) -> UnitPrice:
        """From a price with VAT; `rate` in per cent."""
        return cls(price, price / (1 + rate / HUNDRED))

    @classmethod
    def of_net(cls, price: Decimal, rate: Decimal) -> UnitPrice:
        """From a price without VAT; `rate` in per cent."""
        return cls(price * (1 + rate / HUNDRED), price)


def line_amounts(
    count: Decimal, price: UnitPrice, discount: Decimal, rate: Decimal, *, with_vat: bool
) -> tuple[Decimal, Decimal]:
    """A line's gross and net: count x unit price x (1 - discount/100), to two decimals."""
    share = count * (1 - discount / HUNDRED)
    gross = to_cents(share * price.with_vat)
    net = gross / (1 + rate / HUNDRED) if with_vat else share * price.without_vat
    return gross, to_cents(net)


def sales(lines: Iterable[Line], rounding: VatRounding) -> list[Sale]:
    """The lines gathered by account and VAT code, VAT rounded per line or per rate."""
    lines = list(lines)
    gathered: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        gathered.setdefault((line.account, line.vat_type_id), []).append(line)
    found = [_sale(group, rounding) for group in gathered.values()]
    return [sale for sale in found if sale.gross or sale.net]


def _sale(lines: list[Line], rounding: VatRounding) -> Sale:
    first = lines[0]
    gross = sum((line.gross for line in lines), Decimal(0))
    net = sum((line.net for line in lines), Decimal(0))
    if rounding == "rate":
        net = to_cents(gross / (1 + first.rate / HUNDRED))
    return Sale(first.account, first.vat_type_id, first.vat_code, gross, net)
