"""The status goes to Mystore and the order to Tripletex, over HTTP, and each goes wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from tests.e2e.jumping_office import (
    PROFILE,
    VIPPS,
    VIPPS_NUMBER,
    Office,
    Offices,
    all_documents,
    outcome_codes,
)
from tests.e2e.write_faults import LATE, WRITE_FAULTS
from tests.fakes.clock import FakeClock
from tripletex_wizard import app
from tripletex_wizard.cli.practice import SETUP_FILE
from tripletex_wizard.domain.errors import AppError, Code
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import GOOD, Outcome, Started, TransferState
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.mystore.document import Document
from tripletex_wizard.practice.mystore.furnishing import IN_PROGRESS
from tripletex_wizard.practice.switches import MYSTORE
from tripletex_wizard.services.cancel import CancelledError, CancelToken
from tripletex_wizard.services.office import Watcher

SENT = OrderStatus("3", "Sendt")
AND_TELL = Choice(status=SENT, notify=True)
POST, PATCH = ("POST", "*/order-status-history"), ("PATCH", "*/orders/*")
READ_BACK = ("GET", f"*/orders/{VIPPS_NUMBER}")

VALUES = {switch.name: switch.values for switch in MYSTORE}
STRUCK = [
    pytest.param(POST, "effective", id="the entry that changes the status"),
    pytest.param(POST, "comment_only", id="the entry that changes nothing"),
    pytest.param(PATCH, "comment_only", id="the change after the entry"),
    pytest.param(PATCH, "rejected", id="the change without an entry"),
    pytest.param(READ_BACK, "comment_only", id="the reading back"),
]
WAYS = list(product(VALUES["history_create"], VALUES["patch_status"]))


def in_work() -> Document:
    document = deepcopy(all_documents()[VIPPS])
    document["data"]["attributes"]["finished_at"] = None
    document["data"]["relationships"]["order-status"]["data"]["id"] = IN_PROGRESS
    return document


@contextmanager
def writing(offices: Offices, *, write_back: bool = True, **switches: str) -> Iterator[Office]:
    """An office with one order in work, allowed to write to the shop."""
    with offices.open(set_up=False, switches=switches) as office:
        office.servers.mystore.put_order(in_work())
        rules = office.program.read_setup_file(SETUP_FILE).rules
        office.set_up(rules=replace(rules, write_back=write_back))
        yield office


def transfer(office: Office, choice: Choice = AND_TELL) -> Outcome | Code:
    """What came of the order; the reason when the run could not begin."""
    try:
        with office.program.connect(PROFILE) as connection:
            order = connection.orders.webshop.order(VIPPS_NUMBER)
            assert order is not None
            events = connection.transfer.transfer_batch([order], choice)
            return [event for event in events if isinstance(event, Outcome)][-1]
    except AppError as error:
        return error.problem.code


def reasons(outcome: Outcome | Code) -> list[Code]:
    """What is told of the order, but for its freight, which is told of always."""
    assert isinstance(outcome, Outcome)
    return [code for code in outcome_codes(outcome) if code is not Code.FREIGHT_ON_MIXED_RATES]


def strike(office: Office, write: tuple[str, str], fault: dict[str, Any]) -> None:
    method, path = write
    office.servers.faults.add(Fault("mystore", method=method, path=path, **fault))


def shop(office: Office) -> dict[str, Any]:
    """What the shop holds, late effects that are due included."""
    return office.servers._responders[1].state()  # type: ignore[attr-defined, no-any-return]


def status(office: Office) -> str:
    (order,) = shop(office)["orders"]
    return str(order["status"])


def is_booked_once(office: Office) -> bool:
    return office.doubles() == [] and len(office.state()["invoices"]) == 1


def never_twice(office: Office) -> None:
    """No customer told twice, no money captured twice, no order completed by its own call."""
    found = shop(office)
    told = Counter((row["order"], row["status"]) for row in found["emails"])
    assert all(count == 1 for count in told.values())
    assert len(found["captures"]) <= 1
    assert not [row for row in found["requests"] if row["path"].endswith("/complete")]
    assert office.doubles() == []


def test_an_order_in_work_is_sent_told_captured_and_booked_in_one_go(offices: Offices) -> None:
    with writing(offices) as office:
        outcome = transfer(office)
        assert isinstance(outcome, Outcome)
        assert (outcome.state, reasons(outcome)) == (TransferState.TRANSFERRED, [])
        assert status(office) == SENT.id
        (email,), (capture,) = shop(office)["emails"], shop(office)["captures"]
        assert (email["order"], email["status"]) == (VIPPS_NUMBER, SENT.id)
        assert outcome.notified_to == email["to"]
        assert capture["through"] == "order-status-history"
        assert is_booked_once(office)


def test_a_stop_leaves_no_order_between_the_shop_and_tripletex(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    class CancelledWaits(FakeClock):
        """A wait of it is cut off when the token is cancelled."""

        def __init__(
            self, token: CancelToken | None = None, *_heard: object, **_by: object
        ) -> None:
            super().__init__()
            self._token = token or CancelToken()

        def sleep(self, seconds: float) -> None:
            self._token.checkpoint()
            super().sleep(seconds)

    with writing(offices) as office:
        monkeypatch.setattr(app, "SystemClock", CancelledWaits)
        token = CancelToken()
        with office.program.connect(PROFILE, Watcher(token)) as connection:
            order = connection.orders.webshop.order(VIPPS_NUMBER)
            assert order is not None
            strike(office, READ_BACK, {"kind": "status", "status": 503})
            events = connection.transfer.transfer_batch([order], AND_TELL)
            assert next(events) == Started(VIPPS_NUMBER)
            token.cancel()
            outcome = next(events)
            strike(office, READ_BACK, {"kind": "status", "status": 503})
            with pytest.raises(CancelledError):  # reading outside an order is not waited for
                connection.orders.webshop.order(VIPPS_NUMBER)
        assert isinstance(outcome, Outcome)
        assert (outcome.state, reasons(outcome)) == (TransferState.TRANSFERRED, [])
        assert is_booked_once(office)


def test_without_write_back_the_shop_is_left_alone_and_nothing_booked(offices: Offices) -> None:
    """The status counts in the program's own copy, but only the shop can say it is delivered."""
    with writing(offices, write_back=False) as office:
        assert reasons(transfer(office)) == [Code.NOT_DELIVERED]
        assert status(office) == IN_PROGRESS
        assert not [row for row in shop(office)["requests"] if row["method"] != "GET"]
        assert office.state()["orders"] == []


