"""`--self-test`: names every part of the program, finds the broken one, and leaves nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import ssl
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null
from PySide6.QtCore import QTimer, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from tests.architecture.tree import PROGRAM, ROOT
from tests.e2e.displays import without_display
from tests.e2e.office import LENT
from tripletex_wizard import selftest
from tripletex_wizard.adapters import secrets
from tripletex_wizard.adapters.secrets import MemorySecrets
from tripletex_wizard.app import Program
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.windows import Windows

PATIENCE = 60
UNREAD_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""  # as on a computer where no list of them has been made yet
SAYS_NOTHING = "import sys; sys.stdout = sys.stderr = None; "

Told = list[str]


def python(*words: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env={**without_display(), **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def files_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_every_part_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    temporary, home = tmp_path / "temporary", Path(os.environ["HOME"])
    temporary.mkdir()
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(UNREAD_FONTS, encoding="utf-8")
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    variables = {**folders, "FONTCONFIG_FILE": str(fonts), "PYTHON_KEYRING_BACKEND": LENT}
    done = python("-m", "tripletex_wizard", "--self-test", cwd=ROOT, **variables)

    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(selftest.PARTS) + len(selftest.WINDOWS)
    assert {line.split()[0] for line in lines} == {"ok"}
    for named in (
        version("tripletex-wizard"),
        f"Qt: {qVersion()}",
        f"TLS: {ssl.OPENSSL_VERSION}",
        f"nøkkelring: {LENT}",
        "Europe/Oslo",
        f"SQLite {sqlite3.sqlite_version}",
        "vindu wizard: «Oppsett: Før du starter»",
    ):
        assert named in done.stdout
    assert list(temporary.iterdir()) == []
    assert files_under(home) == []


def test_without_the_migrations_the_journal_fails_and_the_rest_is_tried(tmp_path: Path) -> None:
    shutil.copytree(
        PROGRAM, tmp_path / PROGRAM.name, ignore=shutil.ignore_patterns("migrations", "__pycache__")
    )
    done = python("-m", "tripletex_wizard", "--self-test", cwd=tmp_path)

    assert done.returncode == 1, done.stdout + done.stderr
    failed = [line for line in done.stdout.splitlines() if not line.startswith(("ok ", "merk "))]
    assert len(failed) == 1
    assert failed[0].startswith("FEIL journal: ")
    assert "migrations" in failed[0]


def test_a_program_without_a_console_tells_nobody_and_ends_as_it_should(tmp_path: Path) -> None:
    call = "from tripletex_wizard.__main__ import main; sys.exit(main(['--self-test']))"
    done = python("-c", SAYS_NOTHING + call, cwd=ROOT)

    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def trying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_language: None
) -> Callable[[], tuple[int, Told]]:
    """The self-test in this process: its exit status, and the lines that are not ok."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    install_language("nb")

    def tried() -> tuple[int, Told]:
        told: Told = []
        program = Program(tmp_path / "program", secrets=MemorySecrets())
        status = selftest.run(program, told.append)
        assert len(told) == len(selftest.PARTS) + len(selftest.WINDOWS)
        return status, [line for line in told if not line.startswith("ok ")]

    return tried


Trying = Callable[[], tuple[int, Told]]


def test_two_windows_open_one_after_the_other(
    trying: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = selftest.WINDOWS["wizard"]
    monkeypatch.setattr(selftest, "WINDOWS", {"first": opener, "second": opener})

    assert trying() == (0, [])


def test_an_authority_that_cannot_be_read_is_told(
    trying: Trying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "office.pem"))
    status, (line,) = trying()

    assert status == 1
    assert line.startswith("FEIL TLS: FileNotFoundError")


def test_a_keyring_that_the_program_cannot_reach_is_told(
    trying: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "BACKENDS", {sys.platform: ("keyring.backends.Lost",)})

    assert trying() == (1, ["FEIL nøkkelring: ModuleNotFoundError: keyring.backends.Lost"])


UNUSABLE = {
    "none": (fail.Keyring, "Denne maskinen har ingen nøkkelring"),
    "null": (null.Keyring, "null.Keyring"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_computer_without_a_keyring_is_noted_and_fails_nothing(trying: Trying, case: str) -> None:
    unusable, words = UNUSABLE[case]
    keyring.set_keyring(unusable())  # type: ignore[no-untyped-call]
    status, (line,) = trying()

    assert status == 0
    assert line.startswith("merk nøkkelring: ")
    assert words in line


def test_a_screen_that_qt_cannot_draw_on_is_told(
    trying: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "PLATFORMS", {sys.platform: "lost"})
    status, (line,) = trying()

    assert status == 1
    assert line.startswith("FEIL Qt: ")


def test_without_a_way_to_draw_in_memory_qt_does_not_end_the_process(
    trying: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "OFFSCREEN", "lost")
    status, lines = trying()

    assert status == 1
    assert [line.split(":")[0] for line in lines] == [
        "FEIL Qt",
        "FEIL vindu wizard",
        "FEIL vindu orders",
    ]


def blank(_opened: Windows) -> QWidget:
    return QWidget()


def fails_later(_opened: Windows) -> QWidget:
    window = QLabel("Veiviser")
    QTimer.singleShot(0, window, divide)
    return window


def divide() -> None:
    1 / 0  # noqa: B018


def is_not_made(_opened: Windows) -> QWidget:
    raise LookupError("no page")


@pytest.mark.parametrize(
    ("opener", "problem"),
    [
        (blank, "NotAsExpectedError: QWidget.grab"),
        (fails_later, "ZeroDivisionError: division by zero"),
        (is_not_made, "LookupError: no page"),
    ],
)
def test_a_window_that_does_not_come_up_is_told(
    trying: Trying,
    monkeypatch: pytest.MonkeyPatch,
    opener: Callable[[Windows], QWidget],
    problem: str,
) -> None:
    monkeypatch.setattr(selftest, "WINDOWS", {"sample": opener})

    assert trying() == (1, [f"FEIL vindu sample: {problem}"])


def sleeps(token: CancelToken, _report: object) -> str:
    token.sleep(PATIENCE)
    return ""


def test_a_window_whose_work_never_ends_is_told(
    trying: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(opened: Windows) -> QWidget:
        window = QLabel("Veiviser")
        opened.runner.submit(sleeps, owner=window, on_result=window.setText)
        return window

    monkeypatch.setattr(selftest, "PATIENCE_MS", 50)
    monkeypatch.setattr(selftest, "WINDOWS", {"sample": busy})

    assert trying() == (1, ["FEIL vindu sample: NotAsExpectedError: JobRunner.is_busy"])
