"""Starts commands that meet with their fate at a boundary, and tells what became of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp

from tests.e2e import mortal_program
from tests.e2e.mortal_program import FILES, Fate, Life
from tests.e2e.office import ROOT, Ran


@dataclass(frozen=True)
class Lived(Ran):
    """A command that has ended, and the boundaries that it came to."""

    boundaries: tuple[str, ...]


class Mortals:
    """Commands one after the other, each in a fork of one prepared program."""

    def __init__(self, program: subprocess.Popen[str], folder: Path) -> None:
        self._program = program
        self._folder = folder

    def run(
        self,
        *words: str | Path,
        env: Mapping[str, str],
        place: int = 0,
        fate: Fate = Fate.DEATH,
    ) -> Lived:
        folder = Path(mkdtemp(dir=self._folder))
        life = Life([str(word) for word in words], dict(env), str(folder), place, fate)
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.write(json.dumps(asdict(life)) + "\n")
        self._program.stdin.flush()
        status = int(self._program.stdout.readline())
        out, err, boundaries = ((folder / name).read_text("utf-8") for name in FILES)
        return Lived(status, out, err, tuple(boundaries.splitlines()))


@contextmanager
def mortals(folder: Path) -> Iterator[Mortals]:
    """The prepared program, which writes into `folder` what its forks said."""
    command = [sys.executable, "-m", mortal_program.__name__]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe) as program:
        yield Mortals(program, folder)
