"""Writes that go wrong when a credited order is transferred again, with a look in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

from tests.contract.tripletex_calling import a_client_of, credit_wholly
from tests.e2e.books import Books
from tests.e2e.jumping_office import PROFILE, VIPPS, VIPPS_NUMBER, Office, Offices
from tests.e2e.write_faults import FAULTS, INVOICE, LATE, ORDER, strike
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState

WRITES = {"order": ORDER, "invoice": INVOICE}
SWITCHES = {"second_invoice": "allowed"}


@contextmanager
def credited(offices: Offices) -> Iterator[Office]:
    """One order was booked, and its invoice credited; a second invoice would be taken."""
    with offices.open(VIPPS, switches=SWITCHES) as office:
        (outcome,) = office.transfer().values()
        client = a_client_of(office.servers, office.clock, requests.Session())
        assert outcome.invoice_id is not None
        credit_wholly(client, outcome.invoice_id, office.clock.now().date())
        client.close()
        yield office


def transfer(office: Office) -> Outcome:
    with office.program.connect(PROFILE) as connection:
        orders = connection.orders.named([VIPPS_NUMBER])
        events = connection.transfer.transfer_batch(orders, Choice())
        (outcome,) = (event for event in events if isinstance(event, Outcome))
        return outcome


def settle(office: Office) -> list[Outcome]:
    with office.program.connect(PROFILE) as connection:
        return list(connection.left_overs.settle())


_without_faults: list[Books] = []


def without_faults(offices: Offices) -> Books:
    """What two rounds make of the order when nothing goes wrong; always the same."""
    if not _without_faults:
        with credited(offices) as office:
            assert transfer(office).state is TransferState.TRANSFERRED
            _without_faults.append(office.books())
    (books,) = _without_faults
    assert [row[0] for row in books.orders] == [VIPPS_NUMBER, f"{VIPPS_NUMBER}-2"]
    return books


@pytest.mark.parametrize("looks", [True, False])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("write", WRITES)
def test_a_second_round_is_booked_once_whatever_goes_wrong(
    offices: Offices, write: str, fault: str, looks: bool
) -> None:
    wanted = without_faults(offices)
    with credited(offices) as office:
        strike(office, WRITES[write], FAULTS[fault])
        transfer(office)
        office.forget_faults()
        if looks:
            settle(office)
        transfer(office)
        office.clock.advance(LATE)
        if looks:
            assert settle(office) == []
        assert transfer(office).state is TransferState.TRANSFERRED
        assert office.books() == wanted
