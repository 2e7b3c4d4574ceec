"""Gift cards that are used: those that were sold pay, those that were given away are discounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Order, TotalKind, TotalRow
from tripletex_wizard.domain.profile import GiftCardRules, UnplacedSeries

GIVEN_AWAY = re.compile(
    r"bonus|kampanje|campaign|promo|poeng|points|velkomst|rabatt", re.IGNORECASE
)


def placed(order: Order, rules: GiftCardRules) -> Order:
    """The order where cards that were never sold are discounts on its goods (D7, mval. § 4-2)."""
    totals = tuple(_placed(row, rules) for row in order.totals)
    return order if totals == order.totals else replace(order, totals=totals)


def _placed(row: TotalRow, rules: GiftCardRules) -> TotalRow:
    if row.kind is TotalKind.GIFT_CARD and rules.is_discount(row.title):
        return replace(row, kind=TotalKind.DISCOUNT)
    return row


def unplaced(order: Order, rules: GiftCardRules) -> Iterator[Problem]:
    """The cards of a `placed` order of which a person must say whether they were sold.

    One that was placed by other rules than these, or not at all, is never taken for a payment.
    """
    for row in order.rows(TotalKind.GIFT_CARD):
        must_stop = rules.unplaced is UnplacedSeries.STOP or GIVEN_AWAY.search(row.title)
        is_unsaid = must_stop and not rules.is_payment(row.title)
        if row.amount and (is_unsaid or rules.is_discount(row.title)):
            yield Problem(Code.GIFT_CARD_SERIES_UNPLACED, title=row.title, amount=-row.amount)
