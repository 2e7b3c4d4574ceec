"""The invoice date in the order window, from what is shown to what is booked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.flow_desk import FlowDesk
from tests.orders.building import OSLO, an_order
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import AccountingPeriod
from tripletex_wizard.domain.profile import SalesDocument
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.date_choice import DateChoice
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

OCTOBER = an_order("10457", finished=datetime(2026, 10, 30, 12, tzinfo=OSLO))
NOVEMBER = an_order("10458", finished=datetime(2026, 11, 2, 12, tzinfo=OSLO))
END_OF_OCTOBER = date(2026, 10, 31)
Maker = Callable[..., FlowDesk]


def periods(*, october_closed: bool) -> tuple[AccountingPeriod, ...]:
    return (AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=october_closed),)


@pytest.fixture
def opened(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Maker:
    """A window that was opened at a time in November, with October open in Tripletex."""

    def opened(now: datetime, document: SalesDocument = SalesDocument.INVOICE) -> FlowDesk:
        desk = FlowDesk(qtbot, runner, view_settings, theme, OCTOBER, NOVEMBER)
        ledger = desk.office.ledger
        ledger.known = replace(ledger.known, periods=periods(october_closed=False))
        rules = replace(
            desk.office.profile.rules, sales_document=document, start_date=date(2026, 10, 1)
        )
        desk.office.profile = replace(desk.office.profile, rules=rules)
        desk.controller.profile = desk.office.profile
        set_to(desk, now)
        return desk.start()

    return opened


def set_to(desk: FlowDesk, now: datetime) -> None:
    desk.now = now
    desk.office.clock.set_to(now)


def november(day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=OSLO)


def dates(desk: FlowDesk) -> dict[str, date]:
    """The invoice dates in Tripletex by order number."""
    ledger = desk.office.ledger
    return {
        ledger.orders[each].number: row.invoice.invoice_date
        for row in ledger.invoices.values()
        for each in row.invoice.order_ids
    }


def ask(desk: FlowDesk, *numbers: str) -> TransferDialog:
    desk.choose(*numbers)
    desk.click(desk.window.footer.main)
    return desk.asking


def test_enter_books_what_is_proposed_for_those_that_were_delivered_by_then(
    opened: Maker,
) -> None:
    desk = opened(november(3))
    ask(desk, "10457", "10458")
    desk.until(desk.asking.isActiveWindow)
    desk.press(Qt.Key.Key_Return)
    desk.until_over()
    assert dates(desk) == {"10457": END_OF_OCTOBER, "10458": date(2026, 11, 3)}


def test_what_a_person_chooses_is_booked(opened: Maker) -> None:
    desk = opened(november(3))
    (choice,) = ask(desk, "10457").findChildren(DateChoice)
    today = choice.radios[Dating.TODAY]
    assert isinstance(today, QRadioButton)
    today.click()
    desk.accept()
    desk.until_over()
    assert dates(desk) == {"10457": date(2026, 11, 3)}


def test_the_order_is_shown_with_both_dates_and_their_terms(opened: Maker) -> None:
    desk = opened(november(3))
    desk.choose("10457")
    assert (
        "fakturadato 03.11.2026 (6. termin 2026), eller 31.10.2026 (5. termin 2026) om det velges"
    ) in desk.texts(desk.detail)
    ask(desk, "10457")
    desk.accept()
    desk.until_over()
    desk.window.look_at("10457")
    assert "Fakturadato\n31.10.2026 (5. termin 2026)" in desk.texts(desk.detail)


def test_a_dialog_that_stood_open_past_the_15th_sends_nothing(opened: Maker) -> None:
    desk = opened(november(15, 23, 59))
    assert ask(desk, "10457").choice().dating is Dating.LAST_MONTH
    set_to(desk, november(16, 0, 1))
    desk.accept()
    assert "en annen dag" in desk.window.told
    desk.until_idle()
    assert desk.office.ledger.orders == {}
    assert ask(desk, "10457").choice().dating is None
    assert "Fakturadato 16.11.2026 (6. termin 2026)." in desk.texts(desk.asking)


def test_a_batch_that_runs_past_the_15th_leaves_the_rest(opened: Maker) -> None:
    desk = opened(november(15, 23, 59))

    def turn_the_day(call: str) -> None:
        if call == "invoice_order":
            set_to(desk, november(16, 0, 1))

    desk.office.ledger.line.on_write = turn_the_day
    desk.transfer("10457", "10458")
    assert dates(desk) == {"10457": END_OF_OCTOBER}
    assert desk.controller.batch is not None
    (_, left) = desk.controller.batch.outcomes
    assert [problem.code for problem in left.problems] == [Code.NOT_TRIED, Code.DAY_CHANGED]


def test_a_period_that_was_closed_behind_the_dialog_stops_the_order(opened: Maker) -> None:
    desk = opened(november(3))
    ask(desk, "10457")
    ledger = desk.office.ledger
    ledger.known = replace(ledger.known, periods=periods(october_closed=True))
    desk.accept()
    desk.until_over()
    assert ledger.orders == {}
    assert "regnskapsperioden er avsluttet" in desk.texts(desk.batch)


def test_a_lost_invoice_is_shown_with_the_date_that_it_keeps(opened: Maker) -> None:
    desk = opened(november(3))
    desk.office.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    ask(desk, "10457")
    desk.accept()
    desk.until_over()
    desk.office.clock.advance(2 * 24 * 3600)
    desk.now += timedelta(days=2)
    desk.controller.look_up("10457")
    desk.until_idle()
    desk.controller.load()
    desk.until_idle()
    plan = desk.controller.standings["10457"].plan
    assert plan is not None
    assert (plan.invoice_date, plan.dates.issued) == (END_OF_OCTOBER, date(2026, 11, 5))


def test_c9_orders_with_a_receipt_are_not_taken_for_those_of_another_day(opened: Maker) -> None:
    desk = opened(november(23), SalesDocument.RECEIPT)
    assert ask(desk, "10457", "10458").choice().dating is None
    assert "1 faktura dateres 30.10.2026 (5. termin 2026)." in desk.texts(desk.asking)
    desk.accept()
    desk.until_over()
    assert dates(desk) == {"10457": date(2026, 10, 30), "10458": date(2026, 11, 2)}
