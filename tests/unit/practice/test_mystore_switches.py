from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.practice.calling import Shop, a_sale
from tests.unit.practice.conftest import ShopMaker
from tests.unit.practice.test_mystore_reading import condition, three_orders
from tests.unit.practice.test_mystore_writing import history, patch, tag
from tripletex_wizard.practice.mystore.furnishing import COMPLETED, IN_PROGRESS
from tripletex_wizard.practice.mystore.sale import Address, SaleTotal, document
from tripletex_wizard.practice.switches import MYSTORE

Check = Callable[[Shop], None]
CHECKS: dict[tuple[str, str], Check] = {}


def when(name: str, value: str) -> Callable[[Check], Check]:
    """The check of a shop where this one switch is put."""

    def keep(check: Check) -> Check:
        CHECKS[name, value] = check
        return check

    return keep


def order(shop: Shop) -> Any:
    return shop.get("orders/10457")["data"]


def lines(shop: Shop) -> list[dict[str, Any]]:
    return [row["attributes"] for row in shop.get("orders/10457/order-products")["data"]]


def totals(shop: Shop) -> list[dict[str, Any]]:
    return [row["attributes"] for row in shop.get("orders/10457/order-totals")["data"]]


def customer(shop: Shop) -> Any:
    return shop.get("customers/3312")["data"]["attributes"]


@when("include", "rejected")
def _(shop: Shop) -> None:
    assert shop.status("orders", include="customer") == 400
    assert shop.status("orders") == 200


@when("include", "ignored")
def _(shop: Shop) -> None:
    assert "included" not in shop.get("orders", include="customer")


@when("line_price", "inc_vat")
def _(shop: Shop) -> None:
    assert [line["price"] for line in lines(shop)] == ["89.0000", "349.0000", "35.0000"]


@when("totals_basis", "ex_vat")
def _(shop: Shop) -> None:
    rows = [(row["class"], Decimal(row["value"])) for row in totals(shop)]
    goods = sum(Decimal(line["price"]) * line["quantity"] for line in lines(shop))
    assert dict(rows)["ot_subtotal"] == goods
    assert dict(rows)["ot_shipping"] == Decimal("63.20")
    assert sum(value for _, value in rows[:-1]) == rows[-1][1] == 730


@when("money", "number")
def _(shop: Shop) -> None:
    assert [line["price"] for line in lines(shop)] == [71.2, 349, 30.4348]
    assert lines(shop)[0]["tax"] == 25
    assert totals(shop)[0]["value"] == 651
    assert shop.get("tax-classes/1")["data"]["attributes"]["rate"] == 25


@when("quantity", "text")
def _(shop: Shop) -> None:
    assert [line["quantity"] for line in lines(shop)] == ["3", "1", "1"]


@when("line_attributes", "alternative")
def _(shop: Shop) -> None:
    assert set(lines(shop)[0]) == {"name", "model", "final_price", "tax_rate", "qty"}
    assert shop.status("order-products", **{"fields[order-products]": "model"}) == 200
    assert shop.status("order-products", **{"fields[order-products]": "sku"}) == 400


@when("total_attributes", "alternative")
def _(shop: Shop) -> None:
    assert set(totals(shop)[0]) == {"title", "text", "amount", "code", "sort_order"}


@when("line_name", "object")
def _(shop: Shop) -> None:
    assert lines(shop)[1]["name"]["no"] == "Strikkebok på norsk"


@when("status_name", "text")
def _(shop: Shop) -> None:
    assert shop.get("order-status/3")["data"]["attributes"]["name"] == "Sendt"


@when("name_entities", "html")
def _(shop: Shop) -> None:
    company = order(shop)["attributes"]["billing_address_company"]
    assert company == "Garn &amp; S&aring;nt AS"
    assert lines(shop)[1]["name"] == "Strikkebok p&aring; norsk"
    assert totals(shop)[1]["title"] == "Frakt p&aring; d&oslash;ra"
    assert customer(shop)["address_company"] == "Garn &amp; S&aring;nt AS"


@when("hidden_quantity", "hidden")
def _(shop: Shop) -> None:
    assert "quantity" not in lines(shop)[0]


@when("guest_customer", "missing")
def _(shop: Shop) -> None:
    assert "customer" in order(shop)["relationships"]
    guest = replace(a_sale().buyer, customer_id=None)
    shop.application.put_order(document(a_sale(buyer=guest)))
    assert "customer" not in order(shop)["relationships"]


@when("to_many", "unlisted")
def _(shop: Shop) -> None:
    link = order(shop)["relationships"]["order-products"]
    related = "http://localhost/shops/fjordgarn/orders/10457/order-products"
    assert link == {"links": {"related": related}}
    assert len(shop.get("orders/10457", include="order-products")["included"]) == 3


