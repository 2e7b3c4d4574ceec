"""Tokens in a real Secret Service: ours, a locked one, none, and the null backend."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.adapters import keyring_program
from tripletex_wizard.adapters.secrets import KeyringSecrets
from tripletex_wizard.domain.secret import Secret

pytestmark = pytest.mark.keyring

ROOT = Path(__file__).parents[3]
TOKEN = Secret("eyJ0b2tlbiI6IsO4In0=")
UNLOCKED = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "


def in_own_session(folder: Path, script: str, **environment: str) -> str:
    """What a script says under a session bus and in folders that no other test sees."""
    variables = {
        **{name: value for name, value in os.environ.items() if "DBUS" not in name},
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "share"),
        "XDG_RUNTIME_DIR": str(folder),
        **environment,
    }
    command = ["dbus-run-session", "--", "bash", "-c", script]
    ran = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60, check=True
    )
    return ran.stdout


def program(task: str) -> str:
    return f"{sys.executable} -m {keyring_program.__name__} {task}"


def test_the_service_of_this_session_keeps_a_token() -> None:
    secrets = KeyringSecrets()
    secrets.store("Fjord Garn / test", "consumer", TOKEN)
    assert secrets.read("Fjord Garn / test", "consumer") == TOKEN
    secrets.forget("Fjord Garn / test", "consumer")
    assert secrets.read("Fjord Garn / test", "consumer") is None


def test_a_long_token_is_stored_read_and_forgotten(tmp_path: Path) -> None:
    assert in_own_session(tmp_path, UNLOCKED + program("use")) == "2003 None"


def test_a_locked_service_is_told_of_at_once(tmp_path: Path) -> None:
    assert in_own_session(tmp_path, UNLOCKED + program("lock")) == "keyring_locked"


def test_a_keyring_that_nobody_unlocked_at_login_is_told_of(tmp_path: Path) -> None:
    in_own_session(tmp_path, UNLOCKED + program("use"))
    still_locked = "gnome-keyring-daemon --start --components=secrets >/dev/null; "
    assert in_own_session(tmp_path, still_locked + program("use")) == "keyring_locked"


def test_a_session_without_a_service_has_no_keyring(tmp_path: Path) -> None:
    script = program("use")
    gone = "disabled:"
    assert in_own_session(tmp_path, f"DBUS_SESSION_BUS_ADDRESS={gone} {script}") == "keyring_absent"


def test_the_null_backend_is_refused(tmp_path: Path) -> None:
    null = "keyring.backends.null.Keyring"
    said = in_own_session(tmp_path, program("use"), PYTHON_KEYRING_BACKEND=null)
    assert said == "keyring_forgetful"
