"""A change of status, the same on the fake shop and over HTTP on the practice shop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

import pytest

from tests.contract.mystore_calling import a_client_of
from tests.fakes.clock import FakeClock
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import an_order
from tests.unit.adapters.mystore_orders import NOON, Json, order_document
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.errors import Code, OrderRejected, PermissionMissing
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.token import ALL_SCOPES
from tripletex_wizard.services.ports import Webshop

NUMBER = "7001"
IN_WORK, SENT = OrderStatus("2", "Under behandling"), OrderStatus("3", "Sendt")
HISTORY, PATCH = ("effective", "comment_only", "rejected"), ("effective", "ignored", "rejected")
WAYS = list(product(HISTORY, PATCH))

REFUSED, KEPT = Code.STATUS_REFUSED, Code.STATUS_NOT_CHANGED


def expected(history: str, patch: str) -> bool | Code:
    """Whether the shop took the notice over, or why the status is as it was."""
    match history, patch:
        case ("effective", _) | (_, "effective"):
            return history != "rejected"
        case ("comment_only", _):
            return KEPT
        case _:
            return REFUSED


class Shop(Protocol):
    """A shop with one order in work, and what it has told customers."""

    @property
    def webshop(self) -> Webshop: ...

    def notices(self) -> list[tuple[object, object]]: ...


@dataclass
class InMemory:
    webshop: FakeWebshop

    def notices(self) -> list[tuple[object, object]]:
        return list(self.webshop.notices)


@dataclass
class OverHttp:
    webshop: MystoreClient
    servers: PracticeServers

    def notices(self) -> list[tuple[object, object]]:
        return [(row["order"], row["status"]) for row in rows(self.servers, "emails")]


def rows(servers: PracticeServers, name: str) -> list[dict[str, Any]]:
    found: Any = servers.mystore.state()[name]
    return list(found)


def in_work() -> Json:
    document = order_document()
    document["data"]["attributes"]["finished_at"] = None
    document["data"]["relationships"]["order-status"]["data"]["id"] = IN_WORK.id
    return document


@contextmanager
def over_http(
    switches: dict[str, str] | None = None, scopes: tuple[str, ...] = ALL_SCOPES
) -> Iterator[OverHttp]:
    clock = FakeClock(NOON)
    with PracticeServers(now=clock.now, orders=[in_work()], switches=switches) as servers:
        token = Secret(servers.mystore.make_token(scopes))
        with a_client_of(servers, clock, token) as client:
            yield OverHttp(client, servers)


@contextmanager
def in_memory(history: str, patch: str) -> Iterator[InMemory]:
    shop = FakeWebshop(an_order(NUMBER, status=IN_WORK, finished=None))
    outcome = expected(history, patch)
    shop.takes_statuses = outcome is not REFUSED
    shop.keeps_statuses = outcome is KEPT
    shop.takes_notices = history != "rejected"
    yield InMemory(shop)


@pytest.fixture(params=WAYS, ids=lambda way: f"history {way[0]}, patch {way[1]}")
def way(request: pytest.FixtureRequest) -> tuple[str, str]:
    history, patch = request.param
    return history, patch


@pytest.fixture(params=["in memory", "over HTTP"])
def shop(request: pytest.FixtureRequest, way: tuple[str, str]) -> Iterator[Shop]:
    history, patch = way
    if request.param == "in memory":
        with in_memory(history, patch) as opened:
            yield opened
    else:
        with over_http({"history_create": history, "patch_status": patch}) as practice:
            yield practice


def changed(shop: Shop, *, notify: bool) -> bool | Code:
    try:
        return shop.webshop.change_status(NUMBER, SENT, notify=notify).value
    except OrderRejected as refused:
        return refused.problem.code


def order_of(shop: Shop) -> Order:
    order = shop.webshop.order(NUMBER)
    assert isinstance(order, Order)
    return order


def test_a_status_is_changed_or_the_reason_is_told_whatever_the_shop_takes(
    shop: Shop, way: tuple[str, str]
) -> None:
    outcome = expected(*way)
    assert changed(shop, notify=True) == outcome
    is_sent = not isinstance(outcome, Code)
    assert order_of(shop).status.id == (SENT if is_sent else IN_WORK).id
    assert (order_of(shop).finished_at is not None) is is_sent
    assert shop.notices() == ([] if way[0] == "rejected" else [(NUMBER, SENT.id)])


def test_nobody_is_told_who_is_not_to_be_told(shop: Shop, way: tuple[str, str]) -> None:
    outcome = expected(*way)
    assert changed(shop, notify=False) == (outcome if isinstance(outcome, Code) else False)
    assert shop.notices() == []


def test_the_money_is_captured_once_and_orders_are_never_completed(way: tuple[str, str]) -> None:
    history, patch = way
    with over_http({"history_create": history, "patch_status": patch}) as shop:
        changed(shop, notify=True)
        changed(shop, notify=False)
        captures = rows(shop.servers, "captures")
        assert len(captures) == (0 if isinstance(expected(*way), Code) else 1)
        assert not [row for row in captures if row["through"] == "complete"]
        asked = [row["path"] for row in rows(shop.servers, "requests")]
        assert not [path for path in asked if path.endswith("/complete")]


def test_the_shop_s_own_history_says_what_was_asked() -> None:
    with over_http() as shop:
        changed(shop, notify=True)
        (entry,) = rows(shop.servers, "order-status-history")
    assert entry["attributes"]["comment"] == ""
    assert entry["attributes"]["customer_notified"] == 1
    assert entry["relationships"]["order"]["data"] == {"type": "orders", "id": NUMBER}
    assert entry["relationships"]["order-status"]["data"]["id"] == SENT.id


@pytest.mark.parametrize("lacks", ["write:order-status-history", "write:orders"])
def test_a_permission_that_lacks_is_claimed_so_and_named(lacks: str) -> None:
    scopes = tuple(scope for scope in ALL_SCOPES if scope != lacks)
    with over_http({"history_create": "rejected"}, scopes) as shop:
        assert shop.webshop.missing_to_write() == (lacks,)
        with pytest.raises(PermissionMissing) as refused:
            shop.webshop.change_status(NUMBER, SENT, notify=False)
    assert refused.value.problem.params == {"permission": lacks}
