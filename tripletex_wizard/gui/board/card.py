"""All rows of the prerequisite board in one card, which scrolls by itself when it must."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Prerequisite
from tripletex_wizard.gui.board.row import RowView
from tripletex_wizard.gui.board_texts import check_status_name
from tripletex_wizard.gui.parts import Card, StatusChip
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.theme import STEP

_LOWEST = 24 * STEP
_BAR = 2 * STEP
_TEXT_BESIDE_NAME = 72 * STEP
"""For what was found, with the button and the gaps."""


class BoardCard(Card):
    """Give it a stretch: it grows to the height of its rows, and no further."""

    repeat_wanted = Signal(Prerequisite)

    def __init__(self) -> None:
        super().__init__()
        self.rows = {prerequisite: RowView(prerequisite) for prerequisite in Prerequisite}
        self._content = QWidget()
        self._area = QScrollArea()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, row in enumerate(self.rows.values()):
            if place:
                column.addWidget(HorizontalLine())
            column.addWidget(row)
            row.repeat_wanted.connect(self.repeat_wanted)
        self._fill_area()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def order_stops(self) -> None:
        """Let Tab go from row to row, once everything is in its row."""
        stops = [stop for row in self.rows.values() for stop in row.stops]
        for stop, following in pairwise(stops):
            self.setTabOrder(stop, following)

    def retranslate(self) -> None:
        """Set every text."""
        for row in self.rows.values():
            row.retranslate()
        self._align()

    def show_rows(self, board: tuple[BoardRow, ...], running: frozenset[Prerequisite]) -> None:
        """Show what is known of each row, and which are being checked."""
        known = {row.prerequisite: row for row in board}
        for prerequisite, row in self.rows.items():
            row.show_row(known.get(prerequisite), is_running=prerequisite in running)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(max(row.narrowest() for row in self.rows.values()) + _BAR, _LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align()
        self._end_with_last_row()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._end_with_last_row()
        return super().eventFilter(watched, event)

    def _fill_area(self) -> None:
        self._content.installEventFilter(self)
        self._area.setWidget(self._content)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)  # setWidget has set it
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._area)

    def _align(self) -> None:
        """Names stand beside what was found where there is room for both, else above."""
        chips = [StatusChip(text=check_status_name(status)) for status in CheckStatus]
        status_width = max(chip.sizeHint().width() for chip in chips)
        name_width = max(row.name_width() for row in self.rows.values())
        is_wide = self.width() - status_width - name_width >= _TEXT_BESIDE_NAME
        for row in self.rows.values():
            row.align(status_width, name_width if is_wide else None)
        self.updateGeometry()

    def _end_with_last_row(self) -> None:
        edges = self.contentsMargins().top() + self.contentsMargins().bottom() + 2
        self.setMaximumHeight(self._content.heightForWidth(self._area.viewport().width()) + edges)
