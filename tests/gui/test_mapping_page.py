from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget, QWizard
from pytestqt.qtbot import QtBot

from tests.gui.mapping_desk import NOW, USES, MappingDesk, ShopService
from tripletex_wizard.domain.draft import Confirmation, LiveCheck, Posting
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, english: None, runner: JobRunner) -> Iterator[MappingDesk]:
    desk = MappingDesk(qtbot, runner, ShopService(USES))
    yield desk
    desk.service.may_answer.set()


def test_methods_are_read_on_entering_the_most_used_first(desk: MappingDesk) -> None:
    desk.enter_and_read()
    labels = [row.label for row in desk.draft.methods]
    assert labels == ["Kontant i kassen", "Vipps", "Klarna Checkout", "Faktura vedlagt", "Gratis"]
    assert desk.combo("Vipps").currentText() == "Vipps (1902)"
    assert "318,240\N{NO-BREAK SPACE}kr" in desk.shown_texts()
    assert "No orders in the last 90 days" in desk.shown_texts()


def test_how_far_the_reading_has_come_is_told(desk: MappingDesk, qtbot: QtBot) -> None:
    desk.service.may_answer.clear()
    desk.enter()
    qtbot.waitUntil(lambda: "120 of 1915 orders" in desk.shown_texts())
    assert "No payment methods found" not in desk.shown_texts()


