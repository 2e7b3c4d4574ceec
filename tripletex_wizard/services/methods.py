"""Which payment methods a shop has, and how much went through each lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

from tripletex_wizard.domain.found import MethodsFound, MethodUse
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.posting import method_of
from tripletex_wizard.domain.zero_rated import zero_rated
from tripletex_wizard.services.ports import Webshop

PERIOD = timedelta(days=90)
COUNTED_CURRENCY = "NOK"


def methods_in_use(webshop: Webshop, statuses: Sequence[OrderStatus], today: date) -> MethodsFound:
    """What Mystore lists, and what orders of the last 90 days with `statuses` were paid by.

    The articles with 0 % VAT come from the same orders. Klarna Checkout stands in no list of
    Mystore's [V1]. May raise SetupError or RemoteError.
    """
    labels = dict(webshop.payment_methods())
    orders: dict[str, list[Order]] = {method: [] for method in labels}
    for order in webshop.finished_orders(today - PERIOD, [status.id for status in statuses]):
        if isinstance(order, Order):
            method = method_of(order)
            labels.setdefault(method, order.payment_method or method)
            orders.setdefault(method, []).append(order)
    labels = _told_apart(labels)
    uses = tuple(_use(method, labels[method], orders[method]) for method in labels)
    return MethodsFound(uses, zero_rated(chain.from_iterable(orders.values())))


def _told_apart(labels: dict[str, str]) -> dict[str, str]:
    """A card is a «Kort» in the shop and at the till; only one of them is transferred."""
    times = Counter(labels.values())
    return {
        method: f"{label} ({method})" if times[label] > 1 else label
        for method, label in labels.items()
    }


def _use(method: str, label: str, orders: Sequence[Order]) -> MethodUse:
    paid = (_paid(order) for order in orders if order.currency == COUNTED_CURRENCY)
    return MethodUse(method, label, len(orders), Money.sum(paid, COUNTED_CURRENCY))


def _paid(order: Order) -> Money:
    """What the method paid; a wholly given order was paid by its gift cards."""
    return order.total or order.gift_cards
