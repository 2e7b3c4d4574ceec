"""Journal entries to rows and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import RowMapping

from tripletex_wizard.domain.transfer import JournalEntry, Phase, Step, StepFacts

FACTS_VERSION = 1  # raised when an older program must not read on; a new key alone is ignored
FACTS = TypeAdapter(StepFacts)
OSLO = ZoneInfo("Europe/Oslo")


class WrittenByNewerProgram(Exception):
    """The entry holds facts that this program does not know how to read."""


def to_row(entry: JournalEntry) -> dict[str, Any]:
    """The columns of `entries`, all but `id` and `profile`."""
    return {
        "order_number": entry.order_number,
        "step": entry.step.value,
        "phase": entry.phase.value,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "user": entry.user,
        "host": entry.host,
        "facts_version": FACTS_VERSION,
        "facts": FACTS.dump_json(entry.facts).decode(),
    }


def from_row(row: RowMapping) -> JournalEntry:
    """The entry, its time in Europe/Oslo. Raises ValueError when it cannot be read."""
    if row["facts_version"] > FACTS_VERSION:
        raise WrittenByNewerProgram
    entry = JournalEntry(
        order_number=row["order_number"],
        step=Step(row["step"]),
        phase=Phase(row["phase"]),
        at=datetime.fromisoformat(row["at"]).astimezone(OSLO),
        user=row["user"],
        host=row["host"],
    )
    return replace(entry, facts=FACTS.validate_json(row["facts"], strict=True))
