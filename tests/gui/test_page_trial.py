from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.last_pages import (
    LastPages,
    cut_texts,
    has_scroll_bar,
    letters,
    ready_for,
    spoken_names,
    usual_order,
)
from tests.gui.text_room import Stretched, labels_of
from tests.orders.building import KLARNA, a_line, a_profile, an_order
from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.errors import Code, Problem, RemoteUnavailable, StorageError
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import UnreadableOrder
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.domain.transfer_choices import transferred_as
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

NUMBER, SHOW, GO_ON, BOOK = (
    "Ordrenummer",
    "Vis ordre",
    "Gå videre uten prøveoverføring",
    "Bokfør prøveordren",
)
TRIAL = ready_for(Page.TRIAL)


@pytest.fixture
def pages(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> LastPages:
    return LastPages(qtbot, runner, view_settings, theme)


@pytest.fixture
def language(
    request: pytest.FixtureRequest, pages: LastPages, qapp: QApplication
) -> Iterator[None]:
    pages.open(TRIAL)
    translator = Stretched()
    if request.param == "stretched":
        qapp.installTranslator(translator)
    else:
        install_language(request.param, qapp)
    QApplication.processEvents()
    yield
    qapp.removeTranslator(translator)


def tables(pages: LastPages) -> list[list[str]]:
    """The cells of every table that is shown, in reading order."""
    return [labels_of(table) for table in pages.shown(FigureTable)]


def test_the_newest_order_is_shown_with_lines_and_postings(pages: LastPages) -> None:
    pages.open(TRIAL)
    lines, postings = tables(pages)
    assert lines[3:6] == ["3 × Saga 111", "3 (25\N{NO-BREAK SPACE}%)", "267,00"]
    assert lines[-1] == "730,00"
    assert postings[5:10] == ["Faktura", "1500 Kundefordringer", "", "730,00", ""]
    assert postings[10:15] == [
        *("Faktura", "3000 Salgsinntekt, avgiftspliktig, høy sats (antatt)", "3", "", "276,80"),
    ]
    assert postings[-15:-10] == ["Betaling", "1902 Vipps", "", "730,00", ""]
    assert postings[-2:] == ["1\N{NO-BREAK SPACE}460,00", "1\N{NO-BREAK SPACE}460,00"]
    assert "Stemmer, differanse 0,00" in pages.texts
    assert "Ordre 10457" in pages.texts
    assert pages.is_next_open()


def test_what_becomes_of_the_order_is_told_in_one_line(pages: LastPages) -> None:
    pages.open(TRIAL)
    assert (
        "Faktura · fakturadato 23.11.2026 (6. termin 2026), levert 21.11.2026 · "
        "markeres som betalt · Tripletex sender ikke noe til kunden" in pages.texts
    )


def test_the_trial_transfer_is_said_to_send_no_e_mail(pages: LastPages) -> None:
    pages.open(TRIAL)
    assert "Prøveoverføringen sender ingen e-post." in pages.texts


def test_an_unpaid_invoice_tells_its_due_days_and_its_receiver(pages: LastPages) -> None:
    pages.world.shop.orders = [an_order(method="invoice")]
    pages.open(TRIAL)
    assert "89,00\N{NO-BREAK SPACE}kr å betale innen 14 dager" in pages.texts
    assert "Tripletex sender fakturaen til kari@example.no" in pages.texts


def test_notes_stand_under_an_order_that_can_be_transferred(pages: LastPages) -> None:
    pages.open(TRIAL)
    assert (
        "Butikken oppgir ikke mva på frakt eller gebyr på 79,00\N{NO-BREAK SPACE}kr." in pages.texts
    )
    assert "Klar" in pages.texts.splitlines()


def test_an_open_order_has_lines_and_no_postings(pages: LastPages) -> None:
    pages.open(transferred_as(TRIAL, "vipps", TransferAs.ORDER))
    assert "legges inn som åpen ordre, ikke bokført" in pages.texts
    assert len(tables(pages)) == 1


def test_another_currency_is_told(pages: LastPages) -> None:
    pages.world.shop.orders = [an_order(method="invoice", currency="SEK")]
    pages.open(TRIAL)
    assert "Beløp i SEK. Tripletex bokfører i NOK med Norges Banks kurs" in pages.texts


def test_a_stopped_order_is_shown_with_its_reason_and_the_page_can_be_left(
    pages: LastPages,
) -> None:
    pages.world.shop.orders = [an_order(lines=(a_line("89.00", "2", "0"),), total="178.00")]
    pages.open(TRIAL)
    assert "Stoppet" in pages.texts.splitlines()
    assert "har 0\N{NO-BREAK SPACE}% mva" in pages.texts
    assert tables(pages) == [
        [
            *("Linje", "Mva-sats", ""),
            *("2 × Saga 111", "0\N{NO-BREAK SPACE}%", ""),
            *("Sum", "", "178,00"),
        ]
    ]
    assert BOOK not in pages.texts
    assert pages.is_next_open()


def test_an_order_of_a_method_that_is_left_out_is_skipped_and_not_stopped(
    pages: LastPages,
) -> None:
    pages.world.shop.orders.append(an_order("7", method="pos_cash"))
    pages.open(TRIAL)
    pages.type_into(NUMBER, "7")
    pages.click(SHOW)
    pages.until_idle()
    assert "Hoppet over" in pages.texts.splitlines()


def test_an_order_that_cannot_be_read_is_told_with_its_reason(pages: LastPages) -> None:
    pages.world.shop.orders = [UnreadableOrder("7", Problem(Code.ORDER_WITHOUT_LINES))]
    pages.open(TRIAL)
    assert "Ordre 7" in pages.texts
    assert "Stoppet" in pages.texts.splitlines()
    assert tables(pages) == []


def test_another_order_is_chosen_by_its_number_and_enter(pages: LastPages) -> None:
    pages.world.shop.orders.append(usual_order("10400"))
    pages.open(TRIAL)
    pages.type_into(NUMBER, "10400")
    pages.press(Qt.Key.Key_Return)
    pages.until_idle()
    assert "Ordre 10400" in pages.texts
    assert pages.page is Page.TRIAL
    assert pages.draft.trial_order == "10400"
    assert pages.is_next_open()


def test_enter_reads_the_same_order_again_and_does_not_leave_the_page(pages: LastPages) -> None:
    pages.open(TRIAL)
    pages.world.shop.orders = [usual_order("10500")]
    pages.named(QLineEdit, NUMBER).setFocus()
    pages.press(Qt.Key.Key_Return)
    pages.until_idle()
    assert "Ordre 10500" in pages.texts
    assert pages.page is Page.TRIAL


def test_a_number_that_the_shop_does_not_know_is_told(pages: LastPages) -> None:
    pages.open(TRIAL)
    pages.type_into(NUMBER, "1")
    pages.click(SHOW)
    pages.until_idle()
    assert "Mystore har ingen ordre med nummer 1." in pages.texts
    assert not pages.is_next_open()
    pages.type_into(NUMBER, "10457")
    pages.click(SHOW)
    pages.until_idle()
    assert "ingen ordre med nummer" not in pages.texts
    assert pages.is_next_open()


def test_no_answer_is_told_and_can_be_tried_again(pages: LastPages) -> None:
    pages.world.shop.failure = RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no")
    pages.open(TRIAL)
    assert "api.mystore.no" in pages.texts
    assert not pages.is_next_open()
    pages.world.shop.failure = None
    pages.click(SHOW)
    pages.until_idle()
    assert "api.mystore.no" not in pages.texts
    assert "Ordre 10457" in pages.texts


def test_how_far_the_reading_has_come_is_told(pages: LastPages) -> None:
    pages.open(TRIAL)
    pages.controller.start_again(LiveCheck.TRIAL)
    assert "Leser fra Mystore …" in pages.texts
    pages.qtbot.waitUntil(lambda: "Hentet 1 av 1 ordrer" in pages.texts or has_order(pages))
    pages.until_idle()
    assert "Leser fra Mystore …" not in pages.texts


def has_order(pages: LastPages) -> bool:
    return pages.draft.trial is not None


def test_without_any_order_one_may_go_on_with_a_tick(pages: LastPages) -> None:
    pages.world.shop.orders = []
    pages.open(TRIAL)
    assert "Ingen ordre å prøve ennå" in pages.texts
    assert not pages.is_next_open()
    pages.named(QCheckBox, GO_ON).setFocus()
    assert pages.wizard.reason == "Du kan gå videre når du har krysset av for å gjøre det uten."
    pages.press(Qt.Key.Key_Space)
    assert pages.is_next_open()
    pages.world.shop.orders = [usual_order()]
    pages.click(SHOW)
    pages.until_idle()
    assert "Ingen ordre å prøve ennå" not in pages.texts
    assert pages.is_next_open()


@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.TEST])
def test_outside_production_the_order_can_be_booked(
    pages: LastPages, environment: Environment
) -> None:
    draft = replace(TRIAL, environment=environment)
    pages.open(replace(draft, methods_for=draft.opened))
    pages.click(BOOK)
    pages.until_idle()
    trial = pages.draft.trial
    assert trial is not None
    assert trial.booked is not None
    assert trial.booked.state is TransferState.TRANSFERRED
    assert "10457 · Overført · Faktura 10201 · 730,00\N{NO-BREAK SPACE}kr" in pages.texts
    assert [each for each in pages.shown(QPushButton) if BOOK in each.text()] == []
    assert pages.wizard.focusWidget() is pages.named(QPushButton, SHOW)
    assert pages.is_next_open()


