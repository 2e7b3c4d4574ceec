"""A batch of five invoices is killed (SIGKILL) at each of its boundaries, and run again.

Boundaries are found by recording a run: before each request leaves and after its answer has come,
before and after each transaction of the journal. By itself this tries all of them where Tripletex
lets an order be invoiced again, and a part where it does not; with EXACTLY_ONCE=all everything.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.five_invoices import AMOUNTS, amiss, servers_of_five_orders
from tests.e2e.journalled import entries, unjournalled, unsettled
from tests.e2e.mortals import Lived, Mortals, mortals
from tests.e2e.office import PROFILE, child_environment, setup_document
from tripletex_wizard.practice.launch import PracticeServers

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither fork nor SIGKILL"
)

PARTS = 10
EVERYTHING = os.environ.get("EXACTLY_ONCE") == "all"
REFUSED_IN = range(PARTS) if EVERYTHING else range(0, PARTS, 5)
CHOSEN = [("allowed", part) for part in range(PARTS)] + [("refused", part) for part in REFUSED_IN]


@dataclass(frozen=True)
class Bench:
    """Where batches are killed; `boundaries` are those of a batch that is not."""

    mortals: Mortals
    folder: Path
    profile: Path
    boundaries: tuple[str, ...] = ()

    def transfer(self, servers: PracticeServers, folder: Path, dies_at: int = 0) -> Lived:
        words = ("transfer", "--pending", "--json", "--profile", PROFILE, "--profile-dir", folder)
        return self.mortals.run(*words, env=child_environment(servers), dies_at=dies_at)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("bench")
    setup_file, profile = folder / "oppsett.json", folder / "profile"
    setup_file.write_text(json.dumps(setup_document()), encoding="utf-8")
    with mortals(folder) as started, servers_of_five_orders() as servers:
        env = child_environment(servers)
        where = ("--profile", PROFILE, "--profile-dir", profile)
        made = started.run("setup", "import", setup_file, *where, env=env)
        assert made.status == 0, made.err
        bench = Bench(started, folder, profile)
        ran = bench.transfer(servers, shutil.copytree(profile, folder / "undisturbed"))
        assert (ran.status, amiss(servers.tripletex.state())) == (0, []), ran.err
        yield Bench(started, folder, profile, ran.boundaries)


def killed_and_run_again(bench: Bench, second_invoice: str, dies_at: int) -> list[str]:
    """What is wrong afterwards."""
    folder = shutil.copytree(bench.profile, bench.folder / f"{second_invoice} {dies_at}")
    with servers_of_five_orders(second_invoice=second_invoice) as servers:
        killed = bench.transfer(servers, folder, dies_at)
        again = bench.transfer(servers, folder)
        state = servers.tripletex.state()
    journal = entries(folder)
    wrong = amiss(state) + unjournalled(journal, state) + unsettled(journal, AMOUNTS)
    if killed.status != -signal.SIGKILL or len(killed.boundaries) != dies_at:
        wrong.append(f"ended by itself with {killed.status}: {killed.err}")
    if again.status != 0:
        wrong.append(f"the next run gave {again.status}: {again.out}{again.err}")
    shutil.rmtree(folder)
    return wrong


def test_the_boundaries_are_those_of_every_request_and_every_transaction(bench: Bench) -> None:
    before = Counter(name for name in bench.boundaries if name.startswith("before"))
    after = Counter(name for name in bench.boundaries if name.startswith("after"))
    assert len(bench.boundaries) == before.total() + after.total()
    assert before.total() == after.total()
    writes = [name for name in before if "POST /v2/order" in name or "PUT" in name]
    assert sum(before[name] for name in writes) == 2 * len(AMOUNTS)
    assert before["before commit"] > 2 * 2 * len(AMOUNTS)


@pytest.mark.parametrize(("second_invoice", "part"), CHOSEN)
def test_a_batch_killed_at_a_boundary_books_everything_once_when_it_is_run_again(
    bench: Bench, second_invoice: str, part: int
) -> None:
    places = range(part + 1, len(bench.boundaries) + 1, PARTS)
    wrong = {
        f"{place}: {bench.boundaries[place - 1]}": found
        for place in places
        if (found := killed_and_run_again(bench, second_invoice, place))
    }
    assert wrong == {}
