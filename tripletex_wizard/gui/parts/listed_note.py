"""Things to know of several orders: the first few, and all of them when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.gui.parts import LinkButton, Note
from tripletex_wizard.gui.parts.text_list import TextListDialog
from tripletex_wizard.gui.tones import Tone

FEW = 3
"""How many are named before the rest is only counted."""


class ListedNote(QWidget):
    """Hidden while there is nothing to tell; one that `folds` only counts more than a few."""

    def __init__(self, tone: Tone, *, few: int = FEW, folds: bool = False) -> None:
        super().__init__()
        self._few, self._folds = few, folds
        self._note, self._all = Note(tone), LinkButton()
        self._title = ""
        self._lines: tuple[str, ...] = ()
        self._all.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._note)
        self._note.add_button(self._all)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """All that there is to tell, also what is not shown."""
        return self._lines

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Replace everything."""
        self._title, self._lines = title, tuple(lines)
        more = len(lines) - self._few
        self._note.show_text("\n".join(self._shown(more)), title=title)
        self._note.setToolTip("\n".join(lines) if more > 0 else "")
        self._all.setText(self.tr("Show all"))
        self._all.setAccessibleDescription(title)
        self._all.setVisible(more > 0)
        self.setVisible(bool(lines))

    def _shown(self, more: int) -> list[str]:
        if more <= 0:
            return list(self._lines)
        if self._folds:
            return []
        return [*self._lines[: self._few], self.tr("and %n more", "", more)]

    @Slot()
    def _show_all(self) -> None:
        TextListDialog(self, self._title, self._lines).open()
