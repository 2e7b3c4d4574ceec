from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tripletex_wizard.domain.mapping import PaymentMapping
from tripletex_wizard.domain.profile import Environment, Profile, TransferRules
from tripletex_wizard.gui.command_texts import (
    Help,
    ask_for_token,
    books_agree,
    books_differ,
    command_help,
    diagnosed,
    exported,
    imported,
    practice_books,
)
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.texts import install_language


@pytest.mark.parametrize("word", Help)
def test_every_word_of_the_command_line_is_explained(
    word: Help, english: None, qapp: QApplication
) -> None:
    in_english = command_help(word)
    install_language("nb", qapp)
    assert command_help(word) not in {"", in_english}


def test_a_saved_profile_names_shop_company_and_environment(norwegian: None) -> None:
    profile = Profile(
        name="garn",
        environment=Environment.TEST,
        company_id=1,
        company_name="Fjord Garn AS",
        organization_number="999888771",
        shop="fjordgarn",
        rules=TransferRules((), date(2026, 11, 23)),
        mapping=PaymentMapping(1, ()),
    )
    assert imported(profile) == (
        "Profilen «garn» er lagret: butikken fjordgarn og Fjord Garn AS (999888771), testmiljø."
    )


def test_files_that_were_written_are_named_and_hold_no_token(norwegian: None) -> None:
    assert exported(Path("garn.json")) == "Oppsettet er lagret i garn.json, uten token."
    assert "diagnose.json" in diagnosed(Path("diagnose.json"))


def test_a_token_is_asked_for_by_its_name(norwegian: None) -> None:
    assert ask_for_token("consumer") == "Lim inn consumer token til Tripletex (vises ikke): "


def test_counts_have_singular_and_plural(norwegian: None) -> None:
    counts = Counts()
    assert [counts.emails(1), counts.emails(6)] == ["1 e-post", "6 e-poster"]
    assert [counts.sent(0, 0), counts.sent(3, 1), counts.sent(0, 2)] == [
        *("0 e-poster", "3 e-poster, 1 som EHF", "2 som EHF")
    ]
    assert counts.transferred(1, 1) == "1 av 1 ordre er overført"


def test_practice_ends_with_what_the_books_hold(norwegian: None) -> None:
    assert practice_books(31, 1, 6) == "I øvelses-Tripletex: 31 fakturaer, 1 ordre, 6 e-poster."
    assert books_agree() == "Regnskapet stemmer med det som ble overført, differanse 0,00."
    assert "stemmer ikke" in books_differ()
