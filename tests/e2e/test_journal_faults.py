"""The journal fails under a user without special rights: nothing is sent that it does not announce.

Two of five orders are transferred before, so the journal is there; then it fails, and the message
says why and what to do; when that is done, the next run books the others once.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from werkzeug.wrappers import Request, Response

from tests.e2e.failing_journals import (
    DAMAGED,
    FULL,
    IN_USE,
    NOT_WRITABLE,
    SMALL_DISK,
    Fault,
    cut_off,
    emptied,
    full_disk,
    locked_for_reading,
    locked_for_writing,
    read_only_file,
    read_only_folder,
    unreadable_file,
)
from tests.e2e.five_invoices import AMOUNTS, amiss, servers_of_five_orders
from tests.e2e.journalled import entries, unjournalled, unsettled
from tests.e2e.mortal_batches import prepared_bench
from tests.e2e.mortals import Mortals
from tests.e2e.office import PROFILE, Office, Ran, child_environment
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.server import Responder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights and disks")

FIRST_TWO = "20101,20102"
WRONG_USE, SOME_FAILED, SOME_UNCERTAIN = 2, 3, 4
PAGE = 4096  # bytes


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    with servers_of_five_orders() as running:
        yield running


@pytest.fixture
def begun(office: Office) -> Office:
    """Two of the orders are transferred."""
    assert office.run("transfer", "--orders", FIRST_TWO).status == 0
    return office


class User:
    """Somebody without special rights, who runs the command."""

    def __init__(self, programs: Mortals) -> None:
        self._programs = programs

    def transfer(self, office: Office, **settings: str) -> Ran:
        where = ("--profile", PROFILE, "--profile-dir", office.folder)
        env = child_environment(office.servers, **settings)
        return self._programs.run("transfer", "--pending", *where, env=env)


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    with prepared_bench(tmp_path_factory.mktemp("bench")) as bench:
        yield User(bench.mortals)


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (read_only_folder, WRONG_USE, NOT_WRITABLE),
        (read_only_file, WRONG_USE, NOT_WRITABLE),
        (unreadable_file, WRONG_USE, NOT_WRITABLE),
        (locked_for_writing, SOME_FAILED, IN_USE),
        (locked_for_reading, WRONG_USE, IN_USE),
        (cut_off, WRONG_USE, DAMAGED),
        (emptied, WRONG_USE, DAMAGED),
    ],
)
def test_with_a_journal_that_fails_nothing_is_sent_and_the_message_says_what_to_do(
    user: User, begun: Office, fault: Fault, status: int, words: tuple[str, ...]
) -> None:
    before = begun.booked, begun.writes
    with fault(begun.journal_path):
        ran = user.transfer(begun, JOURNAL_PATIENCE="0.2")
    assert (begun.booked, begun.writes) == before
    assert ran.says(*words), ran.out + ran.err
    assert ran.status == status
    require_that_the_next_run_books_everything_once(user, begun)


def require_that_the_next_run_books_everything_once(user: User, office: Office) -> None:
    again = user.transfer(office)
    assert again.status == 0, again.out + again.err
    journal = entries(office.folder)
    assert amiss(office.state) == []
    assert unjournalled(journal, office.state) == []
    assert unsettled(journal, AMOUNTS) == []


@dataclass
class ThirdInvoice:
    """A responder before another: the fault begins when the third invoice is asked for."""

    behind: Responder
    begin: Callable[[], None]
    asked: int = field(default=0, init=False)

    def respond(self, request: Request) -> Response:
        if request.path.endswith("/:invoice"):
            self.asked += 1
            if self.asked == 3:
                self.begin()
        return self.behind.respond(request)


def run_and_fail_midway(user: User, office: Office, fault: Fault) -> Ran:
    """The third invoice is made, and what came of it cannot be journalled any more."""
    server = office.servers._servers[0]
    with ExitStack() as lasting:
        server.responder = ThirdInvoice(
            server.responder, lambda: lasting.enter_context(fault(office.journal_path))
        )
        ran = user.transfer(office, JOURNAL_PATIENCE="0.2")
        server.responder = server.responder.behind
    return ran


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (read_only_folder, NOT_WRITABLE),
        (read_only_file, NOT_WRITABLE),
        (locked_for_writing, IN_USE),
        (locked_for_reading, IN_USE),
        (cut_off, DAMAGED),
    ],
)
def test_when_the_journal_fails_midway_nothing_more_is_sent_and_the_next_run_settles_it(
    user: User, office: Office, fault: Fault, words: tuple[str, ...]
) -> None:
    ran = run_and_fail_midway(user, office, fault)
    assert (ran.status, ran.says("20103 · Uavklart", *words)) == (SOME_UNCERTAIN, True), ran.out
    require_that_the_third_invoice_is_the_last(office)
    require_that_the_next_run_books_everything_once(user, office)


def require_that_the_third_invoice_is_the_last(office: Office) -> None:
    assert [row["number"] for row in office.state["orders"]] == ["20101", "20102", "20103"]
    assert len(office.state["invoices"]) == 3
    assert office.writes[-1][1].endswith("/:invoice")


def test_a_journal_that_may_not_grow_lets_nothing_out_unannounced(
    user: User, begun: Office
) -> None:
    with closing(sqlite3.connect(begun.journal_path)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    ran = user.transfer(begun, JOURNAL_PAGES=str(pages))
    assert ran.status in {SOME_FAILED, SOME_UNCERTAIN}
    assert ran.says(*FULL), ran.out + ran.err
    assert unjournalled(entries(begun.folder), begun.state) == []
    require_that_the_next_run_books_everything_once(user, begun)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own for the program."""
    disk = tmp_path / "program"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "small", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.usefixtures("small_disk")
