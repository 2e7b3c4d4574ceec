"""Gift cards that are sold: a debt on the account that they are taken from when they are used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.orders.building import (
    EXEMPT,
    EXPORTED,
    GIFT_CARD,
    HIGH,
    OUTSIDE,
    SOLD_GIFT_CARD,
    TODAY,
    TROMSO,
    UNTREATED,
    VAT_CODES,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import (
    LedgerAccount,
    LedgerFacts,
    PaymentType,
    Product,
    VatCode,
    VatRegistration,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, ShopLine, TotalKind, TotalRow
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import postings_of
from tripletex_wizard.domain.profile import (
    GiftCardRules,
    SoldAs,
    TransferRules,
    VatRules,
    ZeroReason,
)

NOTHING = VatCode(0, "0", Decimal(0), "Ingen avgiftsbehandling")
CARD_LINE = replace(a_line("500.00", rate="0", sku="GAVEKORT"), name="Gavekort 500 kr")
YARN = a_line()
FREIGHT = a_row(TotalKind.SHIPPING, "79.00", "Frakt")


def sold(
    *lines: ShopLine, rows: Sequence[TotalRow] = (), total: str = "500.00", method: str = "vipps"
) -> Order:
    return an_order(lines=lines or (CARD_LINE,), rows=rows, total=total, method=method)


def planned(
    order: Order | None = None,
    facts: LedgerFacts | None = None,
    rules: TransferRules | None = None,
) -> PostingPlan:
    return plan_posting(
        order or sold(),
        a_profile(rules or transfer_rules()),
        facts or company_facts(),
        today=TODAY,
        choice=Choice(),
    )


def stops(
    order: Order | None = None,
    facts: LedgerFacts | None = None,
    rules: TransferRules | None = None,
) -> tuple[Problem, ...]:
    with pytest.raises(OrderStopped) as stopped:
        planned(order, facts, rules)
    return stopped.value.problems


def with_product(product: Product | None) -> LedgerFacts:
    return company_facts(products=() if product is None else (product,))


def sold_as(choice: SoldAs) -> TransferRules:
    return replace(transfer_rules(), gift_cards=GiftCardRules(sold_as=choice))


def posted(plan: PostingPlan) -> list[tuple[int | None, str, str]]:
    rows = postings_of(plan, (*company_facts().payment_types,))
    return [(row.account.number, row.vat_code, str(row.amount.amount)) for row in rows]


@pytest.mark.parametrize("sku", ["GAVEKORT", "gavekort"])
@pytest.mark.parametrize("code", [UNTREATED, NOTHING], ids=["7", "0"])
def test_a_gift_card_is_sold_on_its_product_with_the_products_code(sku: str, code: VatCode) -> None:
    product = replace(SOLD_GIFT_CARD, vat=code)
    plan = planned(sold(replace(CARD_LINE, sku=sku)), with_product(product))
    (line,) = plan.lines
    assert (line.product_id, line.vat, line.gross) == (product.id, code, Money(50000))
    assert (line.description, line.is_gift_card) == ("Gavekort 500 kr", True)


@pytest.mark.parametrize("status", list(VatRegistration))
@pytest.mark.parametrize("abroad", [False, True])
def test_it_is_no_turnover_whatever_the_company_and_the_receiver(
    status: VatRegistration, abroad: bool
) -> None:
    delivery = replace(TROMSO, country="SE") if abroad else TROMSO
    facts = company_facts(registration=status)
    plan = planned(replace(sold(), delivery=delivery), facts)
    assert [line.vat for line in plan.lines] == [UNTREATED]


def test_the_debt_is_credited_on_the_account_it_is_taken_from_later() -> None:
    plan = planned(sold(YARN, CARD_LINE, total="589.00"))
    assert posted(plan) == [
        (1500, "", "589.00"),
        (3000, "3", "-71.20"),
        (2700, "3", "-17.80"),
        (2901, "7", "-500.00"),
        (1902, "", "589.00"),
        (1500, "", "-589.00"),
    ]
    (debt,) = [row for row in postings_of(plan, ()) if row.account.number == 2901]
    assert (debt.account.name, debt.account.is_assumed) == ("Gavekort", False)


def test_a_card_that_is_sold_and_used_comes_and_goes_on_one_account() -> None:
    used = an_order(
        lines=[a_line("500.00")],
        rows=[a_row(TotalKind.GIFT_CARD, "-500.00", "Gavekort GK-1")],
        total="0.00",
    )
    both = [*posted(planned()), *posted(planned(used))]
    on_debt = [Decimal(amount) for account, _code, amount in both if account == 2901]
    assert on_debt == [Decimal(-500), Decimal(500)]


def test_a_card_that_is_credited_may_have_been_used_since() -> None:
    back = replace(CARD_LINE, quantity=Decimal(-2))
    plan = planned(sold(back, replace(YARN, quantity=Decimal(-1)), total="-1089.00"))
    assert plan.is_credit_note
    used = Problem(
        Code.GIFT_CARD_TAKEN_BACK, line="Gavekort 500 kr", amount=Money(100000), account=2901
    )
    assert [note for note in plan.notes if note.code is not Code.CREDIT_ORDER] == [used]
    assert [amount for account, _code, amount in posted(plan) if account == 2901] == ["1000.00"]


def test_a_card_that_is_exchanged_for_goods_may_have_been_used_too() -> None:
    back = replace(CARD_LINE, quantity=Decimal(-1))
    plan = planned(sold(a_line("589.00"), back, total="89.00"))
    assert [note.code for note in plan.notes] == [Code.GIFT_CARD_TAKEN_BACK]


def test_a_card_that_is_sold_has_no_such_note() -> None:
    assert planned().notes == ()


def test_a_reason_for_every_article_does_not_make_turnover_of_a_gift_card() -> None:
    rules = transfer_rules(vat=VatRules(zero_reasons=(ZeroReason("*", "6"),)))
    assert [line.vat for line in planned(rules=rules).lines] == [UNTREATED]


def test_a_gift_card_that_is_taken_back_is_debited() -> None:
    back = replace(CARD_LINE, quantity=Decimal(-1))
    plan = planned(sold(a_line("600.00"), back, total="100.00"))
    assert [line.count for line in plan.lines] == [1, -1]
    assert (2901, "7", "500.00") in posted(plan)


def test_the_profile_names_the_product() -> None:
    rules = replace(transfer_rules(), gift_cards=GiftCardRules(product="GK"))
    facts = company_facts(products=(replace(SOLD_GIFT_CARD, number="GK"),))
    assert planned(facts=facts, rules=rules).lines[0].product_id == SOLD_GIFT_CARD.id
    assert rules.product_numbers == ("GK",)


# what is missing


@pytest.mark.parametrize("product", [None, replace(SOLD_GIFT_CARD, is_inactive=True)])
def test_without_an_active_product_the_order_is_stopped(product: Product | None) -> None:
    assert stops(facts=with_product(product)) == (
        Problem(
            Code.GIFT_CARD_PRODUCT_MISSING,
            line="Gavekort 500 kr",
            product="GAVEKORT",
            account=2901,
        ),
    )


@pytest.mark.parametrize(("account", "own"), [(None, None), (LedgerAccount(1, 3000, "Salg"), 3000)])
def test_a_product_on_another_account_stops_the_order(
    account: LedgerAccount | None, own: int | None
) -> None:
    assert stops(facts=with_product(replace(SOLD_GIFT_CARD, account=account))) == (
        Problem(
            Code.GIFT_CARD_ACCOUNT_DIFFERS,
            line="Gavekort 500 kr",
            product="GAVEKORT",
            own=own,
            account=2901,
        ),
    )


def test_without_a_payment_type_for_gift_cards_the_order_is_stopped() -> None:
    assert stops(rules=transfer_rules(gift_card_payment_type=None)) == (
        Problem(Code.GIFT_CARD_TYPE_MISSING, line="Gavekort 500 kr"),
    )


@pytest.mark.parametrize(
    ("types", "name"),
    [
        ((), "104"),
        ((replace(GIFT_CARD, account=None),), "Gavekort"),
        ((replace(GIFT_CARD, customer_id=7),), "Gavekort"),
    ],
    ids=["gone", "no account", "on a customer"],
)
def test_a_payment_type_without_a_debt_account_stops_the_order(
    types: tuple[PaymentType, ...], name: str
) -> None:
    facts = replace(company_facts(), payment_types=types)
    assert stops(facts=facts) == (
        Problem(Code.GIFT_CARD_TYPE_UNUSABLE, line="Gavekort 500 kr", payment_type=name),
    )


@pytest.mark.parametrize("code", [HIGH, EXEMPT, OUTSIDE, EXPORTED])
def test_a_product_with_turnovers_code_stops_the_order(code: VatCode) -> None:
    """Mystore's own article says 5, which reports the sale twice."""
    assert stops(facts=with_product(replace(SOLD_GIFT_CARD, vat=code))) == (
        Problem(
            Code.GIFT_CARD_PRODUCT_CODE,
            line="Gavekort 500 kr",
            product="GAVEKORT",
            vat_code=code.number,
        ),
    )


