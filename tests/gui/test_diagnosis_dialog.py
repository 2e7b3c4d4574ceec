"""«Hjelp > Diagnose»: told before, run in a job, and shown where it is."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.file_dialog import save_as
from tests.gui.text_room import cut_texts
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.gui.diagnosis_dialog import DiagnosisDesk, DiagnosisDialog
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import FieldStatus, LinkButton
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.cancel import CancelToken

ALT = Qt.KeyboardModifier.AltModifier

pytestmark = [
    pytest.mark.usefixtures("norwegian", "theme"),
    pytest.mark.qt_log_ignore("^This plugin does not support"),
]


class Desk:
    """Answers only while `may_answer` is set."""

    def __init__(self) -> None:
        self.saved: list[Path] = []
        self.tokens: list[CancelToken] = []
        self.full = False
        self.may_answer = Event()
        self.may_answer.set()

    def save(self, path: Path, token: CancelToken) -> None:
        self.tokens.append(token)
        assert self.may_answer.wait(10)
        if self.full:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path))
        self.saved.append(path)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def dialog(qtbot: QtBot, runner: JobRunner, desk: Desk) -> DiagnosisDialog:
    made = DiagnosisDialog(DiagnosisDesk("Fjord/Garn", desk.save), runner)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def unbroken(text: str) -> str:
    """``text`` without the places where a long path may break."""
    return text.replace("\N{ZERO WIDTH SPACE}", "")


def choose(qtbot: QtBot, dialog: DiagnosisDialog, path: Path) -> None:
    """Alt+E, a name, Enter."""
    qtbot.keyClick(dialog, Qt.Key.Key_E, ALT)
    save_as(qtbot, dialog, path)


def status(dialog: DiagnosisDialog) -> FieldStatus:
    return dialog.findChildren(FieldStatus)[0]


def test_it_says_what_is_read_before_anything_is(
    dialog: DiagnosisDialog, desk: Desk, qtbot: QtBot
) -> None:
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "rundt et dusin ting fra nettbutikken" in said
    assert "ingen nøkler" in said
    assert desk.tokens == []
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_the_file_is_saved_where_it_was_wanted_and_shown(
    dialog: DiagnosisDialog,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    wanted = tmp_path / "diagnose.json"

    choose(qtbot, dialog, wanted)
    qtbot.waitUntil(lambda: desk.saved == [wanted])
    qtbot.waitUntil(lambda: unbroken(status(dialog).text) == f"Lagret som {wanted}")

    link = next(each for each in dialog.findChildren(LinkButton) if each.isVisible())
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_while_it_reads_it_cannot_be_begun_again(
    dialog: DiagnosisDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.may_answer.clear()
    choose(qtbot, dialog, tmp_path / "diagnose.json")

    begin = next(b for b in dialog.findChildren(QPushButton) if b.text() == "L&es og lagre …")
    assert status(dialog).is_running
    assert not begin.isEnabled()

    desk.may_answer.set()
    qtbot.waitUntil(begin.isEnabled)


def test_a_file_that_cannot_be_written_is_told(
    dialog: DiagnosisDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.full = True
    choose(qtbot, dialog, tmp_path / "diagnose.json")

    qtbot.waitUntil(lambda: "diagnose.json" in status(dialog).text)
    assert "Lagret" not in status(dialog).text


def test_closing_cancels_the_reading(
    dialog: DiagnosisDialog, desk: Desk, qtbot: QtBot, tmp_path: Path, runner: JobRunner
) -> None:
    desk.may_answer.clear()
    choose(qtbot, dialog, tmp_path / "diagnose.json")
    qtbot.waitUntil(lambda: bool(desk.tokens))

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert desk.tokens[0].is_cancelled
    desk.may_answer.set()
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_the_proposed_name_can_be_a_file(dialog: DiagnosisDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)))
    asking = dialog.findChildren(QFileDialog)[0]
    qtbot.waitUntil(asking.isVisible)

    assert asking.selectedFiles()[0].endswith("diagnose-Fjord-Garn.json")
    with qtbot.waitSignal(asking.destroyed):
        qtbot.keyClick(asking, Qt.Key.Key_Escape)


def test_the_language_changes_while_it_is_open(dialog: DiagnosisDialog, qtbot: QtBot) -> None:
    install_language("en")

    qtbot.waitUntil(lambda: dialog.windowTitle() == "Diagnosis")
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])
