"""Lines on products by command: found, made, and made once whatever happens to the answer."""

from __future__ import annotations

import pytest

from tests.e2e.office import Office
from tests.e2e.shop_orders import BOOK, YARN, an_order


def test_products_are_made_once_and_the_second_order_finds_them(empty_office: Office) -> None:
    office = empty_office
    office.set_up(products="create")
    office.sell(an_order("20101", lines=(YARN, BOOK)), an_order("20102"))
    ran = office.run("transfer", "--pending")
    assert ran.status == 0, ran.out
    made = [each for each in office.state["products"] if each["number"] in {"ULL-7", "BOK-9"}]
    assert [(each["name"], each["vatType"]["number"]) for each in made] == [
        ("Ullgarn, lyng", "3"),
        ("Mønsterbok", "5"),
    ]
    sent = [line["product"]["number"] for line in office.state["orderLines"]]
    assert sent == ["ULL-7", "BOK-9", "ULL-7"]
    assert [invoice["amount"] for invoice in office.state["invoices"]] == [447, 198]


def test_text_lines_stay_text_where_nobody_chose_products(office: Office) -> None:
    office.sell(an_order())
    assert office.run("transfer", "--pending").status == 0
    assert [line["product"] for line in office.state["orderLines"]] == [None]
    assert ("POST", "/product") not in office.writes


@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "truncated", "server_error"])
def test_a_lost_answer_makes_one_product_and_one_invoice(empty_office: Office, fault: str) -> None:
    office = empty_office
    office.set_up(products="create")
    office.sell(an_order())
    office.fail(fault, "POST", "/product")
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.state["orders"]) == (4, [])
    assert ran.says("20101 · Uavklart"), ran.out
    assert office.run("transfer", "--pending").status == 0
    assert [each["number"] for each in office.state["products"]].count("ULL-7") == 1
    assert len(office.state["invoices"]) == 1
    (line,) = office.state["orderLines"]
    assert line["product"]["number"] == "ULL-7"