def test_before_the_orders_are_read_no_method_is_said_to_have_none(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.service.may_answer.clear()
    desk.controller.start_again(LiveCheck.METHODS)
    assert "No orders in the last 90 days" not in desk.shown_texts()
    assert "…" in desk.shown_texts().splitlines()


def test_a_suggestion_is_in_italics_with_its_reason_until_it_is_accepted(desk: MappingDesk) -> None:
    desk.enter_and_read()
    assert desk.combo("Vipps").font().italic()
    assert desk.shown_texts().count("Suggestion: same name") == 2
    desk.qtbot.mouseClick(desk.button("Accept 4"), Qt.MouseButton.LeftButton)
    assert not desk.combo("Vipps").font().italic()
    assert "Suggestion:" not in desk.shown_texts()
    assert "Via the Z-report from Datakassen" in desk.shown_texts()


def test_the_accept_button_counts_and_goes_when_there_is_nothing_to_accept(
    desk: MappingDesk,
) -> None:
    desk.enter_and_read()
    accept = desk.button("Accept 4")
    desk.press(accept, Qt.Key.Key_Space)
    assert [row.accepted for row in desk.draft.methods] == [True, True, True, True, False]
    assert accept.isHidden()


def test_after_accepting_everything_the_focus_is_where_one_goes_on(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.choose("Gratis", "Not")
    desk.press(desk.button("Accept 4"), Qt.Key.Key_Space)
    assert desk.confirmation.hasFocus()


def test_a_method_is_chosen_by_arrow_keys(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.press(desk.combo("Vipps"), Qt.Key.Key_Down)
    row = desk.row("vipps")
    assert (row.posting, row.payment_type_id, row.accepted) == (Posting.PAYMENT_TYPE, 3, True)
    assert desk.combo("Vipps").hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_choosing_what_is_suggested_accepts_it(desk: MappingDesk) -> None:
    desk.enter_and_read()
    combo = desk.combo("Vipps")
    desk.press(combo, Qt.Key.Key_Space)
    desk.qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    assert desk.row("vipps").accepted
    assert desk.button("Accept 3").isEnabled()


def test_the_wheel_scrolls_the_page_and_never_changes_a_choice(desk: MappingDesk) -> None:
    desk.enter_and_read()
    combo = desk.combo("Vipps")
    combo.setFocus()
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(combo, turned)
    assert not turned.isAccepted()
    assert not desk.row("vipps").accepted


def test_sending_is_ticked_by_space_and_warned_of(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.press(desk.sending("Klarna Checkout"), Qt.Key.Key_Space)
    assert desk.row("klarna_checkout").send_invoice
    assert "Klarna Checkout invoices the customer itself. With" in desk.shown_texts()
    desk.press(desk.sending("Klarna Checkout"), Qt.Key.Key_Space)
    assert "Klarna Checkout invoices the customer itself. With" not in desk.shown_texts()


def test_what_is_not_transferred_cannot_be_sent(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.press(desk.sending("Vipps"), Qt.Key.Key_Space)
    desk.choose("Vipps", "Not")
    assert not desk.sending("Vipps").isEnabled()
    assert not desk.sending("Vipps").isChecked()
    assert desk.sending("Vipps").toolTip() == "What is not transferred is not sent either."


def test_nothing_can_be_confirmed_before_every_method_is_decided(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.qtbot.mouseClick(desk.button("Accept 4"), Qt.MouseButton.LeftButton)
    assert not desk.confirmation.isEnabled()
    assert "Can be confirmed when every method has been decided." in desk.shown_texts()
    desk.choose("Gratis", "Do")
    assert desk.confirmation.isEnabled()


def test_the_confirmation_keeps_name_and_time(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.decide_everything()
    desk.name.selectAll()
    desk.qtbot.keyClicks(desk.name, "Ola Revisor")
    desk.press(desk.confirmation, Qt.Key.Key_Space)
    assert desk.draft.confirmation == Confirmation(desk.draft.rows_fingerprint, "Ola Revisor", NOW)
    assert desk.lacks == set()
    assert desk.page.isComplete()
    assert desk.name.isReadOnly()
    assert NOW.astimezone().strftime("%d.%m.%Y at %H:%M") in desk.shown_texts()


def test_the_signed_in_user_is_offered_as_the_one_who_confirms(desk: MappingDesk) -> None:
    desk.enter_and_read()
    assert desk.name.text() == "Kari Nordmann"


def test_nobody_confirms_without_a_name(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.decide_everything()
    desk.press(desk.name, Qt.Key.Key_End)
    for _ in "Kari Nordmann":
        desk.qtbot.keyClick(desk.name, Qt.Key.Key_Backspace)
    assert not desk.confirmation.isEnabled()
    assert "Write the name of the one who confirms." in desk.shown_texts()


@pytest.mark.parametrize("way", ["payment type", "sending", "the tick itself"])
def test_any_change_withdraws_the_confirmation(desk: MappingDesk, way: str) -> None:
    desk.enter_and_read()
    desk.decide_everything()
    desk.press(desk.confirmation, Qt.Key.Key_Space)
    if way == "payment type":
        desk.press(desk.combo("Vipps"), Qt.Key.Key_Down, Qt.Key.Key_Up)
    elif way == "sending":
        desk.press(desk.sending("Vipps"), Qt.Key.Key_Space)
    else:
        desk.press(desk.confirmation, Qt.Key.Key_Space)
    assert desk.draft.confirmation is None
    assert not desk.confirmation.isChecked()
    assert not desk.name.isReadOnly()
    assert desk.lacks == {"mapping_confirmed"}


def test_tab_goes_through_everything_as_the_eye_reads(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.decide_everything()
    desk.combo("Kontant i kassen").setFocus()
    visited: list[QWidget | None] = []
    for _ in range(12):
        visited.append(desk.wizard.focusWidget())
        desk.qtbot.keyClick(desk.wizard.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [
        desk.combo("Kontant i kassen"),
        desk.combo("Vipps"),
        desk.sending("Vipps"),
        desk.combo("Klarna Checkout"),
        desk.sending("Klarna Checkout"),
        desk.combo("Faktura vedlagt"),
        desk.sending("Faktura vedlagt"),
        desk.combo("Gratis"),
        desk.button("Read more"),
        desk.confirmation,
        desk.name,
        desk.wizard.button(QWizard.WizardButton.CancelButton),
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_read_more_opens_by_its_letter_and_closes_by_escape(desk: MappingDesk) -> None:
    desk.enter_and_read()
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    desk.qtbot.waitUntil(lambda: bool(desk.page.findChildren(QDialog)))
    (dialog,) = desk.page.findChildren(QDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Automatic sending of invoice"
    with desk.qtbot.waitSignal(dialog.destroyed):
        desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_shop_without_methods_can_be_read_again(desk: MappingDesk) -> None:
    uses, desk.service.uses = desk.service.uses, ()
    desk.enter_and_read()
    assert "No payment methods found" in desk.shown_texts()
    desk.service.uses = uses
    desk.qtbot.mouseClick(desk.button("Read again"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: len(desk.draft.methods) == 5)
    assert "No payment methods found" not in desk.shown_texts()


def test_a_new_shop_without_methods_can_be_confirmed_as_it_is(desk: MappingDesk) -> None:
    desk.service.uses = ()
    desk.enter_and_read()
    desk.press(desk.confirmation, Qt.Key.Key_Space)
    assert desk.lacks == set()


def test_what_went_wrong_is_told_and_can_be_tried_again(desk: MappingDesk) -> None:
    desk.service.failure = RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no")
    desk.enter_and_read()
    assert "api.mystore.no" in desk.shown_texts()
    desk.service.failure = None
    desk.qtbot.mouseClick(desk.button("Read again"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: len(desk.draft.methods) == 5)
    assert "api.mystore.no" not in desk.shown_texts()


def test_without_klarna_the_rule_is_told_in_general(desk: MappingDesk) -> None:
    desk.service.uses = desk.service.uses[:2]
    desk.enter_and_read()
    assert "The customer shall get one invoice only." in desk.shown_texts()
