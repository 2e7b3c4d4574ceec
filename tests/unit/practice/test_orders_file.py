from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.unit.practice.calling import a_sale
from tripletex_wizard.practice.mystore.document import Document, ShapeError
from tripletex_wizard.practice.mystore.orders_file import read_orders
from tripletex_wizard.practice.mystore.sale import document

NOW = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 -- shop time

SHORT = {
    "case": "part paid with a gift card",
    "id": "10460",
    "payment_module": "vipps",
    "payment_method": "Vipps",
    "status": "Sendt",
    "lines": [{"sku": "S", "name": "Garn", "price": "71.2000", "tax": "25.0000", "quantity": 10}],
    "totals": [{"class": "ot_total", "title": "Totalsum", "value": "469.0000"}],
}


def read(folder: Path, given: object) -> list[Document]:
    path = folder / "orders.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    return read_orders(path, now=NOW)


def attributes(given: Document) -> dict[str, Any]:
    found: dict[str, Any] = given["data"]["attributes"]
    return found


def test_a_list_of_documents_stays_as_it_is(tmp_path: Path) -> None:
    documents = [document(a_sale("1")), document(a_sale("2"))]
    assert read(tmp_path, documents) == documents


def test_a_single_document_is_a_list_of_one(tmp_path: Path) -> None:
    assert read(tmp_path, document(a_sale())) == [document(a_sale())]


def test_an_empty_list_is_a_shop_without_orders(tmp_path: Path) -> None:
    assert read(tmp_path, []) == []


def test_sales_in_short_become_documents(tmp_path: Path) -> None:
    (made,) = read(tmp_path, {"_note": "...", "orders": [SHORT]})
    assert made["data"]["id"] == "10460"
    assert attributes(made)["created_at"] == "2026-11-22 12:00:00"
    assert attributes(made)["finished_at"] == "2026-11-22 16:00:00"
    assert [part["type"] for part in made["included"]] == [
        "customers",
        "order-products",
        "order-totals",
        "order-status-history",
        "order-status-history",
    ]


def test_a_short_sale_names_its_customer_in_one_line(tmp_path: Path) -> None:
    where = "Garnboden Exempel AB, Storgatan 1, 852 30 Sundsvall, SE"
    (made,) = read(tmp_path, [{**SHORT, "customer": where, "org": "559999-1235"}])
    found = attributes(made)
    assert found["billing_address_name"] == "Garnboden Exempel AB"
    assert found["billing_address_address"] == "Storgatan 1"
    assert found["billing_address_zipcode"] == "852 30"
    assert found["billing_address_country"] == "Sweden"
    customer = made["included"][0]["attributes"]
    assert customer["organization_number"] == "559999-1235"
    assert customer["address_company"] == "Garnboden Exempel AB"


def test_a_guest_in_short_has_no_customer(tmp_path: Path) -> None:
    (made,) = read(tmp_path, [{**SHORT, "customer": None, "company": "Eksempel AS"}])
    assert made["data"]["relationships"]["customer"] == {"data": None}
    assert attributes(made)["customer_address_company"] == "Eksempel AS"


def test_dates_and_a_status_of_its_own_are_kept(tmp_path: Path) -> None:
    given = {
        **SHORT,
        "status": "Hentet",
        "created_at": "2026-11-01 08:00:00",
        "finished_at": "2026-11-02 08:00:00",
    }
    (made,) = read(tmp_path, [given])
    assert attributes(made)["finished_at"] == "2026-11-02 08:00:00"
    status = made["data"]["relationships"]["order-status"]["data"]["id"]
    names = {part["id"]: part["attributes"].get("name") for part in made["included"]}
    assert names[status] == {"no": "Hentet"}


def without(name: str) -> dict[str, Any]:
    given = document(a_sale())
    del given["data"][name]
    return given


def changed(**data: Any) -> dict[str, Any]:
    given = document(a_sale())
    given["data"].update(data)
    return given


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (7, "holds no list"),
        ({"orders": 7}, "holds no list"),
        ([7], "order 1: the document: has no data object"),
        ([document(a_sale()), {}], "order 2"),
        ([without("id")], "data: has no id"),
        ([without("type")], "data: has no type"),
        ([without("attributes")], "data: has no attributes"),
        ([changed(type="products")], "data.type: is not 'orders'"),
        ([changed(relationships=[])], "data: has no relationships object"),
        ([changed(relationships={"customer": 7})], "data.relationships.customer"),
        ([changed(relationships={"customer": {"data": 7}})], "refers to nothing"),
        ([{**document(a_sale()), "included": {}}], "included: is not a list"),
        ([{**document(a_sale()), "included": [7]}], "included[0]: is not an object"),
        ([{"lines": []}], "the sale in short: is incomplete"),
        ([{**SHORT, "created_at": "yesterday"}], "the sale in short: is incomplete"),
    ],
)
def test_a_wrong_shape_is_told_with_its_place(
    tmp_path: Path, given: object, complaint: str
) -> None:
    with pytest.raises(ShapeError) as caught:
        read(tmp_path, given)
    assert complaint in str(caught.value)
    assert "orders.json" in str(caught.value)


def test_a_file_that_is_not_json_or_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "orders.json"
    with pytest.raises(ShapeError, match="cannot be read"):
        read_orders(path, now=NOW)
    path.write_bytes(b"\xff not json")
    with pytest.raises(ShapeError, match="is not JSON"):
        read_orders(path, now=NOW)
