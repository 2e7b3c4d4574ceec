"""A second program on the same journal: `python -m ... PATH NAME TASK`, one JSON line as answer.

It starts its task when it gets a line on standard input.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.domain.errors import StorageError
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Step

ORDERS = [str(number) for number in range(10_000, 10_100)]
NOBODY = 65534
SMALLER_THAN_A_JOURNAL = 10_000  # bytes


def journal(path: Path) -> SqlJournal:
    return SqlJournal(path, profile="p", user="u", host="h")


def entry(order_number: str) -> JournalEntry:
    return JournalEntry(
        order_number, Step.ORDER, Phase.INTENDED, datetime.now(ZoneInfo("Europe/Oslo"))
    )


def claim_all(path: Path, name: str) -> list[str]:
    """Claim the orders and journal each one won."""
    opened = journal(path)
    won = [order for order in ORDERS if opened.claim(order, name, 600) is None]
    for order in won:
        opened.record(entry(order))
    return won


def die(path: Path, name: str) -> list[str]:
    """Journal one order and be killed at once."""
    journal(path).record(entry(name))
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("killed")


def write_where_forbidden(path: Path, name: str) -> list[str]:
    """Journal one order, then, as nobody, once more in a folder that lets nobody write."""
    opened = journal(path)
    opened.record(entry(name))
    path.chmod(0o444)
    path.parent.chmod(0o555)
    if os.getuid() == 0:
        os.setuid(NOBODY)
    try:
        opened.record(entry(name))
    except StorageError as error:
        return [error.problem.code]
    return []


def write_without_room(path: Path, name: str) -> list[str]:
    """Let no file grow any more; what comes of a journal that is there, and of a new one."""
    import resource  # not on Windows

    opened, new = journal(path), path.with_name(f"new {path.name}")
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALLER_THAN_A_JOURNAL, resource.RLIM_INFINITY))
    told = []
    for write in (lambda: opened.record(entry(name)), lambda: journal(new)):
        try:
            write()
        except StorageError as error:
            told += [error.problem.code, str(error.problem.params["path"])]
    return told


if __name__ == "__main__":
    tasks = {
        "claim": claim_all,
        "die": die,
        "forbidden": write_where_forbidden,
        "full": write_without_room,
    }
    sys.stdin.readline()
    json.dump(tasks[sys.argv[3]](Path(sys.argv[1]), sys.argv[2]), sys.stdout)
