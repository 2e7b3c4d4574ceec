"""Gift cards that are used take their account into debit: told, never stopped (D8)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import (
    GIFT_CARD,
    SENT,
    SOLD_GIFT_CARD,
    TODAY,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.batch_preview import preview_of
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.gift_card_debt import (
    GiftCardsInTurn,
    with_posted,
    without_gift_cards,
)
from tripletex_wizard.domain.ledger import LedgerFacts, PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import standing_of
from tripletex_wizard.domain.transfer import Progress


def stands(ore: int, account: int = 2901) -> LedgerFacts:
    """So much stands in credit on the account."""
    return replace(company_facts(), balances={account: Money(-ore)})


def paid_by_card(number: str = "10457") -> Order:
    """89,00, all of it by a gift card."""
    row = a_row(TotalKind.GIFT_CARD, "-89.00", "Gavekort GK-1")
    return an_order(number, rows=[row], total="0.00", method="gift_voucher")


def planned(
    order: Order,
    facts: LedgerFacts,
    profile: Profile | None = None,
    transfer_as: TransferAs = TransferAs.INVOICE,
) -> PostingPlan:
    profile = profile or a_profile()
    return plan_posting(order, profile, facts, today=TODAY, choice=Choice(transfer_as))


def told(plan: PostingPlan) -> list[Problem]:
    return [note for note in plan.notes if note.code is Code.GIFT_CARDS_IN_DEBIT]


def in_debit(stands: int, debit: int, amount: int = 89_00) -> Problem:
    return Problem(
        Code.GIFT_CARDS_IN_DEBIT,
        account=2901,
        stands=Money(stands),
        amount=Money(amount),
        debit=Money(debit),
    )


@pytest.mark.parametrize("credit", [88_99, 0, -10_00])
def test_a_card_that_takes_more_than_stands_there_is_told_of(credit: int) -> None:
    assert told(planned(paid_by_card(), stands(credit))) == [in_debit(credit, 89_00 - credit)]


def test_a_card_that_takes_all_that_stands_there_is_not() -> None:
    assert told(planned(paid_by_card(), stands(89_00))) == []


def test_of_an_account_whose_balance_is_not_known_nothing_is_said() -> None:
    for facts in (company_facts(), stands(0, 2902)):
        plan = planned(paid_by_card(), facts)
        assert (told(plan), plan.gift_card_debt) == ([], None)


def test_no_card_is_no_note_though_the_account_is_in_debit() -> None:
    assert told(planned(an_order(), stands(-10_00))) == []


def test_an_open_order_takes_nothing_from_the_account() -> None:
    plan = planned(paid_by_card(), stands(0), transfer_as=TransferAs.ORDER)
    assert (told(plan), plan.gift_card_debt) == ([], None)


def test_a_card_that_is_sold_in_the_same_order_is_there_to_be_used() -> None:
    card = a_line("500.00", rate="0", sku="GAVEKORT")
    row = a_row(TotalKind.GIFT_CARD, "-89.00", "Gavekort GK-1")
    order = an_order(lines=[a_line(), card], rows=[row], total="500.00")
    facts = replace(stands(0), products={"GAVEKORT": SOLD_GIFT_CARD})
    plan = planned(order, facts)
    assert told(plan) == []
    assert plan.gift_card_debt is not None
    assert plan.gift_card_debt.left == Money(411_00)


@pytest.mark.parametrize(
    "gift_card",
    [replace(GIFT_CARD, currency="SEK"), replace(GIFT_CARD, account=None)],
    ids=["in another currency", "without an account"],
)
def test_a_type_that_is_on_no_account_of_the_books_currency_is_not_compared(
    gift_card: PaymentType,
) -> None:
    facts = replace(stands(0), payment_types=(*company_facts().payment_types[:3], gift_card))
    assert planned(an_order(), facts).gift_card_debt is None


def test_a_card_that_is_sold_in_another_currency_than_the_books_is_not_compared() -> None:
    card = a_line("500.00", rate="0", sku="GAVEKORT")
    order = an_order(lines=[card], total="500.00", currency="SEK", method="invoice")
    facts = replace(stands(0), products={"GAVEKORT": SOLD_GIFT_CARD})
    assert planned(order, facts).gift_card_debt is None


def test_a_set_up_without_a_type_for_gift_cards_has_no_account_of_them() -> None:
    profile = a_profile(transfer_rules(gift_card_payment_type=None))
    assert planned(an_order(), stands(0), profile).gift_card_debt is None
    gone = a_profile(transfer_rules(gift_card_payment_type=999))
    assert planned(an_order(), stands(0), gone).gift_card_debt is None


def test_each_order_of_a_batch_finds_what_those_before_it_have_left() -> None:
    facts = stands(100_00)
    orders = [paid_by_card("10457"), an_order("10458"), paid_by_card("10459")]
    standings = [
        standing_of(order, Progress(), a_profile(), facts, TODAY)
        for order in (*orders, paid_by_card("10460"))
    ]
    preview = preview_of(standings, Choice(), a_profile())
    assert preview.notes == (
        ("10459", in_debit(11_00, 78_00)),
        ("10460", in_debit(-78_00, 167_00)),
    )
    turn = GiftCardsInTurn()
    one_by_one = [preview_of([row], Choice(), a_profile(), gift_cards=turn) for row in standings]
    assert [note for each in one_by_one for note in each.notes] == list(preview.notes)


def test_an_order_that_is_not_sent_takes_nothing_from_those_after_it() -> None:
    facts = stands(100_00)
    waits = replace(paid_by_card("10456"), status=replace(SENT, id="2", name="Under behandling"))
    standings = [
        standing_of(order, Progress(), a_profile(), facts, TODAY)
        for order in (waits, paid_by_card("10457"))
    ]
    assert preview_of(standings, Choice(), a_profile()).notes == ()


def test_a_balance_of_before_is_put_right_by_what_was_booked_since() -> None:
    facts = stands(100_00)
    debt = planned(paid_by_card(), facts).gift_card_debt
    assert debt is not None
    assert with_posted(facts, debt).balances == {2901: Money(-11_00)}


def test_an_invoice_without_payments_takes_nothing_from_the_account() -> None:
    plan = without_gift_cards(planned(paid_by_card(), stands(0)))
    assert told(plan) == []
    assert plan.gift_card_debt is not None
    assert plan.gift_card_debt.left == Money(0)
    of_no_card = planned(paid_by_card(), company_facts())
    assert without_gift_cards(of_no_card) == of_no_card
