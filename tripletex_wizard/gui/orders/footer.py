"""Below the orders: what is selected, what would become of it, and the buttons that ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.gui.amounts import amount
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.orders.selection import Selection
from tripletex_wizard.gui.parts import Label, main_button
from tripletex_wizard.gui.theme import MUTED, STEP


class OrderFooter(QWidget):
    """`transfer_asked(numbers, TransferAs or None)`: as order, or None by the set-up.

    A closed button has its reason beside it.
    """

    transfer_asked = Signal(tuple, object)

    def __init__(self) -> None:
        super().__init__()
        self._selection = Selection()
        self._is_busy = False
        self._sum = Label(strong=True)
        self._what = Label(role=MUTED)
        self.again, self.as_order, self.main = QPushButton(), QPushButton(), main_button()
        self.again.clicked.connect(self._ask_again)
        self.as_order.clicked.connect(self._ask_as_order)
        self.main.clicked.connect(self.ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self._sum)
        layout.addWidget(self._what, 1)
        for button in (self.again, self.as_order, self.main):
            layout.addWidget(button)
        self._show()

    @property
    def selection(self) -> Selection:
        """What is chosen, as it is shown."""
        return self._selection

    @property
    def texts(self) -> tuple[str, str]:
        """What is selected, and what would become of it or why nothing would."""
        return self._sum.text(), self._what.text()

    def show_selection(self, selection: Selection, *, is_busy: bool) -> None:
        """`is_busy` closes all buttons: a batch runs."""
        self._selection, self._is_busy = selection, is_busy
        self._show()

    @Slot()
    def ask(self) -> None:
        """As a press of the main button; nothing happens while it is closed."""
        if self.main.isEnabled():
            self.transfer_asked.emit(self._selection.transferable, None)

    @Slot()
    def _ask_as_order(self) -> None:
        self.transfer_asked.emit(self._selection.as_order, TransferAs.ORDER)

    @Slot()
    def _ask_again(self) -> None:
        self.transfer_asked.emit(self._selection.there, None)

    def _show(self) -> None:
        selection = self._selection
        self._sum.setText(self._selected())
        self._sum.setVisible(bool(selection.count))
        self._what.setText(self._reason() or BETWEEN.join(self._becomes()))
        self.main.setText(self._transfer(len(selection.transferable)))
        self.as_order.setText(self._transfer_as_order(len(selection.as_order)))
        self.again.setText(self._transfer_again(len(selection.there)))
        self.main.setEnabled(bool(selection.transferable) and not self._is_busy)
        self.as_order.setEnabled(bool(selection.as_order) and not self._is_busy)
        self.again.setEnabled(not self._is_busy)
        self.again.setVisible(bool(selection.there))
        self.main.setAccessibleDescription(self._what.text())
        self.as_order.setAccessibleDescription(self._reason())

    def _selected(self) -> str:
        selection = self._selection
        count = self.tr("%n selected", "", selection.count)
        sums = " + ".join(amount(money) for money in selection.sums)
        if sums and selection.is_summed_in_part:
            sums = self.tr("{amount} to transfer").format(amount=sums)
        return BETWEEN.join(filter(None, (count, sums)))

    def _reason(self) -> str:
        """Why nothing can be transferred now."""
        selection = self._selection
        if self._is_busy:
            return self.tr("A transfer is running")
        if not selection.count:
            return self.tr("Select the orders to transfer")
        if selection.transferable:
            return ""
        if selection.there and selection.count == len(selection.there):
            return self.tr("Already transferred")
        return self.tr("None of the selected orders can be transferred now")

    def _becomes(self) -> Iterator[str]:
        selection = self._selection
        kinds = []
        if selection.invoices:
            kinds.append(self.tr("%n as invoice", "", selection.invoices))
        if selection.orders:
            kinds.append(self.tr("%n as order", "", selection.orders))
        if kinds:
            yield ", ".join(kinds)
        if selection.refunds:
            refunds = self.tr("%n refund(s), {amount}", "", selection.refunds)
            yield refunds.format(amount=" + ".join(map(amount, selection.paid_back)))
        if selection.looked_up:
            yield self.tr("%n to be looked up in Tripletex", "", selection.looked_up)
        if selection.left_out:
            yield self.tr("%n cannot be transferred", "", selection.left_out)
        if selection.emails:
            yield self.tr("%n e-mail(s) will be sent", "", selection.emails)
        if selection.ehf:
            yield self.tr("%n will be sent as EHF", "", selection.ehf)

    def _transfer(self, count: int) -> str:
        if not count:
            return self.tr("Transfer …")
        return self.tr("Transfer {count} …").format(count=QLocale().toString(count))

    def _transfer_as_order(self, count: int) -> str:
        if not count:
            return self.tr("Transfer as order …")
        return self.tr("Transfer {count} as order …").format(count=QLocale().toString(count))

    def _transfer_again(self, count: int) -> str:
        return self.tr("Transfer {count} again …").format(count=QLocale().toString(count))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
