"""The three columns of the specification, a row for each payment method of the store.

Rows of real controls, not a table view with editors: every choice is reached by Tab, opens by
Space and has a name of its own for a screen reader, and the height follows the texts.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tripletex_wizard.domain.draft import MethodChoice
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.gui.mapping.model import PostingOptions
from tripletex_wizard.gui.mapping.row import MappingRow
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.theme import MUTED, STEP, Size

_STORE, _POSTING, _SENDING = range(3)
_COLUMNS = 3


class MappingTable(QWidget):
    """Shows the rows; says what a person changes, and changes nothing itself."""

    option_chosen = Signal(str, object)
    sending_changed = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._options = PostingOptions(self)
        self._rows: dict[str, MappingRow] = {}
        self._lines: list[HorizontalLine] = []
        self._headings = tuple(
            Label(size=Size.SMALL, strong=True, role=MUTED) for _ in range(_COLUMNS)
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(_POSTING, 1)
        self._grid.setColumnMinimumWidth(_STORE, 16 * STEP)
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, column)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab shall go through, in this order."""
        rows = self._rows.values()
        return tuple(each for row in rows for each in (row.posting.combo, row.sending))

    def show_rows(
        self,
        rows: tuple[MethodChoice, ...],
        payment_types: tuple[PaymentType, ...],
        *,
        is_read: bool,
    ) -> None:
        """Show these rows and no others; the focus stays where it is while the methods do.

        `is_read` tells that the shop has said how much each is used.
        """
        self._options.show_payment_types(payment_types)
        if tuple(self._rows) != tuple(row.method for row in rows):
            self._build_rows(rows)
        for row in rows:
            self._rows[row.method].show_row(row, is_read=is_read)
        cells = [row.posting for row in self._rows.values()]
        widest = max((cell.chip_width for cell in cells), default=0)
        for cell in cells:
            cell.align(widest)

    def retranslate(self) -> None:
        """Set the headings and choices anew; rows follow with the next `show_rows`."""
        store, posting, sending = self._headings
        store.setText(self.tr("Store"))
        posting.setText(self.tr("Payment methods from Tripletex"))
        sending.setText(self.tr("Automatic sending of invoice"))
        self._options.retranslate()

    def _build_rows(self, rows: tuple[MethodChoice, ...]) -> None:
        self._clear()
        for place, row in enumerate(rows):
            shown = MappingRow(self._options, self)
            shown.option_chosen.connect(self.option_chosen)
            shown.sending_changed.connect(self.sending_changed)
            self._rows[row.method] = shown
            self._place(shown, 2 * place + 1)

    def _place(self, row: MappingRow, place: int) -> None:
        line = HorizontalLine()
        self._lines.append(line)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(line, place, 0, 1, _COLUMNS)
        self._grid.addWidget(row.store, place + 1, _STORE, middle)
        self._grid.addWidget(row.posting, place + 1, _POSTING, middle)
        self._grid.addWidget(row.sending, place + 1, _SENDING, middle)

    def _clear(self) -> None:
        for row in self._rows.values():
            for widget in (row.store, row.posting, row.sending):
                widget.deleteLater()
            row.deleteLater()
        for line in self._lines:
            line.deleteLater()
        self._rows.clear()
        self._lines.clear()
