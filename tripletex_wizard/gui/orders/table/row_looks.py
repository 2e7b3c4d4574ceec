"""Icon, tone and side of the cells of an order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tripletex_wizard.gui.icons import Icon
from tripletex_wizard.gui.orders.table.cells import NOTHING
from tripletex_wizard.gui.orders.table.rows import Column, OrderRow
from tripletex_wizard.gui.state_looks import STATE_LOOKS
from tripletex_wizard.gui.tones import Colours, Tone

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def side_of(column: Column) -> Qt.AlignmentFlag:
    """Figures stand at the right."""
    return _RIGHT if column is Column.AMOUNT else _LEFT


def tone_of_row(row: OrderRow) -> Tone:
    """That of its state, unless it was edited after the transfer."""
    return Tone.SHOULD_CHECK if row.standing.edited else STATE_LOOKS[row.state][0]


def icon_of_row(row: OrderRow) -> Icon:
    """That of its state, unless it was edited after the transfer."""
    return Icon.WARNING if row.standing.edited else STATE_LOOKS[row.state][1]


def ink(row: OrderRow, column: Column, text: str, scheme: Colours) -> QColor | None:
    """The colour of a cell's `text`; None for the usual one."""
    if column is Column.TRANSFER:
        return QColor(scheme.tones[tone_of_row(row)].text)
    return QColor(scheme.muted) if text == NOTHING else None
