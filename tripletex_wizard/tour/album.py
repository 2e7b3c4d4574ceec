"""What the tour leaves behind: numbered pictures in both languages, and `report.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tripletex_wizard.gui.texts import Language, install_language

_TURN_MS = 60
_MOST_TURNS = 10
"""For texts to be laid out anew in another language; a spinner never comes to rest."""


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step: how long it took, and what was wrong, if anything was."""

    number: int
    step: str
    seconds: float
    pictures: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures under `folder`, named by number, step and language."""

    folder: Path

    def look(self, number: int, step: str, shown: QWidget) -> tuple[str, ...]:
        """Take the picture of `shown` in every language; gives the files' names."""
        names = []
        for language in reversed(get_args(Language)):  # bokmål last: the tour goes on in it
            in_language(language)
            names.append(f"{number:02}-{step}-{language}.png")
            _settled(shown).save(str(self.folder / names[-1]))
        return tuple(sorted(names))

    def write_report(self, steps: Sequence[StepReport], *, seconds: float) -> None:
        """Every step, and whether each led to what was expected."""
        report = {
            "is_as_expected": not any(row.problem for row in steps),
            "seconds": seconds,
            "steps": [asdict(row) for row in steps],
        }
        text = json.dumps(report, ensure_ascii=False, indent=2)
        (self.folder / "report.json").write_text(text + "\n", encoding="utf-8")


def in_language(language: Language) -> None:
    """Change the language of all windows, and let them take notice."""
    install_language(language)
    QTest.qWait(_TURN_MS)


def _settled(shown: QWidget) -> QImage:
    """The picture once two in a row are the same: layouts come to rest in several turns."""
    picture = shown.grab().toImage()
    for _ in range(_MOST_TURNS):
        before = picture
        QTest.qWait(_TURN_MS)
        picture = shown.grab().toImage()
        if picture == before:
            break
    return picture
