from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
import requests

from tests.unit.practice.calling import a_sale
from tripletex_wizard.practice.__main__ import main
from tripletex_wizard.practice.mystore.sale import document

COMMAND = [sys.executable, "-m", "tripletex_wizard.practice"]


def started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def line_of(stream: IO[str] | None) -> dict[str, str]:
    assert stream is not None
    described: dict[str, str] = json.loads(stream.readline())
    return described


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_the_given_orders_until_it_is_told_to_stop(
    tmp_path: Path, number: signal.Signals
) -> None:
    orders, faults = tmp_path / "orders.json", tmp_path / "faults.json"
    orders.write_text(json.dumps([document(a_sale("77"))]), encoding="utf-8")
    faults.write_text('[{"service": "mystore", "kind": "status", "status": 504}]', encoding="utf-8")
    options = ("--orders", str(orders), "--faults", str(faults), "--switch", "include=rejected")
    with started(*options) as running:
        described = line_of(running.stdout)
        state = requests.get(f"{described['control_url']}/state", timeout=5).json()
        switches = requests.get(f"{described['control_url']}/switches", timeout=5).json()
        planned = requests.get(f"{described['control_url']}/faults", timeout=5).json()["faults"]
        os.kill(running.pid, number)
        assert running.wait(10) == 0
        assert running.stderr is not None
        assert running.stderr.read() == ""
    assert [order["id"] for order in state["mystore"]["orders"]] == ["77"]
    assert switches["include"] == "rejected"
    assert planned[0]["status"] == 504


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("not json", "is not JSON"), ("7", "holds no list"), ("[{}]", "order 1")],
)
def test_orders_that_cannot_be_read_start_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, complaint: str
) -> None:
    path = tmp_path / "orders.json"
    path.write_text(content, encoding="utf-8")
    assert main(["--orders", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert complaint in told.err
    assert len(told.err.splitlines()) == 1


def test_a_taken_port_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["--mystore-port", port]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"port {port}" in told.err


@pytest.mark.parametrize("content", ["not json", '[{"service": "fiken"}]', "[7]"])
def test_faults_that_cannot_be_read_start_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    path = tmp_path / "faults.json"
    path.write_text(content, encoding="utf-8")
    assert main(["--faults", str(path)]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--switch", "colour=red"],
        ["--switch", "include=perhaps"],
        ["--switch", "include"],
        ["--tripletex-port", "70000"],
        ["--mystore-port", "x"],
        ["--seed", "x"],
    ],
)
def test_wrong_use_gives_status_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "error:" in capsys.readouterr().err
