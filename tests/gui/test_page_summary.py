from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWizard
from pytestqt.qtbot import QtBot

from tests.gui.last_pages import (
    LastPages,
    cut_texts,
    has_scroll_bar,
    letters,
    ready_for,
    spoken_names,
)
from tests.gui.text_room import Stretched, labels_of
from tests.orders.building import COMPANY, an_order
from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.errors import Code, InputError
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.prerequisites import CheckStatus, Prerequisite
from tripletex_wizard.domain.transfer_choices import transferred_as
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.pages.summary import DocumentDesk

BY, SAVE = "Bekreftet av", "Lagre som PDF …"
SUMMARY = ready_for(Page.SUMMARY)


@pytest.fixture
def pages(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> LastPages:
    return LastPages(qtbot, runner, view_settings, theme)


@pytest.fixture
def language(
    request: pytest.FixtureRequest, pages: LastPages, qapp: QApplication
) -> Iterator[None]:
    pages.open(SUMMARY)
    translator = Stretched()
    if request.param == "stretched":
        qapp.installTranslator(translator)
    else:
        install_language(request.param, qapp)
    QApplication.processEvents()
    yield
    qapp.removeTranslator(translator)


def finish_button(pages: LastPages) -> QPushButton:
    button = pages.wizard.button(QWizard.WizardButton.FinishButton)
    assert isinstance(button, QPushButton)
    return button


def sign(pages: LastPages, name: str = "Rune Revisor") -> None:
    pages.type_into(BY, name)


def save_as(pages: LastPages, path: Path) -> None:
    """Put a place into the file dialog, and press Enter."""
    pages.click(SAVE)
    pages.qtbot.waitUntil(lambda: bool(pages.wizard.current.findChildren(QFileDialog)))
    (dialog,) = pages.wizard.current.findChildren(QFileDialog)
    (line,) = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
    line.setText(str(path))  # typed, Qt would propose names in a list of its own
    with pages.qtbot.waitSignal(dialog.destroyed):
        pages.qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    "text",
    [
        "Fjord Garn AS (314159268) · fjord-garn · øvelse",
        "OK: 13 · Bør sjekkes: Kundenummer · Kunne ikke kontrolleres: Avrunding av faktura",
        "Avrunding av faktura · 23.11.2026 10:42",
        "Bekreftet av Kari Nordmann, 23.11.2026 kl. 10:42",
        "Ordrer med status Sendt, fullført fra og med 23.11.2026 · Forfall 14 dager",
        "Ordre 10457: Klar · 730,00\N{NO-BREAK SPACE}kr · ikke bokført",
        "Jeg har gått gjennom oppsettet over. Det er grunnlaget for føringen fra 23.11.2026.",
    ],
)
def test_the_set_up_stands_in_short_on_one_page(pages: LastPages, text: str) -> None:
    assert text in pages.open(SUMMARY).texts


def test_all_that_is_not_well_in_tripletex_is_named(pages: LastPages) -> None:
    board = tuple(
        replace(row, status=CheckStatus.SHOULD_CHECK)
        if row.prerequisite in (Prerequisite.PERIODS, Prerequisite.ROUNDING)
        else row
        for row in SUMMARY.board
    )
    pages.open(replace(SUMMARY, board=board))
    assert (
        "OK: 12 · Bør sjekkes: Kundenummer, Regnskapsperiode, Avrunding av faktura · "
        "23.11.2026 10:42"
    ) in pages.texts


def test_every_payment_method_has_its_row(pages: LastPages) -> None:
    pages.open(transferred_as(SUMMARY, "invoice", TransferAs.ORDER), (1280, 800))
    pages.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    pages.qtbot.waitUntil(lambda: pages.page is Page.SUMMARY)
    pages.until_idle()
    (table,) = pages.shown(FigureTable)
    cells = labels_of(table)
    rows = [cells[start : start + 4] for start in range(4, len(cells), 4)]
    assert rows[0] == ["Vipps", "Vipps (1902)", "Faktura", "Nei"]
    assert rows[4] == ["Faktura vedlagt", "Ikke marker faktura som betalt", "Ordre", "Ja"]
    assert rows[5] == ["Kontant i kassen", "Overføres ikke", "", ""]


