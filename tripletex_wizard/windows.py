"""Puts the windows together: the application with its looks and language, and the wizard."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tripletex_wizard.adapters.person import user_name
from tripletex_wizard.app import Program
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
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


def has_display() -> bool:
    """Whether a window can be shown; Qt would end the process otherwise."""
    return sys.platform != "linux" or bool(
        os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", _PLATFORM}
    )


def show_offscreen() -> None:
    """Let windows be drawn in memory when there is no display; before the first of them."""
    if not has_display():
        os.environ[_PLATFORM] = "offscreen"


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

    def wizard(self, profile_name: str | None = None) -> SetupWizard:
        """The set-up wizard, not shown yet: of `profile_name`, else of the unfinished set-up."""
        controller = self.program.wizard_controller(self.runner, profile_name)
        pages = (
            StartPage(controller),
            ConnectPage(controller),
            PrerequisitesPage(controller),
            MappingPage(controller, user_name()),
            TransferPage(controller),
            TrialPage(controller),
            SummaryPage(controller, self._documents()),
        )
        return SetupWizard(controller, pages, self.settings, self.theme)

    def _documents(self) -> DocumentDesk:
        maker = Maker(user_name(), platform.node(), version("tripletex-wizard"))
        version_of = self.program.setup_service().version_of
        return DocumentDesk(maker, version_of, self.program.write_file)

    def close(self) -> None:
        """Wait until no work runs, and until the looks are written down."""
        self.runner.close()
        self.settings.save()  # Qt would write later, into a practice folder that is gone by then


@contextmanager
def windows(program: Program) -> Iterator[Windows]:
    """The windows; no work of theirs runs afterwards, and they write nothing more."""
    opened = Windows(program)
    try:
        yield opened
    finally:
        opened.close()


def _application() -> QApplication:
    """The process has one; the one that the command line's texts need gives way to it."""
    made = QCoreApplication.instance()
    if isinstance(made, QApplication):
        return made
    if made is not None:
        made.shutdown()
    return QApplication([])
