from __future__ import annotations

from typing import Any

import pytest

from tests.unit.practice.calling import Shop, a_sale
from tests.unit.practice.conftest import ShopMaker
from tripletex_wizard.practice.mystore.furnishing import COMPLETED, IN_PROGRESS
from tripletex_wizard.practice.mystore.sale import document


@pytest.fixture
def unfinished(make_shop: ShopMaker) -> Shop:
    return make_shop([document(a_sale(status=IN_PROGRESS, finished_at=None))])


def to_status(status: str) -> dict[str, Any]:
    return {"order-status": {"data": {"type": "order-status", "id": status}}}


def history(status: str, *, notified: bool) -> dict[str, Any]:
    return {
        "data": {
            "type": "order-status-history",
            "attributes": {"comment": "Faktura 10201", "customer_notified": notified},
            "relationships": {
                "order": {"data": {"type": "orders", "id": "10457"}},
                **to_status(status),
            },
        }
    }


def patch(status: str) -> dict[str, Any]:
    return {"data": {"type": "orders", "id": "10457", "relationships": to_status(status)}}


def test_a_patched_status_captures_the_payment_once(unfinished: Shop) -> None:
    answer = unfinished.call("PATCH", "orders/10457", body=patch(COMPLETED))
    attributes = answer.get_json()["data"]["attributes"]
    assert attributes["finished_at"] == attributes["updated_at"] == "2026-11-23 13:00:00"
    unfinished.call("PATCH", "orders/10457", body=patch(IN_PROGRESS))
    unfinished.call("PATCH", "orders/10457", body=patch(COMPLETED))
    (capture,) = unfinished.state()["captures"]
    assert (capture["order"], capture["through"]) == ("10457", "PATCH orders")
    assert unfinished.state()["emails"] == []


def test_a_status_that_does_not_complete_captures_nothing(shop: Shop) -> None:
    shop.call("PATCH", "orders/10457", body=patch(IN_PROGRESS))
    (order,) = shop.state()["orders"]
    assert order["status"] == IN_PROGRESS
    assert order["finished_at"] == "2026-11-21 09:12:05"
    assert shop.state()["captures"] == []


def test_history_notes_and_tells_the_customer_when_asked_to(unfinished: Shop) -> None:
    path = "order-status-history"
    silent = unfinished.call("POST", path, body=history(IN_PROGRESS, notified=False))
    assert silent.status_code == 201
    assert unfinished.state()["emails"] == []
    unfinished.call("POST", path, body=history(COMPLETED, notified=True))
    (email,) = unfinished.state()["emails"]
    assert (email["to"], email["comment"]) == ("kari@example.com", "Faktura 10201")
    assert [capture["through"] for capture in unfinished.state()["captures"]] == [path]
    assert len(unfinished.ids("orders/10457/order-status-history")) == 4


def test_completing_captures(unfinished: Shop) -> None:
    assert unfinished.call("PATCH", "orders/10457/complete").get_json() == {"success": True}
    (order,) = unfinished.state()["orders"]
    assert order["status"] == COMPLETED
    assert [capture["through"] for capture in unfinished.state()["captures"]] == ["complete"]


def test_an_invoice_is_not_captured(make_shop: ShopMaker) -> None:
    sale = a_sale(status=IN_PROGRESS, finished_at=None, payment_module="invoice")
    shop = make_shop([document(sale)])
    shop.call("PATCH", "orders/10457/complete")
    assert shop.state()["captures"] == []


def tag() -> dict[str, Any]:
    return {
        "data": {
            "type": "order-tags",
            "attributes": {"key": "tripletex", "value": "10201"},
            "relationships": {"order": {"data": {"type": "orders", "id": "10457"}}},
        }
    }


def test_a_tag_stays_on_its_order(shop: Shop) -> None:
    made = shop.call("POST", "order-tags", body=tag()).get_json()["data"]["id"]
    assert shop.ids("orders/10457/order-tags") == shop.ids("order-tags") == [made]
    assert shop.get("orders/10457", include="order-tags")["included"][0]["id"] == made


UNKNOWN_ORDER = {"order": {"data": {"type": "orders", "id": "1"}}}


@pytest.mark.parametrize(
    ("method", "path", "data", "pointer"),
    [
        ("PATCH", "orders/10457", {"type": "order"}, "/data/type"),
        ("PATCH", "orders/10457", {"type": "orders", "attributes": []}, "/data"),
        (
            "PATCH",
            "orders/10457",
            {"type": "orders", "attributes": {"colour": "red"}},
            "/data/attributes/colour",
        ),
        (
            "PATCH",
            "orders/10457",
            {"type": "orders", "relationships": to_status("77")},
            "/data/relationships/order-status",
        ),
        (
            "POST",
            "order-status-history",
            {"type": "order-status-history", "relationships": UNKNOWN_ORDER},
            "/data/relationships/order",
        ),
        (
            "POST",
            "order-status-history",
            {
                "type": "order-status-history",
                "relationships": {"order": {"data": {"type": "orders", "id": "10457"}}},
            },
            "/data/relationships/order-status",
        ),
        ("POST", "order-tags", {"type": "order-tags"}, "/data/attributes/key"),
    ],
)
def test_a_body_that_cannot_be_taken_gives_422_with_a_pointer(
    shop: Shop, method: str, path: str, data: dict[str, Any], pointer: str
) -> None:
    answer = shop.call(method, path, body={"data": data})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["source"] == {"pointer": pointer}


def test_a_body_that_is_not_json_gives_400(shop: Shop) -> None:
    assert shop.call("PATCH", "orders/10457").status_code == 400


def test_an_unknown_order_gives_404(shop: Shop) -> None:
    assert shop.call("PATCH", "orders/1", body=patch(COMPLETED)).status_code == 404
