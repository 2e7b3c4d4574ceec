"""«Kontering»: the postings of an order, and the control of its sums."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.control import control_of
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.postings import (
    LedgerPosting,
    PostingSums,
    payment_postings,
    postings_of,
    sums_of,
)
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.amounts import NORWEGIAN_KRONER, number
from tripletex_wizard.gui.control_texts import control_line
from tripletex_wizard.gui.orders.detail.detail_texts import (
    posting_row_headings,
    posting_rows,
)
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.posting_texts import rate_note
from tripletex_wizard.gui.postings.balance_sign import BalanceSign
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import MUTED, STEP, Size


class PostingsPart(QWidget):
    """An open order has no postings, which is said instead."""

    def __init__(self) -> None:
        super().__init__()
        self._table = FigureTable(wrapping=0, figures=(2, 3), dense=True)
        self._none, self._as_now = Label(role=MUTED), Label(size=Size.SMALL, role=MUTED)
        self._rate = Label(size=Size.SMALL, role=MUTED)
        self._balance = BalanceSign()
        self._control = Label(size=Size.SMALL, role=MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        for widget in (
            *(self._as_now, self._table, self._none),
            *(self._rate, self._balance, self._control),
        ):
            layout.addWidget(widget)

    def show_plan(
        self, standing: Standing, plan: PostingPlan, payment_types: tuple[PaymentType, ...]
    ) -> None:
        """Show what the plan of a readable order posts, in the language that is installed now."""
        postings = postings_of(plan, payment_types)
        sums = self._show_postings(postings, plan.currency)
        self._as_now.setVisible(standing.edited is not None)
        self._as_now.setText(self.tr("As the order stands in Mystore now, not as it was booked."))
        self._none.setVisible(not postings)
        self._none.setText(
            self.tr("An open order in Tripletex is not posted until it is invoiced.")
        )
        control = control_of(standing, plan)
        self._balance.show_difference(sums.difference or control.difference)
        self._control.setText(control_line(control, payment_types))
        self._control.setVisible(True)

    def show_refund(self, refund: PlannedPayment, payment_types: tuple[PaymentType, ...]) -> None:
        """Show what is left of a credit note that is booked, in the language installed now."""
        postings = payment_postings([refund], payment_types)
        sums = self._show_postings(postings, refund.amount.currency)
        self._as_now.setVisible(True)
        self._as_now.setText(self.tr("The credit note is booked. Only the refund is missing."))
        self._none.setVisible(False)
        self._balance.show_difference(sums.difference)
        self._control.setVisible(False)

    def _show_postings(self, postings: Sequence[LedgerPosting], currency: str) -> PostingSums:
        sums = sums_of(postings, currency)
        self._table.setVisible(bool(postings))
        self._table.show_rows(
            posting_row_headings(),
            tuple(posting_rows(postings)),
            (self.tr("Total"), "", number(sums.debit), number(sums.credit)),
        )
        self._rate.setVisible(currency != NORWEGIAN_KRONER)
        self._rate.setText(rate_note(currency))
        return sums
