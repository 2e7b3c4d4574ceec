"""A key that ran out is replaced later, by keys alone, and nothing else is done again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.keyboard import Keyboard
from tripletex_wizard.app import Program
from tripletex_wizard.domain.draft import Page
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.windows import windows

PRACTICE_SETUP = Path(__file__).parents[2] / "tripletex_wizard" / "practice" / "setup.json"
EMPLOYEE = "employee token til Tripletex"


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    with PracticeServers(orders=[]) as running:
        yield running


@pytest.fixture
def profile(program: Program) -> Profile:
    """A finished set-up whose employee token is not accepted any more."""
    request = program.read_setup_file(PRACTICE_SETUP)
    made = program.save_setup("Garn", request, program.practice_tokens)
    program.secrets.store(made.secret_name, "employee", Secret("deleted in Tripletex"))
    return made


@pytest.fixture
def keyboard(qtbot: QtBot, program: Program, profile: Profile) -> Iterator[Keyboard]:
    with windows(program) as opened:
        made = Keyboard(qtbot, opened, profile.name)
        made.arrives_at(Page.CONNECT)
        yield made
        made.wizard.close()
        made.until_idle()


def test_the_wizard_of_a_profile_stands_on_its_keys_and_saves_one_alone(
    keyboard: Keyboard, program: Program, profile: Profile, servers: PracticeServers
) -> None:
    keyboard.tick(f"Bytt {EMPLOYEE}").paste(EMPLOYEE, servers.employee_token)
    keyboard.tick("Kontroller Tripletex").until_idle()
    keyboard.tick("Kontroller Mystore").until_idle()
    keyboard.tick("Lagre bare nøklene").until_finished()

    stored = program.secrets.read(profile.secret_name, "employee")
    assert stored == Secret(servers.employee_token)
    with program.connect(profile.name) as connection:
        assert connection.profile == profile
