"""What every test of a window stands on; nothing of a window outlives its test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from tests.gui.text_room import Wordy
from tripletex_wizard.app import Program, practice_program
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.practice.launch import PracticeServers


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """A window or a thread of a runner that outlives its test would disturb the next one.

    A closed one too: each change of the language or of the looks would paint it again.
    """
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [str(each) for each in qapp.topLevelWidgets() if each.isVisible()]
    for each in qapp.topLevelWidgets():
        each.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shown == [], "still shown"
    lanes = tuple(f"{lane.name}_" for lane in Lane)
    threads = [each.name for each in threading.enumerate() if each.name.startswith(lanes)]
    assert threads == [], "a JobRunner was not closed"


@pytest.fixture(scope="session")
def _one_theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(_one_theme: Theme) -> Theme:
    """The program's looks, in light colours."""
    _one_theme.choose(Qt.ColorScheme.Light)
    return _one_theme


@pytest.fixture
def view_settings(tmp_path: Path) -> ViewSettings:
    """The looks that a user would have chosen; none yet."""
    return ViewSettings(tmp_path / "view.ini")


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    """Closed at the end of the test, whatever the test did."""
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def _own_language(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    install_language("en", qapp)
    QLocale.setDefault(before)


@pytest.fixture
def norwegian(_own_language: None, qapp: QApplication) -> None:
    """The program as it is shipped."""
    install_language("nb", qapp)


@pytest.fixture
def english(_own_language: None, qapp: QApplication) -> None:
    """The program in English; a test that changes the language starts here."""
    install_language("en", qapp)


@pytest.fixture
def wordy(norwegian: None, qapp: QApplication) -> Iterator[None]:
    """Norwegian, and every text 40 % longer."""
    longer = Wordy()
    qapp.installTranslator(longer)
    yield
    qapp.removeTranslator(longer)


@pytest.fixture(params=["norwegian", "english", "wordy"])
def each_language(request: pytest.FixtureRequest) -> None:
    """The test in each language, and in one of longer texts.

    What the test names before it meets the change of language.
    """
    request.getfixturevalue(request.param)


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    """A shop and a company on this machine, with the usual orders."""
    with PracticeServers() as running:
        yield running


@pytest.fixture
def program(servers: PracticeServers, tmp_path: Path) -> Iterator[Program]:
    """The program on `servers`, with nothing set up."""
    with practice_program(servers, tmp_path) as made:
        yield made


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say, wherever the keys are."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said
