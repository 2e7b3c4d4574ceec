"""Each write of a transfer goes wrong in every way, over HTTP and with the journal on disk."""

from __future__ import annotations

import pytest

from tests.e2e.jumping_office import (
    GUEST,
    KARIS,
    OPEN_ORDER,
    VIPPS,
    VIPPS_NUMBER,
    Offices,
    Outcomes,
    outcome_codes,
)
from tests.e2e.write_faults import CUSTOMER, FAULTS, INVOICE, LATE, ORDER, strike
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.transfer import GOOD, TransferState
from tripletex_wizard.practice.faults import Fault

WRITES = {"customer": CUSTOMER, "order": ORDER, "invoice": INVOICE}

BATCH = (OPEN_ORDER, VIPPS)
UNANSWERED = {"drop before the effect", "500 as JSON", "500 as HTML", "504"}
"""Faults after which nobody can tell that a guest's card was never made."""


def told(outcomes: Outcomes | Problem) -> bool:
    """Whether every order is transferred, or says why not."""
    return isinstance(outcomes, Problem) or all(
        outcome.state in GOOD or outcome.problems for outcome in outcomes.values()
    )


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("write", WRITES)
def test_after_one_more_run_the_books_are_as_if_nothing_had_happened(
    offices: Offices, write: str, fault: str
) -> None:
    wanted = offices.books_without_faults(*BATCH)
    with offices.open(*BATCH) as office:
        strike(office, WRITES[write], FAULTS[fault])
        assert told(office.transfer())
        office.forget_faults()
        again = office.transfer()
        assert {outcome.state for outcome in again.values()} <= GOOD
        office.clock.advance(LATE)
        assert office.transfer() == {}
        assert office.doubles() == []
        assert office.books() == wanted


@pytest.mark.parametrize("fault", FAULTS)
def test_a_guests_card_is_never_made_twice(offices: Offices, fault: str) -> None:
    wanted = offices.books_without_faults(GUEST)
    with offices.open(GUEST) as office:
        strike(office, CUSTOMER, FAULTS[fault])
        first = office.transfer()
        assert told(first)
        office.forget_faults()
        office.clock.advance(LATE)
        (again,) = {**first, **office.transfer()}.values()
        if fault in UNANSWERED:
            assert outcome_codes(again) == [Code.CUSTOMER_UNCERTAIN]
            assert office.books().customers == ()
        else:
            assert again.state in GOOD
            assert office.books() == wanted


def test_the_first_lost_answer_is_told_as_uncertain(offices: Offices) -> None:
    with offices.open(VIPPS) as office:
        strike(office, INVOICE, FAULTS["drop after the effect"])
        (outcome,) = office.transfer().values()
    assert outcome.state is TransferState.UNCERTAIN
    assert outcome_codes(outcome) == [Code.OUTCOME_UNKNOWN]


def test_a_late_invoicing_is_waited_for_where_tripletex_would_make_a_second_invoice(
    offices: Offices,
) -> None:
    with offices.open(VIPPS, switches={"second_invoice": "allowed"}) as office:
        strike(office, INVOICE, FAULTS["late effect"])
        assert office.transfer()[VIPPS_NUMBER].state is TransferState.UNCERTAIN
        assert office.transfer()[VIPPS_NUMBER].state is TransferState.TRANSFERRED
        office.clock.advance(LATE)
        assert office.books() == offices.books_without_faults(VIPPS)


def test_every_write_may_fail_once_in_one_and_the_same_order(offices: Offices) -> None:
    wanted = offices.books_without_faults(VIPPS)
    with offices.open(VIPPS) as office:
        for write in WRITES.values():
            strike(office, write, FAULTS["drop after the effect"])
        states = [office.transfer()[VIPPS_NUMBER].state for _ in WRITES]
        assert states == [TransferState.UNCERTAIN] * len(WRITES)
        assert office.transfer()[VIPPS_NUMBER].state in GOOD
        assert office.books() == wanted


@pytest.mark.parametrize("write", WRITES)
def test_lists_that_lag_behind_a_lost_answer_double_nothing(offices: Offices, write: str) -> None:
    wanted = offices.books_without_faults(*BATCH)
    with offices.open(*BATCH, list_lag=LATE) as office:
        strike(office, WRITES[write], FAULTS["drop after the effect"])
        assert told(office.transfer())
        assert told(office.transfer())
        office.clock.advance(LATE)
        assert {outcome.state for outcome in office.transfer().values()} <= GOOD
        assert office.books() == wanted


def test_two_orders_of_a_new_customer_make_one_card_although_lists_lag(offices: Offices) -> None:
    with offices.open(*KARIS, list_lag=LATE) as office:
        assert {outcome.state for outcome in office.transfer().values()} == {
            TransferState.TRANSFERRED
        }
        assert len(office.books().customers) == 1


@pytest.mark.parametrize("fault", ["drop after the effect", "late effect", "500 as JSON", "403"])
def test_a_change_of_a_card_that_went_wrong_is_made_good(offices: Offices, fault: str) -> None:
    wanted = offices.books_without_faults(*KARIS)
    with offices.open(*KARIS) as office:
        office.transfer(only=lambda order: order.number != VIPPS_NUMBER)
        office.rename_customers("Gammelt Navn")
        strike(office, ("PUT", "/v2/customer/*"), FAULTS[fault])
        assert told(office.transfer())
        office.forget_faults()
        assert {outcome.state for outcome in office.transfer().values()} <= GOOD
        assert office.books() == wanted


@pytest.mark.parametrize("kind", ["drop_before", "server_error", "truncated", "unauthorized"])
def test_a_shop_that_fails_for_a_moment_costs_nothing(offices: Offices, kind: str) -> None:
    wanted = offices.books_without_faults(*BATCH)
    with offices.open(*BATCH) as office:
        office.servers.faults.add(Fault("mystore", kind, path="*/orders"))
        office.try_transfer()
        office.transfer()
        assert office.books() == wanted
