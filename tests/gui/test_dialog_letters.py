"""In no dialog around the order window does a letter with Alt lead to two places."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.office_on_fakes import OfficeOnFakes
from tests.unit.domain.test_batch_preview import BOOKED
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.gui.board.dialog import BoardDialog
from tripletex_wizard.gui.crash_dialog import CrashDialog
from tripletex_wizard.gui.crash_report import CrashDesk
from tripletex_wizard.gui.diagnosis_dialog import DiagnosisDesk, DiagnosisDialog
from tripletex_wizard.gui.help_dialog import HelpDialog
from tripletex_wizard.gui.help_pages import how_to
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.mark_dialog import MarkDialog
from tripletex_wizard.gui.orders.asking.update_question import UpdateQuestion
from tripletex_wizard.gui.texts import Language, install_language

LETTER = re.compile("&([^&])")
DESK = CrashDesk(lambda text: text, {}, lambda _path, _content: None)
DIALOGS: dict[str, Callable[[JobRunner], QDialog]] = {
    "board": lambda runner: BoardDialog(OfficeOnFakes(), runner),
    "crash": lambda _runner: CrashDialog(DESK),
    "diagnosis": lambda runner: DiagnosisDialog(
        DiagnosisDesk("Fjord Garn", lambda _path, _token: None), runner
    ),
    "help": lambda _runner: HelpDialog(how_to),
    "mark": lambda _runner: MarkDialog("10457"),
    "update": lambda _runner: UpdateQuestion(BOOKED, OrderStatus("6", "Kansellert")),
}


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("name", DIALOGS)
def test_each_letter_leads_to_one_place_and_each_button_has_one(
    name: str, language: Language, qtbot: QtBot, runner: JobRunner, norwegian: None
) -> None:
    dialog = DIALOGS[name](runner)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not runner.is_busy)
    install_language(language)
    QApplication.processEvents()

    texts = [
        each.text()
        for each in dialog.findChildren(QWidget)
        if each.isVisible() and isinstance(each, QLabel | QAbstractButton)
    ]
    letters = [found[1].upper() for text in texts if (found := LETTER.search(text))]
    assert letters
    assert len(letters) == len(set(letters)), letters
