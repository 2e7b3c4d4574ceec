"""The journal fails under a user without special rights: nothing is sent that it does not announce.

Two of five orders are transferred before, so the journal is there; then it fails, and the message
says why and what to do; when that is done, the next run books the others once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from tests.e2e.five_invoices import AMOUNTS, amiss, servers_of_five_orders
from tests.e2e.journalled import entries, unjournalled, unsettled
from tests.e2e.office import PROFILE, Office, Ran, child_environment, python
from tripletex_wizard.practice.launch import PracticeServers

FIRST_TWO = "20101,20102"
WRONG_USE, SOME_FAILED, SOME_UNCERTAIN = 2, 3, 4

NOT_WRITABLE = ("får ikke skrevet til", "journal.sqlite", "Sjekk at du har skrivetilgang")
DAMAGED = ("er ikke en journal, eller er skadet", "Hent filen tilbake fra en sikkerhetskopi")
IN_USE = ("er i bruk av et annet program", "Lukk det andre programmet")
FULL = ("disken er full", "Frigjør plass på disken")


@pytest.fixture
def servers() -> Iterator[PracticeServers]:
    with servers_of_five_orders() as running:
        yield running


@pytest.fixture
def begun(office: Office) -> Office:
    """Two of the orders are transferred."""
    assert office.run("transfer", "--orders", FIRST_TWO).status == 0
    return office


def run_unprivileged(office: Office, **settings: str) -> Ran:
    program = ("-m", "tests.e2e.unprivileged_program", "transfer", "--pending")
    where = ("--profile", PROFILE, "--profile-dir", office.folder)
    return python(*program, *where, env=child_environment(office.servers, **settings))


@contextmanager
def permitted(path: Path, mode: int) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(mode)
    yield
    path.chmod(before)


@contextmanager
def content(path: Path, change: Callable[[bytes], bytes]) -> Iterator[None]:
    before = path.read_bytes()
    path.write_bytes(change(before))
    yield
    path.write_bytes(before)


@contextmanager
def locked(path: Path, *statements: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)
        yield


def read_only_folder(path: Path) -> AbstractContextManager[None]:
    return permitted(path.parent, 0o500)


def read_only_file(path: Path) -> AbstractContextManager[None]:
    return permitted(path, 0o400)


def unreadable_file(path: Path) -> AbstractContextManager[None]:
    return permitted(path, 0)


def locked_for_writing(path: Path) -> AbstractContextManager[None]:
    return locked(path, "BEGIN IMMEDIATE")


def locked_for_reading(path: Path) -> AbstractContextManager[None]:
    return locked(path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")


def cut_off(path: Path) -> AbstractContextManager[None]:
    return content(path, lambda whole: whole[: len(whole) // 2])


def emptied(path: Path) -> AbstractContextManager[None]:
    return content(path, lambda _whole: b"")


Fault = Callable[[Path], AbstractContextManager[None]]


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
    begun: Office, fault: Fault, status: int, words: tuple[str, ...]
) -> None:
    before = begun.booked
    with fault(begun.journal_path):
        ran = run_unprivileged(begun, JOURNAL_PATIENCE="0.2")
    assert begun.booked == before
    assert ran.says(*words), ran.out + ran.err
    assert ran.status == status
    require_that_the_next_run_books_everything_once(begun)


def require_that_the_next_run_books_everything_once(office: Office) -> None:
    again = run_unprivileged(office)
    assert again.status == 0, again.out + again.err
    journal = entries(office.folder)
    assert amiss(office.state) == []
    assert unjournalled(journal, office.state) == []
    assert unsettled(journal, AMOUNTS) == []
