from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.gui.last_pages import MAKER, ready_for, usual_order
from tests.orders.building import (
    COMPANY,
    OSLO,
    TODAY,
    VIPPS,
    WEBSHOP,
    an_order,
    company_facts,
)
from tripletex_wizard.domain.draft import Page, SetupDraft, profile_of_draft
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.known_accounts import SeenAccounts, StatedAccounts
from tripletex_wizard.domain.ledger import LedgerAccount, PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.prerequisites import CheckStatus
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    Environment,
    GiftCardRules,
    SalesDocument,
    SoldAs,
    ZeroReason,
)
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.gui.documents.paper import Paper, Section, Table
from tripletex_wizard.gui.documents.pdf import (
    checked,
    laid_out,
    made,
    page_of,
    paint_text,
    pdf_of,
    whose,
)
from tripletex_wizard.gui.documents.setup_confirmation import setup_confirmation
from tripletex_wizard.gui.texts import environment_word
from tripletex_wizard.gui.theme import Theme

MADE_AT = datetime(2026, 11, 23, 14, 5, tzinfo=OSLO)
SIGNED = replace(ready_for(Page.SUMMARY), signed_by="Rune Revisor")
TITLES = (
    *("Gyldighet", "Parter", "Betalingsmetoder", "Mva", "Egne regler", "Dokument og dato"),
    *("Numre", "Kunder", "Kontroller", "Prøveoverføring", "Endret siden forrige versjon"),
    *("Dekkes ikke", "Bekreftelse"),
)
NBSP = "\N{NO-BREAK SPACE}"

pytestmark = pytest.mark.usefixtures("norwegian")


def trial_of(draft: SetupDraft, order: Order) -> Trial:
    profile = profile_of_draft(draft, version=1)
    plan = plan_posting(order, profile, company_facts(), today=TODAY, choice=Choice())
    return Trial(order, plan)


TRIED = replace(SIGNED, trial=trial_of(SIGNED, usual_order()))


def paper_of(draft: SetupDraft = TRIED, version: int = 1) -> Paper:
    return setup_confirmation(draft, MAKER, version=version, made_at=MADE_AT)


def section(title: str, draft: SetupDraft = TRIED, version: int = 1) -> Section:
    return next(row for row in paper_of(draft, version).sections if row.title == title)


def rows(title: str, draft: SetupDraft = TRIED) -> tuple[tuple[str, ...], ...]:
    table = section(title, draft).table
    assert table is not None
    return table.rows


def facts(title: str, draft: SetupDraft = TRIED) -> dict[str, str]:
    return {row[0]: row[1] for row in rows(title, draft)}


def said(title: str, draft: SetupDraft = TRIED, version: int = 1) -> str:
    found = section(title, draft, version)
    return "\n".join((*found.before, *found.after))


def with_rules(draft: SetupDraft, **changes: object) -> SetupDraft:
    assert draft.rules is not None
    return replace(draft, rules=replace(draft.rules, **changes))  # type: ignore[arg-type]


def test_the_sections_stand_in_the_order_that_the_accountant_asked_for() -> None:
    assert tuple(row.title for row in paper_of().sections) == TITLES


def test_the_title_tells_the_version_and_which_one_it_replaces() -> None:
    assert paper_of().title == "Bekreftelse av oppsett, versjon 1"
    assert paper_of(version=4).title == "Bekreftelse av oppsett, versjon 4 (erstatter 3)"
    assert "første versjon" in said("Endret siden forrige versjon")
    assert "versjon 3" in said("Endret siden forrige versjon", version=4)


def test_parties_and_validity_are_those_of_the_draft_with_ungrouped_numbers() -> None:
    assert facts("Gyldighet") == {
        "Bekreftet": "23.11.2026 kl. 14:05",
        "Gjelder ordrer fullført fra og med": "23.11.2026",
        "Miljø": "øvelse",
    }
    parties = facts("Parter")
    assert parties["Selskap"] == "Fjord Garn AS"
    assert parties["Organisasjonsnummer"] == "314159268"
    assert parties["Selskaps-id i Tripletex"] == "4711"
    assert parties["Tripletex-nøkkel"] == "Selskapets egen"
    assert parties["Satt opp av"] == "Kari Nordmann"
    assert "11,11" in parties["Mva, slik Tripletex oppgir det"]