@pytest.mark.parametrize(
    ("search", "keep", "said"),
    [(True, False, "Søk etter kunde"), (False, True, "Ikke oppdater kunde")],
)
def test_how_customers_are_found_is_told(
    pages: LastPages, search: bool, keep: bool, said: str
) -> None:
    assert SUMMARY.rules is not None
    rules = replace(SUMMARY.rules, search_customer=search, keep_customer=keep)
    draft = replace(SUMMARY, rules=rules)
    assert said in pages.open(replace(draft, trial_seen=draft.trial_inputs)).texts


@pytest.mark.parametrize(
    ("write_back", "said"),
    [(False, "Skriver ikke til Mystore"), (True, "Skriver ordrestatus til Mystore")],
)
def test_whether_anything_is_written_to_mystore_is_told(
    pages: LastPages, write_back: bool, said: str
) -> None:
    assert SUMMARY.rules is not None
    draft = replace(SUMMARY, rules=replace(SUMMARY.rules, write_back=write_back))
    assert said in pages.open(replace(draft, trial_seen=draft.trial_inputs)).texts


def test_a_set_up_without_any_order_to_try_says_so(pages: LastPages) -> None:
    pages.world.shop.orders = []
    untried = replace(SUMMARY, trial_seen="", untried=SUMMARY.trial_inputs)
    assert "Ingen ordre er prøvd" in pages.open(untried).texts


def test_an_order_that_has_grown_too_old_was_still_seen(pages: LastPages) -> None:
    pages.world.shop.orders = []
    assert "Sett tidligere" in pages.open(SUMMARY).texts


def test_an_order_that_was_stopped_is_told(pages: LastPages) -> None:
    pages.world.shop.orders = [an_order(method="unknown")]
    assert "Ordre 10457: Stoppet · ikke bokført" in pages.open(SUMMARY).texts


def test_an_order_that_was_booked_is_told_with_its_invoice(pages: LastPages) -> None:
    pages.open(SUMMARY)
    pages.controller.book_trial()
    pages.until_idle()
    assert "10457 · Overført · Faktura 10201" in pages.texts


def test_a_trial_that_cannot_be_read_again_was_still_seen(pages: LastPages) -> None:
    pages.world.shop.failure = InputError(Code.ORDER_NOT_FOUND, order="1")
    assert "Sett tidligere" in pages.open(SUMMARY).texts


def test_finish_is_closed_until_somebody_has_signed(pages: LastPages) -> None:
    pages.open(SUMMARY)
    assert not finish_button(pages).isEnabled()
    assert pages.wizard.reason == "Du kan fullføre når navnet er fylt ut."
    sign(pages, "  Rune Revisor ")
    assert pages.draft.signed_by == "Rune Revisor"
    assert finish_button(pages).isEnabled()
    line = pages.named(QLineEdit, BY)
    line.selectAll()
    pages.press(Qt.Key.Key_Backspace)
    assert not finish_button(pages).isEnabled()


def test_finish_by_keyboard_stores_keys_and_set_up_and_closes_the_wizard(
    pages: LastPages,
) -> None:
    pages.open(SUMMARY)
    sign(pages)
    pages.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    pages.qtbot.waitUntil(lambda: not pages.wizard.isVisible())
    profile = pages.world.settings.profiles[COMPANY.name]
    assert profile.rules == SUMMARY.rules
    assert profile.mapping.confirmed_by == "Kari Nordmann"
    assert pages.world.keyring.tokens(profile.secret_name).keys() == {
        *("consumer", "employee", "mystore"),
    }


