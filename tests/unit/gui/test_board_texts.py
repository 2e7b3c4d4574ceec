from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from tests.unit.gui.promised import promised, samples
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.gui.board_texts import (
    board_line,
    check_status_name,
    finding_sentence,
    prerequisite_name,
)
from tripletex_wizard.gui.sentences import findings
from tripletex_wizard.gui.texts import install_language


def row(finding: Finding, status: CheckStatus = CheckStatus.OK) -> BoardRow:
    params = samples(promised(Finding)[finding.name])
    return BoardRow(Prerequisite.VAT, status, finding, params)


@pytest.mark.parametrize("finding", [each for each in Finding if each is not Finding.CHECK_FAILED])
def test_every_finding_is_said_in_both_languages(
    finding: Finding, english: None, qapp: QApplication
) -> None:
    in_english = finding_sentence(row(finding))
    install_language("nb", qapp)
    in_norwegian = finding_sentence(row(finding))
    assert in_english.what != in_norwegian.what
    assert bool(in_english.remedy) == bool(in_norwegian.remedy)
    assert "{" not in in_norwegian.what + in_norwegian.remedy


def test_every_finding_stands_in_exactly_one_group() -> None:
    groups = [value for name, value in vars(findings).items() if name.isupper()]
    assert Counter(each for group in groups for each in group) == Counter(Finding)


def test_a_row_names_its_status_its_subject_the_finding_and_the_menu(norwegian: None) -> None:
    missing = BoardRow(
        Prerequisite.VAT, CheckStatus.MUST_FIX, Finding.VAT_CODES_MISSING, {"rates": "15 (31)"}
    )
    assert board_line(missing) == (
        "Må rettes · Merverdiavgift · Butikken selger med mva-satser som ikke har en aktivert kode "
        "i Tripletex, prosent (kode): 15 (31). Aktiver kodene under Regnskap › Innstillinger › "
        "Mva-innstillinger."
    )


def test_an_unregistered_company_is_told_which_code_stops_every_order(norwegian: None) -> None:
    missing = BoardRow(
        Prerequisite.VAT,
        CheckStatus.MUST_FIX,
        Finding.VAT_UNREGISTERED_CODE_MISSING,
        {"vat_code": "6"},
    )
    assert board_line(missing) == (
        "Må rettes · Merverdiavgift · Selskapet er ikke mva-registrert, og mva-kode 6, som da "
        "brukes på alle linjer, er ikke aktivert i Tripletex. Alle ordrer stoppes. Aktiver koden "
        "under Regnskap › Innstillinger › Mva-innstillinger."
    )


def test_a_row_that_is_in_order_ends_with_what_was_found(norwegian: None) -> None:
    fine = BoardRow(Prerequisite.INVOICE_NUMBERS, CheckStatus.OK, Finding.TRIPLETEX_NUMBERS)
    assert board_line(fine) == (
        "OK · Fakturanummer · Tripletex bestemmer fakturanummer (anbefalt)."
    )


def test_a_check_that_could_not_be_made_says_why(norwegian: None) -> None:
    silent = Problem(Code.NO_ANSWER, host="tripletex.no")
    failed = BoardRow(
        Prerequisite.SHOP, CheckStatus.NOT_CHECKED, Finding.CHECK_FAILED, problem=silent
    )
    assert board_line(failed).startswith(
        "Kunne ikke kontrolleres · Nettbutikk · Fikk ikke svar fra tripletex.no."
    )
    assert finding_sentence(row(Finding.CHECK_FAILED)).what == "Kontrollen kunne ikke gjennomføres."


def test_the_statuses_have_the_words_that_accountants_use(norwegian: None) -> None:
    assert [check_status_name(status) for status in CheckStatus] == [
        "OK",
        "Må rettes",
        "Bør sjekkes",
        "Kunne ikke kontrolleres",
    ]


def test_every_row_has_a_title_of_its_own(norwegian: None) -> None:
    assert len({prerequisite_name(each) for each in Prerequisite}) == len(Prerequisite)
