"""What `tripletex-wizard` opens, and what it says meanwhile; with and without a display."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget, QWizard
from pytestqt.qtbot import QtBot

from tests.e2e.office import PROFILE, Office
from tripletex_wizard import tour
from tripletex_wizard.__main__ import main
from tripletex_wizard.app import Program, practice_program
from tripletex_wizard.cli import practice as practice_cli
from tripletex_wizard.cli import practice_window
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.services.office import Watcher
from tripletex_wizard.services.orders import oldest_first
from tripletex_wizard.tour import first_pages
from tripletex_wizard.tour.steps import Step

TURN_MS = 20

pytestmark = [
    pytest.mark.usefixtures("own_language"),
    pytest.mark.qt_log_ignore("^This plugin does not support"),
]

Glance = Callable[[], list[str]]


@pytest.fixture
def seen(qapp: QApplication) -> Glance:
    """Closes the first windows that are shown; gives their kinds and titles."""
    found: list[str] = []

    def look() -> None:
        windows = [each for each in qapp.topLevelWidgets() if each.isVisible()]
        if not windows:
            QTimer.singleShot(TURN_MS, look)
        for each in windows:
            found.append(f"{kind(each)}: {each.windowTitle()}")
            each.close()

    QTimer.singleShot(TURN_MS, look)
    return lambda: found


def kind(window: QWidget) -> str:
    match window:
        case QWizard():
            return "wizard"
        case QMainWindow():
            return "orders"
        case _:
            return type(window).__name__


def test_with_nothing_set_up_the_wizard_opens(seen: Glance, tmp_path: Path) -> None:
    assert main(["--profile-dir", str(tmp_path)]) == 0

    assert seen() == ["wizard: Oppsett: Før du starter"]


def test_with_a_set_up_its_orders_open(seen: Glance, office: Office) -> None:
    assert main(["--profile-dir", str(office.folder)]) == 0

    (window,) = seen()
    assert window.startswith("orders: Fjord Garn AS")
    assert f"profile={PROFILE}" in (office.folder / "view.ini").read_text(encoding="utf-8")


def test_practice_from_the_beginning_opens_the_wizard_and_tells_the_tokens(
    seen: Glance, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--practice"]) == 0

    assert seen() == ["wizard: Oppsett: Før du starter"]
    out = capsys.readouterr().out
    assert "Steg 2 i veiviseren limer dem inn for deg" in out
    assert "consumer token til Tripletex: " in out


def test_practice_opens_the_orders_of_a_ready_set_up_and_tells_what_the_tokens_are(
    seen: Glance, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["practice", "--profile-dir", str(tmp_path)]) == 0

    (window,) = seen()
    assert window.startswith("orders: Fjord Garn AS")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Profilen «Øvelse» er lagret")
    assert "øvelsesnøklene, som ikke åpner noe ekte" in lines[1]
    assert [line.split(":")[0] for line in lines[2:]] == [
        "consumer token til Tripletex",
        "employee token til Tripletex",
        "token til Mystore",
    ]
    assert (tmp_path / "view.ini").exists()


def test_practice_serves_the_orders_of_the_seed(
    seen: Glance, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[int, list[str]]] = []

    def remembered(*, seed: int, faults: Iterable[Fault]) -> PracticeServers:
        started.append((seed, [fault.kind for fault in faults]))
        return PracticeServers(seed=seed)

    monkeypatch.setattr(practice_window, "PracticeServers", remembered)
    assert main(["practice", "--seed", "7"]) == 0

    assert started == [(7, [])]
    assert len(seen()) == 1


def test_practice_can_go_wrong_when_that_is_asked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One order is refused, and one is unresolved."""
    states: list[TransferState] = []

    def transfer(practice: Program) -> int:
        with practice.connect(practice_cli.PROFILE, Watcher()) as connection:
            orders = oldest_first(connection.orders.pending())[:6]
            batch = list(connection.transfer.transfer_batch(orders, Choice()))
        states.extend(row.state for row in batch if isinstance(row, Outcome))
        return 0

    monkeypatch.setattr(practice_window, "show", transfer)
    assert main(["practice", "--faults", "--profile-dir", str(tmp_path)]) == 0
    assert states.count(TransferState.FAILED) == states.count(TransferState.UNCERTAIN) == 1
    assert TransferState.TRANSFERRED in states


def test_faults_are_for_the_window_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["practice", "--faults", "--text"])
    assert ended.value.code == 2
    assert "--faults" in capsys.readouterr().err


def test_practice_without_a_display_walks_the_tour_and_names_the_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(practice_window, "has_display", lambda: False)
    only = Step("start-empty", first_pages.nothing_is_ticked)
    monkeypatch.setattr(tour, "STEPS", (only,))

    assert main(["practice"]) == 0

    out = capsys.readouterr().out
    assert "Det er ingen skjerm" in out
    (folder,) = {Path(found) for found in re.findall(r"bildene kommer i (\S+)\.", out)}
    assert (folder / "01-start-empty-nb.png").exists()
    assert "1 steg gikk som ventet" in out


def test_a_change_opens_the_wizard_and_hears_of_every_error(
    office: Office, qapp: QApplication
) -> None:
    heard: list[bool] = []
    before = sys.excepthook, signal.getsignal(signal.SIGINT)

    def look() -> None:
        (wizard,) = (each for each in qapp.topLevelWidgets() if each.isVisible())
        heard.extend(
            (
                kind(wizard) == "wizard",
                sys.excepthook is not before[0],
                signal.getsignal(signal.SIGINT) is not before[1],
            )
        )
        wizard.close()

    QTimer.singleShot(TURN_MS, look)
    assert main(["setup", "change", "--profile-dir", str(office.folder), "--profile", PROFILE]) == 0

    assert heard == [True, True, True]
    assert (sys.excepthook, signal.getsignal(signal.SIGINT)) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows sends such signals to whole consoles")
def test_ctrl_c_closes_the_windows(qapp: QApplication, tmp_path: Path) -> None:
    QTimer.singleShot(TURN_MS, lambda: os.kill(os.getpid(), signal.SIGINT))
    before = signal.getsignal(signal.SIGINT)

    assert main(["--profile-dir", str(tmp_path)]) == 0

    assert signal.getsignal(signal.SIGINT) is before


def test_the_practice_tokens_have_the_names_of_the_set_up() -> None:
    with PracticeServers() as servers, practice_program(servers, None) as program:
        assert set(program.practice_tokens) == {"consumer", "employee", "mystore"}
