"""Whether the program changes the status of orders in Mystore: off until somebody chooses it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.transfer_choices import with_rules
from tripletex_wizard.gui.parts import Card, Label, Note, show_ticked
from tripletex_wizard.gui.rule_texts import capture_warning
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController


class WriteBackCard(Card):
    """The choice, what it does to customers' money, and what the token lacks for it."""

    def __init__(self, controller: WizardController) -> None:
        super().__init__()
        self._controller = controller
        self.tick, self._meaning = QCheckBox(), Label(role=MUTED)
        self._lacks = Note(Tone.SHOULD_CHECK)
        self.tick.toggled.connect(self._choose)
        self._arrange()

    def retranslate(self) -> None:
        """Set every text but the missing permissions, which follow with `show_draft`."""
        self.tick.setText(self.tr("&Write the order's status to Mystore"))
        choice = self.tr("The status can then be changed from this program.")
        self._meaning.setText(f"{choice} {capture_warning()}")
        self.tick.setAccessibleDescription(self._meaning.text())

    def show_draft(self, draft: SetupDraft) -> None:
        """Show the choice, and which permissions the token seems to lack for it."""
        if draft.rules is None:
            return
        show_ticked(self.tick, draft.rules.write_back)
        missing = draft.shop.missing_to_write if draft.shop else ()
        self._lacks.setVisible(draft.rules.write_back and bool(missing))
        self._lacks.show_text(
            self.tr(
                "The Mystore token does not seem to allow this. Make a new one with {permissions} "
                "ticked, and paste it in step 2."
            ).format(permissions=", ".join(missing))
        )

    def _arrange(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(2 * STEP)
        choice.addWidget(self.tick, alignment=Qt.AlignmentFlag.AlignTop)
        choice.addWidget(self._meaning, 1)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addLayout(choice)
        column.addWidget(self._lacks)
        self.add_row(column)

    @Slot(bool)
    def _choose(self, ticked: bool) -> None:
        rules = self._controller.draft.rules
        assert rules is not None
        changed = replace(rules, write_back=ticked)
        self._controller.update(lambda draft: with_rules(draft, changed))
