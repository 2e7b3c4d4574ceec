"""Order totals without VAT, for a shop that adds its VAT rows to them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tripletex_wizard.practice.mystore.document import Resource
from tripletex_wizard.practice.mystore.shop import Shop

FOUR_DECIMALS = Decimal("0.0001")
ZERO = Decimal(0)
GOODS = "ot_subtotal"
TAX = "ot_tax"
PAID = "ot_total"
KEPT = (TAX, PAID, "ot_gv", "ot_rounding")  # VAT itself, and what carries none
CHARGES = ("ot_shipping", "ot_payment_fee")
CHARGE_FACTOR = Decimal("1.25")


def without_vat(total: Resource, order: Resource, shop: Shop) -> str:
    """The row's value so that all rows but the last sum to `ot_total`, VAT rows included.

    Charges carry 25 %, discounts the same share of VAT as the order has, and the subtotal takes
    what is left. An order without VAT rows is the same either way.
    """
    rows = shop.related(order, "order-totals")
    if _kind(total) != GOODS:
        return _text(_net(total, rows))
    others = [row for row in rows if _kind(row) not in (GOODS, PAID)]
    paid = sum((_value(row) for row in rows if _kind(row) == PAID), ZERO)
    return _text(paid - sum((_net(row, rows) for row in others), ZERO))


def _net(row: Resource, rows: list[Resource]) -> Decimal:
    vat = sum((_value(each) for each in rows if _kind(each) == TAX), ZERO)
    gross = sum((_value(each) for each in rows if _kind(each) not in KEPT), ZERO)
    if not vat or not gross or _kind(row) in KEPT:
        return _value(row)
    net = _value(row) / CHARGE_FACTOR
    if _kind(row) not in CHARGES:
        net = _value(row) * (1 - vat / gross)
    return net.quantize(FOUR_DECIMALS, ROUND_HALF_UP)


def _kind(row: Resource) -> object:
    return row["attributes"].get("class")


def _value(row: Resource) -> Decimal:
    value: Any = row["attributes"].get("value")
    return Decimal(str(value)) if value else ZERO


def _text(value: Decimal) -> str:
    return str(value.quantize(FOUR_DECIMALS, ROUND_HALF_UP))
