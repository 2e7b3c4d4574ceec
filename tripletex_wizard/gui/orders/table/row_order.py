"""The order in which rows stand: by a column, and by number those that are alike in it. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tripletex_wizard.gui.orders.table.rows import Column, Key, OrderRow


@dataclass(frozen=True, slots=True)
class RowOrder:
    """The newest order first, unless told otherwise; no two rows are alike in it."""

    column: Column = Column.ORDER
    backwards: bool = True

    def sort(self, rows: Iterable[OrderRow]) -> list[OrderRow]:
        """The rows, which stand by number, as they stand in this order."""
        column = self.column
        found = sorted(rows, key=lambda row: row.keys[column])
        if self.backwards:
            found.reverse()
        return found

    def place(self, rows: Sequence[OrderRow], row: OrderRow) -> int:
        """Where `row` stands among `rows`, which are sorted so, or would stand."""
        key, low, high = self._key(row), 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            there = self._key(rows[middle])
            comes_before = there > key if self.backwards else there < key
            low, high = (middle + 1, high) if comes_before else (low, middle)
        return low

    def _key(self, row: OrderRow) -> tuple[Key, Key]:
        return row.keys[self.column], row.keys[Column.ORDER]


def by_number(row: OrderRow) -> str:
    """The key that no two rows have in common."""
    return str(row.keys[Column.ORDER])