def test_a_booked_order_is_not_told_as_one_that_will_be(pages: LastPages) -> None:
    pages.world.shop.orders = [an_order(method="invoice")]
    pages.open(TRIAL)
    assert "Tripletex sender fakturaen til kari@example.no" in pages.texts
    pages.click(BOOK)
    pages.until_idle()
    assert "Overført" in pages.texts.splitlines()
    assert "Klar" not in pages.texts.splitlines()
    assert "Tripletex sender" not in pages.texts
    assert len(tables(pages)) == 2


def test_when_a_set_up_is_changed_an_order_that_is_booked_already_says_so(
    pages: LastPages,
) -> None:
    pages.world.settings.save(a_profile())
    changed = replace(TRIAL, profile_name=a_profile().name)
    pages.open(changed)
    pages.click(BOOK)
    pages.until_idle()
    pages.open(changed)
    assert "Overført" in pages.texts.splitlines()
    assert "Klar" not in pages.texts.splitlines()
    assert "10457 · Overført · Faktura 10201 · 730,00 kr" in pages.texts
    assert "linjer og posteringer viser hva oppsettet ville gjort med ordren nå" in pages.texts
    assert "Tripletex sender" not in pages.texts
    assert BOOK not in pages.texts
    pages.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    pages.qtbot.waitUntil(lambda: pages.page is Page.SUMMARY)
    assert "10457 · Overført · Faktura 10201" in pages.texts
    assert "ikke bokført" not in pages.texts


