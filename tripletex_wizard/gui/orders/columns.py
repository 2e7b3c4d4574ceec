"""How wide the columns of the order table are: as fits the window, or as a person has set them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QTableView

from tripletex_wizard.gui.orders.model import OrderTableModel
from tripletex_wizard.gui.orders.rows import Column
from tripletex_wizard.gui.orders.table_header import SortHeader, fitted
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.view_settings import ViewSettings

_BESIDE_TEXT = 2 * STEP + STEP // 4
_BESIDE_ICON = 3 * STEP
_BESIDE_HEADING = 4 * STEP
_COLUMNS = "order-columns"
_SORTING = "order-sorting"
_ORDERS = {str(order.value): order for order in Qt.SortOrder}

_SAMPLES = {
    Column.ORDER: ("1045799", "104579"),
    Column.DATE: ("23.11.2026", "23.11.2026"),
    Column.CUSTOMER: ("Garn og Greier AS", "Kari E…"),
    Column.AMOUNT: ("14 210,00 SEK", "2 250,00 SEK"),
    Column.PAYMENT: ("Gavekort + Vipps", "Faktur…"),
    Column.STATUS: ("Under behandling", "Sendt"),
    Column.BECOMES: ("Faktura, delvis betalt, e-post", "Faktura, be…"),
    Column.TRANSFER: ("Merket som bokf", "Uavklart"),
}
"""Texts that a column has room for at first, and at the least."""


class ColumnWidths(QObject):
    """Fits the columns to the view until a person moves or resizes one of them."""

    def __init__(self, view: QTableView, header: SortHeader, orders: OrderTableModel) -> None:
        super().__init__(view)
        self._view, self._header, self._orders = view, header, orders
        self._fits, self._fitting = True, False
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)

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

    def fit(self) -> None:
        """Give every column its due of the width, unless a person has set them."""
        if not self._fits:
            return
        wanted = [max(self._text(each), self._heading(each)) for each in Column]
        least = [self._text(each, at_least=True) for each in Column]
        self._fitting = True
        for column, width in enumerate(fitted(wanted, least, self._view.viewport().width())):
            self._header.resizeSection(column, width)
        self._fitting = False

    @Slot()
    def _resized(self) -> None:
        if not self._fitting and self._view.isVisible() and QApplication.mouseButtons():
            self._fits = False

    @Slot()
    def _moved(self) -> None:
        self._fits = False

    def _text(self, column: Column, *, at_least: bool = False) -> int:
        """How wide the column is by what stands in its cells."""
        text = self._view.fontMetrics().horizontalAdvance(_SAMPLES[column][at_least])
        return text + _BESIDE_TEXT + (_BESIDE_ICON if column is Column.TRANSFER else 0)

    def _heading(self, column: Column) -> int:
        """How wide it is by its heading."""
        role = Qt.ItemDataRole.DisplayRole
        heading = str(self._orders.headerData(column, Qt.Orientation.Horizontal, role))
        return self._header.fontMetrics().horizontalAdvance(heading) + _BESIDE_HEADING
