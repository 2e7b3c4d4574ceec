"""The journal between programs: claims, crashes, and files that another user owns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.adapters import journal_program
from tripletex_wizard.domain.errors import Code

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users may enter; pytest's own is closed to them."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)
        Path(made).chmod(0o755)


def start(path: Path, name: str, task: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", journal_program.__name__, str(path), name, task]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe)


def answers(*programs: subprocess.Popen[str]) -> list[list[str]]:
    """Let all of them begin, and wait for what they say."""
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    return [json.loads(program.communicate(timeout=60)[0] or "[]") for program in programs]


def test_two_programs_that_start_on_a_new_file_never_get_the_same_order(folder: Path) -> None:
    path = folder / "journal.sqlite3"
    first, second = answers(start(path, "a", "claim"), start(path, "b", "claim"))
    assert sorted(first + second) == journal_program.ORDERS
    assert sorted(journal_program.journal(path).all_entries()) == journal_program.ORDERS


def test_what_is_recorded_survives_a_kill(folder: Path) -> None:
    path = folder / "journal.sqlite3"
    answers(start(path, "10457", "die"))
    assert len(journal_program.journal(path).entries("10457")) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_folder_that_may_not_be_written_is_told_of_and_nothing_changes(folder: Path) -> None:
    path = folder / "journal.sqlite3"
    assert answers(start(path, "10457", "forbidden")) == [[Code.JOURNAL_NOT_WRITABLE]]
    folder.chmod(0o755)
    path.chmod(0o644)
    assert len(journal_program.journal(path).entries("10457")) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit")
def test_a_file_without_room_is_told_of_by_its_name_and_no_new_one_is_left(folder: Path) -> None:
    path, new = folder / "journal.sqlite3", folder / "new journal.sqlite3"
    (told,) = answers(start(path, "10457", "full"))
    assert told == [Code.JOURNAL_FULL, str(path), Code.JOURNAL_NOT_WRITABLE, str(new)]
    assert not [file for file in folder.iterdir() if new.name in file.name]
    assert journal_program.journal(path).all_entries() == {}
