"""The Mystore client on the practice Mystore over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from tests.fakes.clock import FakeClock
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.switches import MYSTORE

SINCE = date(2026, 11, 1)
COMPLETED = ["3"]
FLIPS = [(switch.name, value) for switch in MYSTORE for value in switch.values[1:]]

Orders = dict[str, Order | UnreadableOrder]
Connect = Callable[..., MystoreClient]
"""Takes a token, or none for the shop's own."""


@contextmanager
def a_client_of(
    servers: PracticeServers, clock: FakeClock, token: Secret | None = None, **more: Any
) -> Iterator[MystoreClient]:
    token = token or Secret(servers.mystore_token)
    client = MystoreClient(servers.mystore_url, token=token, clock=clock, **more)
    try:
        yield client
    finally:
        client.close()


def by_number(orders: Iterable[Order | UnreadableOrder]) -> Orders:
    """Each of them once."""
    found = list(orders)
    assert len({order.number for order in found}) == len(found)
    return {order.number: order for order in found}


def finished(client: MystoreClient) -> Orders:
    return by_number(client.finished_orders(SINCE, COMPLETED))


def calls(servers: PracticeServers) -> list[str]:
    requests: Any = servers.mystore.state()["requests"]
    return [request["path"] for request in requests]
