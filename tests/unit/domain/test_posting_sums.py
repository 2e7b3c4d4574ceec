from __future__ import annotations

from tests.orders.building import GIFT_CARD, TODAY, VIPPS, a_profile, a_row, an_order, company_facts
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.posting_sums import Movement, PaymentSum, movements, payment_sums
from tripletex_wizard.domain.postings import PostedAccount

TYPES = company_facts().payment_types


def planned(*orders: Order) -> list[PostingPlan]:
    profile, facts = a_profile(), company_facts()
    return [plan_posting(order, profile, facts, today=TODAY, choice=Choice()) for order in orders]


def test_debit_and_credit_are_summed_per_account_in_the_order_of_the_chart() -> None:
    plans = planned(an_order("1"), an_order("2"), an_order("3", method="invoice"))
    assert movements(plans, TYPES) == (
        Movement(PostedAccount(1500), Money(26700), Money(17800)),
        Movement(PostedAccount(1902, "Vipps"), Money(17800), Money(0)),
        Movement(PostedAccount(2700, is_assumed=True), Money(0), Money(5340)),
        Movement(PostedAccount(3000, is_assumed=True), Money(0), Money(21360)),
    )


def test_an_account_that_is_not_known_stands_last() -> None:
    assert movements(planned(an_order()), ())[-1].account == PostedAccount(None)


def test_two_currencies_are_never_added() -> None:
    plans = planned(
        an_order("1", method="invoice"), an_order("2", method="invoice", currency="SEK")
    )
    assert [row.debit for row in movements(plans, TYPES) if row.account.number == 1500] == [
        Money(8900),
        Money(8900, "SEK"),
    ]


def test_payments_are_summed_per_type_and_what_is_unpaid_stands_apart() -> None:
    gift_card = a_row(TotalKind.GIFT_CARD, "-50.00")
    plans = planned(
        an_order("1"),
        an_order("2", rows=(gift_card,), total="39.00"),
        an_order("3", method="invoice"),
        an_order("4", method="collect"),
    )
    assert payment_sums(plans) == (
        PaymentSum(VIPPS.id, 2, Money(12800)),
        PaymentSum(GIFT_CARD.id, 1, Money(5000)),
        PaymentSum(None, 1, Money(8900)),
    )
