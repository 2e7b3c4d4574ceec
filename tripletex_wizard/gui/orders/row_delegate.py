"""How a row of orders is drawn: the whole row under the mouse, and the whole row under the keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tripletex_wizard.gui.icons import ICON_SIZE
from tripletex_wizard.gui.theme import colours

_NONE = -1
_FAINT = 0.6
_ICON = QSize(ICON_SIZE, ICON_SIZE)


class RowDelegate(QStyledItemDelegate):
    """A thin line below each row, a frame around the current one while the table has the keys."""

    def __init__(self, view: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view = view
        self._hovered = _NONE

    def hover(self, row: int = _NONE) -> None:
        """Draw this row as the one under the mouse."""
        if row == self._hovered:
            return
        self._hovered = row
        self._view.viewport().update()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationSize = _ICON
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        option.state |= QStyle.StateFlag.State_Active  # the selection keeps its colour

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hovered = index.row() == self._hovered
        if hovered and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours().hover))
        super().paint(painter, option, index)
        self._underline(painter, option)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            self._frame(painter, option, index)

    def _underline(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        line = QColor(colours().line)
        line.setAlphaF(_FAINT)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)

    def _frame(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, header = option.rect, self._view.horizontalHeader()
        place = header.visualIndex(index.column())
        painter.save()
        painter.setPen(QPen(QColor(colours().accent), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if place == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if place == header.count() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()
