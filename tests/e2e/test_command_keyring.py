"""Tokens in a real Secret Service, and keyrings that cannot be used."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null

from tests.e2e.office import ROOT, Office, Ran, child_environment, setup_document, start, writes_in
from tests.e2e.shop_orders import an_order
from tripletex_wizard.practice.launch import PracticeServers

UNLOCK = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCK = (
    "import contextlib, secretstorage\n"
    "with contextlib.closing(secretstorage.dbus_init()) as bus:\n"
    "    secretstorage.get_default_collection(bus).lock()"
)
PYTHON = shlex.quote(sys.executable)
PATIENCE = 60


@pytest.fixture
def options(tmp_path: Path) -> tuple[str, ...]:
    return ("--profile", tmp_path.name, "--profile-dir", str(tmp_path / "program"))


@pytest.fixture
def setup_file(tmp_path: Path) -> str:
    path = tmp_path / "oppsett.json"
    path.write_text(json.dumps(setup_document()), encoding="utf-8")
    return str(path)


@pytest.fixture
def shop(servers: PracticeServers) -> PracticeServers:
    servers.mystore.put_order(an_order())
    return servers


def real_keyring(servers: PracticeServers) -> dict[str, str]:
    """The environment of a program that finds its keyring as on a user's own computer."""
    return without(child_environment(servers), "PYTHON_KEYRING_BACKEND", "LENT_TOKENS")


def without(env: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in env.items() if name not in names}


def without_tokens(env: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if not name.endswith("_TOKEN")}


@pytest.mark.keyring
def test_a_life_without_the_wizard_on_a_real_keyring(
    shop: PracticeServers, setup_file: str, options: tuple[str, ...]
) -> None:
    env = real_keyring(shop)
    assert start("setup", "import", setup_file, *options, env=env).status == 0
    later = without_tokens(env)
    assert start("setup", "check", *options, env=later).status == 0
    shown = start("transfer", "--pending", "--dry-run", *options, env=later)
    assert (shown.status, writes_in(shop.tripletex.state())) == (0, [])
    booked = start("transfer", "--pending", "--json", *options, env=later)
    assert (booked.status, booked.row["invoice_number"]) == (0, 10201)


@pytest.mark.keyring
def test_a_locked_keyring(
    shop: PracticeServers, setup_file: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    program = f"{PYTHON} -m tripletex_wizard"
    rest = shlex.join(options)
    ran = in_own_session(
        f"{UNLOCK}; {program} setup import {shlex.quote(setup_file)} {rest}; "
        f"{PYTHON} -c {shlex.quote(LOCK)}; {program} transfer --pending {rest}",
        without_tokens(real_keyring(shop)) | tokens_of(shop),
        tmp_path,
    )
    assert ran.status == 2
    assert ran.out.startswith("Profilen")
    assert "Nøkkelringen er låst" in ran.err
    assert "Lås opp" in ran.err
    assert writes_in(shop.tripletex.state()) == []


def tokens_of(servers: PracticeServers) -> dict[str, str]:
    env = child_environment(servers)
    return {name: value for name, value in env.items() if name.endswith("_TOKEN")}


def in_own_session(script: str, env: dict[str, str], folder: Path) -> Ran:
    """What a script says under a session bus and a keyring that no other test sees."""
    variables = {
        **{name: value for name, value in env.items() if "DBUS" not in name},
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "share"),
        "XDG_RUNTIME_DIR": str(folder),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


UNUSABLE = {
    "none": (fail.Keyring, ("ingen nøkkelring", "gnome-keyring")),
    "null": (null.Keyring, ("null", "nøkkelring")),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_keyring_that_cannot_be_used(empty_office: Office, case: str) -> None:
    unusable, words = UNUSABLE[case]
    good = keyring.get_keyring()
    keyring.set_keyring(unusable())  # type: ignore[no-untyped-call]
    refused(empty_office.import_setup(), words)
    assert not empty_office.settings_path.exists()
    keyring.set_keyring(good)
    empty_office.set_up()
    empty_office.sell(an_order())
    keyring.set_keyring(unusable())  # type: ignore[no-untyped-call]
    refused(empty_office.run("transfer", "--pending"), words)
    assert empty_office.writes == []


def refused(ran: Ran, words: tuple[str, ...]) -> None:
    assert (ran.status, ran.out) == (2, "")
    assert all(word in ran.err for word in words), ran.err
