"""Writes it down, then sends: every request that changes Tripletex goes through here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    OrderRejected,
    OrderUncertain,
    OutcomeUnknown,
    Problem,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.transfer import OPEN, JournalEntry, Phase, Progress, Step, StepFacts
from tripletex_wizard.services.ports import Clock, Journal

T = TypeVar("T")

# Longer than the longest write (5 s to connect, 60 s to answer) and the waits for a rate limit.
LEASE_SECONDS = 180
NOTHING_DONE = (OrderRejected, RemoteUnavailable, SetupError)


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one claimed order, each recorded before and after its request."""

    journal: Journal
    clock: Clock
    order_number: str
    owner: str

    def progress(self) -> Progress:
        """How far the order has come, by the journal."""
        return Progress(self.journal.entries(self.order_number))

    def record(self, step: Step, phase: Phase, facts: StepFacts) -> None:
        """Write one entry durably."""
        self.journal.record(JournalEntry(self.order_number, step, phase, self.clock.now(), facts))

    def send(
        self,
        step: Step,
        facts: StepFacts,
        request: Callable[[], Written[T]],
        outcome: Callable[[T], StepFacts],
    ) -> T:
        """Record that `request` is about to be sent, send it, and record what came of it.

        `outcome` turns the answer into facts. Raises what the request raised, after recording
        REFUSED when certainly nothing was done, UNANSWERED when the answer was lost. Raises
        OrderUncertain without sending when the claim was lost (a laptop that slept).
        """
        self.keep_claim()
        self.record(step, Phase.INTENDED, facts)
        try:
            written = request()
        except OutcomeUnknown as lost:
            after = replace(facts, answered=lost.answered, request_ids=lost.request_ids)
            self.record(step, Phase.UNANSWERED, after)
            raise
        except NOTHING_DONE as refused:
            self.record(step, Phase.REFUSED, _refusal(facts, refused))
            raise
        done = replace(outcome(written.value), request_ids=written.request_ids)
        self.record(step, Phase.DONE, done)
        return written.value

    def settle(self, step: Step, facts: StepFacts) -> None:
        """Record that an open step turned out to be done: Tripletex shows its effect."""
        newest = self.progress().last(step)
        if newest and newest.phase in OPEN:
            self.record(step, Phase.DONE, replace(facts, adopted=True))

    def keep_claim(self) -> None:
        """Prolong the claim; raises OrderUncertain when somebody else may have taken over."""
        if not self.journal.renew(self.order_number, self.owner, LEASE_SECONDS):
            raise OrderUncertain(Problem(Code.LEASE_LOST))


def _refusal(facts: StepFacts, refused: AppError) -> StepFacts:
    return replace(facts, reason=refused.problem.code.value, request_ids=refused.request_ids)
