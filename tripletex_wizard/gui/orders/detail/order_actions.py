"""What a person can ask for one order, beside the batch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.parts import FittingRow, LinkButton

_UNFINISHED = {TransferState.FAILED, TransferState.UNCERTAIN}
_NOT_KNOWN = {TransferState.UNCERTAIN, TransferState.SENDING}


class SendingActions(QWidget):
    """«Sjekk i Tripletex» and «Overfør på nytt …», where they make sense."""

    transfer_again_asked = Signal(str)
    check_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._check, self._again = QPushButton(), QPushButton()
        for button in (self._check, self._again):
            button.setAutoDefault(False)
        self._check.clicked.connect(self._ask_check)
        self._again.clicked.connect(self._ask_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FittingRow(self._check, self._again))
        self.retranslate()

    def show_standing(self, standing: Standing) -> None:
        """Offer what fits the order; an order that a person marked was never sent.

        A look tells of an uncertain order, and whether an invoice has been credited since.
        """
        self._number = standing.number
        uncertain = standing.state is TransferState.UNCERTAIN
        is_marked = standing.progress.mark is not None
        again = standing.may_go_again or (standing.state in _UNFINISHED and not is_marked)
        is_invoiced = standing.progress.invoice is not None
        check = uncertain or (is_invoiced and not is_marked)
        self._check.setVisible(check)
        self._again.setVisible(again)
        self.setVisible(check or again)

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        self._check.setText(self.tr("Check in Tripletex"))
        self._again.setText(self.tr("Transfer again …"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _ask_check(self) -> None:
        self.check_asked.emit(self._number)

    @Slot()
    def _ask_again(self) -> None:
        self.transfer_again_asked.emit(self._number)


class CreditActions(QWidget):
    """«Velg faktura …» of a credit order that is not booked yet."""

    original_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self.can_choose = False
        self._choose = QPushButton()
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FittingRow(self._choose))
        self.retranslate()

    def show_standing(self, standing: Standing) -> None:
        """Offer it where the choice would count."""
        self._number = standing.number
        is_credit = isinstance(standing.order, Order) and standing.order.is_credit
        is_waiting = standing.is_transferable and standing.progress.invoice is None
        self.can_choose = is_credit and is_waiting and standing.progress.mark is None
        self.setVisible(self.can_choose)

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        self._choose.setText(self.tr("Choose the invoice …"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _ask(self) -> None:
        self.original_asked.emit(self._number)


class MarkActions(QWidget):
    """«Marker som allerede bokført …», or «Ta tilbake merkingen» of an order that is marked."""

    mark_asked = Signal(str)
    unmark_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self.can_mark = self.can_unmark = False
        self._mark, self._unmark = LinkButton(), LinkButton()
        self._mark.clicked.connect(self._ask_mark)
        self._unmark.clicked.connect(self._ask_unmark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._mark)
        layout.addWidget(self._unmark)
        self.retranslate()

    def show_standing(self, standing: Standing) -> None:
        """Offer one of the two, or none where it is in Tripletex, or may be."""
        self._number = standing.number
        self.can_unmark = standing.progress.mark is not None
        may_be_there = standing.is_there or standing.state in _NOT_KNOWN
        self.can_mark = not may_be_there and not self.can_unmark
        self._mark.setVisible(self.can_mark)
        self._unmark.setVisible(self.can_unmark)
        self.setVisible(self.can_mark or self.can_unmark)

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        self._mark.setText(self.tr("Mark as already booked …"))
        self._unmark.setText(self.tr("Take the mark back"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _ask_mark(self) -> None:
        self.mark_asked.emit(self._number)

    @Slot()
    def _ask_unmark(self) -> None:
        self.unmark_asked.emit(self._number)
