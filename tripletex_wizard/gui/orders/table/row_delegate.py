"""How a row of orders is drawn: the whole row under the mouse, and the whole row under the keys.

Drawn here and not by the style, which asks the model for seven things of each cell: while another
thread works, every such call waits for its turn, and the window would not answer.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from tripletex_wizard.gui.icons import ICON_SIZE, paint_icon
from tripletex_wizard.gui.orders.table.cells import cell, tip
from tripletex_wizard.gui.orders.table.model import OrderTableModel
from tripletex_wizard.gui.orders.table.row_looks import icon_of_row, ink, side_of, tone_of_row
from tripletex_wizard.gui.orders.table.rows import Column, OrderRow
from tripletex_wizard.gui.theme import STEP, colours
from tripletex_wizard.gui.tones import Colours

_NONE = -1
_FAINT = 0.6
_CHOSEN = QStyle.StateFlag.State_Selected


class RowDelegate(QStyledItemDelegate):
    """A thin line below each row, a frame around the current one while the table has the keys."""

    def __init__(self, view: QTableView, orders: OrderTableModel) -> None:
        super().__init__(view)
        self._view, self._orders = view, orders
        self._hovered = _NONE

    def hover(self, row: int = _NONE) -> None:
        """Draw this row as the one under the mouse."""
        if row == self._hovered:
            return
        self._hovered = row
        self._view.viewport().update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place, column, scheme = index.row(), Column(index.column()), colours()
        is_chosen = bool(option.state & _CHOSEN)
        self._ground(painter, option.rect, place, scheme, is_chosen=is_chosen)
        row = self._orders.row(place)
        self._content(painter, option, row, column, scheme, is_chosen=is_chosen)
        if self._view.hasFocus() and place == self._view.currentIndex().row():
            self._frame(painter, option.rect, column, scheme)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A text that is cut is shown whole, above what there is to say of it."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row, column = self._orders.row(index.row()), Column(index.column())
        text = cell(row, column)
        fits = view.fontMetrics().horizontalAdvance(text) <= _room(option.rect, column).width()
        parts = filter(None, ("" if fits else text, tip(row, column)))
        # As HTML it wraps; what the shop wrote is escaped.
        shown = "".join(f"<p>{escape(part)}</p>" for part in parts)
        QToolTip.showText(event.globalPos(), shown, view)
        return True

    def _ground(
        self, painter: QPainter, rect: QRect, place: int, scheme: Colours, *, is_chosen: bool
    ) -> None:
        if is_chosen:
            painter.fillRect(rect, QColor(scheme.selection))
        elif place == self._hovered:
            painter.fillRect(rect, QColor(scheme.hover))
        line = QColor(scheme.card if is_chosen else scheme.line)
        line.setAlphaF(_FAINT)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)

    def _content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: OrderRow,
        column: Column,
        scheme: Colours,
        *,
        is_chosen: bool,
    ) -> None:
        """The text of a cell stands under the text of its heading."""
        room, text = _room(option.rect, column), cell(row, column)
        if column is Column.TRANSFER:
            top = room.top() + (room.height() - ICON_SIZE) // 2
            colour = scheme.tones[tone_of_row(row)].text
            paint_icon(painter, icon_of_row(row), colour, option.rect.left() + STEP, top)
        own = None if is_chosen else ink(row, column, text, scheme)
        painter.setPen(own or QColor(scheme.text))
        seen = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side_of(column), seen)

    def _frame(self, painter: QPainter, rect: QRect, column: Column, scheme: Colours) -> None:
        header = self._view.horizontalHeader()
        place = header.visualIndex(column)
        painter.save()
        painter.setPen(QPen(QColor(scheme.accent), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if place == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if place == header.count() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


def _room(cell_place: QRect, column: Column) -> QRect:
    """Where the text of a cell stands, beside its icon if it has one."""
    before = STEP + (ICON_SIZE + STEP if column is Column.TRANSFER else 0)
    return cell_place.adjusted(before, 0, -STEP, 0)
