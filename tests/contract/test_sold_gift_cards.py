"""Gift cards that are sold, on the practice Tripletex: what is not known of the real one is tried
both ways."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, refusal
from tests.orders.building import a_line, a_row, an_order
from tripletex_wizard.domain.errors import Code, OrderRejected, OrderStopped
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PostingPlan

CARD = replace(a_line("500.00", rate="0", sku="GAVEKORT"), name="Gavekort 500 kr")
SOLD = an_order(lines=[CARD, a_line()], total="589.00")


def facts_of(bench: Bench) -> LedgerFacts:
    return bench.client.facts(["GAVEKORT"])


def planned(bench: Bench, order: Order = SOLD) -> PostingPlan:
    return bench.plan(order, facts_of(bench))


def give_code(bench: Bench, vat_id: int) -> int:
    """What the accountant does on the product GAVEKORT in Tripletex; the answer's status."""
    product = facts_of(bench).products["GAVEKORT"]
    body = {"vatType": {"id": vat_id}}
    return bench.client._connection.write("PUT", f"/product/{product.id}", json=body).status


def on_debt(bench: Bench) -> Money:
    rows = [row for row in bench.state()["postings"] if row["account"]["number"] == 2901]
    return Money.sum((Money.rounded(Decimal(str(row["amount"])), "NOK") for row in rows), "NOK")


def test_the_product_is_read_with_its_account(bench: Bench) -> None:
    product = facts_of(bench).products["GAVEKORT"]
    assert product.account is not None
    assert (product.account.number, product.account.name) == (2901, "Gavekort")
    assert (product.vat.number, product.is_inactive) == ("7", False)


def test_a_product_is_known_by_its_whole_number_alone(bench: Bench) -> None:
    assert bench.client.products(["GAVE", "gavekort", ""]) == {}
    assert bench.client.products([]) == {}


def test_products_that_may_not_be_read_count_as_none(bench: Bench) -> None:
    bench.servers.tripletex.set_company(forbidden=("GET /product",))
    with pytest.raises(OrderStopped) as stopped:
        planned(bench)
    assert [each.code for each in stopped.value.problems] == [Code.GIFT_CARD_PRODUCT_MISSING]


@pytest.mark.parametrize("winner", ["line", "product"])
def test_the_sale_is_a_debt_and_no_turnover(winner: str) -> None:
    with a_bench(vat_conflict=winner) as bench:
        invoice = bench.book(planned(bench))
        assert (invoice.amount, invoice.outstanding) == (Money(58900), Money(0))
        assert on_debt(bench) == Money(-50000)
        card, yarn = bench.state()["orderLines"]
        assert (card["product"]["number"], card["vatType"]["number"]) == ("GAVEKORT", "7")
        assert (yarn["product"], yarn["vatType"]["number"]) == (None, "3")


def test_a_card_that_was_sold_and_used_leaves_no_debt(bench: Bench) -> None:
    bench.book(planned(bench))
    used = an_order(
        "10458",
        lines=[a_line("500.00")],
        rows=[a_row(TotalKind.GIFT_CARD, "-500.00", "Gavekort GK-1")],
        total="0.00",
    )
    used = replace(used, customer=replace(used.customer, number=100458))
    bench.book(bench.plan(used))
    assert on_debt(bench) == Money(0)


@pytest.mark.parametrize("winner", ["line", "product"])
@pytest.mark.parametrize("codes", ["only_0", "refused"])
def test_a_code_that_tripletex_refuses_on_the_line_makes_no_order(codes: str, winner: str) -> None:
    with a_bench(vat_codes_7_and_0=codes, vat_conflict=winner) as bench:
        with pytest.raises(OrderRejected) as refused:
            bench.book(planned(bench))
        assert refusal(refused) is Code.GIFT_CARD_CODE_REFUSED
        assert refused.value.problem.params == {
            "line": "Gavekort 500 kr",
            "product": "GAVEKORT",
            "vat_code": "7",
        }
        assert bench.state()["orders"] == []
        assert bench.state()["vouchers"] == []


def test_where_only_0_is_allowed_the_product_gets_0_and_the_sale_goes_over() -> None:
    with a_bench(vat_codes_7_and_0="only_0") as bench:
        assert give_code(bench, 0) == 200
        bench.book(planned(bench))
        assert on_debt(bench) == Money(-50000)


def test_where_neither_is_allowed_the_accountant_chooses() -> None:
    with a_bench(vat_codes_7_and_0="refused") as bench:
        assert give_code(bench, 6) == 200
        with pytest.raises(OrderStopped) as stopped:
            planned(bench)
        assert [each.code for each in stopped.value.problems] == [Code.GIFT_CARD_PRODUCT_CODE]
