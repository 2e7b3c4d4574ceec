"""What live checks found, put into the draft, with what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tripletex_wizard.domain.draft import (
    MethodChoice,
    Posting,
    SetupDraft,
    ShopFound,
    TripletexFound,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import Environment, TransferRules
from tripletex_wizard.domain.suggest import with_suggestion
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.domain.zero_rated import ZeroRated

PRACTISED = timedelta(days=30)
COMPLETED_WORDS = ("sendt", "fullført", "ferdig", "levert", "completed", "shipped")


@dataclass(frozen=True, slots=True)
class MethodUse:
    """A method of the shop; `orders` and `amount` (of those in NOK) are recent ones."""

    method: str
    label: str
    orders: int
    amount: Money


@dataclass(frozen=True, slots=True)
class MethodsFound:
    """The methods that the shop lists, and those that recent orders were paid by.

    `zero_rated` are articles with 0 % VAT in the same orders.
    """

    uses: tuple[MethodUse, ...]
    zero_rated: tuple[ZeroRated, ...] = ()


Found = TripletexFound | ShopFound | MethodsFound | Trial


def with_found(draft: SetupDraft, found: Found, *, today: date) -> SetupDraft:
    """The draft with what a check found for the draft's inputs as they stand."""
    if isinstance(found, TripletexFound):
        return replace(draft, tripletex=found)
    if isinstance(found, ShopFound):
        rules = rules_for(draft.rules, found.statuses, _first_day(draft.environment, today))
        return replace(draft, shop=found, rules=rules)
    if isinstance(found, MethodsFound):
        return replace(_with_methods(draft, found.uses), zero_rated=found.zero_rated)
    seen = draft.trial_inputs if found.order else draft.trial_seen
    return replace(draft, trial=found, trial_seen=seen)


def _first_day(environment: Environment, today: date) -> date:
    """Orders before today are in the books already, but for those of the made-up shop."""
    return today - PRACTISED if environment is Environment.PRACTICE else today


def rules_for(
    rules: TransferRules | None, statuses: Iterable[OrderStatus], first_day: date
) -> TransferRules:
    """The rules with statuses that the shop has; by default orders count from `first_day`.

    Those are preselected whose names say that the order is done (specification: «Sendt»).
    """
    offered = tuple(statuses)
    if rules and rules.completed_statuses and set(rules.completed_statuses) <= set(offered):
        return rules
    completed = tuple(row for row in offered if _says_completed(row.name))
    if rules is None:
        return TransferRules(completed_statuses=completed, start_date=first_day)
    return replace(rules, completed_statuses=completed)


def _says_completed(name: str) -> bool:
    return any(word in name.casefold() for word in COMPLETED_WORDS)


def _with_methods(draft: SetupDraft, uses: Iterable[MethodUse]) -> SetupDraft:
    """Decided rows stay as they are and in their place; new methods come with a suggestion."""
    found = {use.method: use for use in uses}
    known = {row.method for row in draft.methods}
    new = sorted(
        (use for use in found.values() if use.method not in known),
        key=lambda use: (-use.orders, use.label.casefold()),
    )
    types = draft.tripletex.payment_types if draft.tripletex else ()
    visible = {row.id for row in types}
    rows = (
        *(_counted(_still_possible(row, visible), found.get(row.method)) for row in draft.methods),
        *(_counted(MethodChoice(use.method, use.label), use) for use in new),
    )
    methods = tuple(with_suggestion(row, types) for row in rows)
    read = replace(draft.with_methods(methods), methods_for=draft.opened)
    return read if read.is_confirmed else replace(read, confirmation=None)


def _still_possible(row: MethodChoice, visible: set[int]) -> MethodChoice:
    """A choice of a payment type that is no longer there has to be made again."""
    if row.posting is Posting.PAYMENT_TYPE and row.payment_type_id not in visible:
        return replace(row, posting=Posting.UNDECIDED, payment_type_id=None, accepted=False)
    return row


def _counted(row: MethodChoice, use: MethodUse | None) -> MethodChoice:
    if use is None:
        return replace(row, orders=0, amount=Money(0))
    return replace(row, orders=use.orders, amount=use.amount)
