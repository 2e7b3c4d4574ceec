"""The menu bar of the order window: every doing has its place here, and its keys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from tripletex_wizard.gui.view_actions import ViewActions

_KEYS = QKeySequence.StandardKey
_TRANSFER: Final = "Ctrl+T"  # Qt makes it Cmd+T on macOS
_TRANSFER_AGAIN: Final = "Ctrl+Shift+T"


class OrderMenus(QMenuBar):
    """The actions do nothing by themselves: connect their `triggered`, and enable what is possible.

    `profile_chosen(name)` asks for another client's window. What would pull the ground from under
    a batch is closed while one runs, and says why.
    """

    profile_chosen = Signal(str)

    def __init__(self, window: QMainWindow, view: ViewActions) -> None:
        super().__init__(window)
        self._view = view
        self._is_transferring = self._has_summary = False
        self._profiles: tuple[QAction, ...] = ()
        self._make_file_menu()
        self._make_order_menu()
        self._make_view_menu()
        self._make_setup_menu()
        self._make_help_menu()
        self._let_the_system_guess_nothing()
        for menu in (self._file, self.clients, self._order, self._setup, self._help):
            menu.setToolTipsVisible(True)
        self._retranslate()
        window.setMenuBar(self)

    def show_profiles(self, names: Iterable[str], current: str) -> None:
        """The clients that can be switched to, the present one ticked."""
        for before in self._profiles:
            self.clients.removeAction(before)
            before.deleteLater()
        group = QActionGroup(self.clients)
        self._profiles = tuple(self._profile(name, current, group) for name in names)
        self.clients.addActions(self._profiles)
        self._close_what_must_wait()

    def show_transferring(self, *, is_transferring: bool) -> None:
        """While a batch runs the client is not switched, and the set-up stays as it is."""
        self._is_transferring = is_transferring
        self._close_what_must_wait()

    def show_summary_there(self, *, is_there: bool) -> None:
        """Whether a batch has been transferred since the window was opened."""
        self._has_summary = is_there
        self.last_summary.setEnabled(is_there)
        why = (
            "" if is_there else self.tr("Nothing has been transferred since you opened this window")
        )
        self.last_summary.setToolTip(why)
        self.last_summary.setStatusTip(why)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # the menus

    def _make_file_menu(self) -> None:
        self._file = self.addMenu("")
        self.fetch = self._action(self._file, _KEYS.Refresh)
        self._file.addSeparator()
        self.clients = self._file.addMenu("")
        self.not_now = self.clients.addAction("")
        self.not_now.setEnabled(False)
        self.new_connection = self._action(self._file, _KEYS.New)
        self._file.addSeparator()
        self.quit = self._action(self._file, _KEYS.Quit, "Ctrl+Q")

    def _make_order_menu(self) -> None:
        self._order = self.addMenu("")
        self.transfer = self._action(self._order, _TRANSFER)
        self.transfer_again = self._action(self._order, _TRANSFER_AGAIN)
        self.choose_invoice = self._action(self._order)
        self.last_summary = self._action(self._order)
        self._order.addSeparator()
        self.mark_booked = self._action(self._order)
        self.take_mark_back = self._action(self._order)
        self._order.addSeparator()
        self.update_order = self._action(self._order, _KEYS.Save)
        self.select_all = self._action(self._order, _KEYS.SelectAll)

    def _make_view_menu(self) -> None:
        self._looks = self.addMenu("")
        self._view.fill(self._looks)

    def _make_setup_menu(self) -> None:
        self._setup = self.addMenu("")
        self.change_setup = self._action(self._setup, _KEYS.Preferences, "Ctrl+,")
        self.replace_keys = self._action(self._setup)
        self._setup.addSeparator()
        self.check_setup = self._action(self._setup)

    def _make_help_menu(self) -> None:
        self._help = self.addMenu("")
        self.how_to = self._action(self._help, _KEYS.HelpContents, "F1")
        self.never_twice = self._action(self._help)
        self._help.addSeparator()
        self.diagnose = self._action(self._help)
        self.show_logs = self._action(self._help)
        self._help.addSeparator()
        self.about = self._action(self._help)

    def _action(
        self, menu: QMenu, keys: QKeySequence.StandardKey | str = "", otherwise: str = ""
    ) -> QAction:
        """An entry with the system's own keys for it, or `otherwise` where there are none."""
        action = menu.addAction("")
        if isinstance(keys, _KEYS):
            action.setShortcuts(QKeySequence.keyBindings(keys) or [QKeySequence(otherwise)])
        elif keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def _let_the_system_guess_nothing(self) -> None:
        """By their words macOS would move entries («Setup …») into the program's own menu."""
        role = QAction.MenuRole
        for action in self.findChildren(QAction):
            action.setMenuRole(role.NoRole)
        self.quit.setMenuRole(role.QuitRole)
        self.about.setMenuRole(role.AboutRole)
        self.change_setup.setMenuRole(role.PreferencesRole)

    def _profile(self, name: str, current: str, group: QActionGroup) -> QAction:
        action = QAction(name.replace("&", "&&"), self.clients)
        action.setCheckable(True)
        action.setChecked(name == current)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(partial(self._choose_profile, name, current))
        group.addAction(action)
        return action

    def _choose_profile(self, name: str, current: str) -> None:
        if name != current:
            self.profile_chosen.emit(name)

    def _close_what_must_wait(self) -> None:
        is_open = not self._is_transferring
        self.not_now.setVisible(self._is_transferring)
        for action in (*self._profiles, self.new_connection, self.change_setup, self.replace_keys):
            action.setEnabled(is_open)
            action.setToolTip("" if is_open else self.not_now.text())
            action.setStatusTip("" if is_open else self.not_now.text())

    # words

    def _retranslate(self) -> None:
        self._name_files_and_orders()
        self._name_the_rest()
        self._view.retranslate()
        self.show_summary_there(is_there=self._has_summary)
        self._close_what_must_wait()

    def _name_files_and_orders(self) -> None:
        self._file.setTitle(self.tr("&File"))
        self.fetch.setText(self.tr("&Get new orders"))
        self.clients.setTitle(self.tr("&Switch client"))
        self.not_now.setText(self.tr("Not while orders are being transferred"))
        self.new_connection.setText(self.tr("&New connection …"))
        self.quit.setText(self.tr("&Quit"))
        self._order.setTitle(self.tr("&Order"))
        self.transfer.setText(self.tr("&Transfer …"))
        self.transfer_again.setText(self.tr("Transfer &again …"))
        self.choose_invoice.setText(self.tr("Choose the &invoice to credit …"))
        self.last_summary.setText(self.tr("Show the &last summary"))
        self.mark_booked.setText(self.tr("Mark as already &booked …"))
        self.take_mark_back.setText(self.tr("Take the mark bac&k"))
        self.update_order.setText(self.tr("&Update order"))
        self.select_all.setText(self.tr("&Select all"))

    def _name_the_rest(self) -> None:
        self._looks.setTitle(self.tr("&View"))
        self._setup.setTitle(self.tr("&Set-up"))
        self.change_setup.setText(self.tr("&Change the set-up …"))
        self.replace_keys.setText(self.tr("&Replace keys …"))
        self.check_setup.setText(self.tr("Chec&k of the set-up …"))
        self._help.setTitle(self.tr("&Help"))
        self.how_to.setText(self.tr("&How to do it"))
        self.never_twice.setText(self.tr("&Why nothing is booked twice"))
        self.diagnose.setText(self.tr("&Diagnosis …"))
        self.show_logs.setText(self.tr("Show the &log files"))
        self.about.setText(self.tr("&About Tripletex-veiviseren"))
