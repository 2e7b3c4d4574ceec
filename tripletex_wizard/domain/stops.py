"""What stops an order whatever its lines are: who bought, when, and for what sum."""

from __future__ import annotations

from datetime import date

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.orders import Order, ShopCustomer

NOBODY = {"gjest", "guest"}


def stops(
    order: Order, facts: LedgerFacts, today: date, undatable: Problem | None = None
) -> list[Problem]:
    """Every reason that no posting can be made of `order` on `today` (a day in Norway).

    `undatable` is why its invoice could have no date.
    """
    delivered = order.finished_on
    checks = (
        (delivered is None, Problem(Code.NOT_DELIVERED)),
        (
            delivered is not None and delivered > today,
            Problem(Code.FINISHED_IN_FUTURE, delivered=delivered),
        ),
        (
            order.is_credit and bool(order.gift_cards),
            Problem(Code.CREDIT_WITH_GIFT_CARD, gift_card=order.gift_cards),
        ),
        (
            order.sale.ore >= 0 > order.total.ore,
            Problem(Code.GIFT_CARD_EXCEEDS_SALE, gift_card=order.gift_cards, sale=order.sale),
        ),
        (not _has_name_and_address(order.customer), Problem(Code.CUSTOMER_WITHOUT_NAME)),
        (undatable is not None, undatable),
        (
            order.currency not in facts.currencies,
            Problem(Code.CURRENCY_UNKNOWN, currency=order.currency),
        ),
        *(
            (country not in facts.countries, Problem(Code.COUNTRY_UNKNOWN, country=country))
            for country in (order.customer.address.country, order.delivery.country)
        ),
    )
    return [problem for fails, problem in checks if fails and problem]


def _has_name_and_address(customer: ShopCustomer) -> bool:
    """What a sales document demands of the buyer; a bare «Gjest» is no name (rule 17)."""
    words = set(customer.name.casefold().split())
    return bool(words - NOBODY and customer.address.street and customer.address.city)
