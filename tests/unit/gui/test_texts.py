from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from tests.unit.gui.promised import given, promised, samples
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.sentences import (
    bookkeeping,
    connections,
    credit_orders,
    files,
    gift_cards,
    ledger,
    lines,
    notes,
    rounds,
    shop_orders,
    vouchers,
)
from tripletex_wizard.gui.texts import (
    _source,
    environment_name,
    install_language,
    sentence,
    state_name,
    token_name,
    transfer_as_name,
)
from tripletex_wizard.services.ports import TOKENS

PLACE = re.compile(r"\{([^{}]*)\}")
TOKEN_LIKE = re.compile(r"eyJ|[A-Za-z0-9+/=_-]*\d[A-Za-z0-9+/=_-]{24,}")
GROUPS = [
    value
    for module in (
        shop_orders,
        bookkeeping,
        gift_cards,
        ledger,
        lines,
        notes,
        vouchers,
        rounds,
        credit_orders,
        connections,
        files,
    )
    for name, value in vars(module).items()
    if name.isupper()
]


def problem_of(code: Code) -> Problem:
    return Problem(code, **samples(promised(Code)[code.name]))


@pytest.mark.parametrize("code", Code)
def test_every_reason_says_what_happened_and_what_to_do(code: Code, norwegian: None) -> None:
    said = sentence(problem_of(code))
    assert said.what.endswith((".", "»."))
    assert said.remedy.endswith((".", ")."))


@pytest.mark.parametrize("code", Code)
def test_every_reason_is_said_in_both_languages(
    code: Code, english: None, qapp: QApplication
) -> None:
    in_english, source = sentence(problem_of(code)), _source(code)
    install_language("nb", qapp)
    in_norwegian, translated = sentence(problem_of(code)), _source(code)
    assert in_english.what != in_norwegian.what
    assert in_english.remedy != in_norwegian.remedy
    assert Counter(PLACE.findall(source.what)) == Counter(PLACE.findall(translated.what))
    assert Counter(PLACE.findall(source.remedy)) == Counter(PLACE.findall(translated.remedy))


@pytest.mark.parametrize("code", Code)
def test_no_place_is_left_unfilled_and_nothing_looks_like_a_token(
    code: Code, norwegian: None
) -> None:
    said = sentence(problem_of(code))
    assert not PLACE.findall(said.what + said.remedy)
    assert not TOKEN_LIKE.search(said.what + said.remedy)


def test_wherever_a_code_is_used_the_places_of_its_sentence_are_given(english: None) -> None:
    used = list(given())
    missing = [
        (place, code, wanted - names)
        for place, code, names in used
        for source in [_source(Code[code])]
        if (wanted := set(PLACE.findall(source.what + source.remedy))) - names
    ]
    assert len(used) > 50
    assert missing == []


def test_every_code_stands_in_exactly_one_group() -> None:
    assert Counter(code for group in GROUPS for code in group) == Counter(Code)


def test_a_line_without_an_active_code_names_the_line_the_rate_and_the_menu(
    norwegian: None,
) -> None:
    problem = Problem(
        Code.VAT_CODE_INACTIVE, line="Sjokolade", rate=Decimal("15.0000"), vat_code="31"
    )
    assert sentence(problem).what == (
        "Linjen «Sjokolade» har 15\xa0% mva, men mva-kode 31 er ikke aktivert i Tripletex."
    )
    assert "Regnskap › Innstillinger › Mva-innstillinger" in sentence(problem).remedy


def test_amounts_dates_and_numbers_are_written_as_people_do(norwegian: None) -> None:
    differs = Problem(Code.AMOUNT_DIFFERS, ours=Money(124950), theirs=Money(-8900, "SEK"))
    assert sentence(differs).what == (
        "Fakturaen i Tripletex er på −89,00\xa0SEK, men ordren i Mystore er på 1\xa0249,50\xa0kr."
    )
    late = Problem(Code.MORE_THAN_A_MONTH, delivered=date(2026, 9, 20))
    assert "levert 20.09.2026" in sentence(late).what


def test_an_account_of_gift_cards_is_told_as_it_is_left_whatever_stood_there(
    norwegian: None,
) -> None:
    note = Problem(
        Code.GIFT_CARDS_IN_DEBIT,
        account=2901,
        stands=Money(-10_00),
        amount=Money(89_00),
        debit=Money(99_00),
    )
    assert sentence(note).what == (
        "Gavekort for 89,00\xa0kr føres mot konto 2901, som da står 99,00\xa0kr i debet."
    )


def test_identifiers_are_never_grouped(norwegian: None) -> None:
    taken = Problem(Code.CUSTOMER_NUMBER_TAKEN, number=10412, theirs="Kari", ours="Ola")
    assert "Kundenummer 10412 er «Ola» i Mystore" in sentence(taken).what


