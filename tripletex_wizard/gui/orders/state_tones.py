"""Which tone, and so which icon and colour, stands beside the word of a state."""

from __future__ import annotations

from typing import assert_never

from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.tones import Tone


def state_tone(state: TransferState) -> Tone:
    """Complete by type, as `texts.state_name`."""
    match state:
        case TransferState.TRANSFERRED:
            return Tone.OK
        case TransferState.FAILED:
            return Tone.MUST_FIX
        case TransferState.STOPPED | TransferState.TRANSFERRED_WITH_NOTE:
            return Tone.SHOULD_CHECK
        case TransferState.UNCERTAIN:
            return Tone.SUGGESTION
        case (
            TransferState.READY
            | TransferState.SENDING
            | TransferState.SKIPPED
            | TransferState.CREDITED
            | TransferState.NOT_COMPLETED
        ):
            return Tone.UNKNOWN
        case _:
            assert_never(state)
