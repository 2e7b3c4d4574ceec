"""An order is sent as it was shown, or not at all: the shop is asked just before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.clock import NINE
from tests.fakes.lossy_line import Fault
from tests.orders.building import KARI, a_line, an_order
from tests.unit.services.desk import AS_SET_UP, NUMBER, Desk, booked_once, codes
from tests.unit.services.test_order_status import AND_TELL, IN_WORK, changes
from tripletex_wizard.domain.errors import Code, OrderRejected, Problem, RemoteUnavailable
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.services.left_overs import LeftOvers

SHOWN = an_order()
DEARER = an_order(lines=[a_line("99.00")], total="99.00")
CALLED_OFF = OrderStatus("6", "Kansellert")
CALLED_OFF_SINCE = Problem(Code.STATUS_CHANGED_SINCE, before=IN_WORK.name, after=CALLED_OFF.name)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    "now",
    [
        DEARER,
        replace(SHOWN, customer=replace(KARI, email="another@example.no")),
        replace(SHOWN, payment_module="klarna_checkout", payment_method="Klarna"),
        replace(SHOWN, reference="PO 7"),
    ],
    ids=["sum", "address of the e-mail", "payment", "reference"],
)
def test_an_order_that_was_changed_since_it_was_shown_is_not_sent(desk: Desk, now: Order) -> None:
    desk.webshop.orders = [now]
    outcome = desk.transfer(SHOWN)
    changed = Problem(Code.CHANGED_SINCE_READ, before=Money(8900), after=now.sale)
    assert (outcome.state, outcome.problems) == (TransferState.STOPPED, (changed,))
    assert desk.steps() == []
    assert desk.transfer(now).state is TransferState.TRANSFERRED


def test_that_the_shop_touched_the_order_is_no_change_of_it(desk: Desk) -> None:
    desk.webshop.orders = [replace(SHOWN, updated_at=NINE + timedelta(minutes=5))]
    assert desk.transfer(SHOWN).state is TransferState.TRANSFERRED
    booked_once(desk)


def test_an_order_that_was_called_off_since_is_not_sent(desk: Desk) -> None:
    desk.webshop.orders = [replace(SHOWN, status=OrderStatus("6", "Kansellert"))]
    assert codes(desk.transfer(SHOWN)) == [Code.STATUS_CALLED_OFF]
    assert desk.steps() == []


@pytest.mark.parametrize(
    "gone",
    [[], [UnreadableOrder(NUMBER, Problem(Code.ORDER_NOT_FOUND, order=NUMBER))]],
    ids=["unknown", "unreadable"],
)
def test_an_order_that_is_gone_is_not_sent(desk: Desk, gone: list[Order | UnreadableOrder]) -> None:
    desk.webshop.orders = gone
    (_, outcome) = desk.service.transfer_batch([SHOWN], AS_SET_UP)
    assert isinstance(outcome, Outcome)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.ORDER_NOT_FOUND])
    assert desk.steps() == []


def test_a_shop_that_does_not_answer_ends_the_batch_before_anything_is_sent(desk: Desk) -> None:
    desk.webshop.failure = RemoteUnavailable(Code.NO_ANSWER, host="mystore")
    outcomes = desk.batch([SHOWN, an_order("10458")])
    assert [row.state for row in outcomes] == [TransferState.FAILED, TransferState.READY]
    assert desk.steps() == []


def test_an_uncertain_order_that_was_changed_stays_uncertain(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_BEFORE)
    assert desk.transfer(SHOWN).state is TransferState.UNCERTAIN
    desk.webshop.orders = []
    (_, outcome) = desk.service.transfer_batch([SHOWN], AS_SET_UP)
    assert isinstance(outcome, Outcome)
    assert (outcome.state, codes(outcome)[1:]) == (
        TransferState.UNCERTAIN,
        [Code.ORDER_NOT_FOUND],
    )


def test_an_uncertain_order_that_cannot_be_read_stays_uncertain(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    assert desk.transfer(SHOWN).state is TransferState.UNCERTAIN
    unreadable = UnreadableOrder(NUMBER, Problem(Code.ORDER_WITHOUT_LINES))
    (outcome,) = desk.batch([unreadable])
    assert (outcome.state, codes(outcome)[1:]) == (
        TransferState.UNCERTAIN,
        [Code.ORDER_WITHOUT_LINES],
    )


def test_what_is_booked_needs_no_look_in_the_shop(desk: Desk) -> None:
    desk.transfer(SHOWN)
    desk.webshop.orders = [DEARER]
    assert codes(desk.transfer(SHOWN)) == [Code.ALREADY_BOOKED]
    booked_once(desk)


# with a status asked for


def booked_and_now(now: Order) -> Desk:
    """A booked order, and how the shop has it afterwards."""
    desk = Desk().with_rules(write_back=True)
    desk.transfer(SHOWN)
    desk.webshop.orders = [now]
    return desk


@pytest.mark.parametrize("write_back", [True, False])
def test_an_order_that_was_called_off_since_is_not_given_another_status(write_back: bool) -> None:
    desk = Desk().with_rules(write_back=write_back)
    desk.webshop.orders = [replace(SHOWN, status=CALLED_OFF)]
    outcome = desk.transfer(replace(SHOWN, status=IN_WORK), AND_TELL)
    assert (outcome.state, outcome.problems) == (TransferState.STOPPED, (CALLED_OFF_SINCE,))
    assert (changes(desk), desk.steps()) == (0, [])


def test_an_unfinished_order_that_was_called_off_since_is_not_gone_on_with() -> None:
    desk = Desk().with_rules(write_back=True)
    shown = replace(SHOWN, status=IN_WORK)
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.REJECTED))
    desk.transfer(shown, AND_TELL)
    desk.webshop.orders = [replace(SHOWN, status=CALLED_OFF)]
    outcome = desk.transfer(shown, AND_TELL)
    assert (outcome.state, outcome.problems) == (TransferState.STOPPED, (CALLED_OFF_SINCE,))
    assert (changes(desk), desk.ledger.invoices) == (1, {})


def test_an_order_that_has_got_the_status_meanwhile_is_transferred() -> None:
    desk = Desk().with_rules(write_back=True)
    desk.webshop.orders = [SHOWN]
    outcome = desk.transfer(replace(SHOWN, status=IN_WORK), AND_TELL)
    assert codes(outcome) == [Code.STATUS_SET_BEFORE]
    assert changes(desk) == 0
    booked_once(desk)


def test_a_booked_order_that_was_called_off_since_keeps_its_status() -> None:
    desk = booked_and_now(replace(SHOWN, status=CALLED_OFF))
    outcome = desk.transfer(replace(SHOWN, status=IN_WORK), AND_TELL)
    assert (outcome.state, outcome.problems) == (TransferState.STOPPED, (CALLED_OFF_SINCE,))
    assert (changes(desk), desk.webshop.notices) == (0, [])
    booked_once(desk)


def test_nobody_is_told_again_of_a_booked_order_that_has_the_status() -> None:
    desk = booked_and_now(replace(SHOWN))
    outcome = desk.transfer(replace(SHOWN, status=IN_WORK), AND_TELL)
    assert codes(outcome) == [Code.ALREADY_BOOKED, Code.STATUS_SET_BEFORE]
    assert (changes(desk), outcome.notified_to) == (0, "")


# after a credit note


@pytest.mark.parametrize("is_known", [True, False])
def test_a_credited_order_that_was_changed_since_it_was_shown_is_not_sent_again(
    desk: Desk, is_known: bool
) -> None:
    desk.transfer(SHOWN)
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    if is_known:
        LeftOvers(desk.service).look(NUMBER)
    desk.webshop.orders = [DEARER]
    assert codes(desk.transfer(SHOWN)) == [Code.CHANGED_SINCE_READ]
    assert len(desk.ledger.orders) == 1


def test_a_credited_order_that_cannot_be_booked_again_is_not_given_a_status() -> None:
    desk = booked_and_now(replace(SHOWN, status=IN_WORK))
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    LeftOvers(desk.service).look(NUMBER)
    desk.with_rules(completed_statuses=(OrderStatus("9", "Levert"),))
    outcome = desk.transfer(replace(SHOWN, status=IN_WORK), AND_TELL)
    assert codes(outcome) == [Code.STATUS_NOT_COMPLETED]
    assert changes(desk) == 0
