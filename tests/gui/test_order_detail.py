"""What stands in the detail of an order, and of several."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.detail_desk import (
    DetailDesk,
    after,
    button,
    edited,
    finish_loading,
    mock_order,
    several,
    shown,
    stopped,
    tables,
    texts,
    unreadable,
    waiting,
    with_total,
)
from tests.gui.last_pages import spoken_names
from tests.gui.order_rows import owing
from tests.gui.text_room import cut_texts
from tests.orders.building import EXPORTED, HIGH, a_line, a_row, an_order
from tests.unit.services.desk import AS_ORDER
from tripletex_wizard.domain.control import VatControl
from tripletex_wizard.domain.lines import line_of
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import TotalKind
from tripletex_wizard.domain.transfer import Progress
from tripletex_wizard.gui.control_texts import vat_cells, zero_reason
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.detail.detail_texts import line_rows
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def desk(qtbot: QtBot, runner: JobRunner, theme: Theme, norwegian: None) -> DetailDesk:
    return DetailDesk(qtbot, runner).open()


def test_without_a_chosen_order_it_says_what_to_do(desk: DetailDesk) -> None:
    assert texts(desk) == "Velg en ordre for å se linjer og kontering."


def test_an_order_is_shown_with_state_customer_day_and_payment(desk: DetailDesk) -> None:
    shown(desk, waiting())
    said = texts(desk).splitlines()
    assert said[:3] == ["Ordre 10478", "Klar", "Kari Eksempel · 20.11.2026 · Vipps"]
    assert "Faktura · fakturadato 23.11.2026 (6. termin 2026), levert 21.11.2026" in texts(desk)


def test_a_code_whose_id_in_tripletex_is_another_number_tells_it(desk: DetailDesk) -> None:
    fee = an_order(lines=[a_line(rate="12")])
    lines = tables(shown(desk, waiting(fee)))[0]
    assert lines[4] == f"33 (12{NBSP}%)"
    assert lines[6].endswith("netto 79,46 · mva 9,54 · kode-id 32")


def test_lines_have_their_code_and_the_reason_for_no_vat(desk: DetailDesk) -> None:
    lines = tables(shown(desk, waiting()))[0]
    assert lines[3:6] == ["3 × Saga 111 Pumpkin", f"3 (25{NBSP}%)", "267,00"]
    assert lines[6] == "varenr. SAGA-111 · 89,00 per stk. · netto 213,60 · mva 53,40"
    book = lines.index("1 × Strikkebok")
    assert lines[book + 1 : book + 3] == [f"5 (0{NBSP}%)", "545,50"]
    assert lines[book + 3].endswith(
        "545,50 per stk. · netto 545,50 · mva 0,00 · 0 %: fritatt for mva"
    )
    assert lines[-3:] == ["Sum inkl. mva", "", f"1{NBSP}249,50"]


def test_vat_stands_beside_the_shops(desk: DetailDesk) -> None:
    assert tables(shown(desk, waiting()))[1] == [
        *("Mva-kode", "Grunnlag", "Mva", "I butikken", "Diff."),
        *(f"3 (25{NBSP}%)", "563,20", "140,80", "140,80", "0,00"),
        *(f"5 (0{NBSP}%)", "545,50", "0,00", "0,00", "0,00"),
    ]


def test_vat_that_the_shop_does_not_state_is_not_compared(desk: DetailDesk) -> None:
    assert tables(shown(desk, waiting(an_order())))[1] == [
        *("Mva-kode", "Grunnlag", "Mva"),
        *(f"3 (25{NBSP}%)", "71,20", "17,80"),
    ]


def test_vat_that_the_shop_states_in_total_is_compared_in_total(desk: DetailDesk) -> None:
    order = an_order()
    order = replace(order, totals=(*order.totals, a_row(TotalKind.TAX, "17.81", "MVA")))
    assert tables(shown(desk, waiting(order)))[1][-5:] == [
        *("Sum", "71,20", "17,80", "17,81", "\N{MINUS SIGN}0,01"),
    ]


@pytest.mark.usefixtures("norwegian")
def test_vat_of_a_rate_that_only_the_shop_has_stands_by_its_rate() -> None:
    row = VatControl("", Decimal(15), Money(0), Money(0), Money(100))
    assert vat_cells([row]) == ((f"15{NBSP}%", "0,00", "0,00", "1,00", "\N{MINUS SIGN}1,00"),)


def test_a_gift_card_that_is_sold_is_shown_on_its_product_and_posted_as_debt(
    desk: DetailDesk,
) -> None:
    card = replace(a_line("500.00", rate="0", sku="GAVEKORT"), name="Gavekort 500 kr")
    lines, _vat, postings, *_ = tables(
        shown(desk, waiting(an_order(lines=(card,), total="500.00")))
    )
    assert lines[3:6] == ["1 × Gavekort 500 kr", f"7 (0{NBSP}%)", "500,00"]
    assert lines[6] == (
        "varenr. GAVEKORT · produkt GAVEKORT · 500,00 per stk. · netto 500,00 · mva 0,00 · "
        "0 %: ingen mva-behandling"
    )
    place = postings.index("2901 Gavekort")
    assert postings[place : place + 4] == ["2901 Gavekort", "7", "", "500,00"]


@pytest.mark.usefixtures("norwegian")
def test_a_count_that_was_folded_into_the_text_is_told_under_the_line() -> None:
    cells, _figures, (note,) = line_rows([line_of("Garn", Decimal(0), Money(500), HIGH)])
    assert cells[0] == "1 × 0 × Garn"
    assert note == (
        "Ingen enhetspris gir nøyaktig denne summen. Antallet 0 står derfor i teksten, og linjen "
        "har antall 1."
    )


@pytest.mark.usefixtures("norwegian")
def test_a_code_that_is_not_ours_has_its_reason_in_tripletex_words() -> None:
    assert zero_reason(EXPORTED) == "0 %: utførsel"
    assert zero_reason(replace(EXPORTED, number="0")) == EXPORTED.name


def test_postings_have_receivables_codes_and_what_is_assumed(desk: DetailDesk) -> None:
    postings = tables(shown(desk, waiting()))[2]
    assert postings[:9] == [
        *("Konto", "Mva", "Debet", "Kredit"),
        "Faktura",
        *("1500 Kundefordringer", "", f"1{NBSP}249,50", ""),
    ]
    assert postings[9:13] == [
        *(f"3000 Salgsinntekt, avgiftspliktig, høy sats{NBSP}*", "3", "", "563,20"),
    ]
    assert postings[-14:-9] == ["Betaling", "1902 Vipps", "", f"1{NBSP}249,50", ""]
    assert postings[-5] == "* Antatt: den vanlige kontoen for mva-koden."
    assert postings[-4:] == ["Sum", "", f"2{NBSP}499,00", f"2{NBSP}499,00"]


def test_the_control_names_each_sum(desk: DetailDesk) -> None:
    said = texts(shown(desk, waiting()))
    assert "Stemmer, differanse 0,00" in said
    assert (
        f"Butikken 1{NBSP}249,50 = linjer 1{NBSP}249,50 = Vipps 1{NBSP}249,50 + utestående 0,00"
        in said
    )


def test_names_that_come_with_the_loading_are_shown_at_once(desk: DetailDesk) -> None:
    types, desk.controller.payment_types = desk.controller.payment_types, ()
    shown(desk, waiting(an_order()))
    finish_loading(desk, types)
    assert "= Vipps 89,00" in texts(desk)
    desk.controller.payment_types = ()
    several(desk, waiting(an_order("1")), waiting(an_order("2")))
    assert "betalingstype 101" in texts(desk)
    finish_loading(desk, types)
    assert tables(desk)[0][3:] == ["Vipps", "2", "178,00"]


def test_long_words_are_broken_and_not_cut(desk: DetailDesk) -> None:
    name = "Superullstrikkepakke/med-strikkebok-og-rundpinne/ekstralang"
    order = an_order(lines=(replace(a_line(), name=name),))
    email = "kari.eksempel.med.et.veldig.langt.navn@et.langt.vertsnavn.example.no"
    customer = replace(order.customer, email=email)
    shown(desk, waiting(replace(order, customer=customer, payment_module="invoice")))
    desk.qtbot.waitUntil(lambda: cut_texts(desk.window) == [])
    said = texts(desk).replace("\N{ZERO WIDTH SPACE}", "")
    assert name in said
    assert email in said


def test_a_payment_type_that_is_not_known_is_named_by_its_id(desk: DetailDesk) -> None:
    desk.controller.payment_types = ()
    assert "= betalingstype 101 89,00" in texts(shown(desk, waiting(an_order())))


def test_notes_stand_below_what_becomes_of_the_order(desk: DetailDesk) -> None:
    said = texts(shown(desk, waiting()))
    assert said.index("markeres som betalt") < said.index("Frakt eller gebyr på 79,00")


def test_another_currency_is_told(desk: DetailDesk) -> None:
    shown(desk, waiting(an_order(method="invoice", currency="SEK")))
    assert "Beløp i SEK. Tripletex bokfører i NOK med Norges Banks kurs" in texts(desk)


def test_a_stopped_order_says_why_what_helps_and_where(desk: DetailDesk) -> None:
    said = texts(shown(desk, stopped()))
    assert "Stoppet" in said.splitlines()
    assert "og det er ikke oppgitt hvorfor." in said
    assert "i oppsettet, steg 5 «Overføring»" in said
    assert "Kontering" not in said.splitlines()
    assert tables(desk)[0][:2] == ["Linje", "Mva-sats"]


def test_an_order_that_cannot_be_read_has_its_reason_and_no_status(desk: DetailDesk) -> None:
    said = texts(shown(desk, unreadable()))
    assert "Ordren har ingen ordrelinjer." in said
    assert "Ordrestatus" not in said
    assert "Historikk" not in said
    assert tables(desk) == []


def test_a_transferred_order_has_its_invoice_amounts_and_sending(desk: DetailDesk) -> None:
    shown(desk, after(mock_order()))
    assert tables(desk)[0] == [
        *("Faktura", "10201"),
        *("Fakturadato", "23.11.2026 (6. termin 2026)"),
        *("Beløp", f"1{NBSP}249,50{NBSP}kr"),
        *("Utestående", f"0,00{NBSP}kr"),
        *("E-post", "Tripletex sendte ikke noe til kunden"),
    ]
    assert f"= faktura 1{NBSP}249,50 = Vipps" in texts(desk)
    assert "Faktura 10201" in tables(desk)[-1][-1]
    assert "Ingenting å gjøre" not in texts(desk)


def test_an_invoice_that_was_sent_says_so(desk: DetailDesk) -> None:
    shown(desk, after(an_order(method="invoice")))
    assert "Tripletex ble bedt om å sende den til kunden" in texts(desk)
    assert f"89,00{NBSP}kr" in tables(desk)[0]


def test_an_invoice_that_was_sent_as_ehf_is_not_told_as_an_email(desk: DetailDesk) -> None:
    found = after(an_order(method="invoice"))
    *others, booked = found.progress.entries
    as_ehf = replace(booked, facts=replace(booked.facts, as_ehf=True))
    shown(desk, replace(found, progress=Progress((*others, as_ehf))))
    row = tables(desk)[0]
    assert row[-2:] == ["EHF", "Tripletex ble bedt om å sende den til kunden"]


def test_an_open_order_is_shown_as_one_without_postings(desk: DetailDesk) -> None:
    shown(desk, after(an_order("10457", method="invoice"), choice=AS_ORDER))
    assert tables(desk)[0] == ["Åpen ordre", "10457"]
    assert "En åpen ordre i Tripletex bokføres ikke før den faktureres." in texts(desk)
    assert "Fakturer den manuelt i Tripletex" in texts(desk)


def test_request_ids_stand_behind_details_and_can_be_copied(desk: DetailDesk) -> None:
    shown(desk, after(mock_order()))
    assert "request-" not in texts(desk)
    button(desk, "Detaljer").setFocus()
    desk.qtbot.keyClick(button(desk, "Detaljer"), Qt.Key.Key_Space)
    assert "Request-id i Tripletex: request-" in texts(desk)
    desk.qtbot.mouseClick(button(desk, "Kopier"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == len(set(copied)) == 3
    assert all(each.startswith("request-") for each in copied)


def test_details_are_closed_again_for_an_order_without_any(desk: DetailDesk) -> None:
    shown(desk, after(mock_order()))
    desk.qtbot.mouseClick(button(desk, "Detaljer"), Qt.MouseButton.LeftButton)
    shown(desk, waiting())
    assert "Detaljer" not in texts(desk)
    shown(desk, after(mock_order()))
    assert "request-" not in texts(desk)


def test_an_edited_order_says_before_after_difference_and_what_to_do(desk: DetailDesk) -> None:
    shown(desk, edited(mock_order(), with_total(mock_order(), "704.00")))
    said = texts(desk)
    assert f"den var på 1{NBSP}249,50{NBSP}kr, og er nå på 704,00{NBSP}kr" in said
    assert "lager du en kreditnota i Tripletex og overfører ordren på nytt" in said
    assert "Slik ordren er i Mystore nå, ikke slik den ble bokført." in said
    assert "Stemmer ikke, differanse \N{MINUS SIGN}545,50" in said
    assert f"Butikken 704,00 = linjer 704,00 ≠ faktura 1{NBSP}249,50" in said


def test_several_orders_are_counted_and_summed(desk: DetailDesk) -> None:
    several(
        desk,
        waiting(an_order("1")),
        waiting(an_order("2", method="invoice")),
        waiting(an_order("3", method="collect")),
        stopped(),
    )
    said = texts(desk).splitlines()
    assert said[:3] == [
        "4 ordrer valgt",
        f"267,00{NBSP}kr",
        "1 av dem overføres ikke, og er ikke med i summene.",
    ]
    payments, accounts = tables(desk)
    assert payments[3:] == [
        *("Vipps", "1", "89,00"),
        *("Ikke markert som betalt", "1", "89,00"),
        *("Som åpne ordrer, ikke bokført", "1", "89,00"),
    ]
    assert accounts[3:6] == ["1500 Kundefordringer", "178,00", "89,00"]
    assert accounts[-3:] == ["Sum", "267,00", "267,00"]
    assert "Stemmer, differanse 0,00" in said
    assert "Ordrestatus" not in said


def test_an_uncertain_order_among_several_is_checked_before_it_is_summed(desk: DetailDesk) -> None:
    several(desk, waiting(an_order("1")), after(mock_order(), Fault.LOST_BEFORE))
    assert texts(desk).splitlines()[:3] == [
        "2 ordrer valgt",
        f"89,00{NBSP}kr",
        "1 av dem sjekkes i Tripletex først, og er ikke med i summene.",
    ]


def test_of_a_refund_that_is_owed_only_its_own_postings_are_shown(desk: DetailDesk) -> None:
    for standing in (owing("1"), owing("1", "-2"), owing("1", method="svea")):
        said = texts(shown(desk, standing))
        assert "Kreditnotaen er bokført. Bare tilbakebetalingen mangler." in said
        *_, postings, _history = tables(desk)
        assert postings[4:] == [
            "Tilbakebetaling",
            *("1902 Vipps", "", "", "89,00"),
            *("1500 Kundefordringer", "", "89,00", ""),
            *("Sum", "", "89,00", "89,00"),
        ]
        assert "Stemmer, differanse 0,00" in said
    assert "Som kreditnota" not in texts(shown(desk, owing("1")))
    assert "Kreditnotaen er bokført" not in texts(shown(desk, waiting()))


def test_a_refund_among_several_is_summed_as_a_refund_and_the_note_is_not(
    desk: DetailDesk,
) -> None:
    several(desk, waiting(an_order("1")), owing("2"))
    assert texts(desk).splitlines()[:3] == [
        "2 ordrer valgt",
        f"89,00{NBSP}kr",
        f"1 av dem mangler bare at tilbakebetalingen på 89,00{NBSP}kr registreres.",
    ]
    payments, accounts = tables(desk)
    assert payments[3:] == ["Vipps", "2", "0,00"]
    assert accounts[-3:] == ["Sum", "267,00", "267,00"]
    several(desk, owing("2"), owing("3"))
    assert f"2 av dem mangler bare at tilbakebetalingene på 178,00{NBSP}kr" in texts(desk)
    payments, accounts = tables(desk)
    assert accounts[3:] == [
        *("1500 Kundefordringer", "178,00", ""),
        *("1902 Vipps", "", "178,00"),
        *("Sum", "178,00", "178,00"),
    ]


def test_sums_of_two_currencies_stay_apart(desk: DetailDesk) -> None:
    swedish = waiting(an_order("2", method="invoice", currency="SEK"))
    several(desk, waiting(an_order("1", method="invoice")), swedish)
    assert f"89,00{NBSP}kr + 89,00{NBSP}SEK" in texts(desk)
    assert f"89,00{NBSP}SEK" in tables(desk)[1]
    assert "Stemmer" not in texts(desk)


def test_several_orders_of_which_none_is_transferred_have_no_sums(desk: DetailDesk) -> None:
    several(desk, stopped(), unreadable())
    assert tables(desk) == []
    assert "2 av dem overføres ikke" in texts(desk)


def test_the_language_changes_while_it_is_shown(desk: DetailDesk, qapp: QApplication) -> None:
    shown(desk, after(mock_order(), Fault.LOST_BEFORE))
    install_language("en", qapp)
    desk.qtbot.waitUntil(lambda: "Check in Tripletex" in texts(desk))
    assert "Order 10478" in texts(desk)
    assert "History" in texts(desk)
    several(desk, waiting())
    assert "1 order selected" in texts(desk)


SAMPLES = {
    "waiting": waiting(),
    "stopped": stopped(),
    "unreadable": unreadable(),
    "done": after(mock_order()),
    "uncertain": after(mock_order(), Fault.LOST_BEFORE),
    "failed": after(mock_order(), refused=True),
    "edited": edited(mock_order(), with_total(mock_order(), "704.00")),
}


@pytest.mark.parametrize("width", [370, 420])
def test_no_text_is_cut(desk: DetailDesk, each_language: None, width: int) -> None:
    desk.window.resize(width, desk.window.height())
    for name, standing in SAMPLES.items():
        shown(desk, standing)
        desk.qtbot.waitUntil(lambda: cut_texts(desk.window) == [])
        assert all(spoken_names(desk.window)), name
    several(desk, SAMPLES["waiting"], SAMPLES["stopped"])
    desk.qtbot.waitUntil(lambda: cut_texts(desk.window) == [])
