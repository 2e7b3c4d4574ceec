"""What a diagnosis of the practice Mystore tells."""

from __future__ import annotations

import json

import pytest

from tests.contract.mystore_calling import Connect, a_client_of, calls
from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import Json, order_document
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.launch import PracticeServers


def values_of(document: Json) -> set[str]:
    """What stands in the attributes of a document, as far as it could be told from a key."""
    resources = [document["data"], *document["included"]]
    found = {str(value) for each in resources for value in each["attributes"].values()}
    return {value for value in found if len(value) > 3 and not value.startswith("ot_")}


def test_a_diagnosis_names_keys_and_nobody(clock: FakeClock) -> None:
    document = order_document()
    with PracticeServers(now=clock.now, orders=[document]) as servers:
        with a_client_of(servers, clock) as client:
            report = client.diagnosis()
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
    with (
        PracticeServers(
            now=clock.now, orders=[order_document()], switches={name: value}
        ) as servers,
        a_client_of(servers, clock) as client,
    ):
        findings = client.diagnosis()["findings"]
    assert findings[finding] == expected


def test_a_diagnosis_of_a_shop_that_refuses_most_is_a_diagnosis_still(
    servers: PracticeServers, connect: Connect
) -> None:
    report = connect(Secret(servers.mystore.make_token(["read:settings"]))).diagnosis()
    assert report["answers"]["settings"]["status"] == 200
    assert report["answers"]["orders"]["status"] == 403
    assert "read:orders" in report["findings"]["token"]["missing_permissions"]
