from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QWizard
from pytestqt.qtbot import QtBot

from tests.gui.first_pages import CONNECTED, Desk, cut_texts, letters, shown_in, spoken_names
from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

ALT = Qt.KeyboardModifier.AltModifier
READY = "Alt dette er på plass"
OFF = "Mystores egen overføring er av"


@pytest.fixture
def desk(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Desk:
    return Desk(qtbot, runner, view_settings, theme)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    addresses: list[str] = []

    def open_url(address: QUrl) -> bool:
        addresses.append(address.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


def is_next_open(desk: Desk) -> bool:
    return desk.wizard.button(QWizard.WizardButton.NextButton).isEnabled()


@pytest.mark.parametrize(
    "text",
    [
        "En aktiv Tripletex-konto med nødvendige tilganger.",
        "Prøv Tripletex gratis i 14 dager",
        "Du er administrator både i Tripletex og i kontrollpanelet i Mystore.",
        "kan kreve en utvidet lisens. Usikker? Tripletex-support kan svare.",
        "www.mystore.no/integrasjon-tripletex",
        "Mystores egen overføring til Tripletex må være av for denne butikken",
        "Ellers overføres hver ordre to ganger.",
        "Utvidelser › Dine utvidelser › Tripletex v2 – Integrasjon",
        "Gjør oppsettet i dialog med regnskapsføreren din",
        "Mystore gir ikke kundestøtte på oppsettet, og står ikke ansvarlig",
    ],
)
def test_what_the_specification_asks_for_is_said(desk: Desk, text: str) -> None:
    assert text in desk.open(SetupDraft(id="1")).texts


def test_next_opens_when_both_ticks_are_set_and_says_why_until_then(desk: Desk) -> None:
    desk.open(SetupDraft(id="1"))
    reasons = [desk.wizard.reason]
    desk.click(READY)
    reasons.append(desk.wizard.reason)
    assert not is_next_open(desk)
    desk.click(OFF)
    assert is_next_open(desk)
    assert (desk.draft.prepared, desk.draft.other_transfer_off) == (True, True)
    assert all(reasons)
    assert reasons[0] != reasons[1]


def test_the_page_is_done_by_keyboard_alone(desk: Desk) -> None:
    desk.open(SetupDraft(id="1"))
    for letter in (Qt.Key.Key_V, Qt.Key.Key_L, Qt.Key.Key_Y):
        desk.press(letter, ALT)
    desk.qtbot.waitUntil(lambda: is_next_open(desk))
    desk.press(Qt.Key.Key_Return)
    assert desk.page is Page.CONNECT
    assert desk.draft.environment is Environment.PRACTICE


def test_the_focus_stays_on_the_tick_that_was_set(desk: Desk) -> None:
    desk.open(SetupDraft(id="1"))
    desk.button(OFF).setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.button(OFF).hasFocus()


def test_tab_goes_down_the_page_as_the_eye_reads(desk: Desk) -> None:
    desk.open(SetupDraft(id="1"))
    desk.link("Prøv Tripletex gratis i 14 dager").setFocus()
    passed = []
    for _ in range(5):
        passed.append(desk.top_of(desk.wizard.focusWidget()))
        desk.press(Qt.Key.Key_Tab)
    assert passed == sorted(set(passed))


def test_a_tick_that_is_taken_away_closes_next_again(desk: Desk) -> None:
    desk.open(SetupDraft(id="1"))
    for text in (READY, OFF, READY):
        desk.click(text)
    assert not is_next_open(desk)
    assert not desk.draft.prepared


@pytest.mark.parametrize(
    ("name", "environment"),
    [
        ("Produksjon", Environment.PRODUCTION),
        ("Testmiljø", Environment.TEST),
        ("Øvelse", Environment.PRACTICE),
    ],
)
def test_an_environment_is_chosen(desk: Desk, name: str, environment: Environment) -> None:
    desk.open(SetupDraft(id="1", environment=Environment.TEST))
    desk.click(name)
    assert desk.draft.environment is environment


def test_practice_is_opened_from_where_it_cannot_be_chosen(desk: Desk) -> None:
    opened: list[str] = []
    desk.offered = (Environment.PRODUCTION, Environment.TEST)
    desk.begin_practice = lambda: opened.append("practice")
    desk.open(SetupDraft(id="1"))
    desk.click("Øvelse")
    assert desk.draft.environment is Environment.PRODUCTION
    desk.click("Åpne øvelsen")
    assert opened == ["practice"]


def test_in_practice_nothing_else_can_be_chosen_and_that_is_told(desk: Desk) -> None:
    desk.offered = (Environment.PRACTICE,)
    desk.open(SetupDraft(id="1", environment=Environment.PRACTICE))
    desk.click("Produksjon")
    assert desk.draft.environment is Environment.PRACTICE
    assert desk.texts.count("Lukk øvelsen, og start programmet på vanlig måte.") == 2
    assert "Åpne øvelsen" not in desk.texts


def test_another_environment_takes_away_what_was_connected_in_the_old_one(desk: Desk) -> None:
    desk.open(CONNECTED)
    desk.wizard.go_to(Page.START)
    desk.click("Testmiljø")
    assert (desk.draft.tripletex, desk.draft.shop) == (None, None)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Prøv Tripletex gratis i 14 dager", "https://www.tripletex.no/"),
        (
            "www.mystore.no/integrasjon-tripletex",
            "https://www.mystore.no/integrasjon-tripletex",
        ),
    ],
)
def test_a_link_opens_in_the_browser(
    desk: Desk, opened: list[str], text: str, address: str
) -> None:
    desk.open(SetupDraft(id="1")).click(text)
    assert opened == [address]


def test_what_was_ticked_stands_there_when_the_wizard_is_opened_again(desk: Desk) -> None:
    desk.open(SetupDraft(id="1", prepared=True, environment=Environment.TEST))
    ticked = [each.text().replace("&", "") for each in desk.shown(QCheckBox) if each.isChecked()]
    assert ticked == [READY]
    assert desk.button("Testmiljø").isChecked()


@pytest.mark.parametrize("size", [(1080, 720), (1280, 800)])
@pytest.mark.parametrize("language", ["nb", "en", "stretched"])
def test_nothing_is_cut_and_nothing_scrolls(
    desk: Desk, qapp: QApplication, language: str, size: tuple[int, int]
) -> None:
    with shown_in(language, qapp):
        desk.open(SetupDraft(id="1"), size=size)
        desk.qtbot.waitUntil(lambda: cut_texts(desk) == [])
        (area,) = desk.shown(QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0
        assert language == "stretched" or area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_letter_leads_to_one_place_and_every_control_has_a_name(
    desk: Desk, qapp: QApplication, language: str
) -> None:
    with shown_in(language, qapp):
        desk.open(SetupDraft(id="1"))
        found, names = letters(desk), spoken_names(desk)
    assert len(found) == len(set(found)) >= 5
    assert len(names) == len(set(names)) == 7
    assert all(names)
