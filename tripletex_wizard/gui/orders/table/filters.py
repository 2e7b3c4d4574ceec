"""Which orders are shown, and how many there are of each kind. Values in, values out; no Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.table.rows import AMOUNT_MARK, OrderRow

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_GROUPS = re.compile(r"([-−]?)(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?")
_PLAIN = re.compile(r"([-−]?)(\d+)(?:[.,](\d{0,2}))?")
_ORDER_NUMBER = re.compile(r"[A-Za-z-]{0,4}\d{2,12}")


class Kind(Enum):
    """The chips above the table; ALL is everything that waits for something."""

    ALL = (
        TransferState.READY,
        TransferState.STOPPED,
        TransferState.UNCERTAIN,
        TransferState.FAILED,
        TransferState.SENDING,
    )
    READY = (TransferState.READY,)
    STOPPED = (TransferState.STOPPED,)
    UNCERTAIN = (TransferState.UNCERTAIN,)
    FAILED = (TransferState.FAILED,)
    TRANSFERRED = (TransferState.TRANSFERRED, TransferState.TRANSFERRED_WITH_NOTE)
    NOT_COMPLETED = (TransferState.NOT_COMPLETED,)
    SKIPPED = (TransferState.SKIPPED,)
    CREDITED = (TransferState.CREDITED,)


RARE = (Kind.NOT_COMPLETED, Kind.SKIPPED, Kind.CREDITED)
"""Kinds that most shops have none of: shown only when there are some."""


class Period(Enum):
    """How many days back, by what last happened with the order; ALL has no end."""

    ALL = None
    WEEK = 7
    MONTH = 30
    QUARTER = 90

    def since(self, today: date) -> date | None:
        """The first day that is shown on `today`."""
        return None if self.value is None else today - timedelta(days=self.value)


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What a person asked to see; without anything it is all that waits.

    `method` is a payment method as `OrderRow.method` has it, empty for all of them.
    """

    kind: Kind = Kind.ALL
    text: str = ""
    method: str = ""
    period: Period = Period.ALL

    @property
    def is_narrow(self) -> bool:
        """Whether text, method or period leave something out."""
        return bool(self.text.strip() or self.method) or self.period is not Period.ALL

    @property
    def asked_number(self) -> str:
        """What was searched for, when it can be an order number; else nothing."""
        text = self.text.strip()
        return text if _ORDER_NUMBER.fullmatch(text) else ""

    def beside_kind(self, rows: Sequence[OrderRow], today: date) -> Sequence[OrderRow]:
        """The rows that all but the kind let through, in their order: what the chips count."""
        if self.method:
            rows = [row for row in rows if row.method == self.method]
        since = self.period.since(today)
        if since is not None:
            rows = [row for row in rows if row.last_day is None or row.last_day >= since]
        return _found(rows, self.text)

    def of_kind(self, rows: Iterable[OrderRow]) -> list[OrderRow]:
        """The rows of the kind, in their order."""
        states = frozenset(self.kind.value)
        return [row for row in rows if row.standing.state in states]

    def shows(self, row: OrderRow, today: date) -> bool:
        """Whether one row is let through by all of it."""
        return bool(self.of_kind(self.beside_kind((row,), today)))


def kind_of(state: TransferState) -> Kind:
    """The chip under which an order with this state is found, the narrowest."""
    narrow = (kind for kind in Kind if kind is not Kind.ALL and state in kind.value)
    return next(narrow, Kind.ALL)


def counts_of(rows: Iterable[OrderRow]) -> Mapping[Kind, int]:
    """How many of the rows each kind has."""
    states = Counter(row.standing.state for row in rows)
    return {kind: sum(states[state] for state in kind.value) for kind in Kind}


def methods_of(rows: Iterable[OrderRow]) -> tuple[str, ...]:
    """The payment methods of the rows, each once, by name."""
    return tuple(sorted({row.method for row in rows if row.method}, key=str.casefold))


def _found(rows: Sequence[OrderRow], text: str) -> Sequence[OrderRow]:
    """Every word stands somewhere in the row, or the whole is its sum."""
    words = text.casefold().split()
    found = rows
    for word in words:
        found = [row for row in found if word in row.searched]
    start = _amount_start(text)
    if not start:
        return found
    there = {id(row) for row in found}
    return [row for row in rows if start in row.amount or id(row) in there]


def _amount_start(text: str) -> str:
    """How a sum begins in `OrderRow.amount` for «1 249,50», «1249,5» or «1,249.50»."""
    typed = _SPACES.sub("", text.casefold()).removesuffix("kr")
    if found := _GROUPS.fullmatch(typed):
        whole = re.sub(r"\D", "", found[2])
    elif found := _PLAIN.fullmatch(typed):
        whole = found[2]
    else:
        return ""
    return f"{AMOUNT_MARK}{'-' if found[1] else ''}{int(whole)},{found[3] or ''}"