def test_an_accountants_key_is_told() -> None:
    assert TRIED.tripletex is not None
    found = replace(TRIED.tripletex, clients=(COMPANY,))
    draft = replace(TRIED, tripletex=found, client_company_id=COMPANY.id)
    assert facts("Parter", draft)["Tripletex-nøkkel"].startswith("Regnskapsførers")


def test_every_payment_method_tells_how_it_is_posted_and_how_much_went_through_it() -> None:
    found = rows("Betalingsmetoder")
    assert found[0] == (
        *("Vipps (vipps)", "Vipps (101)", "1902 Vipps", "bank eller kontanter, NOK"),
        *("Faktura, markeres som betalt", "ingenting", "412", f"318{NBSP}240,00"),
    )
    assert found[3][3] == "gjeld, NOK"
    assert found[4] == (
        *("Faktura vedlagt (invoice)", "Ikke marker faktura som betalt", "", ""),
        *("Faktura, markeres ikke som betalt", "Faktura på e-post", "31", f"58{NBSP}410,00"),
    )
    assert found[5][1] == "Overføres ikke"
    table = section("Betalingsmetoder").table
    assert table is not None
    assert table.sums[-2:] == ("2025", f"1{NBSP}098{NBSP}803,00")
    assert f"Dekker 821 av 2025 ordrer og 696{NBSP}685,00{NBSP}kr av" in said("Betalingsmetoder")
    assert "Overføres ikke: Kontant i kassen." in said("Betalingsmetoder")


@pytest.mark.parametrize(
    ("payment_type", "kind"),
    [
        (replace(VIPPS, customer_id=77), "kundereskontro, kunde 77, NOK"),
        (replace(VIPPS, account=None, currency="EUR"), "EUR"),
        (replace(VIPPS, account=LedgerAccount(1, 1550, "Fordring")), "fordring, NOK"),
        (replace(VIPPS, account=LedgerAccount(1, 3900, "Annet")), "NOK"),
    ],
    ids=["customer", "untold", "receivable", "other"],
)
def test_the_kind_of_account_is_told(payment_type: PaymentType, kind: str) -> None:
    assert TRIED.tripletex is not None
    types = (payment_type, *TRIED.tripletex.payment_types[1:])
    draft = replace(TRIED, tripletex=replace(TRIED.tripletex, payment_types=types))
    assert rows("Betalingsmetoder", draft)[0][3] == kind


def test_all_methods_that_are_transferred_leave_nothing_to_explain() -> None:
    draft = replace(TRIED, methods=TRIED.methods[:3])
    assert "Overføres ikke" not in said("Betalingsmetoder", draft)
    assert f"resten, 0,00{NBSP}kr" in said("Betalingsmetoder", draft)


def test_every_vat_rate_has_its_code_and_accounts_and_0_per_cent_its_reason() -> None:
    assert TRIED.rules is not None
    vat = replace(TRIED.rules.vat, zero_reasons=(ZeroReason("BOK-*", "5"), ZeroReason("K", "99")))
    found = rows("Mva", with_rules(TRIED, vat=vat))
    assert found[0] == (f"25{NBSP}%", "Innenlands", "3", "3000/2700 (antatt)")
    assert found[3] == (f"11,11{NBSP}%", "Innenlands", "32", "ukjent")
    assert found[4][1:] == (
        *("Innenlands, varenummer BOK-*: Fritatt, som bøker (5)", "5", "3100 (antatt)"),
    )
    assert found[5][1] == "Innenlands, varenummer K: Mva-kode 99"
    assert found[6][2:] == ("52", "3105 (antatt)")
    assert found[7][2:] == ("6", "ukjent")


