"""Articles with 0 % VAT in the shop's orders, as far as a reason is needed (rule 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import method_of
from tripletex_wizard.domain.vat import is_export


@dataclass(frozen=True, slots=True)
class ZeroRated:
    """How many `orders` of a payment method have just these `articles` with 0 % VAT.

    An article without a number is an empty one. What goes abroad needs no reason, and is not
    among them.
    """

    method: str
    articles: tuple[str, ...]
    orders: int


def zero_rated(orders: Iterable[Order]) -> tuple[ZeroRated, ...]:
    """The articles with 0 % VAT of domestic orders, the most frequent first."""
    counts = Counter(
        (method_of(order), articles)
        for order in orders
        if not is_export(order.delivery)
        if (articles := tuple(sorted({row.sku for row in order.lines if not row.vat_rate})))
    )
    return tuple(ZeroRated(*of, count) for of, count in counts.most_common())
