from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import Json, order_document, token_of
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    CredentialsRejected,
    PermissionMissing,
    Problem,
    SetupError,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.prices import gross_lines
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.token import ALL_SCOPES
from tripletex_wizard.practice.switches import MYSTORE

SINCE = date(2026, 11, 1)
COMPLETED = ["3"]
FLIPS = [(switch.name, value) for switch in MYSTORE for value in switch.values[1:]]

Orders = dict[str, Order | UnreadableOrder]


@pytest.fixture
def connect(servers: PracticeServers, clock: FakeClock) -> Iterator[Callable[..., MystoreClient]]:
    clients: list[MystoreClient] = []

    def make(token: Secret | None = None) -> MystoreClient:
        token = token or Secret(servers.mystore_token)
        clients.append(MystoreClient(servers.mystore_url, token=token, clock=clock))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


def finished(client: MystoreClient) -> Orders:
    orders = list(client.finished_orders(SINCE, COMPLETED))
    assert len({order.number for order in orders}) == len(orders)
    return {order.number: order for order in orders}


def calls(servers: PracticeServers) -> list[str]:
    requests: Any = servers.mystore.state()["requests"]
    return [request["path"] for request in requests]


def problems(orders: Orders) -> set[Problem]:
    return {order.problem for order in orders.values() if isinstance(order, UnreadableOrder)}


def missing(attribute: str) -> Problem:
    return Problem(Code.ATTRIBUTE_MISSING, attribute=attribute)


def booked(order: Order | UnreadableOrder) -> tuple[Money, ...] | None:
    """The lines that would be booked; None for an order that is stopped."""
    lines = gross_lines(order) if isinstance(order, Order) else None
    return None if isinstance(lines, Problem) else lines


def without(order: Order | UnreadableOrder, *names: str) -> object:
    """The order as it is but for some attributes."""
    if isinstance(order, UnreadableOrder):
        return order
    plain = {
        "lines": tuple(replace(line, price=Decimal(0)) for line in order.lines),
        "totals": (),
        "customer": replace(order.customer, organization_number=""),
        "times": {"created_at": order.created_at.replace(year=2000), "finished_at": None},
    }
    changes: dict[str, Any] = {name: plain[name] for name in names if name != "times"}
    if "times" in names:
        moment = order.created_at.replace(2000, 1, 1, 0, 0, 0)
        changes |= {"created_at": moment, "updated_at": None, "finished_at": None}
    return replace(order, **changes)


UNREADABLE = {
    "total_attributes=alternative": missing("order-totals.class"),
    "hidden_quantity=hidden": missing("order-products.quantity"),
    "finished_at=never_set": missing("orders.finished_at"),
}
"""Flips that stop every order, and for which reason."""

CHANGED = {
    "line_price=inc_vat": ("lines",),
    "totals_basis=ex_vat": ("totals",),
    "organisation_number=absent": ("customer",),
    "timestamps=utc": ("times",),
}
"""Flips after which some attributes cannot be known to be other than they are."""


@pytest.fixture(scope="module")
def usual(running: PracticeServers, clock: FakeClock) -> Orders:
    clock.sleep(61)
    client = MystoreClient(running.mystore_url, token=Secret(running.mystore_token), clock=clock)
    return finished(client)


def test_the_seed_s_completed_orders_are_read(usual: Orders, servers: PracticeServers) -> None:
    orders: Any = servers.mystore.state()["orders"]
    expected = {each["id"] for each in orders if each["status"] == "3"}
    assert len(expected) > 30
    assert usual.keys() == expected
    assert problems(usual) == set()


@pytest.mark.parametrize(("name", "value"), FLIPS)
def test_one_switch_flipped_gives_the_same_orders_or_names_why_not(
    servers: PracticeServers,
    connect: Callable[..., MystoreClient],
    usual: Orders,
    name: str,
    value: str,
) -> None:
    servers.switches.set(name, value)
    found = finished(connect())
    assert found.keys() == usual.keys()
    flip = f"{name}={value}"
    if flip in UNREADABLE:
        assert problems(found) == {UNREADABLE[flip]}
        assert all(isinstance(order, UnreadableOrder) for order in found.values())
        return
    changed = CHANGED.get(flip, ())
    for number, order in found.items():
        assert without(order, *changed) == without(usual[number], *changed)
        assert booked(order) in (booked(usual[number]), None)


def test_prices_with_vat_are_booked_as_those_without(
    servers: PracticeServers, connect: Callable[..., MystoreClient], usual: Orders
) -> None:
    servers.switches.set("line_price", "inc_vat")
    found = finished(connect())
    same = [number for number in usual if booked(found[number]) == booked(usual[number])]
    assert len(same) >= 0.9 * len(usual)


@pytest.mark.parametrize("include", ["supported", "rejected", "ignored"])
@pytest.mark.parametrize("to_many", ["listed", "unlisted"])
def test_one_order_is_the_same_as_in_the_list(
    servers: PracticeServers,
    connect: Callable[..., MystoreClient],
    usual: Orders,
    include: str,
    to_many: str,
) -> None:
    servers.switches.set("include", include)
    servers.switches.set("to_many", to_many)
    number = next(iter(usual))
    assert connect().order(number) == usual[number]


