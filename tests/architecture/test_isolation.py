"""The suite's own guards: unread log lines, foreign hosts, the user's folders and keyring."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from pytest_socket import SocketConnectBlockedError

from tests.architecture.tree import ROOT
from tests.fakes.expected_log import complaints
from tests.fakes.memory_keyring import MemoryKeyring

UNREAD = """
import logging

def test_something_is_wrong_and_nobody_looks():
    logging.getLogger("shop").warning("order %s has no lines", 10457)
"""


def test_a_log_line_that_the_test_does_not_expect_fails_it(tmp_path: Path) -> None:
    suite = tmp_path / "test_unread.py"
    suite.write_text(UNREAD)
    options = ["-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(suite)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "unexpected log line: WARNING shop: order 10457 has no lines" in run.stdout


def test_an_expected_log_line_must_come_and_covers_no_other() -> None:
    assert complaints(["WARNING a: late"], ["late"]) == []
    assert complaints(["WARNING a: late"], []) == ["unexpected log line: WARNING a: late"]
    assert complaints([], ["late"]) == ["expected log line did not come: late"]


def test_no_test_reaches_another_host() -> None:
    blocked = pytest.raises(SocketConnectBlockedError)
    with socket.socket() as line, pytest.warns(UserWarning, match="tried to use socket"), blocked:
        line.connect(("192.0.2.1", 443))


def test_every_test_has_folders_of_its_own(homes: Path) -> None:
    assert Path(os.environ["HOME"]).parent == homes
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(homes)


def test_an_ordinary_test_has_a_keyring_in_memory() -> None:
    keyring.set_password("practice", "token", "practice-secret")
    assert isinstance(keyring.get_keyring(), MemoryKeyring)
    assert keyring.get_password("practice", "token") == "practice-secret"


@pytest.mark.keyring
def test_a_keyring_test_has_the_real_secret_service() -> None:
    keyring.set_password("practice-isolation", "token", "practice-secret")
    try:
        assert keyring.get_keyring().__class__.__module__ == "keyring.backends.SecretService"
        assert keyring.get_password("practice-isolation", "token") == "practice-secret"
    finally:
        keyring.delete_password("practice-isolation", "token")
