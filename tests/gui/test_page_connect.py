from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollArea, QWizard
from pytestqt.qtbot import QtBot

from tests.gui.first_pages import (
    CLIENT,
    COMPANY,
    CONNECTED,
    SHOP,
    STARTED,
    TYPED,
    Desk,
    cut_texts,
    letters,
    shown_in,
    spoken_names,
)
from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    CredentialsRejected,
    InputError,
    KeyringUnavailable,
    PermissionMissing,
    Problem,
    RemoteUnavailable,
)
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import LinkButton
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

CONSUMER = "consumer token til Tripletex"
EMPLOYEE = "employee token til Tripletex"
MYSTORE = "token til Mystore"
PRACTICE = replace(STARTED, environment=Environment.PRACTICE)
CHANGED = replace(CONNECTED, profile_name="Fjord Garn AS")


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


def paste_all(desk: Desk) -> None:
    desk.paste(CONSUMER, "consumer-1")
    desk.paste(EMPLOYEE, "employee-1")
    desk.paste(MYSTORE, "mystore-1")


def check_tripletex(desk: Desk) -> None:
    desk.click("Kontroller Tripletex")
    desk.until_idle()


def check_mystore(desk: Desk) -> None:
    desk.click("Kontroller Mystore")
    desk.until_idle()


def check_both(desk: Desk) -> None:
    """In any language."""
    for check in (LiveCheck.TRIPLETEX, LiveCheck.MYSTORE):
        desk.controller.start(check)
    desk.until_idle()


def begin_token(desk: Desk, draft: SetupDraft, name: str) -> None:
    """Stand in the field of a token; one that is kept is asked to be replaced."""
    if draft.environment is Environment.PRACTICE:
        names = ("consumer", "employee", "mystore")
        desk.practice_tokens = {each: Secret(f"{each}-1") for each in names}
    desk.open(draft).wizard.go_to(Page.CONNECT)
    if draft.consumer:
        desk.click(f"Bytt {name}")
    desk.line(name).setFocus()


def typed_tokens(desk: Desk) -> dict[str, str]:
    lines = [each for each in desk.shown(QLineEdit) if each.text()]
    return {each.accessibleName(): each.text() for each in lines}


# paste and check


def test_pasted_tokens_are_checked_and_named_by_what_they_open(desk: Desk) -> None:
    desk.open(STARTED)
    paste_all(desk)
    check_tripletex(desk)
    check_mystore(desk)
    assert "Koblet til Fjord Garn AS (999888771)" in desk.texts
    assert "Koblet til fjordgarn. Tokenet utløper 20.11.2036." in desk.texts
    assert desk.wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_the_blanks_and_line_breaks_of_a_paste_are_not_part_of_the_token(desk: Desk) -> None:
    desk.open(STARTED)
    desk.paste(CONSUMER, "  eyJ0b2tl\nbklkIjox \n")
    assert desk.draft.consumer
    assert desk.draft.consumer.reveal() == "eyJ0b2tlbklkIjox"


def test_in_practice_one_button_pastes_and_checks_every_token(desk: Desk) -> None:
    names = ("consumer", "employee", "mystore")
    desk.practice_tokens = {name: Secret(f"{name}-1") for name in names}
    desk.open(STARTED)
    desk.click("Bruk øvelsesnøklene")
    desk.until_idle()
    draft = desk.draft
    assert [draft.consumer, draft.employee, draft.mystore] == list(desk.practice_tokens.values())
    assert "Koblet til Fjord Garn AS (999888771)" in desk.texts
    assert "Koblet til fjordgarn." in desk.texts
    assert "Bruk øvelsesnøklene" not in desk.texts


def test_outside_practice_no_token_is_given(desk: Desk) -> None:
    assert "Bruk øvelsesnøklene" not in desk.open(STARTED).texts


