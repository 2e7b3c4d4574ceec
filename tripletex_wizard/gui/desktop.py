"""Which windows are open: one window of orders at a time, and a wizard for each set-up."""

from __future__ import annotations

from functools import partial
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QWidget

from tripletex_wizard.domain.draft import Page
from tripletex_wizard.domain.errors import AppError, Problem
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.gui.orders.surroundings import Surroundings
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.window import SetupWizard


class WindowMaker(Protocol):
    """Makes windows that are not shown yet."""

    def profile_names(self) -> tuple[str, ...]:
        """The set-ups that are finished. May raise AppError."""
        ...

    def wizard(self, profile_name: str | None, page: Page | None) -> SetupWizard:
        """The wizard of a new set-up, or of one that is changed, beginning at `page`."""
        ...

    def orders(self, profile_name: str) -> Surroundings:
        """An order window with what surrounds it. May raise AppError."""
        ...


class Desktop(QObject):
    """Opens windows, each over the last one, and closes what they take the place of.

    A window is always opened before another one is closed: when none is left, the program ends.
    """

    def __init__(
        self, maker: WindowMaker, settings: ViewSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.orders: Surroundings | None = None
        self._maker = maker
        self._settings = settings
        self._wizards: dict[str | None, SetupWizard] = {}
        self._leaving: list[QWidget] = []

    def begin(self) -> None:
        """The orders of the profile used last, or the wizard when nothing is set up."""
        names = self._maker.profile_names()
        if not names:
            self.open_wizard()
        else:
            last = self._settings.profile
            self.open_orders(last if last in names else names[0], names)

    @Slot(str)
    def open_orders(self, profile_name: str, names: tuple[str, ...] = ()) -> None:
        """Show the orders of a profile in place of those of another.

        `names` are those of all profiles, when they have been read.
        """
        try:
            names = names or self._maker.profile_names()
            opened = self._maker.orders(profile_name)
        except AppError as error:
            self._tell(error.problem)
            return
        before, self.orders = self.orders, opened
        self._settings.profile = profile_name
        opened.menus.show_profiles(names, profile_name)
        self._connect(opened, profile_name)
        self._show(opened.window)
        opened.controller.start()
        if before is not None:
            self._close(before.window)

    def open_wizard(self, profile_name: str | None = None, page: Page | None = None) -> None:
        """Show the wizard of a new set-up, or of a profile that is to be changed."""
        wizard = self._wizards.get(profile_name)
        if wizard is None:
            wizard = self._wizards[profile_name] = self._maker.wizard(profile_name, page)
            wizard.stored.connect(self._go_on_with)
            wizard.finished.connect(partial(self._forget, profile_name))
        elif page is not None:
            wizard.go_to(page)
        self._show(wizard)

    def _connect(self, opened: Surroundings, profile_name: str) -> None:
        menus = opened.menus
        menus.profile_chosen.connect(self.open_orders)
        menus.new_connection.triggered.connect(self._open_new_wizard)
        menus.change_setup.triggered.connect(lambda: self.open_wizard(profile_name))
        menus.replace_keys.triggered.connect(lambda: self.open_wizard(profile_name, Page.CONNECT))
        menus.quit.triggered.connect(QApplication.closeAllWindows)

    @Slot()
    def _open_new_wizard(self) -> None:
        self.open_wizard()

    @Slot(object)
    def _go_on_with(self, profile: Profile) -> None:
        """A set-up is stored: show its orders, by the new rules where they are shown already."""
        shown = self.orders
        is_shown = shown is not None and shown.window.isVisible()
        if shown is not None and is_shown and shown.controller.profile.name == profile.name:
            shown.take_over(profile)
        else:
            self.open_orders(profile.name)

    def _forget(self, profile_name: str | None, _result: int) -> None:
        self._let_go(self._wizards.pop(profile_name))

    def _close(self, window: QWidget) -> None:
        """A window may first finish an order, and close by itself then."""
        if window.close():
            self._let_go(window)
        else:
            self._leaving.append(window)

    def _let_go(self, window: QWidget) -> None:
        """Held until Qt has deleted it in a later turn: a signal of its own may have led here."""
        self._leaving = [*filter(shiboken6.isValid, self._leaving), window]
        window.deleteLater()

    def _show(self, window: QMainWindow | SetupWizard) -> None:
        window.show()
        window.activateWindow()

    def _tell(self, problem: Problem) -> None:
        """A profile that cannot be read; the other windows go on."""
        said = sentence(problem)
        box = QMessageBox(self.orders.window if self.orders else None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(said.what)
        box.setInformativeText(said.remedy)
        box.open()
