"""Two programs transfer the same orders at once, over HTTP and on one journal on disk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from werkzeug.wrappers import Request, Response

from tests.e2e.books import doubles
from tests.e2e.journalled import entries, unjournalled, unsettled
from tests.e2e.office import PROFILE, ROOT, Ran, child_environment, setup_document, start
from tests.e2e.shop_orders import MAILED_INVOICE, VIPPS, Buyer, Document, an_order
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.server import Responder

COUNT = 200
FAIR_SHARE = 50
NUMBERS = [str(20_000 + place) for place in range(COUNT)]
MAILED = NUMBERS[::10]
ORDERS_OF_ONE = 4
VIPPS_ACCOUNT = 1902
PATIENCE = 240  # seconds
SOME_ARE_ANOTHERS = 3


def orders() -> list[Document]:
    """Four in a row of one new customer, so that both programs need its card at one time."""
    return [
        an_order(
            number,
            method=MAILED_INVOICE if number in MAILED else VIPPS,
            buyer=buyer(place // ORDERS_OF_ONE),
        )
        for place, number in enumerate(NUMBERS)
    ]


def buyer(which: int) -> Buyer:
    return Buyer(str(7000 + which), f"Kunde {which}", email=f"kunde{which}@example.com")


@dataclass
class StartingLine:
    """A responder before another: both programs have read the orders before either sends one."""

    behind: Responder
    barrier: Barrier = field(default_factory=lambda: Barrier(2, timeout=PATIENCE))

    def respond(self, request: Request) -> Response:
        if request.path == "/v2/ledger/vatType":  # read once, when a batch begins
            self.barrier.wait()
        return self.behind.respond(request)


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    """No limit of calls: the programs' clocks run ahead of the servers'."""
    with PracticeServers(
        orders=orders(), tripletex_calls_per_10_seconds=100_000, mystore_calls_per_minute=100_000
    ) as running:
        yield running


def both_transfer(servers: PracticeServers, folder: Path) -> list[Ran]:
    server = servers._servers[0]
    server.responder = StartingLine(server.responder)
    words = ["transfer", "--pending", "--json", "--profile", PROFILE, "--profile-dir", str(folder)]
    command = [sys.executable, "-m", "tests.e2e.hurried_program", *words]
    env, pipe = child_environment(servers), subprocess.PIPE
    running = [
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=pipe, stderr=pipe, text=True)
        for _ in range(2)
    ]
    told = [program.communicate(timeout=PATIENCE) for program in running]
    return [Ran(each.returncode, *texts) for each, texts in zip(running, told, strict=True)]


def booked_by(ran: Ran) -> set[str]:
    """The orders that this program invoiced itself, not those that it found booked."""
    return {
        row["order"]
        for row in ran.rows
        if row["state"] == "transferred" and "already_booked" not in row["codes"]
    }


def test_two_programs_share_the_orders_and_book_each_once(
    servers: PracticeServers, tmp_path: Path
) -> None:
    setup_file, folder = tmp_path / "oppsett.json", tmp_path / "program"
    setup_file.write_text(json.dumps(setup_document()), encoding="utf-8")
    where = ("--profile", PROFILE, "--profile-dir", folder)
    start("setup", "import", setup_file, *where, env=child_environment(servers))
    first, second = both_transfer(servers, folder)
    assert {first.status, second.status} <= {0, SOME_ARE_ANOTHERS}, first.err + second.err
    assert sorted([*booked_by(first), *booked_by(second)]) == NUMBERS
    assert min(len(booked_by(first)), len(booked_by(second))) >= FAIR_SHARE
    require_what_was_asked(servers.tripletex.state())
    journal = entries(folder)
    assert unsettled(journal, NUMBERS) == []
    assert unjournalled(journal, servers.tripletex.state()) == []


def require_what_was_asked(state: Mapping[str, Any]) -> None:
    """Tripletex holds that, no more and no less."""
    paid = [row["amount"] for row in state["postings"] if row["account"]["number"] == VIPPS_ACCOUNT]
    invoices = [order["number"] for row in state["invoices"] for order in row["orders"]]
    assert sorted(row["number"] for row in state["orders"]) == NUMBERS
    assert sorted(invoices) == NUMBERS
    assert sorted(row["orderNumber"] for row in state["emails"]) == MAILED
    assert Counter(paid) == {198: COUNT - len(MAILED)}
    assert len(state["customers"]) == COUNT // ORDERS_OF_ONE
    assert doubles(state) == []
