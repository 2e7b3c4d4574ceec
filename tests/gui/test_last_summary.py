"""«Vis siste oppsummering»: a summary that was closed, with what has been learned since."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.batch_room import refused
from tests.gui.flow_desk import FlowDesk
from tests.gui.order_rows import shop_order
from tests.gui.text_room import buttons_of
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def desk(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> FlowDesk:
    orders = (shop_order("10478", name="Kari Eksempel"), shop_order("10475", name="Ola Eksempel"))
    return FlowDesk(qtbot, runner, view_settings, theme, *orders).start()


def closed(desk: FlowDesk, dialog: BatchDialog) -> None:
    dialog.close()
    desk.until_idle()
    assert not desk.shown(BatchDialog)


def shown_again(desk: FlowDesk) -> BatchDialog:
    desk.menus.last_summary.trigger()
    desk.until_idle()
    return desk.batch


def test_a_closed_summary_is_shown_again(desk: FlowDesk) -> None:
    assert not desk.menus.last_summary.isEnabled()
    dialog = desk.transfer("10478", "10475")
    before = desk.texts(dialog), dialog.windowTitle()
    closed(desk, dialog)

    again = shown_again(desk)

    assert (desk.texts(again), again.windowTitle()) == before
    assert desk.invoices == ["10475", "10478"]


def test_an_open_summary_is_not_opened_twice(desk: FlowDesk) -> None:
    dialog = desk.transfer("10478")

    dialog.showMinimized()
    assert shown_again(desk) is dialog
    assert not dialog.isMinimized()


def test_the_order_window_never_covers_it(desk: FlowDesk) -> None:
    dialog = desk.transfer("10478")
    assert dialog.windowType() is Qt.WindowType.Dialog
    assert dialog.windowHandle().transientParent() is desk.window.windowHandle()
    assert not dialog.isModal()
    assert dialog.windowFlags() & Qt.WindowType.WindowMinimizeButtonHint


def test_a_batch_that_ends_out_of_sight_is_told_with_a_way_to_its_summary(desk: FlowDesk) -> None:
    go_on = desk.hold_writes()
    desk.choose("10478", "10475")
    desk.click(desk.window.footer.main)
    desk.accept()
    desk.until_sending()
    dialog = desk.batch
    dialog.showMinimized()
    desk.window.activateWindow()
    go_on.set()
    desk.until_over()
    assert desk.window.told == "2 av 2 ordrer er overført"

    desk.click(desk.button_of(desk.window, "Vis oppsummering"))

    assert not dialog.isMinimized()
    assert not desk.window.told


def test_a_summary_that_comes_to_the_front_is_told_of_no_more(desk: FlowDesk) -> None:
    go_on = desk.hold_writes()
    desk.choose("10478", "10475")
    desk.click(desk.window.footer.main)
    desk.accept()
    desk.until_sending()
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    go_on.set()
    desk.until_over()
    assert "Vis oppsummering" in buttons_of(desk.window)

    desk.batch.activateWindow()

    desk.until(lambda: not desk.window.told)


def test_what_is_left_to_see_to_is_told_when_the_summary_is_closed(desk: FlowDesk) -> None:
    desk.office.ledger.line.fail("create_order", refused())
    dialog = desk.transfer("10478", "10475")
    desk.until(lambda: "Vis oppsummering" not in buttons_of(desk.window))
    closed(desk, dialog)
    assert desk.window.told == "1 av 2 ordrer er overført"

    desk.click(desk.button_of(desk.window, "Vis oppsummering"))

    assert desk.batch.windowTitle() == "1 av 2 ordrer er overført"
    assert not desk.window.told


def test_what_was_found_out_since_stands_in_it(desk: FlowDesk) -> None:
    desk.office.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    closed(desk, desk.transfer("10478", "10475"))
    desk.detail.check_asked.emit("10475")
    desk.until_idle()
    assert len(desk.invoices) == 2

    again = shown_again(desk)

    assert again.windowTitle() == "2 av 2 ordrer er overført"
    assert "Uavklart" not in desk.texts(again)


def test_what_is_looked_up_again_stays_what_this_batch_did(desk: FlowDesk) -> None:
    dialog = desk.transfer("10478", "10475")
    before = desk.texts(dialog)
    assert "178,00" in before
    desk.detail.check_asked.emit("10475")
    desk.until_idle()
    assert desk.texts(dialog) == before
    closed(desk, dialog)
    desk.detail.check_asked.emit("10475")
    desk.until_idle()

    assert desk.texts(shown_again(desk)) == before


def test_its_papers_name_the_set_up_that_it_was_sent_by(desk: FlowDesk) -> None:
    closed(desk, desk.transfer("10478"))
    version = desk.controller.profile.mapping.version
    mapping = replace(desk.controller.profile.mapping, version=version + 1)
    desk.controller.profile = replace(desk.controller.profile, mapping=mapping)

    origin = shown_again(desk).summary._report().origin

    assert origin.setup_version == version


def test_what_failed_is_tried_again_from_it_and_then_stands_in_it(desk: FlowDesk) -> None:
    desk.office.ledger.line.fail("create_order", refused())
    closed(desk, desk.transfer("10478", "10475"))
    again = shown_again(desk)
    assert again.windowTitle() == "1 av 2 ordrer er overført"
    (retry,) = (each for text, each in buttons_of(again).items() if "på nytt" in text)

    desk.click(retry)
    desk.until_over()

    assert desk.batch is again
    assert again.windowTitle() == "2 av 2 ordrer er overført"
    assert desk.invoices == ["10475", "10478"]
