"""The practice window in a process of its own, for the drivers from outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def practising(python: str, folder: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program with its window coming, and the address of its servers' control service."""
    env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    command = [python, "-m", "tests.e2e.practising_program", folder]
    program = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    try:
        yield program, program.stdout.readline().strip()
    finally:
        program.terminate()
        program.wait()
