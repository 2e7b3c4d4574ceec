"""Rows of texts and figures with a sum, to be read and not edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tripletex_wizard.gui.parts import Label, breakable
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.spoken import spoken_cell
from tripletex_wizard.gui.theme import MUTED, STEP, Size, font_of

_BEYOND = 20
"""A column that is never used: what is left stands at the right of the table."""


class FigureTable(QWidget):
    """`wrapping` is the column whose texts wrap, and which takes what is left unless it is `slim`.

    The columns in `figures` stand at the right. A row of one cell is a remark over the whole
    width. A `dense` table has smaller texts nearer to each other, for a narrow place.
    """

    def __init__(
        self,
        *,
        wrapping: int,
        figures: Iterable[int] = (),
        slim: bool = False,
        dense: bool = False,
    ) -> None:
        super().__init__()
        self._wrapping, self._figures = wrapping, frozenset(figures)
        self._is_dense, self._size = dense, Size.SMALL if dense else Size.NORMAL
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._width = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * STEP // 2 if dense else 2 * STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._grid.setColumnStretch(_BEYOND if slim else wrapping, 1)

    def show_rows(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[str]],
        sums: Sequence[str] = (),
    ) -> None:
        """Show these and nothing else; `sums` stand below a line."""
        lines = (tuple(headings), *map(tuple, rows), tuple(sums))
        if lines == self._shown:
            return
        self._shown = lines
        is_hidden = self.isHidden()
        self.hide()  # or each cell would be laid out by itself, in a later turn
        self._width = max(map(len, lines))
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        place = 0
        self._add(place, headings, is_heading=True)
        for place, row in enumerate(lines[1:-1], start=1):
            if len(row) == 1:
                self._remark(place, row[0])
            else:
                self._add(place, row)
        if sums:
            self._grid.addWidget(HorizontalLine(), place + 1, 0, 1, self._width)
            self._add(place + 2, sums, is_sum=True)
        self.setHidden(is_hidden)

    def _add(
        self, place: int, cells: Sequence[str], *, is_heading: bool = False, is_sum: bool = False
    ) -> None:
        for column, text in enumerate(cells):
            label = Label() if column == self._wrapping else QLabel()
            label.setWordWrap(column == self._wrapping or (is_heading and self._is_dense))
            label.setTextFormat(Qt.TextFormat.PlainText)
            size = Size.SMALL if is_heading else self._size
            label.setFont(font_of(size, strong=is_heading or is_sum))
            if is_heading:
                label.setForegroundRole(MUTED)
            is_figure = column in self._figures
            side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            label.setText(breakable(text) if column == self._wrapping else text)
            if not is_heading:
                label.setAccessibleName(self._spoken(column, text))
            self._grid.addWidget(label, place, column)
            label.show()

    def _spoken(self, column: int, text: str) -> str:
        """With the heading; what the row is about speaks for itself."""
        headings = self._shown[0]
        says_what = column == self._wrapping and bool(text)
        heading = "" if says_what or column >= len(headings) else headings[column]
        return spoken_cell(heading, text)

    def _remark(self, place: int, text: str) -> None:
        label = Label(text, size=Size.SMALL, role=MUTED)
        self._grid.addWidget(label, place, 0, 1, self._width)
        label.show()
