"""Lines of goods on products of Tripletex, where the set-up says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import (
    EXEMPT,
    HIGH,
    LOW,
    MIDDLE,
    SOLD_GIFT_CARD,
    TODAY,
    TROMSO,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerAccount, Product, VatCode
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import postings_of
from tripletex_wizard.domain.products import NewProduct
from tripletex_wizard.domain.profile import ProductUse

YARN = Product(21, "SAGA-111", "Saga 111 i Tripletex", HIGH)
FOUND = replace(transfer_rules(), products=ProductUse.FOUND)
TEXT = transfer_rules()


def planned(order: Order, *products: Product, use: ProductUse = ProductUse.FOUND) -> PostingPlan:
    rules = replace(transfer_rules(), products=use)
    facts = company_facts(products=products)
    return plan_posting(order, a_profile(rules), facts, today=TODAY, choice=Choice())


def test_text_lines_are_what_a_set_up_starts_with_and_reads_no_more_than_the_gift_card() -> None:
    assert transfer_rules().products is ProductUse.TEXT
    assert TEXT.product_numbers == ("GAVEKORT",)
    assert FOUND.product_numbers is None
    (line,) = planned(an_order(), YARN, use=ProductUse.TEXT).lines
    assert (line.product, line.notes) == (None, ())


def test_a_product_is_found_by_its_whole_number_and_the_text_stays_the_shops() -> None:
    (line,) = planned(an_order(), YARN).lines
    assert (line.product, line.description, line.notes) == (YARN, "Saga 111", ())


@pytest.mark.parametrize("number", ["saga-111", "SAGA-11", "SAGA-1111", "SAGA-111 "])
def test_a_number_that_only_looks_like_it_is_another_product(number: str) -> None:
    (line,) = planned(an_order(), replace(YARN, number=number)).lines
    assert (line.product, line.notes) == (None, ())


def test_an_article_without_a_number_has_no_product() -> None:
    order = an_order(lines=[a_line(sku="")])
    assert planned(order, replace(YARN, number="")).lines[0].product is None


@pytest.mark.parametrize("code", [MIDDLE, EXEMPT])
def test_a_product_with_another_vat_code_is_not_used_and_the_line_says_so(code: VatCode) -> None:
    (line,) = planned(an_order(), replace(YARN, vat=code)).lines
    assert (line.product, line.vat) == (None, HIGH)
    assert line.notes == (
        Problem(Code.PRODUCT_VAT_DIFFERS, product="SAGA-111", vat_code="3", theirs=code.number),
    )


def test_goods_for_export_are_not_sent_on_a_product_with_vat() -> None:
    order = an_order(lines=[a_line(rate="0")], delivery=replace(TROMSO, country="SE"))
    (line,) = planned(order, YARN).lines
    assert (line.product, line.vat.number) == (None, "52")
    assert line.notes == (
        Problem(Code.PRODUCT_VAT_DIFFERS, product="SAGA-111", vat_code="52", theirs="3"),
    )


def test_an_inactive_product_is_not_used_and_the_line_says_so() -> None:
    (line,) = planned(an_order(), replace(YARN, is_inactive=True)).lines
    assert line.product is None
    assert line.notes == (Problem(Code.PRODUCT_INACTIVE, product="SAGA-111"),)


def test_a_product_that_is_missing_is_made_when_the_set_up_says_so() -> None:
    (line,) = planned(an_order(), use=ProductUse.CREATE).lines
    assert (line.product, line.new_product) == (None, NewProduct("SAGA-111", "Saga 111", HIGH))
    assert line.notes == (Problem(Code.PRODUCT_TO_BE_MADE, product="SAGA-111"),)


@pytest.mark.parametrize("product", [YARN, replace(YARN, is_inactive=True), replace(YARN, vat=LOW)])
def test_a_product_that_is_there_is_never_made_again(product: Product) -> None:
    assert planned(an_order(), product, use=ProductUse.CREATE).new_products == ()


@pytest.mark.parametrize(
    "order",
    [
        an_order(lines=[a_line(sku="")]),
        an_order(lines=[a_line(sku=101 * "9")]),
        an_order(lines=[a_line(rate="0")], delivery=replace(TROMSO, country="SE")),
    ],
    ids=["no number", "too long a number", "export"],
)
def test_no_product_is_made_where_its_number_or_code_would_be_wrong(order: Order) -> None:
    plan = planned(order, use=ProductUse.CREATE)
    assert (plan.new_products, [line.notes for line in plan.lines]) == ((), [()])


def test_an_article_with_two_codes_is_made_once_and_its_other_line_says_why_it_is_text() -> None:
    lines = [a_line("100.00"), a_line("115.00", rate="15"), a_line("50.00")]
    plan = planned(an_order(lines=lines, total="265.00"), use=ProductUse.CREATE)
    assert plan.new_products == (NewProduct("SAGA-111", "Saga 111", HIGH),)
    made = Problem(Code.PRODUCT_TO_BE_MADE, product="SAGA-111")
    other = Problem(Code.PRODUCT_VAT_DIFFERS, product="SAGA-111", vat_code="31", theirs="3")
    assert [line.notes for line in plan.lines] == [(made,), (other,), (made,)]
    assert [line.new_product is None for line in plan.lines] == [False, True, False]


def test_no_product_is_made_of_what_comes_back() -> None:
    order = an_order(lines=[a_line("100.00"), a_line("11.00", "-1", sku="X")])
    plan = planned(order, use=ProductUse.CREATE)
    assert [new.number for new in plan.new_products] == ["SAGA-111"]


def test_an_article_on_several_lines_is_one_product_as_its_first_line_says() -> None:
    lines = [a_line("50.00"), replace(a_line("30.00"), name="Annet navn"), a_line("9.00", sku="B")]
    plan = planned(an_order(lines=lines), use=ProductUse.CREATE)
    assert plan.new_products == (
        NewProduct("SAGA-111", "Saga 111", HIGH),
        NewProduct("B", "Saga 111", HIGH),
    )


def test_names_are_cut_to_what_tripletex_takes_and_keep_the_number() -> None:
    new = NewProduct("SAGA-111", 300 * "g", HIGH)
    assert new.with_number.name == 244 * "g" + " (SAGA-111)"
    assert len(new.with_number.name) == 255
    assert NewProduct("A", "Garn", HIGH).with_number == NewProduct("A", "Garn (A)", HIGH)
    line = replace(a_line(), name=300 * "g")
    (made,) = planned(an_order(lines=[line]), use=ProductUse.CREATE).new_products
    assert made.name == 255 * "g"
    line = replace(a_line(), name="")
    (made,) = planned(an_order(lines=[line]), use=ProductUse.CREATE).new_products
    assert made.name == "SAGA-111"


def test_discounts_and_freight_are_text() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-9.00", "SAGA-111"), a_row(TotalKind.SHIPPING, "9.00")]
    plan = planned(an_order(rows=rows), YARN)
    assert [line.product for line in plan.lines] == [YARN, None, None]


def test_a_gift_card_that_is_sold_keeps_to_its_own_product() -> None:
    line = a_line("500.00", rate="0", sku="GAVEKORT")
    plan = planned(an_order(lines=[line], total="500.00"), SOLD_GIFT_CARD)
    assert plan.lines[0].is_gift_card


def test_goods_are_posted_on_the_products_own_account_where_it_has_one() -> None:
    """89,00 at 25 % is 71,20; the freight of 79,00 is 63,20, on the account of its code."""
    own = replace(YARN, account=LedgerAccount(7, 3010, "Garnsalg"))
    rows = [a_row(TotalKind.SHIPPING, "79.00")]
    plan = planned(an_order(rows=rows, total="168.00"), own)
    found = [
        (row.account.number, row.account.is_assumed, str(row.amount.amount))
        for row in postings_of(plan, ())[1:5]
    ]
    assert found == [
        (3010, False, "-71.20"),
        (2700, True, "-17.80"),
        (3000, True, "-63.20"),
        (2700, True, "-15.80"),
    ]


def test_a_product_without_an_account_is_posted_with_the_text_lines_of_its_code() -> None:
    plan = planned(an_order(rows=[a_row(TotalKind.SHIPPING, "79.00")], total="168.00"), YARN)
    assert [row.account.number for row in postings_of(plan, ())][:3] == [1500, 3000, 2700]
    assert [str(row.amount.amount) for row in postings_of(plan, ())][1:3] == ["-134.40", "-33.60"]