def test_the_page_is_done_by_keyboard_alone(desk: Desk) -> None:
    desk.open(STARTED)
    QApplication.clipboard().setText("token-1")
    for letter in (Qt.Key.Key_O, Qt.Key.Key_E, Qt.Key.Key_M):
        desk.press(letter, Qt.KeyboardModifier.AltModifier)
        desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.page is Page.PREREQUISITES)
    desk.until_idle()


def test_enter_in_a_field_checks_before_everything_is_typed(desk: Desk) -> None:
    desk.open(STARTED)
    desk.paste(CONSUMER, "consumer-1")
    desk.paste(EMPLOYEE, "employee-1")
    desk.press(Qt.Key.Key_Return)
    desk.until_idle()
    assert desk.draft.tripletex is not None
    assert desk.page is Page.CONNECT


@pytest.mark.parametrize("name", [CONSUMER, EMPLOYEE, MYSTORE])
@pytest.mark.parametrize("draft", [STARTED, PRACTICE, CONNECTED, CHANGED])
def test_the_focus_stays_in_the_token_that_is_typed(
    desk: Desk, draft: SetupDraft, name: str
) -> None:
    begin_token(desk, draft, name)
    for letter in "xyz":
        desk.qtbot.keyClicks(desk.wizard.focusWidget(), letter)
    assert desk.line(name).hasFocus()
    assert typed_tokens(desk) == {name: "xyz"}


@pytest.mark.parametrize("name", [CONSUMER, EMPLOYEE, MYSTORE])
@pytest.mark.parametrize("draft", [STARTED, PRACTICE, CONNECTED, CHANGED])
def test_a_token_in_two_pastes_is_in_one_field(desk: Desk, draft: SetupDraft, name: str) -> None:
    begin_token(desk, draft, name)
    for part in ("first", "second"):
        QApplication.clipboard().setText(part)
        desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert typed_tokens(desk) == {name: "firstsecond"}


def test_a_field_is_still_being_replaced_when_another_answer_comes(desk: Desk) -> None:
    desk.open(TYPED)
    desk.answers.may_answer.clear()
    desk.click("Kontroller Mystore")
    desk.click(f"Bytt {EMPLOYEE}")
    desk.answers.may_answer.set()
    desk.until_idle()
    assert desk.line(EMPLOYEE).hasFocus()


def test_a_check_under_way_says_so_until_its_answer_comes(desk: Desk) -> None:
    desk.open(STARTED)
    paste_all(desk)
    desk.answers.may_answer.clear()
    desk.click("Kontroller Mystore")
    assert desk.status("Kontrollerer …").is_running
    desk.answers.may_answer.set()
    desk.until_idle()
    assert "Kontrollerer …" not in desk.texts


def test_an_answer_to_what_is_no_longer_typed_is_not_shown(desk: Desk) -> None:
    desk.open(STARTED)
    paste_all(desk)
    desk.answers.may_answer.clear()
    desk.click("Kontroller Mystore")
    desk.paste(MYSTORE, "mystore-2")
    desk.answers.may_answer.set()
    desk.until_idle()
    assert "Koblet til" not in desk.texts
    assert desk.draft.shop is None


@pytest.mark.parametrize(
    ("typed", "button"),
    [((CONSUMER,), "Kontroller Tripletex"), ((CONSUMER, EMPLOYEE), "Kontroller Mystore")],
)
def test_nothing_can_be_checked_before_it_is_typed(
    desk: Desk, typed: tuple[str, ...], button: str
) -> None:
    desk.open(STARTED)
    for name in typed:
        desk.paste(name, "token-1")
    assert not desk.button(button).isEnabled()


# what is wrong is told apart


