"""Gift cards that are used: sold ones pay, those given away are discounts (accounting.md D7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.orders.building import (
    CARD,
    GIFT_CARD,
    HIGH,
    MIDDLE,
    TODAY,
    VIPPS,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped, Problem
from tripletex_wizard.domain.gift_card_series import placed
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, ShopLine, TotalKind
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import GiftCardRules, UnplacedSeries

SOLD_CARD = "Gavekort GK-7781"
CAMPAIGN = "Kampanjegavekort HØST"
AS_SET_UP = GiftCardRules()
STOPS = GiftCardRules(unplaced=UnplacedSeries.STOP)


def paid(
    *cards: tuple[str, str],
    total: str,
    lines: Sequence[ShopLine] = (a_line("890.00"),),
    method: str = "vipps",
) -> Order:
    rows = [a_row(TotalKind.GIFT_CARD, amount, title) for title, amount in cards]
    return an_order(lines=lines, rows=rows, total=total, method=method)


def planned(order: Order, rules: GiftCardRules = AS_SET_UP) -> PostingPlan:
    profile = a_profile(replace(transfer_rules(), gift_cards=rules))
    order = placed(order, rules)
    return plan_posting(order, profile, company_facts(), today=TODAY, choice=Choice())


def stops(order: Order, rules: GiftCardRules = AS_SET_UP) -> tuple[Problem, ...]:
    with pytest.raises(OrderStopped) as stopped:
        planned(order, rules)
    assert not isinstance(stopped.value, OrderSkipped)
    return stopped.value.problems


@pytest.mark.parametrize("title", [SOLD_CARD, "Gavekort", "Tilgodelapp 17"])
def test_a_card_is_a_payment_unless_its_name_tells_of_a_gift(title: str) -> None:
    plan = planned(paid((title, "-500.00"), total="390.00"))
    assert plan.payments == (
        PlannedPayment(GIFT_CARD.id, Money(50000)),
        PlannedPayment(VIPPS.id, Money(39000)),
    )
    assert plan.total == Money(89000)


@pytest.mark.parametrize(
    "title",
    [CAMPAIGN, "BONUSPOENG", "Bonus 2026", "Promo-kort", "Velkomstgave", "Loyalty points"],
)
def test_a_card_whose_name_tells_of_a_gift_is_stopped_until_it_is_placed(title: str) -> None:
    assert stops(paid((title, "-500.00"), total="390.00")) == (
        Problem(Code.GIFT_CARD_SERIES_UNPLACED, title=title, amount=Money(50000)),
    )


def test_the_profile_may_stop_every_series_that_is_not_placed() -> None:
    order = paid((SOLD_CARD, "-500.00"), ("GK-2", "-10.00"), total="380.00")
    assert stops(order, STOPS) == (
        Problem(Code.GIFT_CARD_SERIES_UNPLACED, title=SOLD_CARD, amount=Money(50000)),
        Problem(Code.GIFT_CARD_SERIES_UNPLACED, title="GK-2", amount=Money(1000)),
    )
    as_payment = replace(STOPS, payments=("gavekort gk-*", "GK-?"))
    assert planned(order, as_payment).payments[0] == PlannedPayment(GIFT_CARD.id, Money(51000))


def test_a_row_of_nothing_stops_no_order() -> None:
    assert planned(paid((CAMPAIGN, "0.00"), total="890.00"), STOPS).total == Money(89000)


def test_a_card_that_was_given_away_is_a_discount_and_takes_nothing_from_the_debt() -> None:
    """890,00 less 500,00: 390,00 with 25 % is 312,00 and 78,00 VAT."""
    rules = GiftCardRules(discounts=("kampanje*",))
    plan = planned(paid((CAMPAIGN, "-500.00"), total="390.00"), rules)
    assert plan.payments == (PlannedPayment(VIPPS.id, Money(39000)),)
    assert [(line.description, line.gross.ore, line.vat) for line in plan.lines] == [
        ("Saga 111", 89000, HIGH),
        (CAMPAIGN, -50000, HIGH),
    ]
    assert plan.total == Money(39000)
    assert sum(line.vat_amount.ore for line in plan.lines) == 7800


def test_it_is_spread_over_the_codes_of_the_goods_by_gross() -> None:
    """100,00 over 178,00 at 25 % and 140,00 at 15 %: 55,97 and 44,03 (178/318 is 55,974...)."""
    goods = (a_line("178.00"), a_line("140.00", rate="15", sku="SJO"))
    rules = GiftCardRules(discounts=("Bonus*",))
    plan = planned(paid(("Bonuspoeng", "-100.00"), total="218.00", lines=goods), rules)
    assert [(line.gross.ore, line.vat) for line in plan.lines[2:]] == [
        (-5597, HIGH),
        (-4403, MIDDLE),
    ]


def test_a_discount_and_a_payment_may_stand_on_one_order() -> None:
    rules = GiftCardRules(discounts=("Bonus*",))
    order = paid(("Bonus", "-90.00"), (SOLD_CARD, "-500.00"), total="300.00", method="card")
    plan = planned(order, rules)
    assert plan.payments == (
        PlannedPayment(GIFT_CARD.id, Money(50000)),
        PlannedPayment(CARD.id, Money(30000)),
    )
    assert plan.total == Money(80000)


def test_all_given_away_is_an_order_of_nothing() -> None:
    rules = GiftCardRules(discounts=("Bonus",))
    with pytest.raises(OrderSkipped):
        planned(paid(("Bonus", "-890.00"), total="0.00"), rules)


def test_vat_that_the_shop_stated_without_the_discount_stops_the_order() -> None:
    """The customer was told of 178,00 in VAT, and 78,00 would be posted (mval. § 11-4)."""
    order = paid((CAMPAIGN, "-500.00"), total="390.00")
    order = replace(order, totals=(*order.totals, a_row(TotalKind.TAX, "178.00", "MVA 25%")))
    (problem,) = stops(order, GiftCardRules(discounts=("kampanje*",)))
    assert problem.code is Code.VAT_DIFFERS_AT_RATE


def test_what_is_a_discount_and_a_payment_is_a_discount() -> None:
    rules = GiftCardRules(discounts=("*",), payments=("*",))
    assert planned(paid((SOLD_CARD, "-500.00"), total="390.00"), rules).total == Money(39000)


@pytest.mark.parametrize("payments", [(), ("GK-*",)])
def test_a_card_that_was_given_away_is_no_payment_where_the_order_was_placed_otherwise(
    payments: tuple[str, ...],
) -> None:
    rules = GiftCardRules(discounts=("GK-7*",), payments=payments)
    profile = a_profile(replace(transfer_rules(), gift_cards=rules))
    order = paid(("GK-7781", "-500.00"), total="390.00")
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(order, profile, company_facts(), today=TODAY, choice=Choice())
    unplaced = Problem(Code.GIFT_CARD_SERIES_UNPLACED, title="GK-7781", amount=Money(50000))
    assert stopped.value.problems == (unplaced,)


def test_nothing_but_the_cards_that_were_given_away_is_changed() -> None:
    order = paid((CAMPAIGN, "-1.00"), (SOLD_CARD, "-2.00"), total="887.00")
    order = replace(order, totals=(*order.totals, a_row(TotalKind.SHIPPING, "0.00", CAMPAIGN)))
    assert placed(order, AS_SET_UP) is order
    changed = placed(order, GiftCardRules(discounts=("Kampanje*",)))
    assert [row.kind for row in changed.totals] == [
        TotalKind.DISCOUNT,
        TotalKind.GIFT_CARD,
        TotalKind.TOTAL,
        TotalKind.SHIPPING,
    ]
    assert placed(changed, GiftCardRules(discounts=("Kampanje*",))) is changed
    assert (changed.sale, changed.gift_cards) == (Money(88900), Money(200))
    assert changed.lines == order.lines
