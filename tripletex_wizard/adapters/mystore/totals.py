"""What the rows of order-totals mean, by their class (mystore-api.md §4.4, INF)."""

from __future__ import annotations

import re

from tripletex_wizard.adapters.mystore.attributes import Attributes, Unreadable
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import TotalKind, TotalRow

_KINDS = (
    (re.compile(r"ot_subtotal"), TotalKind.SUBTOTAL),
    (re.compile(r"ot_shipping"), TotalKind.SHIPPING),
    (re.compile(r"ot_tax"), TotalKind.TAX),
    (re.compile(r"ot_total"), TotalKind.TOTAL),
    (re.compile(r"ot_coupon|ot_discount.*"), TotalKind.DISCOUNT),
    (re.compile(r"ot_gv|ot_gift.*"), TotalKind.GIFT_CARD),
    (re.compile(r"ot_.+_fee|ot_loworderfee"), TotalKind.PAYMENT_FEE),
    (re.compile(r"ot_rounding"), TotalKind.ROUNDING),
)


def kind_of(shop_class: str) -> TotalKind:
    """The meaning of a class; UNKNOWN for one that is not known, which the domain stops."""
    return next((kind for form, kind in _KINDS if form.fullmatch(shop_class)), TotalKind.UNKNOWN)


def to_totals(rows: tuple[Resource, ...], currency: str) -> tuple[TotalRow, ...]:
    """The rows in the shop's order; Unreadable unless exactly one of them is the total."""
    totals = tuple(_row(Attributes(row), currency) for row in rows)
    count = sum(row.kind is TotalKind.TOTAL for row in totals)
    place = "order-totals.ot_total"
    if count == 0:
        raise Unreadable(Problem(Code.ATTRIBUTE_MISSING, attribute=place))
    if count > 1:
        raise Unreadable(Problem(Code.ATTRIBUTE_UNREADABLE, attribute=place, value=f"{count} x"))
    return totals


def _row(row: Attributes, currency: str) -> TotalRow:
    shop_class = row.needed_text("class")
    return TotalRow(
        kind=kind_of(shop_class.lower()),
        title=row.text("title"),
        amount=Money.rounded(row.number("value"), currency),
        shop_class=shop_class,
    )