@pytest.mark.parametrize(
    ("error", "text", "link"),
    [
        (
            CredentialsRejected(Code.CONSUMER_TOKEN_REJECTED),
            "Tripletex avviste consumer token",
            "Åpne Tripletex",
        ),
        (
            CredentialsRejected(Code.EMPLOYEE_TOKEN_REJECTED),
            "Ansatt › API-tilgang › Ny nøkkel",
            "Åpne Tripletex",
        ),
        (
            PermissionMissing(Code.PERMISSION_MISSING, path="/invoice"),
            "/invoice",
            "Åpne Tripletex",
        ),
        (
            CredentialsRejected(Code.WRONG_ENVIRONMENT, environment="test"),
            "testmiljø",
            "Endre miljø i steg 1",
        ),
        (
            RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"),
            "Fikk ikke svar fra tripletex.no",
            "Prøv igjen",
        ),
    ],
)
def test_each_problem_of_tripletex_has_its_own_words_and_one_remedy(
    desk: Desk, error: AppError, text: str, link: str
) -> None:
    desk.open(TYPED)
    desk.answers.tripletex = error
    check_tripletex(desk)
    shown = desk.status(text)
    assert [each.text() for each in shown.findChildren(LinkButton)] == [link]
    assert desk.draft.tripletex is None


@pytest.mark.parametrize(
    ("error", "text", "link"),
    [
        (
            CredentialsRejected(Code.SHOP_TOKEN_REJECTED),
            "Mystore avviste",
            "Åpne auth.mystore.no",
        ),
        (
            InputError(Code.SHOP_TOKEN_NOT_A_TOKEN),
            "er ikke",
            "Åpne auth.mystore.no",
        ),
        (
            PermissionMissing(Code.SHOP_PERMISSION_MISSING, permission="read:orders"),
            "read:orders",
            "Åpne auth.mystore.no",
        ),
        (
            RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no"),
            "Fikk ikke svar fra api.mystore.no",
            "Prøv igjen",
        ),
    ],
)
def test_each_problem_of_mystore_has_its_own_words_and_one_remedy(
    desk: Desk, error: AppError, text: str, link: str
) -> None:
    desk.open(TYPED)
    desk.answers.shop = error
    check_mystore(desk)
    shown = desk.status(text)
    assert [each.text() for each in shown.findChildren(LinkButton)] == [link]
    assert desk.draft.shop is None


def test_a_locked_keyring_is_told_apart_from_a_wrong_token(desk: Desk) -> None:
    desk.answers.unfinished.failure = KeyringUnavailable(Code.KEYRING_LOCKED)
    desk.open(TYPED)
    check_tripletex(desk)
    assert desk.status("Nøkkelringen er låst")
    assert desk.link("Prøv igjen")
    assert desk.draft.tripletex is None


@pytest.mark.parametrize(
    ("code", "field", "following"),
    [
        (Code.CONSUMER_TOKEN_REJECTED, CONSUMER, EMPLOYEE),
        (Code.EMPLOYEE_TOKEN_REJECTED, EMPLOYEE, None),
    ],
)
def test_a_problem_stands_under_the_field_that_it_concerns(
    desk: Desk, code: Code, field: str, following: str | None
) -> None:
    desk.open(STARTED)
    paste_all(desk)
    desk.answers.tripletex = CredentialsRejected(code)
    check_tripletex(desk)
    below = desk.line(following) if following else desk.button("Kontroller Tripletex")
    desk.qtbot.waitUntil(
        lambda: (
            desk.top_of(desk.line(field))
            < desk.top_of(desk.status("Tripletex avviste"))
            < desk.top_of(below)
        )
    )


@pytest.mark.parametrize("code", [Code.CONSUMER_TOKEN_REJECTED, Code.EMPLOYEE_TOKEN_REJECTED])
def test_a_remedy_does_not_lead_to_the_step_that_it_stands_in(desk: Desk, code: Code) -> None:
    desk.open(TYPED)
    desk.answers.tripletex = CredentialsRejected(code)
    check_tripletex(desk)
    assert "steg 2" not in desk.status("Tripletex avviste").text
    assert "lim" in desk.status("Tripletex avviste").text.lower()