@pytest.mark.parametrize(("history", "patch"), WAYS)
def test_whatever_the_shop_takes_the_result_is_right_or_refused_with_a_reason(
    offices: Offices, history: str, patch: str
) -> None:
    with writing(offices, history_create=history, patch_status=patch) as office:
        outcomes = [transfer(office) for _time in range(3)]
        never_twice(office)
        emails = len(shop(office)["emails"])
        if "effective" in (history, patch):
            assert all(isinstance(each, Outcome) and each.state in GOOD for each in outcomes)
            assert (status(office), is_booked_once(office)) == (SENT.id, True)
            assert len(shop(office)["captures"]) == 1
            assert emails == (0 if history == "rejected" else 1)
        else:
            reason = Code.STATUS_REFUSED if history == "rejected" else Code.STATUS_NOT_CHANGED
            for outcome in outcomes:
                assert isinstance(outcome, Outcome)
                assert (outcome.state, outcome_codes(outcome)) == (TransferState.FAILED, [reason])
            assert (status(office), office.state()["orders"]) == (IN_PROGRESS, [])


@pytest.mark.parametrize("fault", WRITE_FAULTS)
@pytest.mark.parametrize(("write", "history"), STRUCK)
def test_after_a_fault_and_three_runs_the_order_is_booked_once_and_nobody_told_twice(
    offices: Offices, write: tuple[str, str], fault: str, history: str
) -> None:
    with writing(offices, history_create=history) as office:
        skip = {"skip": 1} if write is READ_BACK else {}  # the first reads the order to be sent
        strike(office, write, {**WRITE_FAULTS[fault], **skip})
        first = transfer(office)
        assert isinstance(first, Code) or first.state in GOOD or first.problems
        office.forget_faults()
        transfer(office)
        office.clock.advance(LATE)
        last = transfer(office)
        assert isinstance(last, Outcome)
        assert last.state in GOOD
        never_twice(office)
        assert (status(office), is_booked_once(office)) == (SENT.id, True)
        assert len(shop(office)["captures"]) == 1


def test_a_lost_notice_is_called_uncertain_and_never_sent_again(offices: Offices) -> None:
    with writing(offices) as office:
        strike(office, POST, WRITE_FAULTS["drop after the effect"])
        assert reasons(transfer(office)) == [Code.NOTICE_UNCERTAIN]
        assert (len(shop(office)["emails"]), is_booked_once(office)) == (1, True)


def test_a_late_change_is_waited_for_and_found(offices: Offices) -> None:
    with writing(offices) as office:
        strike(office, POST, WRITE_FAULTS["late effect"])
        assert reasons(transfer(office)) == [Code.NOTICE_UNCERTAIN]
        assert (len(shop(office)["emails"]), is_booked_once(office)) == (1, True)


def test_the_status_alone_is_changed_and_a_later_transfer_tells_nobody_again(
    offices: Offices,
) -> None:
    with writing(offices) as office:
        with office.program.connect(PROFILE) as connection:
            given = connection.status.change(VIPPS_NUMBER, SENT, notify=True)
        assert given.order.status == SENT
        assert office.state()["orders"] == []
        assert reasons(transfer(office)) == [Code.NOTICE_SENT_BEFORE]
        assert (len(shop(office)["emails"]), is_booked_once(office)) == (1, True)
