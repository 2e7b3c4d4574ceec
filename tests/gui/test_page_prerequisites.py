from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QScrollArea, QWizard
from pytestqt.qtbot import QtBot

from tests.gui.first_pages import (
    CONNECTED,
    NOW,
    Desk,
    cut_texts,
    letters,
    shown_in,
    spoken_names,
    usual_board,
)
from tripletex_wizard.domain.draft import Page
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.gui.board.row import RowView
from tripletex_wizard.gui.board_texts import prerequisite_name
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

START_VALUE = "Startverdien er 100000"
WHY_NOT = "Hvorfor ikke Mystore?"
VAT_FITS = BoardRow(
    Prerequisite.VAT, CheckStatus.OK, Finding.VAT_CODES_ACTIVE, {"rates": "25; 15; 0"}
)
OTHER_SEEN = BoardRow(
    Prerequisite.OTHER_CONNECTOR,
    CheckStatus.SHOULD_CHECK,
    Finding.OTHER_CONNECTOR_SEEN,
    {"count": 3, "example": "10433"},
)


@pytest.fixture
def desk(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Desk:
    return Desk(qtbot, runner, view_settings, theme)


@pytest.fixture
def checked(desk: Desk) -> Desk:
    """The page with the usual board on it."""
    return desk.open(CONNECTED).until_idle()


def row(desk: Desk, prerequisite: Prerequisite) -> RowView:
    return next(each for each in desk.shown(RowView) if each.prerequisite is prerequisite)


def again(desk: Desk, prerequisite: Prerequisite) -> None:
    desk.click(f"Kontroller igjen: {prerequisite_name(prerequisite)}")


def is_next_open(desk: Desk) -> bool:
    return desk.wizard.button(QWizard.WizardButton.NextButton).isEnabled()


# what is shown


def test_every_prerequisite_has_a_row_with_status_and_what_was_found(checked: Desk) -> None:
    assert [each.prerequisite for each in checked.shown(RowView)] == list(Prerequisite)
    assert all(each.status_text and each.found_text for each in checked.shown(RowView))


@pytest.mark.parametrize(
    ("prerequisite", "status", "found"),
    [
        (Prerequisite.COMPANY, "OK", "Koblet til Fjord Garn AS, 999888771."),
        (Prerequisite.VAT, "Må rettes", "11,11"),
        (Prerequisite.CUSTOMER_NUMBERS, "Bør sjekkes", "Høyeste kundenummer: 10412."),
        (Prerequisite.ROUNDING, "Kunne ikke kontrolleres", "runder av til hele kroner"),
    ],
)
def test_a_row_says_how_it_stands(
    checked: Desk, prerequisite: Prerequisite, status: str, found: str
) -> None:
    shown = row(checked, prerequisite)
    assert shown.status_text == status
    assert found in shown.found_text


@pytest.mark.parametrize(
    "path",
    [
        "Faktura › Innstillinger › Betalingstyper",
        "Regnskap › Innstillinger › Mva-innstillinger",
        "Kunde › Kunde-innstillinger",
        "Faktura › Innstillinger › Fakturainnstillinger",
    ],
)
def test_the_exact_path_in_tripletex_is_named(checked: Desk, path: str) -> None:
    assert path in checked.texts


def test_rows_appear_one_at_a_time_as_they_are_answered(desk: Desk) -> None:
    desk.answers.held_at = Prerequisite.VAT
    desk.answers.may_answer.clear()
    desk.open(CONNECTED)
    desk.qtbot.waitUntil(lambda: row(desk, Prerequisite.PAYMENT_TYPES).status_text == "OK")
    assert row(desk, Prerequisite.VAT).status_text == ""
    assert row(desk, Prerequisite.VAT).found_text == "Kontrollerer …"
    assert not is_next_open(desk)
    desk.answers.may_answer.set()
    desk.until_idle()
    assert row(desk, Prerequisite.VAT).status_text == "Må rettes"


# «Må rettes» alone closes Next


def test_next_is_closed_until_what_must_be_corrected_is_checked_again(checked: Desk) -> None:
    before = is_next_open(checked)
    checked.answers.board = {**usual_board(), Prerequisite.VAT: VAT_FITS}
    again(checked, Prerequisite.VAT)
    checked.until_idle()
    assert (before, is_next_open(checked)) == (False, True)
    assert row(checked, Prerequisite.VAT).status_text == "OK"


def test_again_on_a_row_asks_for_that_row_alone(checked: Desk) -> None:
    checked.answers.asked.clear()
    again(checked, Prerequisite.ROUNDING)
    checked.until_idle()
    assert checked.answers.asked == [Prerequisite.ROUNDING]


def test_a_row_without_a_problem_can_be_checked_again_too(checked: Desk) -> None:
    checked.answers.asked.clear()
    again(checked, Prerequisite.BANK_ACCOUNT)
    checked.until_idle()
    assert checked.answers.asked == [Prerequisite.BANK_ACCOUNT]


def test_what_stood_on_a_row_stays_while_it_is_checked_again(checked: Desk) -> None:
    checked.answers.may_answer.clear()
    again(checked, Prerequisite.VAT)
    shown = row(checked, Prerequisite.VAT)
    assert (shown.status_text, "11,11" in shown.found_text) == ("", True)
    checked.answers.may_answer.set()
    checked.until_idle()


def test_everything_is_checked_anew_and_the_time_is_shown(checked: Desk) -> None:
    assert "Sist kontrollert i dag 10:42" in checked.texts
    checked.answers.asked.clear()
    checked.click("Kontroller alt på nytt")
    checked.until_idle()
    assert checked.answers.asked == list(Prerequisite)


def test_the_day_of_an_older_check_is_shown(desk: Desk) -> None:
    board = tuple(usual_board().values())
    desk.open(replace(CONNECTED, board=board, board_checked_at=NOW - timedelta(days=3)))
    assert "Sist kontrollert 20.11.2026 10:42" in desk.texts
    assert desk.answers.asked == []


def test_enter_goes_on_when_nothing_must_be_corrected(desk: Desk) -> None:
    desk.answers.board = {**usual_board(), Prerequisite.VAT: VAT_FITS}
    desk.open(CONNECTED).until_idle()
    desk.press(Qt.Key.Key_Return)
    assert desk.page is Page.MAPPING


def test_a_board_that_cannot_be_made_says_why_and_is_tried_again(desk: Desk) -> None:
    desk.answers.board = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.open(CONNECTED).until_idle()
    assert desk.status("Fikk ikke svar fra tripletex.no")
    assert row(desk, Prerequisite.VAT).found_text == "Ikke kontrollert ennå."
    desk.answers.board = usual_board()
    desk.click("Prøv igjen")
    desk.until_idle()
    assert row(desk, Prerequisite.VAT).status_text == "Må rettes"


# customer numbers


def test_the_start_value_is_confirmed_on_its_row_and_can_be_taken_back(checked: Desk) -> None:
    checked.click(START_VALUE)
    confirmed = row(checked, Prerequisite.CUSTOMER_NUMBERS).status_text
    assert checked.draft.customer_numbers_confirmed
    checked.click(START_VALUE)
    assert (confirmed, checked.draft.customer_numbers_confirmed) == ("OK", False)
    assert row(checked, Prerequisite.CUSTOMER_NUMBERS).status_text == "Bør sjekkes"


def test_the_start_value_is_not_asked_for_before_the_numbers_are_read(desk: Desk) -> None:
    desk.answers.may_answer.clear()
    desk.open(CONNECTED)
    assert desk.shown(QCheckBox) == []
    desk.answers.may_answer.set()
    desk.until_idle()
    assert [each.text().replace("&", "") for each in desk.shown(QCheckBox)] == [START_VALUE]


# invoice numbers


def test_why_mystore_cannot_decide_unfolds_with_the_two_series(checked: Desk) -> None:
    before = checked.texts
    checked.click(WHY_NOT)
    for said in (
        "starter som standard på 6000",
        "50000 under Regnskap › Regnskaps-innstillinger › Bilagstyper / nummerserier",
        "Tripletex tar ikke imot et nummer utenfra når en ordre faktureres.",
        "foreslår Tripletex siden numre som alt er brukt",
    ):
        assert said in checked.texts
        assert said not in before


def test_mystore_decides_cannot_be_chosen(checked: Desk) -> None:
    checked.click(WHY_NOT)
    (choice,) = checked.shown(QRadioButton)
    assert not choice.isEnabled()
    assert "Mystore bestemmer" in choice.text()


def test_the_explanation_folds_again(checked: Desk) -> None:
    checked.click(WHY_NOT)
    checked.click(WHY_NOT)
    assert checked.shown(QRadioButton) == []


# another connector


def test_another_connector_is_asked_about_and_does_not_close_next(desk: Desk) -> None:
    desk.answers.board = {
        **usual_board(),
        Prerequisite.VAT: VAT_FITS,
        Prerequisite.OTHER_CONNECTOR: OTHER_SEEN,
    }
    desk.open(CONNECTED).until_idle()
    assert "Er den andre overføringen slått av nå?" in desk.texts
    desk.click("Ja")
    assert "Er den andre overføringen slått av nå?" not in desk.texts
    assert "Du har svart at den andre overføringen er av." in desk.texts
    assert is_next_open(desk)


def test_a_transfer_that_is_still_on_leads_back_to_its_tick_on_step_1(desk: Desk) -> None:
    desk.answers.board = {**usual_board(), Prerequisite.OTHER_CONNECTOR: OTHER_SEEN}
    desk.open(CONNECTED).until_idle()
    desk.click("Nei")
    assert desk.page is Page.START
    assert not desk.draft.other_transfer_off


def test_nothing_is_asked_when_no_other_connector_was_seen(checked: Desk) -> None:
    assert "Er den andre overføringen slått av nå?" not in checked.texts


# looks


@pytest.mark.parametrize(
    ("language", "size"),
    [
        ("nb", (1080, 720)),
        ("en", (1080, 720)),
        ("nb", (1280, 800)),
        ("en", (1280, 800)),
        ("stretched", (1280, 800)),
    ],
)
def test_no_text_is_cut_and_the_page_itself_never_scrolls(
    desk: Desk, qapp: QApplication, language: str, size: tuple[int, int]
) -> None:
    desk.answers.board = {**usual_board(), Prerequisite.OTHER_CONNECTOR: OTHER_SEEN}
    with shown_in(language, qapp):
        desk.open(CONNECTED, size=size).until_idle()
        desk.qtbot.waitUntil(lambda: cut_texts(desk) == [])
        outer, board = desk.shown(QScrollArea)
        scrolled = [each.horizontalScrollBar().maximum() for each in (outer, board)]
        assert [outer.verticalScrollBar().maximum(), *scrolled] == [0, 0, 0]


def test_tab_goes_down_the_board_as_the_eye_reads(checked: Desk) -> None:
    first = row(checked, Prerequisite.BANK_ACCOUNT)
    first.again.setFocus()
    passed = []
    for _ in range(6):
        focused = checked.wizard.focusWidget()
        passed.append(str(focused.property("text")) or focused.accessibleName())
        checked.press(Qt.Key.Key_Tab)
    assert [text.replace("&", "") for text in passed] == [
        "Kontroller igjen: Bankkonto for faktura",
        "Kontroller igjen: Avdeling",
        START_VALUE,
        "Kontroller igjen",
        WHY_NOT,
        "Kontroller igjen: Fakturanummer",
    ]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_letter_leads_to_one_place_and_every_control_has_a_name(
    desk: Desk, qapp: QApplication, language: str
) -> None:
    desk.answers.board = {**usual_board(), Prerequisite.OTHER_CONNECTOR: OTHER_SEEN}
    with shown_in(language, qapp):
        desk.open(CONNECTED).until_idle()
        found, names = letters(desk), spoken_names(desk)
    assert len(found) == len(set(found)) >= 6
    assert all(names)
    assert len(names) == len(set(names))


def test_the_board_follows_the_language(checked: Desk, qapp: QApplication) -> None:
    with shown_in("en", qapp):
        checked.qtbot.waitUntil(lambda: row(checked, Prerequisite.VAT).status_text != "Må rettes")
        assert row(checked, Prerequisite.VAT).status_text == "Must be corrected"
        assert "Last checked today 10:42" in checked.texts
