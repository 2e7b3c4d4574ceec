"""The history of an order: every round, without what only announces its own outcome."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes.clock import NINE
from tripletex_wizard.domain.history import history_of
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Step, StepFacts

ORDER, INVOICE = Step.ORDER, Step.INVOICE
INTENDED, DONE, UNANSWERED = Phase.INTENDED, Phase.DONE, Phase.UNANSWERED


def entries(*moves: tuple[Step, Phase], of_round: int = 1) -> tuple[JournalEntry, ...]:
    return tuple(
        JournalEntry(
            "10457",
            step,
            phase,
            NINE + timedelta(seconds=place),
            StepFacts(round=of_round),
            "kari",
            "PC1",
        )
        for place, (step, phase) in enumerate(moves)
    )


def told(*rows: JournalEntry) -> list[tuple[Step, Phase]]:
    return [(each.step, each.phase) for each in history_of(rows)]


def test_nothing_has_happened_to_a_new_order() -> None:
    assert history_of(()) == ()


def test_a_happening_tells_when_who_and_what() -> None:
    (entry,) = entries((ORDER, DONE))
    (happening,) = history_of([entry])
    assert happening == JournalEntry("10457", ORDER, DONE, NINE, StepFacts(), "kari", "PC1")


def test_what_was_about_to_be_sent_is_told_by_its_outcome() -> None:
    rows = entries((ORDER, INTENDED), (ORDER, DONE), (INVOICE, INTENDED), (INVOICE, UNANSWERED))
    assert told(*rows) == [(ORDER, DONE), (INVOICE, UNANSWERED)]


def test_an_attempt_that_a_program_did_not_survive_is_told() -> None:
    rows = entries((INVOICE, INTENDED), (INVOICE, INTENDED), (INVOICE, DONE))
    assert told(*rows) == [(INVOICE, INTENDED), (INVOICE, DONE)]
    assert told(*rows[:1]) == [(INVOICE, INTENDED)]


def test_the_outcome_of_another_round_is_not_that_of_this_one() -> None:
    first = entries((ORDER, INTENDED))
    second = entries((ORDER, INTENDED), (ORDER, DONE), of_round=2)
    assert told(*first, *second) == [(ORDER, INTENDED), (ORDER, DONE)]