def test_a_value_that_is_not_known_is_shown_as_a_dash(norwegian: None) -> None:
    edited = Problem(Code.ORDER_EDITED, before=None, after=Money(100))
    assert "den var på -, og er nå på 1,00\xa0kr" in sentence(edited).what


def test_braces_in_a_servers_own_words_are_left_alone(norwegian: None) -> None:
    refused = Problem(Code.REJECTED, text="{what}", field="a", code=18000, status=422)
    assert "«{what}»" in sentence(refused).what


def test_the_states_have_the_words_of_the_order_window(norwegian: None) -> None:
    assert [state_name(state) for state in TransferState] == [
        "Klar",
        "Stoppet",
        "Sender",
        "Overført",
        "Overført med merknad",
        "Feilet",
        "Uavklart",
        "Hoppet over",
        "Kreditert",
        "Ikke fullført",
    ]


def test_an_order_becomes_an_order_or_an_invoice(norwegian: None) -> None:
    assert [transfer_as_name(each) for each in TransferAs] == ["Ordre", "Faktura"]


def test_every_token_and_environment_has_a_name(norwegian: None) -> None:
    assert [token_name(token) for token in TOKENS] == [
        "consumer token til Tripletex",
        "employee token til Tripletex",
        "token til Mystore",
    ]
    assert [environment_name(each) for each in Environment] == ["produksjon", "testmiljø", "øvelse"]


def test_the_language_can_be_changed_and_changed_back(qapp: QApplication, english: None) -> None:
    words = []
    for language in ("nb", "en", "nb", "nb", "en"):
        install_language("nb" if language == "nb" else "en", qapp)
        words.append(state_name(TransferState.READY))
    assert words == ["Klar", "Ready", "Klar", "Klar", "Ready"]


def test_the_command_line_speaks_norwegian_without_windows() -> None:
    program = (
        "import sys\n"
        "from tripletex_wizard.domain.transfer import TransferState\n"
        "from tripletex_wizard.gui.texts import install_language, state_name\n"
        "install_language('nb')\n"
        "print(state_name(TransferState.UNCERTAIN), 'PySide6.QtGui' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert (done.stdout, done.stderr) == ("Uavklart False\n", "")


def test_a_mark_says_who_made_it_and_when(norwegian: None) -> None:
    at = datetime(2026, 11, 22, 16, 20, tzinfo=UTC)
    mark = Problem(Code.MARKED_AS_BOOKED, voucher="1042", remark="Z-rapport", by="kari", at=at)
    assert sentence(mark).what == (
        "Merket som allerede bokført med bilag eller faktura 1042 (kari, 22.11.2026 16:20). "
        "Grunn: Z-rapport. Ingenting ble sendt."
    )


def test_a_remedy_is_one_that_the_windows_have(norwegian: None) -> None:
    unknown = Problem(Code.VAT_RATE_UNKNOWN, line="Garn", rate=Decimal(24))
    assert sentence(unknown).remedy == "Rett avgiftsklassen på varen i Mystore."
    left = Problem(Code.STATUS_LEFT, status="Sendt")
    assert sentence(left).remedy == "Ta tilbake merkingen, eller endre statusen i Mystore."


def test_an_unknown_outcome_says_the_time_when_a_look_will_tell(norwegian: None) -> None:
    until = datetime(2026, 11, 22, 16, 20, tzinfo=UTC)
    assert "fram til kl. 16:20" in sentence(Problem(Code.NO_ANSWER_YET, until=until)).what


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("22:54:10", "22:55"),
        ("22:54:00.000001", "22:55"),
        ("22:54:00", "22:54"),
        ("22:59:59", "23:00"),
        ("23:59:01", "00:00"),
    ],
)
def test_a_time_after_which_something_may_be_done_is_never_told_too_early(
    at: str, shown: str, norwegian: None
) -> None:
    until = datetime.fromisoformat(f"2026-11-22T{at}+00:00")
    said = sentence(Problem(Code.NO_ANSWER_YET, until=until))
    assert f"fram til kl. {shown}" in said.what
    assert f"etter kl. {shown}" in said.remedy


def test_a_profile_of_another_environment_is_told_with_both(norwegian: None) -> None:
    moved = Problem(
        Code.PROFILE_ENVIRONMENT, profile="Garn", environment="production", asked="practice"
    )
    assert sentence(moved).what == (
        "Profilen «Garn» er for produksjon, men filen sier øvelse. Ingenting ble lagret."
    )


def test_other_moments_are_told_by_their_day(norwegian: None) -> None:
    expired = Problem(Code.SHOP_TOKEN_EXPIRED, expired=datetime(2026, 11, 22, tzinfo=UTC))
    assert "22.11.2026" in sentence(expired).what
