"""The wizard under a real X server with a real keyring, driven through the accessibility tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

DRIVER = Path(__file__).with_name("walk_from_outside.py")
PROGRAMS = ("xvfb-run", "openbox", "dbus-run-session", "gnome-keyring-daemon")
PACKAGES = (
    "xvfb xauth openbox dbus gnome-keyring at-spi2-core python3-gi gir1.2-atspi-2.0 "
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


def test_the_wizard_is_finished_by_a_program_that_only_sees_what_a_screen_reader_sees(
    tmp_path: Path,
) -> None:
    if lacking := missing():
        pytest.skip(f"not run, {', '.join(lacking)} is missing: apt-get install {PACKAGES}")
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    session = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
    driver = [SYSTEM_PYTHON, str(DRIVER), sys.executable, str(tmp_path / "program")]
    done = subprocess.run(
        [*session, "bash", "-c", SESSION, "session", *driver],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all with a name" in done.stdout


OURS = {"QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"}
