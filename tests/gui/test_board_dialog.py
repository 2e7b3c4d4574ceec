"""«Kontroll av oppsettet» of a finished profile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.office_on_fakes import OfficeOnFakes
from tests.gui.text_room import cut_texts, labels_of
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.domain.ledger import LedgerAccount
from tripletex_wizard.domain.prerequisites import CheckStatus, Prerequisite
from tripletex_wizard.gui.board.dialog import BoardDialog
from tripletex_wizard.gui.board.row import RowView
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.texts import install_language

BANK = LedgerAccount(1, 1920, "Drift", is_invoice_account=True, bank_account_number="12345678903")
ALT = Qt.KeyboardModifier.AltModifier

pytestmark = pytest.mark.usefixtures("norwegian", "theme")


@pytest.fixture
def office() -> Iterator[OfficeOnFakes]:
    made = OfficeOnFakes()
    yield made
    made.vat.set()


def opened(qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes) -> BoardDialog:
    dialog = BoardDialog(office, runner)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitActive(dialog)
    return dialog


def until_idle(qtbot: QtBot, runner: JobRunner) -> None:
    qtbot.waitUntil(lambda: not runner.is_busy)
    QApplication.processEvents()


def row(dialog: BoardDialog, prerequisite: Prerequisite) -> RowView:
    rows = dialog.findChildren(RowView)
    return next(each for each in rows if each.prerequisite is prerequisite)


def texts(dialog: BoardDialog) -> str:
    return " | ".join(labels_of(dialog))


def test_the_end_of_the_check_is_said(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes, heard: list[str]
) -> None:
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)
    (said,) = heard
    assert said.startswith("Sist kontrollert")
    assert said in texts(dialog)


def test_every_row_is_checked_when_it_opens_and_the_connection_closed(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)

    assert [each.prerequisite for each in dialog.check.board] == list(Prerequisite)
    assert all(each.status_text for each in dialog.findChildren(RowView))
    assert "Sist kontrollert 23.11.2026 09:00" in texts(dialog)
    assert (office.opened, office.still_open) == (1, 0)
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_rows_arrive_one_at_a_time(qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes) -> None:
    office.vat.clear()
    dialog = opened(qtbot, runner, office)

    qtbot.waitUntil(lambda: row(dialog, Prerequisite.PAYMENT_TYPES).status_text != "")
    assert row(dialog, Prerequisite.VAT).found_text == "Kontrollerer …"
    assert row(dialog, Prerequisite.PERIODS).status_text == ""

    office.vat.set()
    until_idle(qtbot, runner)
    assert row(dialog, Prerequisite.PERIODS).status_text == "OK"


def test_one_row_is_checked_again_after_it_was_mended(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    office.ledger.settings.bank_accounts = ()
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)
    bank = row(dialog, Prerequisite.BANK_ACCOUNT)
    assert bank.status_text == "Må rettes"
    office.ledger.settings.bank_accounts = (BANK,)
    office.asked.clear()

    bank.again.setFocus()
    qtbot.keyClick(bank.again, Qt.Key.Key_Space)
    until_idle(qtbot, runner)

    assert bank.status_text == "OK"
    assert office.asked == [Prerequisite.BANK_ACCOUNT]


def test_everything_is_checked_again_but_what_is_under_way(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)
    office.vat.clear()
    row(dialog, Prerequisite.VAT).again.click()
    qtbot.waitUntil(lambda: office.asked[-1] is Prerequisite.VAT)

    qtbot.keyClick(dialog, Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(lambda: office.asked.count(Prerequisite.INVOICE_FEE) == 2)
    office.vat.set()
    until_idle(qtbot, runner)

    assert [office.asked.count(each) for each in Prerequisite] == [2] * len(Prerequisite)


def test_a_profile_that_cannot_be_opened_is_told_and_can_be_tried_again(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    office.failure = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)

    assert "tripletex.no" in texts(dialog)
    assert dialog.check.running == frozenset()

    office.failure = None
    next(b for b in dialog.findChildren(QPushButton) if "n&ytt" in b.text()).click()
    until_idle(qtbot, runner)
    assert "tripletex.no" not in texts(dialog)
    assert row(dialog, Prerequisite.COMPANY).row is not None


def test_a_row_that_is_asked_again_keeps_its_answer_meanwhile(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)
    vat = row(dialog, Prerequisite.VAT)
    before = vat.found_text
    office.vat.clear()

    vat.again.click()

    qtbot.waitUntil(lambda: vat.status_text == "")
    assert vat.found_text == before
    office.vat.set()
    until_idle(qtbot, runner)


def test_closing_stops_what_is_not_checked_yet(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    office.vat.clear()
    dialog = opened(qtbot, runner, office)
    qtbot.waitUntil(lambda: Prerequisite.VAT in office.asked)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    office.vat.set()
    until_idle(qtbot, runner)

    assert office.asked[-1] is Prerequisite.VAT
    assert Prerequisite.VAT not in {each.prerequisite for each in dialog.check.board}


def test_the_language_changes_while_it_is_open(
    qtbot: QtBot, runner: JobRunner, office: OfficeOnFakes
) -> None:
    dialog = opened(qtbot, runner, office)
    until_idle(qtbot, runner)

    install_language("en")

    qtbot.waitUntil(lambda: dialog.windowTitle() == "Check of the set-up")
    assert row(dialog, Prerequisite.PERIODS).status_text == "OK"
    statuses = {each.status for each in dialog.check.board}
    assert CheckStatus.OK in statuses
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])
