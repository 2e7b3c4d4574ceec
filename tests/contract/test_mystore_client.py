"""What the client reads from the practice Mystore, whatever the shop answers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.contract.mystore_calling import (
    COMPLETED,
    FLIPS,
    SINCE,
    Connect,
    Orders,
    a_client_of,
    calls,
    finished,
)
from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import order_document
from tripletex_wizard.domain.errors import AnswerNotUnderstood, Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.prices import gross_lines
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers


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
    with a_client_of(running, clock) as client:
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
    connect: Connect,
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
    servers: PracticeServers, connect: Connect, usual: Orders
) -> None:
    servers.switches.set("line_price", "inc_vat")
    found = finished(connect())
    same = [number for number in usual if booked(found[number]) == booked(usual[number])]
    assert len(same) >= 0.9 * len(usual)


@pytest.mark.parametrize("include", ["supported", "rejected", "ignored"])
@pytest.mark.parametrize("to_many", ["listed", "unlisted"])
def test_one_order_is_the_same_as_in_the_list(
    servers: PracticeServers,
    connect: Connect,
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
    with (
        PracticeServers(now=clock.now, orders=[at_once, later, before]) as servers,
        a_client_of(servers, clock) as client,
    ):
        assert set(finished(client)) == {"10001", "10002"}


def test_a_thousand_orders_take_at_most_forty_calls(clock: FakeClock) -> None:
    documents = [order_document(number) for number in range(10_001, 11_001)]
    for page_size in ("100", "50"):
        with PracticeServers(
            now=clock.now, orders=documents, switches={"page_size": page_size}
        ) as servers:
            with a_client_of(servers, clock) as client:
                orders = finished(client)
            assert len(orders) == 1000
            assert problems(orders) == set()
            assert len(calls(servers)) <= 40


def test_orders_that_come_and_change_while_pages_are_read_lose_none(clock: FakeClock) -> None:
    documents = [order_document(number) for number in range(20_001, 20_251)]
    with (
        PracticeServers(now=clock.now, orders=documents) as servers,
        a_client_of(servers, clock) as client,
    ):
        reading = client.finished_orders(SINCE, COMPLETED)
        found = [next(reading).number]
        edited, returned = order_document(20_120), order_document(20_002)
        edited["data"]["attributes"]["updated_at"] = "2026-11-23 11:59:00"
        returned["data"]["relationships"]["order-status"]["data"]["id"] = "5"
        for document in (order_document(20_251), edited, returned):
            servers.mystore.put_order(document)
        found += [order.number for order in reading]
    assert found == [str(number) for number in range(20_001, 20_252)]


def test_statuses_and_methods_are_read(servers: PracticeServers, connect: Connect) -> None:
    client = connect()
    assert OrderStatus("3", "Sendt") in client.statuses()
    assert client.payment_methods()["vipps"] == "Vipps"
    assert "klarna_checkout" not in client.payment_methods()
    assert client.shop() == servers.shop


@pytest.mark.parametrize("setting", ["list", "keyed"])
@pytest.mark.parametrize("code", ["method", "name"])
def test_payment_methods_are_the_same_in_every_form(
    servers: PracticeServers, connect: Connect, setting: str, code: str
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
    servers: PracticeServers, connect: Connect, usual: Orders, fault: Fault
) -> None:
    servers.faults.add(fault)
    assert finished(connect()) == usual


def test_an_answer_cut_short_is_not_understood(servers: PracticeServers, connect: Connect) -> None:
    servers.faults.add(Fault(service="mystore", kind="truncated"))
    with pytest.raises(AnswerNotUnderstood):
        finished(connect())
