"""Matching a credit note with the invoice that it credits."""

from __future__ import annotations

from tripletex_wizard.practice.tripletex.blanks import ZERO
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.chart import RATES
from tripletex_wizard.practice.tripletex.drafts import outstanding
from tripletex_wizard.practice.tripletex.store import Record


def settle_credit(books: Books, credit: Record, original_id: int) -> Record:
    """Match a credit note with its invoice; what stays open, and where, is a switch [UNV]."""
    original = books.store.get("invoice", original_id)
    amount = -credit["amountCurrency"]
    matched = amount
    if books.switches["credit_of_paid"] == "credit_note":
        matched = min(max(original["amountCurrencyOutstanding"], ZERO), amount)
    rate = RATES[credit["currency"].id]
    left = original["amountCurrencyOutstanding"] - matched
    books.store.change("invoice", original_id, {"isCredited": True, **outstanding(left, rate)})
    return books.store.change("invoice", credit["id"], outstanding(matched - amount, rate))
