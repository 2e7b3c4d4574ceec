"""A batch is killed (SIGKILL) at each of its boundaries, and run again.

Of five invoices, and of two sales with what comes back of them, wholly and in part.

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

from tests.e2e.five_invoices import AMOUNTS
from tests.e2e.journalled import entries, unjournalled, unsettled
from tests.e2e.mortal_batches import RETURNED_SALES, Bench, prepared_bench
from tests.e2e.returned_sales import NUMBERS

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither fork nor SIGKILL"
)

PARTS = 10
EVERYTHING = os.environ.get("EXACTLY_ONCE") == "all"
REFUSED_IN = range(PARTS) if EVERYTHING else range(0, PARTS, 5)
RETURNED_IN = range(PARTS) if EVERYTHING else range(0, PARTS, 2)
"""Killed after one boundary leaves behind the same as killed before the next."""
OPEN_ON = ("credit_note", "invoice")
"""Which of the two stays open when a paid invoice is credited."""
CHOSEN = [("allowed", part) for part in range(PARTS)] + [("refused", part) for part in REFUSED_IN]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with prepared_bench(tmp_path_factory.mktemp("bench")) as made:
        yield made


@pytest.fixture(scope="module")
def bench_of_returns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with prepared_bench(tmp_path_factory.mktemp("returns"), RETURNED_SALES) as made:
        yield made


def killed_and_run_again(bench: Bench, place: int, **switches: str) -> list[str]:
    """What is wrong afterwards."""
    servers = bench.batch.servers(**switches)
    with servers, bench.new_program() as program:
        killed = bench.transfer(servers, program, place)
        again = bench.transfer(servers, program)
        state, journal = servers.tripletex.state(), entries(program)
    wrong = bench.batch.amiss(state) + unjournalled(journal, state)
    wrong += unsettled(journal, bench.batch.numbers)
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
        if (found := killed_and_run_again(bench, place, second_invoice=second_invoice))
    }
    assert wrong == {}


def test_the_boundaries_of_what_comes_back_are_those_of_its_notes_and_its_refunds(
    bench_of_returns: Bench,
) -> None:
    ends = Counter(name.rpartition("/:")[2] for name in bench_of_returns.boundaries if "/:" in name)
    assert ends == {"create": 2, "invoice": 6, "createCreditNote": 2, "payment": 4}
    assert bench_of_returns.boundaries.count("before commit") > 2 * 2 * len(NUMBERS)


@pytest.mark.parametrize("part", RETURNED_IN)
def test_what_comes_back_is_credited_and_paid_back_once_when_it_is_run_again(
    bench_of_returns: Bench, part: int
) -> None:
    """From the first credit order on: killed at the sales is killed at any invoice."""
    names = bench_of_returns.boundaries
    sold = [at for at, name in enumerate(names, 1) if name.endswith("/:invoice")][3]
    first = 0 if EVERYTHING else sold
    wrong = {
        f"{place}: {names[place - 1]}, open on the {open_on}": found
        for place in range(first + part + 1, len(names) + 1, PARTS)
        for open_on in (OPEN_ON if EVERYTHING else OPEN_ON[place // 2 % 2 :][:1])
        if (found := killed_and_run_again(bench_of_returns, place, credit_of_paid=open_on))
    }
    assert wrong == {}
