"""`tripletex-wizard transfer`: what an earlier run left is settled and told before the rest."""

from __future__ import annotations

import pytest

from tests.e2e.office import Office
from tests.e2e.shop_orders import Buyer, an_order

EVA = Buyer("7002", "Eva Prøvekunde", email="eva@example.com")
HEADING = "Fra en tidligere kjøring, sjekket i Tripletex nå:"


@pytest.fixture
def left_over(office: Office, request: pytest.FixtureRequest) -> Office:
    """20101's invoice got no answer, and since then its status counts as completed no more."""
    office.sell(an_order("20101"))
    office.fail(request.param, "PUT", "/order/*/:invoice")
    assert office.run("transfer", "--pending").status == 4
    office.sell(an_order("20101", status="2", finished=None), an_order("20102", buyer=EVA))
    return office


@pytest.mark.parametrize("left_over", ["drop_after"], indirect=True)
def test_what_turns_out_booked_is_told_before_the_orders_of_this_run(left_over: Office) -> None:
    ran = left_over.run("transfer", "--pending")

    assert ran.status == 0
    assert ran.says(HEADING)
    told = [line.split(" · ")[:2] for line in ran.out.splitlines()[:2]]
    assert told == [["20101", "Overført"], ["20102", "Overført"]]
    assert [row["orders"][0]["number"] for row in left_over.state["invoices"]] == ["20101", "20102"]


@pytest.mark.parametrize("left_over", ["drop_before"], indirect=True)
def test_what_is_not_known_yet_is_told_and_not_sent(left_over: Office) -> None:
    ran = left_over.run("transfer", "--pending", "--json")

    assert ran.status == 4
    assert [(row["order"], row["state"]) for row in ran.rows] == [
        ("20101", "uncertain"),
        ("20102", "transferred"),
    ]
    assert [row["orders"][0]["number"] for row in left_over.state["invoices"]] == ["20102"]


@pytest.mark.parametrize("left_over", ["drop_after"], indirect=True)
def test_one_that_tripletex_does_not_answer_on_holds_up_nothing(left_over: Office) -> None:
    (order,) = left_over.state["orders"]
    left_over.fail("status", "GET", f"/order/{order['id']}", status=500, count=None)

    ran = left_over.run("transfer", "--pending", "--json")

    assert ran.status == 4
    assert [(row["order"], row["state"]) for row in ran.rows] == [
        ("20101", "uncertain"),
        ("20102", "transferred"),
    ]


@pytest.mark.parametrize("left_over", ["drop_after"], indirect=True)
def test_an_order_that_is_asked_for_is_told_once(left_over: Office) -> None:
    left_over.sell(an_order("20101"))

    ran = left_over.run("transfer", "--orders", "20101", "--json")

    assert (ran.status, ran.row["order"], ran.row["invoice_number"]) == (0, "20101", 10201)
    assert HEADING not in ran.err


@pytest.mark.parametrize("left_over", ["drop_after"], indirect=True)
def test_a_dry_run_settles_nothing(left_over: Office) -> None:
    ran = left_over.run("transfer", "--pending", "--dry-run", "--json")

    assert (ran.status, ran.row["order"]) == (0, "20102")
    assert left_over.run("transfer", "--pending").says(HEADING, "20101")
