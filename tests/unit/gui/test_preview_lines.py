from __future__ import annotations

import pytest

from tests.orders.building import TODAY, a_guest, a_line, a_profile, an_order, company_facts
from tests.orders.worked import worked_orders
from tripletex_wizard.domain.batch_preview import BatchPreview, preview_of
from tripletex_wizard.domain.order_preview import order_previews
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.standing import standing_of
from tripletex_wizard.domain.transfer import Progress
from tripletex_wizard.gui.preview_lines import batch_lines, order_lines

pytestmark = pytest.mark.usefixtures("norwegian")

PROFILE, FACTS = a_profile(), company_facts()
WORKED = {row.case[:3]: row.order for row in worked_orders()}
STOPPED = an_order("10474", lines=[a_line(rate="17")])


def preview(*orders: Order) -> BatchPreview:
    standings = [standing_of(row, Progress(), PROFILE, FACTS, TODAY) for row in orders]
    return preview_of(standings, Choice(), PROFILE)


def plain(lines: list[str]) -> list[str]:
    return [line.replace("\xa0", " ") for line in lines]


def lines_of(order: Order) -> list[str]:
    (shown,) = order_previews(preview(order), FACTS.payment_types)
    return plain(order_lines(shown, FACTS.payment_types))


def test_a_dry_run_shows_all_that_the_preview_has() -> None:
    assert lines_of(WORKED["T01"]) == [
        (
            "  Nummer i Tripletex 10457 · Ordredato 20.11.2026 · Levert 21.11.2026 · Fakturadato "
            "23.11.2026 · Forfall 23.11.2026 · Mva-termin 6. termin 2026 · Overføres som Faktura "
            "· Betaling Vipps 730,00 · Utsendelse Tripletex sender ikke noe til kunden · Valuta "
            "NOK"
        ),
        (
            "  3 × Saga 111 Pumpkin: 267,00, mva-kode 3 (25 %), netto 213,60, mva 53,40, "
            "enhetspris 89,00, rabatt 0 % · varenr. SAGA-111"
        ),
        (
            "  1 × Strikkebok: 349,00, mva-kode 5 (0 %), netto 349,00, mva 0,00, enhetspris "
            "349,00, rabatt 0 % · varenr. BOK-01 · 0 %: fritatt for mva"
        ),
        (
            "  1 × Sjokolade: 35,00, mva-kode 31 (15 %), netto 30,43, mva 4,57, enhetspris 35,00, "
            "rabatt 0 % · varenr. SJO-100"
        ),
        (
            "  1 × Bring - Pakke til hentested: 79,00, mva-kode 3 (25 %), netto 63,20, mva 15,80, "
            "enhetspris 79,00, rabatt 0 %"
        ),
        "  Mva 3 (25 %): grunnlag 276,80, mva 69,20, i butikken 69,20, differanse 0,00",
        "  Mva 5 (0 %): grunnlag 349,00, mva 0,00, i butikken 0,00, differanse 0,00",
        "  Mva 31 (15 %): grunnlag 30,43, mva 4,57, i butikken 4,57, differanse 0,00",
        "  Faktura: 1500 Kundefordringer, debet 730,00",
        (
            "  Faktura: 3000 Salgsinntekt, avgiftspliktig, høy sats (antatt), kredit 276,80 · "
            "Mva-kode 3"
        ),
        "  Faktura: 2700 Utgående mva, høy sats (antatt), kredit 69,20 · Mva-kode 3",
        (
            "  Faktura: 3100 Salgsinntekt, avgiftsfri, innenlands (antatt), kredit 349,00 · "
            "Mva-kode 5"
        ),
        (
            "  Faktura: 3030 Salgsinntekt, avgiftspliktig, middels sats (antatt), kredit 30,43 · "
            "Mva-kode 31"
        ),
        "  Faktura: 2701 Utgående mva, middels sats (antatt), kredit 4,57 · Mva-kode 31",
        "  Betaling: 1902 Vipps, debet 730,00",
        "  Betaling: 1500 Kundefordringer, kredit 730,00",
        (
            "  Butikken 730,00 = linjer 730,00 = Vipps 730,00 + utestående 0,00. Stemmer, "
            "differanse 0,00."
        ),
    ]


def test_a_dry_run_says_who_gets_an_email_and_when_it_is_due() -> None:
    (facts, *_) = lines_of(an_order(customer=a_guest(email="per@example.com"), method="invoice"))
    assert "Forfall 07.12.2026" in facts
    assert "Tripletex sender fakturaen til per@example.com" in facts


def test_another_currency_says_who_sets_the_rate() -> None:
    (rate, _control) = lines_of(WORKED["T12"])[-2:]
    assert rate.startswith("  Beløp i SEK.")


def test_vat_that_the_shop_does_not_state_has_no_difference() -> None:
    assert "  Mva 3 (25 %): grunnlag 71,20, mva 17,80" in lines_of(an_order())


def test_a_dry_run_ends_with_the_sums_of_the_batch() -> None:
    entered = an_order("10462", method="collect")
    batch = preview(WORKED["T01"], entered, STOPPED)
    assert plain(batch_lines(batch, FACTS.payment_types)) == [
        "Hva ordrene overføres som:",
        "  Bokføres som faktura · Antall 1 · Beløp 730,00 kr",
        "  Lagt inn som ordre, ikke bokført · Antall 1 · Beløp 89,00 kr",
        "  Stoppet · Antall 1 · Beløp 89,00 kr",
        "  Sum · Antall 3 · Beløp 908,00 kr",
        "Per konto:",
        "  1500 Kundefordringer · Debet 730,00 · Kredit 730,00 · Netto 0,00",
        "  1902 Vipps · Debet 730,00 · Kredit 0,00 · Netto 730,00",
        "  2700 Utgående mva, høy sats (antatt) · Debet 0,00 · Kredit 69,20 · Netto −69,20",
        "  2701 Utgående mva, middels sats (antatt) · Debet 0,00 · Kredit 4,57 · Netto −4,57",
        (
            "  3000 Salgsinntekt, avgiftspliktig, høy sats (antatt) · Debet 0,00 · Kredit 276,80 "
            "· Netto −276,80"
        ),
        (
            "  3030 Salgsinntekt, avgiftspliktig, middels sats (antatt) · Debet 0,00 · Kredit "
            "30,43 · Netto −30,43"
        ),
        (
            "  3100 Salgsinntekt, avgiftsfri, innenlands (antatt) · Debet 0,00 · Kredit 349,00 · "
            "Netto −349,00"
        ),
        "  Sum · Debet 1 460,00 · Kredit 1 460,00",
        "Per mva-kode (bare det som bokføres):",
        "  3 (25 %) · Grunnlag 276,80 · Mva 69,20",
        "  31 (15 %) · Grunnlag 30,43 · Mva 4,57",
        "  5 (0 %) · Grunnlag 349,00 · Mva 0,00",
        "Per betalingstype (bare det som bokføres):",
        "  Vipps · Antall 1 · Beløp 730,00",
        "Per fakturadato og mva-termin:",
        "  23.11.2026 (6. termin 2026) · Antall 1 · Beløp 730,00",
        "Sum debet 1 460,00 kr = sum kredit 1 460,00 kr.",
        (
            "Butikkens 908,00 kr = bokføres 730,00 kr + lagt inn som ordre 89,00 kr + sendes ikke "
            "nå 89,00 kr, differanse 0,00."
        ),
        "Fra Tripletex: 0 e-poster.",
    ]
