"""Things to know of several orders: the first few, and all of them when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.gui.parts import LinkButton, Note
from tripletex_wizard.gui.parts.text_list import TextListDialog
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone

FEW = 3
"""How many are named before the rest is only counted."""


class ListedNote(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, tone: Tone, *, few: int = FEW) -> None:
        super().__init__()
        self._few = few
        self._note, self._all = Note(tone), LinkButton()
        self._title = ""
        self._lines: tuple[str, ...] = ()
        self._all.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(self._note)
        layout.addWidget(self._all, alignment=Qt.AlignmentFlag.AlignRight)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """All that there is to tell, also what is not shown."""
        return self._lines

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Replace everything."""
        self._title, self._lines = title, tuple(lines)
        shown = list(lines[: self._few])
        more = len(lines) - len(shown)
        if more > 0:
            shown.append(self.tr("and %n more", "", more))
        self._note.show_text("\n".join(shown), title=title)
        self._note.setToolTip("\n".join(lines) if more > 0 else "")
        self._all.setText(self.tr("Show all"))
        self._all.setAccessibleDescription(title)
        self._all.setVisible(more > 0)
        self.setVisible(bool(lines))

    @Slot()
    def _show_all(self) -> None:
        TextListDialog(self, self._title, self._lines).open()
