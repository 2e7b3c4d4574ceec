"""From the first page to the last without a mouse, on the practice servers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.keyboard import ALT, Keyboard
from tripletex_wizard.app import Program
from tripletex_wizard.domain.draft import Page
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.windows import windows

PERSON = "Rita Regnskap"

pytestmark = pytest.mark.usefixtures("norwegian")


@pytest.fixture
def keyboard(qtbot: QtBot, program: Program) -> Iterator[Keyboard]:
    with windows(program) as opened:
        made = Keyboard(qtbot, opened)
        made.until_idle()
        yield made
        made.wizard.close()
        made.until_idle()


def fill_in_start(keyboard: Keyboard) -> None:
    keyboard.tick("Alt dette er på plass").tick("Mystores egen overføring er av")
    keyboard.press(Qt.Key.Key_Enter)


def fill_in_connection(keyboard: Keyboard, servers: PracticeServers) -> None:
    keyboard.paste("consumer token til Tripletex", servers.consumer_token)
    keyboard.paste("employee token til Tripletex", servers.employee_token)
    keyboard.paste("token til Mystore", servers.mystore_token)
    keyboard.press(Qt.Key.Key_N, ALT)


def mend_and_check(keyboard: Keyboard, servers: PracticeServers) -> None:
    codes = servers.tripletex.company_settings()["active_vat_codes"]
    servers.tripletex.set_company(active_vat_codes=[*codes, "32"])
    keyboard.tick("Kontroller igjen: Merverdiavgift").until_idle()
    keyboard.tick("Startverdien er 100000").until_idle().press(Qt.Key.Key_N, ALT)


def confirm_mapping(keyboard: Keyboard) -> None:
    keyboard.tick("Godta 8 forslag").sign("Bekreftes av", PERSON).press(Qt.Key.Key_J, ALT)
    keyboard.until(lambda: keyboard.draft.is_confirmed).press(Qt.Key.Key_N, ALT)


def check_page(keyboard: Keyboard, page: Page) -> None:
    """Every letter leads to one place, and what is filled in survives a restart."""
    assert keyboard.page is page
    keyboard.close_and_resume()
    for language in ("en", "nb"):
        install_language(language)
        QApplication.processEvents()
        letters = keyboard.letters()
        assert len(letters) == len(set(letters)), (page, language, letters)


def test_a_tick_that_a_screen_reader_sets_counts(keyboard: Keyboard) -> None:
    """It sets the state without a click."""
    for tick in keyboard.wizard.current.findChildren(QCheckBox):
        tick.toggle()

    assert keyboard.draft.prepared
    assert keyboard.draft.other_transfer_off


@pytest.mark.parametrize("language", ["nb", "en"])
def test_help_says_more_of_every_page_than_stands_on_it(keyboard: Keyboard, language: str) -> None:
    install_language("nb" if language == "nb" else "en")
    pages = [keyboard.wizard.page(number) for number in keyboard.wizard.pageIds()]
    assert len(pages) == len(Page)
    for page in pages:
        assert isinstance(page, SetupPage)
        assert len(page.help_text()) > len(page.why_text())
    install_language("nb")


def test_help_that_is_open_follows_the_language(keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_H, ALT)
    keyboard.until(lambda: keyboard.wizard.findChild(QMessageBox) is not None)
    box = keyboard.wizard.findChild(QMessageBox)
    assert box is not None
    assert (box.text(), box.informativeText()[:8]) == ("Før du starter", "Du treng")
    install_language("en")
    QApplication.processEvents()
    assert (box.text(), box.informativeText()[:8]) == ("Before you start", "You need")
    install_language("nb")
    box.close()


def test_the_wizard_is_walked_through_by_keys_and_resumed_on_every_page(
    keyboard: Keyboard, program: Program, servers: PracticeServers
) -> None:
    check_page(keyboard, Page.START)
    fill_in_start(keyboard)
    keyboard.arrives_at(Page.CONNECT)
    check_page(keyboard, Page.CONNECT)
    fill_in_connection(keyboard, servers)
    keyboard.arrives_at(Page.PREREQUISITES)
    check_page(keyboard, Page.PREREQUISITES)
    mend_and_check(keyboard, servers)
    keyboard.arrives_at(Page.MAPPING)
    check_page(keyboard, Page.MAPPING)
    confirm_mapping(keyboard)
    keyboard.arrives_at(Page.TRANSFER)
    check_page(keyboard, Page.TRANSFER)
    keyboard.press(Qt.Key.Key_N, ALT).arrives_at(Page.TRIAL)
    check_page(keyboard, Page.TRIAL)
    keyboard.press(Qt.Key.Key_N, ALT).arrives_at(Page.SUMMARY)
    check_page(keyboard, Page.SUMMARY)
    keyboard.sign("Bekreftet av", PERSON).press(Qt.Key.Key_F, ALT).until_finished()
    assert program.profile_names() == ("Fjord Garn AS",)
