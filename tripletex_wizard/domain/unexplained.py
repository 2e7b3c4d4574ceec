"""Which orders will be stopped because nobody has said why an article has 0 % VAT."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tripletex_wizard.domain.draft import Posting, SetupDraft
from tripletex_wizard.domain.prerequisites import Finding

_REGISTERED = (Finding.VAT_CODES_ACTIVE, Finding.VAT_CODES_MISSING)


@dataclass(frozen=True, slots=True)
class Unexplained:
    """So many orders, and their articles without a reason: those of most orders first.

    An article without a number, which no reason can be given for, is an empty one at the end.
    """

    orders: int = 0
    articles: tuple[str, ...] = ()


def unexplained(draft: SetupDraft) -> Unexplained:
    """Of the orders that were read for step 4; those of methods that are left out stay away.

    A gift card is stopped for another reason (rule 7). Only a company that is registered for VAT
    needs reasons; nothing is said while the board does not tell whether it is.
    """
    if draft.rules is None or not draft.methods_read:
        return Unexplained()
    if not any(row.finding in _REGISTERED for row in draft.board):
        return Unexplained()
    vat = draft.rules.vat
    left_out = {row.method for row in draft.methods if row.posting is Posting.LEFT_OUT}
    orders, counts = 0, Counter[str]()
    for row in draft.zero_rated:
        if row.method in left_out:
            continue
        lacking = [
            sku for sku in row.articles if not vat.zero_code(sku) and not vat.is_gift_card(sku)
        ]
        counts.update(dict.fromkeys(lacking, row.orders))
        orders += row.orders if lacking else 0
    articles = sorted(counts, key=lambda sku: (not sku, -counts[sku], sku))
    return Unexplained(orders, tuple(articles))
