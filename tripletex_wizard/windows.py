"""Puts the windows together: the application with its looks, the wizard, the order window."""

from __future__ import annotations

import gc
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import PySide6
from PySide6.QtCore import QCoreApplication, QProcess, qVersion
from PySide6.QtWidgets import QApplication

from tripletex_wizard.adapters.clock import SystemClock
from tripletex_wizard.adapters.logs import masked
from tripletex_wizard.adapters.person import user_name
from tripletex_wizard.app import Program, maker
from tripletex_wizard.domain.draft import Page
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.crash_report import CrashDesk
from tripletex_wizard.gui.crashes import Crashes
from tripletex_wizard.gui.desktop import Desktop
from tripletex_wizard.gui.diagnosis_dialog import DiagnosisDesk
from tripletex_wizard.gui.documents.summary_files import SummaryDesk
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.detail.detail import OrderDetail
from tripletex_wizard.gui.orders.environment_band import EnvironmentBand
from tripletex_wizard.gui.orders.flow import OrderFlow
from tripletex_wizard.gui.orders.menus import OrderMenus
from tripletex_wizard.gui.orders.surroundings import Surroundings, SurroundingsDesk
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_actions import ViewActions
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.pages.connect import ConnectPage
from tripletex_wizard.gui.wizard.pages.mapping import MappingPage
from tripletex_wizard.gui.wizard.pages.prerequisites import PrerequisitesPage
from tripletex_wizard.gui.wizard.pages.start import StartPage
from tripletex_wizard.gui.wizard.pages.summary import DocumentDesk, SummaryPage
from tripletex_wizard.gui.wizard.pages.transfer import TransferPage
from tripletex_wizard.gui.wizard.pages.trial import TrialPage
from tripletex_wizard.gui.wizard.window import SetupWizard

_PLATFORM = "QT_QPA_PLATFORM"
OFFSCREEN = "offscreen"


def has_display() -> bool:
    """Whether a window can be shown; Qt would end the process otherwise."""
    return sys.platform != "linux" or bool(
        os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", _PLATFORM}
    )


def show_offscreen() -> None:
    """Let windows be drawn in memory when there is no display; before the first of them."""
    if not has_display():
        os.environ[_PLATFORM] = OFFSCREEN


