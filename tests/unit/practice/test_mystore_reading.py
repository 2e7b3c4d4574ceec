from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.unit.practice.calling import Clock, Shop, a_sale, request_of
from tests.unit.practice.conftest import ShopMaker
from tripletex_wizard.practice.mystore.furnishing import IN_PROGRESS
from tripletex_wizard.practice.mystore.sale import document

EVENING = datetime(2026, 11, 20, 18, 0)  # noqa: DTZ001 -- shop time


def three_orders() -> list[dict[str, Any]]:
    hours = timedelta(hours=1)
    return [
        document(a_sale("10457")),
        document(a_sale("10458", created_at=EVENING, finished_at=None, status=IN_PROGRESS)),
        document(a_sale("10459", created_at=EVENING + hours, finished_at=EVENING + 2 * hours)),
    ]


@pytest.fixture
def three(make_shop: ShopMaker) -> Shop:
    return make_shop(three_orders())


def condition(name: str, path: str, operator: str, value: str) -> dict[str, str]:
    parts = {"path": path, "operator": operator, "value": value}
    return {f"filter[{name}][{part}]": text for part, text in parts.items()}


def test_a_document_is_served_as_it_was_given(shop: Shop) -> None:
    given = document(a_sale())
    served = shop.get("orders/10457", include="customer,order-products,order-totals")
    assert served["data"]["attributes"] == given["data"]["attributes"]
    by_id = {(part["type"], part["id"]): part["attributes"] for part in served["included"]}
    for part in given["included"]:
        if part["type"] != "order-status-history":
            assert by_id[part["type"], part["id"]] == part["attributes"]


def test_a_referred_status_is_filled_in_from_the_shop(shop: Shop) -> None:
    (status,) = shop.get("orders/10457", include="order-status")["included"]
    assert status["attributes"]["name"]["no"] == "Sendt"


def test_pages_are_linked_by_absolute_addresses_until_the_last(three: Shop) -> None:
    seen, page = [], three.get("orders", **{"page[size]": "1"})
    while True:
        seen += [order["id"] for order in page["data"]]
        if "next" not in page["links"]:
            break
        address = page["links"]["next"]
        assert address.startswith("http://localhost/shops/fjordgarn/orders?")
        page = three.call("GET", "orders?" + address.partition("?")[2]).get_json()
    assert seen == ["10457", "10458", "10459"]
    assert "prev" in page["links"]


def test_a_page_past_the_end_is_not_found(three: Shop) -> None:
    assert three.status("orders", **{"page[number]": "2"}) == 404


def test_an_empty_list_has_a_first_page(make_shop: ShopMaker) -> None:
    assert make_shop([]).ids("orders", {"page[number]": "1"}) == []


@pytest.mark.parametrize("text", ["0", "-1", "x", ""])
def test_a_page_must_be_a_whole_number(shop: Shop, text: str) -> None:
    assert shop.status("orders", **{"page[number]": text}) == 400


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("gte", ["10458", "10459"]),
        ("gt", ["10459"]),
        (">", ["10459"]),
        ("lt", ["10457"]),
        ("<", ["10457"]),
        ("lte", ["10457", "10458"]),
        ("eq", ["10458"]),
    ],
)
def test_operators_compare_timestamps(three: Shop, operator: str, expected: list[str]) -> None:
    query = condition("a", "created_at", operator, "2026-11-20 18:00:00")
    assert three.ids("orders", query) == expected


def test_two_names_make_a_range(three: Shop) -> None:
    query = {
        **condition("from", "created_at", "gte", "2026-11-20 18:00:00"),
        **condition("to", "created_at", "lt", "2026-11-20 19:00:00"),
    }
    assert three.ids("orders", query) == ["10458"]


def test_an_order_that_is_not_finished_meets_no_condition_on_it(three: Shop) -> None:
    query = condition("a", "finished_at", "gte", "2000-01-01 00:00:00")
    assert three.ids("orders", query) == ["10457", "10459"]


@pytest.mark.parametrize(
    "query",
    [
        condition("a", "colour", "eq", "red"),
        condition("a", "created_at", "like", "2026"),
        {"filter[a][path]": "created_at"},
        {"filter[created_at]": "2026"},
        {"fields[orders]": "created_at,colour"},
        {"fields[order-products]": "products_name"},
        {"include": "colour"},
        {"sort": "colour"},
    ],
)
def test_what_the_shop_does_not_know_gives_400(shop: Shop, query: dict[str, str]) -> None:
    answer = shop.call("GET", "orders", query)
    assert answer.status_code == 400
    assert set(answer.get_json()["errors"][0]) == {"title", "status", "detail"}