def test_in_production_nothing_can_be_booked_and_that_is_told(pages: LastPages) -> None:
    draft = replace(TRIAL, environment=Environment.PRODUCTION)
    pages.open(replace(draft, methods_for=draft.opened))
    assert "Ingenting bokføres: dette viser bare hva en overføring ville gjort." in pages.texts
    assert BOOK not in pages.texts


def test_a_booking_that_failed_is_told_and_can_be_tried_again(
    pages: LastPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_profile: Profile) -> None:
        raise StorageError(Code.JOURNAL_LOCKED, path="journal.sqlite")

    pages.open(TRIAL)
    with monkeypatch.context() as broken:
        broken.setattr(pages.world, "journal", refuse)
        pages.click(BOOK)
        assert "Bokfører ordren …" in pages.texts
        assert not pages.named(QPushButton, BOOK).isEnabled()
        pages.until_idle()
    assert "journal.sqlite" in pages.texts
    pages.click(BOOK)
    pages.until_idle()
    assert "journal.sqlite" not in pages.texts
    assert "Overført" in pages.texts


def test_a_payment_on_a_customer_is_posted_to_that_customer(pages: LastPages) -> None:
    settled = replace(KLARNA, customer_id=77)
    assert TRIAL.tripletex is not None
    types = tuple(settled if row == KLARNA else row for row in TRIAL.tripletex.payment_types)
    pages.world.shop.orders = [an_order(method="klarna_checkout")]
    pages.open(replace(TRIAL, tripletex=replace(TRIAL.tripletex, payment_types=types)))
    assert "1500 Kundefordringer (kunde 77 i Tripletex)" in tables(pages)[1]


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_the_page_fits_without_scrolling(pages: LastPages, language: None) -> None:
    pages.qtbot.waitUntil(lambda: not has_scroll_bar(pages))


@pytest.mark.parametrize("language", ["nb", "en", "stretched"], indirect=True)
def test_no_text_is_cut(pages: LastPages, language: None) -> None:
    pages.qtbot.waitUntil(lambda: cut_texts(pages.wizard.current) == [])


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_every_letter_leads_to_one_place(pages: LastPages, language: None) -> None:
    found = letters(pages.wizard)
    assert len(found) == 6
    assert len(set(found)) == 6, found


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_a_screen_reader_can_tell_every_control_from_the_others(
    pages: LastPages, language: None
) -> None:
    names = spoken_names(pages.wizard.current)
    assert all(names)
    assert len(set(names)) == len(names)


def with_tokens(
    draft: SetupDraft, consumer: Secret | None, employee: Secret | None, mystore: Secret | None
) -> SetupDraft:
    return replace(draft, consumer=consumer, employee=employee, mystore=mystore)


def test_that_one_goes_on_without_an_order_survives_closing(pages: LastPages) -> None:
    pages.world.shop.orders = []
    pages.open(TRIAL).named(QCheckBox, GO_ON).setFocus()
    pages.press(Qt.Key.Key_Space)
    pages.controller.close()
    pages.wizard.close()
    kept = pages.world.drafts.load(TRIAL.id)
    assert kept is not None
    tokens = (TRIAL.consumer, TRIAL.employee, TRIAL.mystore)
    pages.open(with_tokens(kept, *tokens)).wizard.go_to(Page.TRIAL)
    pages.until_idle()
    assert pages.named(QCheckBox, GO_ON).isChecked()
    assert pages.is_next_open()