def test_a_gift_card_with_vat_is_stopped() -> None:
    line = replace(CARD_LINE, vat_rate=Decimal(25))
    assert stops(sold(line)) == (
        Problem(Code.GIFT_CARD_WITH_VAT, line="Gavekort 500 kr", rate=Decimal(25)),
    )


def test_all_that_is_wrong_with_the_lines_is_told_at_once() -> None:
    unknown = a_line("89.00", rate="0", sku="X")
    problems = stops(sold(CARD_LINE, unknown, total="589.00"), with_product(None))
    assert [problem.code for problem in problems] == [
        Code.GIFT_CARD_PRODUCT_MISSING,
        Code.ZERO_RATE_WITHOUT_REASON,
    ]


# the accountant's choice, where Tripletex refuses 7 and 0 on a line


@pytest.mark.parametrize(("choice", "code"), [(SoldAs.EXEMPT, EXEMPT), (SoldAs.OUTSIDE, OUTSIDE)])
def test_the_accountant_may_choose_a_code_of_turnover(choice: SoldAs, code: VatCode) -> None:
    plan = planned(facts=with_product(replace(SOLD_GIFT_CARD, vat=code)), rules=sold_as(choice))
    assert [line.vat for line in plan.lines] == [code]
    assert (2901, code.number, "-500.00") in posted(plan)