def test_a_disk_that_is_full_from_the_start_lets_nothing_out(user: User, office: Office) -> None:
    with full_disk(office.journal_path):
        ran = user.transfer(office)
    assert (ran.status, ran.out, office.writes) == (WRONG_USE, "", [])
    assert ran.says(*FULL), ran.err
    require_that_the_next_run_books_everything_once(user, office)


@pytest.mark.usefixtures("small_disk")
def test_a_disk_that_is_full_midway_lets_nothing_more_out_and_the_next_run_settles_it(
    user: User, office: Office
) -> None:
    ran = run_and_fail_midway(user, office, full_disk)
    assert (ran.status, ran.says("20103 · Uavklart", *FULL)) == (SOME_UNCERTAIN, True), ran.out
    assert "Traceback" not in ran.err
    require_that_the_third_invoice_is_the_last(office)
    require_that_the_next_run_books_everything_once(user, office)


def test_wherever_the_journal_is_damaged_nothing_is_sent_without_it(
    user: User, begun: Office
) -> None:
    whole, before = begun.journal_path.read_bytes(), begun.writes
    unread = page_of(begun.journal_path, "sqlite_autoindex_alembic_version_1")
    for page in set(range(len(whole) // PAGE)) - {unread}:
        begun.journal_path.write_bytes(damaged(whole, page))
        ran = begun.run("transfer", "--pending")
        assert (ran.status in {WRONG_USE, SOME_FAILED}, ran.says(*DAMAGED)) == (True, True), page
        assert begun.writes == before
    begun.journal_path.write_bytes(damaged(whole, unread))
    require_that_the_next_run_books_everything_once(user, begun)


def page_of(path: Path, name: str) -> int:
    """Where in the file the table or index begins, in pages."""
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT rootpage - 1 FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(asked, (name,)).fetchone()
    return int(page)


def damaged(whole: bytes, page: int) -> bytes:
    at = page * PAGE
    return whole[:at] + b"\xa5" * PAGE + whole[at + PAGE :]
