from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
import responses

from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import (
    NOON,
    ROOT,
    URL,
    included,
    order_document,
    token_of,
)
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.adapters.mystore.masking import masked
from tripletex_wizard.domain.errors import RemoteUnavailable


@pytest.fixture
def http() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock


@pytest.fixture
def client() -> MystoreClient:
    return MystoreClient(URL, token=token_of(), clock=FakeClock(NOON))


def test_a_value_becomes_its_type_and_length() -> None:
    assert masked(
        {
            "name": "Åse",
            "phone": "40000000",
            "price": "-63.2000",
            "rate": Decimal("25.5"),
            "at": "2026-11-20 10:30:00",
            "count": -12,
            "sent": True,
            "none": None,
            "class": "ot_total",
            "type": "Åse Prøve",
            "ase@example.com": 1,
            "rows": [1, 2, 33],
        }
    ) == {
        "name": "text(3)",
        "phone": "digits(8)",
        "price": "decimal(2.4)",
        "rate": "number with decimals",
        "at": "time(19)",
        "count": "number(2)",
        "sent": "boolean",
        "none": "null",
        "class": "ot_total",
        "type": "text(9)",
        "text(15)": "number(1)",
        "rows": {"list(3)": ["number(1)", "number(2)"]},
    }


def test_a_shop_that_fails_or_babbles_is_diagnosed_all_the_same(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/settings", status=500)
    http.get(f"{ROOT}/payment", body="<html>Åse</html>")
    http.get(f"{ROOT}/shipping", json=[])
    for path in ("order-status", "tax-classes", "orders"):
        http.get(f"{ROOT}/{path}", json={"data": "?"})
    report = client.diagnosis()
    assert report["answers"]["settings"] == {"problem": "server_failed"}
    assert report["answers"]["payment"] == {"problem": "not JSON"}
    assert report["answers"]["orders"]["content"] == {"data": "text(1)"}
    assert "order" not in report["findings"]


def test_an_order_whose_parts_are_closed_is_said_to_be_so(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    document["data"]["relationships"]["customer"] = {"data": None}
    for path in ("settings", "payment", "shipping", "order-status", "tax-classes"):
        http.get(f"{ROOT}/{path}", json={})
    http.get(f"{ROOT}/orders", json={"data": [document["data"]]})
    http.get(f"{ROOT}/orders/7001/order-products", status=403)
    for kind in ("order-totals", "order-status-history", "order-tags"):
        http.get(f"{ROOT}/orders/7001/{kind}", json={"data": included(document, kind)})
    findings = client.diagnosis()["findings"]
    assert findings["order"] == "shop_permission_missing"
    assert findings["include"] == "without effect"


def test_a_shop_that_does_not_answer_is_no_diagnosis(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/settings", body=ConnectionError())
    with pytest.raises(RemoteUnavailable):
        client.diagnosis()
