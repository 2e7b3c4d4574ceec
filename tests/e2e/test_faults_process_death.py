"""The transfer is killed (SIGKILL) at a request, before its effect or after; it is run again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from werkzeug.wrappers import Request, Response

from tests.e2e.books import Books, doubles
from tests.e2e.jumping_office import OPEN_ORDER, VIPPS
from tests.e2e.office import PROFILE, ROOT, Office, Ran, child_environment
from tests.e2e.shop_orders import OSLO
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.seed import yarn_shop
from tripletex_wizard.practice.server import Dropped, Responder

WRITES = ("POST /v2/customer", "POST /v2/order", "PUT")
WRITES_OF_TWO_ORDERS = 5  # two customers, two orders, one of them an invoice
Chosen = Callable[[Request], bool]


def is_write(request: Request) -> bool:
    return f"{request.method} {request.path}".startswith(WRITES)


def is_invoicing(request: Request) -> bool:
    return request.path.endswith("/:invoice")


@dataclass
class Killer:
    """A responder before another, which kills the one who asks for something chosen."""

    behind: Responder
    victim: Callable[[], int]
    chosen: Chosen = is_write
    before: bool = True

    def respond(self, request: Request) -> Response:
        if not self.chosen(request):
            return self.behind.respond(request)
        if not self.before:
            self.behind.respond(request)
        os.kill(self.victim(), signal.SIGKILL)
        raise Dropped


def servers_of_two_orders() -> PracticeServers:
    """No limit of calls: the program's clock runs ahead of the servers'."""
    orders = yarn_shop(1, today=datetime.now(OSLO).date())
    chosen = [orders[place] for place in (OPEN_ORDER, VIPPS)]
    return PracticeServers(orders=chosen, tripletex_calls_per_10_seconds=10_000)


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    with servers_of_two_orders() as running:
        yield running


def start(office: Office) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "tests.e2e.hurried_program", "transfer", "--pending"]
    where = ["--profile", PROFILE, "--profile-dir", str(office.folder), "--json"]
    return subprocess.Popen(
        [*program, *where],
        cwd=ROOT,
        env=child_environment(office.servers),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ended(process: subprocess.Popen[bytes]) -> Ran:
    out, err = process.communicate(timeout=60)
    return Ran(process.returncode, out.decode(), err.decode())


def run_and_kill(office: Office, *, before: bool, chosen: Chosen = is_write) -> Ran:
    """A run that ends at the first chosen request, or by itself when there is none."""
    server = office.servers._servers[0]
    running: list[subprocess.Popen[bytes]] = []
    killer = Killer(server.responder, lambda: running[0].pid, chosen, before)
    server.responder = killer
    running.append(start(office))
    ran = ended(running[0])
    server.responder = killer.behind
    return ran


def books_without_death(tmp_path: Path, office: Office) -> Books:
    """What the same orders become when nobody is killed."""
    with servers_of_two_orders() as others:
        undisturbed = Office(others, tmp_path / "undisturbed", office._monkeypatch, office._capsys)
        undisturbed.set_up()
        assert undisturbed.run("transfer", "--pending").status == 0
        return Books.of(undisturbed.state)


def test_a_program_killed_at_every_write_before_and_after_its_effect_doubles_and_loses_nothing(
    tmp_path: Path, office: Office
) -> None:
    kills = 0
    while (ran := run_and_kill(office, before=kills % 2 == 0)).status == -signal.SIGKILL:
        kills += 1
    assert kills == 2 * WRITES_OF_TWO_ORDERS
    assert ran.status == 0, ran.err
    assert doubles(office.state) == []
    assert Books.of(office.state) == books_without_death(tmp_path, office)


def test_an_order_whose_program_died_is_taken_over_at_once_and_found_booked(
    office: Office,
) -> None:
    assert run_and_kill(office, before=False, chosen=is_invoicing).status == -signal.SIGKILL
    ran = ended(start(office))
    assert (ran.status, ran.row["state"]) == (0, "transferred")
    assert ran.row["tripletex_invoice_id"] == office.state["invoices"][0]["id"]
    assert doubles(office.state) == []
