"""How wide the columns of the order table are: as its orders need, or as a person set them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QTableView

from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.table.cells import becomes, cell
from tripletex_wizard.gui.orders.table.model import OrderTableModel
from tripletex_wizard.gui.orders.table.rows import Becomes, Column, OrderRow, Paid
from tripletex_wizard.gui.orders.table.table_header import SortHeader, fitted
from tripletex_wizard.gui.texts import state_name
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.view_settings import ViewSettings

_BESIDE_TEXT = 2 * STEP + STEP // 4
_BESIDE_ICON = 3 * STEP
_BESIDE_HEADING = 4 * STEP
_COLUMNS = "order-columns"
_SORTING = "order-sorting"
_ORDERS = {str(order.value): order for order in Qt.SortOrder}

_LATER_MS = 300
_NEWEST, _READ = 2000, 200
"""Of the newest orders so many of the kind that is shown tell how wide their cells are."""

_SAMPLES = {
    Column.ORDER: ("1045799", "104579"),
    Column.DATE: ("23.11.2026", "23.11.2026"),
    Column.CUSTOMER: ("Strikkekafeen Tråd og Nål Trondheim AS", "Kari E…"),
    Column.AMOUNT: ("14 210,00 SEK", "2 250,00 SEK"),
    Column.PAYMENT: ("Gavekort + Vipps", "Faktur…"),
    Column.STATUS: ("Under behandling", "Sendt"),
    Column.BECOMES: ("Faktura, delvis betalt, e-post", "Faktura, be…"),
    Column.TRANSFER: ("Overført, endret", "Uavklart"),
}
"""Texts that a column has room for at the most before a person widens it, and at the least."""

_A_NAME = "Solveig Nøste"
"""Longer names are cut before anything else is."""


class ColumnWidths(QObject):
    """Fits the columns to the view until a person moves or resizes one of them."""

    def __init__(self, view: QTableView, header: SortHeader, orders: OrderTableModel) -> None:
        super().__init__(view)
        self._view, self._header, self._orders = view, header, orders
        self._fits, self._fitting = True, False
        self._wanted: list[int] = []
        self._measured = (0, orders.filter.kind)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.measure)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        orders.changed.connect(self._follow)
        self.measure()

    def restore(self, settings: ViewSettings) -> None:
        """Arrange and sort the columns as they were left."""
        sorting, columns = settings.kept(_SORTING), settings.kept(_COLUMNS)
        if columns is not None and self._header.restoreState(columns):
            self._fits = False
        column, _, order = (sorting or QByteArray()).toStdString().partition(" ")
        if column.isdecimal() and order in _ORDERS:
            self._header.setSortIndicator(int(column), _ORDERS[order])
        self.fit()

    def keep(self, settings: ViewSettings) -> None:
        """Write the columns down; those that nobody has touched go on fitting the window."""
        column, order = self._orders.sorted_by
        settings.keep(_SORTING, QByteArray(f"{int(column)} {order.value}".encode()))
        settings.keep(_COLUMNS, None if self._fits else self._header.saveState())

    @Slot()
    def measure(self) -> None:
        """Work out anew how wide the columns would be, and fit them."""
        newest, chosen = self._orders.newest(_NEWEST), self._orders.filter
        rows = (chosen.of_kind(newest) or newest)[-_READ:]
        self._measured = (self._orders.total, chosen.kind)
        self._wanted = [max(self._cells(each, rows), self._heading(each)) for each in Column]
        self.fit()

    def fit(self) -> None:
        """Give every column its due of the width, unless a person has set them."""
        if not self._fits:
            return
        room = self._view.viewport().width()
        samples = [self._sample(each, at_least=True) for each in Column]
        least = [min(each) for each in zip(samples, self._wanted, strict=True)]
        self._fitting = True
        for column, width in enumerate(fitted(self._with_long_names_cut(room), least, room)):
            self._header.resizeSection(column, width)
        self._fitting = False

    def _with_long_names_cut(self, room: int) -> list[int]:
        a_name, least = self._width(_A_NAME, Column.CUSTOMER), list(self._wanted)
        least[Column.CUSTOMER] = min(least[Column.CUSTOMER], a_name)
        return fitted(self._wanted, least, room)

    @Slot(bool)
    def _follow(self, came: bool) -> None:
        """More orders, or others, are fitted at once; those that only change, after a while."""
        if self._fits and self._measured != (self._orders.total, self._orders.filter.kind):
            self.measure()
        elif self._fits and came and not self._later.isActive():
            self._later.start(_LATER_MS)

    @Slot()
    def _resized(self) -> None:
        if not self._fitting and self._view.isVisible() and QApplication.mouseButtons():
            self._fits = False

    @Slot()
    def _moved(self) -> None:
        self._fits = False

    def _cells(self, column: Column, rows: Sequence[OrderRow]) -> int:
        """How wide the column is by the orders that there are, or by its samples."""
        full = self._sample(column)
        if not rows:
            return full
        texts = {cell(row, column) for row in rows} | _usual(column)
        return min(full, max(self._width(text, column) for text in texts))

    def _sample(self, column: Column, *, at_least: bool = False) -> int:
        return self._width(_SAMPLES[column][at_least], column)

    def _width(self, text: str, column: Column) -> int:
        return self._view.fontMetrics().horizontalAdvance(text) + _beside(column)

    def _heading(self, column: Column) -> int:
        """How wide it is by its heading."""
        role = Qt.ItemDataRole.DisplayRole
        heading = str(self._orders.headerData(column, Qt.Orientation.Horizontal, role))
        return self._header.fontMetrics().horizontalAdvance(heading) + _BESIDE_HEADING


def _usual(column: Column) -> set[str]:
    """What stands there for many an order sooner or later."""
    match column:
        case Column.BECOMES:
            return {becomes(Becomes(TransferAs.INVOICE, paid=Paid.WHOLE, send=SendType.EMAIL))}
        case Column.TRANSFER:
            return {state_name(TransferState.TRANSFERRED)}
        case _:
            return set()


def _beside(column: Column) -> int:
    """What a cell keeps free beside its text."""
    return _BESIDE_TEXT + (_BESIDE_ICON if column is Column.TRANSFER else 0)
