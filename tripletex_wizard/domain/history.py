"""What has happened to an order, from its journal entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts


@dataclass(frozen=True, slots=True)
class Since:
    """What an attempt has come to: the order's progress before it, and now."""

    before: Progress
    now: Progress

    @property
    def was_emailed(self) -> bool:
        """Whether Tripletex was asked to e-mail the customer a document that is booked now."""
        return any(not facts.as_ehf for facts in self._sent)

    @property
    def was_sent_as_ehf(self) -> bool:
        """Whether Tripletex was asked to send such a document as EHF."""
        return any(facts.as_ehf for facts in self._sent)

    @property
    def was_notified(self) -> bool:
        """Whether the shop has surely taken over telling the customer of a status now."""
        return any(
            entry.facts.notify and not entry.facts.adopted
            for entry in self._entries
            if entry.step is Step.STATUS and entry.phase is Phase.DONE
        )

    @property
    def _sent(self) -> tuple[StepFacts, ...]:
        """The documents booked now that Tripletex was asked to send."""
        known = {entry.facts.invoice_id for entry in self.before.entries if _is_booked(entry)}
        booked = (entry.facts for entry in self._entries if _is_booked(entry))
        return tuple(row for row in booked if row.send and row.invoice_id not in known)

    @property
    def _entries(self) -> tuple[JournalEntry, ...]:
        return self.now.entries[len(self.before.entries) :]


def _is_booked(entry: JournalEntry) -> bool:
    return entry.step is Step.INVOICE and entry.phase is Phase.DONE


def history_of(entries: Iterable[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Of all rounds, oldest first.

    What was about to be sent is left out when the journal has its outcome; alone it tells that
    the program ended meanwhile.
    """
    rows = tuple(entries)
    return tuple(
        row
        for place, row in enumerate(rows)
        if row.phase is not Phase.INTENDED or not _has_outcome(row, rows[place + 1 :])
    )


def _has_outcome(intended: JournalEntry, later: Iterable[JournalEntry]) -> bool:
    of_step = (
        row
        for row in later
        if row.step is intended.step and row.facts.round == intended.facts.round
    )
    following = next(of_step, None)
    return following is not None and following.phase is not Phase.INTENDED