@when("country", "norwegian")
def _(shop: Shop) -> None:
    assert order(shop)["attributes"]["shipping_address_country"] == "Norge"
    assert customer(shop)["billing_address_country"] == "Norge"


@when("country", "code")
def _(shop: Shop) -> None:
    assert order(shop)["attributes"]["customer_address_country"] == "NO"


@when("address_name", "split")
def _(shop: Shop) -> None:
    attributes = order(shop)["attributes"]
    assert attributes["billing_address_name"] == "Kari"
    assert attributes["billing_address_lastname"] == "Eksempel"


@when("empty_address", "null")
def _(shop: Shop) -> None:
    attributes = order(shop)["attributes"]
    assert attributes["billing_address_state"] is None
    assert attributes["shipping_method"] == ""


for attribute in ("org_number", "orgnr", "company_number", "vat_number"):

    @when("organisation_number", attribute)
    def _(shop: Shop) -> None:
        name = shop.switches["organisation_number"]
        assert customer(shop)[name] == "999880002"
        assert "organization_number" not in customer(shop)


@when("organisation_number", "absent")
def _(shop: Shop) -> None:
    assert "999880002" not in customer(shop).values()


@when("finished_at", "never_set")
def _(shop: Shop) -> None:
    assert order(shop)["attributes"]["finished_at"] is None
    assert shop.ids("orders", condition("a", "finished_at", "gt", "2000-01-01 00:00:00")) == []


@when("timestamps", "utc")
def _(shop: Shop) -> None:
    assert order(shop)["attributes"]["created_at"] == "2026-11-20 13:03:27"
    assert shop.ids("orders", condition("a", "created_at", "eq", "2026-11-20 13:03:27"))


@when("timestamps", "iso")
def _(shop: Shop) -> None:
    assert order(shop)["attributes"]["created_at"] == "2026-11-20T14:03:27+01:00"
    assert shop.ids("orders", condition("a", "created_at", "eq", "2026-11-20 14:03:27"))


@when("tax_class_name", "name")
def _(shop: Shop) -> None:
    assert shop.get("tax-classes/1")["data"]["attributes"]["name"] == "Høy sats"


@when("date_filter", "rejected")
def _(shop: Shop) -> None:
    for path, status in (("updated_at", 400), ("finished_at", 400), ("created_at", 200)):
        query = condition("a", path, "gte", "2026-01-01 00:00:00")
        assert shop.status("orders", **query) == status


@when("two_conditions", "last")
def _(shop: Shop) -> None:
    query = {
        **condition("from", "created_at", "gt", "2030-01-01 00:00:00"),
        **condition("to", "created_at", "lt", "2031-01-01 00:00:00"),
    }
    assert shop.ids("orders", query) == ["10457"]


@when("status_filter", "supported")
def _(shop: Shop) -> None:
    assert shop.ids("orders", condition("a", "order-status", "eq", COMPLETED)) == ["10457"]
    assert shop.ids("orders", condition("a", "order-status", "eq", IN_PROGRESS)) == []


@when("status_orders", "not_found")
def _(shop: Shop) -> None:
    assert shop.status("order-status/3/orders") == 404


@when("sort", "rejected")
def _(shop: Shop) -> None:
    assert shop.status("orders", sort="-updated_at") == 400


@when("sort", "ignored")
def _(shop: Shop) -> None:
    for each in three_orders():
        shop.application.put_order(each)
    assert shop.ids("orders", {"sort": "-id"}) == ["10457", "10458", "10459"]


@when("page_size", "50")
def _(shop: Shop) -> None:
    for number in range(60):
        shop.application.put_order(document(a_sale(str(20000 + number))))
    assert len(shop.ids("orders", {"page[size]": "100"})) == 50


@when("past_end", "empty")
def _(shop: Shop) -> None:
    assert shop.ids("orders", {"page[number]": "2"}) == []


@when("last_next", "null")
def _(shop: Shop) -> None:
    assert shop.get("orders")["links"]["next"] is None


@when("retry_after", "left_out")
def _(shop: Shop) -> None:
    codes = {(answer := shop.call("GET", "settings")).status_code for _ in range(121)}
    assert codes == {200, 429}
    assert "Retry-After" not in answer.headers


@when("expired_status", "401")
def _(shop: Shop) -> None:
    shop.token = shop.application.make_token(lifetime=timedelta(days=-1))
    assert shop.status("orders") == 401


