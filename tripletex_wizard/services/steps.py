"""Writes it down, then sends: every request that changes Tripletex goes through here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    OrderRejected,
    OrderUncertain,
    OutcomeUnknown,
    Problem,
    RateLimited,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts
from tripletex_wizard.services.ports import Clock, Journal

T = TypeVar("T")

# Longer than the longest write: its turn in the pacing (10 s), a refused session and a new one,
# itself repeated (5 minutes), and the request (5 s to connect, 60 s to answer).
LEASE_SECONDS = 600
NOTHING_DONE = (OrderRejected, RemoteUnavailable, SetupError)
ATTEMPTS = 5
LONGEST_WAIT = 90  # seconds that a rate limit may ask for
SHORTEST_WAIT = 2.0  # a 429 may lack its reset header [ISS#103]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one claimed order, each recorded before and after its request.

    `patient` is a clock whose waiting nobody cancels: an order is never left midway on purpose.
    What is recorded belongs to `round`.
    """

    journal: Journal
    patient: Clock
    order_number: str
    owner: str
    round: int

    def progress(self) -> Progress:
        """How far the order has come in this round, by the journal."""
        return Progress(self.journal.entries(self.order_number), self.round)

    def next_round(self) -> Steps:
        """The same order once more, after its invoice was credited; begun by its first entry."""
        return replace(self, round=self.round + 1)

    def record(self, step: Step, phase: Phase, facts: StepFacts) -> None:
        """Write one entry durably."""
        of_round = replace(facts, round=self.round)
        now = self.patient.now()
        self.journal.record(JournalEntry(self.order_number, step, phase, now, of_round))

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
        OrderUncertain without sending when the claim was lost (a laptop that slept). A rate limit
        is waited out: each attempt is claimed and recorded anew.
        """
        for attempt in range(1, ATTEMPTS):
            try:
                return self._send_once(step, facts, request, outcome)
            except RateLimited as limited:
                seconds = limited.seconds or SHORTEST_WAIT * 2**attempt
                if seconds > LONGEST_WAIT:
                    raise
                self.patient.sleep(seconds)
        return self._send_once(step, facts, request, outcome)

    def _send_once(
        self,
        step: Step,
        facts: StepFacts,
        request: Callable[[], Written[T]],
        outcome: Callable[[T], StepFacts],
    ) -> T:
        self.keep_claim()
        self.record(step, Phase.INTENDED, facts)
        try:
            written = request()
        except OutcomeUnknown as lost:
            after = replace(facts, answered=lost.answered, request_ids=lost.request_ids)
            self.record(step, Phase.UNANSWERED, after)
            raise
        except AnswerNotUnderstood as strange:
            after = replace(facts, answered=True, request_ids=strange.request_ids)
            self.record(step, Phase.UNANSWERED, after)
            raise
        except NOTHING_DONE as refused:
            self.record(step, Phase.REFUSED, _refusal(facts, refused))
            raise
        done = replace(outcome(written.value), request_ids=written.request_ids)
        self.record(step, Phase.DONE, done)
        return written.value

    def settle(self, step: Step, facts: StepFacts) -> None:
        """Record that an unproved step turned out to be done: Tripletex shows its effect."""
        if self.progress().unproved(step):
            self.record(step, Phase.DONE, replace(facts, adopted=True))

    def show_absent(self, lost: JournalEntry, reason: str) -> None:
        """Record that a lost step turned out not to be done; `reason` is one of SHOWN_ABSENT.

        Raises OrderUncertain, like `keep_claim`, when somebody else may have taken over.
        """
        self.keep_claim()
        self.record(lost.step, Phase.REFUSED, replace(lost.facts, reason=reason))

    def keep_claim(self) -> None:
        """Prolong the claim; raises OrderUncertain when somebody else may have taken over.

        The order is then claimed and looked at anew.
        """
        if not self.journal.renew(self.order_number, self.owner, LEASE_SECONDS):
            raise OrderUncertain(Problem(Code.LEASE_LOST), again_after=0)


def _refusal(facts: StepFacts, refused: AppError) -> StepFacts:
    return replace(facts, reason=refused.problem.code.value, request_ids=refused.request_ids)
