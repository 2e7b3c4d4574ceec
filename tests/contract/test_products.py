"""Lines of goods on products of the practice Tripletex."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, refusal
from tests.orders.building import FISH, HIGH, TODAY, an_order
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.products import NewProduct
from tripletex_wizard.domain.profile import ProductUse


def add_product(bench: Bench, number: str, vat_id: int, **more: Any) -> int:
    body = {"name": f"Vare {number}", "number": number, "vatType": {"id": vat_id}, **more}
    answer = bench.client._connection.write("POST", "/product", json=body)
    assert answer.status == 201
    made = answer.json()
    assert isinstance(made, dict)
    return int(made["value"]["id"])


def book(bench: Bench, use: ProductUse = ProductUse.FOUND) -> LedgerInvoice:
    facts, profile = bench.client.facts(None), bench.profile()
    rules = replace(profile.rules, products=use)
    plan = plan_posting(
        an_order(), replace(profile, rules=rules), facts, today=TODAY, choice=Choice()
    )
    return bench.book(plan)


def sent_line(bench: Bench) -> tuple[str | None, str, str]:
    (line,) = bench.state()["orderLines"]
    product = line["product"]["number"] if line["product"] else None
    return product, line["description"], line["vatType"]["number"]


def test_all_products_are_read_in_one_list(bench: Bench) -> None:
    before = len(bench.requests("GET", "/product"))
    add_product(bench, "SAGA-111", 3)
    add_product(bench, "", 3)
    products = bench.client.facts(None).products
    assert list(products) == ["GAVEKORT", "ØREAVRUNDING", "SAGA-111"]
    assert products["SAGA-111"].account is None
    assert len(bench.requests("GET", "/product")) - before == 1


@pytest.mark.parametrize("winner", ["line", "product"])
def test_a_product_with_the_lines_code_is_on_the_line(winner: str) -> None:
    with a_bench(vat_conflict=winner) as bench:
        add_product(bench, "SAGA-111", 3)
        assert book(bench).amount == Money(8900)
        assert sent_line(bench) == ("SAGA-111", "Saga 111", "3")


@pytest.mark.parametrize("winner", ["line", "product"])
def test_a_product_with_another_code_changes_nothing_of_the_sale(winner: str) -> None:
    """Were it on the line, its 15 % would win in one of the two."""
    with a_bench(vat_conflict=winner) as bench:
        add_product(bench, "SAGA-111", 31)
        book(bench)
        assert sent_line(bench) == (None, "Saga 111", "3")


def test_an_inactive_product_is_not_on_the_line(bench: Bench) -> None:
    add_product(bench, "SAGA-111", 3, isInactive=True)
    assert bench.client.facts(None).products["SAGA-111"].is_inactive
    book(bench)
    assert sent_line(bench) == (None, "Saga 111", "3")


NEW = NewProduct("SAGA-111", "Saga 111", HIGH)


def test_a_product_is_made_and_found_by_its_number(bench: Bench) -> None:
    made = bench.client.create_product(NEW)
    assert made.request_ids
    found = bench.client.product("SAGA-111")
    assert found is not None
    assert (found.id, found.number, found.name, found.vat.id) == (
        made.value.id,
        "SAGA-111",
        "Saga 111",
        3,
    )
    book(bench)
    assert sent_line(bench) == ("SAGA-111", "Saga 111", "3")


@pytest.mark.parametrize(
    ("again", "code"),
    [
        (NEW, Code.PRODUCT_NUMBER_TAKEN),
        (replace(NEW, name="Annet"), Code.PRODUCT_NUMBER_TAKEN),
        (replace(NEW, number="SAGA-112"), Code.PRODUCT_NAME_TAKEN),
    ],
)
def test_a_second_product_with_the_number_or_the_name_is_refused(
    bench: Bench, again: NewProduct, code: Code
) -> None:
    bench.client.create_product(NEW)
    with pytest.raises(OrderRejected) as refused:
        bench.client.create_product(again)
    assert refusal(refused) is code
    assert len(bench.client.facts(None).products) == 3


def test_a_product_with_a_code_that_the_company_may_not_use_is_refused(bench: Bench) -> None:
    with pytest.raises(OrderRejected) as refused:
        bench.client.create_product(replace(NEW, vat=FISH))
    assert refusal(refused) is Code.REJECTED
