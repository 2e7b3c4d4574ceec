"""That a request outside the descriptions fails whichever test it is sent in."""

from __future__ import annotations

import pytest
import responses

from tests.fakes.clock import FakeClock
from tests.fakes.request_check import every_request_checked
from tripletex_wizard.adapters.http import HttpClient


@pytest.fixture(autouse=True)
def _every_request_is_described() -> None:
    """Not here, where the requests are wrong on purpose."""


@pytest.mark.parametrize(
    ("base", "path", "complaint"),
    [
        ("https://tripletex.example/v2", "/currency?colour=red&fields=id", "query key colour"),
        ("https://tripletex.example/v2", "/currency?fields=colour", "no field 'colour'"),
        ("https://tripletex.example/v2", "/project", "not described"),
        ("https://api.mystore.no", "/shops/garnboden/orders?include=all", "does not match"),
        ("https://api.mystore.no", "/shops/garnboden/orders?page[size]=500", "is not from 1 to"),
        ("https://api.mystore.no", "/shops/garnboden/products", "not described"),
    ],
)
def test_a_read_outside_the_descriptions_is_heard(
    base: str, path: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with every_request_checked(monkeypatch) as found, responses.RequestsMock() as service:
        service.get(base + path.partition("?")[0], json={})
        a_client(base).read(path)
    assert [complaint in each for each in found] == [True]


@pytest.mark.parametrize(
    ("base", "method", "path", "body"),
    [
        ("https://tripletex.example/v2", "POST", "/customer", {"name": "Kari", "nickname": "K"}),
        ("https://api.mystore.no", "PATCH", "/shops/garnboden/orders/1/complete", {}),
    ],
)
def test_a_write_outside_the_descriptions_is_heard(
    base: str, method: str, path: str, body: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with every_request_checked(monkeypatch) as found, responses.RequestsMock() as service:
        service.add(method, base + path, json={})
        a_client(base).write(method, path, json=body)
    assert found


def test_what_is_described_and_what_is_of_neither_service_is_not_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with every_request_checked(monkeypatch) as found, responses.RequestsMock() as service:
        service.get("https://service.example/thing", json={})
        a_client("https://service.example").read("/thing")
        service.get("https://tripletex.example/v2/currency", json={})
        a_client("https://tripletex.example/v2").read("/currency?code=SEK&fields=id")
    assert found == []


def a_client(base: str) -> HttpClient:
    return HttpClient(base, clock=FakeClock(), calls=9, seconds=1, reset_header="Retry-After")
