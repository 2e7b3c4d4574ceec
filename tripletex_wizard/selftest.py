"""`--self-test`: whether this copy of the program, built or not, has all its parts."""

from __future__ import annotations

import os
import platform
import sqlite3
import ssl
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import babel
import requests
from PySide6.QtCore import QDeadlineTimer, QLibraryInfo, qVersion
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QWidget

from tripletex_wizard.adapters.clock import OSLO, SystemClock
from tripletex_wizard.adapters.connecting import authorities
from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.adapters.mystore.countries import country_code
from tripletex_wizard.adapters.secrets import backend_in_use
from tripletex_wizard.app import Program, practice_program
from tripletex_wizard.cli.practice import PROFILE, set_up
from tripletex_wizard.domain.errors import AppError, KeyringUnavailable
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Step
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.self_test_texts import Part, fails, notes, part_name, window_name, works
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.tour.hands import pause
from tripletex_wizard.windows import OFFSCREEN, Windows, windows

WINDOWS: Mapping[str, Callable[[Windows], QWidget]] = {
    "wizard": lambda opened: opened.wizard(),
    "orders": lambda opened: opened.orders(PROFILE).window,
}
"""How each window is opened, once the practice profile is set up."""

PLATFORMS = {"linux": "xcb", "darwin": "cocoa", "win32": "windows"}
PATIENCE_MS = 30_000
TURN_MS = 5
THUMBNAIL = 16

Check = Callable[[Path], str]
"""Tries a part, writing under the folder alone; gives what it is, or raises what is wrong."""


class NotAsExpectedError(Exception):
    """The part is there and does something else than it should."""


def run(program: Program, tell: Callable[[str], None]) -> int:
    """Try every part, one line each; 0 when all of them work, else 1.

    A computer without a keyring is noted, and counts as no fault of the program.
    Writes under the program's folder alone, and calls nobody but this computer.
    """
    os.environ["QT_QPA_PLATFORM"] = OFFSCREEN  # both are read when the application starts
    os.environ["XDG_CACHE_HOME"] = str(program.folder)  # where a list of fonts may be kept
    results = [_is_fine(name, check, program.folder, tell) for name, check in _checks()]
    return 0 if all(results) else 1


def _checks() -> Iterator[tuple[str, Check]]:
    for part, check in PARTS.items():
        yield part_name(part), check
    for name in WINDOWS:
        yield window_name(name), window_opens(name)


def _is_fine(name: str, check: Check, folder: Path, tell: Callable[[str], None]) -> bool:
    try:
        detail = check(folder)
    except KeyringUnavailable as error:  # nothing is missing in the program
        tell(notes(name, sentence(error.problem).what))
        return True
    except AppError as error:
        tell(fails(name, sentence(error.problem).what))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other parts are tried too
        tell(fails(name, f"{type(error).__name__}: {error}"))
    else:
        tell(works(name, detail))
        return True
    return False


def program_is_known(_folder: Path) -> str:
    """The program's version, read from the package's own data."""
    return f"tripletex-wizard {version('tripletex-wizard')}, Python {platform.python_version()}"


def qt_has_plugins(_folder: Path) -> str:
    """Qt can draw in memory and on this system's screen, and knows the icons' format."""
    for needed in (OFFSCREEN, PLATFORMS.get(sys.platform, OFFSCREEN)):
        _expect_platform(needed)
    _expect(b"svg" in QImageReader.supportedImageFormats(), "svg")
    return qVersion()


def _expect_platform(name: str) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    _expect(any(folder.glob(f"*q{name}.*")), str(folder / name))


def certificates_are_known(_folder: Path) -> str:
    """The authorities that sign Tripletex' and Mystore's certificates can be read."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(requests.utils.DEFAULT_CA_BUNDLE_PATH)
    named = authorities()
    if isinstance(named, str):
        is_folder = Path(named).is_dir()
        context.load_verify_locations(**{"capath" if is_folder else "cafile": named})
    return f"{ssl.OPENSSL_VERSION}, {len(context.get_ca_certs())} CA"


def keyring_is_known(_folder: Path) -> str:
    """The keyring's back end; no entry is read."""
    return backend_in_use()


def time_zones_are_there(_folder: Path) -> str:
    """The program's own time zones, also where the system has some."""
    _expect(files("tzdata").joinpath("zoneinfo", *OSLO.key.split("/")).is_file(), OSLO.key)
    return f"tzdata {import_module('tzdata').IANA_VERSION}, {OSLO.key}"


def countries_are_there(_folder: Path) -> str:
    """Names of countries in the languages that a shop may use."""
    for name, code in {"Storbritannia": "GB", "Germany": "DE", "Österrike": "AT"}.items():
        _expect(country_code(name) == code, name)
    return f"babel {babel.__version__}"


def journal_is_kept(folder: Path) -> str:
    """What is written into a journal is there when it is opened again."""
    entry = JournalEntry("10457", Step.ORDER, Phase.INTENDED, SystemClock().now())
    path = folder / "journal.sqlite"
    with _journal(path) as journal:
        journal.record(entry)
    with _journal(path) as journal:
        read = journal.entries(entry.order_number)
    _expect([each.at for each in read] == [entry.at], str(path))
    return f"SQLite {sqlite3.sqlite_version}"


def _journal(path: Path) -> SqlJournal:
    return SqlJournal(path, profile="self-test", user="self-test", host=platform.node())


PARTS: Mapping[Part, Check] = {
    Part.PROGRAM: program_is_known,
    Part.QT: qt_has_plugins,
    Part.TLS: certificates_are_known,
    Part.KEYRING: keyring_is_known,
    Part.TIME_ZONES: time_zones_are_there,
    Part.COUNTRIES: countries_are_there,
    Part.JOURNAL: journal_is_kept,
}


def window_opens(name: str) -> Check:
    """The window of that name is drawn, on practice servers and a profile of its own."""

    def check(folder: Path) -> str:
        _expect_platform(OFFSCREEN)  # without it Qt would end the process
        with (
            PracticeServers() as servers,
            practice_program(servers, folder / name) as practice,
            windows(practice) as opened,
            _nothing_fails_unheard(),
        ):
            set_up(practice)
            return _drawn(WINDOWS[name](opened), opened.runner)

    return check


def _drawn(window: QWidget, runner: JobRunner) -> str:
    window.show()
    try:
        deadline = QDeadlineTimer(PATIENCE_MS)
        while runner.is_busy:
            _expect(not deadline.hasExpired(), "JobRunner.is_busy")
            pause(TURN_MS)
        pause(TURN_MS)  # what came is shown in the next turn
        picture = window.grab().toImage().scaled(THUMBNAIL, THUMBNAIL)
        places = range(THUMBNAIL)
        colours = {picture.pixel(x, y) for x in places for y in places}
        _expect(len(colours) > 1, "QWidget.grab")
        return f"«{window.windowTitle()}», {window.width()} x {window.height()}"
    finally:
        window.close()
        window.deleteLater()


@contextmanager
def _nothing_fails_unheard() -> Iterator[None]:
    """Errors that end in Qt's loop, as in a slot, are raised at the end."""
    heard: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: heard.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if heard:
        raise heard[0]


def _expect(held: object, what: str) -> None:
    if not held:
        raise NotAsExpectedError(what)