def test_each_account_says_how_it_is_known() -> None:
    assert TRIED.rules is not None
    stated = (StatedAccounts("31", 3035), StatedAccounts("33", 3055, 2705))
    draft = with_rules(TRIED, vat=replace(TRIED.rules.vat, accounts=stated))
    seen = (SeenAccounts("3", 3010, "Salg av garn", 2700, "Utgående mva", "1042"),)
    paper = setup_confirmation(draft, MAKER, version=1, made_at=MADE_AT, seen=seen)
    table = next(row.table for row in paper.sections if row.title == "Mva")
    assert table is not None
    assert [row[3] for row in table.rows[:3]] == [
        "3010/2700 (sett på bilag 1042)",
        "3035 (oppgitt)/2701 (antatt)",
        "3055/2705 (oppgitt)",
    ]


def test_own_rules_dates_numbers_and_customers_follow_the_choices() -> None:
    draft = with_rules(
        TRIED, due_days=1, number_prefix="M-", search_customer=True, gift_card_payment_type=None
    )
    assert "25" in facts("Egne regler", draft)["Frakt og betalingsgebyr"]
    assert facts("Egne regler", draft)["Gavekort brukt"].endswith("slike ordrer stoppes")
    assert facts("Egne regler")["Gavekort brukt"] == "Betaling: Gavekort (2901)"
    assert facts("Egne regler")["Gavekort solgt"] == (
        "Varenummer GAVEKORT, på produktet GAVEKORT med samme konto som gavekort som brukes. Som "
        "gjeld, ikke omsetning (7, ellers 0). Salget kommer ikke i mva-meldingen. Mva meldes når "
        "kortet brukes."
    )
    assert facts("Egne regler")["Kampanjekort og bonus"] == (
        "Rabatt: ingen. Betaling: ingen. Andre kortserier: Betaling. Bonus og kampanje stoppes"
    )
    assert facts("Egne regler")["Varelinjer"] == "Som tekst, uten produkt"
    assert facts("Egne regler")["Kreditering og tilbakebetaling"] == (
        "En kreditordre blir en kreditnota på kundens faktura. En tilbakebetaling registreres med "
        "betalingsmåtens betalingstype når noen sier at pengene er betalt tilbake"
    )
    sold_twice = with_rules(TRIED, gift_cards=GiftCardRules("GK", SoldAs.EXEMPT))
    assert (
        "meldes som fritatt omsetning nå, og en gang til"
        in (facts("Egne regler", sold_twice)["Gavekort solgt"])
    )
    assert facts("Dokument og dato", draft)["Forfall"] == "Betalt: 0 dager. Ikke betalt: 1 dag"
    assert "Regnskapsperiode" in facts("Dokument og dato", draft)
    assert facts("Numre", draft)["Prefiks på ordrenummer"] == "M-"
    assert facts("Numre")["Prefiks på ordrenummer"] == "ingen"
    assert "10412" in facts("Numre")["Kundenummer"]
    assert facts("Kunder", draft)["Søk etter kunde"] == "ja"
    assert facts("Kunder", draft)["Ikke oppdater kunde"] == "ja"
    assert facts("Kunder")["Ikke oppdater kunde"] == "nei"


def test_the_sales_document_and_its_date_are_signed() -> None:
    by_invoice = facts("Dokument og dato")
    assert by_invoice["Salgsdokument"].startswith("Fakturaen i Tripletex")
    assert by_invoice["Fakturadato"].startswith("Overføringsdagen. Til og med den 15.")
    draft = with_rules(TRIED, sales_document=SalesDocument.RECEIPT)
    by_receipt = facts("Dokument og dato", draft)
    assert by_receipt["Salgsdokument"].startswith("Betalte ordrer: Kvitteringen fra Mystore")
    assert by_receipt["Fakturadato"].startswith(
        "Betalte ordrer: dagen ordren ble fullført i Mystore, eller stoppet når perioden"
    )
    assert by_receipt["Fakturadato"].endswith("Andre: " + by_invoice["Fakturadato"])