def test_an_unknown_parameter_is_ignored(shop: Shop) -> None:
    assert shop.ids("orders", {"colour": "red"}) == ["10457"]


def test_fields_leave_only_what_they_name(shop: Shop) -> None:
    (order,) = shop.get("orders", **{"fields[orders]": "currency,customer"})["data"]
    assert order["attributes"] == {"currency": "NOK"}
    assert list(order["relationships"]) == ["customer"]


def test_include_follows_paths(shop: Shop) -> None:
    included = shop.get("orders", include="order-status-history.order-status")["included"]
    assert [part["type"] for part in included].count("order-status-history") == 2
    assert {part["id"] for part in included if part["type"] == "order-status"} == {"1", "3"}


def test_without_include_nothing_is_included(shop: Shop) -> None:
    assert "included" not in shop.get("orders")


def test_orders_are_sorted_either_way(three: Shop) -> None:
    assert three.ids("orders", {"sort": "-created_at"}) == ["10459", "10458", "10457"]
    assert three.ids("orders", {"sort": "currency,id"}) == ["10457", "10458", "10459"]


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("orders/10457/order-products", 3),
        ("orders/10457/order-totals", 5),
        ("orders/10457/order-status-history", 2),
        ("orders/10457/order-tags", 0),
        ("order-products/1045701/order-product-attributes", 0),
        ("order-status", 5),
        ("order-status/3/orders", 2),
        ("customers/3312/orders", 3),
        ("customers", 1),
        ("tax-classes", 5),
        ("order-products", 9),
        ("order-totals", 15),
        ("order-tags", 0),
        ("currencies", 2),
        ("languages", 1),
    ],
)
def test_lists_hold_what_belongs_to_them(three: Shop, path: str, count: int) -> None:
    assert len(three.ids(path)) == count


@pytest.mark.parametrize(
    "path",
    ["orders/1", "orders/1/order-totals", "colours", "order-status-history", "z/1/2/3", ""],
)
def test_an_unknown_id_or_path_gives_404(shop: Shop, path: str) -> None:
    assert shop.status(path) == 404


def test_another_shop_gives_404(shop: Shop) -> None:
    elsewhere = request_of("/shops/otherwool/orders", token=shop.token)
    assert shop.application.respond(elsewhere).status_code == 404


def test_a_method_that_a_path_does_not_take_gives_405(shop: Shop) -> None:
    assert shop.call("DELETE", "orders/10457").status_code == 405


def test_plain_endpoints_answer_plain_json_without_klarna(shop: Shop) -> None:
    answer = shop.call("GET", "payment")
    assert answer.content_type == "application/json"
    assert {"name": "Vipps", "method": "vipps"} in answer.get_json()
    assert not [row for row in answer.get_json() if "klarna" in row["method"]]
    assert "default_language" in shop.get("settings")
    assert {row["method"] for row in shop.get("shipping")} >= {"bring"}


def test_a_wrong_accept_header_is_answered_all_the_same(shop: Shop) -> None:
    answer = shop.call("GET", "orders", Accept="text/html")
    assert answer.status_code == 200
    assert answer.content_type == "application/vnd.api+json"


def test_lagging_lists_show_orders_as_they_were(shop: Shop, clock: Clock) -> None:
    clock.forward(60)
    shop.application.put_order(document(a_sale("10458")))
    shop.application.put_order(document(a_sale("10457", currency="SEK")))
    shop.application.list_lag = timedelta(seconds=30)
    (order,) = shop.get("orders")["data"]
    assert order["attributes"]["currency"] == "NOK"
    assert shop.get("orders/10457")["data"]["attributes"]["currency"] == "SEK"
    clock.forward(31)
    assert shop.ids("orders") == ["10457", "10458"]


def test_parts_with_ids_of_another_order_are_renumbered(make_shop: ShopMaker) -> None:
    twin = document(a_sale())
    twin["data"]["id"] = "10458"
    shop = make_shop([document(a_sale()), twin])
    own, other = (shop.ids(f"orders/{number}/order-products") for number in ("10457", "10458"))
    assert len(own) == len(other) == 3
    assert not set(own) & set(other)


def test_an_order_edited_without_included_keeps_its_lines(shop: Shop) -> None:
    edited = document(a_sale(currency="SEK"))
    del edited["included"]
    shop.application.put_order(edited)
    assert len(shop.ids("orders/10457/order-products")) == 3


def test_an_order_edited_as_a_whole_loses_its_former_lines(shop: Shop) -> None:
    shop.application.put_order(document(a_sale(lines=a_sale().lines[:1])))
    assert shop.ids("orders/10457/order-products") == ["1045701"]
    assert shop.ids("order-products") == ["1045701"]
