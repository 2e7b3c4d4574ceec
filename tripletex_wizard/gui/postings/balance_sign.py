"""Whether figures that must be the same are so."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.money import Money
from tripletex_wizard.gui.parts import Note, StatusChip
from tripletex_wizard.gui.posting_texts import balance
from tripletex_wizard.gui.tones import Tone


class BalanceSign(QWidget):
    """A chip when they are; a note, which nobody can overlook, when they are not."""

    def __init__(self) -> None:
        super().__init__()
        self._chip, self._note = StatusChip(), Note(Tone.MUST_FIX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chip)
        layout.addWidget(self._note)

    def show_difference(self, difference: Money) -> None:
        """Show it in the language that is installed now."""
        self._chip.setVisible(not difference)
        self._note.setVisible(bool(difference))
        self._chip.show_status(Tone.OK, balance(difference))
        self._note.show_text(balance(difference))
