from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.batch_texts import (
    nothing_pending,
    outcome_line,
    summary_lines,
    transferring,
    waiting,
    went_over,
)

TRANSFERRED = TransferState.TRANSFERRED


def invoiced(number: int, ore: int, *problems: Problem, currency: str = "NOK") -> Outcome:
    return Outcome(
        str(number + 256),
        TRANSFERRED,
        TransferAs.INVOICE,
        problems,
        order_id=number,
        invoice_id=number,
        invoice_number=number,
        amount=Money(ore, currency),
    )


def ordered(number: str, ore: int) -> Outcome:
    return Outcome(number, TRANSFERRED, TransferAs.ORDER, order_id=7, amount=Money(ore))


def plain(line: str) -> str:
    return line.replace("\xa0", " ")


STOPPED = Outcome(
    "10474",
    TransferState.STOPPED,
    problems=(
        Problem(Code.VAT_CODE_INACTIVE, line="Sjokolade", rate=Decimal(15), vat_code="31"),
        Problem(Code.COUNTRY_UNKNOWN, country="Norden"),
    ),
)
FAILED = Outcome(
    "10465",
    TransferState.FAILED,
    problems=(
        Problem(
            Code.REJECTED, text="Organisasjonsnummeret er ugyldig.", field="x", code=1, status=422
        ),
    ),
    request_ids=("a-1", "b-2"),
)
UNCERTAIN = Outcome("10470", TransferState.UNCERTAIN, problems=(Problem(Code.OUTCOME_UNKNOWN),))


def test_a_transferred_order_shows_its_invoice_and_amount(norwegian: None) -> None:
    assert (
        plain(outcome_line(invoiced(10201, 73000)))
        == "10457 · Overført · Faktura 10201 · 730,00 kr"
    )


def test_a_note_stands_after_the_amount(norwegian: None) -> None:
    line = outcome_line(invoiced(10201, 73000, Problem(Code.NO_EMAIL_ADDRESS)))
    assert line.endswith("kr · Kunden har ingen e-postadresse, så Tripletex sender ikke fakturaen.")


def test_notes_follow_each_other_as_sentences(norwegian: None) -> None:
    notes = (Problem(Code.SETTLED, invoice=10201), Problem(Code.EMAILED_BEFORE))
    assert outcome_line(invoiced(10201, 73000, *notes)).endswith(
        "kr · Fikk ikke svar fra Tripletex sist, men faktura 10201 ble laget. Ingenting er sendt "
        "på nytt. Forsøket som ikke fikk svar, ba Tripletex sende fakturaen til kunden på e-post."
    )


def test_ehf_is_never_told_as_an_email(norwegian: None) -> None:
    row = replace(invoiced(10201, 73000), ehf_to="313900215")
    assert plain(outcome_line(row)).endswith("730,00 kr · sendt som EHF til 313900215")
    settled = invoiced(10201, 73000, Problem(Code.SENT_AS_EHF_BEFORE))
    assert outcome_line(settled).endswith(
        "kr · Forsøket som ikke fikk svar, ba Tripletex sende fakturaen til kunden som EHF."
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (Code.EHF_SENT_AS_EMAIL, "og ble bedt om å sende på e-post i stedet."),
        (Code.EHF_NOT_SENT, "Kunden har ikke fått noe tilsendt."),
    ],
)
def test_ehf_that_was_refused_is_told_with_what_was_done(
    norwegian: None, code: Code, said: str
) -> None:
    line = outcome_line(invoiced(10201, 73000, Problem(code)))
    assert "Tripletex kunne ikke sende som EHF til kunden" in line
    assert line.endswith(said)


def test_a_credited_order_is_not_told_as_booked(norwegian: None) -> None:
    codes = (Code.INVOICE_CREDITED, Code.ALREADY_BOOKED)
    row = invoiced(10201, 73000, *(Problem(code, invoice=10201) for code in codes))
    assert plain(outcome_line(replace(row, state=TransferState.CREDITED))) == (
        "10457 · Kreditert · Faktura 10201 · 730,00 kr · Faktura 10201 er kreditert i Tripletex."
    )
    noted = outcome_line(replace(row, state=TransferState.TRANSFERRED_WITH_NOTE))
    assert "Faktura 10201 er kreditert" in noted
    assert "allerede bokført" not in noted


def test_a_stopped_order_says_every_reason_and_one_thing_to_do(norwegian: None) -> None:
    assert plain(outcome_line(STOPPED)) == (
        "10474 · Stoppet · Linjen «Sjokolade» har 15 % mva, men mva-kode 31 er ikke aktivert i "
        "Tripletex. Landet «Norden» finnes ikke blant landene i Tripletex. Aktiver koden under "
        "Regnskap › Innstillinger › Mva-innstillinger i Tripletex."
    )


def test_a_failed_order_names_the_requests_for_tripletex_support(norwegian: None) -> None:
    assert "«Organisasjonsnummeret er ugyldig.»" in outcome_line(FAILED)
    assert outcome_line(FAILED).endswith(" · Forespørsels-id hos Tripletex: a-1, b-2")