def test_try_again_repeats_the_check(desk: Desk) -> None:
    desk.open(TYPED)
    desk.answers.tripletex = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    check_tripletex(desk)
    desk.answers.tripletex = CONNECTED.tripletex or desk.answers.tripletex
    desk.click("Prøv igjen")
    desk.until_idle()
    assert "Koblet til Fjord Garn AS" in desk.texts


def test_a_wrong_environment_leads_back_to_step_1(desk: Desk) -> None:
    desk.open(TYPED)
    desk.answers.tripletex = CredentialsRejected(Code.WRONG_ENVIRONMENT, environment="production")
    check_tripletex(desk)
    desk.click("Endre miljø i steg 1")
    assert desk.page is Page.START


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        (Environment.PRODUCTION, "https://tripletex.no"),
        (Environment.TEST, "https://api-test.tripletex.tech"),
    ],
)
def test_a_key_is_mended_in_the_tripletex_of_the_environment(
    desk: Desk, opened: list[str], environment: Environment, address: str
) -> None:
    desk.open(replace(TYPED, environment=environment))
    desk.answers.tripletex = CredentialsRejected(Code.EMPLOYEE_TOKEN_REJECTED)
    check_tripletex(desk)
    desk.click("Åpne Tripletex")
    assert opened == [address]
    assert desk.answers.asked == ["tripletex"]


def test_a_practice_key_is_made_on_no_web_page(desk: Desk) -> None:
    desk.open(replace(TYPED, environment=Environment.PRACTICE))
    desk.answers.tripletex = CredentialsRejected(Code.EMPLOYEE_TOKEN_REJECTED)
    check_tripletex(desk)
    assert desk.link("Prøv igjen")


# tokens in the keyring


def test_a_checked_token_is_in_the_keyring_and_no_longer_in_the_window(desk: Desk) -> None:
    desk.open(STARTED)
    paste_all(desk)
    check_tripletex(desk)
    check_mystore(desk)
    assert desk.texts.count("Lagret i nøkkelringen") == 3
    assert [each.text() for each in desk.wizard.findChildren(QLineEdit) if each.text()] == []
    assert desk.answers.unfinished.tokens == {"consumer", "employee", "mystore"}


def test_a_token_that_was_stored_before_is_never_put_into_the_window(desk: Desk) -> None:
    desk.open(TYPED)
    assert desk.texts.count("Lagret i nøkkelringen") == 3
    assert [each.text() for each in desk.wizard.findChildren(QLineEdit) if each.text()] == []


def test_replacing_a_token_takes_away_what_the_old_one_opened(desk: Desk) -> None:
    desk.open(CONNECTED)
    desk.wizard.go_to(Page.CONNECT)
    desk.click(f"Bytt {EMPLOYEE}")
    desk.paste(EMPLOYEE, "employee-2")
    assert desk.draft.employee
    assert (desk.draft.employee.reveal(), desk.draft.tripletex) == ("employee-2", None)
    assert "Koblet til Fjord Garn AS" not in desk.texts
    assert "Koblet til fjordgarn" in desk.texts


def test_a_replacement_that_is_not_typed_leaves_the_stored_token(desk: Desk) -> None:
    desk.open(CONNECTED)
    desk.wizard.go_to(Page.CONNECT)
    desk.click(f"Bytt {EMPLOYEE}")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    assert (desk.draft.employee, desk.draft.tripletex) == (TYPED.employee, CONNECTED.tripletex)
    assert desk.texts.count("Lagret i nøkkelringen") == 3


def test_a_token_is_hidden_until_it_is_asked_for(desk: Desk) -> None:
    desk.open(STARTED)
    desk.paste(MYSTORE, "mystore-1")
    assert desk.line(MYSTORE).displayText() == "●" * len("mystore-1")
    desk.click(f"Vis {MYSTORE}")
    assert desk.line(MYSTORE).displayText() == "mystore-1"


