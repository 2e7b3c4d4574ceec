"""Asks before the status of an order that is in the books already is changed in the shop."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.roomy_dialog import RoomyDialog
from tripletex_wizard.gui.theme import TEXT_WIDTH, Size


class UpdateQuestion(RoomyDialog):
    """The books stay as they are, whatever the shop says; Enter leaves the shop alone too."""

    def __init__(
        self, standing: Standing, status: OrderStatus, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._standing, self._status = standing, status
        self._title, self._stays = Label(size=Size.LARGE, strong=True), Label()
        self._buttons = QDialogButtonBox()
        self._cancel = way_out(self._buttons)
        self._set = QPushButton()
        self._buttons.addButton(self._set, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = dialog_column(self)
        layout.addWidget(self._title)
        layout.addWidget(self._stays)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._set.setAutoDefault(False)
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        self.setMinimumWidth(TEXT_WIDTH)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Update order"))
        title = self.tr("Set order {number} to “{status}” in Mystore?")
        self._title.setText(title.format(number=self._standing.number, status=self._status.name))
        self._stays.setText(self._what_stays())
        self._set.setText(self.tr("&Set the status"))
        self._cancel.setText(self.tr("Cancel"))

    def _what_stays(self) -> str:
        progress = self._standing.progress
        if progress.mark:
            text = self.tr("The order is marked as booked with {number}, and that stays so.")
            return text.format(number=progress.mark.facts.voucher)
        if progress.invoice:
            text = self.tr(
                "Invoice {number} stays in Tripletex all the same. If it is not to stand, it must "
                "be credited there."
            )
            return text.format(number=progress.invoice.invoice_number or "")
        text = self.tr("Order {number} stays in Tripletex all the same.")
        return text.format(number=progress.order.order_number if progress.order else "")
