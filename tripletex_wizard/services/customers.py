"""Finds or makes the Tripletex customer of an order, one card per shop customer."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripletex_wizard.domain.errors import (
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    Problem,
)
from tripletex_wizard.domain.ledger import LedgerCustomer, LedgerFacts
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.posting import PostingPlan
from tripletex_wizard.domain.profile import TransferRules
from tripletex_wizard.domain.transfer import Step, StepFacts
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.steps import Steps

LONGEST_NAME = 255  # [S-old]


@dataclass
class CustomerBook:
    """The customers of one batch. Lists in Tripletex may lag, so it remembers what it made."""

    ledger: Ledger
    rules: TransferRules
    facts: LedgerFacts
    _made: dict[str, LedgerCustomer] = field(default_factory=dict)

    def customer_for(self, plan: PostingPlan, steps: Steps) -> LedgerCustomer:
        """The card to book `plan` on; made or brought up to date when needed.

        Raises OrderStopped when the card cannot be told for sure, OrderUncertain when an earlier
        attempt may have made a card that cannot be found.
        """
        found = self._made.get(self._key(plan.customer)) or self._find(plan)
        if found is None:
            self._require_no_lost_card(plan, steps)
            found = self._create(plan, steps)
        steps.settle(Step.CUSTOMER, _facts_of(found))
        if self._may_overwrite and _is_outdated(found, plan.customer):
            found = self._update(found, plan, steps)
        if found.is_factoring and plan.payments:
            raise OrderStopped(Problem(Code.CUSTOMER_FACTORING, name=found.name))
        self._made[self._key(plan.customer)] = found
        return found

    @property
    def _may_overwrite(self) -> bool:
        """A card found by organisation number may be shared: a department never renames it."""
        return not (self.rules.keep_customer or self.rules.search_customer)

    def _key(self, customer: ShopCustomer) -> str:
        if self.rules.search_customer and customer.organization_number:
            return f"organisation {customer.organization_number}"
        if customer.number is not None:
            return f"number {customer.number}"
        return f"guest {_folded(customer.name)} {_folded(customer.email)} {customer.address.street}"

    def _find(self, plan: PostingPlan) -> LedgerCustomer | None:
        customer = plan.customer
        if self.rules.search_customer or customer.number is None:
            return self._search(plan)
        cards = self.ledger.customers_with_number(customer.number)
        if not cards:
            return None
        card = _the_only(cards, customer.name)
        if not _is_same(card, plan):
            raise OrderStopped(
                Problem(
                    Code.CUSTOMER_NUMBER_TAKEN,
                    number=customer.number,
                    theirs=card.name,
                    ours=customer.name,
                )
            )
        return card

    def _search(self, plan: PostingPlan) -> LedgerCustomer | None:
        """By organisation number, then by e-mail and name («Søk etter kunde», and guests)."""
        customer = plan.customer
        if customer.organization_number:
            cards = self.ledger.customers_with_organization_number(customer.organization_number)
            if cards:
                return _the_only(cards, customer.name)
        if not customer.email:
            return None
        cards = tuple(
            card
            for card in self.ledger.customers_with_email(customer.email)
            if _folded(card.name) == _folded(customer.name[:LONGEST_NAME])
        )
        return _the_only(cards, customer.name) if cards else None

    def _require_no_lost_card(self, plan: PostingPlan, steps: Steps) -> None:
        """A card without a number of ours is never posted again by itself."""
        lost = steps.progress().open_step
        if lost and lost.step is Step.CUSTOMER and lost.facts.customer_number is None:
            raise OrderUncertain(Problem(Code.CUSTOMER_UNCERTAIN, name=plan.customer.name))

    def _create(self, plan: PostingPlan, steps: Steps) -> LedgerCustomer:
        number = None if self.rules.search_customer else plan.customer.number
        try:
            return steps.send(
                Step.CUSTOMER,
                StepFacts(customer_number=number),
                lambda: self.ledger.create_customer(plan, self.facts, number=number),
                _facts_of,
            )
        except OrderRejected as refused:
            if refused.problem.code is not Code.CUSTOMER_NUMBER_TAKEN:
                raise
            found = self._find(plan)
            if found is None:
                raise
            return found

    def _update(self, card: LedgerCustomer, plan: PostingPlan, steps: Steps) -> LedgerCustomer:
        return steps.send(
            Step.CUSTOMER,
            _facts_of(card),
            lambda: self.ledger.update_customer(card, plan, self.facts),
            _facts_of,
        )


def _facts_of(card: LedgerCustomer) -> StepFacts:
    return StepFacts(customer_id=card.id, customer_number=card.number)


def _the_only(cards: tuple[LedgerCustomer, ...], name: str) -> LedgerCustomer:
    if len(cards) > 1:
        raise OrderStopped(Problem(Code.CUSTOMER_AMBIGUOUS, name=name, count=len(cards)))
    return cards[0]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_same(card: LedgerCustomer, plan: PostingPlan) -> bool:
    """Whether the card with the shop's customer number is this customer and not a namesake.

    Numbers collide when the start value in Tripletex is low (the specification's «Unngå konflikt
    med kundenummer»), so one more thing must agree.
    """
    customer = plan.customer
    pairs = (
        (card.name, customer.name[:LONGEST_NAME]),
        (card.email, customer.email),
        (card.organization_number, customer.organization_number),
    )
    return any(theirs and _folded(theirs) == _folded(ours) for theirs, ours in pairs)


def _is_outdated(card: LedgerCustomer, customer: ShopCustomer) -> bool:
    """Whether the shop knows a newer name or e-mail address than the card has."""
    newer_email = customer.usable_email and card.email != customer.usable_email
    return card.name != customer.name[:LONGEST_NAME] or bool(newer_email)
