"""A shop's fortnight goes over, and every request stays within our own API description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from tests.e2e.books import doubles
from tests.e2e.checked_requests import Covered
from tests.e2e.jumping_office import PROFILE, VIPPS, Office, Offices, Outcomes, all_documents
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import TransferState

EVERYTHING = range(len(all_documents()))
HALFWAY = "10436"
LISTS = {
    *("/balanceSheet", "/company/salesmodules", "/country", "/currency", "/customer"),
    *("/department", "/employee/entitlement"),
    *("/invoice", "/invoice/paymentType", "/ledger/account", "/ledger/accountingPeriod"),
    *("/ledger/vatType", "/order", "/product", "/vatTermSizeSettings"),
}
SINGLE = {
    *("/company/{id}", "/order/{id}", "/invoice/{id}", "/invoice/settings"),
    "/ledger/vatSettings",
    "/token/session/>whoAmI",
}
WRITES = {
    ("POST", "/token/session/:create"),
    ("DELETE", "/token/session/{token}"),
    ("POST", "/customer"),
    ("PUT", "/customer/{id}"),
    ("POST", "/order"),
    ("PUT", "/order/{id}/:invoice"),
}


def check_the_set_up(office: Office) -> int:
    with office.program.connect(PROFILE) as connection:
        return len(list(connection.board.rows()))


@dataclass
class Fortnight:
    """What was sent for all pending orders, and what came of it."""

    outcomes: Outcomes
    state: dict[str, Any]
    covered: set[Covered]
    complaints: list[str]

    def requests(self, suffix: str) -> list[dict[str, Any]]:
        return [row for row in self.state["requests"] if row["path"].endswith(suffix)]


@pytest.fixture(scope="module")
def fortnight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fortnight]:
    folder = tmp_path_factory.mktemp("fortnight")
    with pytest.MonkeyPatch.context() as patch, Offices(folder, patch).open(*EVERYTHING) as office:
        check_the_set_up(office)
        outcomes = office.transfer(only=lambda order: order.number < HALFWAY)
        office.rename_customers("Gammelt Navn")  # those who come back get their name again
        outcomes |= office.transfer(only=lambda order: order.number >= HALFWAY)
        check = office.check
        yield Fortnight(outcomes, office.state(), check.covered, list(check.complaints))


def test_a_fortnight_of_orders_stays_within_the_description(fortnight: Fortnight) -> None:
    assert fortnight.complaints == []
    called = {(method, path) for method, path, _keys in fortnight.covered}
    assert called == WRITES | {("GET", path) for path in LISTS | SINGLE}


def test_all_of_the_fortnight_goes_over_but_what_is_stopped_for_a_reason(
    fortnight: Fortnight,
) -> None:
    states = Counter(outcome.state for outcome in fortnight.outcomes.values())
    assert states == {TransferState.TRANSFERRED: 28, TransferState.STOPPED: 3}
    stopped = (row for row in fortnight.outcomes.values() if row.state is TransferState.STOPPED)
    assert {row.order_number: [problem.code for problem in row.problems] for row in stopped} == {
        "10424": [Code.VAT_CODE_INACTIVE],
        "10442": [Code.REFUND_UNDECIDED],
        "10446": [Code.GIFT_CARD_SERIES_UNPLACED],
    }
    assert doubles(fortnight.state) == []


def test_the_fortnight_holds_what_an_order_can_be(fortnight: Fortnight) -> None:
    state = fortnight.state
    assert {row["currency"]["code"] for row in state["orders"]} == {"NOK", "SEK"}
    assert {row["isClosed"] for row in state["orders"]} == {True, False}
    codes = {row["vatType"]["number"] for row in state["orderLines"]}
    assert codes == {"3", "31", "33", "5", "52", "7"}  # 7: a gift card that is sold
    assert any("Mystore-ordre" in row["description"] for row in state["customers"])  # a guest
    in_two_parts = [row for row in state["requests"] if "paymentTypeIdRestAmount" in row["query"]]
    assert len(in_two_parts) >= 1


def test_every_invoicing_says_whether_the_customer_is_sent_anything(fortnight: Fortnight) -> None:
    asked = fortnight.requests("/:invoice")
    assert len(asked) == len(fortnight.state["invoices"])
    assert all(row["query"]["sendToCustomer"] in {"true", "false"} for row in asked)


@pytest.mark.parametrize("client_login", ["id", "customerCompanyId"])
def test_an_accountants_token_stays_within_the_description(
    offices: Offices, client_login: str
) -> None:
    switches = {"client_login": client_login}
    with offices.open(VIPPS, switches=switches, set_up=False) as office:
        office.set_up(
            employee_token=office.servers.tripletex.accountant_token,
            client_company_id=office.servers.company_id,
        )
        assert check_the_set_up(office)
        (outcome,) = office.transfer().values()
        covered = office.check.covered
    assert outcome.state is TransferState.TRANSFERRED
    other_id = ("GET", "/company/>withLoginAccess", ("count", "fields"))
    assert (other_id in covered) is (client_login == "customerCompanyId")


def test_amounts_that_the_answer_lacks_are_read_within_the_description(offices: Offices) -> None:
    with offices.open(VIPPS, switches={"invoice_answer": "amounts_missing"}) as office:
        (outcome,) = office.transfer().values()
        assert ("GET", "/invoice/{id}", ("fields",)) in office.check.covered
    assert outcome.amount == Money(73000, "NOK")


def test_a_request_outside_the_description_fails_the_check(offices: Offices) -> None:
    with (
        pytest.raises(AssertionError, match="GET /currency: unknown query key colour"),
        offices.open(set_up=False) as office,
    ):
        requests.get(f"{office.servers.tripletex_url}/currency?colour=red", timeout=5)
