"""Lines of goods on products of Tripletex, where the set-up says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import (
    EXEMPT,
    HIGH,
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
from tripletex_wizard.domain.posting import Choice, PostingPlan, plan_posting
from tripletex_wizard.domain.postings import postings_of
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
