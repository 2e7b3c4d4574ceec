"""What has happened to an order, from its journal entries."""

from __future__ import annotations

from collections.abc import Iterable

from tripletex_wizard.domain.transfer import JournalEntry, Phase


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
