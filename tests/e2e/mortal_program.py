"""`tripletex-wizard` that meets with its fate at a boundary: around a request, or a transaction.

It takes a `Life` a line from standard input, as JSON, and answers its exit status a line. The first
is lived in this program, and all others in forks of it, which find loaded what that one needed, and
have no special rights.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar, assert_never
from urllib.parse import urlsplit

import pytest
import requests

from tests.e2e.hurried_program import HurriedClock
from tests.e2e.unprivileged import give_up_privileges, set_journal_up
from tripletex_wizard import app
from tripletex_wizard.adapters import processes
from tripletex_wizard.cli import main

T = TypeVar("T")
FILES = ("out", "err", "boundaries")
ROOM = 20_000  # bytes; less than what SQLite lays beside a journal, and more than is written else


class Fate(StrEnum):
    """What comes at the boundary: SIGKILL, or that no file has any more room."""

    DEATH = "death"
    FULL_DISK = "full disk"


@dataclass(frozen=True)
class Life:
    """A command, and the place of the boundary at which its fate comes; at 0 it never does.

    Into `folder` it writes the `FILES`; `boundaries` are the names of those that it came to.
    """

    words: list[str]
    environ: dict[str, str]
    folder: str
    place: int = 0
    fate: str = Fate.DEATH


class Boundaries:
    """Counts the boundaries that this process comes to, and lets its fate come at one of them."""

    def begin(self, life: Life, told: int) -> None:
        self._life, self._told, self._count = life, told, 0

    def come_to(self, name: str) -> None:
        self._count += 1
        os.write(self._told, f"{name}\n".encode())
        if self._count == self._life.place:
            meet(Fate(self._life.fate))

    def around(self, name: str, work: Callable[[], T]) -> T:
        self.come_to(f"before {name}")
        done = work()
        self.come_to(f"after {name}")
        return done


def meet(fate: Fate) -> None:
    match fate:
        case Fate.DEATH:
            os.kill(os.getpid(), signal.SIGKILL)
        case Fate.FULL_DISK:
            import resource  # not on Windows

            resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))
        case _:
            assert_never(fate)


def put_in_place(boundaries: Boundaries, patch: pytest.MonkeyPatch) -> None:
    """Around each request and each transaction of this process; its clock is in a hurry."""
    send, connect = requests.Session.send, sqlite3.connect

    def send_between(
        session: requests.Session, request: requests.PreparedRequest, **how: Any
    ) -> Any:
        def answered() -> requests.Response:
            response = send(session, request, **how)
            assert response.content is not None  # all of it has come
            return response

        where = urlsplit(request.url or "").path
        return boundaries.around(f"{request.method} {where}", answered)

    class Connection(sqlite3.Connection):
        def commit(self) -> None:
            if self.in_transaction:
                boundaries.around("commit", super().commit)

    patch.setattr(requests.Session, "send", send_between)
    patch.setattr(sqlite3, "connect", lambda *at, **how: connect(*at, factory=Connection, **how))
    patch.setattr(app, "SystemClock", HurriedClock)


def live(life: Life, boundaries: Boundaries) -> int:
    """Run the command as if this process had just been started for it; its exit status."""
    os.environ.clear()
    os.environ.update(life.environ)
    out, err, told = (os.open(Path(life.folder, name), os.O_CREAT | os.O_WRONLY) for name in FILES)
    os.dup2(out, sys.stdout.fileno())
    os.dup2(err, sys.stderr.fileno())
    set_journal_up()
    HurriedClock.ahead = timedelta()
    vars(processes)["RUN"] = token_hex(4)
    boundaries.begin(life, told)
    return main(life.words)


def serve() -> None:
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    boundaries = Boundaries()
    put_in_place(boundaries, pytest.MonkeyPatch())
    is_first = True
    for line in sys.stdin:
        life = Life(**json.loads(line))
        status = live(life, boundaries) if is_first else status_of_fork(life, boundaries)
        if is_first:
            gc.freeze()  # or the forks copy what was loaded, page by page, to count references
            is_first = False
        answers.write(f"{status}\n")
        answers.flush()


def status_of_fork(life: Life, boundaries: Boundaries) -> int:
    """Negative when a signal ended it."""
    child = os.fork()
    if not child:
        give_up_privileges()
        os._exit(live(life, boundaries))  # whatever it raises ends the fork as well
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    serve()
