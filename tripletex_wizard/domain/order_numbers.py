"""How an order in Tripletex is known as ours: its number, and what it says of itself."""

from __future__ import annotations

import re

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import (
    LedgerOrder,
)
from tripletex_wizard.domain.money import Money

COMMENT_START = "Mystore-ordre "
CREDITS_START = "Kreditnota til faktura "


def internal_comment(order_number: str, shop: str) -> str:
    """How the program knows an order in Tripletex as its own.

    It names the shop, not the profile: two PCs may call the profile for one shop differently.
    """
    return f"{COMMENT_START}{order_number} ({shop})"


def numbered(order_number: str, round_: int) -> str:
    """The order number in a round: 10457, then 10457-2 (accounting.md rule 22)."""
    return f"{order_number}-{round_}" if round_ > 1 else order_number


def is_ours(comment: str, shop: str) -> bool:
    """Whether an order in Tripletex with this `internalComment` came from `shop` through us."""
    return comment.startswith(COMMENT_START) and f"({shop})" in comment


def shop_number_in(comment: str, shop: str) -> str:
    """The shop's order number in the `internalComment` of an order of ours, in whatever round.

    Empty when the order is not one of ours.
    """
    found = re.match(rf"{COMMENT_START}(\S+?)(-\d+)? \({re.escape(shop)}\)", comment)
    return found[1] if found else ""


def credit_order_in(comment: str) -> str:
    """The number, with its round, of the credit order that a credit note of ours was made for.

    Empty when its `comment` has no mark of ours.
    """
    found = re.search(rf"{COMMENT_START}(\S+) \(", comment)
    return found[1] if found else ""


def invoice_credited_in(comment: str) -> int | None:
    """The number of the invoice that an order in Tripletex says that it credits; None for none."""
    found = re.search(rf"{CREDITS_START}(\d+)", comment)
    return int(found[1]) if found else None


def number_taken(order: LedgerOrder, ours: Money | None) -> Problem:
    """That `order`, which is not ours, has the number; `ours` is what our order comes to."""
    return Problem(
        Code.NUMBER_TAKEN,
        number=order.number,
        ours=ours,
        theirs=order.total,
        comment=order.internal_comment,
    )
