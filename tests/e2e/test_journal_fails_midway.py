"""The journal fails in the middle of a batch of five invoices; what was sent is settled afterwards.

From each boundary on no file has any more room. Or the program is killed there, and of what its
last transaction left beside the journal half is lost. Either way the next run, when the fault is
mended, leaves what was asked for. By itself this tries a part; with EXACTLY_ONCE=all everything.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.five_invoices import AMOUNTS, amiss, servers_of_five_orders
from tests.e2e.journalled import entries, journal_of, unjournalled, unsettled
from tests.e2e.mortal_batches import Bench, prepared_bench
from tests.e2e.mortal_program import Fate
from tripletex_wizard.practice.launch import PracticeServers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor kill")

PARTS = 4
CHOSEN = range(PARTS if os.environ.get("EXACTLY_ONCE") == "all" else 1)
NOT_ALL_IS_DONE = {2, 3, 4}
WHAT_TO_DO = ("disken er full", "Frigjør plass på disken")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with prepared_bench(tmp_path_factory.mktemp("bench")) as made:
        yield made


@dataclass(frozen=True)
class Harm:
    """What the fault left undone or lost, and what is wrong when the next run is over."""

    left: list[str]
    wrong: list[str]


def places_after_a_transaction(bench: Bench, part: int) -> list[int]:
    named = enumerate(bench.boundaries, start=1)
    return [place for place, name in named if name == "after commit"][part::PARTS]


def without_room(bench: Bench, place: int) -> Harm:
    """From `place` on no file has any more room, until the next run."""
    with opened(bench) as (servers, program):
        ran = bench.transfer(servers, program, place, Fate.FULL_DISK)
        left, journal = amiss(servers.tripletex.state()), entries(program)
        wrong = unjournalled(journal, servers.tripletex.state())
        if left and not (ran.status in NOT_ALL_IS_DONE and ran.says(*WHAT_TO_DO)):
            wrong.append(f"{ran.status}: {ran.out}{ran.err}")
        if "Traceback" in ran.err:
            wrong.append(ran.err)
        return Harm(left, wrong + wrong_after_another_run(bench, servers, program))


def torn(bench: Bench, place: int) -> Harm:
    """Killed at `place`, which is after a transaction; half of what it wrote is lost."""
    with opened(bench) as (servers, program):
        bench.transfer(servers, program, place, Fate.DEATH)
        log = journal_of(program).with_name("journal.sqlite-wal")
        before = log.read_bytes() if log.exists() else b""
        if before:
            log.write_bytes(before[: len(before) // 2])
        return Harm([str(log)] if before else [], wrong_after_another_run(bench, servers, program))


@contextmanager
def opened(bench: Bench) -> Iterator[tuple[PracticeServers, Path]]:
    servers = servers_of_five_orders(second_invoice="allowed")
    with servers, bench.new_program() as program:
        yield servers, program


def wrong_after_another_run(bench: Bench, servers: PracticeServers, program: Path) -> list[str]:
    again = bench.transfer(servers, program)
    state, journal = servers.tripletex.state(), entries(program)
    wrong = amiss(state) + unjournalled(journal, state) + unsettled(journal, AMOUNTS)
    if again.status != 0:
        wrong.append(f"the next run gave {again.status}: {again.out}{again.err}")
    return wrong


@pytest.mark.parametrize("part", CHOSEN)
@pytest.mark.parametrize("fail", [without_room, torn])
def test_what_a_journal_that_failed_midway_left_is_settled_by_the_next_run(
    bench: Bench, fail: Callable[[Bench, int], Harm], part: int
) -> None:
    harms = {place: fail(bench, place) for place in places_after_a_transaction(bench, part)}
    assert {place: harm.wrong for place, harm in harms.items() if harm.wrong} == {}
    assert len([harm for harm in harms.values() if harm.left]) > len(harms) // 2
