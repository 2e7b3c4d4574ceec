"""The lines of an order, and its VAT beside the shop's."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.control import vat_controls
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.gui.amounts import number
from tripletex_wizard.gui.control_texts import vat_cells, vat_headings
from tripletex_wizard.gui.orders.detail.detail_texts import line_rows
from tripletex_wizard.gui.posting_texts import (
    line_headings,
    shop_line_cells,
    shop_line_headings,
)
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import STEP


class LinesPart(QWidget):
    """As they are posted; as the shop states them when no posting can be worked out."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = FigureTable(wrapping=0, figures=(2,), dense=True)
        self._vat = FigureTable(wrapping=0, figures=(1, 2, 3, 4), dense=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self._lines)
        layout.addWidget(self._vat)

    def show_order(self, order: Order, plan: PostingPlan | None) -> None:
        """Show an order in the language that is installed now."""
        self._vat.setVisible(plan is not None)
        total = self.tr("Total incl. VAT")
        if plan is None:
            sums = (total, "", number(order.sale))
            self._lines.show_rows(shop_line_headings(), shop_line_cells(order), sums)
            return
        sums = (total, "", number(plan.total))
        self._lines.show_rows(line_headings(), tuple(line_rows(plan.lines)), sums)
        vat = vat_controls(order, plan.lines)
        self._vat.show_rows(vat_headings(vat), vat_cells(vat))
