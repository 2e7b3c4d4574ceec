from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QScreen, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.last_pages import (
    LastPages,
    cut_texts,
    has_scroll_bar,
    letters,
    ready_for,
    spoken_name,
    spoken_names,
)
from tests.gui.text_room import Stretched
from tests.orders.building import GIFT_CARD, SENT, VIPPS, WEBSHOP
from tripletex_wizard.domain.choices import confirm
from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.ledger import Department
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    Environment,
    ProductUse,
    SalesDocument,
    SoldAs,
    UnplacedSeries,
    VatRules,
    ZeroReason,
    ZeroTotal,
)
from tripletex_wizard.domain.zero_rated import ZeroRated
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.pages.more_choices import MoreChoices
from tripletex_wizard.gui.wizard.pages.transfer_orders import OrdersCard

MANY = ZeroRated("vipps", ("", *(f"KURS-{number}" for number in range(9))), 26)
WRITE_BACK = "Skriv ordrens status til Mystore"
SENT_TICK = "Sendt er en fullført-status"
FREIGHT, GIFT_CARDS, ZERO = "Mva på frakt", "Gavekort som brukes", "Ordrer på 0,00"


@pytest.fixture
def pages(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> LastPages:
    return LastPages(qtbot, runner, view_settings, theme).open(ready_for(Page.TRANSFER))


@pytest.fixture
def more(pages: LastPages) -> Iterator[MoreChoices]:
    """«Flere valg», opened over the page."""
    (dialog,) = pages.wizard.current.findChildren(MoreChoices)
    pages.click("Flere valg …")
    pages.qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


@pytest.fixture
def language(
    request: pytest.FixtureRequest, pages: LastPages, qapp: QApplication
) -> Iterator[None]:
    translator = Stretched()
    if request.param == "stretched":
        qapp.installTranslator(translator)
    else:
        install_language(request.param, qapp)
    QApplication.processEvents()
    yield
    qapp.removeTranslator(translator)


def tick(pages: LastPages, name: str) -> None:
    box = pages.named(QCheckBox, name)
    box.setFocus()
    pages.press(Qt.Key.Key_Space)


def test_next_is_closed_until_a_status_is_chosen_and_says_so(pages: LastPages) -> None:
    assert not pages.is_next_open()
    assert pages.wizard.reason == "Du kan gå videre når en status er valgt."
    tick(pages, SENT_TICK)
    assert pages.is_next_open()
    assert pages.rules().completed_statuses == (SENT,)


def test_several_statuses_can_count_in_the_order_of_the_shop(pages: LastPages) -> None:
    tick(pages, SENT_TICK)
    tick(pages, "Under behandling er en fullført-status")
    assert pages.rules().completed_statuses == (OrderStatus("2", "Under behandling"), SENT)
    tick(pages, SENT_TICK)
    assert pages.rules().completed_statuses == (OrderStatus("2", "Under behandling"),)


def test_a_status_of_cancelled_orders_that_is_ticked_is_warned_of(pages: LastPages) -> None:
    assert "kansellert" not in pages.texts_of(pages.wizard)
    tick(pages, "Kansellert er en fullført-status")
    assert "Kansellert: ordren ser ut til å være kansellert" in pages.texts_of(pages.wizard)
    tick(pages, "Kansellert er en fullført-status")
    assert "ser ut til" not in pages.texts_of(pages.wizard)


def test_another_shop_brings_its_own_statuses_and_methods(pages: LastPages) -> None:
    rows = (*pages.draft.methods[1:], replace(pages.draft.methods[0], method="x", label="Ny"))
    assert pages.draft.shop is not None
    shop = replace(pages.draft.shop, statuses=(SENT, OrderStatus("9", "Hentet & betalt")))
    draft = replace(pages.draft, shop=shop, methods=rows)
    pages.controller.update(lambda _before: confirm(draft, "Kari", pages.controller.now()))
    pages.until_idle()
    ticks = [each.accessibleName() for each in pages.shown(QCheckBox)]
    assert ticks[:2] == [SENT_TICK, "Hentet & betalt er en fullført-status"]
    assert "Hentet && betalt" in [each.text() for each in pages.shown(QCheckBox)]
    assert pages.shown(QComboBox)[-1].accessibleName() == "Ny overføres som"


def test_help_tells_how_an_order_is_transferred(pages: LastPages) -> None:
    assert "fullført-status i Mystore, vanligvis Sendt" in pages.wizard.current.help_text()


def test_the_first_day_is_typed_and_its_reason_is_told(pages: LastPages) -> None:
    field = pages.named(QDateEdit, "Ordrer fra og med")
    assert field.text() == "23.11.2026"
    assert "I øvelsen: 30 dager tilbake, så det finnes ordrer." in pages.texts
    field.setFocus(Qt.FocusReason.TabFocusReason)
    pages.qtbot.keyClicks(field, "01122026")
    assert pages.rules().start_date == date(2026, 12, 1)


def test_outside_practice_older_orders_are_in_the_books(pages: LastPages) -> None:
    (card,) = pages.wizard.current.findChildren(OrdersCard)
    card.show_draft(replace(pages.draft, environment=Environment.PRODUCTION))
    assert "Eldre ordrer tilbys aldri, for de er bokført fra før." in pages.texts


@pytest.mark.parametrize(
    "text",
    [
        "Brukes når ordren allerede er betalt (Vipps, Klarna osv.).",
        "Ordren blir markert som fullført i Tripletex.",
        "Brukes når fakturering skal gjøres manuelt i Tripletex. Vanlig ved B2B-fakturering.",
    ],
)
def test_the_difference_of_order_and_invoice_is_explained(pages: LastPages, text: str) -> None:
    assert text in pages.texts


def test_a_method_is_transferred_as_order_without_confirming_step_4_again(
    pages: LastPages,
) -> None:
    pages.choose("Faktura vedlagt overføres som", "Ordre")
    assert pages.transferred_as("invoice") is TransferAs.ORDER
    assert pages.transferred_as("vipps") is TransferAs.INVOICE
    assert pages.draft.is_confirmed
    assert pages.page is Page.TRANSFER


def test_a_method_that_is_left_out_has_nothing_to_choose(pages: LastPages) -> None:
    combos = [each.accessibleName() for each in pages.shown(QComboBox)]
    assert len(combos) == 5
    assert not any("Kontant" in name for name in combos)


def test_a_customer_that_is_searched_for_is_never_updated(pages: LastPages) -> None:
    keep = pages.named(QCheckBox, "Ikke oppdater kunde")
    tick(pages, "Ikke oppdater kunde")
    assert pages.rules().keep_customer
    tick(pages, "Ikke oppdater kunde")
    tick(pages, "Søk etter kunde")
    assert pages.rules().search_customer
    assert not pages.rules().keep_customer
    assert keep.isChecked()
    assert not keep.isEnabled()
    assert keep.toolTip() == "En kunde som er funnet ved søk, endres aldri."


def test_nothing_is_written_to_mystore_until_somebody_chooses_it(pages: LastPages) -> None:
    box = pages.named(QCheckBox, WRITE_BACK)
    assert not box.isChecked()
    assert not pages.rules().write_back
    warning = (
        "trekker Mystore kundens penger hos Klarna, Vipps eller på kort, og kan sende kunden en "
        "e-post."
    )
    assert warning in pages.texts
    assert warning in box.accessibleDescription()
    tick(pages, WRITE_BACK)
    assert pages.rules().write_back
    assert not pages.draft.is_trial_seen
    tick(pages, WRITE_BACK)
    assert not pages.rules().write_back


def test_what_the_token_lacks_for_writing_is_told_once_it_is_chosen(pages: LastPages) -> None:
    assert pages.draft.shop is not None
    shop = replace(pages.draft.shop, missing_to_write=("write:orders",))
    pages.controller.update(lambda draft: replace(draft, shop=shop))
    told = "Lag et nytt med write:orders krysset av, og lim det inn i steg 2."
    assert told not in pages.texts
    tick(pages, WRITE_BACK)
    assert told in pages.texts
    assert pages.rules().write_back


def test_gift_cards_get_the_payment_type_of_the_gift_card_method(pages: LastPages) -> None:
    assert pages.rules().gift_card_payment_type == GIFT_CARD.id
    assert "Gavekort: Gavekort (2901)" in pages.texts


def test_more_choices_stand_in_short_on_the_page(pages: LastPages) -> None:
    rules = replace(pages.rules(), number_prefix="M-", due_days=1, gift_card_payment_type=999)
    pages.controller.update(lambda draft: replace(draft, rules=rules))
    for part in (
        "Forfall 1 dag ·",
        "Frakt uten oppgitt mva: 25\N{NO-BREAK SPACE}%",
        "Gavekort: Betalingstype 999, som ikke lenger er synlig",
        "Ordrer på 0,00: Hoppes over",
        "Grunner for 0 %: 1",
        "Nummerprefiks: M-",
    ):
        assert part in pages.texts


def test_days_until_due_are_typed_and_nothing_else_is_taken(
    pages: LastPages, more: MoreChoices
) -> None:
    pages.type_into("Forfall, dager", "30", more)
    pages.qtbot.keyClick(pages.named(QLineEdit, "Forfall, dager", more), Qt.Key.Key_Tab)
    assert pages.rules().due_days == 30
    line = pages.named(QLineEdit, "Forfall, dager", more)
    for typed in ("", "x", "999"):
        line.setFocus()
        line.selectAll()
        pages.qtbot.keyClick(line, Qt.Key.Key_Backspace)
        pages.qtbot.keyClicks(line, typed)
        pages.qtbot.keyClick(line, Qt.Key.Key_Tab)
        assert (line.text(), pages.rules().due_days) == ("30", 30)


def test_the_other_choices_take_effect_at_once(pages: LastPages, more: MoreChoices) -> None:
    pages.choose(FREIGHT, "15", more)
    pages.choose(GIFT_CARDS, "Ikke", more)
    pages.choose(ZERO, "Overf", more)
    pages.choose("Salgsdokument, betalte ordrer", "Kvitteringen", more)
    pages.type_into("Prefiks på ordrenummer", " M- ", more)
    rules = pages.rules()
    assert rules.freight_rate == Decimal(15)
    assert rules.gift_card_payment_type is None
    assert rules.zero_total is ZeroTotal.INVOICE
    assert rules.sales_document is SalesDocument.RECEIPT
    assert "Salgsdokument for betalte ordrer: Kvitteringen fra Mystore" in pages.texts
    assert rules.number_prefix == "M-"
    pages.qtbot.keyClick(pages.named(QComboBox, GIFT_CARDS, more), Qt.Key.Key_Down)
    assert pages.rules().gift_card_payment_type == VIPPS.id


def with_departments(pages: LastPages, *active: Department, is_read: bool = True) -> None:
    """The company's active departments, as they were read with its tokens."""
    departments = active if is_read else None

    def found(draft: SetupDraft) -> SetupDraft:
        assert draft.tripletex is not None
        return replace(draft, tripletex=replace(draft.tripletex, departments=departments))

    pages.controller.update(found)


def test_the_department_is_chosen_by_keyboard_and_stands_in_short_on_the_page(
    pages: LastPages, more: MoreChoices
) -> None:
    with_departments(pages, WEBSHOP, Department(22, "Lager"))
    combo = pages.named(QComboBox, "Avdeling", more)
    assert combo.currentText() == "Ingen: ordrer som trenger en, stoppes"
    assert "når en konto som salget føres på, krever avdeling" in combo.accessibleDescription()
    pages.qtbot.keyClick(more, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert combo.hasFocus()
    pages.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert pages.rules().department == WEBSHOP
    assert "Avdeling: 10 Nettbutikk" in pages.texts
    pages.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert pages.rules().department == Department(22, "Lager")
    pages.qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert pages.rules().department is None
    assert "Avdeling:" not in pages.texts


def test_a_department_that_is_no_longer_active_is_shown_as_that_and_closes_the_step(
    pages: LastPages, more: MoreChoices
) -> None:
    lager = Department(22, "Lager")
    with_departments(pages, lager)
    rules = replace(pages.rules(), department=WEBSHOP, completed_statuses=(SENT,))
    pages.controller.update(lambda draft: replace(draft, rules=rules))
    combo = pages.named(QComboBox, "Avdeling", more)
    assert combo.currentText() == "10 Nettbutikk, som ikke lenger er aktiv"
    assert "Avdeling: 10 Nettbutikk, som ikke lenger er aktiv" in pages.texts
    assert pages.wizard.reason == "Du kan gå videre når en aktiv avdeling er valgt."
    assert not pages.is_next_open()
    pages.qtbot.keyClick(combo, Qt.Key.Key_Home)
    pages.qtbot.keyClick(combo, Qt.Key.Key_End)
    assert pages.rules().department == lager
    assert pages.is_next_open()
    assert [combo.itemText(place) for place in range(combo.count())][1:] == ["Lager"]


def test_a_department_that_nobody_may_look_for_is_kept_and_the_step_can_be_left(
    pages: LastPages, more: MoreChoices
) -> None:
    with_departments(pages, is_read=False)
    rules = replace(pages.rules(), department=WEBSHOP, completed_statuses=(SENT,))
    pages.controller.update(lambda draft: replace(draft, rules=rules))
    combo = pages.named(QComboBox, "Avdeling", more)
    assert combo.currentText() == "10 Nettbutikk"
    assert pages.is_next_open()
    pages.qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert pages.rules().department is None
    assert pages.is_next_open()


def test_companies_are_sent_ehf_when_it_is_chosen_by_keyboard(
    pages: LastPages, more: MoreChoices
) -> None:
    combo = pages.named(QComboBox, "Fakturaer til bedrifter", more)
    assert combo.currentText() == "E-post"
    assert "Privatkunder får alltid e-post." in combo.accessibleDescription()
    assert "kan motta EHF, får e-post i stedet" in combo.accessibleDescription()
    assert "Fakturaer til bedrifter:" not in pages.texts
    pages.qtbot.keyClick(more, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert combo.hasFocus()
    pages.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert pages.rules().company_invoices is CompanyInvoices.EHF
    assert "Fakturaer til bedrifter: EHF, ellers e-post" in pages.texts
    pages.qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert pages.rules().company_invoices is CompanyInvoices.EMAIL


def articles(pages: LastPages, more: MoreChoices) -> list[QLineEdit]:
    """The article numbers of the reasons for 0 %, row by row."""
    lines = pages.shown(QLineEdit, more)
    named = ("Varenummer, rad", "Article number, row")
    return [each for each in lines if each.accessibleName().startswith(named)]


def reasons(pages: LastPages, more: MoreChoices) -> list[QComboBox]:
    """Why they have 0 %, row by row."""
    combos = pages.shown(QComboBox, more)
    named = ("Hvorfor 0 %, rad", "Why 0 %, row")
    return [each for each in combos if each.accessibleName().startswith(named)]


def test_the_code_of_gift_cards_that_are_sold_is_chosen_with_its_consequence_in_words(
    pages: LastPages, more: MoreChoices
) -> None:
    assert "Mva meldes når kortet brukes." in pages.texts_of(more)
    pages.qtbot.keyClick(pages.named(QComboBox, "Gavekort som selges", more), Qt.Key.Key_Down)
    assert pages.rules().gift_cards.sold_as is SoldAs.EXEMPT
    assert "meldes som fritatt omsetning nå, og en gang til" in pages.texts_of(more)
    combo = pages.named(QComboBox, "Gavekort som selges", more)
    assert "en gang til" in combo.accessibleDescription()


def test_the_product_of_gift_cards_is_typed_and_never_empty(
    pages: LastPages, more: MoreChoices
) -> None:
    pages.type_into("Gavekortprodukt", " GK-1 ", more)
    line = pages.named(QLineEdit, "Gavekortprodukt", more)
    pages.qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert pages.rules().gift_cards.product == "GK-1"
    line.setFocus()
    line.selectAll()
    pages.qtbot.keyClick(line, Qt.Key.Key_Backspace)
    pages.qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert (line.text(), pages.rules().gift_cards.product) == ("GK-1", "GK-1")


def test_the_namedthat_are_gift_cards_are_named(pages: LastPages, more: MoreChoices) -> None:
    named = pages.named(QLineEdit, "Varenummer for gavekort", more)
    assert named.text() == "GAVEKORT"
    pages.type_into("Varenummer for gavekort", "GAVEKORT, GK-*", more)
    pages.qtbot.keyClick(named, Qt.Key.Key_Tab)
    assert pages.rules().vat.gift_card_skus == ("GAVEKORT", "GK-*")
    assert pages.rules().vat.zero_reasons == (ZeroReason("BOK-*", "5"),)


def test_goods_are_sent_on_products_when_somebody_chooses_it(
    pages: LastPages, more: MoreChoices
) -> None:
    assert pages.rules().products is ProductUse.TEXT
    pages.qtbot.keyClick(pages.named(QComboBox, "Varelinjer", more), Qt.Key.Key_Down)
    assert pages.rules().products is ProductUse.FOUND
    pages.qtbot.keyClick(pages.named(QComboBox, "Varelinjer", more), Qt.Key.Key_Down)
    assert pages.rules().products is ProductUse.CREATE


def test_card_series_are_placed_by_their_titles(pages: LastPages, more: MoreChoices) -> None:
    pages.type_into("Kort som er gitt bort", " Bonus*, ,Kampanje 1,Bonus*", more)
    given = pages.named(QLineEdit, "Kort som er gitt bort", more)
    pages.qtbot.keyClick(given, Qt.Key.Key_Tab)
    pages.type_into("Kort som er solgt", "Velkomstkort", more)
    pages.qtbot.keyClick(pages.named(QLineEdit, "Kort som er solgt", more), Qt.Key.Key_Tab)
    pages.choose("Andre brukte kort", "Stoppes", more)
    cards = pages.rules().gift_cards
    assert cards.discounts == ("Bonus*", "Kampanje 1")
    assert cards.payments == ("Velkomstkort",)
    assert cards.unplaced is UnplacedSeries.STOP
    assert given.text() == "Bonus*, Kampanje 1"


def test_reasons_for_0_per_cent_are_added_and_removed_by_keyboard(
    pages: LastPages, more: MoreChoices
) -> None:
    pages.qtbot.keyClick(more, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    pages.qtbot.waitUntil(lambda: len(articles(pages, more)) == 2)
    line = pages.named(QLineEdit, "Varenummer, rad 2", more)
    assert line.hasFocus()
    assert len(pages.rules().vat.zero_reasons) == 1
    pages.qtbot.keyClicks(line, "KURS-1")
    pages.choose("Hvorfor 0 %, rad 2", "Utenfor", more)
    assert pages.rules().vat.zero_reasons == (ZeroReason("BOK-*", "5"), ZeroReason("KURS-1", "6"))
    pages.click("Fjern rad 1", more)
    assert pages.rules().vat.zero_reasons == (ZeroReason("KURS-1", "6"),)
    assert pages.named(QLineEdit, "Varenummer, rad 1", more).text() == "KURS-1"
    pages.click("Fjern rad 1", more)
    assert pages.rules().vat.zero_reasons == ()
    assert "Ingen ennå." in pages.texts_of(more)


def sold_without_reason(pages: LastPages, *rows: ZeroRated) -> None:
    pages.controller.update(lambda draft: replace(draft, zero_rated=rows))


def test_orders_that_will_be_stopped_for_want_of_a_reason_are_warned_of(pages: LastPages) -> None:
    assert "uten at grunnen" not in pages.texts
    tick(pages, SENT_TICK)
    sold_without_reason(
        pages, ZeroRated("vipps", ("BOK-01", "KURS"), 5), ZeroRated("invoice", ("",), 1)
    )
    assert (
        "6 ordrer fra de siste 90 dagene har varer med 0 % mva uten at grunnen er oppgitt: KURS, "
        "uten varenummer. Slike ordrer stoppes. Trykk «Flere valg …» og velg hvorfor."
    ) in pages.texts
    assert pages.is_next_open()
    sold_without_reason(pages, ZeroRated("vipps", ("KURS",), 1))
    assert "1 ordre fra de siste 90 dagene har varer" in pages.texts
    sold_without_reason(pages, ZeroRated("vipps", tuple("ABCDEFG"), 1))
    assert "uten at grunnen er oppgitt: A, B, C, D og 3 til." in pages.texts
    sold_without_reason(pages, ZeroRated("vipps", ("",), 1))
    assert "Trykk «Flere valg …»" not in pages.texts
    assert "Gi slike varer et varenummer i Mystore." in pages.texts
    assert "Forfall" not in pages.texts
    sold_without_reason(pages)
    assert "uten at grunnen" not in pages.texts
    assert "Forfall 14 dager" in pages.texts


def offered(pages: LastPages, more: MoreChoices) -> list[str]:
    """The article numbers of the rows, in brackets while nobody has chosen why."""
    rows = articles(pages, more)
    choices = reasons(pages, more)
    return [
        line.text() if choice.currentText() else f"({line.text()})"
        for line, choice in zip(rows, choices, strict=True)
    ]


def test_namedwithout_a_reason_are_offered_until_somebody_has_chosen_why(
    pages: LastPages, more: MoreChoices
) -> None:
    hint = "Fra butikkens ordrer: velg hvorfor."
    assert hint not in pages.texts_of(more)
    sold_without_reason(pages, ZeroRated("vipps", ("", "A", "B-1", "B-2", "C"), 5))
    assert offered(pages, more) == ["BOK-*", "(A)", "(B-1)", "(B-2)"]
    assert hint in pages.texts_of(more)
    assert pages.rules().vat.zero_reasons == (ZeroReason("BOK-*", "5"),)

    pages.choose("Hvorfor 0 %, rad 2", "Utenfor", more)
    assert pages.rules().vat.zero_reasons[1:] == (ZeroReason("A", "6"),)
    assert offered(pages, more) == ["BOK-*", "A", "(B-1)", "(B-2)", "(C)"]

    pages.type_into("Varenummer, rad 3", "B-*", more)
    assert offered(pages, more) == ["BOK-*", "A", "(B-*)", "(B-2)", "(C)"]
    pages.choose("Hvorfor 0 %, rad 3", "Fritatt", more)
    assert pages.rules().vat.zero_reasons[1:] == (ZeroReason("A", "6"), ZeroReason("B-*", "5"))
    assert offered(pages, more) == ["BOK-*", "A", "B-*", "(C)"]

    pages.click("Fjern rad 4", more)
    assert offered(pages, more) == ["BOK-*", "A", "B-*"]
    assert hint not in pages.texts_of(more)
    assert "uten at grunnen er oppgitt: C, uten varenummer" in pages.texts


def test_what_lacks_a_reason_is_worked_out_once_for_all_that_show_it(
    pages: LastPages, more: MoreChoices, monkeypatch: pytest.MonkeyPatch
) -> None:
    zero_code, asked = VatRules.zero_code, []

    def noted(rules: VatRules, sku: str) -> str | None:
        asked.append(sku)
        return zero_code(rules, sku)

    monkeypatch.setattr(VatRules, "zero_code", noted)
    sold_without_reason(pages, ZeroRated("vipps", ("KURS",), 5))
    assert asked == ["KURS"]
    assert offered(pages, more) == ["BOK-*", "(KURS)"]


def test_an_article_that_is_not_wanted_makes_room_for_the_next(
    pages: LastPages, more: MoreChoices
) -> None:
    sold_without_reason(pages, ZeroRated("vipps", ("A", "B", "C", "D", "E"), 5))
    assert offered(pages, more) == ["BOK-*", "(A)", "(B)", "(C)"]
    pages.click("Fjern rad 2", more)
    assert offered(pages, more) == ["BOK-*", "(B)", "(C)", "(D)"]
    pages.choose("Hvorfor 0 %, rad 3", "Utenfor", more)
    assert offered(pages, more) == ["BOK-*", "(B)", "C", "(D)", "(E)"]
    pages.click("Fjern rad 3", more)
    assert pages.rules().vat.zero_reasons == (ZeroReason("BOK-*", "5"),)
    assert offered(pages, more) == ["BOK-*", "(B)", "(D)", "(E)"]


def test_an_article_that_was_chosen_for_is_not_offered_beside_itself(
    pages: LastPages, more: MoreChoices
) -> None:
    sold_without_reason(pages, ZeroRated("vipps", ("KURS",), 5))
    pages.choose("Hvorfor 0 %, rad 2", "Utenfor", more)
    pages.type_into("Varenummer, rad 2", "KU", more)
    assert offered(pages, more) == ["BOK-*", "KU"]
    pages.type_into("Varenummer, rad 2", "KU*", more)
    assert pages.rules().vat.zero_reasons[1:] == (ZeroReason("KU*", "6"),)


def test_an_offer_stays_an_offer_in_another_language(
    pages: LastPages, more: MoreChoices, qapp: QApplication
) -> None:
    sold_without_reason(pages, ZeroRated("vipps", ("KURS",), 5))
    install_language("en", qapp)
    QApplication.processEvents()
    assert offered(pages, more) == ["BOK-*", "(KURS)"]
    assert len(pages.rules().vat.zero_reasons) == 1


def explained(pages: LastPages, count: int) -> None:
    """So many reasons stand in the set-up."""
    reasons = tuple(ZeroReason(f"VARE-{number}", "5") for number in range(count))
    vat = replace(pages.rules().vat, zero_reasons=reasons)
    rules = replace(pages.rules(), vat=vat)
    pages.controller.update(lambda draft: replace(draft, rules=rules))


@pytest.fixture
def screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> QSize:
    """What a screen has room for beside its panels."""
    room: QSize = request.param
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(QPoint(), room))
    return room


@pytest.mark.parametrize("screen", [QSize(1366, 728), QSize(1024, 520)], indirect=True)
def test_however_many_reasons_there_are_more_choices_can_be_closed(
    screen: QSize, pages: LastPages, more: MoreChoices
) -> None:
    for count in (1, 4, 12):
        explained(pages, count)
        sold_without_reason(pages, MANY)
        QApplication.sendPostedEvents()
        assert more.height() < screen.height()
        close = pages.named(QPushButton, "Lukk", more)
        assert more.rect().contains(close.geometry())
    pages.click("Lukk", more)
    assert not more.isVisible()


def test_a_row_that_is_added_below_many_comes_into_view(
    pages: LastPages, more: MoreChoices
) -> None:
    explained(pages, 20)
    pages.until_idle()
    pages.qtbot.keyClick(more, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    pages.qtbot.waitUntil(lambda: len(articles(pages, more)) == 21)
    line = pages.named(QLineEdit, "Varenummer, rad 21", more)
    assert line.hasFocus()
    assert line.visibleRegion().boundingRect() == line.rect()


def tabbed(pages: LastPages, more: MoreChoices) -> list[str]:
    """What Tab leads to between the prefix and Close."""
    pages.named(QLineEdit, "Prefiks på ordrenummer", more).setFocus()
    visited: list[str] = []
    while "Lukk" not in visited and len(visited) < 30:
        pages.qtbot.keyClick(more.focusWidget(), Qt.Key.Key_Tab)
        visited.append(spoken_name(more.focusWidget()).replace("&", ""))
    return visited


def test_tab_goes_through_the_reasons_before_it_comes_to_close(
    pages: LastPages, more: MoreChoices
) -> None:
    def reading(rows: int) -> list[str]:
        names = ("Varenummer, rad {}", "Hvorfor 0 %, rad {}", "Fjern rad {}")
        return [name.format(row) for row in range(1, rows + 1) for name in names]

    end = ["Legg til varenummer", "Lukk"]
    assert tabbed(pages, more) == [*reading(1), *end]
    sold_without_reason(pages, ZeroRated("vipps", ("A", "B"), 5))
    assert tabbed(pages, more) == [*reading(3), *end]
    pages.click("Legg til varenummer", more)
    assert tabbed(pages, more) == [*reading(4), *end]
    explained(pages, 2)
    assert tabbed(pages, more) == [*reading(4), *end]
    pages.click("Fjern rad 1", more)
    assert tabbed(pages, more) == [*reading(3), *end]
    sold_without_reason(pages)
    explained(pages, 0)
    assert tabbed(pages, more) == end


def test_a_code_that_is_not_offered_stays_as_it_is(pages: LastPages, more: MoreChoices) -> None:
    vat = replace(pages.rules().vat, zero_reasons=(ZeroReason("UT-*", "52"),))
    rules = replace(pages.rules(), vat=vat, freight_rate=Decimal("11.50"))
    pages.controller.update(lambda draft: replace(draft, rules=rules))
    assert pages.named(QComboBox, "Hvorfor 0 %, rad 1", more).currentText() == "Mva-kode 52"
    assert pages.named(QComboBox, FREIGHT, more).currentText() == "11,5\N{NO-BREAK SPACE}%"


def test_escape_closes_more_choices_and_keeps_them(pages: LastPages, more: MoreChoices) -> None:
    pages.choose(FREIGHT, "12", more)
    pages.qtbot.keyClick(more, Qt.Key.Key_Escape)
    assert not more.isVisible()
    assert pages.wizard.isVisible()
    assert pages.rules().freight_rate == Decimal(12)


@pytest.mark.parametrize("kind", [QComboBox, QDateEdit])
def test_the_wheel_scrolls_past_and_changes_nothing(pages: LastPages, kind: type[QWidget]) -> None:
    field = pages.shown(kind)[0]
    field.setFocus()
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    before = pages.draft
    QApplication.sendEvent(field, turned)
    assert pages.draft == before
    assert not turned.isAccepted()


def test_tab_goes_through_everything_as_the_eye_reads(pages: LastPages) -> None:
    pages.named(QCheckBox, "Ikke behandlet er en fullført-status").setFocus()
    visited = []
    for _ in range(17):
        visited.append(pages.name_of_focus())
        pages.press(Qt.Key.Key_Tab)
    assert (
        visited
        == [
            *(f"{row.name} er en fullført-status" for row in pages.statuses),
            *["Ordrer fra og med"] * 3,  # day, month, year
            *(f"{row.label} overføres som" for row in pages.draft.methods[:-1]),
            "Søk etter kunde",
            "Ikke oppdater kunde",
            WRITE_BACK,
            "Flere valg …",
        ]
    )


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_the_page_fits_without_scrolling(pages: LastPages, language: None) -> None:
    sold_without_reason(pages, MANY)
    pages.until_idle()
    assert not has_scroll_bar(pages)


@pytest.mark.parametrize("language", ["nb", "en", "stretched"], indirect=True)
def test_no_text_is_cut(pages: LastPages, more: MoreChoices, language: None) -> None:
    sold_without_reason(pages, MANY)
    pages.qtbot.waitUntil(lambda: cut_texts(pages.wizard.current) == [])
    pages.qtbot.waitUntil(lambda: cut_texts(more) == [])


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_every_letter_leads_to_one_place(
    pages: LastPages, more: MoreChoices, language: None
) -> None:
    for window, count in ((pages.wizard, 8), (more, 10)):
        found = letters(window, more if window is pages.wizard else None)
        assert len(found) == count, found
        assert len(set(found)) == count, found


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_a_screen_reader_can_tell_every_control_from_the_others(
    pages: LastPages, more: MoreChoices, language: None
) -> None:
    for names in (spoken_names(pages.wizard.current, more), spoken_names(more)):
        assert all(names)
        assert len(set(names)) == len(names)
