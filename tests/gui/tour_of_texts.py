"""The program, whose tour prints every cut text as a line: picture, widget, what it lacks."""

from __future__ import annotations

import sys
from math import ceil
from unittest.mock import patch

from PySide6.QtCore import QDeadlineTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.text_room import cut_texts
from tripletex_wizard import tour
from tripletex_wizard.__main__ import main
from tripletex_wizard.gui.texts import BUNDLED
from tripletex_wizard.tour.album import Album
from tripletex_wizard.tour.hands import pause

STRETCH = 0.4
SETTLED_AFTER_MS = 3000
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


class WatchfulAlbum(Album):
    """Prints what is cut, with English also what longer texts lose; pictures at 100 % alone."""

    def take(self, name: str, shown: QWidget) -> None:
        tell(name, shown)
        if QApplication.primaryScreen().devicePixelRatio() == 1:
            super().take(name, shown)
        if name.endswith("-en.png"):
            wordy = Wordy()
            QApplication.installTranslator(wordy)
            pause(TURN_MS)
            tell(f"{name}, wordy", shown)
            QApplication.removeTranslator(wordy)


def tell(step: str, shown: QWidget) -> None:
    """A new language moves the layout in several turns; what is cut after them all is cut."""
    deadline = QDeadlineTimer(SETTLED_AFTER_MS)
    while (found := cut_texts(shown)) and not deadline.hasExpired():
        pause(TURN_MS)
    for cut in found:
        print(f"{step}: {cut}", flush=True)  # noqa: T201


if __name__ == "__main__":
    with patch.object(tour, "Album", WatchfulAlbum):
        sys.exit(main())
