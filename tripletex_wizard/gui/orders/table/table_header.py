"""The headings of the order table, which keys reach too: arrows, and Space or Enter to sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from tripletex_wizard.gui.theme import STEP, colours

_NARROWEST = 5 * STEP
_FRAME = 2


class SortHeader(QHeaderView):
    """Tab comes to it before the rows; the heading under the keys has a frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(_NARROWEST)
        self.setStretchLastSection(True)
        self.sortIndicatorChanged.connect(self._say)

    @property
    def section(self) -> int:
        """The logical index of the heading under the keys."""
        return self.logicalIndex(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = self._moves()
        key = Qt.Key(event.key())
        if key in moves:
            self._go_to(moves[key]())
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._flip()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.hasFocus() and logicalIndex == self.section:
            painter.setPen(QPen(QColor(colours().accent), _FRAME))
            painter.drawRect(rect.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME))

    def _moves(self) -> Mapping[Qt.Key, Callable[[], int]]:
        return {
            Qt.Key.Key_Left: lambda: self._place - 1,
            Qt.Key.Key_Right: lambda: self._place + 1,
            Qt.Key.Key_Home: lambda: 0,
            Qt.Key.Key_End: lambda: self.count() - 1,
        }

    def _go_to(self, place: int) -> None:
        self._place = max(0, min(place, self.count() - 1))
        self._say()
        self.viewport().update()

    def _flip(self) -> None:
        """As a click on the heading does."""
        section, first = self.section, Qt.SortOrder.AscendingOrder
        if section == self.sortIndicatorSection():
            ascending = self.sortIndicatorOrder() is first
            self.setSortIndicator(section, Qt.SortOrder.DescendingOrder if ascending else first)
        else:
            role = Qt.ItemDataRole.InitialSortOrderRole
            order = self.model().headerData(section, Qt.Orientation.Horizontal, role)
            self.setSortIndicator(section, order)

    @Slot()
    def _say(self) -> None:
        """Name the heading, and how it sorts, to a screen reader."""
        if self.model() is None:
            return
        name = str(self.model().headerData(self.section, Qt.Orientation.Horizontal))
        said = name if self.section != self.sortIndicatorSection() else self._with_order(name)
        if said != self.accessibleName():
            self.setAccessibleName(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _with_order(self, name: str) -> str:
        if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder:
            return self.tr("{column}, sorted ascending").format(column=name)
        return self.tr("{column}, sorted descending").format(column=name)


def fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """`wanted` widths, each taken down towards its `least` in the same measure to fit in `room`."""
    lacking = sum(wanted) - room
    spare = sum(wanted) - sum(least)
    if lacking <= 0 or spare <= 0:
        return list(wanted)
    share = min(1.0, lacking / spare)
    # Rounded so that together they are never wider than the room, by a pixel that would scroll.
    return [full - ceil((full - low) * share) for full, low in zip(wanted, least, strict=True)]
