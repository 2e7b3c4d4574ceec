"""The invoice date that was chosen, and what becomes of it when a request is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.lossy_line import Fault
from tests.orders.building import (
    OSLO,
    VIPPS,
    a_profile,
    an_order,
    company_facts,
    transfer_rules,
)
from tests.unit.services.desk import AS_ORDER, AS_SET_UP, NUMBER, Desk, booked_once, codes
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import AccountingPeriod, LedgerFacts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import SalesDocument
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.services.left_overs import LeftOvers

LAST_MONTH, TODAY = Choice(dating=Dating.LAST_MONTH), Choice(dating=Dating.TODAY)
END_OF_OCTOBER, THIRD = date(2026, 10, 31), date(2026, 11, 3)
DELIVERED = an_order(finished=datetime(2026, 10, 30, 12, tzinfo=OSLO))


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A time in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=OSLO)


def facts(*, october_closed: bool = False, november_closed: bool = False) -> LedgerFacts:
    october = AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=october_closed)
    november = AccountingPeriod(date(2026, 11, 1), date(2026, 12, 1), is_closed=november_closed)
    return replace(company_facts(), periods=(october, november))


def on_the(day: int) -> Desk:
    return Desk(ledger=FakeLedger(facts()), clock=FakeClock(at(day)))


def lost(desk: Desk, choice: Choice = LAST_MONTH) -> Desk:
    """An :invoice by `choice` that never reached Tripletex, nobody knows of it yet."""
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(DELIVERED, choice)
    assert desk.ledger.invoices == {}
    return desk


def booked_date(desk: Desk) -> date:
    booked_once(desk)
    return desk.only_invoice.invoice.invoice_date


def test_c2_the_last_day_of_the_month_before_is_booked_with_its_payment() -> None:
    desk = on_the(3)
    assert desk.transfer(DELIVERED, LAST_MONTH).state is TransferState.TRANSFERRED
    assert booked_date(desk) == END_OF_OCTOBER
    assert desk.only_invoice.payments == ((VIPPS.id, Money(8900)),)


@pytest.mark.parametrize("choice", [AS_SET_UP, TODAY])
def test_without_that_choice_it_is_the_day_of_issue(choice: Choice) -> None:
    desk = on_the(3)
    outcome = desk.transfer(DELIVERED, choice)
    assert booked_date(desk) == THIRD
    assert codes(outcome) == [Code.OTHER_VAT_TERM]


def test_a_batch_may_hold_orders_of_both_months() -> None:
    desk = on_the(3)
    later = an_order("10458", finished=at(2, 12))
    desk.batch([DELIVERED, later], LAST_MONTH)
    dates = [row.invoice.invoice_date for row in desk.ledger.invoices.values()]
    assert dates == [END_OF_OCTOBER, THIRD]


# what may be sent after all


def test_a_period_that_was_closed_meanwhile_stops_what_was_chosen() -> None:
    desk = on_the(3)
    desk.ledger.known = facts(october_closed=True)
    outcome = desk.transfer(DELIVERED, LAST_MONTH)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.LAST_MONTH_CLOSED])
    assert desk.ledger.orders == {}


def test_midnight_after_the_15th_stops_what_was_chosen() -> None:
    desk = Desk(ledger=FakeLedger(facts()), clock=FakeClock(at(15, 23, 59)))
    desk.transfer(DELIVERED, LAST_MONTH)
    assert booked_date(desk) == END_OF_OCTOBER
    desk.clock.advance(120)
    outcome = desk.transfer(replace(DELIVERED, number="10458"), LAST_MONTH)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.LAST_MONTH_TOO_LATE])
    assert len(desk.ledger.orders) == 1


# a lost request


@pytest.mark.parametrize(
    ("day", "closes", "again", "expected"),
    [
        (5, False, AS_SET_UP, END_OF_OCTOBER),
        (5, False, LAST_MONTH, END_OF_OCTOBER),
        (5, False, TODAY, date(2026, 11, 5)),
        (15, False, AS_SET_UP, END_OF_OCTOBER),
        (16, False, AS_SET_UP, date(2026, 11, 16)),
        (5, True, AS_SET_UP, date(2026, 11, 5)),
    ],
)
def test_a_lost_invoice_of_last_month_keeps_its_date_while_it_may(
    day: int, closes: bool, again: Choice, expected: date
) -> None:
    desk = lost(on_the(3))
    desk.clock.advance((day - 3) * 24 * 3600)
    desk.ledger.known = facts(october_closed=closes)
    assert desk.transfer(DELIVERED, again).state is TransferState.TRANSFERRED
    assert booked_date(desk) == expected
    assert desk.requests("create_order") == 1


def test_a_lost_invoice_of_today_gets_the_last_day_of_last_month_when_that_is_chosen() -> None:
    desk = lost(on_the(3), TODAY)
    desk.clock.advance(24 * 3600)
    desk.transfer(DELIVERED, LAST_MONTH)
    assert booked_date(desk) == END_OF_OCTOBER


def test_a_lost_invoice_that_was_booked_is_settled_whatever_is_chosen_now() -> None:
    desk = on_the(3)
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(DELIVERED, LAST_MONTH)
    desk.clock.advance(13 * 24 * 3600)
    outcome = desk.transfer(DELIVERED, TODAY)
    assert Code.SETTLED in codes(outcome)
    assert booked_date(desk) == END_OF_OCTOBER
    assert desk.requests("invoice_order") == 1


def test_a_refused_invoice_of_last_month_is_dated_anew() -> None:
    desk = on_the(3)
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.REJECTED, text="nei"))
    desk.transfer(DELIVERED, LAST_MONTH)
    desk.transfer(DELIVERED)
    assert booked_date(desk) == THIRD


def test_what_is_shown_of_a_lost_invoice_is_the_date_that_is_sent() -> None:
    desk = lost(on_the(3))
    desk.clock.advance(2 * 24 * 3600)
    LeftOvers(desk.service).look(NUMBER)
    shown = desk.reader.standing(NUMBER)
    assert shown.state is TransferState.FAILED
    assert shown.plan is not None
    planned = desk.service.plan(DELIVERED, AS_SET_UP)
    assert shown.plan.invoice_date == planned.invoice_date == END_OF_OCTOBER
    chosen = shown.plan_for(TODAY)
    assert chosen is not None
    assert chosen.invoice_date == date(2026, 11, 5)
    desk.transfer(DELIVERED)
    assert booked_date(desk) == END_OF_OCTOBER


# after a credit note


def test_a_credited_order_is_not_dated_before_its_credit_note() -> None:
    desk = on_the(3)
    desk.transfer(DELIVERED, LAST_MONTH)
    desk.ledger.credit_invoice(desk.only_invoice.invoice, paid_back=True)
    desk.transfer(DELIVERED, LAST_MONTH)
    newest = list(desk.ledger.invoices.values())[-1].invoice
    assert not newest.is_credit_note
    assert newest.invoice_date == THIRD


def test_a_credited_order_with_a_receipt_is_issued_anew_on_the_day() -> None:
    rules = replace(transfer_rules(), sales_document=SalesDocument.RECEIPT)
    desk = Desk(a_profile(rules), FakeLedger(facts()), FakeClock(at(3)))
    desk.transfer(DELIVERED)
    assert booked_date(desk) == date(2026, 10, 30)
    desk.ledger.credit_invoice(desk.only_invoice.invoice, paid_back=True)
    desk.transfer(DELIVERED)
    assert list(desk.ledger.invoices.values())[-1].invoice.invoice_date == THIRD


def credited_receipt(**closed_since: bool) -> Desk:
    """Booked by its receipt in October, then credited, and so by what has been closed since."""
    rules = replace(transfer_rules(), sales_document=SalesDocument.RECEIPT)
    desk = Desk(a_profile(rules), FakeLedger(facts()), FakeClock(at(3)))
    desk.transfer(DELIVERED)
    desk.ledger.credit_invoice(desk.only_invoice.invoice, paid_back=True)
    LeftOvers(desk.service).look(NUMBER)
    desk.ledger.known = facts(**closed_since)
    return desk


def test_a_credited_receipt_is_issued_anew_though_its_own_period_is_closed_by_now() -> None:
    desk = credited_receipt(october_closed=True)
    shown = desk.reader.standing(NUMBER)
    assert (shown.state, shown.plan and shown.plan.invoice_date) == (TransferState.CREDITED, THIRD)
    assert desk.transfer(DELIVERED).state is TransferState.TRANSFERRED
    assert list(desk.ledger.invoices.values())[-1].invoice.invoice_date == THIRD


def test_a_credited_receipt_is_not_issued_anew_in_a_closed_period() -> None:
    desk = credited_receipt(november_closed=True)
    assert desk.reader.standing(NUMBER).plans == ()
    outcome = desk.transfer(DELIVERED)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.PERIOD_CLOSED])
    assert desk.requests("create_order") == 1


def test_last_month_may_be_chosen_while_the_period_of_today_is_closed() -> None:
    desk = on_the(3)
    desk.ledger.known = facts(november_closed=True)
    assert codes(desk.transfer(DELIVERED, TODAY)) == [Code.PERIOD_CLOSED]
    desk.transfer(DELIVERED, LAST_MONTH)
    assert booked_date(desk) == END_OF_OCTOBER


def test_an_open_order_is_made_while_every_period_is_closed() -> None:
    desk = on_the(3)
    desk.ledger.known = facts(october_closed=True, november_closed=True)
    outcome = desk.transfer(DELIVERED, AS_ORDER)
    assert (outcome.state, outcome.transfer_as) == (TransferState.TRANSFERRED, TransferAs.ORDER)
    assert not desk.only_order.is_closed
    assert codes(desk.transfer(DELIVERED)) == [Code.PERIOD_CLOSED]


def test_c9_a_receipt_whose_period_is_closed_stops_before_anything_is_sent() -> None:
    rules = replace(transfer_rules(), sales_document=SalesDocument.RECEIPT)
    desk = Desk(a_profile(rules), FakeLedger(facts(october_closed=True)), FakeClock(at(3)))
    outcome = desk.transfer(DELIVERED)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.RECEIPT_PERIOD_CLOSED])
    assert desk.ledger.orders == {}
