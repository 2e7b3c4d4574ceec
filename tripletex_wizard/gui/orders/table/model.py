"""The orders as rows of a table: filtered and sorted here, over keys that are worked out once.

No proxy: Qt's would ask for every cell of 100,000 rows. Lists do: every row by number, every row
as it is sorted now, and those of them that the filter lets through.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.orders.table.cells import cell, heading, spoken, tip
from tripletex_wizard.gui.orders.table.filters import Kind, OrderFilter, counts_of, methods_of
from tripletex_wizard.gui.orders.table.row_looks import icon_of_row, ink, side_of, tone_of_row
from tripletex_wizard.gui.orders.table.row_order import RowOrder, by_number
from tripletex_wizard.gui.orders.table.rows import Column, OrderRow, row_of
from tripletex_wizard.gui.theme import colours

_FEW = 60
"""So many changed rows move one by one; more come with a reset."""

_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
_LARGEST_FIRST = {Column.ORDER, Column.DATE, Column.AMOUNT}

Index = QModelIndex | QPersistentModelIndex


class OrderTableModel(QAbstractTableModel):
    """Newest order first, until sorted otherwise; orders alike in a column keep that order.

    `changing` comes before and `changed` after every change of the rows, however many of Qt's own
    signals come between: a view keeps its place by order numbers. `changed` tells whether orders
    came or changed, or were only filtered or sorted.
    """

    changing = Signal()
    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, OrderRow] = {}
        self._by_number: list[OrderRow] = []
        self._sorted: list[OrderRow] = []
        self._beside: Sequence[OrderRow] | None = ()
        self._shown: list[OrderRow] = []
        self._filter = OrderFilter()
        self._today = date.max
        self._order = RowOrder()
        self._icons: dict[tuple[Icon, str], QIcon] = {}

    # what is shown

    @property
    def filter(self) -> OrderFilter:
        """What is let through."""
        return self._filter

    @property
    def total(self) -> int:
        """How many orders there are, shown or not."""
        return len(self._rows)

    @property
    def sorted_by(self) -> tuple[Column, Qt.SortOrder]:
        """The column, and in which direction."""
        return self._order.column, _DESCENDING if self._order.backwards else _ASCENDING

    def row(self, place: int) -> OrderRow:
        """What stands in a row of the table."""
        return self._shown[place]

    def order(self, number: str) -> OrderRow | None:
        """The order with this number, shown or not."""
        return self._rows.get(number)

    def place_of(self, number: str) -> int | None:
        """In which row of the table an order stands; None when it is not shown."""
        row = self._rows.get(number)
        place = self._order.place(self._shown, row) if row else len(self._shown)
        here = place < len(self._shown) and self._shown[place] is row
        return place if here else None

    def places_of(self, numbers: Collection[str]) -> list[int]:
        """In which rows of the table these orders stand; those that are not shown are left out."""
        return [place for place, row in enumerate(self._shown) if row.number in numbers]

    def newest(self, count: int) -> Sequence[OrderRow]:
        """The orders with the highest numbers, shown or not; at most `count`."""
        return self._by_number[-count:]

    def first_place(self, start: str) -> int | None:
        """The first row whose order number begins so."""
        places = (place for place, row in enumerate(self._shown) if row.number.startswith(start))
        return next(places, None)

    def counts(self) -> Mapping[Kind, int]:
        """How many orders each chip stands for, by all of the filter but its kind."""
        if self._beside is None:
            self._beside = self._filter.beside_kind(self._sorted, self._today)
        return counts_of(self._beside)

    def totals(self) -> Mapping[Kind, int]:
        """How many orders of each kind there are, whatever the filter."""
        return counts_of(self._sorted)

    def methods(self) -> tuple[str, ...]:
        """The payment methods of all orders."""
        return methods_of(self._sorted)

    # what changes it

    def update_orders(
        self, numbers: Iterable[str], standings: Mapping[str, Standing], today: date
    ) -> None:
        """Take over how these orders stand; those without a standing go."""
        changed = {number: standings.get(number) for number in numbers}
        self.changing.emit()
        self._today = today
        if len(changed) > _FEW:
            self._replace(changed)
        else:
            self._beside = None
            for number, standing in changed.items():
                self._take_out(number) if standing is None else self._put(row_of(standing))
        self.changed.emit(True)  # noqa: FBT003 - Qt's emit has no names

    def show_only(self, chosen: OrderFilter, today: date) -> None:
        """Let through what is chosen."""
        if (chosen, today) == (self._filter, self._today):
            return
        self._filter, self._today = chosen, today
        self._reset()

    def retranslate(self) -> None:
        """Have every cell read again, in the language and the colours of now."""
        self._icons.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._shown:
            last = self.index(len(self._shown) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _replace(self, changed: Mapping[str, Standing | None]) -> None:
        self.beginResetModel()
        for number, standing in changed.items():
            if standing is None:
                self._rows.pop(number, None)
            else:
                self._rows[number] = row_of(standing)
        self._by_number = sorted(self._rows.values(), key=by_number)
        self._sorted = self._order.sort(self._by_number)
        self._choose()
        self.endResetModel()

    def _reset(self, *, sort: bool = False) -> None:
        self.changing.emit()
        self.beginResetModel()
        if sort:
            self._sorted = self._order.sort(self._by_number)
        self._choose()
        self.endResetModel()
        self.changed.emit(False)  # noqa: FBT003 - Qt's emit has no names

    def _choose(self) -> None:
        self._beside = self._filter.beside_kind(self._sorted, self._today)
        self._shown = self._filter.of_kind(self._beside)

    # one row

    def _put(self, row: OrderRow) -> None:
        old = self.place_of(row.number)
        if before := self._rows.get(row.number):
            self._leave_lists(before)
        insort(self._by_number, row, key=by_number)
        self._sorted.insert(self._order.place(self._sorted, row), row)
        self._rows[row.number] = row
        shows = self._filter.shows(row, self._today)
        if old is None:
            if shows:
                self._insert(row)
        elif shows:
            self._move(old, row)
        else:
            self._remove(old)

    def _take_out(self, number: str) -> None:
        place = self.place_of(number)
        if row := self._rows.pop(number, None):
            self._leave_lists(row)
        if place is not None:
            self._remove(place)

    def _leave_lists(self, row: OrderRow) -> None:
        del self._by_number[bisect_left(self._by_number, by_number(row), key=by_number)]
        del self._sorted[self._order.place(self._sorted, row)]

    def _insert(self, row: OrderRow) -> None:
        place = self._order.place(self._shown, row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.insert(place, row)
        self.endInsertRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._shown[place]
        self.endRemoveRows()

    def _move(self, old: int, row: OrderRow) -> None:
        """To where it belongs now; its index, and with it the selection, goes along."""
        without = [*self._shown[:old], *self._shown[old + 1 :]]
        new = self._order.place(without, row)
        nowhere = QModelIndex()
        target = new + (new > old)
        moves = new != old and self.beginMoveRows(nowhere, old, old, nowhere, target)
        without.insert(new, row)
        self._shown = without
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(new, 0), self.index(new, len(Column) - 1))

    # Qt's own

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(Column)

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        if (column, order) == self.sorted_by or column not in list(Column):
            return
        self._order = RowOrder(Column(column), backwards=order is _DESCENDING)
        self._reset(sort=True)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:  # not shown, but read out
            return self._shown[section].number if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return heading(Column(section))
            case Qt.ItemDataRole.TextAlignmentRole:
                return side_of(Column(section))
            case Qt.ItemDataRole.InitialSortOrderRole:
                return _DESCENDING if section in _LARGEST_FIRST else _ASCENDING
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row) if column is Column.TRANSFER else None
        answer = _ANSWERS.get(role)
        return answer(row, column) if answer else None

    def _icon(self, row: OrderRow) -> QIcon:
        icon, colour = icon_of_row(row), colours().tones[tone_of_row(row)].text
        if (icon, colour) not in self._icons:
            self._icons[icon, colour] = icon_of(icon, colour)
        return self._icons[icon, colour]


def _ink(row: OrderRow, column: Column) -> QColor | None:
    return ink(row, column, cell(row, column), colours())


def _tip(row: OrderRow, column: Column) -> str | None:
    return tip(row, column) or None


_ANSWERS: Mapping[int, Callable[[OrderRow, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: cell,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.ForegroundRole: _ink,
    Qt.ItemDataRole.TextAlignmentRole: lambda _row, column: side_of(column),
}
