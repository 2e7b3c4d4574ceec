from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.orders.building import an_order
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.domain.trial import Trial, as_it_stands

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SHOWN = Trial(an_order("10457"))
INVOICE = StepFacts(invoice_id=5, invoice_number=10203, amount=Money(8900))
ORDER = StepFacts(order_number="10457", transfer_as=TransferAs.ORDER, amount=Money(8900))


def by(step: Step, phase: Phase, facts: StepFacts) -> Trial:
    entry = JournalEntry("10457", step, phase, AT, facts, "kari")
    return as_it_stands(SHOWN, Progress((entry,)))


def test_a_trial_is_booked_when_it_went_over_and_not_when_it_was_only_asked_for() -> None:
    shown = Trial(an_order())
    asked = {state: replace(shown, booked=Outcome("10457", state)) for state in TransferState}
    assert not shown.is_booked
    assert [state for state, trial in asked.items() if trial.is_booked] == [
        TransferState.TRANSFERRED,
        TransferState.TRANSFERRED_WITH_NOTE,
        TransferState.CREDITED,
    ]


@pytest.mark.parametrize(
    ("credited", "state"), [(False, TransferState.TRANSFERRED), (True, TransferState.CREDITED)]
)
def test_an_order_that_has_its_invoice_stands_with_it(credited: bool, state: TransferState) -> None:
    trial = by(Step.INVOICE, Phase.DONE, replace(INVOICE, credited=credited))
    assert trial.booked is not None
    assert (trial.booked.state, trial.booked.invoice_number) == (state, 10203)
    assert trial.is_from_before


def test_an_open_order_stands_as_the_order_that_it_became() -> None:
    there = Problem(Code.ALREADY_ORDER, number="10457")
    assert by(Step.ORDER, Phase.DONE, ORDER).booked == Outcome(
        *("10457", TransferState.TRANSFERRED, TransferAs.ORDER, (there,)), amount=Money(8900)
    )


def test_a_marked_order_stands_as_transferred_with_what_the_mark_says() -> None:
    booked = by(Step.MARK, Phase.DONE, StepFacts(voucher="12")).booked
    assert booked is not None
    assert booked.state is TransferState.TRANSFERRED
    assert booked.problems[0].code is Code.MARKED_AS_BOOKED


def test_a_lost_answer_leaves_it_uncertain() -> None:
    booked = by(Step.ORDER, Phase.UNANSWERED, ORDER).booked
    assert booked is not None
    assert booked.state is TransferState.UNCERTAIN


def test_an_order_of_which_nothing_or_not_all_was_sent_is_as_it_was_shown() -> None:
    assert as_it_stands(SHOWN, Progress()) == SHOWN
    assert by(Step.CUSTOMER, Phase.DONE, StepFacts(customer_id=1)) == SHOWN
