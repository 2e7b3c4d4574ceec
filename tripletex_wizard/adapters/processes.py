"""Programs on this PC, as claims name them."""

from __future__ import annotations

import os
import platform
import re
from secrets import token_hex

import psutil

from tripletex_wizard.adapters.person import user_name

NAME = re.compile(r".*@(?P<host>.+) \((?P<pid>\d+), (?P<run>[0-9a-f]+)\)")
RUN = token_hex(4)  # a process id alone is used again


def this_program() -> str:
    """User, PC, process and this run of it."""
    return f"{user_name()}@{platform.node()} ({os.getpid()}, {RUN})"


def is_gone(owner: str) -> bool:
    """Whether `owner` was a program on this PC that certainly no longer runs.

    False for another PC's program, of which nothing can be known here, and when its process id
    is in use: start times change with the computer's clock, and a live claim is never taken.
    """
    found = NAME.fullmatch(owner)
    if found is None or found["host"] != platform.node():
        return False
    pid = int(found["pid"])
    return found["run"] != RUN if pid == os.getpid() else not psutil.pid_exists(pid)