def test_the_products_code_must_be_the_chosen_one() -> None:
    assert stops(rules=sold_as(SoldAs.EXEMPT)) == (
        Problem(
            Code.GIFT_CARD_CHOSEN_CODE,
            line="Gavekort 500 kr",
            product="GAVEKORT",
            vat_code="7",
            chosen="5",
        ),
    )


def test_the_chosen_code_must_be_active() -> None:
    others = tuple(code for code in VAT_CODES if code != OUTSIDE)
    product = replace(SOLD_GIFT_CARD, vat=OUTSIDE)
    facts = company_facts(vat_codes=others, products=(product,))
    assert stops(facts=facts, rules=sold_as(SoldAs.OUTSIDE)) == (
        Problem(Code.VAT_CODE_INACTIVE, line="Gavekort 500 kr", rate=Decimal(0), vat_code="6"),
    )


# beside discounts and freight


def test_a_discount_is_on_the_goods_alone_for_the_card_owes_its_whole_amount() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-50.00", "HOST50")]
    plan = planned(sold(CARD_LINE, YARN, rows=rows, total="539.00"))
    assert [(line.gross.ore, line.vat.number) for line in plan.lines] == [
        (50000, "7"),
        (8900, "3"),
        (-5000, "3"),
    ]
    assert (2901, "7", "-500.00") in posted(plan)


