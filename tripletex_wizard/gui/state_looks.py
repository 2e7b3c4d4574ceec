"""How the transfer of an order is shown: a word, an icon and a tone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.icons import Icon
from tripletex_wizard.gui.texts import state_name
from tripletex_wizard.gui.tones import Tone

translate = QCoreApplication.translate

STATE_LOOKS = {
    TransferState.READY: (Tone.OK, Icon.CHECK_CIRCLE),
    TransferState.STOPPED: (Tone.SHOULD_CHECK, Icon.WARNING),
    TransferState.SENDING: (Tone.SUGGESTION, Icon.REPEAT),
    TransferState.TRANSFERRED: (Tone.OK, Icon.TICK),
    TransferState.TRANSFERRED_WITH_NOTE: (Tone.OK, Icon.INFORMATION),
    TransferState.FAILED: (Tone.MUST_FIX, Icon.CROSS_CIRCLE),
    TransferState.UNCERTAIN: (Tone.SUGGESTION, Icon.MINUS_CIRCLE),
    TransferState.SKIPPED: (Tone.UNKNOWN, Icon.SKIP),
    TransferState.CREDITED: (Tone.UNKNOWN, Icon.UNDO),
    TransferState.NOT_COMPLETED: (Tone.UNKNOWN, Icon.CLOCK),
}
"""No two states share an icon: they can be told apart without colour."""


def state_word(standing: Standing) -> str:
    """How its transfer stands; one that a person marked was never transferred."""
    return (
        translate("texts", "Marked as booked")
        if _is_marked(standing)
        else state_name(standing.state)
    )


def short_state_word(standing: Standing) -> str:
    """The same where there is no room for more."""
    return translate("texts", "Marked") if _is_marked(standing) else state_name(standing.state)


def _is_marked(standing: Standing) -> bool:
    return bool(standing.progress.mark) and standing.state is TransferState.TRANSFERRED
