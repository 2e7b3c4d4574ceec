"""Walks the tour, and prints every cut text as a line: step, language, widget, what it lacks."""

from __future__ import annotations

import tempfile
from math import ceil
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.text_room import cut_texts
from tripletex_wizard.app import practice_program
from tripletex_wizard.gui.texts import BUNDLED
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.tour import walk
from tripletex_wizard.tour.album import in_language
from tripletex_wizard.windows import show_offscreen, windows

STRETCH = 0.4
SETTLED_AFTER_MS = 1500
TURN_MS = 20


class Wordy(QTranslator):
    """Every Norwegian text 40 % longer, by words of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._norwegian = [QTranslator(self) for _ in BUNDLED["nb"]]
        for translator, file in zip(self._norwegian, BUNDLED["nb"], strict=True):
            assert translator.load(file)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        found = (each.translate(context, text, disambiguation, n) for each in self._norwegian)
        return stretched(next(filter(None, found), text))


def stretched(text: str) -> str:
    """The text and then its own words again, without places and letters for Alt."""
    words = [word for word in text.replace("&", "").split() if "{" not in word and "%" not in word]
    padding = "".join(f" {word}" for word in words)
    return text + padding[: ceil(len(text) * STRETCH)].rstrip()


def look(_number: int, step: str, shown: QWidget) -> tuple[str, ...]:
    """Print what is cut in each language; bokmål comes last, for the tour goes on in it."""
    in_language("en")
    tell(step, "en", shown)
    wordy = Wordy()
    QApplication.installTranslator(wordy)
    QTest.qWait(TURN_MS)
    tell(step, "wordy", shown)
    QApplication.removeTranslator(wordy)
    in_language("nb")
    tell(step, "nb", shown)
    return ()


def tell(step: str, language: str, shown: QWidget) -> None:
    """A new language moves the layout in several turns; what is cut after them all is cut."""
    deadline = QDeadlineTimer(SETTLED_AFTER_MS)
    while (found := cut_texts(shown)) and not deadline.hasExpired():
        QTest.qWait(TURN_MS)
    for cut in found:
        print(f"{step} ({language}): {cut}", flush=True)  # noqa: T201


def main() -> None:
    show_offscreen()
    with (
        tempfile.TemporaryDirectory() as folder,
        PracticeServers() as servers,
        practice_program(servers, Path(folder)) as program,
        windows(program) as opened,
    ):
        for step in walk(opened, servers, look):
            if step.problem:
                print(f"{step.step} failed: {step.problem}")  # noqa: T201


if __name__ == "__main__":
    main()
