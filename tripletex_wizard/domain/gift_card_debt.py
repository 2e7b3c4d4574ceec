"""The account of gift cards: a debt that was sold comes before its use (accounting.md D8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import GiftCardDebt, PlannedPayment, PostingPlan

BOOKS_CURRENCY = "NOK"


def gift_card_debt(
    payment_type_id: int | None,
    payments: Iterable[PlannedPayment],
    lines: Sequence[PlannedLine],
    facts: LedgerFacts,
) -> GiftCardDebt | None:
    """What an order that is booked moves on the account of the payment type of gift cards.

    None where no balance of that account is known, or the type or the order is in another currency.
    """
    if any(line.gross.currency != BOOKS_CURRENCY for line in lines):
        return None
    found = facts.payment_type(payment_type_id) if payment_type_id is not None else None
    if found is None or found.account is None or found.currency != BOOKS_CURRENCY:
        return None
    number = found.account.number
    balance = facts.balances.get(number)
    if balance is None:
        return None
    used = (row.amount for row in payments if row.payment_type_id == payment_type_id)
    sold = (
        line.gross
        for line in lines
        if line.product and line.product.account and line.product.account.number == number
    )
    zero = BOOKS_CURRENCY
    return GiftCardDebt(number, -balance, Money.sum(sold, zero), Money.sum(used, zero))


def debit_notes(debt: GiftCardDebt | None) -> tuple[Problem, ...]:
    """That the gift cards of an order bring their account into debit, if they do."""
    if debt is None or debt.used.ore <= 0 or debt.left.ore >= 0:
        return ()
    told = Problem(
        Code.GIFT_CARDS_IN_DEBIT,
        account=debt.account,
        stands=debt.stands,
        amount=debt.used,
        debit=-debt.left,
    )
    return (told,)


def moved_by(plan: PostingPlan) -> GiftCardDebt | None:
    """What is moved when the plan is booked: money that is not paid back goes to no card."""
    debt = plan.gift_card_debt
    if debt is None or plan.refund is None or plan.is_refunded:
        return debt
    return replace(debt, used=Money(0, BOOKS_CURRENCY))


def with_posted(facts: LedgerFacts, debt: GiftCardDebt) -> LedgerFacts:
    """The facts after an order that moves `debt` was booked."""
    moved = facts.balances[debt.account] + debt.used - debt.sold
    return replace(facts, balances={**facts.balances, debt.account: moved})


def retold(notes: Sequence[Problem], now: Sequence[Problem]) -> tuple[Problem, ...]:
    """`notes` with what `now` says of gift cards in debit in the place of what they said."""
    others = (note for note in notes if note.code is not Code.GIFT_CARDS_IN_DEBIT)
    return (*others, *(note for note in now if note.code is Code.GIFT_CARDS_IN_DEBIT))


def without_gift_cards(plan: PostingPlan) -> PostingPlan:
    """The plan of an invoice that no gift card is registered on: it uses none of the debt."""
    debt = plan.gift_card_debt
    if debt is None:
        return plan
    unused = replace(debt, used=Money(0, BOOKS_CURRENCY))
    return replace(plan, notes=retold(plan.notes, ()), gift_card_debt=unused)


@dataclass
class GiftCardsInTurn:
    """Orders that are booked one after the other: each finds what those before it have left."""

    _left: dict[int, Money] = field(default_factory=dict)

    def told(self, plan: PostingPlan) -> PostingPlan:
        """The next plan, with the note that its gift cards give after all plans before it."""
        debt = moved_by(plan)
        if debt is None:
            return plan
        debt = replace(debt, stands=self._left.get(debt.account, debt.stands))
        self._left[debt.account] = debt.left
        return replace(plan, notes=retold(plan.notes, debit_notes(debt)), gift_card_debt=debt)
