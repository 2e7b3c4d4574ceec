"""«Marker som allerede bokført»: which voucher holds the order, and why nothing is transferred."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from tripletex_wizard.gui.parts import Label, main_button
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.roomy_dialog import RoomyDialog
from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH, Size


@dataclass(frozen=True, slots=True)
class Marking:
    """What a person says of an order that is in the books already; neither part is empty."""

    voucher: str
    reason: str


class MarkDialog(RoomyDialog):
    """Asks for both; `marking` is the answer once the dialog has been accepted."""

    def __init__(self, order_number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order_number = order_number
        self._title = Label(size=Size.LARGE, strong=True)
        self._consequence, self._why = Label(), Label(role=MUTED)
        self._voucher_name, self._voucher = QLabel(), QLineEdit()
        self._reason_name, self._reason = QLabel(), QLineEdit()
        self._form = QFormLayout()
        self._lacking = Label(role=MUTED)
        self._buttons = QDialogButtonBox()
        self._cancel = way_out(self._buttons)
        self._mark = main_button()
        self._buttons.addButton(self._mark, QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        for line in (self._voucher, self._reason):
            line.textChanged.connect(self._show_what_is_lacking)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._retranslate()

    @property
    def marking(self) -> Marking | None:
        """What was answered; None as long as a part is missing."""
        voucher, reason = self._voucher.text().strip(), self._reason.text().strip()
        return Marking(voucher, reason) if voucher and reason else None

    @Slot()
    def accept(self) -> None:
        if self.marking is not None:
            super().accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        layout = dialog_column(self)
        self._form.setSpacing(STEP)
        self._voucher_name.setBuddy(self._voucher)
        self._reason_name.setBuddy(self._reason)
        self._form.addRow(self._voucher_name, self._voucher)
        self._form.addRow(self._reason_name, self._reason)
        layout.addWidget(self._title)
        layout.addWidget(self._consequence)
        layout.addLayout(self._form)
        layout.addWidget(self._why)
        layout.addStretch(1)
        layout.addWidget(self._lacking)
        layout.addWidget(self._buttons)
        self._mark.setDefault(True)
        self.setMinimumWidth(TEXT_WIDTH)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Mark as already booked"))
        title = self.tr("Is order {number} in the books already?")
        self._title.setText(title.format(number=self._order_number))
        self._consequence.setText(
            self.tr(
                "The order is then not transferred, and nothing is sent to Tripletex. The mark "
                "can be taken back."
            )
        )
        self._why.setText(
            self.tr(
                "Both are kept in the journal, with your name and the time: whoever goes through "
                "the books later must be able to find the voucher, and see why the order was not "
                "transferred."
            )
        )
        self._voucher_name.setText(self.tr("&Voucher or invoice number"))
        self._reason_name.setText(self.tr("&Reason"))
        self._reason.setPlaceholderText(self.tr("for example “invoiced by hand”"))
        self._mark.setText(self.tr("&Mark as booked"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_what_is_lacking()

    @Slot()
    def _show_what_is_lacking(self) -> None:
        is_complete = self.marking is not None
        self._mark.setEnabled(is_complete)
        self._lacking.setText("" if is_complete else self._lack())
        self._mark.setAccessibleDescription(self._lacking.text())

    def _lack(self) -> str:
        if not self._voucher.text().strip():
            return self.tr("Fill in the number of the voucher or invoice that holds the order.")
        return self.tr("Fill in why the order is not to be transferred.")
