"""Orders of any status, as the order window lists them, on the practice Mystore."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract.mystore_calling import (
    FLIPS,
    SINCE,
    Orders,
    a_client_of,
    by_number,
    calls,
    finished,
)
from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import Json, order_document
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.practice.launch import PracticeServers

UNREADABLE = {"total_attributes=alternative", "hidden_quantity=hidden"}
"""Flips under which no order can be read, as the tests of finished orders name them."""


def listed(servers: PracticeServers, clock: FakeClock) -> Orders:
    with a_client_of(servers, clock) as client:
        return by_number(client.orders_since(SINCE))


@pytest.fixture(scope="module")
def usual(running: PracticeServers, clock: FakeClock) -> Orders:
    clock.sleep(61)
    return listed(running, clock)


def state(servers: PracticeServers) -> dict[str, str]:
    """The status of every order of the shop."""
    orders: Any = servers.mystore.state()["orders"]
    return {each["id"]: each["status"] for each in orders}


def test_orders_of_every_status_are_listed(servers: PracticeServers, usual: Orders) -> None:
    statuses = {order.status.id for order in usual.values() if isinstance(order, Order)}
    assert statuses == set(state(servers).values())
    assert len(statuses) > 1


def test_all_finished_orders_are_among_them_as_they_are(
    servers: PracticeServers, clock: FakeClock, usual: Orders
) -> None:
    with a_client_of(servers, clock) as client:
        found = finished(client)
    assert found
    assert {number: usual[number] for number in found} == found


@pytest.mark.parametrize(("name", "value"), FLIPS)
def test_one_switch_flipped_lists_the_same_orders(
    servers: PracticeServers, clock: FakeClock, usual: Orders, name: str, value: str
) -> None:
    servers.switches.set(name, value)
    found = listed(servers, clock)
    assert found.keys() == usual.keys()
    if f"{name}={value}" in UNREADABLE:
        assert all(isinstance(order, UnreadableOrder) for order in found.values())
        return
    for number, order in found.items():
        before = usual[number]
        assert isinstance(order, Order) is isinstance(before, Order)
        if isinstance(order, Order) and isinstance(before, Order):
            assert (order.status, order.total) == (before.status, before.total)


def test_an_order_without_a_day_of_finishing_is_listed_and_not_unreadable(
    servers: PracticeServers, clock: FakeClock
) -> None:
    servers.switches.set("finished_at", "never_set")
    found = listed(servers, clock)
    assert found
    assert all(isinstance(order, Order) for order in found.values())


def made(number: int, status: int = 1, **times: str | None) -> Json:
    document = order_document(number)
    document["data"]["attributes"] |= times
    reference = document["data"]["relationships"]["order-status"]["data"]
    reference["id"] = str(status)
    return document


def test_an_open_order_counts_by_its_last_change_and_else_by_its_making(
    clock: FakeClock,
) -> None:
    old, new = "2026-10-01 12:00:00", "2026-11-20 12:00:00"
    documents = [
        made(10_001, finished_at=None, created_at=old, updated_at=new),
        made(10_002, finished_at=None, created_at=new, updated_at=None),
        made(10_003, finished_at=None, created_at=old, updated_at=old),
        made(10_004, finished_at=None, created_at=old, updated_at=None),
        made(10_005, 3, finished_at=new, created_at=old, updated_at=new),
        made(10_006, 3, finished_at=old, created_at=old, updated_at=new),
    ]
    with PracticeServers(now=clock.now, orders=documents) as servers:
        assert set(listed(servers, clock)) == {"10001", "10002", "10005"}


def test_the_day_itself_counts(clock: FakeClock) -> None:
    documents = [
        made(number, created_at=time, updated_at=time, finished_at=time)
        for number, time in ((10_001, "2026-11-01 00:00:00"), (10_002, "2026-10-31 23:59:59"))
    ]
    with PracticeServers(now=clock.now, orders=documents) as servers:
        assert set(listed(servers, clock)) == {"10001"}


def test_pages_arrive_one_by_one_and_loading_is_told(clock: FakeClock) -> None:
    documents = [made(number, 1 + number % 3) for number in range(10_001, 10_151)]
    told: list[tuple[int, int | None]] = []
    with (
        PracticeServers(now=clock.now, orders=documents) as servers,
        a_client_of(
            servers, clock, on_progress=lambda done, total: told.append((done, total))
        ) as client,
    ):
        reading = client.orders_since(SINCE)
        next(reading)
        before = len(calls(servers))
        assert len(list(reading)) == 149
        assert len(calls(servers)) > before
    assert told[-1] == (150, 150)
