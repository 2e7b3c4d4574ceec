"""Lines of goods on products of the practice Tripletex."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.contract.tripletex_calling import Bench, a_bench
from tests.orders.building import TODAY, an_order
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import ProductUse


def add_product(bench: Bench, number: str, vat_id: int, **more: Any) -> int:
    body = {"name": f"Vare {number}", "number": number, "vatType": {"id": vat_id}, **more}
    answer = bench.client._connection.write("POST", "/product", json=body)
    assert answer.status == 201
    made = answer.json()
    assert isinstance(made, dict)
    return int(made["value"]["id"])


def book(bench: Bench) -> LedgerInvoice:
    facts, profile = bench.client.facts(None), bench.profile()
    rules = replace(profile.rules, products=ProductUse.FOUND)
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
