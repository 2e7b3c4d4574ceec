"""What stands around the orders of one window: its menus, and the dialogs that they open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox

from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.gui.board.dialog import BoardDialog
from tripletex_wizard.gui.diagnosis_dialog import DiagnosisDesk, DiagnosisDialog
from tripletex_wizard.gui.help_dialog import HelpDialog
from tripletex_wizard.gui.help_pages import how_to, never_twice
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.menus import OrderMenus
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.place_dialog import PlaceDialog
from tripletex_wizard.services.office import Office


@dataclass(frozen=True, slots=True)
class SurroundingsDesk:
    """What the dialogs need of the outside. `versions` are of the program and its ground."""

    office: Office
    runner: JobRunner
    diagnosis: DiagnosisDesk
    logs: Path
    versions: Mapping[str, str]


class Surroundings(QObject):
    """Connects what needs no order: fetching, the check of the set-up, diagnosis and help.

    The window's own part is `menus.transfer` and the other actions on orders.
    """

    def __init__(
        self,
        window: OrderWindow,
        menus: OrderMenus,
        controller: OrderController,
        desk: SurroundingsDesk,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.menus = menus
        self.controller = controller
        self._desk = desk
        self._awaiting: Profile | None = None
        menus.fetch.triggered.connect(window.load)
        menus.check_setup.triggered.connect(self._check_setup)
        menus.diagnose.triggered.connect(self._diagnose)
        menus.how_to.triggered.connect(self._explain_how)
        menus.never_twice.triggered.connect(self._explain_why)
        menus.show_logs.triggered.connect(self._show_logs)
        menus.about.triggered.connect(self._show_about)
        controller.batch_changed.connect(self._follow_batch)
        controller.loading_changed.connect(self._follow_loading)
        self._follow_batch()

    def take_over(self, profile: Profile) -> None:
        """Show the orders by a changed set-up; a batch that runs comes to its end before."""
        self._awaiting = profile
        self._follow_batch()

    @Slot()
    def _follow_batch(self) -> None:
        self.menus.show_transferring(is_transferring=self.controller.has_batch)
        self._follow_loading()
        if self._awaiting is not None and not self.controller.has_batch:
            profile, self._awaiting = self._awaiting, None
            self.controller.take_over(profile)

    @Slot()
    def _follow_loading(self) -> None:
        is_busy = self.controller.loading is not None or self.controller.is_transferring
        self.menus.fetch.setEnabled(not is_busy)

    # what the menus open; nothing of it stops the window

    @Slot()
    def _check_setup(self) -> None:
        self._open(BoardDialog(self._desk.office, self._desk.runner, self.window))

    @Slot()
    def _diagnose(self) -> None:
        self._open(DiagnosisDialog(self._desk.diagnosis, self._desk.runner, self.window))

    @Slot()
    def _explain_how(self) -> None:
        self._open(HelpDialog(how_to, self.window))

    @Slot()
    def _explain_why(self) -> None:
        self._open(HelpDialog(never_twice, self.window))

    @Slot()
    def _show_logs(self) -> None:
        folder = self._desk.logs
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._open(PlaceDialog(folder, self.window))

    @Slot()
    def _show_about(self) -> None:
        box = QMessageBox(self.window)
        box.setWindowTitle(self.menus.about.text().replace("&", ""))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("Tripletex-veiviseren")
        versions = [f"{name} {version}" for name, version in self._desk.versions.items()]
        box.setInformativeText("\n".join(versions))
        self._open(box)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()