def test_the_department_is_signed() -> None:
    assert facts("Egne regler")["Avdeling"] == "Ingen: ordrer som trenger en, stoppes"
    chosen = with_rules(TRIED, department=WEBSHOP)
    assert chosen.tripletex is not None
    found = replace(chosen.tripletex, departments=(WEBSHOP,))
    named = facts("Egne regler", replace(chosen, tripletex=found))
    assert named["Avdeling"] == "10 Nettbutikk"
    unread = replace(chosen, tripletex=replace(found, departments=None))
    assert facts("Egne regler", unread)["Avdeling"] == "10 Nettbutikk"
    assert facts("Egne regler", chosen)["Avdeling"] == "10 Nettbutikk, som ikke lenger er aktiv"


def test_how_companies_are_sent_their_invoices_is_signed() -> None:
    assert facts("Kunder")["Sendemåte"] == "E-post, for metodene der Tripletex sender"
    draft = with_rules(TRIED, company_invoices=CompanyInvoices.EHF)
    told = facts("Kunder", draft)["Sendemåte"]
    assert "til bedrifter som EHF, og på e-post til dem som ikke kan motta det" in told
    assert "Faktura på e-post, til bedrifter som EHF" in paper_of(draft).html


def test_writing_to_mystore_is_signed_with_what_it_does_to_customers_money() -> None:
    assert facts("Egne regler")["Ordrestatus i Mystore"] == "Skriver ikke til Mystore"
    allowed = facts("Egne regler", with_rules(TRIED, write_back=True))["Ordrestatus i Mystore"]
    assert allowed.startswith(
        "Skriver ordrestatus til Mystore. Når en ordre får en fullført status, trekker Mystore"
    )


def test_every_check_is_there_and_what_could_not_be_made_has_a_name_to_it() -> None:
    found = rows("Kontroller")
    assert len(found) == len(TRIED.board)
    assert found[0] == ("Nøkkel og selskap", "OK", "Koblet til Fjord Garn AS, 999888771.")
    assert "Kontrollert 23.11.2026 kl. 10:42." in said("Kontroller")
    assert "bekreftet av Rune Revisor: Avrunding av faktura." in said("Kontroller")
    assert "____: Avrunding" in said("Kontroller", replace(TRIED, signed_by=""))


def test_a_board_that_is_all_well_and_has_no_time_has_nothing_to_add() -> None:
    board = tuple(replace(row, status=CheckStatus.OK) for row in TRIED.board)
    assert said("Kontroller", replace(TRIED, board=board, board_checked_at=None)) == ""


def test_the_trial_shows_lines_postings_and_that_they_balance() -> None:
    found = rows("Prøveoverføring")
    assert found[0] == ("Faktura", "1500 Kundefordringer", "", "730,00", "")
    assert found[-1] == ("Betaling", "1500 Kundefordringer", "", "", "730,00")
    table = section("Prøveoverføring").table
    assert table is not None
    assert table.sums == ("Sum", "", "", f"1{NBSP}460,00", f"1{NBSP}460,00")
    text = said("Prøveoverføring")
    assert "Ordre 10457" in text
    assert f"3 × Saga 111, mva-kode 3 (25{NBSP}%): 267,00" in text
    assert "Stemmer, differanse 0,00. Ikke bokført." in text