def test_an_order_that_was_completed_when_it_was_made_is_found(clock: FakeClock) -> None:
    at_once, later, before = order_document(10_001), order_document(10_002), order_document(10_003)
    at_once["data"]["attributes"] |= {
        "updated_at": None,
        "created_at": "2026-11-20 10:30:00",
        "finished_at": "2026-11-20 10:30:00",
    }
    later["data"]["attributes"]["created_at"] = "2026-10-01 12:00:00"
    before["data"]["attributes"] |= dict.fromkeys(
        ("updated_at", "created_at", "finished_at"), "2026-10-30 12:00:00"
    )
    with PracticeServers(now=clock.now, orders=[at_once, later, before]) as servers:
        token = Secret(servers.mystore_token)
        client = MystoreClient(servers.mystore_url, token=token, clock=clock)
        assert set(finished(client)) == {"10001", "10002"}
        client.close()


def test_a_thousand_orders_take_at_most_forty_calls(clock: FakeClock) -> None:
    documents = [order_document(number) for number in range(10_001, 11_001)]
    for page_size in ("100", "50"):
        with PracticeServers(
            now=clock.now, orders=documents, switches={"page_size": page_size}
        ) as servers:
            token = Secret(servers.mystore_token)
            client = MystoreClient(servers.mystore_url, token=token, clock=clock)
            orders = finished(client)
            client.close()
            assert len(orders) == 1000
            assert problems(orders) == set()
            assert len(calls(servers)) <= 40


def test_orders_that_come_and_change_while_pages_are_read_lose_none(clock: FakeClock) -> None:
    documents = [order_document(number) for number in range(20_001, 20_251)]
    with PracticeServers(now=clock.now, orders=documents) as servers:
        token = Secret(servers.mystore_token)
        client = MystoreClient(servers.mystore_url, token=token, clock=clock)
        reading = client.finished_orders(SINCE, COMPLETED)
        found = [next(reading).number]
        edited, returned = order_document(20_120), order_document(20_002)
        edited["data"]["attributes"]["updated_at"] = "2026-11-23 11:59:00"
        returned["data"]["relationships"]["order-status"]["data"]["id"] = "5"
        for document in (order_document(20_251), edited, returned):
            servers.mystore.put_order(document)
        found += [order.number for order in reading]
        client.close()
    assert found == [str(number) for number in range(20_001, 20_252)]


@pytest.mark.parametrize("answer", ["forbidden", "not_found", "empty"])
@pytest.mark.parametrize(
    "resource", ["orders", "order-products", "order-totals", "order-status", "customers"]
)
def test_a_missing_permission_is_named(
    servers: PracticeServers,
    connect: Callable[..., MystoreClient],
    answer: str,
    resource: str,
) -> None:
    servers.switches.set("missing_scope", answer)
    scopes = [scope for scope in ALL_SCOPES if scope != f"read:{resource}"]
    client = connect(Secret(servers.mystore.make_token(scopes)))
    assert client.claims.missing_permissions() == (f"read:{resource}",)
    with pytest.raises(PermissionMissing) as caught:
        finished(client)
    assert caught.value.problem.params == {"permission": f"read:{resource}"}


@pytest.mark.parametrize("answer", ["forbidden", "not_found", "empty"])
def test_a_missing_permission_for_the_plain_end_points_is_named(
    servers: PracticeServers, connect: Callable[..., MystoreClient], answer: str
) -> None:
    servers.switches.set("missing_scope", answer)
    client = connect(Secret(servers.mystore.make_token(["read:orders"])))
    for resource, call in (
        ("payment", client.payment_methods),
        ("order-status", client.statuses),
    ):
        with pytest.raises(PermissionMissing) as caught:
            call()
        assert caught.value.problem.params == {"permission": f"read:{resource}"}


@pytest.mark.parametrize("status", ["403", "401"])
def test_a_token_of_nobody_is_refused(
    servers: PracticeServers, connect: Callable[..., MystoreClient], status: str
) -> None:
    servers.switches.set("expired_status", status)
    with pytest.raises(CredentialsRejected) as caught:
        connect(token_of(no_mystore_hosts=[servers.shop])).statuses()
    assert caught.value.problem.code is Code.SHOP_TOKEN_REJECTED


def test_an_expired_token_makes_no_call(
    servers: PracticeServers, connect: Callable[..., MystoreClient]
) -> None:
    before = len(calls(servers))
    expired = servers.mystore.make_token(lifetime=timedelta(days=-2))
    with pytest.raises(CredentialsRejected) as caught:
        connect(Secret(expired)).statuses()
    assert caught.value.problem.code is Code.SHOP_TOKEN_EXPIRED
    assert len(calls(servers)) == before


