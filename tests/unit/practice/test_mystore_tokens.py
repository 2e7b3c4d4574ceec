from __future__ import annotations

from datetime import timedelta

import jwt
import pytest

from tests.unit.practice.calling import Clock, Shop
from tests.unit.practice.conftest import ShopMaker
from tripletex_wizard.practice.mystore.token import ALL_SCOPES, PRACTICE_KEY, make_token

EXPIRED = "Token has expired or is invalid"


def test_the_token_carries_the_claims_of_a_real_one(shop: Shop, clock: Clock) -> None:
    claims = jwt.decode(shop.token, options={"verify_signature": False})
    assert set(claims) == {"aud", "jti", "iat", "nbf", "exp", "sub", "scopes", "no_mystore_hosts"}
    assert claims["no_mystore_hosts"] == ["fjordgarn"]
    assert claims["sub"].startswith("fjordgarn_")
    assert claims["exp"] - claims["iat"] == 3653 * 24 * 3600
    assert {"read:orders", "write:orders"} <= set(claims["scopes"])


def refused(shop: Shop, authorization: str) -> bool:
    answer = shop.call("GET", "orders", Authorization=authorization)
    return answer.status_code == 403 and answer.get_json()["errors"][0]["detail"] == EXPIRED


def test_missing_wrong_and_foreign_tokens_are_refused(shop: Shop, clock: Clock) -> None:
    foreign = make_token("otherwool", now=clock())
    forged = jwt.encode({"exp": 9**10, "scopes": ["*"]}, "x" * 32, algorithm="HS256")
    bare = jwt.encode({"exp": 9**10}, PRACTICE_KEY, algorithm="HS256")
    for token in ("Bearer nonsense", "", f"Bearer {foreign}", f"Bearer {forged}", f"Bearer {bare}"):
        assert refused(shop, token)
    assert refused(shop, f"Basic {shop.token}")


def test_a_token_stops_working_when_it_expires(shop: Shop, clock: Clock) -> None:
    token = shop.application.make_token(lifetime=timedelta(days=1))
    assert not refused(shop, f"Bearer {token}")
    clock.forward(24 * 3600)
    assert refused(shop, f"Bearer {token}")


def test_reading_needs_the_scope_of_what_is_read(shop: Shop) -> None:
    shop.token = shop.application.make_token(["read:orders"])
    assert shop.status("orders") == 200
    assert shop.status("orders/10457/order-totals") == 403
    assert shop.status("customers/3312") == 403
    assert shop.status("settings") == 403
    assert shop.status("orders", include="customer") == 403


@pytest.mark.parametrize("scope", ["write:orders", "edit:orders", "*"])
def test_writing_needs_a_scope_that_is_not_reading(shop: Shop, scope: str) -> None:
    body = {"data": {"type": "orders", "id": "10457", "attributes": {"tracking_number": "37"}}}
    shop.token = shop.application.make_token(["read:orders", "hide:orders"])
    assert shop.call("PATCH", "orders/10457", body=body).status_code == 403
    shop.token = shop.application.make_token([scope, "read:orders"])
    assert shop.call("PATCH", "orders/10457", body=body).status_code == 200


def test_calls_over_the_limit_wait_for_the_minute_to_end(
    make_shop: ShopMaker, clock: Clock
) -> None:
    shop = make_shop(calls_per_minute=120)
    for _ in range(120):
        assert shop.status("settings") == 200
    clock.forward(20.5)
    answer = shop.call("GET", "settings")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "40")
    clock.forward(39.5)
    assert shop.status("settings") == 200


def test_each_token_has_a_limit_of_its_own(make_shop: ShopMaker) -> None:
    shop = make_shop(calls_per_minute=1)
    assert shop.status("settings") == 200
    shop.token = shop.application.make_token(ALL_SCOPES, timedelta(days=2))
    assert shop.status("settings") == 200


def test_no_token_is_recorded_with_the_requests(shop: Shop) -> None:
    shop.get("orders", **{"page[size]": "5"})
    (request,) = shop.state()["requests"]
    assert (
        request
        == {
            "method": "GET",
            "path": "/shops/fjordgarn/orders",
            "query": "page%5Bsize%5D=5",
            "status": 200,
        }
        or request["query"] == "page[size]=5"
    )
    assert shop.token not in str(shop.state())
