"""The command line when somebody breaks it off: twice, at a question, or by reading no further."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.e2e.office import ROOT, Office, child_environment, setup_document, start
from tests.e2e.shop_orders import an_order
from tripletex_wizard.cli import setup
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers

PATIENCE = 30
WRONG_USE = 2
INTERRUPTED = 130
NOBODY_READS = 141

Transfer = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def transfer(servers: PracticeServers, tmp_path: Path) -> Transfer:
    """Starts a transfer of three pending orders in a process of its own."""
    for number in ("20101", "20102", "20103"):
        servers.mystore.put_order(an_order(number))
    setup_file = tmp_path / "oppsett.json"
    setup_file.write_text(json.dumps(setup_document()), encoding="utf-8")
    env = child_environment(servers)
    options = ["--profile", "Fjord Garn", "--profile-dir", str(tmp_path / "program")]
    assert start("setup", "import", setup_file, *options, env=env).status == 0
    command = [sys.executable, "-m", "tripletex_wizard", "transfer", "--pending", *options]
    return lambda: subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_for(running: subprocess.Popen[str], words: str) -> None:
    assert running.stderr is not None
    while words not in (line := running.stderr.readline()):
        assert line


def test_a_second_interrupt_ends_the_program_at_once_and_without_a_traceback(
    servers: PracticeServers, transfer: Transfer
) -> None:
    slow = Fault("tripletex", "delay", "PUT", "/v2/order/*/:invoice", seconds=PATIENCE)
    servers.faults.add(slow)
    with transfer() as running:
        wait_for(running, "Overfører 1 av 3")
        while not servers.tripletex.state()["orders"]:
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):  # it finishes the order first
            running.wait(timeout=1)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=PATIENCE)
    servers.faults.clear()
    assert running.returncode == INTERRUPTED
    assert "Traceback" not in err


def test_a_reader_that_goes_away_ends_the_program_without_a_traceback(transfer: Transfer) -> None:
    with transfer() as running:
        assert running.stdout is not None
        running.stdout.close()
        _, err = running.communicate(timeout=PATIENCE)
    assert running.returncode == NOBODY_READS
    assert "Traceback" not in err
    assert "BrokenPipe" not in err


@pytest.mark.parametrize(
    ("pressed", "status"), [(EOFError, WRONG_USE), (KeyboardInterrupt, INTERRUPTED)]
)
def test_a_question_that_is_broken_off_stores_nothing(
    pressed: type[BaseException],
    status: int,
    empty_office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken_off(_question: str) -> NoReturn:
        raise pressed

    monkeypatch.setattr(setup, "getpass", broken_off)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    empty_office.variable("CONSUMER_TOKEN", "")
    ran = empty_office.import_setup()
    assert ran.status == status
    assert not empty_office.settings_path.exists()
