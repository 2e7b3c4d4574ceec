"""Finds or makes the Tripletex customer of an order, one card per shop customer."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field

from tripletex_wizard.domain.errors import (
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    OutcomeUnknown,
    Problem,
)
from tripletex_wizard.domain.ledger import LONGEST_LINE, LedgerCustomer, LedgerFacts
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.profile import TransferRules
from tripletex_wizard.domain.transfer import Progress, Step, StepFacts
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.steps import Steps


@dataclass
class CustomerBook:
    """The customers of one batch. Lists in Tripletex may lag, so it remembers what it made.

    `known_cards` gives the (customer number, card id) pairs that the journal proves to be ours;
    it is asked only when a card is in doubt.
    """

    ledger: Ledger
    rules: TransferRules
    facts: LedgerFacts
    known_cards: Callable[[], Container[tuple[int | None, int | None]]] = tuple
    _made: dict[str, LedgerCustomer] = field(default_factory=dict)
    _lost: set[str] = field(default_factory=set)

    def customer_for(self, plan: PostingPlan, steps: Steps) -> LedgerCustomer:
        """The card to book `plan` on; made or brought up to date when needed.

        Raises OrderStopped when the card cannot be told for sure, OrderUncertain when an earlier
        attempt may have made a card that cannot be found.
        """
        found = self._made.get(self._key(plan.customer)) or self._find(plan)
        found = found or self._made_before(plan, steps)
        if found is None:
            self._require_no_lost_card(plan, steps)
            found = self._create(plan, steps)
        steps.settle(Step.CUSTOMER, _facts_of(found))
        self._made[self._key(plan.customer)] = found
        if self._may_overwrite and _is_outdated(found, plan.customer):
            found = self._update(found, plan, steps)
        if found.is_factoring and plan.payments:
            raise OrderStopped(Problem(Code.CUSTOMER_FACTORING, name=found.name))
        self._made[self._key(plan.customer)] = found
        return found

    def known_card(self, plan: PostingPlan) -> LedgerCustomer | None:
        """The card of the plan's customer, None when there is none; nothing is made or changed.

        Raises OrderStopped when the card cannot be told for sure.
        """
        return self._find(plan)

    def refresh(self, customer: ShopCustomer, facts: LedgerFacts) -> None:
        """Forget what may be stale: `facts` are read anew, and the customer's card is by id.

        Only its own card, for lists may not show yet what was made for the others.
        """
        self.facts = facts
        known = self._made.pop(self._key(customer), None)
        card = self.ledger.customer(known.id) if known else None
        if card:
            self._made[self._key(customer)] = card

    def may_be(self, customer_id: int, plan: PostingPlan) -> bool:
        """Whether an order of ours on this card can be the plan's: no other card has its number."""
        number = plan.customer.number
        if number is None or self.rules.search_customer:
            return True
        cards = self.ledger.customers_with_number(number)
        return not cards or any(card.id == customer_id for card in cards)

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
        if not (is_same_customer(card, plan) or (customer.number, card.id) in self.known_cards()):
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
        """By organisation number, by e-mail and name, then by our own mark on a card.

        For «Søk etter kunde», and for guests, who have no number.
        """
        customer = plan.customer
        if customer.organization_number:
            cards = self.ledger.customers_with_organization_number(customer.organization_number)
            if cards:
                return _the_only(cards, customer.name)
        if customer.usable_email:
            cards = self.ledger.customers_with_email(customer.usable_email)
            named = tuple(card for card in cards if _is_named(card, customer))
        else:
            cards = self.ledger.customers_named(customer.name[:LONGEST_LINE])
            named = tuple(card for card in cards if plan.card_comment in card.description)
        return _the_only(named, customer.name) if named else None

    def _made_before(self, plan: PostingPlan, steps: Steps) -> LedgerCustomer | None:
        """The card that the order was given, read by id: the lists may not show it yet.

        Only a card without a number of ours could be made twice.
        """
        given = _given(steps.progress())
        if given is None or self._number(plan) is not None:
            return None
        assert given.customer_id is not None
        return self.ledger.customer(given.customer_id)

    def _number(self, plan: PostingPlan) -> int | None:
        """The number of ours that a new card gets."""
        return None if self.rules.search_customer else plan.customer.number

    def _require_no_lost_card(self, plan: PostingPlan, steps: Steps) -> None:
        """A card without a number of ours is never posted again by itself."""
        lost = steps.progress().unproved(Step.CUSTOMER)
        of_this_order = lost is not None and lost.facts.customer_number is None
        if of_this_order or self._key(plan.customer) in self._lost:
            raise OrderUncertain(Problem(Code.CUSTOMER_UNCERTAIN, name=plan.customer.name))

    def _create(self, plan: PostingPlan, steps: Steps) -> LedgerCustomer:
        number = self._number(plan)
        try:
            return steps.send(
                Step.CUSTOMER,
                StepFacts(customer_number=number),
                lambda: self.ledger.create_customer(plan, self.facts, number=number),
                _facts_of,
            )
        except OutcomeUnknown:
            if number is None:
                self._lost.add(self._key(plan.customer))
            raise
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


def _given(progress: Progress | None) -> StepFacts | None:
    """The card that an order was given, in this round or in one before."""
    while progress:
        if done := progress.done(Step.CUSTOMER):
            return done.facts
        progress = progress.before
    return None


def _facts_of(card: LedgerCustomer) -> StepFacts:
    return StepFacts(customer_id=card.id, customer_number=card.number)


def _the_only(cards: tuple[LedgerCustomer, ...], name: str) -> LedgerCustomer:
    """The one card; an inactive one counts only when there is no active one."""
    active = tuple(card for card in cards if not card.is_inactive) or cards
    if len(active) > 1:
        raise OrderStopped(Problem(Code.CUSTOMER_AMBIGUOUS, name=name, count=len(active)))
    return active[0]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_named(card: LedgerCustomer, customer: ShopCustomer) -> bool:
    return _folded(card.name) == _folded(customer.name[:LONGEST_LINE])


def is_same_customer(card: LedgerCustomer, plan: PostingPlan) -> bool:
    """Whether the card with the shop's customer number is this customer and not a namesake.

    Numbers collide when the start value in Tripletex is low (the specification's «Unngå konflikt
    med kundenummer»), so one more thing must agree.
    """
    customer = plan.customer
    pairs = (
        (card.email, customer.email),
        (card.organization_number, customer.organization_number),
    )
    return _is_named(card, customer) or any(
        theirs and _folded(theirs) == _folded(ours) for theirs, ours in pairs
    )


def _is_outdated(card: LedgerCustomer, customer: ShopCustomer) -> bool:
    """Whether the shop knows a newer name, e-mail or postal address than the card has."""
    address = customer.address
    pairs = (
        (card.name, customer.name),
        (card.email, customer.usable_email),
        (card.street, address.street),
        (card.postal_code, address.postal_code),
        (card.city, address.city),
    )
    return any(newer and theirs != newer[:LONGEST_LINE] for theirs, newer in pairs)
