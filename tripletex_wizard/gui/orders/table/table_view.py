"""The rows of the order table, with keys and mouse; keeps its place by order numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView, QWidget

from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.orders.table.columns import ColumnWidths
from tripletex_wizard.gui.orders.table.model import Index, OrderTableModel
from tripletex_wizard.gui.orders.table.row_delegate import RowDelegate
from tripletex_wizard.gui.orders.table.rows import Column
from tripletex_wizard.gui.orders.table.table_header import SortHeader

_LOWEST_ROW = 36
_AROUND_TEXT = 20


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a person is in the table, by order numbers; `top` is the first row that is seen."""

    current: str
    top: str
    below_top: int


class OrderTableView(QTableView):
    """Says what is chosen and asked for; the orders are the model's.

    Enter asks for a transfer, of the current order when none is chosen; Escape clears; Home and
    End lead to the ends, and digits to the order whose number begins so.
    """

    chosen_changed = Signal()
    current_changed = Signal(str)
    transfer_pressed = Signal()

    def __init__(self, model: OrderTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orders = model
        self._header = SortHeader(self)
        self._delegate = RowDelegate(self, model)
        self._place: _Place | None = None
        self._is_led = False
        self._forgotten: frozenset[str] = frozenset()
        self._told_current = ""
        self._typed, self._since_typed = "", QElapsedTimer()
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.columns = ColumnWidths(self, self._header, model)
        self._choose_looks()
        self._connect()

    @property
    def chosen(self) -> tuple[Standing, ...]:
        """The selected orders, from the top; with Ctrl+A all that are shown."""
        return tuple(self._orders.row(place).standing for place in self._chosen_places())

    @property
    def current(self) -> str:
        """The number of the order under the keys; empty when there is none."""
        return self._told_current

    def go_to(self, number: str) -> bool:
        """Make this order the only chosen and the current one, if it is shown."""
        place = self._orders.place_of(number)
        if place is None:
            return False
        self.setCurrentIndex(self._orders.index(place, self._current_column()))
        self.selectRow(place)
        return True

    # looks

    def _choose_looks(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        self._fit_rows()

    def _connect(self) -> None:
        column, order = self._orders.sorted_by
        self._header.setSortIndicator(column, order)
        self.setSortingEnabled(True)
        self.entered.connect(self._hover)
        self._orders.changing.connect(self._remember)
        self._orders.modelAboutToBeReset.connect(self._remember_chosen)
        self._orders.changed.connect(self._go_back)

    def _fit_rows(self) -> None:
        height = max(_LOWEST_ROW, self.fontMetrics().height() + _AROUND_TEXT)
        self.verticalHeader().setDefaultSectionSize(height)

    @Slot(QModelIndex)
    def _hover(self, index: QModelIndex) -> None:
        self._delegate.hover(index.row())

    # what is chosen

    def _chosen_places(self) -> Iterable[int]:
        selected = self.selectionModel().selection()
        ranges = (selected.at(place) for place in range(selected.count()))
        spans = (range(each.top(), each.bottom() + 1) for each in ranges)
        return sorted(set(chain.from_iterable(spans)))

    def _current_column(self) -> int:
        return max(0, self.currentIndex().column())

    @Slot()
    def _remember(self) -> None:
        """Before the rows change: where the person is."""
        top = self.rowAt(0)
        scrolled = self.verticalScrollBar().value() > 0 and top >= 0
        self._place = _Place(
            self._told_current,
            self._orders.row(top).number if scrolled else "",
            self.rowViewportPosition(top) if scrolled else 0,
        )

    @Slot(bool)
    def _go_back(self, came: bool) -> None:
        """After it: the same orders are chosen; new ones do not push away what is being read."""
        place, self._place = self._place, None
        assert place is not None
        self._choose_again(place)
        if came:
            self._scroll_back(place)
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._tell_current()
        self.chosen_changed.emit()

    @Slot()
    def _remember_chosen(self) -> None:
        """Before a reset: only that makes Qt forget."""
        self._forgotten = frozenset(standing.number for standing in self.chosen)

    def _choose_again(self, place: _Place) -> None:
        """Until a person has gone somewhere, the keys stand on the first row."""
        was_led = self._is_led
        current = self._orders.place_of(place.current) if was_led else None
        flag = QItemSelectionModel.SelectionFlag
        if current is None and self._orders.rowCount():
            current = 0
        if current is not None and current != self.currentIndex().row():
            index = self._orders.index(current, self._current_column())
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
        if self._forgotten:
            selection = self._selection_of(self._orders.places_of(self._forgotten))
            self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
            self._forgotten = frozenset()
        self._is_led = was_led

    def _selection_of(self, places: list[int]) -> QItemSelection:
        """Neighbours in one range: 100,000 rows are one, not 100,000."""
        selection, last = QItemSelection(), len(Column) - 1
        start = 0
        for end in range(1, len(places) + 1):
            if end == len(places) or places[end] != places[end - 1] + 1:
                top, bottom = places[start], places[end - 1]
                selection.select(self._orders.index(top, 0), self._orders.index(bottom, last))
                start = end
        return selection

    def _scroll_back(self, place: _Place) -> None:
        self.updateGeometries()
        row = self._orders.place_of(place.top)
        if row is not None:
            height = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(row * height - place.below_top)
        elif not place.top:
            self.verticalScrollBar().setValue(0)

    def _tell_current(self) -> None:
        index = self.currentIndex()
        number = self._orders.row(index.row()).number if index.isValid() else ""
        if number != self._told_current:
            self._told_current = number
            self.current_changed.emit(number)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not self.selectionModel().hasSelection():  # as after a search
                    self.go_to(self.current)
                self.transfer_pressed.emit()
            case Qt.Key.Key_Escape:
                self.clearSelection()
            case _:
                super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._orders.rowCount() - 1,
        }
        if action in ends:
            return self._orders.index(ends[action], self._current_column())
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        patience = QApplication.keyboardInputInterval()
        goes_on = self._since_typed.isValid() and self._since_typed.elapsed() < patience
        self._typed = self._typed + search if goes_on else search
        self._since_typed.restart() if goes_on else self._since_typed.start()
        place = self._orders.first_place(self._typed)
        if place is not None:
            self.go_to(self._orders.row(place).number)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._place is None:
            self._go_along(selected)
            self.chosen_changed.emit()

    def _go_along(self, selected: QItemSelection) -> None:
        """A screen reader selects without going there; what is said is of the current order."""
        places = list(self._chosen_places())
        if selected.count() and len(places) == 1 and self.currentIndex().row() not in places:
            index = self._orders.index(places[0], self._current_column())
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self._place is None:
            self._is_led = current.isValid()
            self._tell_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._delegate.hover()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._orders.retranslate()
            self.columns.measure()
        elif event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()
