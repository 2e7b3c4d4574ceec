"""What Tripletex was sent, against what stands in the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.e2e.office import PROFILE
from tripletex_wizard.adapters.folders import profile_folder
from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step

WRITES = {
    ("POST", "/customer"): Step.CUSTOMER,
    ("POST", "/order"): Step.ORDER,
    ("PUT", "/:invoice"): Step.INVOICE,
    ("PUT", "/:createCreditNote"): Step.INVOICE,
    ("PUT", "/:payment"): Step.REFUND,
}
"""The method, and how the path ends, of a request that carries out a step."""


def journal_of(folder: Path) -> Path:
    """The journal of the program whose folder this is."""
    return profile_folder(folder, PROFILE) / "journal.sqlite"


def entries(folder: Path) -> Mapping[str, tuple[JournalEntry, ...]]:
    """What stands in that journal, by order."""
    with SqlJournal(journal_of(folder), profile=PROFILE, user="", host="") as journal:
        return journal.all_entries()


def unjournalled(
    orders: Mapping[str, Iterable[JournalEntry]], state: Mapping[str, Any]
) -> list[str]:
    """The steps that were sent more often than the journal says that they were about to be."""
    rows = [entry for of_order in orders.values() for entry in of_order]
    intended = Counter(entry.step for entry in rows if entry.phase is Phase.INTENDED)
    sent = Counter(
        step
        for row in state["requests"]
        for (method, end), step in WRITES.items()
        if row["method"] == method and row["path"].endswith(end)
    )
    return [
        f"{step}: {count} sent, {intended[step]} journalled"
        for step, count in sent.items()
        if count > intended[step]
    ]


def unsettled(orders: Mapping[str, tuple[JournalEntry, ...]], numbers: Iterable[str]) -> list[str]:
    """The orders of which the journal does not say that all is in Tripletex."""
    return [number for number in numbers if not Progress(orders.get(number, ())).is_settled]
