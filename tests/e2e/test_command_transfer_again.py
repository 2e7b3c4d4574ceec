"""`tripletex-wizard transfer` of orders whose invoice was credited in Tripletex."""

from __future__ import annotations

from datetime import datetime

import pytest
import requests

from tests.contract.tripletex_calling import a_client_of, credit_wholly
from tests.e2e.office import Office
from tests.e2e.shop_orders import OSLO, an_order
from tests.fakes.clock import FakeClock

AGAIN = "20101-2"


def credit(office: Office) -> None:
    """A person credits the invoice that was booked last."""
    newest = office.state["invoices"][-1]["id"]
    client = a_client_of(office.servers, FakeClock(datetime.now(OSLO)), requests.Session())
    credit_wholly(client, newest, datetime.now(OSLO).date())
    client.close()


def orders(office: Office) -> list[str]:
    return [row["number"] for row in office.state["orders"]]


@pytest.fixture
def credited(office: Office) -> Office:
    office.sell(an_order("20101"))
    assert office.run("transfer", "--pending").status == 0
    credit(office)
    return office


def test_a_credited_order_is_never_pending_but_may_be_named(credited: Office) -> None:
    assert credited.run("transfer", "--pending", "--json").rows == []
    ran = credited.run("transfer", "--orders", "20101", "--json")
    assert (ran.status, ran.row["invoice_number"]) == (0, 10203)
    assert orders(credited) == ["20101", AGAIN]
    comment = credited.state["orders"][1]["internalComment"]
    assert comment.startswith("Mystore-ordre 20101-2 (")
    assert comment.endswith("erstatter kreditert faktura 10201")


def test_it_is_said_why_the_order_comes_again_and_that_it_is_not_paid_twice(
    credited: Office,
) -> None:
    ran = credited.run("transfer", "--orders", "20101")
    assert ran.says("Faktura 10201 er kreditert", AGAIN, "til gode")


def test_the_second_invoice_stands_until_it_is_credited_too(credited: Office) -> None:
    credited.run("transfer", "--orders", "20101")
    before = credited.booked
    ran = credited.run("transfer", "--orders", "20101")
    assert (ran.status, credited.booked) == (0, before)
    assert ran.says("allerede", "10203")
    credit(credited)
    credited.run("transfer", "--orders", "20101")
    assert orders(credited) == ["20101", AGAIN, "20101-3"]
