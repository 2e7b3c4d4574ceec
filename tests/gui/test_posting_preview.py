"""The preview of a batch as a table for a spreadsheet and as a paper."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.gui.posting_previews import document
from tests.gui.summary_read import rows_of
from tests.orders.building import a_guest, a_line, an_order
from tests.orders.worked import worked_orders
from tripletex_wizard.gui.documents.paper import Section
from tripletex_wizard.gui.documents.posting_preview import PostingPreview
from tripletex_wizard.gui.documents.posting_rows import column_names

pytestmark = pytest.mark.usefixtures("norwegian")

WORKED = {row.case[:3]: row.order for row in worked_orders() if row.case.startswith("T")}
T01, T03, T12 = WORKED["T01"], WORKED["T03"], WORKED["T12"]
ENTERED = an_order("10462", method="collect")
STOPPED = an_order("10474", lines=[a_line(rate="17")])

Row = dict[str, str]


def rows(*given: PostingPreview, kind: str = "") -> list[Row]:
    (report,) = given
    return [row for row in rows_of(report.csv()) if row["Rad"] == kind or not kind]


def total(found: Iterable[Row], column: str) -> Decimal:
    """As a spreadsheet sums a column of cells with comma decimals."""
    return sum((Decimal(row[column].replace(",", ".")) for row in found if row[column]), Decimal(0))


def test_the_columns_of_the_csv_add_up_to_the_preview() -> None:
    found = rows(document(T01, T03, ENTERED, STOPPED))
    sums = {
        name: total(found, name)
        for name in (
            *("Linje brutto", "Linje mva", "Linje netto", "Mva i Tripletex", "Mva-grunnlag"),
            *("Debet", "Kredit", "Ordresum i butikken", "Sum linjer", "Betalt", "Utestående"),
            *("Differanse", "Mva-differanse"),
        )
    }
    assert sums == {
        "Linje brutto": Decimal("1386.00"),  # 730,00 + 567,00 + 89,00
        "Linje mva": Decimal("137.35"),  # 73,77 + 45,78 + 17,80
        "Linje netto": Decimal("1248.65"),
        "Mva i Tripletex": Decimal("137.35"),
        "Mva-grunnlag": Decimal("1248.65"),
        "Debet": Decimal("2594.00"),  # 2 x 730,00 + 2 x 567,00
        "Kredit": Decimal("2594.00"),
        "Ordresum i butikken": Decimal("1475.00"),  # with the stopped order's 89,00
        "Sum linjer": Decimal("1386.00"),
        "Betalt": Decimal("1297.00"),
        "Utestående": Decimal("89.00"),
        "Differanse": Decimal("0.00"),
        "Mva-differanse": Decimal("0.00"),
    }


def test_a_line_of_the_csv_says_all_of_it() -> None:
    yarn, book, *_ = rows(document(T01), kind="Linje")
    expected = {
        "Ordre": "10457",
        "Kunde": "Kari Eksempel",
        "Ordredato": "20.11.2026",
        "Leveringsdato": "21.11.2026",
        "Fakturadato": "23.11.2026",
        "Forfall": "23.11.2026",
        "Mva-termin": "6. termin 2026",
        "Overføres som": "Faktura",
        "Betalingstyper": "Vipps 730,00",
        "Utsendelse": "Tripletex sender ikke noe til kunden",
        "Valuta": "NOK",
        "Varenummer": "SAGA-111",
        "Tekst": "Saga 111 Pumpkin",
        "Antall": "3",
        "Enhetspris inkl. mva": "89",
        "Rabatt %": "0",
        "Mva-kode": "3",
        "Mva-kode id": "3",
        "Sats %": "25",
        "Linje netto": "213,60",
        "Linje mva": "53,40",
        "Linje brutto": "267,00",
        "Avgiftsgrunn": "",
        "Debet": "",
        "Ordresum i butikken": "",
    }
    assert {name: yarn[name] for name in expected} == expected
    assert book["Avgiftsgrunn"] == "0 %: fritatt for mva"


def test_a_posting_of_the_csv_has_its_account_and_what_is_known_of_it() -> None:
    found = [
        (row["Bilag"], row["Konto"], row["Kontoen er"], row["Mva-kode"], row["Debet"])
        for row in rows(document(T01), kind="Postering")
    ]
    assert found[0] == ("Faktura", "1500", "", "", "730,00")
    assert found[1] == ("Faktura", "3000", "antatt", "3", "")
    assert found[-2] == ("Betaling", "1902", "", "", "730,00")


def test_a_discount_keeps_its_sign_and_is_a_number_for_a_spreadsheet() -> None:
    (high, *_) = (row for row in rows(document(T03), kind="Linje") if row["Antall"] == "-1")
    assert (high["Linje brutto"], high["Linje netto"], high["Linje mva"]) == (
        *("-26,69", "-21,35", "-5,34"),
    )


def test_no_text_is_taken_for_a_formula_and_no_amount_is_harmed() -> None:
    names = ("=1+1", "+47", "-10 %", "@SUM(A1)", "\t=1", "\n=1", "Garn; «rødt»\r\nto")
    order = an_order(
        customer=a_guest('=HYPERLINK("x";"y")'),
        lines=[replace(a_line(), name=name, sku=name) for name in names],
        total="623.00",
    )
    found = rows(document(order))
    lines = [row for row in found if row["Rad"] == "Linje"]
    assert [row["Tekst"] for row in lines] == [*(f"'{name}" for name in names[:-1]), names[-1]]
    assert [row["Varenummer"] for row in lines] == [row["Tekst"] for row in lines]
    assert {row["Kunde"] for row in found} == {'\'=HYPERLINK("x";"y")'}
    assert total(found, "Linje brutto") == Decimal("623.00")


def test_an_order_that_is_not_sent_has_a_row_with_its_sum_and_the_reason() -> None:
    (row,) = rows(document(STOPPED), kind="Sendes ikke nå")
    assert (row["Ordre"], row["Overføres som"], row["Ordresum i butikken"]) == (
        *("10474", "Stoppet", "89,00"),
    )
    assert row["Merknad"].startswith("Linjen «Saga 111» har 17")


def test_an_open_order_has_no_invoice_date_and_no_postings() -> None:
    found = rows(document(ENTERED))
    assert {row["Fakturadato"] for row in found} == {""}
    assert {row["Overføres som"] for row in found} == {"Ordre, ikke bokført"}
    assert "Postering" not in {row["Rad"] for row in found}


def test_each_row_says_where_it_comes_from_and_what_it_can_be_checked_by() -> None:
    found = rows(document(T01, STOPPED))
    columns = list(column_names().values())
    cells = "\n".join("\t".join(row[name] for name in columns) for row in found)
    checksum = hashlib.sha256(cells.encode()).hexdigest()
    for row in found:
        assert row["Selskap"] == "Fjord Garn AS"
        assert row["Organisasjonsnummer"] == "314159268"
        assert row["Nettbutikk"] == "fjord-garn"
        assert row["Miljø"] == "ØVELSE"
        assert row["Oppsettsversjon"] == "3"
        assert row["Laget"] == "23.11.2026 kl. 10:42"
        assert row["Laget av"] == "Kari, KONTOR-PC"
        assert row["Programversjon"] == "0.1.0"
        assert row["Kontrollsum av tallene (SHA-256)"] == checksum


def part(report: PostingPreview, title: str) -> Section:
    return next(row for row in report.paper().sections if row.title == title)


def test_the_paper_has_the_sums_the_control_what_is_not_sent_and_every_order() -> None:
    report = document(T01, T03, ENTERED, STOPPED)
    paper = report.paper()
    assert paper.title == "Forhåndsvisning av bokføring, 23.11.2026 kl. 10:42"
    assert [row.title for row in paper.sections] == [
        "Hva ordrene overføres som",
        "Per konto",
        "Per mva-kode (bare det som bokføres)",
        "Per betalingstype (bare det som bokføres)",
        "Per fakturadato og mva-termin",
        "Kontroll",
        "Sendes ikke nå",
        "Ordre for ordre",
    ]
    said = [text.replace("\xa0", " ") for text in part(report, "Kontroll").before]
    assert said == [
        "Sum debet 2 594,00 kr = sum kredit 2 594,00 kr.",
        (
            "Butikkens 1 475,00 kr = bokføres 1 297,00 kr + lagt inn som ordre 89,00 kr + "
            "sendes ikke nå 89,00 kr, differanse 0,00."
        ),
        "Fra Tripletex: 0 e-poster.",
    ]
    assert [row.title for row in part(report, "Ordre for ordre").parts] == [
        "Ordre 10457, Kari Eksempel",
        "Ordre 10459, Bjørg Prøve",
        "Ordre 10462, Kari Eksempel",
    ]


def test_an_order_on_paper_has_lines_vat_postings_and_the_control() -> None:
    (order,) = part(document(T01), "Ordre for ordre").parts
    vat, postings, told = order.parts
    assert order.table is not None
    assert vat.table is not None
    assert postings.table is not None
    assert order.table.rows[1] == (
        *("BOK-01", "Strikkebok (0 %: fritatt for mva)", "1", "349,00", "0", "5 (5)"),
        *("0\xa0%", "349,00", "0,00", "349,00"),
    )
    assert order.table.sums[-3:] == ("656,23", "73,77", "730,00")
    assert vat.table.rows[0] == ("3 (25\xa0%)", "276,80", "69,20", "69,20", "0,00")
    assert postings.table.sums[-2:] == ("1\xa0460,00", "1\xa0460,00")
    (control, freight) = told.before
    assert control == (
        "Butikken 730,00 = linjer 730,00 = Vipps 730,00 + utestående 0,00. "
        "Stemmer, differanse 0,00."
    )
    assert freight.startswith("Frakt eller gebyr på 79,00")


def test_amounts_in_another_currency_are_never_added_to_kroner() -> None:
    report = document(T01, T12)
    foot = [text.replace("\xa0", " ") for text in part(report, "Kontroll").before]
    assert "Sum debet 1 460,00 kr = sum kredit 1 460,00 kr." in foot
    assert any("SEK" in text and "kr" not in text.replace("kredit", "") for text in foot[2:4])
    assert part(report, "Per valuta").table is not None


def test_the_checksum_of_the_paper_counts_the_figures_of_each_order_too() -> None:
    one = an_order(lines=[a_line("44.50", quantity="2")])
    other = an_order(lines=[a_line("22.25", quantity="4")])
    first, second = document(one), document(other)
    assert first.paper().sections[:5] == second.paper().sections[:5]
    assert first.paper().checksum != second.paper().checksum
