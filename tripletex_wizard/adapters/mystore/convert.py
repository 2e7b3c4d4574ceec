"""Mystore's resources as domain values: read exactly, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from tripletex_wizard.adapters.mystore.attributes import Attributes, Unreadable
from tripletex_wizard.adapters.mystore.customers import to_customer, to_delivery
from tripletex_wizard.adapters.mystore.totals import to_totals
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Order, OrderStatus, ShopLine, UnreadableOrder

SKU = ("sku", "model", "product_sku")
PRICE = ("price", "final_price", "unit_price")
TAX = ("tax", "tax_rate", "vat", "tax_percent")
QUANTITY = ("quantity", "qty")
REFERENCE = ("customer_reference", "reference", "purchase_order")
HIGHEST_RATE = 100

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class OrderParts:
    """An order with the resources that belong to it; None is what the shop would not give."""

    order: Resource
    lines: tuple[Resource, ...] | None
    totals: tuple[Resource, ...] | None
    customer: Resource | None
    status: Resource | None


def to_order(parts: OrderParts) -> Order | UnreadableOrder:
    """The order, or the attribute that stopped its reading."""
    try:
        return _order(parts)
    except Unreadable as reason:
        return UnreadableOrder(parts.order.id, reason.problem)


def to_status(status: Resource) -> OrderStatus:
    """An order status; a name that cannot be read is left blank, since ids decide."""
    try:
        return OrderStatus(status.id, Attributes(status).text("name"))
    except Unreadable:
        return OrderStatus(status.id, "")


def _order(parts: OrderParts) -> Order:
    order = Attributes(parts.order)
    currency = _currency(order)
    return Order(
        number=parts.order.id,
        created_at=order.needed_moment("created_at"),
        finished_at=order.moment("finished_at"),
        updated_at=order.moment("updated_at"),
        status=_status(parts),
        payment_module=_payment_module(order),
        payment_method=order.text("payment_method"),
        currency=currency,
        customer=to_customer(order, parts.order.one("customer"), parts.customer),
        delivery=to_delivery(order),
        lines=_lines(parts),
        totals=to_totals(_needed("order-totals", parts.totals), currency),
        reference=order.first_text(*REFERENCE),
    )


def _lines(parts: OrderParts) -> tuple[ShopLine, ...]:
    lines = _needed("order-products", parts.lines)
    if not lines:
        raise Unreadable(Problem(Code.ORDER_WITHOUT_LINES))
    return tuple(_line(Attributes(line)) for line in lines)


def _line(line: Attributes) -> ShopLine:
    sku = line.text(*SKU)
    return ShopLine(
        sku=sku,
        name=line.text("name") if sku else line.needed_text("name"),
        quantity=line.number(*QUANTITY),
        price=line.number(*PRICE),
        vat_rate=_rate(line),
    )


def _rate(line: Attributes) -> Decimal:
    rate = line.number(*TAX)
    if not 0 <= rate <= HIGHEST_RATE:
        name = next(name for name in TAX if line.has(name))
        raise line.unreadable(name)
    return rate


def _currency(order: Attributes) -> str:
    currency = order.needed_text("currency").upper()
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise order.unreadable("currency")
    return currency


def _payment_module(order: Attributes) -> str:
    """Blank is a fact, as on an order of 0,00; a hidden one could be the cash register's."""
    if not order.has("payment_module"):
        return order.needed_text("payment_module")
    return order.text("payment_module")


def _status(parts: OrderParts) -> OrderStatus:
    if parts.status:
        return to_status(parts.status)
    reference = _needed("order-status", parts.order.one("order-status"))
    return OrderStatus(reference.id, "")


def _needed(name: str, found: Found | None) -> Found:
    if found is None:
        raise Unreadable(Problem(Code.ATTRIBUTE_MISSING, attribute=name))
    return found
