"""Compares the practice Tripletex with recordings: python -m ….tripletex.compare FILE [FILE…]."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tripletex_wizard.practice.tripletex.recordings import Recording, read_recordings
from tripletex_wizard.practice.tripletex.replay import Replay, is_served
from tripletex_wizard.practice.tripletex.scenes import prepare

INTERNAL_ERROR = 500
MEASURES = ("keys", "types", "codes", "fields")


@dataclass
class Figures:
    """What matched of what was recorded, for one path."""

    recordings: int = 0
    matched: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    differing: set[str] = field(default_factory=set)
    ours_only: set[str] = field(default_factory=set)

    def count(self, measure: str, name: str, *, same: bool) -> None:
        """One recorded thing, and whether the practice server has it so."""
        self.total[measure] += 1
        self.matched[measure] += same
        if not same:
            self.differing.add(f"{measure}: {name}")

    def add(self, other: Figures) -> None:
        """Sum up."""
        self.recordings += other.recordings
        self.matched += other.matched
        self.total += other.total


@dataclass
class Comparison:
    """The figures by method and path, and what could not be compared, with the reason."""

    paths: dict[str, Figures] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def of(self, recording: Recording) -> None:
        """Replay one recording and count."""
        reason = _why_not(recording)
        if reason is not None:
            self.left_out[f"{_name(recording)}: {reason}"] += 1
            return
        figures = self.paths.setdefault(_name(recording), Figures())
        figures.recordings += 1
        replay = Replay(recording)
        prepare(replay)
        status, answer = replay.answer()
        _count_codes(figures, recording, status, answer or {})
        _count_keys(figures, recording.answer, answer or {})

    def lines(self) -> Iterator[str]:
        """The comparison as a table."""
        total = Figures()
        yield f"{'path':46}{'recordings':>11}" + "".join(f"{name:>12}" for name in MEASURES)
        for name, figures in sorted(self.paths.items()):
            total.add(figures)
            yield _row(name, figures)
            yield from (f"    {line}" for line in sorted(figures.differing))
            if figures.ours_only:
                yield f"    not recorded: {', '.join(sorted(figures.ours_only))}"
        yield _row("total", total)
        yield "not comparable:"
        yield from (f"    {times} x {reason}" for reason, times in sorted(self.left_out.items()))


def _row(name: str, figures: Figures) -> str:
    shown = [f"{figures.matched[m]}/{figures.total[m]}" for m in MEASURES]
    return f"{name:46}{figures.recordings:>11}" + "".join(f"{cell:>12}" for cell in shown)


def _name(recording: Recording) -> str:
    return f"{recording.method} " + re.sub(r"\d{3,}", "{id}", recording.path)


def _why_not(recording: Recording) -> str | None:
    if not is_served(recording):
        return "a path or method that the program does not use"
    if recording.status is not None and recording.status >= INTERNAL_ERROR:
        return "a crash, played by the fault layer"
    return None


def _count_codes(
    figures: Figures, recording: Recording, status: int, answer: dict[str, Any]
) -> None:
    recorded = recording.answer
    if recording.status is not None:
        name = f"status {recording.status} not {status}"
        figures.count("codes", name, same=recording.status == status)
    code = recorded.get("code")
    if code is not None:
        ours = answer.get("code")
        figures.count("codes", f"code {code} not {ours}", same=code == ours)
    wanted, found = _fields(recorded), _fields(answer)
    for name in wanted:
        figures.count("fields", name, same=name in found)


def _fields(answer: dict[str, Any]) -> list[str]:
    problems = answer.get("validationMessages") or []
    return [f"{problem['field']}, path {problem.get('path')}" for problem in problems]


def _count_keys(figures: Figures, recorded: dict[str, Any], ours: dict[str, Any]) -> None:
    found, wanted = dict(_leaves(ours)), dict(_leaves(recorded))
    figures.ours_only |= found.keys() - wanted.keys()
    for path, kind in wanted.items():
        figures.count("keys", path, same=path in found)
        if path in found:
            figures.count("types", f"{path} {kind} not {found[path]}", same=found[path] == kind)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every key with the JSON type of its value; list items share one path."""
    if isinstance(value, dict):
        if path:
            yield path, "object"
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        yield path, "list"
        for item in value[:1]:
            yield from _leaves(item, f"{path}[]")
    else:
        yield path, _kind(value)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case _:
            return "text"


def main(files: list[str]) -> int:
    """Print the comparison; 2 when no file is named."""
    if not files:
        print("usage: python -m tripletex_wizard.practice.tripletex.compare FILE [FILE…]")  # noqa: T201
        return 2
    comparison = Comparison()
    for file in files:
        for recording in read_recordings(Path(file)):
            comparison.of(recording)
    print("\n".join(comparison.lines()))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