@contextmanager
def screen_of(width: int, height: int) -> Iterator[None]:
    """The first window is opened within; drawn in memory, its screen has so many pixels.

    Qt's own such screen is 800 by 800, and the windows would be as low as that needs. Where the
    temporary folder has a colon in its path (Windows), it is Qt's own: Qt cannot be told another.
    """
    show_offscreen()
    if os.environ.get(_PLATFORM) != OFFSCREEN:
        yield
        return
    screen = {"name": "", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    described = {"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96}]}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "screen.json"
        file.write_text(json.dumps(described))
        if ":" not in str(file):
            os.environ[_PLATFORM] = f"{OFFSCREEN}:configfile={file}"
        try:
            yield
        finally:
            os.environ[_PLATFORM] = OFFSCREEN


class Windows:
    """The program's windows over one `program`; a context manager that ends their work."""

    def __init__(self, program: Program) -> None:
        self.application = _application()
        self.settings = ViewSettings(program.folder / "view.ini")
        self.theme = Theme(self.application)
        self.theme.choose(self.settings.scheme)
        install_language(self.settings.language, self.application)
        self.runner = JobRunner()
        self.program = program
        self._versions = versions()
        crash_desk = CrashDesk(masked, self._versions, program.write_file)
        self.crashes = Crashes(crash_desk, self.runner.stop_writing)
        self.desktop = Desktop(self, self.settings)

    def run(self, to_change: str | None = None) -> None:
        """Show the first window, and stay until the last one is closed.

        With a profile `to_change`, that is its wizard, and no orders are shown after it.
        """
        with self.crashes.caught():
            if to_change is None:
                self.desktop.begin()
            else:
                wizard = self.wizard(to_change)  # held, or it would be gone at once
                wizard.show()
            # What is loaded by now stays: to look through it again and again for garbage would
            # hold the windows for a tenth of a second each time.
            gc.freeze()
            self.application.exec()

    def profile_names(self) -> tuple[str, ...]:
        """The set-ups that are finished. May raise StorageError."""
        return self.program.profile_names()

    def orders(self, profile_name: str) -> Surroundings:
        """The order window of a profile, not shown yet. May raise StorageError."""
        office = self.program.office(profile_name)
        controller = OrderController(office, office.profile, self.runner)
        detail = OrderDetail(controller)
        window = OrderWindow(controller, detail, self.settings)
        window.set_band(EnvironmentBand(controller.profile))
        controller.setParent(window)
        menus = OrderMenus(window, ViewActions(self.settings, self.theme, window))
        summaries = SummaryDesk(maker(), SystemClock().now, self.program.write_file)
        OrderFlow(window, detail, menus, controller, desk=summaries, runner=self.runner)
        diagnosis = DiagnosisDesk(profile_name, partial(self.program.save_diagnosis, profile_name))
        logs = self.program.log_folder
        desk = SurroundingsDesk(office, self.runner, diagnosis, logs, self._versions)
        return Surroundings(window, menus, controller, desk)

    def wizard(self, profile_name: str | None = None, page: Page | None = None) -> SetupWizard:
        """The set-up wizard, not shown yet: of `profile_name`, else of the unfinished set-up.

        It opens on the first page that is not done, or on `page` when that comes before it.
        """
        controller = self.program.wizard_controller(self.runner, profile_name)
        pages = (
            StartPage(controller, self.program.environments, self._begin_practice()),
            ConnectPage(controller, self.program.practice_tokens),
            PrerequisitesPage(controller),
            MappingPage(controller, user_name()),
            TransferPage(controller),
            TrialPage(controller),
            SummaryPage(controller, self._documents()),
        )
        is_passing = bool(self.program.practice_tokens)
        wizard = SetupWizard(controller, pages, self.settings, self.theme, is_passing=is_passing)
        if page is not None:
            controller.restored.connect(lambda: wizard.go_to(page))
        return wizard

    def _begin_practice(self) -> Callable[[], object] | None:
        can_practise = Environment.PRACTICE not in self.program.environments
        return open_practice if can_practise else None

    def _documents(self) -> DocumentDesk:
        service = self.program.setup_service()
        return DocumentDesk(
            *(maker(), service.version_of, self.program.write_file), seen=service.seen_accounts
        )

    def close(self) -> None:
        """Wait until no work runs, and until the looks are written down."""
        self.crashes.close()
        self.runner.close()
        self.theme.close()
        self.settings.save()  # Qt would write later, into a practice folder that is gone by then


def versions() -> dict[str, str]:
    """Of the program, and of what it stands on."""
    return {
        "tripletex-wizard": version("tripletex-wizard"),
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "PySide6": PySide6.__version__,
        platform.system(): platform.release(),
    }


def open_practice() -> None:
    """The program once more, in a process and a window of its own, on practice servers."""
    is_packaged = getattr(sys, "frozen", False)
    words = [] if is_packaged else ["-m", __package__ or ""]
    QProcess.startDetached(sys.executable, [*words, "--practice"])


@contextmanager
def windows(program: Program) -> Iterator[Windows]:
    """The windows; no work of theirs runs afterwards, and they write nothing more."""
    opened = Windows(program)
    try:
        yield opened
    finally:
        opened.close()


def application_without_windows() -> QApplication:
    """For what only draws: drawn in memory when there is no display."""
    show_offscreen()
    return _application()


def _application() -> QApplication:
    """The process has one; the one that the command line's texts need gives way to it."""
    made = QCoreApplication.instance()
    if isinstance(made, QApplication):
        return made
    if made is not None:
        made.shutdown()
    return QApplication([])