def test_a_trial_that_was_booked_stopped_or_not_made_says_so() -> None:
    assert TRIED.trial is not None
    outcome = Outcome(
        *("10457", TransferState.TRANSFERRED, TransferAs.INVOICE),
        invoice_number=10201,
        amount=Money(730_00),
    )
    booked = replace(TRIED, trial=replace(TRIED.trial, booked=outcome))
    unmapped = Problem(Code.METHOD_UNMAPPED, method="Vipps")
    stopped = replace(TRIED, trial=Trial(an_order(), problems=(unmapped,)))
    text = said("Prøveoverføring", booked)
    assert "Resultat av prøveoverføringen: 10457 · Overført" in text
    assert "Ikke bokført" not in text
    assert "sender" not in text  # a trial sends nothing, whatever the set-up says
    before = replace(TRIED.trial, booked=outcome, is_from_before=True)
    earlier_told = said("Prøveoverføring", replace(TRIED, trial=before))
    assert "Før prøven, ifølge journalen: 10457 · Overført · Faktura 10201" in earlier_told
    assert "Resultat av" not in earlier_told
    failed = replace(outcome, state=TransferState.FAILED, problems=(Problem(Code.OUTCOME_UNKNOWN),))
    refused = replace(TRIED, trial=replace(TRIED.trial, booked=failed))
    told = said("Prøveoverføring", refused)
    assert ".." not in told
    assert "Tripletex sender" in told  # what it would become still stands
    assert "Vipps" in said("Prøveoverføring", stopped)
    assert section("Prøveoverføring", stopped).table is None
    none = replace(TRIED, trial=Trial(None), trial_seen="")
    assert said("Prøveoverføring", none) == "Ingen ordre er prøvd."
    for trial in (None, Trial(None)):
        earlier = replace(TRIED, trial=trial)
        assert said("Prøveoverføring", earlier).startswith("En ordre er vist tidligere")


def test_without_a_name_it_does_not_say_that_it_is_confirmed() -> None:
    unsigned = replace(TRIED, signed_by=" ")
    assert ("Bekreftet", "Ikke bekreftet i programmet") in rows("Gyldighet", unsigned)
    assert "Bekreftet i programmet" not in said("Bekreftelse", unsigned)


def test_it_is_confirmed_in_the_program_and_never_signed_electronically() -> None:
    text = said("Bekreftelse")
    assert "Det er grunnlaget for føringen fra 23.11.2026." in text
    assert "Bekreftet i programmet av Rune Revisor, 23.11.2026 kl. 14:05." in text
    assert "Betalingsmetodene er bekreftet i programmet av Kari Nordmann" in text
    assert "elektronisk" not in paper_of().html
    assert paper_of().lines_to_sign == (
        "Virksomheten: navn, rolle, dato, underskrift",
        "Regnskapsfører: navn, foretak, dato, underskrift",
    )


def test_what_nobody_has_confirmed_is_not_said_to_be() -> None:
    text = said("Bekreftelse", replace(TRIED, signed_by=" ", confirmation=None))
    assert "i programmet" not in text


def test_amounts_stand_at_the_right_and_what_people_wrote_is_no_markup() -> None:
    methods = (replace(TRIED.methods[0], label="<b>Vipps</b>"), *TRIED.methods[1:])
    html = paper_of(replace(TRIED, methods=methods)).html
    whole = f'<p style="white-space: nowrap; margin: 0">318{NBSP}240,00</p>'
    assert f'<td align="right" valign="top" width="12%">{whole}</td>' in html
    assert "&lt;b&gt;Vipps&lt;/b&gt;" in html


def test_amounts_are_whole_in_however_narrow_a_column_and_each_currency_has_a_line(
    qapp: QApplication,
) -> None:
    euros = f"1{NBSP}234{NBSP}567,00{NBSP}EUR"
    table = Table(("Ordre", "Beløp"), (("1", f"{euros} + {euros}"),), frozenset({1}), widths=(0, 5))
    paper = replace(paper_of(), sections=(Section("Smalt", table=table),), lines_to_sign=())
    (document,) = laid_out(paper, QSizeF(500, 700))

    block = document.lastBlock()
    while block.isValid() and "EUR" not in block.text():
        block = block.previous()
    layout, text = block.layout(), block.text()
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    shown = [text[line.textStart() :][: line.textLength()].strip() for line in lines]
    assert [line.replace("\u2028", "") for line in shown] == [f"{euros}{NBSP}+", euros]
    assert document.documentLayout().documentSize().width() <= 500


