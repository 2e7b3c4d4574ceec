"""The order window's menus, by the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from tripletex_wizard.gui.orders.menus import OrderMenus
from tripletex_wizard.gui.texts import Language, install_language
from tripletex_wizard.gui.theme import Theme, colours
from tripletex_wizard.gui.tones import DARK
from tripletex_wizard.gui.view_actions import ViewActions
from tripletex_wizard.gui.view_settings import ViewSettings

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LETTER = re.compile("&([^&])")
CLIENTS = ("Fjord Garn AS", "Garn & Greier AS")

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def menus(
    qtbot: QtBot, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Iterator[OrderMenus]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = OrderMenus(window, ViewActions(view_settings, theme, window))
    made.show_profiles(CLIENTS, CLIENTS[0])
    window.resize(800, 400)
    window.show()
    qtbot.waitActive(window)
    yield made
    window.close()


def press(qtbot: QtBot, menus: OrderMenus, *keys: Qt.Key) -> None:
    """The first key with Alt, for the bar; the others in the menus that are open then."""
    qtbot.keyClick(menus.window(), keys[0], ALT)
    for key in keys[1:]:
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        qtbot.keyClick(QApplication.activePopupWidget(), key)


def all_menus(menus: OrderMenus) -> list[QMenu]:
    return menus.findChildren(QMenu)


def letters(actions: list[QAction]) -> list[str]:
    texts = [action.text() for action in actions if not action.isSeparator()]
    return [found[1].upper() for text in texts if (found := LETTER.search(text))]


KEYS = {
    "fetch": (Qt.Key.Key_F, Qt.Key.Key_H),
    "new_connection": (Qt.Key.Key_F, Qt.Key.Key_N),
    "quit": (Qt.Key.Key_F, Qt.Key.Key_A),
    "transfer": (Qt.Key.Key_O, Qt.Key.Key_O),
    "transfer_again": (Qt.Key.Key_O, Qt.Key.Key_N),
    "last_summary": (Qt.Key.Key_O, Qt.Key.Key_S),
    "mark_booked": (Qt.Key.Key_O, Qt.Key.Key_B),
    "take_mark_back": (Qt.Key.Key_O, Qt.Key.Key_T),
    "update_order": (Qt.Key.Key_O, Qt.Key.Key_D),
    "select_all": (Qt.Key.Key_O, Qt.Key.Key_M),
    "change_setup": (Qt.Key.Key_P, Qt.Key.Key_E),
    "replace_keys": (Qt.Key.Key_P, Qt.Key.Key_B),
    "check_setup": (Qt.Key.Key_P, Qt.Key.Key_K),
    "how_to": (Qt.Key.Key_H, Qt.Key.Key_S),
    "never_twice": (Qt.Key.Key_H, Qt.Key.Key_G),
    "diagnose": (Qt.Key.Key_H, Qt.Key.Key_D),
    "show_logs": (Qt.Key.Key_H, Qt.Key.Key_L),
    "about": (Qt.Key.Key_H, Qt.Key.Key_O),
}


@pytest.mark.parametrize("name", KEYS)
def test_every_entry_is_reached_with_alt_and_letters(
    menus: OrderMenus, qtbot: QtBot, name: str
) -> None:
    action: QAction = getattr(menus, name)
    menus.show_summary_there(is_there=True)

    with qtbot.waitSignal(action.triggered):
        press(qtbot, menus, *KEYS[name])


def test_where_there_is_no_summary_yet_it_is_said_why(menus: OrderMenus) -> None:
    why = "Ingenting er overført siden du åpnet dette vinduet"
    assert not menus.last_summary.isEnabled()
    assert (menus.last_summary.toolTip(), menus.last_summary.statusTip()) == (why, why)

    menus.show_summary_there(is_there=True)
    install_language("en")
    QApplication.processEvents()
    assert menus.last_summary.isEnabled()
    assert why not in {menus.last_summary.toolTip(), menus.last_summary.statusTip()}


@pytest.mark.parametrize("language", get_args(Language))
def test_no_letter_leads_to_two_places_of_a_menu(menus: OrderMenus, language: Language) -> None:
    install_language(language)
    QApplication.processEvents()

    for actions in (menus.actions(), *(menu.actions() for menu in all_menus(menus))):
        found = letters(actions)
        assert len(found) == len(set(found)), [action.text() for action in actions]
    assert len(letters(menus.actions())) == len(menus.actions())


def test_every_entry_has_a_letter_but_clients_and_reasons(menus: OrderMenus) -> None:
    entries = [action for menu in all_menus(menus) for action in menu.actions()]
    without = [
        action.text()
        for action in entries
        if not action.isSeparator() and not LETTER.search(action.text().replace("&&", ""))
    ]

    assert without == ["Ikke mens ordrer overføres", "Fjord Garn AS", "Garn && Greier AS"]


def test_the_usual_keys_are_those_of_the_system(menus: OrderMenus) -> None:
    assert QKeySequence(Qt.Key.Key_F5) in menus.fetch.shortcuts()
    assert menus.select_all.shortcut() == QKeySequence(QKeySequence.StandardKey.SelectAll)
    assert menus.how_to.shortcut() == QKeySequence(Qt.Key.Key_F1)
    assert not menus.quit.shortcut().isEmpty()  # Windows has none of its own
    assert not menus.change_setup.shortcut().isEmpty()


def test_no_two_entries_have_the_same_keys(menus: OrderMenus) -> None:
    used = [keys.toString() for each in menus.findChildren(QAction) for keys in each.shortcuts()]

    assert len(used) == len(set(used))


def test_macos_puts_no_entry_where_its_words_make_it_guess(menus: OrderMenus) -> None:
    role = QAction.MenuRole
    moved = {
        action.text(): action.menuRole()
        for action in menus.findChildren(QAction)
        if action.text() and action.menuRole() is not role.NoRole
    }

    assert moved == {
        "&Avslutt": role.QuitRole,
        "&Om Tripletex-veiviseren": role.AboutRole,
        "&Endre oppsettet …": role.PreferencesRole,
    }


def client(menus: OrderMenus, name: str) -> QAction:
    return next(each for each in menus.clients.actions() if each.text() == name.replace("&", "&&"))


def test_the_present_client_is_ticked_and_another_one_is_asked_for(
    menus: OrderMenus, qtbot: QtBot
) -> None:
    assert client(menus, CLIENTS[0]).isChecked()

    with qtbot.waitSignal(menus.profile_chosen) as chosen:
        client(menus, CLIENTS[1]).trigger()

    assert chosen.args == [CLIENTS[1]]


def test_choosing_the_present_client_asks_for_nothing(menus: OrderMenus, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(menus.profile_chosen):
        client(menus, CLIENTS[0]).trigger()


def test_the_clients_can_be_told_anew(menus: OrderMenus) -> None:
    menus.show_profiles(("Fjord Garn AS", "Ny Butikk AS"), "Ny Butikk AS")

    shown = [each for each in menus.clients.actions() if each.isVisible()]
    assert [each.text() for each in shown] == ["Fjord Garn AS", "Ny Butikk AS"]
    assert [each.isChecked() for each in shown] == [False, True]


def test_while_a_batch_runs_nothing_is_switched_and_it_is_said_why(menus: OrderMenus) -> None:
    must_wait = [
        *(client(menus, name) for name in CLIENTS),
        *(menus.new_connection, menus.change_setup, menus.replace_keys),
    ]

    menus.show_transferring(is_transferring=True)

    assert not any(action.isEnabled() for action in must_wait)
    assert menus.not_now.isVisible()
    assert menus.not_now.text() == "Ikke mens ordrer overføres"
    assert all(action.toolTip() == "Ikke mens ordrer overføres" for action in must_wait)
    assert menus.check_setup.isEnabled()

    menus.show_transferring(is_transferring=False)

    assert all(action.isEnabled() for action in must_wait)
    assert not menus.not_now.isVisible()


def test_the_language_is_changed_from_the_menu_and_kept(
    menus: OrderMenus, qtbot: QtBot, view_settings: ViewSettings
) -> None:
    press(qtbot, menus, Qt.Key.Key_V, Qt.Key.Key_E)

    qtbot.waitUntil(lambda: menus.transfer.text() == "&Transfer …")
    assert view_settings.language == "en"
    assert menus.actions()[0].text() == "&File"


def test_the_colours_are_changed_from_the_menu_and_kept(
    menus: OrderMenus, qtbot: QtBot, view_settings: ViewSettings
) -> None:
    press(qtbot, menus, Qt.Key.Key_V, Qt.Key.Key_M)

    qtbot.waitUntil(lambda: colours() is DARK)
    assert view_settings.scheme is Qt.ColorScheme.Dark


def test_what_another_window_has_chosen_is_ticked_when_the_menu_opens(
    menus: OrderMenus, qtbot: QtBot, view_settings: ViewSettings
) -> None:
    view_settings.scheme = Qt.ColorScheme.Light
    press(qtbot, menus, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    opened = QApplication.activePopupWidget()

    assert isinstance(opened, QMenu)
    ticked = [action.text() for action in opened.actions() if action.isChecked()]
    assert ticked == ["&Norsk", "&Lyse farger"]
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
