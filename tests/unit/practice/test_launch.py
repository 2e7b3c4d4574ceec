from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.unit.practice.calling import Clock, a_sale
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers, clock
from tripletex_wizard.practice.mystore.sale import document

LIMIT = 5


@pytest.fixture
def servers(clock: Clock) -> Iterator[PracticeServers]:
    with PracticeServers(orders=[document(a_sale())], now=clock) as running:
        yield running


class Client:
    """Calls the servers by the addresses and tokens that they describe."""

    def __init__(self, servers: PracticeServers) -> None:
        self._servers = servers
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {servers.mystore_token}"

    def mystore(self, path: str) -> requests.Response:
        servers = self._servers
        address = f"{servers.mystore_url}/shops/{servers.shop}/{path}"
        return self.session.get(address, timeout=LIMIT)

    def control(self, method: str, path: str, body: object = None) -> Any:
        address = f"{self._servers.control_url}/{path}"
        answer = self.session.request(method, address, json=body, timeout=LIMIT)
        return answer.json() if answer.content else answer.status_code


@pytest.fixture
def client(servers: PracticeServers) -> Iterator[Client]:
    made = Client(servers)
    yield made
    made.session.close()


def test_the_description_is_one_line_of_json_with_all_that_is_needed(
    servers: PracticeServers,
) -> None:
    described = json.loads(json.dumps(servers.description()))
    assert set(described) == {
        "tripletex_url",
        "mystore_url",
        "consumer_token",
        "employee_token",
        "mystore_token",
        "shop",
        "company_id",
        "control_url",
    }
    assert described["tripletex_url"].endswith("/v2")
    for name in ("tripletex_url", "mystore_url", "control_url"):
        assert described[name].startswith("http://127.0.0.1:")


def tripletex_session(servers: PracticeServers) -> requests.Session:
    opened = requests.post(
        f"{servers.tripletex_url}/token/session/:create",
        json={
            "consumerToken": servers.consumer_token,
            "employeeToken": servers.employee_token,
            "expirationDate": "2026-12-01",
        },
        timeout=LIMIT,
    )
    session = requests.Session()
    session.auth = ("0", opened.json()["value"]["token"])
    return session


def test_a_tripletex_session_opens_with_the_tokens(servers: PracticeServers) -> None:
    with tripletex_session(servers) as session:
        who = session.get(f"{servers.tripletex_url}/token/session/%3EwhoAmI", timeout=LIMIT)
    assert who.json()["value"]["companyId"] == servers.company_id


def test_a_late_effect_reaches_tripletex_when_the_client_has_given_up(
    servers: PracticeServers, client: Client, clock: Clock
) -> None:
    fault = {"service": "tripletex", "kind": "late", "path": "/v2/customer", "seconds": 30}
    client.control("POST", "faults", fault)
    with tripletex_session(servers) as session, pytest.raises(requests.ConnectionError):
        session.post(
            f"{servers.tripletex_url}/customer", json={"name": "Kari Eksempel"}, timeout=LIMIT
        )
    assert client.control("GET", "state")["customers"] == []
    clock.forward(30)
    (customer,) = client.control("GET", "state")["customers"]
    assert customer["name"] == "Kari Eksempel"


def test_lists_of_tripletex_can_lag(servers: PracticeServers, client: Client, clock: Clock) -> None:
    address = f"{servers.tripletex_url}/customer"
    fault = {"service": "tripletex", "kind": "lag", "method": "GET", "seconds": 30}
    client.control("POST", "faults", fault)
    with tripletex_session(servers) as session:
        clock.forward(60)
        session.post(address, json={"name": "Kari Eksempel"}, timeout=LIMIT)
        counts = [len(session.get(address, timeout=LIMIT).json()["values"]) for _ in range(2)]
    assert counts == [0, 1]


def test_the_state_tells_of_both_services(client: Client) -> None:
    client.mystore("orders")
    state = client.control("GET", "state")
    assert {"customers", "orders", "orderLines", "invoices", "postings", "emails"} <= set(state)
    assert [order["id"] for order in state["mystore"]["orders"]] == ["10457"]
    assert [row["path"] for row in state["mystore"]["requests"]] == ["/shops/fjordgarn/orders"]


def test_no_token_is_in_the_state(servers: PracticeServers, client: Client) -> None:
    client.mystore("orders")
    state = json.dumps(client.control("GET", "state"))
    for token in (servers.consumer_token, servers.employee_token, servers.mystore_token):
        assert token not in state


def test_switches_are_read_and_put(client: Client) -> None:
    assert client.control("GET", "switches")["include"] == "supported"
    assert client.control("PUT", "switches", {"include": "rejected"})["include"] == "rejected"
    assert client.mystore("orders?include=customer").status_code == 400


