"""One order in the detail pane, from its number to its history."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.control import plan_shown
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.orders.detail.booked_part import BookedPart
from tripletex_wizard.gui.orders.detail.history import history_of
from tripletex_wizard.gui.orders.detail.history_texts import when
from tripletex_wizard.gui.orders.detail.lines_part import LinesPart
from tripletex_wizard.gui.orders.detail.order_actions import (
    CreditActions,
    MarkActions,
    SendingActions,
)
from tripletex_wizard.gui.orders.detail.order_head import OrderHead
from tripletex_wizard.gui.orders.detail.postings_part import PostingsPart
from tripletex_wizard.gui.orders.detail.section import Section
from tripletex_wizard.gui.postings.figure_table import FigureTable


class OrderSheet(QWidget):
    """Signals carry the order's number, and say what a person asks for."""

    transfer_again_asked = Signal(str)
    check_asked = Signal(str)
    mark_asked = Signal(str)
    unmark_asked = Signal(str)
    original_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self._types: tuple[PaymentType, ...] = ()
        self._head, self._actions, self._booked = OrderHead(), SendingActions(), BookedPart()
        self._crediting = CreditActions()
        self._lines, self._postings = LinesPart(), PostingsPart()
        self._history, self._marking = FigureTable(wrapping=1, dense=True), MarkActions()
        self._booked_section = Section(self._booked)
        self._lines_section = Section(self._lines)
        self._postings_section = Section(self._postings)
        self._history_section = Section(self._history, self._marking)
        self._arrange()
        self._actions.transfer_again_asked.connect(self.transfer_again_asked)
        self._actions.check_asked.connect(self.check_asked)
        self._crediting.original_asked.connect(self.original_asked)
        self._marking.mark_asked.connect(self.mark_asked)
        self._marking.unmark_asked.connect(self.unmark_asked)

    def show_standing(self, standing: Standing, payment_types: tuple[PaymentType, ...]) -> None:
        """Show an order, with the names of the accounts that payments go to."""
        self._standing, self._types = standing, payment_types
        self.retranslate()

    @property
    def can_mark(self) -> bool:
        """Whether «Marker som allerede bokført …» is offered."""
        return self._marking.can_mark

    @property
    def can_choose_original(self) -> bool:
        """Whether «Velg faktura …» is offered."""
        return self._crediting.can_choose

    @property
    def can_unmark(self) -> bool:
        """Whether «Ta tilbake merkingen» is offered."""
        return self._marking.can_unmark

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        self._booked_section.set_heading(self.tr("In Tripletex"))
        self._postings_section.set_heading(self.tr("Postings"))
        if self._standing is not None:
            self._show(self._standing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self, standing: Standing) -> None:
        self._head.show_standing(standing)
        self._actions.show_standing(standing)
        self._crediting.show_standing(standing)
        self._marking.show_standing(standing)
        self._booked_section.setVisible(self._booked.show_standing(standing))
        order, plan = standing.order, plan_shown(standing)
        self._lines_section.setVisible(isinstance(order, Order))
        refund = standing.refund if standing.owes_refund else None
        self._postings_section.setVisible(plan is not None or refund is not None)
        if isinstance(order, Order):
            self._lines.show_order(order, plan)
        if refund is not None:
            self._postings.show_refund(refund, self._types)
        elif plan is not None:
            self._postings.show_plan(standing, plan, self._types)
        happened = history_of(standing)
        rows = [(when(at, datetime.now(at.tzinfo).date()), text) for at, text in happened]
        self._history.show_rows((), rows)
        self._history_section.set_heading(self.tr("History") if happened else "")
        self._history.setVisible(bool(happened))
        self._history_section.setVisible(bool(happened) or not self._marking.isHidden())

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Section(self._head, self._actions, self._crediting, is_first=True))
        for section in (
            *(self._booked_section, self._lines_section),
            *(self._postings_section, self._history_section),
        ):
            layout.addWidget(section)
        layout.addStretch(1)
