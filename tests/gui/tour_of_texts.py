"""The program, whose tour prints every cut text as a line: picture, widget, what it lacks."""

from __future__ import annotations

import sys
from unittest.mock import patch

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.text_room import Wordy, cut_texts
from tripletex_wizard import tour
from tripletex_wizard.__main__ import main
from tripletex_wizard.tour.album import Album
from tripletex_wizard.tour.hands import pause

SETTLED_AFTER_MS = 3000
TURN_MS = 20


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