def test_a_token_for_a_shop_that_is_not_here_is_told(
    connect: Callable[..., MystoreClient],
) -> None:
    with pytest.raises(SetupError) as caught:
        connect(token_of(no_mystore_hosts=["annet-garn"])).statuses()
    assert caught.value.problem.code is Code.WRONG_SHOP


def test_statuses_and_methods_are_read(
    servers: PracticeServers, connect: Callable[..., MystoreClient]
) -> None:
    client = connect()
    assert OrderStatus("3", "Sendt") in client.statuses()
    assert client.payment_methods()["vipps"] == "Vipps"
    assert "klarna_checkout" not in client.payment_methods()
    assert client.shop() == servers.shop


@pytest.mark.parametrize("setting", ["list", "keyed"])
@pytest.mark.parametrize("code", ["method", "name"])
def test_payment_methods_are_the_same_in_every_form(
    servers: PracticeServers, connect: Callable[..., MystoreClient], setting: str, code: str
) -> None:
    servers.switches.set("payment_list", setting)
    servers.switches.set("payment_code", code)
    methods = connect().payment_methods()
    assert methods["vipps"] == "Vipps"
    assert methods["invoice_enclosed"] == "Faktura vedlagt"


@pytest.mark.parametrize(
    "fault",
    [
        Fault(service="mystore", kind="drop_before"),
        Fault(service="mystore", kind="drop_after"),
        Fault(service="mystore", kind="status", status=504),
        Fault(service="mystore", kind="server_error_html"),
        Fault(service="mystore", kind="rate_limited", seconds=3),
        Fault(service="mystore", kind="rate_limited", reset=False),
    ],
)
def test_a_passing_fault_is_read_through(
    servers: PracticeServers, connect: Callable[..., MystoreClient], usual: Orders, fault: Fault
) -> None:
    servers.faults.add(fault)
    assert finished(connect()) == usual


def test_an_answer_cut_short_is_not_understood(
    servers: PracticeServers, connect: Callable[..., MystoreClient]
) -> None:
    servers.faults.add(Fault(service="mystore", kind="truncated"))
    with pytest.raises(AnswerNotUnderstood):
        finished(connect())


def test_nothing_that_is_logged_holds_the_token(
    servers: PracticeServers,
    connect: Callable[..., MystoreClient],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    finished(connect())
    assert "/orders" in caplog.text
    assert servers.mystore_token.split(".")[2] not in caplog.text


def values_of(document: Json) -> set[str]:
    """What stands in the attributes of a document, as far as it could be told from a key."""
    resources = [document["data"], *document["included"]]
    found = {str(value) for each in resources for value in each["attributes"].values()}
    return {value for value in found if len(value) > 3 and not value.startswith("ot_")}


def test_a_diagnosis_names_keys_and_nobody(clock: FakeClock) -> None:
    document = order_document()
    with PracticeServers(now=clock.now, orders=[document]) as servers:
        token = Secret(servers.mystore_token)
        client = MystoreClient(servers.mystore_url, token=token, clock=clock)
        report = client.diagnosis()
        client.close()
        assert len(calls(servers)) <= 16
    text = json.dumps(report, ensure_ascii=False)
    assert not {value for value in values_of(document) if value in text}
    assert servers.mystore_token not in text
    assert report["findings"]["order"] == "readable"
    assert report["findings"]["price_basis"] == ["ex", "ex_rounded_unit"]
    assert report["findings"]["include"] == "supported"
    lines = report["answers"]["orders/(id)/order-products"]["content"]["data"]
    assert lines["list(2)"][0]["attributes"]["price"] == "decimal(2.4)"


@pytest.mark.parametrize(
    ("name", "value", "finding", "expected"),
    [
        ("include", "rejected", "include", "refused"),
        ("include", "ignored", "include", "without effect"),
        ("date_filter", "rejected", "filter updated_at", "refused"),
        ("finished_at", "never_set", "filter finished_at", "accepted, finds nothing"),
        ("sort", "rejected", "sort", "refused"),
        ("line_price", "inc_vat", "price_basis", ["inc"]),
        (
            "total_attributes",
            "alternative",
            "order",
            "attribute_missing order-totals.class",
        ),
    ],
)
def test_a_diagnosis_finds_what_the_shop_can_do(
    clock: FakeClock, name: str, value: str, finding: str, expected: object
) -> None:
    with PracticeServers(
        now=clock.now, orders=[order_document()], switches={name: value}
    ) as servers:
        token = Secret(servers.mystore_token)
        client = MystoreClient(servers.mystore_url, token=token, clock=clock)
        findings = client.diagnosis()["findings"]
        client.close()
    assert findings[finding] == expected


def test_a_diagnosis_of_a_shop_that_refuses_most_is_a_diagnosis_still(
    servers: PracticeServers, connect: Callable[..., MystoreClient]
) -> None:
    report = connect(Secret(servers.mystore.make_token(["read:settings"]))).diagnosis()
    assert report["answers"]["settings"]["status"] == 200
    assert report["answers"]["orders"]["status"] == 403
    assert "read:orders" in report["findings"]["token"]["missing_permissions"]
