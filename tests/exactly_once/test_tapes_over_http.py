"""The same tapes over HTTP on loopback, and with the journal in a file: the same promises.

Every kind of fault is there. The clock is the tape's here too, for the practice servers as for
the leases in the file, so that nobody waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy
from requests.adapters import HTTPAdapter
from sqlalchemy import event

from tests.exactly_once.play import play
from tests.exactly_once.tape import Tape
from tests.exactly_once.tapes import flips, tapes
from tests.exactly_once.world import World, practice_of
from tests.fakes.clock import FakeClock
from tripletex_wizard.adapters.journal import SqlJournal

UNIX_EPOCH = 2440587.5  # as a Julian day
TAPES = 100
THEMES: dict[str, SearchStrategy[Tape]] = {
    "one program": tapes(),
    "two programs, credited invoices, other facts": tapes(
        two_programs=True, credits_=True, switches=flips()
    ),
    "credit orders": tapes(two_programs=True, returns=True, switches=flips(of_money=True)),
}


@dataclass
class Disk:
    """One file for the journals of all tapes, each under a name of its own."""

    path: Path

    def __post_init__(self) -> None:
        self._numbers = count()

    @contextmanager
    def journal(self, clock: FakeClock) -> Iterator[SqlJournal]:
        """A new journal, whose leases run on `clock`."""
        name = f"journal {next(self._numbers)}"
        with SqlJournal(self.path, profile=name, user="anne", host="kontoret") as journal:

            def julian_day(_now: str) -> float:
                return clock.now().timestamp() / 86_400 + UNIX_EPOCH

            event.listen(
                journal._file._engine,
                "connect",
                lambda connection, _record: connection.create_function("julianday", 1, julian_day),
            )
            yield journal

    @contextmanager
    def world(self, tape: Tape) -> Iterator[World]:
        clock = FakeClock()
        with ExitStack() as opened:
            servers = opened.enter_context(practice_of(tape, clock))
            first = opened.enter_context(self.journal(clock))
            second = first if tape.pcs_share else opened.enter_context(self.journal(clock))
            addresses = servers.tripletex_url, servers.mystore_url
            yield World(tape, clock, servers, HTTPAdapter, (first, second), addresses)


@pytest.mark.parametrize("theme", THEMES)
def test_over_http_and_on_disk_nothing_is_booked_twice_and_nothing_is_lost(
    theme: str, tmp_path: Path
) -> None:
    disk = Disk(tmp_path / "journal.sqlite")

    @settings(
        max_examples=TAPES // len(THEMES),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(THEMES[theme])
    def each(tape: Tape) -> None:
        with disk.world(tape) as world:
            play(world)

    each()


def test_a_lease_in_the_file_runs_out_by_the_tape_s_clock(tmp_path: Path) -> None:
    clock = FakeClock()
    with Disk(tmp_path / "journal.sqlite").journal(clock) as journal:
        assert journal.claim("10457", "anne", 600) is None
        clock.advance(599)
        assert journal.claim("10457", "per", 600) == "anne"
        clock.advance(2)
        assert journal.claim("10457", "per", 600) is None
