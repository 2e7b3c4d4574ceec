"""«Velg faktura …»: which invoice a credit order credits, where the program cannot tell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRegularExpression, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tripletex_wizard.domain.credit_orders import Original, is_of
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.gui.amounts import amount, day
from tripletex_wizard.gui.parts import Label, main_button
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.radio_card import BESIDE_RADIO
from tripletex_wizard.gui.parts.roomy_dialog import RoomyDialog
from tripletex_wizard.gui.parts.scrolled import Scrolled
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH, Size

_NUMBER = QRegularExpression(r"\d{1,9}")


class OriginalDialog(RoomyDialog):
    """Begins while the customer's invoices are still looked for; nothing is sent from here.

    `number` is the invoice that was chosen, once the dialog has been accepted.
    """

    def __init__(self, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._originals: tuple[Original, ...] | None = None
        self._problem: Problem | None = None
        self._title, self._about = Label(size=Size.LARGE, strong=True), Label(role=MUTED)
        self._found, self._lacking = Label(), Label(role=MUTED)
        self._list = Scrolled(spacing=STEP)
        self._rows: list[tuple[QRadioButton, Label, Original]] = []
        self._group = QButtonGroup(self)
        self._other, self._typed = QRadioButton(), QLineEdit()
        self._typed.setValidator(QRegularExpressionValidator(_NUMBER, self._typed))
        self._buttons = QDialogButtonBox()
        self._cancel = way_out(self._buttons)
        self._choose = main_button()
        self._buttons.addButton(self._choose, QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._group.addButton(self._other)
        self._group.buttonToggled.connect(self._show_what_is_lacking)
        self._typed.textChanged.connect(self._type)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._retranslate()

    @property
    def number(self) -> int | None:
        """The chosen invoice's number in Tripletex; None as long as none is chosen."""
        if self._other.isChecked():
            return int(self._typed.text()) if self._typed.hasAcceptableInput() else None
        chosen = (row.number for radio, _, row in self._rows if radio.isChecked())
        return next(chosen, None)

    def show_originals(self, originals: Sequence[Original]) -> None:
        """The customer's invoices that may be credited, the likeliest first."""
        self._originals = tuple(originals)
        for original in self._originals:
            radio, about = QRadioButton(), Label(role=MUTED)
            self._group.addButton(radio)
            self._rows.append((radio, about, original))
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(radio)
            below = QVBoxLayout()
            below.setContentsMargins(BESIDE_RADIO, 0, 0, 0)
            below.addWidget(about)
            row.addLayout(below)
            self._list.column.addLayout(row)
        self._list.setVisible(bool(self._originals))
        if self._rows and not self._typed.text():
            self._rows[0][0].setFocus()
        self._retranslate()

    def show_problem(self, problem: Problem) -> None:
        """Why they cannot be listed; the number can be typed all the same."""
        self._problem = problem
        self._retranslate()

    @Slot()
    def accept(self) -> None:
        if self.number is not None:
            super().accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        layout = dialog_column(self)
        other = QHBoxLayout()
        other.setSpacing(STEP)
        other.addWidget(self._other)
        other.addWidget(self._typed)
        other.addStretch(1)
        for widget in (self._title, self._about, self._found):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        layout.addLayout(other)
        layout.addWidget(self._lacking)
        layout.addWidget(self._buttons)
        self._list.hide()
        self._choose.setDefault(True)
        self.setMinimumWidth(TEXT_WIDTH)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Choose the invoice"))
        title = self.tr("Which invoice does order {number} credit?")
        self._title.setText(title.format(number=self._order.number))
        about = self.tr("{customer} is credited {amount}. The shop does not say for which order.")
        self._about.setText(
            about.format(customer=self._order.customer.name, amount=amount(-self._order.sale))
        )
        self._found.setText(self._what_was_found())
        for radio, label, original in self._rows:
            radio.setText(self._named(original))
            label.setText(self._described(original))
            radio.setAccessibleDescription(label.text())
        self._other.setText(self.tr("&Another invoice, number"))
        self._typed.setAccessibleName(self.tr("Invoice number in Tripletex"))
        self._choose.setText(self.tr("&Choose and go on …"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_what_is_lacking()

    def _what_was_found(self) -> str:
        if self._problem is not None:
            return sentence(self._problem).what
        if self._originals is None:
            return self.tr("Looking for the customer's invoices in Tripletex …")
        if not self._originals:
            return self.tr("The customer has no invoice in Tripletex that is large enough.")
        return self.tr("The customer's invoices in Tripletex:")

    def _named(self, original: Original) -> str:
        invoice = original.credit.invoice
        text = self.tr("Invoice {number} of {day}, {amount}")
        named = text.format(
            number=invoice.number, day=day(invoice.invoice_date), amount=amount(invoice.amount)
        )
        if not original.order_number:
            return named
        return self.tr("{invoice}, order {order}").format(
            invoice=named, order=original.order_number
        )

    def _described(self, original: Original) -> str:
        fits = is_of(original, self._order)
        said = [
            self.tr("The articles are on it, at the same price.")
            if fits
            else self.tr("The articles are not on it, or it is not known what is.")
        ]
        if original.left != original.credit.invoice.amount:
            left = self.tr("{amount} of it is not credited yet.")
            said.append(left.format(amount=amount(original.left)))
        return " ".join(said)

    @Slot(str)
    def _type(self, text: str) -> None:
        if text:
            self._other.setChecked(True)
        self._show_what_is_lacking()

    @Slot()
    def _show_what_is_lacking(self) -> None:
        is_chosen = self.number is not None
        self._choose.setEnabled(is_chosen)
        lacks = self.tr("Choose an invoice, or type the number of another one.")
        self._lacking.setText("" if is_chosen else lacks)
        self._choose.setAccessibleDescription(self._lacking.text())
