"""What every journal promises: the one on disk, and the one that other tests use."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.journal import MemoryJournal
from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Step, StepFacts
from tripletex_wizard.services.ports import Journal

OSLO = ZoneInfo("Europe/Oslo")
AUTUMN = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the hour that Oslo has twice
ENTRY = JournalEntry("10457", Step.ORDER, Phase.INTENDED, AUTUMN.astimezone(OSLO))


class StandingClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 9, 12, tzinfo=OSLO)

    def monotonic(self) -> float:
        return 0.0

    def sleep(self, seconds: float) -> None:
        raise AssertionError("nothing here waits")


@pytest.fixture(params=["memory", "sql"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    if request.param == "memory":
        return MemoryJournal(StandingClock(), user="kari", host="kontor-2")
    return SqlJournal(
        tmp_path / "journal.sqlite3",
        profile="Fjord Garn",
        user="kari",
        host="kontor-2",
    )


def test_an_order_without_entries_has_none(journal: Journal) -> None:
    assert journal.entries("10457") == ()
    assert journal.all_entries() == {}


def test_entries_come_back_oldest_first_whatever_time_they_tell(journal: Journal) -> None:
    later = replace(ENTRY, phase=Phase.DONE, at=ENTRY.at - timedelta(hours=1))
    journal.record(ENTRY)
    journal.record(later)
    assert [entry.phase for entry in journal.entries("10457")] == [Phase.INTENDED, Phase.DONE]


def test_entries_are_kept_apart_by_order(journal: Journal) -> None:
    journal.record(ENTRY)
    journal.record(replace(ENTRY, order_number="10458"))
    journal.record(replace(ENTRY, phase=Phase.DONE))
    assert {number: len(rows) for number, rows in journal.all_entries().items()} == {
        "10457": 2,
        "10458": 1,
    }


def test_an_entry_is_signed_with_user_and_machine(journal: Journal) -> None:
    journal.record(ENTRY)
    (entry,) = journal.entries("10457")
    assert (entry.user, entry.host) == ("kari", "kontor-2")


def test_a_signature_already_there_stays(journal: Journal) -> None:
    journal.record(replace(ENTRY, user="ola", host="lager"))
    (entry,) = journal.entries("10457")
    assert (entry.user, entry.host) == ("ola", "lager")


moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC).astimezone(OSLO)
)
money = st.none() | st.builds(Money, st.integers(), st.sampled_from(["NOK", "SEK"]))
facts = st.builds(StepFacts, amount=money, outstanding=money)
entries = st.builds(
    JournalEntry, order_number=st.just("10457"), at=moments, facts=facts, user=st.just("kari")
)


@given(entry=entries)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_entry_comes_back_as_it_was(journal: Journal, entry: JournalEntry) -> None:
    signed = replace(entry, host="kontor-2")
    journal.record(signed)
    assert journal.entries("10457")[-1] == signed


def test_every_fact_comes_back(journal: Journal) -> None:
    full = StepFacts(
        order_id=9_007_199_254_740_993,
        invoice_date=date(2026, 11, 9),
        amount=Money(-12_345, "SEK"),
        payments=((3, 100), (4, 200)),
        send=True,
        as_ehf=True,
        instead_of_ehf=True,
        reason="«æøå»",
        request_ids=("0HN1", "0HN2"),
    )
    journal.record(replace(ENTRY, facts=full))
    assert journal.entries("10457")[0].facts == full


def test_a_free_order_is_claimed(journal: Journal) -> None:
    assert journal.claim("10457", "a", 60) is None


def test_a_claimed_order_tells_who_has_it(journal: Journal) -> None:
    journal.claim("10457", "a", 60)
    assert journal.claim("10457", "b", 60) == "a"


def test_claims_are_per_order(journal: Journal) -> None:
    journal.claim("10457", "a", 60)
    assert journal.claim("10458", "b", 60) is None


def test_the_owner_may_claim_again(journal: Journal) -> None:
    journal.claim("10457", "a", 60)
    assert journal.claim("10457", "a", 60) is None


def test_an_expired_claim_is_taken_over(journal: Journal) -> None:
    journal.claim("10457", "a", 0)
    assert journal.claim("10457", "b", 60) is None
    assert journal.claim("10457", "a", 60) == "b"


def test_a_claim_is_prolonged_by_its_owner(journal: Journal) -> None:
    journal.claim("10457", "a", 60)
    assert journal.renew("10457", "a", 60) is True


def test_prolonging_counts_from_now(journal: Journal) -> None:
    journal.claim("10457", "a", 60)
    journal.renew("10457", "a", 0)
    assert journal.claim("10457", "b", 60) is None


def test_an_expired_claim_is_not_prolonged_even_if_nobody_took_it(journal: Journal) -> None:
    journal.claim("10457", "a", 0)
    assert journal.renew("10457", "a", 60) is False


@pytest.mark.parametrize("holder", [None, "b"])
def test_nobody_prolongs_what_is_not_theirs(journal: Journal, holder: str | None) -> None:
    if holder:
        journal.claim("10457", holder, 60)
    assert journal.renew("10457", "a", 60) is False


def test_a_released_order_is_free(journal: Journal) -> None:
    journal.claim("10457", "a", 60)
    journal.release("10457", "a")
    assert journal.claim("10457", "b", 60) is None


def test_releasing_what_is_not_ours_changes_nothing(journal: Journal) -> None:
    journal.release("10457", "a")
    journal.claim("10457", "b", 60)
    journal.release("10457", "a")
    assert journal.claim("10457", "a", 60) == "b"
