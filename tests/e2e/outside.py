"""A session of its own, as on a desktop: X server, window manager, session bus, unlocked keyring.

The program runs in it, and a driver on the system's Python, which has the bindings of AT-SPI.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.e2e.displays import without_display

PROGRAMS = ("xvfb-run", "openbox", "dbus-run-session", "gnome-keyring-daemon", "xdotool")
PACKAGES = (
    "xvfb xauth openbox xdotool dbus gnome-keyring at-spi2-core python3-gi gir1.2-atspi-2.0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)
SESSION = """
printf practice | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
openbox >/dev/null 2>&1 &
"$@"
status=$?
kill $!
exit $status
"""
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PATIENCE = 180


def missing() -> list[str]:
    """What is not installed of what the session is made of."""
    programs = [name for name in PROGRAMS if shutil.which(name) is None]
    has_python = Path(SYSTEM_PYTHON).exists()
    asked = [SYSTEM_PYTHON, "-c", NEEDS_ATSPI]
    if not has_python or subprocess.run(asked, capture_output=True, check=False).returncode:
        programs.append("python3-gi")
    return programs


def first_display() -> str:
    """Where to look for a free one: workers that look at once at the same would both take it."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    return str(100 + 20 * int(worker))


def drive(driver: str, *arguments: str) -> str:
    """What a driver of this folder prints when it has come to its end in such a session.

    Its first argument is the program's Python. Skips the test where the session cannot be made.
    """
    if lacking := missing():
        pytest.skip(f"not run, {', '.join(lacking)} is missing: apt-get install {PACKAGES}")
    env = without_display()
    env.pop("DBUS_SESSION_BUS_ADDRESS", None)
    session = [
        "xvfb-run",
        "-a",
        "-n",
        first_display(),
        "-s",
        "-screen 0 1280x800x24",
        "dbus-run-session",
        "--",
    ]
    driven = [SYSTEM_PYTHON, "-m", f"tests.e2e.{driver}", sys.executable, *arguments]
    done = subprocess.run(
        [*session, "bash", "-c", SESSION, "session", *driven],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