@pytest.mark.parametrize("wrong", [{"include": "perhaps"}, {"colour": "red"}, [], "x"])
def test_wrong_switches_change_nothing(client: Client, wrong: object) -> None:
    before = client.control("GET", "switches")
    body = {"sort": "rejected", **wrong} if isinstance(wrong, dict) else wrong
    assert "error" in client.control("PUT", "switches", body)
    assert client.control("GET", "switches") == before


def test_a_body_that_is_not_json_is_told(servers: PracticeServers) -> None:
    answer = requests.put(f"{servers.control_url}/switches", data="{", timeout=LIMIT)
    assert (answer.status_code, answer.json()) == (400, {"error": "the body is not JSON"})


def test_faults_are_planned_seen_and_cleared(client: Client) -> None:
    fault = {"service": "mystore", "kind": "status", "status": 504, "count": 1}
    assert client.control("POST", "faults", [fault, fault]) == {"ids": [1, 2]}
    assert [client.mystore("orders").status_code for _ in range(3)] == [504, 504, 200]
    rows = client.control("GET", "faults")["faults"]
    assert [(row["id"], row["struck"]) for row in rows] == [(1, 1), (2, 1)]
    assert client.control("DELETE", "faults/1") == 204
    assert [row["id"] for row in client.control("GET", "faults")["faults"]] == [2]
    assert "error" in client.control("DELETE", "faults/1")
    assert "error" in client.control("DELETE", "faults/x")
    assert client.control("DELETE", "faults") == 204
    assert client.control("GET", "faults") == {"faults": []}
    assert "error" in client.control("POST", "faults", {"service": "fiken"})


def test_a_dropped_connection_is_seen_by_the_client(client: Client) -> None:
    client.control("POST", "faults", {"service": "mystore", "kind": "drop_before"})
    with pytest.raises(requests.ConnectionError):
        client.mystore("orders")
    assert client.mystore("orders").status_code == 200


def test_the_company_is_changed(servers: PracticeServers, client: Client) -> None:
    changed = client.control("PUT", "company", {"has_bank_account": False})
    assert changed["has_bank_account"] is False
    assert servers.tripletex.company_settings() == changed
    assert "error" in client.control("PUT", "company", {"colour": "red"})


def test_orders_are_added_and_edited(client: Client) -> None:
    edited = document(a_sale(currency="SEK"))
    added = document(a_sale("10458"))
    assert client.control("POST", "mystore/orders", [edited, added]) == {
        "orders": ["10457", "10458"]
    }
    currencies = [row["attributes"]["currency"] for row in client.mystore("orders").json()["data"]]
    assert currencies == ["SEK", "NOK"]
    assert "error" in client.control("POST", "mystore/orders", {"data": {}})


def test_tokens_are_made_with_fewer_rights_or_expired(client: Client) -> None:
    for wish, status in (
        ({"scopes": ["read:settings"]}, 403),
        ({"days": -1}, 403),
        ({"scopes": ["read:orders"], "days": 1}, 200),
    ):
        token = client.control("POST", "mystore/tokens", wish)["token"]
        client.session.headers["Authorization"] = f"Bearer {token}"
        assert client.mystore("orders").status_code == status


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "colour"), ("POST", "switches"), ("PUT", "faults"), ("DELETE", "state")],
)
def test_what_cannot_be_controlled_is_told(client: Client, method: str, path: str) -> None:
    assert "error" in client.control(method, path, {})


def test_a_delayed_answer_is_cut_short_by_stopping() -> None:
    running = PracticeServers(orders=[]).start()
    running.faults.add(Fault("mystore", "delay", seconds=600))
    waiting = threading.Event()
    done = threading.Thread(target=_call, args=(running, waiting))
    done.start()
    waiting.wait(LIMIT)
    running.stop()
    done.join(LIMIT)
    assert not done.is_alive()


def _call(running: PracticeServers, waiting: threading.Event) -> None:
    port = int(running.mystore_url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=LIMIT) as opened:
        opened.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        waiting.set()
        opened.recv(100)


def test_a_taken_port_starts_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        servers = PracticeServers(orders=[], mystore_port=port)
        with pytest.raises(OSError, match="in use"):
            servers.start()
    assert not [each for each in threading.enumerate() if "serve_forever" in each.name]


def test_without_orders_the_yarn_shop_is_served() -> None:
    with PracticeServers(seed=3) as running:
        assert len(running.mystore.state()["orders"]) == 60  # type: ignore[arg-type]
    assert clock().tzinfo is not None