def test_it_is_told_that_the_set_up_is_being_stored(pages: LastPages) -> None:
    pages.open(SUMMARY)
    sign(pages)
    finish_button(pages).click()
    assert "Lagrer oppsettet …" in pages.texts
    assert not finish_button(pages).isEnabled()
    assert not pages.named(QLineEdit, BY).isEnabled()
    pages.until_idle()


@pytest.mark.parametrize(
    ("cause", "told"), [("keyring", "nøkkelring"), ("settings", "settings.json")]
)
def test_why_nothing_was_stored_is_told_and_finish_can_be_pressed_again(
    pages: LastPages, cause: str, told: str
) -> None:
    pages.open(SUMMARY)
    sign(pages)
    pages.world.keyring.locked = cause == "keyring"
    pages.world.settings.full = cause == "settings"
    before = pages.texts.count(told)
    finish_button(pages).click()
    pages.until_idle()
    assert pages.wizard.isVisible()
    assert pages.texts.count(told) > before
    assert pages.world.settings.profiles == {}
    assert pages.world.keyring.stored == {}
    pages.world.keyring.locked = pages.world.settings.full = False
    finish_button(pages).click()
    pages.qtbot.waitUntil(lambda: not pages.wizard.isVisible())
    assert list(pages.world.settings.profiles) == [COMPANY.name]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_confirmation_is_saved_where_the_user_wants_it(
    pages: LastPages, tmp_path: Path
) -> None:
    pages.open(SUMMARY)
    sign(pages)
    save_as(pages, tmp_path / "oppsett")
    content = pages.written[tmp_path / "oppsett.pdf"]
    assert content.startswith(b"%PDF-")
    assert "Lagret som oppsett.pdf" in pages.texts


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_file_has_a_name_that_every_computer_accepts(pages: LastPages) -> None:
    assert SUMMARY.tripletex is not None
    company = replace(COMPANY, name="Garn/Tråd: AS")
    tripletex = replace(SUMMARY.tripletex, company=company)
    pages.open(replace(SUMMARY, tripletex=tripletex))
    pages.click(SAVE)
    (dialog,) = pages.wizard.current.findChildren(QFileDialog)
    (line,) = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
    assert line.text() == "Bekreftelse av oppsett Garn-Tråd- AS 2026-11-23.pdf"
    with pages.qtbot.waitSignal(dialog.destroyed):
        pages.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert pages.written == {}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_disk_that_is_full_is_told_under_the_button(pages: LastPages, tmp_path: Path) -> None:
    pages.open(SUMMARY)
    pages.disk_is_full = True
    save_as(pages, tmp_path / "oppsett.pdf")
    assert "oppsett.pdf" in pages.texts
    assert "Lagret som" not in pages.texts


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_set_up_that_cannot_be_stored_under_its_number_says_why(
    pages: LastPages, tmp_path: Path
) -> None:
    def refuse(_draft: SetupDraft) -> int:
        raise InputError(Code.PREFIX_FROZEN, prefix="M-")

    pages.desk = DocumentDesk(pages.desk.maker, refuse, pages.desk.write, pages.desk.seen)
    pages.open(SUMMARY)
    save_as(pages, tmp_path / "oppsett.pdf")
    assert "M-" in pages.texts
    assert pages.written == {}


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_the_page_fits_without_scrolling(pages: LastPages, language: None) -> None:
    pages.qtbot.waitUntil(lambda: not has_scroll_bar(pages))


@pytest.mark.parametrize("language", ["nb", "en", "stretched"], indirect=True)
def test_no_text_is_cut(pages: LastPages, language: None) -> None:
    pages.qtbot.waitUntil(lambda: cut_texts(pages.wizard.current) == [])


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_every_letter_leads_to_one_place(pages: LastPages, language: None) -> None:
    found = letters(pages.wizard)
    assert len(found) == 5
    assert len(set(found)) == 5, found


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_a_screen_reader_can_tell_every_control_from_the_others(
    pages: LastPages, language: None
) -> None:
    names = spoken_names(pages.wizard.current)
    assert all(names)
    assert len(set(names)) == len(names)
