from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.orders.building import (
    CARD,
    LOW,
    OUTSIDE,
    TODAY,
    VIPPS,
    a_profile,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.ledger import PaymentType, VatCode
from tripletex_wizard.domain.lines import line_of
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import (
    PostedAccount,
    Voucher,
    postings_of,
)
from tripletex_wizard.domain.profile import ZeroTotal

FACTS = company_facts()
BY_INVOICE = Choice(TransferAs.INVOICE)


def planned(order: Order, choice: Choice = BY_INVOICE) -> PostingPlan:
    profile = a_profile(replace(transfer_rules(), zero_total=ZeroTotal.INVOICE))
    return plan_posting(order, profile, FACTS, today=TODAY, choice=choice)


def shown(money: Money | None) -> str:
    return "" if money is None else str(money.amount)


def payments(plan: PostingPlan, *types: PaymentType) -> list[PostedAccount]:
    postings = postings_of(plan, types)
    return [row.account for row in postings if row.voucher is Voucher.PAYMENT]


def test_an_open_order_is_not_posted() -> None:
    plan = planned(an_order(), Choice(TransferAs.ORDER))
    assert postings_of(plan, FACTS.payment_types) == ()


def test_what_posting_rules_decide_is_assumed_and_what_tripletex_told_is_not() -> None:
    postings = postings_of(planned(an_order()), FACTS.payment_types)
    assert [(row.account.number, row.account.is_assumed) for row in postings] == [
        (1500, False),
        (3000, True),
        (2700, True),
        (1902, False),
        (1500, False),
    ]
    assert postings[3].account.name == "Vipps"


@pytest.mark.parametrize(
    ("vat", "accounts"), [(LOW, [3050, 2703]), (OUTSIDE, [None])], ids=["12 %", "outside the Act"]
)
def test_an_account_is_named_only_for_the_codes_whose_account_is_known(
    vat: VatCode, accounts: list[int | None]
) -> None:
    line = line_of("Garn", Decimal(1), Money(112_00), vat)
    plan = replace(planned(an_order()), lines=(line,), payments=())
    found = [row.account for row in postings_of(plan, ())][1:]
    assert [account.number for account in found] == accounts
    assert all(account.is_assumed is (account.number is not None) for account in found)


def test_a_line_that_is_taken_back_is_debited() -> None:
    plan = planned(an_order())
    back = line_of("Retur", Decimal(-1), Money(-120_00), FACTS.vat_codes[1])
    postings = postings_of(replace(plan, lines=(*plan.lines, back), payments=()), ())
    assert [(row.account.number, shown(row.debit), shown(row.credit)) for row in postings] == [
        (1500, "", "31.00"),
        (3000, "", "71.20"),
        (2700, "", "17.80"),
        (3030, "104.35", ""),
        (2701, "15.65", ""),
    ]


def test_a_payment_type_with_a_customer_posts_to_that_customer() -> None:
    settled = replace(VIPPS, customer_id=77)
    to_customer, from_customer = payments(planned(an_order()), settled, CARD)
    assert to_customer == PostedAccount(1500, customer_id=77)
    assert from_customer == PostedAccount(1500)


@pytest.mark.parametrize("types", [(), (replace(VIPPS, account=None),)], ids=["gone", "untold"])
def test_the_account_of_a_payment_is_unknown_when_tripletex_does_not_tell(
    types: tuple[PaymentType, ...],
) -> None:
    assert payments(planned(an_order()), *types)[0] == PostedAccount(None)
