"""The tour through the windows of `tripletex-wizard`, and what is said without a display."""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.architecture.tree import ROOT
from tests.e2e.displays import without_display
from tripletex_wizard import tour
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.steps import STEPS, Step

PATIENCE = 300
VARIANTS = Path(__file__).parent / "shop_file.json"


def program(
    *words: str | Path, env: dict[str, str], module: str = "tripletex_wizard"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("scale", [1, 2])
def test_every_step_is_shown_in_both_languages_and_no_text_is_cut(
    scale: int, tmp_path: Path
) -> None:
    album, temporary = tmp_path / "tour", tmp_path / "temporary"
    temporary.mkdir()
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    flags = ("--practice", "--tour", album, "--scale", str(scale))
    env = without_display() | folders
    done = program(*flags, env=env, module="tests.gui.tour_of_texts")

    assert done.returncode == 0, done.stdout + done.stderr
    *progress, end = done.stdout.splitlines()
    assert len(progress) == len(STEPS) // 10, done.stdout  # every other line is a cut text
    assert all(f"av {len(STEPS)} steg" in line for line in progress)
    assert str(len(STEPS)) in end
    assert "This plugin does not support" not in done.stderr
    assert list(temporary.iterdir()) == []  # the practice profile is forgotten
    report = read(album / "report.json")
    assert report["is_as_expected"]
    assert [row["step"] for row in report["steps"]] == [step.name for step in STEPS]
    assert [row["step"] for row in report["steps"] if row["skipped"]] == []
    if scale == 1:
        pictures = {name for row in report["steps"] for name in row["pictures"]}
        assert pictures == {path.name for path in album.glob("*.png")}
        assert len(pictures) == 2 * len(STEPS)


def test_the_report_names_what_each_step_brought_into_tripletex(tmp_path: Path) -> None:
    """On other documents: steps that none of them allows are left out, and say why."""
    album = tmp_path / "tour"
    flags = ("--practice", "--tour", album, "--orders", VARIANTS)
    done = program(*flags, env=without_display())

    assert done.returncode == 0, done.stdout + done.stderr
    report, state = read(album / "report.json"), read(album / "tripletex.json")
    told = {
        (row["order"], row["tripletex_order_id"], row["invoice_number"])
        for step in report["steps"]
        for row in step["orders"]
    }
    assert told >= {
        (order["number"], order["id"], row["invoiceNumber"])
        for row in state["invoices"]
        if not row["isCreditNote"]
        for order in row["orders"]
    }
    assert told
    assert any(step["skipped"] for step in report["steps"])
    assert report["calls"]["tripletex"] == len(state["requests"])


def test_documents_that_cannot_be_read_end_the_tour(tmp_path: Path) -> None:
    flags = ("--practice", "--tour", tmp_path / "tour", "--orders", tmp_path / "missing.json")
    done = program(*flags, env=without_display())

    assert done.returncode == 1
    assert "missing.json" in done.stdout


def leads_nowhere(desk: Desk) -> None:
    desk.expect(desk.is_next_open, "Next must be open")


def test_a_step_that_leads_to_something_else_ends_the_tour_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_language: None
) -> None:
    steps = tuple(Step(name, leads_nowhere) for name in ("first", "second"))
    monkeypatch.setattr(tour, "STEPS", steps)
    given = Namespace(
        tour=tmp_path / "tour", profile_dir=None, orders_file=None, dark=False, scale=1
    )
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
