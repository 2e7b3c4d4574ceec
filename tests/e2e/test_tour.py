"""The tour through the windows of `tripletex-wizard`, and what is said without a display."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.architecture.tree import ROOT
from tripletex_wizard import tour
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.steps import STEPS, Step

PATIENCE = 120
DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def program(*words: str | Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tripletex_wizard", *map(str, words)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def without_display() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS}


def test_the_tour_shows_every_step_in_both_languages(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    done = program("--practice", "--tour", tmp_path / "tour", env=without_display() | folders)

    assert done.returncode == 0, done.stdout + done.stderr
    assert list(temporary.iterdir()) == []  # the practice profile is forgotten
    report = json.loads((tmp_path / "tour" / "report.json").read_text(encoding="utf-8"))
    assert report["is_as_expected"]
    assert [row["step"] for row in report["steps"]] == [step.name for step in STEPS]
    pictures = {name for row in report["steps"] for name in row["pictures"]}
    assert pictures == {path.name for path in (tmp_path / "tour").glob("*.png")}
    assert len(pictures) == 2 * (len(STEPS) - 1)  # the stored set-up has no window any more
    assert str(len(STEPS)) in done.stdout


def leads_nowhere(desk: Desk) -> None:
    desk.expect(desk.is_next_open, "Next must be open")


def test_a_step_that_leads_to_something_else_ends_the_tour_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_language: None
) -> None:
    steps = tuple(Step(name, leads_nowhere) for name in ("first", "second"))
    monkeypatch.setattr(tour, "STEPS", steps)
    given = Namespace(tour=tmp_path / "tour", profile_dir=None, dark=False, scale=1)
    told: list[str] = []

    assert tour.run(given, told.append) == 1

    report = json.loads((tmp_path / "tour" / "report.json").read_text(encoding="utf-8"))
    assert not report["is_as_expected"]
    assert [row["step"] for row in report["steps"]] == ["first"]
    assert "Next must be open" in report["steps"][0]["problem"]
    assert "first" in told[0]
    assert not QImage(str(tmp_path / "tour" / "01-first-nb.png")).isNull()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_no_window_opens_and_it_is_said(tmp_path: Path) -> None:
    done = program("--profile-dir", tmp_path, env=without_display())

    assert done.returncode == 2
    assert "ingen skjerm" in done.stderr


@pytest.mark.parametrize("flag", [["--practice"], ["--self-test"], ["--tour", "somewhere"]])
def test_the_windows_flags_stand_without_a_command(flag: list[str]) -> None:
    done = program(*flag, "practice", env=without_display())

    assert done.returncode == 2
    assert "uten kommando" in done.stderr
