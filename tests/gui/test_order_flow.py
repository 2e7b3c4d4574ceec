from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.batch_room import wrong_rate
from tests.gui.flow_desk import CTRL, SHIFT, FlowDesk
from tests.gui.last_pages import STATUSES
from tests.gui.order_rows import shop_order
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Step, TransferState
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.mark_dialog import MarkDialog
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.asking.update_question import UpdateQuestion
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.table.cells import cell
from tripletex_wizard.gui.orders.table.rows import Column
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

Maker = Callable[..., FlowDesk]


@pytest.fixture
def opened(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Maker:
    def opened(*orders: Order, writes_back: bool = False) -> FlowDesk:
        return FlowDesk(qtbot, runner, view_settings, theme, *orders, writes_back=writes_back)

    return opened


def four() -> tuple[Order, ...]:
    return (
        shop_order("10478", name="Kari Eksempel", day=22),
        shop_order("10477", name="Strikkestua DA", method="collect", day=21),
        shop_order("10476", name="Bjørg Prøve", method="klarna_checkout", day=20),
        shop_order("10475", name="Ola Eksempel", day=19),
    )


@pytest.fixture
def desk(opened: Maker) -> FlowDesk:
    return opened(*four()).start()


def test_from_the_rows_to_the_summary_by_clicks(desk: FlowDesk) -> None:
    dialog = desk.transfer("10478", "10477", "10476")
    assert desk.invoices == ["10476", "10478"]
    assert "3 av 3" in desk.texts(dialog), desk.texts(dialog)
    assert desk.numbers == ["10475"]


def test_from_the_rows_to_the_summary_by_keys(desk: FlowDesk) -> None:
    desk.window.table.view.setFocus()
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.until(desk.asking.isActiveWindow)
    desk.press(Qt.Key.Key_Return)
    desk.until_over()
    assert desk.invoices == ["10475", "10476", "10478"]


def test_a_second_batch_begins_while_the_first_summary_is_open(desk: FlowDesk) -> None:
    desk.transfer("10478")
    desk.transfer("10476", "10475")
    assert desk.invoices == ["10475", "10476", "10478"]
    (only,) = desk.shown(BatchDialog)
    assert "2" in only.windowTitle()
    assert desk.flow._batch is only


def test_the_way_of_the_pressed_button_is_chosen_in_the_dialog(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    desk.click(desk.window.footer.as_order)
    assert desk.asking.way is TransferAs.ORDER


def test_one_dialog_is_open_at_a_time(desk: FlowDesk) -> None:
    desk.choose("10478")
    desk.press(Qt.Key.Key_T, CTRL)
    first = desk.asking
    desk.menus.transfer.trigger()
    desk.flow.ask_transfer(("10476",), None)
    desk.menus.mark_booked.trigger()
    assert desk.asking is first
    assert not desk.shown(MarkDialog)


def test_a_dialog_that_was_closed_can_be_opened_again(desk: FlowDesk) -> None:
    desk.choose("10478")
    for _ in range(2):
        desk.click(desk.window.footer.main)
        desk.until(desk.asking.isActiveWindow)
        desk.press(Qt.Key.Key_Escape)
        assert not desk.shown(TransferDialog)
    assert desk.controller.batch is None


def test_a_double_click_or_enter_twice_transfers_once(desk: FlowDesk) -> None:
    desk.choose("10478")
    desk.click(desk.window.footer.main)
    desk.click(desk.window.footer.main)
    desk.until(desk.asking.isActiveWindow)
    dialog, go_on = desk.asking, desk.hold_writes()
    button = dialog._transfer
    desk.qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    desk.click(button)
    desk.qtbot.keyClick(button, Qt.Key.Key_Return)
    go_on.set()
    desk.until_over()
    assert desk.invoices == ["10478"]
    assert len(desk.shown(BatchDialog)) == 1


def test_nothing_begins_beside_a_batch(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    go_on = desk.hold_writes()
    desk.click(desk.window.footer.main)
    desk.accept()
    number = desk.until_sending()
    assert not desk.menus.transfer.isEnabled()
    assert not desk.window.footer.main.isEnabled()
    desk.flow.ask_transfer(("10475",), None)
    assert not desk.shown(TransferDialog)
    assert "i gang" in desk.window.told
    assert desk.state(number) is TransferState.SENDING
    go_on.set()
    desk.until_over()
    assert desk.invoices == ["10476", "10478"]


# orders that change while a dialog is open


def test_what_the_dialog_did_not_show_is_not_sent(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    desk.click(desk.window.footer.main)
    desk.office.shop.orders[0] = shop_order("10478", "99.00", day=22)
    desk.controller.load()
    desk.until_idle()
    desk.accept()
    assert "10478" in desk.window.told
    assert "10476" not in desk.window.told
    assert desk.controller.batch is None


def test_an_order_that_vanished_under_the_dialog_is_told(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    desk.click(desk.window.footer.main)
    del desk.office.shop.orders[0]
    desk.controller.load()
    desk.until_idle()
    desk.accept()
    assert "10478" in desk.window.told
    assert desk.controller.batch is None


def test_orders_that_were_read_anew_and_are_the_same_are_sent(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    desk.click(desk.window.footer.main)
    desk.controller.load()
    desk.until_idle()
    desk.accept()
    desk.until_over()
    assert desk.invoices == ["10476", "10478"]


def test_a_set_up_that_was_changed_under_the_dialog_sends_nothing(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    desk.click(desk.window.footer.main)
    rules = replace(desk.office.profile.rules, search_customer=True)
    desk.office.profile = replace(desk.office.profile, rules=rules)
    desk.controller.take_over(desk.office.profile)
    desk.until_idle()  # the orders are there again, as they were
    desk.accept()
    assert "Oppsettet er endret siden dialogen ble vist" in desk.window.told
    assert desk.controller.batch is None
    assert desk.invoices == []


def become_tomorrow(desk: FlowDesk) -> None:
    desk.now += timedelta(days=1)
    desk.office.clock.set_to(desk.office.clock.now() + timedelta(days=1))


def test_orders_of_yesterday_are_read_anew_before_the_dialog_shows_a_date(desk: FlowDesk) -> None:
    become_tomorrow(desk)
    desk.choose("10478")
    desk.click(desk.window.footer.main)
    assert not desk.shown(TransferDialog)
    assert "en annen dag" in desk.window.told
    desk.until_idle()
    desk.choose("10478")
    desk.click(desk.window.footer.main)
    assert "Fakturadato 24.11.2026" in desk.texts(desk.asking)
    desk.accept()
    desk.until_over()
    assert desk.invoices == ["10478"]


def test_a_dialog_that_stood_open_over_midnight_sends_nothing(desk: FlowDesk) -> None:
    desk.choose("10478")
    desk.click(desk.window.footer.main)
    become_tomorrow(desk)
    desk.accept()
    assert "en annen dag" in desk.window.told
    assert desk.controller.batch is None
    desk.until_idle()
    assert desk.invoices == []


# the summary


def test_show_where_leads_to_the_order(opened: Maker) -> None:
    desk = opened(wrong_rate("10474"), *four()).start()
    desk.choose("10478", "10476")
    desk.office.ledger.settings.line_sum_error = Money(100)
    desk.click(desk.window.footer.main)
    desk.accept()
    desk.until_over()
    rows = [each for each in desk.batch.findChildren(QPushButton) if each.text() == "Vis hvor"]
    desk.window.header.search.setText("finnes ikke")
    desk.click(rows[0])
    assert desk.window.current in {"10478", "10476"}
    desk.until(desk.window.isActiveWindow)
    assert desk.numbers


# the status


def test_a_completed_status_opens_the_dialog_again_each_time(desk: FlowDesk) -> None:
    """As the specification has it: «Under behandling» without «Oppdater ordre», then «Sendt»."""
    desk.choose("10478")
    for _ in range(2):
        desk.choose_status("Under behandling")
        assert not desk.shown(TransferDialog)
        desk.choose_status("Sendt")
        desk.until(desk.asking.isActiveWindow)
        desk.press(Qt.Key.Key_Escape)
    assert not desk.office.shop.line.requests


def test_the_status_goes_first_when_the_set_up_writes_back(opened: Maker) -> None:
    order = replace(shop_order("10478"), status=STATUSES[1], finished_at=None)
    desk = opened(order, writes_back=True).start()
    desk.window.look_at("10478")
    desk.choose_status("Sendt")
    desk.accept()
    desk.until_over()
    assert desk.invoices == ["10478"]
    steps = [entry.step for entry in desk.office.journal.entries("10478")]
    assert steps.index(Step.STATUS) < steps.index(Step.ORDER)
    assert desk.office.shop.notices == [("10478", "5")]


def test_update_order_writes_another_status(opened: Maker) -> None:
    desk = opened(*four(), writes_back=True).start()
    desk.choose("10478")
    assert not desk.menus.update_order.isEnabled()
    desk.choose_status("Under behandling")
    assert desk.menus.update_order.isEnabled()
    desk.press(Qt.Key.Key_S, CTRL)
    desk.until_idle()
    assert desk.office.shop.order("10478").status.name == "Under behandling"  # type: ignore[union-attr]
    assert desk.state("10478") is TransferState.NOT_COMPLETED
    assert not desk.shown(TransferDialog)
    assert desk.window.told == "Statusen «Under behandling» er satt i Mystore for ordre 10478."
    desk.window.look_at("10478")
    assert not desk.menus.update_order.isEnabled()  # the shop has this status now


def test_the_status_of_an_invoiced_order_is_written_only_after_a_question(opened: Maker) -> None:
    desk = opened(*four(), writes_back=True).start()
    desk.transfer("10478")
    desk.click(desk.button_of(desk.batch, "Lukk"))
    desk.window.look_at("10478")
    desk.until(desk.window.isActiveWindow)
    desk.choose_status("Kansellert")
    desk.menus.update_order.trigger()
    (question,) = desk.shown(UpdateQuestion)
    desk.until(question.isActiveWindow)
    assert "Sette ordre 10478 til «Kansellert» i Mystore?" in desk.texts(question)
    assert "Faktura 10201 står i Tripletex uansett." in desk.texts(question)
    desk.press(Qt.Key.Key_Return)
    assert not desk.shown(UpdateQuestion)
    assert not desk.office.shop.line.requests
    desk.menus.update_order.trigger()
    (question,) = desk.shown(UpdateQuestion)
    desk.click(desk.button_of(question, "Sett statusen"))
    desk.until_idle()
    assert desk.office.shop.order("10478").status.name == "Kansellert"  # type: ignore[union-attr]
    assert desk.window.told == "Statusen «Kansellert» er satt i Mystore for ordre 10478."


def test_what_stays_in_the_books_is_told_of_an_open_order_and_of_a_marked_one(
    opened: Maker,
) -> None:
    desk = opened(*four(), writes_back=True).start()
    desk.choose("10477")
    desk.click(desk.window.footer.main)
    desk.accept()
    desk.until_over()
    desk.click(desk.button_of(desk.batch, "Lukk"))
    desk.controller.mark("10476", "2026-17", "ført manuelt")
    desk.until_idle()
    for number, stays in (
        ("10477", "Ordre 10477 står i Tripletex uansett."),
        ("10476", "Ordren er merket som bokført med 2026-17, og det endres ikke."),
    ):
        desk.detail.update_asked.emit(number, STATUSES[3])
        (question,) = desk.shown(UpdateQuestion)
        assert stays in desk.texts(question)
        question.reject()
    assert not desk.office.shop.line.requests


def test_without_write_back_the_status_of_this_program_is_enough(opened: Maker) -> None:
    order = replace(shop_order("10478"), status=STATUSES[1])
    desk = opened(order).start()
    desk.window.look_at("10478")
    desk.choose_status("Sendt")
    assert "står bare i dette programmet" in desk.texts(desk.asking)
    desk.accept()
    desk.until_over()
    assert desk.invoices == ["10478"]
    assert not desk.office.shop.line.requests


# transferring again


def test_a_completed_order_that_is_transferred_again_says_as_what(desk: FlowDesk) -> None:
    desk.transfer("10478")
    desk.click(desk.button_of(desk.batch, "Lukk"))
    desk.window.look_at("10478")
    desk.until(desk.window.isActiveWindow)
    desk.press(Qt.Key.Key_T, CTRL | SHIFT)
    assert "10478 er allerede ført som faktura 10201: ingenting sendes." in desk.texts(desk.asking)
    assert not desk.asking._transfer.isEnabled()
    desk.press(Qt.Key.Key_Return)
    assert desk.invoices == ["10478"]


def test_an_open_order_is_invoiced_by_transferring_again(desk: FlowDesk) -> None:
    desk.choose("10478")
    desk.click(desk.window.footer.as_order)
    desk.accept()
    desk.until_over()
    assert desk.invoices == []
    desk.click(desk.button_of(desk.batch, "Lukk"))
    desk.window.look_at("10478")
    desk.menus.transfer_again.trigger()
    desk.asking.choose(TransferAs.INVOICE)
    desk.accept()
    desk.until_over()
    assert desk.invoices == ["10478"]


def test_a_credited_order_is_booked_anew_with_a_number_of_its_own(desk: FlowDesk) -> None:
    desk.transfer("10478")
    desk.click(desk.button_of(desk.batch, "Lukk"))
    (booked,) = desk.office.ledger.invoices.values()
    desk.office.ledger.credit_invoice(booked.invoice)
    desk.window.look_at("10478")
    desk.click(desk.button_of(desk.detail, "Sjekk i Tripletex"))
    desk.until_idle()
    assert desk.state("10478") is TransferState.CREDITED
    desk.window.look_at("10478")
    desk.menus.transfer_again.trigger()
    desk.accept()
    desk.until_over()
    assert desk.invoices == ["10478", "10478-2"]


# marks


def test_an_order_is_marked_as_booked_and_the_mark_is_taken_back(
    desk: FlowDesk, heard: list[str]
) -> None:
    desk.choose("10478")
    assert desk.menus.mark_booked.isEnabled()
    assert not desk.menus.take_mark_back.isEnabled()
    desk.menus.mark_booked.trigger()
    desk.until(desk.marking.isActiveWindow)
    for line in desk.marking.findChildren(QLineEdit):
        desk.qtbot.keyClicks(line, "1042")
    desk.press(Qt.Key.Key_Return)
    desk.until_idle()
    assert desk.state("10478") is TransferState.TRANSFERRED
    assert desk.window.told == "Ordre 10478 er merket som bokført med 1042 og blir ikke overført."
    assert "Ordre 10478: Merket bokført" in heard
    desk.window.look_at("10478")
    assert "Merket bokført" in desk.texts(desk.detail)
    row = desk.window.model.order("10478")
    assert row is not None
    assert cell(row, Column.TRANSFER) == "Merket"
    assert not desk.menus.transfer_again.isEnabled()
    assert not desk.menus.mark_booked.isEnabled()
    assert desk.menus.take_mark_back.isEnabled()
    desk.menus.take_mark_back.trigger()
    desk.until_idle()
    assert desk.state("10478") is TransferState.READY
    assert desk.window.told == "Merkingen av ordre 10478 er tatt tilbake."


def test_the_keys_are_never_left_in_the_detail_of_another_order(opened: Maker) -> None:
    desk = opened(*four()).start()
    for number in ("10478", "10477"):
        desk.controller.mark(number, "1042", "Fakturert for hånd")
        desk.until_idle()
    desk.window.look_at("10478")
    unmark = desk.button_of(desk.detail, "Ta tilbake merkingen")
    unmark.setFocus()
    desk.qtbot.keyClick(unmark, Qt.Key.Key_Space)
    desk.until_idle()
    assert desk.state("10478") is TransferState.READY
    assert desk.window.current == "10477"
    assert desk.window.focusWidget() is desk.window.table.view


# left-overs


def test_what_the_last_run_left_is_settled_and_told_at_the_start(opened: Maker) -> None:
    desk = opened(*four())
    desk.office.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    list(desk.office.transfer.transfer_batch([four()[0]], Choice()))
    desk.start()
    assert "10478" in desk.window.told
    assert "10201" in desk.window.told
    assert desk.state("10478") is TransferState.TRANSFERRED
    assert desk.invoices == ["10478"]


def test_a_look_beside_a_batch_says_why_it_is_not_made(desk: FlowDesk) -> None:
    desk.choose("10478")
    go_on = desk.hold_writes()
    desk.click(desk.window.footer.main)
    desk.accept()
    desk.until_sending()
    desk.detail.check_asked.emit("10476")
    assert "i gang" in desk.window.told
    go_on.set()
    desk.until_over()


# closing


def test_closing_midway_finishes_the_order_and_leaves_no_dialog(desk: FlowDesk) -> None:
    desk.choose("10478", "10476", "10475")
    go_on = desk.hold_writes()
    desk.click(desk.window.footer.main)
    desk.accept()
    number = desk.until_sending()
    desk.window.close()
    assert desk.window.isVisible()
    go_on.set()
    desk.until(lambda: not desk.window.isVisible())
    assert desk.invoices == [number]
    assert not desk.shown(BatchDialog)


def test_a_window_that_is_closed_over_a_paused_batch_sends_nothing_more(desk: FlowDesk) -> None:
    desk.choose("10478", "10476")
    desk.click(desk.window.footer.main)
    desk.office.ledger.line.fail("orders_with_number", RemoteUnavailable(Code.NO_ANSWER, host="x"))
    desk.accept()
    desk.until(lambda: bool(desk.controller.batch and desk.controller.batch.paused))
    clock = desk.batch.progress.clock
    desk.window.close()
    assert not desk.window.isVisible()
    assert not desk.shown(BatchDialog)
    clock.due.emit()
    desk.until_idle()
    assert desk.invoices == []
