"""What was not expected: one dialog, a report without secrets, and nothing more is sent."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.file_dialog import save_as
from tests.gui.text_room import cut_texts, labels_of
from tripletex_wizard.adapters import logs
from tripletex_wizard.domain.errors import Code, OutcomeUnknown, StorageError
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.crash_dialog import CrashDialog
from tripletex_wizard.gui.crash_report import CrashDesk, crash_report, request_ids
from tripletex_wizard.gui.crashes import Crashes
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.parts import FieldStatus
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.cancel import CancelToken

CANARY = 'ø/+"=Zq7crashCANARYx5\\&%41é?='
MIDDLE = "Zq7crashCANARYx5"
ALT = Qt.KeyboardModifier.AltModifier
AT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
LONG = 10.0
"""Seconds that a test waits for what comes at once, before it fails."""

pytestmark = [
    pytest.mark.usefixtures("norwegian", "theme"),
    pytest.mark.qt_log_ignore("^This plugin does not support"),
]


@dataclass
class Outside:
    """Where reports go; while `full`, nowhere."""

    written: dict[Path, bytes] = field(default_factory=dict)
    full: bool = False
    stopped: int = 0

    @property
    def desk(self) -> CrashDesk:
        return CrashDesk(logs.masked, {"tripletex-wizard": "0.1.0"}, self.write)

    def write(self, path: Path, content: bytes) -> None:
        if self.full:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path))
        self.written[path] = content

    def stop(self) -> None:
        self.stopped += 1


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """With a mask that knows the canary."""
    mask = logs.SecretMask()
    mask.register(Secret(CANARY))
    monkeypatch.setattr(logs, "MASK_OF_ALL_LOGS", mask)
    return Outside()


@pytest.fixture
def crashes(outside: Outside, expected_warnings: list[str]) -> Iterator[Crashes]:
    expected_warnings.append("not expected")
    made = Crashes(outside.desk, outside.stop)
    yield made
    made.close()
    QApplication.processEvents()


class Bug(Exception):
    """What nobody expects."""


def failure(text: str = "boom", cause: Exception | None = None) -> Exception:
    with pytest.raises(Bug) as failed:
        raise Bug(text) from cause
    return failed.value


def shown(crashes: Crashes, qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: crashes.dialog is not None and crashes.dialog.isVisible())
    assert crashes.dialog is not None
    return crashes.dialog


def texts(dialog: CrashDialog) -> str:
    return " | ".join(labels_of(dialog))


def test_a_crash_is_told_plainly_and_stops_what_writes(
    crashes: Crashes, outside: Outside, qtbot: QtBot
) -> None:
    crashes.happened(failure())
    dialog = shown(crashes, qtbot)

    assert "Noe gikk galt som programmet ikke ventet." in texts(dialog)
    assert "Ingenting mer sendes." in texts(dialog)
    assert outside.stopped == 1
    assert "Bug: boom" in dialog.report
    assert "tripletex-wizard 0.1.0" in dialog.report
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_a_second_crash_opens_no_second_dialog(crashes: Crashes, qtbot: QtBot) -> None:
    crashes.happened(failure("first"))
    dialog = shown(crashes, qtbot)
    crashes.happened(failure("second"))
    qtbot.waitUntil(lambda: "second" in dialog.report)

    assert "first" in dialog.report
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog)]
    assert windows == [dialog]


def test_after_it_was_closed_a_new_crash_is_told_anew(crashes: Crashes, qtbot: QtBot) -> None:
    crashes.happened(failure("first"))
    qtbot.keyClick(shown(crashes, qtbot), Qt.Key.Key_Escape)
    assert crashes.dialog is None

    crashes.happened(failure("second"))

    assert "first" not in shown(crashes, qtbot).report


def test_the_report_is_copied_by_a_key(crashes: Crashes, qtbot: QtBot) -> None:
    crashes.happened(failure())
    dialog = shown(crashes, qtbot)

    qtbot.keyClick(dialog, Qt.Key.Key_K, ALT)

    qtbot.waitUntil(lambda: dialog.findChildren(FieldStatus)[0].text == "Rapporten er kopiert.")
    assert QApplication.clipboard().text() == dialog.report


def save(qtbot: QtBot, dialog: CrashDialog, path: Path) -> str:
    """Alt+L, a name, Enter; gives what is said then."""
    qtbot.keyClick(dialog, Qt.Key.Key_L, ALT)
    save_as(qtbot, dialog, path)
    return dialog.findChildren(FieldStatus)[0].text


def test_the_report_is_saved_where_it_was_wanted(
    crashes: Crashes, outside: Outside, qtbot: QtBot, tmp_path: Path
) -> None:
    crashes.happened(failure())
    dialog = shown(crashes, qtbot)

    said = save(qtbot, dialog, tmp_path / "feil.txt")

    assert outside.written == {tmp_path / "feil.txt": dialog.report.encode()}
    assert said == f"Lagret som {tmp_path / 'feil.txt'}"


def test_a_report_that_cannot_be_saved_is_told(
    crashes: Crashes, outside: Outside, qtbot: QtBot, tmp_path: Path
) -> None:
    outside.full = True
    crashes.happened(failure())

    said = save(qtbot, shown(crashes, qtbot), tmp_path / "feil.txt")

    assert "feil.txt" in said
    assert outside.written == {}


@pytest.mark.parametrize("form", [str, repr, json.dumps, quote])
def test_no_secret_is_in_the_report_whatever_form_it_had(outside: Outside, form: object) -> None:
    assert callable(form)
    error = failure(f"while sending {form(CANARY)}", failure(form(CANARY)))

    report = crash_report(error, outside.desk, AT)

    assert "while sending" in report
    assert MIDDLE not in report


def test_request_ids_of_all_causes_are_in_the_report(outside: Outside) -> None:
    lost = OutcomeUnknown(answered=False, request_ids=("r-1", "r-2"))
    error = failure(cause=lost)

    assert request_ids(error) == ("r-1", "r-2")
    assert "r-1, r-2" in crash_report(error, outside.desk, AT)


def test_errors_that_are_each_others_cause_end(outside: Outside) -> None:
    one, other = ValueError("one"), ValueError("other")
    one.__context__, other.__context__ = other, one

    assert request_ids(one) == ()


# who hears of it


def test_the_interpreters_hooks_are_given_back(crashes: Crashes, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook
    with crashes.caught():
        assert sys.excepthook is not before[0]
        sys.excepthook(Bug, failure(), None)
    assert (sys.excepthook, threading.excepthook) == before
    assert "boom" in shown(crashes, qtbot).report


def test_an_error_in_a_thread_is_told_in_the_gui_thread(crashes: Crashes, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError("in a thread")

    with crashes.caught():
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

    assert "in a thread" in shown(crashes, qtbot).report


def test_a_bug_in_a_job_is_told(crashes: Crashes, runner: JobRunner, qtbot: QtBot) -> None:
    owner = QObject()

    def fail(_token: CancelToken, _report: object) -> None:
        raise ValueError("in a job")

    with crashes.caught():
        runner.submit(fail, owner=owner, on_result=lambda _nothing: None)
        assert "in a job" in shown(crashes, qtbot).report


def test_what_writes_stops_at_its_next_safe_place_and_what_reads_goes_on(
    runner: JobRunner, qtbot: QtBot
) -> None:
    owner = QObject()
    all_begun, may_go_on = threading.Barrier(len(Lane) + 1, timeout=LONG), threading.Event()
    passed: list[Lane] = []

    def passes(lane: Lane) -> Callable[[CancelToken, object], Lane]:
        def work(token: CancelToken, _report: object) -> Lane:
            all_begun.wait()
            assert may_go_on.wait(LONG)
            token.checkpoint()
            return lane

        return work

    tokens = {
        lane: runner.submit(passes(lane), owner=owner, on_result=passed.append, lane=lane).token
        for lane in Lane
    }
    all_begun.wait()

    runner.stop_writing()
    may_go_on.set()

    assert {lane: token.is_cancelled for lane, token in tokens.items()} == {
        Lane.READ: False,
        Lane.WRITE: True,
    }
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert passed == [Lane.READ]


def test_the_language_changes_while_it_is_open(crashes: Crashes, qtbot: QtBot) -> None:
    crashes.happened(failure())
    dialog = shown(crashes, qtbot)

    install_language("en")

    qtbot.waitUntil(lambda: dialog.windowTitle() == "Unexpected error")
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_ctrl_c_is_no_crash(outside: Outside) -> None:
    crashes = Crashes(outside.desk, outside.stop)
    told: list[type[BaseException]] = []
    before, sys.excepthook = sys.excepthook, lambda kind, _error, _trace: told.append(kind)
    try:
        with crashes.caught():
            sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        sys.excepthook = before

    QApplication.processEvents()
    assert told == [KeyboardInterrupt]
    assert crashes.dialog is None