def test_why_a_kept_token_could_not_be_read_is_said(desk: Desk) -> None:
    desk.open(STARTED)
    desk.controller.note = Problem(Code.KEYRING_LOCKED)
    desk.controller.tell()
    assert "Nøkkelringen er låst" in desk.texts


def test_once_the_tokens_are_kept_the_keyring_is_no_longer_said_to_be_locked(desk: Desk) -> None:
    desk.open(TYPED)
    desk.controller.note = Problem(Code.KEYRING_LOCKED)
    check_both(desk)
    assert "Nøkkelringen er låst" not in desk.texts


# what the tokens open


def test_an_accountant_chooses_the_client_and_is_connected_to_that_company(desk: Desk) -> None:
    desk.answers.clients = (COMPANY, CLIENT)
    desk.open(TYPED)
    check_tripletex(desk)
    assert "Velg klientselskap." in desk.texts
    (clients,) = desk.shown(QComboBox)
    clients.setFocus()
    desk.qtbot.keyClicks(clients, "Strikk")
    desk.until_idle()
    assert desk.draft.company == CLIENT
    assert "Koblet til Strikk og Tråd AS (999888772)" in desk.texts


def test_an_ordinary_token_has_no_client_to_choose(desk: Desk) -> None:
    desk.open(TYPED)
    check_tripletex(desk)
    assert desk.shown(QComboBox) == []


def test_permissions_that_the_token_lacks_are_named(desk: Desk) -> None:
    desk.answers.shop = replace(SHOP, expires=None, missing=("read:settings", "read:payment"))
    desk.open(TYPED)
    check_mystore(desk)
    assert desk.status("Det mangler tilganger: read:settings, read:payment.")
    assert "utløper" not in desk.texts


# tokens alone


def test_only_a_profile_that_is_changed_can_save_its_keys_alone(desk: Desk) -> None:
    desk.open(CONNECTED)
    desk.wizard.go_to(Page.CONNECT)
    assert "Lagre bare nøklene" not in desk.texts


def test_keys_alone_are_saved_once_they_are_checked_and_a_refusal_is_shown(desk: Desk) -> None:
    desk.open(replace(TYPED, profile_name="Fjord Garn"))
    assert not desk.button("Lagre bare nøklene").isEnabled()
    check_tripletex(desk)
    check_mystore(desk)
    desk.answers.tripletex = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.click("Lagre bare nøklene")
    desk.until_idle()
    assert desk.answers.asked[-1] == "replace tokens"
    assert desk.status("Fikk ikke svar fra tripletex.no")


# looks


@pytest.mark.parametrize("size", [(1080, 720), (1280, 800)])
@pytest.mark.parametrize("language", ["nb", "en", "stretched"])
def test_nothing_is_cut_and_nothing_scrolls(
    desk: Desk, qapp: QApplication, language: str, size: tuple[int, int]
) -> None:
    desk.answers.tripletex = CredentialsRejected(Code.EMPLOYEE_TOKEN_REJECTED)
    desk.answers.shop = CredentialsRejected(Code.SHOP_TOKEN_REJECTED)
    with shown_in(language, qapp):
        desk.open(TYPED, size=size)
        check_both(desk)
        desk.qtbot.waitUntil(lambda: cut_texts(desk) == [])
        (area,) = desk.shown(QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0
        assert language == "stretched" or area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_letter_leads_to_one_place_and_every_control_has_a_name(
    desk: Desk, qapp: QApplication, language: str
) -> None:
    desk.answers.clients = (COMPANY, CLIENT)
    with shown_in(language, qapp):
        desk.open(replace(TYPED, profile_name="Fjord Garn"))
        check_both(desk)
        found, names = letters(desk), spoken_names(desk)
    assert len(found) == len(set(found)) >= 7
    assert all(names)
    assert len(names) == len(set(names))
