"""Programs on this PC, as claims name them."""

from __future__ import annotations

import os
import platform
import re

import psutil

from tripletex_wizard.adapters.person import user_name

NAME = re.compile(r".*@(?P<host>.+) \((?P<pid>\d+), (?P<started>\d+)\)")


def this_program() -> str:
    """User, PC, process and when it started: a process id alone is used again."""
    return f"{user_name()}@{platform.node()} ({os.getpid()}, {_started(os.getpid())})"


def is_gone(owner: str) -> bool:
    """Whether `owner` was a program on this PC that no longer runs.

    False for another PC's program, of which nothing can be known here.
    """
    found = NAME.fullmatch(owner)
    if found is None or found["host"] != platform.node():
        return False
    return _started(int(found["pid"])) != int(found["started"])


def _started(pid: int) -> int | None:
    try:
        return int(psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return None
