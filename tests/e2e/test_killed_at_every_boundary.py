"""A batch of five invoices is killed (SIGKILL) at each of its boundaries, and run again.

Boundaries are found by recording a run: before each request leaves and after its answer has come,
before and after each transaction of the journal. By itself this tries all of them where Tripletex
lets an order be invoiced again, and a part where it does not; with EXACTLY_ONCE=all everything.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.e2e.five_invoices import AMOUNTS, amiss, servers_of_five_orders
from tests.e2e.journalled import entries, unjournalled, unsettled
from tests.e2e.mortal_batches import Bench, prepared_bench

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither fork nor SIGKILL"
)

PARTS = 10
EVERYTHING = os.environ.get("EXACTLY_ONCE") == "all"
REFUSED_IN = range(PARTS) if EVERYTHING else range(0, PARTS, 5)
CHOSEN = [("allowed", part) for part in range(PARTS)] + [("refused", part) for part in REFUSED_IN]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with prepared_bench(tmp_path_factory.mktemp("bench")) as made:
        yield made


def killed_and_run_again(bench: Bench, second_invoice: str, place: int) -> list[str]:
    """What is wrong afterwards."""
    servers = servers_of_five_orders(second_invoice=second_invoice)
    with servers, bench.new_program() as program:
        killed = bench.transfer(servers, program, place)
        again = bench.transfer(servers, program)
        state, journal = servers.tripletex.state(), entries(program)
    wrong = amiss(state) + unjournalled(journal, state) + unsettled(journal, AMOUNTS)
    if killed.status != -signal.SIGKILL or len(killed.boundaries) != place:
        wrong.append(f"ended by itself with {killed.status}: {killed.err}")
    if again.status != 0:
        wrong.append(f"the next run gave {again.status}: {again.out}{again.err}")
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
