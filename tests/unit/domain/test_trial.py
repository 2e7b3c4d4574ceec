from __future__ import annotations

from dataclasses import replace

from tests.orders.building import an_order
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.domain.trial import Trial


def test_a_trial_is_booked_when_it_went_over_and_not_when_it_was_only_asked_for() -> None:
    shown = Trial(an_order())
    asked = {state: replace(shown, booked=Outcome("10457", state)) for state in TransferState}
    assert not shown.is_booked
    assert [state for state, trial in asked.items() if trial.is_booked] == [
        TransferState.TRANSFERRED,
        TransferState.TRANSFERRED_WITH_NOTE,
    ]
