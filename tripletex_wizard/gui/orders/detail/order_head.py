"""Which order it is, how it stands and why, and what it becomes."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.detail.detail_texts import about_order
from tripletex_wizard.gui.parts import FittingRow, Label, StatusChip, breakable
from tripletex_wizard.gui.posting_texts import plan_in_short
from tripletex_wizard.gui.postings.problem_list import ProblemList
from tripletex_wizard.gui.state_looks import STATE_LOOKS, state_word
from tripletex_wizard.gui.theme import MUTED, STEP, Size
from tripletex_wizard.gui.tones import Tone

_TONES = {
    TransferState.FAILED: Tone.MUST_FIX,
    TransferState.STOPPED: Tone.SHOULD_CHECK,
    TransferState.READY: Tone.SHOULD_CHECK,
    TransferState.TRANSFERRED_WITH_NOTE: Tone.SHOULD_CHECK,
    TransferState.UNCERTAIN: Tone.SUGGESTION,
}
_TOLD_BELOW = {Code.ALREADY_BOOKED, Code.CREDIT_NOTE_BOOKED}
_WAITING = {TransferState.READY, TransferState.FAILED, TransferState.UNCERTAIN}


class OrderHead(QWidget):
    """Nothing in it can be edited."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._chip = Label(size=Size.LARGE, strong=True), StatusChip()
        self._about, self._becomes = Label(role=MUTED), Label()
        self._edited, self._reasons, self._notes = ProblemList(), ProblemList(), ProblemList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(FittingRow(self._number, self._chip))
        for widget in (self._about, self._edited, self._reasons, self._becomes, self._notes):
            layout.addWidget(widget)

    def show_standing(self, standing: Standing) -> None:
        """Show an order in the language that is installed now."""
        self._number.setText(self.tr("Order {number}").format(number=standing.number))
        tone, icon = STATE_LOOKS[standing.state]
        self._chip.show_status(tone, state_word(standing), icon)
        edited = (standing.edited,) if standing.edited else ()
        self._edited.show_problems(edited, Tone.SHOULD_CHECK)
        problems = [row for row in standing.problems if row.code not in _TOLD_BELOW]
        is_ready = standing.state is TransferState.READY
        tone = _TONES.get(standing.state, Tone.UNKNOWN)
        self._reasons.show_problems(() if is_ready else problems, tone)
        self._notes.show_problems(problems if is_ready else (), tone)
        is_waiting = standing.state in _WAITING and not standing.owes_refund
        plan = standing.plan if is_waiting else None
        _show(self._about, about_order(standing.order))
        _show(self._becomes, plan_in_short(plan, may_choose=True) if plan else "")


def _show(label: Label, text: str) -> None:
    label.setText(breakable(text))
    label.setVisible(bool(text))