@pytest.mark.parametrize(
    ("lines", "first", "total"),
    [((CARD_LINE,), "-50.00", "450.00"), ((CARD_LINE, YARN), "-89.01", "499.99")],
    ids=["only the card", "more than the goods"],
)
def test_a_discount_that_would_reduce_the_debt_stops_the_order(
    lines: tuple[ShopLine, ...], first: str, total: str
) -> None:
    rows = [a_row(TotalKind.DISCOUNT, first, "HOST")]
    assert stops(sold(*lines, rows=rows, total=total)) == (
        Problem(Code.GIFT_CARD_DISCOUNTED, title="HOST", amount=rows[0].amount),
    )


def test_two_discounts_may_take_all_of_the_goods_and_not_more() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-80.00", "A"), a_row(TotalKind.DISCOUNT, "-9.00", "B")]
    assert planned(sold(CARD_LINE, YARN, rows=rows, total="500.00")).total == Money(50000)
    rows[1] = a_row(TotalKind.DISCOUNT, "-9.01", "B")
    (problem,) = stops(sold(CARD_LINE, YARN, rows=rows, total="499.99"))
    assert problem == Problem(Code.GIFT_CARD_DISCOUNTED, title="B", amount=Money(-901))


def test_a_discount_that_is_taken_back_with_the_goods_leaves_a_card_that_comes_back_whole() -> None:
    """500,00 and 89,00 come back, and the 50,00 that were taken off the goods: 539,00."""
    back = [replace(line, quantity=-line.quantity) for line in (CARD_LINE, YARN)]
    rows = [a_row(TotalKind.DISCOUNT, "50.00", "HOST50")]
    plan = planned(sold(*back, rows=rows, total="-539.00"))
    assert [(line.gross.ore, line.vat.number) for line in plan.lines] == [
        (-50000, "7"),
        (-8900, "3"),
        (5000, "3"),
    ]
    rows = [a_row(TotalKind.DISCOUNT, "89.01", "HOST")]
    assert stops(sold(*back, rows=rows, total="-499.99")) == (
        Problem(Code.GIFT_CARD_DISCOUNTED, title="HOST", amount=Money(8901)),
    )


def test_the_freight_of_a_gift_card_is_turnover_and_never_has_its_code() -> None:
    plan = planned(sold(CARD_LINE, rows=[FREIGHT], total="579.00"))
    assert [line.vat for line in plan.lines] == [UNTREATED, HIGH]
    assert plan.notes == (Problem(Code.FREIGHT_RATE_ASSUMED, amount=Money(7900), rate=Decimal(25)),)


def test_freight_whose_vat_the_shop_states_needs_no_note() -> None:
    rows = [FREIGHT, a_row(TotalKind.TAX, "15.80", "MVA 25%")]
    plan = planned(sold(CARD_LINE, rows=rows, total="579.00"))
    assert [line.vat for line in plan.lines] == [UNTREATED, HIGH]
    assert plan.notes == ()


def test_freight_without_vat_beside_a_gift_card_is_stopped() -> None:
    rows = [FREIGHT, a_row(TotalKind.TAX, "0.00", "MVA 25%")]
    assert stops(sold(CARD_LINE, rows=rows, total="579.00")) == (
        Problem(Code.CHARGE_WITHOUT_VAT, title="Frakt", amount=Money(7900)),
    )


def test_a_gift_card_is_not_among_the_rates_that_freight_is_compared_with() -> None:
    rows = [FREIGHT, a_row(TotalKind.TAX, "33.60", "MVA 25%")]
    plan = planned(sold(CARD_LINE, YARN, rows=rows, total="668.00"))
    assert plan.notes == ()