@when("missing_scope", "not_found")
def _(shop: Shop) -> None:
    shop.token = shop.application.make_token(["read:orders"])
    assert shop.status("orders/10457/order-totals") == 404
    assert shop.get("orders", include="customer")["included"] == []


@when("missing_scope", "empty")
def _(shop: Shop) -> None:
    shop.token = shop.application.make_token(["read:orders"])
    assert shop.ids("orders/10457/order-totals") == []
    assert shop.get("payment") == []
    assert shop.status("customers/3312") == 404


@when("payment_list", "keyed")
def _(shop: Shop) -> None:
    assert shop.get("payment")["vipps"] == {"name": "Vipps", "method": "vipps"}


@when("payment_code", "name")
def _(shop: Shop) -> None:
    assert {"name": "vipps", "method": "Vipps"} in shop.get("payment")


def status_of(shop: Shop) -> object:
    (only,) = shop.state()["orders"]
    return only["status"]


@when("patch_status", "ignored")
def _(shop: Shop) -> None:
    assert shop.call("PATCH", "orders/10457", body=patch(IN_PROGRESS)).status_code == 200
    assert status_of(shop) == COMPLETED


@when("patch_status", "rejected")
def _(shop: Shop) -> None:
    assert shop.call("PATCH", "orders/10457", body=patch(IN_PROGRESS)).status_code == 422
    assert status_of(shop) == COMPLETED


@when("history_create", "comment_only")
def _(shop: Shop) -> None:
    body = history(IN_PROGRESS, notified=False)
    assert shop.call("POST", "order-status-history", body=body).status_code == 201
    assert status_of(shop) == COMPLETED
    assert len(shop.ids("orders/10457/order-status-history")) == 3


@when("history_create", "rejected")
def _(shop: Shop) -> None:
    body = history(IN_PROGRESS, notified=True)
    assert shop.call("POST", "order-status-history", body=body).status_code == 422
    assert shop.state()["emails"] == []


@when("order_tags", "rejected")
def _(shop: Shop) -> None:
    assert shop.call("POST", "order-tags", body=tag()).status_code == 422


def test_a_country_outside_the_table_stays_as_it_is(make_shop: ShopMaker) -> None:
    elsewhere = replace(a_sale().buyer, address=Address("Ring 1", "1010", "Wien", "AT"))
    shop = make_shop([document(a_sale(buyer=elsewhere))], country="norwegian")
    assert order(shop)["attributes"]["billing_address_country"] == "AT"


def test_totals_of_an_order_without_vat_are_the_same_either_way(make_shop: ShopMaker) -> None:
    untaxed = tuple(row for row in a_sale().totals if row.kind != "ot_tax")
    given = [document(a_sale(totals=untaxed))]
    assert totals(make_shop(given, totals_basis="ex_vat")) == totals(make_shop(given))


def test_a_discount_without_vat_leaves_a_subtotal_that_fits(make_shop: ShopMaker) -> None:
    rows = (
        SaleTotal("ot_subtotal", "Delsum", "267.0000"),
        SaleTotal("ot_coupon", "Rabatt", "-67.0000"),
        SaleTotal("ot_tax", "MVA 25%", "40.0000"),
        SaleTotal("ot_total", "Totalsum", "200.0000"),
    )
    given = [document(a_sale(lines=a_sale().lines[:1], totals=rows))]
    shown = [row["value"] for row in totals(make_shop(given, totals_basis="ex_vat"))]
    assert shown == ["213.6000", "-53.6000", "40.0000", "200.0000"]


FLIPS = [(row.name, value) for row in MYSTORE for value in row.values[1:]]


@pytest.mark.parametrize(("name", "value"), FLIPS)
def test_each_switch_flipped_alone_changes_what_it_says(
    make_shop: ShopMaker, name: str, value: str
) -> None:
    CHECKS[name, value](make_shop(calls_per_minute=120, **{name: value}))


@pytest.mark.parametrize(("name", "value"), FLIPS)
def test_each_check_fails_when_its_switch_is_not_flipped(
    make_shop: ShopMaker, name: str, value: str
) -> None:
    untouched = make_shop(calls_per_minute=120)
    with pytest.raises((AssertionError, KeyError, TypeError, AttributeError)):
        CHECKS[name, value](untouched)


def test_the_table_names_each_switch_once_with_a_reason() -> None:
    names = [row.name for row in MYSTORE]
    assert len(names) == len(set(names))
    assert set(CHECKS) == set(FLIPS)
    for row in MYSTORE:
        assert row.service == "mystore"
        assert row.grade in {"INF", "UNK"}
        assert re.match(r"[A-Z].*\.$", row.about)
        assert len(set(row.values)) == len(row.values) > 1
