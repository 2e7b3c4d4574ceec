"""The icon and the tone of each transfer state; its word is in texts.py."""

from __future__ import annotations

from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.icons import Icon
from tripletex_wizard.gui.tones import Tone

STATE_LOOKS = {
    TransferState.READY: (Tone.OK, Icon.CHECK_CIRCLE),
    TransferState.STOPPED: (Tone.SHOULD_CHECK, Icon.WARNING),
    TransferState.SENDING: (Tone.SUGGESTION, Icon.REPEAT),
    TransferState.TRANSFERRED: (Tone.OK, Icon.TICK),
    TransferState.TRANSFERRED_WITH_NOTE: (Tone.OK, Icon.INFORMATION),
    TransferState.FAILED: (Tone.MUST_FIX, Icon.CROSS_CIRCLE),
    TransferState.UNCERTAIN: (Tone.SUGGESTION, Icon.MINUS_CIRCLE),
    TransferState.SKIPPED: (Tone.UNKNOWN, Icon.MINUS_CIRCLE),
    TransferState.CREDITED: (Tone.UNKNOWN, Icon.REPEAT),
    TransferState.NOT_COMPLETED: (Tone.UNKNOWN, Icon.MINUS_CIRCLE),
}
