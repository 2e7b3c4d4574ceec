"""What stands in Tripletex of an order, and the request ids behind «Detaljer»."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.orders.detail.detail_texts import booked_rows
from tripletex_wizard.gui.parts import FittingRow, Label, LinkButton
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import MUTED, STEP, Size


class BookedPart(QWidget):
    """Tripletex' support asks for the request ids; nobody else needs them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = FigureTable(wrapping=1)
        self._more = LinkButton()
        self._more.setCheckable(True)
        self._ids, self._copy = Label(size=Size.SMALL, role=MUTED), QPushButton()
        self._copy.setAutoDefault(False)
        self._details = QWidget()
        self._more.toggled.connect(self._details.setVisible)
        self._copy.clicked.connect(self._copy_ids)
        self._details.hide()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(STEP // 2)
        details.addWidget(self._ids)
        details.addWidget(FittingRow(self._copy))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        for widget in (self._rows, self._more, self._details):
            layout.addWidget(widget)

    def show_standing(self, standing: Standing) -> bool:
        """Show it in the language that is installed now; False when there is nothing to show."""
        rows, ids = booked_rows(standing), standing.progress.request_ids
        self._rows.setVisible(bool(rows))
        self._rows.show_rows((), rows)
        self._more.setText(self.tr("Details"))
        self._more.setVisible(bool(ids))
        self._more.setChecked(self._more.isChecked() and bool(ids))
        self._ids.setText(self.tr("Tripletex request ids: {ids}").format(ids=", ".join(ids)))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy the request ids"))
        self._request_ids = "\n".join(ids)
        return bool(rows or ids)

    @Slot()
    def _copy_ids(self) -> None:
        QGuiApplication.clipboard().setText(self._request_ids)
