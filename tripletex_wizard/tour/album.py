"""What the tour leaves behind: numbered pictures in both languages, and `report.json`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tripletex_wizard.gui.texts import Language, install_language
from tripletex_wizard.tour.hands import pause

_TURN_MS = 25
_MOST_TURNS = 10
"""For texts to be laid out anew in another language; a spinner never comes to rest."""


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step: how long it took, and what was wrong, if anything was.

    `skipped` says why it was left out; `orders` are those that came into Tripletex, with its ids;
    `calls` are the requests that each service had.
    """

    number: int
    step: str
    seconds: float
    pictures: tuple[str, ...] = ()
    problem: str = ""
    skipped: str = ""
    orders: Sequence[Mapping[str, Any]] = ()
    calls: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Album:
    """Pictures under `folder`, named by number, step and language."""

    folder: Path

    def look(self, number: int, step: str, shown: QWidget) -> tuple[str, ...]:
        """Take the picture of `shown` in every language; gives the files' names."""
        names = []
        for language in reversed(get_args(Language)):  # bokmål last: the tour goes on in it
            in_language(language)
            names.append(f"{number:02}-{step}-{language}.png")
            self.take(names[-1], shown)
        return tuple(sorted(names))

    def take(self, name: str, shown: QWidget) -> None:
        """One picture, as the windows are now."""
        _settled(shown).save(str(self.folder / name))

    def write_state(self, state: Mapping[str, Any]) -> None:
        """What the practice servers hold at the end, as `tripletex.json`."""
        self._write("tripletex.json", state)

    def write_report(self, steps: Sequence[StepReport], *, seconds: float) -> None:
        """Every step, and whether each led to what was expected."""
        report = {
            "is_as_expected": not any(row.problem for row in steps),
            "seconds": seconds,
            "calls": _sums(row.calls for row in steps),
            "steps": [asdict(row) for row in steps],
        }
        self._write("report.json", report)

    def _write(self, name: str, value: object) -> None:
        text = json.dumps(value, ensure_ascii=False, indent=2)
        (self.folder / name).write_text(text + "\n", encoding="utf-8")


def _sums(calls: Iterable[Mapping[str, int]]) -> dict[str, int]:
    summed: Counter[str] = Counter()
    for row in calls:
        summed.update(row)
    return dict(summed)


def in_language(language: Language) -> None:
    """Change the language of all windows, and let them take notice."""
    install_language(language)
    pause(_TURN_MS)


def _settled(shown: QWidget) -> QImage:
    """The picture once two in a row are the same: layouts come to rest in several turns."""
    picture = _laid_out(shown)
    for _ in range(_MOST_TURNS):
        before = picture
        pause(_TURN_MS)
        picture = _laid_out(shown)
        if picture == before:
            break
    return picture


def _laid_out(shown: QWidget) -> QImage:
    """On a busy computer a turn may be over before the layouts have had theirs."""
    for _ in range(_MOST_TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return shown.grab().toImage()
