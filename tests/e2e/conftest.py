from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.e2e.checked_requests import checking
from tests.e2e.jumping_office import Offices
from tests.e2e.office import Office
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.practice.launch import PracticeServers


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    """A shop without orders, and the company's Tripletex."""
    with PracticeServers(orders=[]) as running, checking(running):  # programs of their own too
        yield running


@pytest.fixture
def own_language(qapp: QApplication) -> Iterator[None]:
    """The command line makes everything Norwegian; what comes after starts without."""
    before = QLocale()
    yield
    install_language("en", qapp)
    QLocale.setDefault(before)


@pytest.fixture
def empty_office(
    servers: PracticeServers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_language: None,
) -> Office:
    """Everything is in place but a profile."""
    return Office(servers, tmp_path / "program", monkeypatch, capsys)


@pytest.fixture
def office(empty_office: Office) -> Office:
    """The profile is made."""
    empty_office.set_up()
    return empty_office


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offices:
    """For offices whose clock jumps; as many as a test opens."""
    return Offices(tmp_path, monkeypatch)
