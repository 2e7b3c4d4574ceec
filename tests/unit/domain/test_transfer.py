"""How far a transfer has come is read from the journal's entries alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.orders.building import OSLO
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import (
    GONE,
    NOT_BOOKED,
    NOT_CHANGED,
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
    exit_status,
)

START = datetime(2026, 11, 23, 9, tzinfo=OSLO)
AS_ORDER = StepFacts(transfer_as=TransferAs.ORDER)
AS_INVOICE = StepFacts(transfer_as=TransferAs.INVOICE)

STATUS, CUSTOMER, PRODUCT, ORDER, INVOICE, REFUND, MARK = Step
INTENDED, DONE, REFUSED, UNANSWERED = Phase.INTENDED, Phase.DONE, Phase.REFUSED, Phase.UNANSWERED


def progress(*moves: tuple[Step, Phase], facts: StepFacts = AS_INVOICE) -> Progress:
    """The progress after `moves`, one a minute."""
    return Progress(
        tuple(
            JournalEntry("10457", step, phase, START + timedelta(minutes=i), facts)
            for i, (step, phase) in enumerate(moves)
        )
    )


def test_without_entries_an_order_is_ready() -> None:
    fresh = Progress()
    assert fresh.state is TransferState.READY
    assert not fresh.is_settled
    assert (fresh.order, fresh.invoice, fresh.open_step, fresh.asked_as) == (None,) * 4


@pytest.mark.parametrize("phase", [INTENDED, UNANSWERED])
@pytest.mark.parametrize("step", Step)
def test_a_step_without_an_outcome_is_open_and_uncertain(step: Step, phase: Phase) -> None:
    sent = progress((step, INTENDED), (step, phase))
    assert sent.open_step == sent.entries[-1]
    assert sent.state is TransferState.UNCERTAIN
    assert not sent.is_settled


@pytest.mark.parametrize("phase", [DONE, REFUSED])
@pytest.mark.parametrize("step", Step)
def test_a_step_with_an_outcome_is_not_open(step: Step, phase: Phase) -> None:
    assert progress((step, INTENDED), (step, phase)).open_step is None


@pytest.mark.parametrize("step", Step)
def test_a_lost_attempt_stays_open_when_a_later_one_is_refused(step: Step) -> None:
    lost = progress((step, INTENDED), (step, UNANSWERED), (step, INTENDED), (step, REFUSED))
    assert lost.open_step == lost.entries[1]


@pytest.mark.parametrize("step", Step)
def test_an_attempt_of_a_killed_program_stays_open_when_a_later_one_is_refused(step: Step) -> None:
    killed = progress((step, INTENDED), (step, INTENDED), (step, REFUSED))
    assert killed.open_step == killed.entries[0]


@pytest.mark.parametrize("step", Step)
def test_a_lost_attempt_is_settled_by_proof(step: Step) -> None:
    assert progress((step, INTENDED), (step, UNANSWERED), (step, DONE)).open_step is None


@pytest.mark.parametrize("reason", [NOT_BOOKED, GONE])
def test_a_look_up_that_shows_its_absence_settles_a_lost_attempt(reason: str) -> None:
    lost = progress((INVOICE, INTENDED), (INVOICE, UNANSWERED))
    absent = progress((INVOICE, REFUSED), facts=StepFacts(reason=reason))
    assert Progress(lost.entries + absent.entries).open_step is None


def test_an_order_that_was_found_deleted_is_not_in_tripletex() -> None:
    made = progress((ORDER, INTENDED), (ORDER, DONE), facts=AS_ORDER)
    gone = progress((ORDER, REFUSED), facts=StepFacts(reason=GONE))
    assert Progress(made.entries + gone.entries).order is None


def test_the_request_ids_of_all_steps_are_told_once() -> None:
    first = progress((CUSTOMER, DONE), facts=StepFacts(request_ids=("a", "b")))
    second = progress((ORDER, DONE), facts=StepFacts(request_ids=("b", "c")))
    assert Progress(first.entries + second.entries).request_ids == ("a", "b", "c")


def test_the_earliest_open_step_is_the_one_to_settle() -> None:
    both = progress((INVOICE, INTENDED), (ORDER, UNANSWERED))
    assert both.open_step == both.entries[1]


def test_an_order_is_transferred_when_it_was_asked_for_as_an_order() -> None:
    made = progress((ORDER, INTENDED), (ORDER, DONE), facts=AS_ORDER)
    assert made.is_settled
    assert made.state is TransferState.TRANSFERRED
    assert made.order == AS_ORDER
    assert made.asked_as is TransferAs.ORDER


def test_an_order_is_not_enough_when_an_invoice_was_asked_for() -> None:
    made = progress((ORDER, INTENDED), (ORDER, DONE))
    assert not made.is_settled
    assert made.state is TransferState.FAILED
    assert made.asked_as is TransferAs.INVOICE


def test_an_order_that_became_an_invoice_later_is_transferred() -> None:
    ordered = progress((ORDER, INTENDED), (ORDER, DONE), facts=AS_ORDER)
    invoiced = progress((INVOICE, INTENDED), (INVOICE, DONE))
    both = Progress(ordered.entries + invoiced.entries)
    assert both.asked_as is TransferAs.INVOICE
    assert both.is_settled
    assert both.invoice == AS_INVOICE


def test_an_invoice_that_was_refused_leaves_the_transfer_failed() -> None:
    ordered = progress((ORDER, DONE), facts=AS_ORDER)
    refused = progress((INVOICE, INTENDED), (INVOICE, REFUSED))
    both = Progress(ordered.entries + refused.entries)
    assert both.invoice is None
    assert not both.is_settled
    assert both.state is TransferState.FAILED


def test_an_order_that_is_asked_for_after_a_refused_invoice_is_enough() -> None:
    refused = progress((INVOICE, INTENDED), (INVOICE, REFUSED))
    ordered = progress((ORDER, DONE), facts=AS_ORDER)
    assert Progress(refused.entries + ordered.entries).is_settled


def test_a_customer_alone_is_no_transfer() -> None:
    made = progress((CUSTOMER, INTENDED), (CUSTOMER, DONE), facts=StepFacts(customer_id=1))
    assert made.asked_as is None
    assert made.order is None
    assert made.state is TransferState.FAILED


def test_a_refused_order_is_not_in_tripletex() -> None:
    refused = progress((ORDER, INTENDED), (ORDER, REFUSED), facts=AS_ORDER)
    assert refused.order is None
    assert refused.state is TransferState.FAILED


def test_an_invoice_once_booked_stays_booked_whatever_is_sent_later() -> None:
    booked = progress((INVOICE, DONE), (INVOICE, REFUSED))
    assert booked.invoice == AS_INVOICE
    assert booked.is_settled


def test_the_newest_entry_of_a_step_counts() -> None:
    first, second = (replace(AS_ORDER, order_id=number) for number in (1, 2))
    entries = [JournalEntry("10457", ORDER, DONE, START, facts) for facts in (first, second)]
    assert Progress(tuple(entries)).order == second


def test_the_newest_entry_may_be_asked_for_in_some_phases_only() -> None:
    sent = progress((INVOICE, INTENDED), (INVOICE, UNANSWERED), (INVOICE, REFUSED))
    assert sent.last(INVOICE) == sent.entries[2]
    assert sent.last(INVOICE, UNANSWERED) == sent.entries[1]
    assert sent.last(INVOICE, INTENDED, UNANSWERED) == sent.entries[1]
    assert sent.last(INVOICE, DONE) is None
    assert sent.last(ORDER) is None


# the status in the shop

TELL = StepFacts(status_id="5", status_name="Sendt", notify=True)
QUIETLY = replace(TELL, notify=False)
NOT_TAKEN = replace(TELL, reason="status_refused")
KEPT = replace(TELL, reason=NOT_CHANGED)


def attempts(*moves: tuple[Phase, StepFacts]) -> Progress:
    entries = (JournalEntry("10457", STATUS, phase, START, facts) for phase, facts in moves)
    return Progress(tuple(entries))


def test_the_status_comes_before_everything_in_tripletex() -> None:
    assert list(Step) == [STATUS, CUSTOMER, PRODUCT, ORDER, INVOICE, REFUND, MARK]


def test_an_order_whose_status_alone_was_changed_is_ready() -> None:
    changed = attempts((INTENDED, TELL), (DONE, TELL))
    assert changed.state is TransferState.READY
    assert not changed.has_begun
    assert progress((STATUS, DONE), (CUSTOMER, INTENDED)).has_begun


def test_what_is_uncertain_is_told_in_the_words_of_who_did_not_answer() -> None:
    (lost,) = attempts((UNANSWERED, TELL)).entries
    assert lost.uncertainty == Problem(Code.STATUS_UNANSWERED, status="Sendt")
    (lost,) = progress((INVOICE, UNANSWERED)).entries
    assert lost.uncertainty == Problem(Code.OUTCOME_UNKNOWN)


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ([], False),
        ([(INTENDED, QUIETLY), (DONE, QUIETLY)], False),
        ([(INTENDED, TELL), (DONE, TELL)], True),
        ([(INTENDED, TELL), (DONE, QUIETLY)], False),  # the shop takes no notices
        ([(INTENDED, TELL)], True),
        ([(INTENDED, TELL), (UNANSWERED, TELL)], True),
        ([(INTENDED, TELL), (UNANSWERED, TELL), (REFUSED, KEPT)], True),
        ([(INTENDED, TELL), (REFUSED, NOT_TAKEN)], False),
        ([(INTENDED, TELL), (REFUSED, KEPT)], True),
        ([(INTENDED, TELL), (INTENDED, TELL), (REFUSED, NOT_TAKEN)], True),
        ([(INTENDED, TELL), (DONE, TELL), (INTENDED, QUIETLY), (REFUSED, NOT_TAKEN)], True),
    ],
)
def test_the_customer_counts_as_told_unless_the_shop_plainly_refused(
    moves: list[tuple[Phase, StepFacts]], told: bool
) -> None:
    sent = attempts(*moves)
    assert sent.notified_of("5") is sent.was_notified is told
    assert not sent.notified_of("3")


def test_only_an_answer_proves_that_the_customer_was_told() -> None:
    assert attempts((INTENDED, TELL), (DONE, TELL)).surely_notified_of("5")
    assert not attempts((INTENDED, TELL), (DONE, TELL)).surely_notified_of("3")
    assert not attempts((DONE, QUIETLY)).surely_notified_of("5")
    assert not attempts((UNANSWERED, TELL), (DONE, replace(TELL, adopted=True))).surely_notified_of(
        "5"
    )


def test_a_look_that_shows_another_status_settles_a_lost_change() -> None:
    assert attempts((UNANSWERED, TELL), (REFUSED, KEPT)).open_step is None


MOVES = st.lists(st.tuples(st.sampled_from(Step), st.sampled_from(Phase)), max_size=8)


@given(MOVES, st.sampled_from([AS_ORDER, AS_INVOICE]))
def test_the_state_always_says_what_the_entries_prove(
    moves: list[tuple[Step, Phase]], facts: StepFacts
) -> None:
    found = progress(*moves, facts=facts)
    never_sent = {step for step, _ in moves} <= {MARK, STATUS}
    assert (found.state is TransferState.READY) is (
        never_sent and found.mark is None and found.open_step is None
    )
    assert (found.state is TransferState.UNCERTAIN) is (found.open_step is not None)
    assert (found.state is TransferState.TRANSFERRED) is found.is_settled
    if found.is_settled:
        assert found.order or found.invoice or found.mark


# what a batch tells


def outcome(state: TransferState, *, claimed: bool = False) -> Outcome:
    return Outcome("10457", state, claimed_by_other=claimed)


TRANSFERRED = outcome(TransferState.TRANSFERRED)
WITH_NOTE = outcome(TransferState.TRANSFERRED_WITH_NOTE)
SKIPPED = outcome(TransferState.SKIPPED)
UNCERTAIN = outcome(TransferState.UNCERTAIN)
CLAIMED = outcome(TransferState.SENDING, claimed=True)


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ([], 0),
        ([TRANSFERRED, WITH_NOTE, SKIPPED], 0),
        ([TRANSFERRED, outcome(TransferState.FAILED)], 3),
        ([TRANSFERRED, outcome(TransferState.STOPPED)], 3),
        ([TRANSFERRED, outcome(TransferState.READY)], 3),
        ([outcome(TransferState.FAILED), UNCERTAIN, TRANSFERRED], 4),
        ([CLAIMED, CLAIMED], 5),
        ([CLAIMED, TRANSFERRED], 3),
        ([CLAIMED, UNCERTAIN], 4),
    ],
)
def test_the_exit_status_tells_the_worst_that_happened(
    outcomes: list[Outcome], status: int
) -> None:
    assert exit_status(iter(outcomes)) == status


def test_only_an_invoice_stands_in_the_books() -> None:
    ordered = Outcome("10457", TransferState.TRANSFERRED, TransferAs.ORDER, order_id=7)
    assert not ordered.is_booked
    assert replace(ordered, invoice_id=8).is_booked


def test_an_outcome_says_nothing_that_it_was_not_told() -> None:
    assert outcome(TransferState.FAILED) == Outcome(
        "10457",
        TransferState.FAILED,
        transfer_as=None,
        problems=(),
        order_id=None,
        invoice_id=None,
        invoice_number=None,
        amount=None,
        request_ids=(),
        claimed_by_other=False,
    )


def test_an_entry_knows_no_facts_and_nobody_until_it_is_told() -> None:
    entry = JournalEntry("10457", ORDER, INTENDED, START)
    assert entry == JournalEntry("10457", ORDER, INTENDED, START, StepFacts(), "", "")
    assert entry.facts == StepFacts(amount=None, payments=(), send=False, answered=False)
    assert entry.facts != StepFacts(amount=Money(0))


def test_each_step_has_its_own_unproved_attempt() -> None:
    both = progress((ORDER, INTENDED), (ORDER, UNANSWERED), (INVOICE, INTENDED), (CUSTOMER, DONE))
    assert both.unproved(CUSTOMER) is None
    assert both.unproved(ORDER) == both.entries[1]
    assert both.unproved(INVOICE) == both.entries[2]


def test_a_step_that_was_never_tried_has_no_unproved_attempt() -> None:
    assert Progress().unproved(ORDER) is None
    assert progress((ORDER, INTENDED), (ORDER, DONE)).unproved(ORDER) is None
    assert progress((ORDER, INTENDED), (ORDER, REFUSED)).unproved(ORDER) is None
