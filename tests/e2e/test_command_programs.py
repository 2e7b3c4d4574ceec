"""The command line in processes of its own: terminals, signals, and tokens typed in."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.office import ROOT, child_environment, environment, setup_document, start
from tests.e2e.shop_orders import an_order
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers

PATIENCE = 30
SOME_ARE_LEFT = 3
IN_A_TERMINAL = "import os, sys; os.login_tty(0); os.execv(sys.executable, sys.argv[1:])"


@pytest.fixture
def setup_file(tmp_path: Path) -> Path:
    path = tmp_path / "oppsett.json"
    path.write_text(json.dumps(setup_document()), encoding="utf-8")
    return path


def options(tmp_path: Path) -> list[str | Path]:
    return ["--profile", "Fjord Garn", "--profile-dir", tmp_path / "program"]


def test_tokens_are_asked_for_in_a_terminal_and_not_shown(
    servers: PracticeServers, setup_file: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pty", reason="a terminal of this kind is not on Windows")
    tokens = [servers.consumer_token, servers.employee_token, servers.mystore_token]
    env = {
        name: value
        for name, value in child_environment(servers).items()
        if not name.endswith("_TOKEN")
    }
    words = ["-m", "tripletex_wizard", "setup", "import", setup_file, *options(tmp_path)]
    status, shown = typed_in([str(word) for word in words], env, tokens)
    assert status == 0, shown
    assert shown.count("Lim inn") == len(tokens)
    assert "Fjord Garn AS (999888771)" in shown
    assert not any(token in shown for token in tokens)


def typed_in(words: list[str], env: dict[str, str], answers: list[str]) -> tuple[int, str]:
    """Run Python in a terminal, answer each question, and give status and what was shown."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", IN_A_TERMINAL, sys.executable, *words]
    with subprocess.Popen(command, stdin=theirs, cwd=ROOT, env=env) as running:
        os.close(theirs)
        shown, question, waiting = "", "", list(answers)
        while (part := read(ours)) is not None:
            shown, question = shown + part, question + part
            if waiting and question.endswith("): "):
                os.write(ours, f"{waiting.pop(0)}\n".encode())
                question = ""
        running.terminate()  # has ended by itself, unless it waits for more
    os.close(ours)
    return running.returncode, shown


def read(terminal: int) -> str | None:
    """What came next on a terminal, None when its other end is closed or silent."""
    ready, _, _ = select.select([terminal], [], [], PATIENCE)
    try:
        return os.read(terminal, 4096).decode(errors="replace") if ready else None
    except OSError:
        return None


def test_without_a_terminal_and_without_tokens_nobody_is_asked(
    servers: PracticeServers, setup_file: Path, tmp_path: Path
) -> None:
    env = child_environment(servers, TRIPLETEX_WIZARD_MYSTORE_TOKEN="")
    ran = start("setup", "import", setup_file, *options(tmp_path), env=env)
    assert (ran.status, ran.out) == (2, "")
    assert "token til Mystore" in ran.err
    assert servers.tripletex.state()["requests"] == []


def test_one_interrupt_stops_after_the_current_order_and_leaves_nothing_half_done(
    servers: PracticeServers, setup_file: Path, tmp_path: Path
) -> None:
    for number in ("20101", "20102", "20103"):
        servers.mystore.put_order(an_order(number))
    env = child_environment(servers)
    start("setup", "import", setup_file, *options(tmp_path), env=env)
    servers.faults.add(Fault("tripletex", "delay", "PUT", "/v2/order/*/:invoice", seconds=2))
    command = [sys.executable, "-m", "tripletex_wizard", "transfer", "--pending"]
    with subprocess.Popen(
        [*command, *map(str, options(tmp_path))],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr is not None
        while "Overfører 1 av 3" not in (line := running.stderr.readline()):
            assert line
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=PATIENCE)
    state = servers.tripletex.state()
    assert [row["number"] for row in state["orders"]] == ["20101"]  # type: ignore[attr-defined]
    assert len(state["invoices"]) == 1  # type: ignore[arg-type]
    assert "20101 · Overført · Faktura 10201" in out
    assert "20102 · Klar · Ordren ble ikke forsøkt" in out
    assert "2 ordrer ble ikke forsøkt" in out
    assert running.returncode == SOME_ARE_LEFT


def test_norwegian_letters_survive_a_terminal_that_lacks_them(
    servers: PracticeServers, setup_file: Path, tmp_path: Path
) -> None:
    env = child_environment(servers, PYTHONIOENCODING="ascii", LC_ALL="C")
    ran = start("setup", "import", setup_file, *options(tmp_path), env=env)
    assert ran.status == 0
    assert "Fjord Garn AS (999888771)" in ran.out


def test_the_practice_servers_alone_are_enough_for_a_transfer(
    setup_file: Path, tmp_path: Path
) -> None:
    orders = tmp_path / "ordrer.json"
    orders.write_text(json.dumps([an_order()]), encoding="utf-8")
    command = [sys.executable, "-m", "tripletex_wizard.practice", "--orders", str(orders)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        told = json.loads(serving.stdout.readline())
        env = child_environment(told)
        assert set(environment(told)) <= {name.removeprefix("TRIPLETEX_WIZARD_") for name in env}
        start("setup", "import", setup_file, *options(tmp_path), env=env)
        ran = start("transfer", "--pending", "--json", *options(tmp_path), env=env)
        serving.terminate()
    assert (ran.status, ran.row["amount"], serving.returncode) == (0, "198.00", 0)
