"""«Vis alle»: every order of a batch with what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.orders import Order, UnreadableOrder, customer_name
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.amounts import amount
from tripletex_wizard.gui.batch_texts import became, reason, sent_to
from tripletex_wizard.gui.icons import icon_of
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.spoken import spoken_cell
from tripletex_wizard.gui.state_looks import STATE_LOOKS
from tripletex_wizard.gui.texts import state_name
from tripletex_wizard.gui.theme import STEP, colours

_WIDTH, _HEIGHT = 135 * STEP, 70 * STEP
_STATE, _AMOUNT, _SENT_TO, _REASON = 2, 4, 5, 6
_COLUMNS = 7
_WIDTHS = (80, 160, 150, 130, 110, 160)
_ROW = 36

Index = QModelIndex | QPersistentModelIndex


class OutcomeModel(QAbstractTableModel):
    """Read only; a text that may be cut is in the tool tip."""

    def __init__(
        self, outcomes: tuple[Outcome, ...], orders: Mapping[str, Order | UnreadableOrder]
    ) -> None:
        super().__init__()
        self.outcomes = outcomes
        self._rows = tuple(_cells(row, orders.get(row.order_number)) for row in outcomes)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else _COLUMNS

    def data(
        self,
        index: Index,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        column, text = index.column(), self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_cell(self._headings()[column], text)
            case Qt.ItemDataRole.ToolTipRole:
                return text or None
            case _:
                return self._looks(index.row(), column, role)

    def _looks(self, row: int, column: int, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DecorationRole if column == _STATE:
                tone, icon = STATE_LOOKS[self.outcomes[row].state]
                return icon_of(icon, colours().tones[tone].text)
            case Qt.ItemDataRole.TextAlignmentRole if column == _AMOUNT:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _AMOUNT else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self._headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Order"),
            self.tr("Customer"),
            self.tr("State"),
            self.tr("Transferred as"),
            self.tr("Amount"),
            self.tr("Sent to"),
            self.tr("Reason or note"),
        )


def _cells(outcome: Outcome, order: Order | UnreadableOrder | None) -> tuple[str, ...]:
    return (
        outcome.order_number,
        customer_name(order),
        state_name(outcome.state),
        became(outcome),
        amount(outcome.amount) if outcome.amount else "",
        sent_to(outcome),
        reason(outcome),
    )


class OutcomesDialog(QDialog):
    """The table, as wide as its reasons can use."""

    def __init__(
        self, parent: QWidget, sums: BatchSums, orders: Mapping[str, Order | UnreadableOrder]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableView()
        self._model = OutcomeModel(sums.outcomes, orders)
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._buttons.rejected.connect(self.reject)
        self._furnish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.table)
        layout.addWidget(self._buttons)
        self.resize(first_size(self, QSize(_WIDTH, _HEIGHT)))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _furnish(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.setStyleSheet("QTableView::item { border: none; padding: 0px 5px; }")
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        is_sent = any(map(sent_to, self._model.outcomes))
        table.setColumnHidden(_SENT_TO, not is_sent)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)

    def _retranslate(self) -> None:
        title = self.tr("All orders of the transfer")
        self.setWindowTitle(title)
        self.table.setAccessibleName(title)
        self._close.setText(self.tr("&Close"))