def test_a_difference_says_what_to_do(norwegian: None) -> None:
    differs = Problem(Code.AMOUNT_DIFFERS, ours=Money(8990), theirs=Money(9000))
    outcome = Outcome("1", TransferState.TRANSFERRED_WITH_NOTE, problems=(differs,))
    assert "krediter den hvis den er feil" in outcome_line(outcome)


def test_an_order_that_was_not_tried_says_why_and_what_helps(norwegian: None) -> None:
    problems = (Problem(Code.NOT_TRIED), Problem(Code.KEYRING_LOCKED))
    line = outcome_line(Outcome("1", TransferState.READY, problems=problems))
    assert line == (
        "1 · Klar · Ordren ble ikke forsøkt. Ingenting ble sendt. "
        "Nøkkelringen er låst, så tokenene kan ikke leses. "
        "Lås opp nøkkelringen, og prøv igjen."
    )


def test_the_summary_has_failures_first_and_booked_apart_from_orders(norwegian: None) -> None:
    lines = summary_lines([invoiced(10201, 73000), ordered("10460", 2845000), STOPPED, FAILED])
    assert [plain(line) for line in lines[:2]] == [
        "2 av 4 ordrer er overført",
        "730,00 kr bokført · 28 450,00 kr lagt inn som ordre, ikke bokført · ingen dobbeltføringer",
    ]
    assert [line.split(" · ")[0] for line in lines[2:4]] == ["10465", "10474"]
    assert lines[4] == "1 faktura (10201), 1 ordre"


def test_english_has_a_singular_and_a_plural(english: None) -> None:
    one = [invoiced(10201, 73000)]
    assert summary_lines(one)[0] == "1 of 1 order transferred"
    assert summary_lines(one)[-1] == "1 invoice (10201)"
    two = [*one, ordered("10460", 100), ordered("10461", 100)]
    assert summary_lines(two)[0] == "3 of 3 orders transferred"
    assert summary_lines(two)[-1] == "1 invoice (10201), 2 orders"


def test_with_an_uncertain_order_nobody_says_that_nothing_is_booked_twice(norwegian: None) -> None:
    lines = summary_lines([invoiced(10201, 73000), UNCERTAIN])
    assert plain(lines[1]) == "730,00 kr bokført"
    assert lines[2].startswith("10470 · Uavklart · ")


def test_each_currency_has_its_sum(norwegian: None) -> None:
    lines = summary_lines([invoiced(1, 100), invoiced(2, 200), invoiced(3, 300, currency="SEK")])
    assert plain(lines[1]).startswith("3,00 kr + 3,00 SEK bokført")


def test_invoice_numbers_are_a_range_only_without_gaps(norwegian: None) -> None:
    assert summary_lines([invoiced(2, 1), invoiced(1, 1)])[-1] == "2 fakturaer (1–2)"
    assert summary_lines([invoiced(1, 1), invoiced(3, 1)])[-1] == "2 fakturaer"


def test_what_was_booked_before_is_not_booked_again_in_the_sum(norwegian: None) -> None:
    before = invoiced(10201, 73000, Problem(Code.ALREADY_BOOKED, invoice=10201))
    skipped = Outcome("9", TransferState.SKIPPED, problems=(Problem(Code.NOTHING_TO_INVOICE),))
    assert summary_lines([before, skipped]) == [
        "1 av 2 ordrer er overført",
        "1 ordre var overført fra før, 1 hoppet over",
    ]


def test_orders_that_were_not_tried_share_one_line(norwegian: None) -> None:
    problems = (Problem(Code.NOT_TRIED), Problem(Code.NO_ANSWER, host="tripletex.no"))
    untried = [Outcome(str(n), TransferState.READY, problems=problems) for n in range(12)]
    assert summary_lines([invoiced(1, 1), *untried])[2] == (
        "12 ordrer ble ikke forsøkt: Fikk ikke svar fra tripletex.no. "
        "Sjekk internettforbindelsen, og prøv igjen."
    )


def test_a_dry_run_says_that_nothing_was_sent(norwegian: None) -> None:
    ready = Outcome("1", TransferState.READY, TransferAs.INVOICE, amount=Money(100))
    assert summary_lines([ready, STOPPED])[0] == (
        "1 av 2 ordrer er klare til overføring. Ingenting er sendt."
    )


def test_a_batch_without_orders_has_no_summary(norwegian: None) -> None:
    assert summary_lines([]) == []


def test_credit_notes_are_counted_apart_from_invoices(norwegian: None) -> None:
    def booked(number: str, invoice: int, ore: int) -> Outcome:
        return Outcome(
            number,
            TransferState.TRANSFERRED,
            TransferAs.INVOICE,
            invoice_id=invoice,
            invoice_number=invoice,
            amount=Money(ore),
        )

    rows = (booked("1", 10201, 26700), booked("2", 10202, -8900), booked("3", 10203, -8900))
    assert went_over(BatchSums(rows)) == "1 faktura, 2 kreditnotaer"
    assert went_over(BatchSums(rows[1:2])) == "1 kreditnota"


def test_progress_names_the_order_and_the_wait(norwegian: None) -> None:
    assert transferring("10457", 3, 40) == "Overfører 3 av 40: 10457 …"
    assert waiting(12) == "Venter 12 s …"
    assert "fullført 23.11.2026 eller senere" in nothing_pending(date(2026, 11, 23))