def test_a_method_that_is_told_apart_by_its_module_has_it_once() -> None:
    methods = (replace(TRIED.methods[0], label="Kort (adyen)", method="adyen"),)
    html = paper_of(replace(TRIED, methods=methods)).html
    assert "Kort (adyen)" in html
    assert "(adyen) (adyen)" not in html


def test_the_checksum_is_that_of_the_printed_rows_and_changes_with_any_of_them() -> None:
    paper = paper_of()
    printed = [
        line
        for part in paper.sections
        if part.table
        for line in (*part.table.rows, *([part.table.sums] if part.table.sums else []))
    ]
    text = "\n".join("\t".join(line) for line in printed)
    assert paper.checksum == sha256(text.encode()).hexdigest()
    assert paper.checksum != paper_of(with_rules(TRIED, due_days=15)).checksum


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        (Environment.PRODUCTION, "PRODUKSJON"),
        (Environment.TEST, "TEST"),
        (Environment.PRACTICE, "ØVELSE"),
    ],
)
def test_the_environment_stands_in_capitals(environment: Environment, word: str) -> None:
    assert environment_word(environment) == word


def test_the_file_is_a_pdf_of_a_few_pages(qapp: QApplication) -> None:
    content = pdf_of(paper_of())
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 4


def test_a_watermark_is_printed_unless_it_is_production(qapp: QApplication) -> None:
    practice = paper_of()
    production = replace(
        practice, origin=replace(practice.origin, environment=Environment.PRODUCTION)
    )
    assert pdf_of(practice) != pdf_of(production)
    assert len(pdf_of(practice)) > len(pdf_of(production))


def test_a_part_that_fits_its_page_is_left_where_it_is(qapp: QApplication) -> None:
    short = replace(paper_of(), sections=paper_of().sections[:2])
    assert len(re.findall(rb"/Type\s*/Page\b", pdf_of(short))) == 1


def test_every_page_tells_where_it_comes_from() -> None:
    paper = paper_of()
    assert whose(paper.origin) == "Fjord Garn AS · 314159268 · fjord-garn"
    assert made(paper.origin) == (
        "Laget 23.11.2026 kl. 14:05 av Kari Nordmann på kontor-pc med Tripletex-veiviseren 0.1.0, "
        "oppsettsversjon 1"
    )
    assert checked(paper) == f"Kontrollsum av tallene (SHA-256): {paper.checksum}"


@pytest.mark.parametrize("lines", range(1, 9))
def test_a_heading_is_never_parted_from_what_follows_it(qapp: QApplication, lines: int) -> None:
    parts = tuple(Section(f"Del {place}", ("Linje",) * lines) for place in range(40))
    (document,) = laid_out(replace(paper_of(), sections=parts), QSizeF(500, 700))
    block, headings = document.begin(), 0
    while block.isValid():
        if block.blockFormat().headingLevel():
            headings += 1
            assert page_of(document, block) == page_of(document, block.next()), block.text()
        block = block.next()
    assert headings == len(parts) + 1
    assert document.pageCount() > 1


def test_the_part_that_is_signed_stands_on_one_page(qapp: QApplication) -> None:
    for lines in range(30, 70):
        part = Section("Lang", tuple(f"Linje {place}" for place in range(lines)))
        last = paper_of().sections[-1]
        paper = replace(paper_of(), sections=(part, last))
        (document,) = laid_out(paper, QSizeF(500, 700))
        block = document.begin()
        while block.text() != f"2. {last.title}":
            block = block.next()
        assert page_of(document, block) == page_of(document, document.lastBlock()), lines


def test_the_ink_is_dark_on_paper_also_when_the_screen_is_dark(theme: Theme) -> None:
    theme.choose(Qt.ColorScheme.Dark)
    size = QSizeF(400, 300)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_text(painter, laid_out(paper_of(), size)[0], 0, size)
    painter.end()
    shades = {image.pixelColor(x, y).lightness() for x in range(400) for y in range(40)}
    assert min(shades) <= QColor("#1d2421").lightness() + 20
