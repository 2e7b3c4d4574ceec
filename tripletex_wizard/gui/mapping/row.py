"""One payment method of the store: its use, how it is posted, and whether its invoice is sent."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import MethodChoice, Posting
from tripletex_wizard.domain.payment_kinds import PaymentKind, kind_of
from tripletex_wizard.domain.suggest import Reason
from tripletex_wizard.gui.amounts import amount
from tripletex_wizard.gui.mapping.model import PostingOptions
from tripletex_wizard.gui.mapping.posting_cell import PostingCell
from tripletex_wizard.gui.mapping.sentences import activity, reason_name
from tripletex_wizard.gui.parts import Label, show_ticked
from tripletex_wizard.gui.theme import MUTED, STEP, Size

_WIDEST_NAME = 24 * STEP


class MappingRow(QObject):
    """The three widgets of a row. The signals speak of a person's edits only."""

    option_chosen = Signal(str, object)
    """The method and the PostingOption, also when it is the one that was proposed."""

    sending_changed = Signal(str, bool)
    """The method, and whether Tripletex shall send its invoices."""

    def __init__(self, options: PostingOptions, parent: QObject) -> None:
        super().__init__(parent)
        self._options = options
        self._row = MethodChoice("", "")
        self.store = QWidget()
        self.posting = PostingCell(options)
        self.sending = QCheckBox()
        self._label = Label(strong=True)
        self._activity = Label(size=Size.SMALL, role=MUTED)
        for each in (self._label, self._activity):
            each.setMaximumWidth(_WIDEST_NAME)
        names = QVBoxLayout(self.store)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(2)
        names.addWidget(self._label)
        names.addWidget(self._activity)
        self.posting.combo.activated.connect(self._choose)
        self.sending.toggled.connect(self._send)

    def show_row(self, row: MethodChoice, *, is_read: bool) -> None:
        """Fill the widgets, in the language that is installed now."""
        self._row = row
        self._label.setText(row.label)
        self._activity.setText(activity(row, is_read=is_read))
        self._activity.setToolTip(amount(row.amount) if row.orders else "")
        self._show_posting()
        self._show_sending()

    def _show_posting(self) -> None:
        row = self._row
        reason = self._reason()
        combo = self.posting.combo
        combo.setPlaceholderText(self.tr("Choose payment type"))
        combo.setAccessibleName(
            self.tr("Payment type in Tripletex for {method}").format(method=row.label)
        )
        use = self._activity.text()
        combo.setAccessibleDescription(f"{use}. {reason}".strip())
        place = self._options.place_of(row)
        is_proposed = not row.accepted and row.posting is not Posting.UNDECIDED
        self.posting.show_choice(place, proposed=is_proposed, reason=reason)

    def _reason(self) -> str:
        row = self._row
        if not row.accepted:
            return reason_name(Reason(row.suggested))
        is_register = kind_of(row.method, row.label) is PaymentKind.CASH_REGISTER
        if is_register and row.posting is Posting.LEFT_OUT:
            return self.tr("Via the Z-report from Datakassen")
        return ""

    def _show_sending(self) -> None:
        left_out = self._row.posting is Posting.LEFT_OUT
        self.sending.setText(self.tr("Send invoice"))
        self.sending.setAccessibleName(
            self.tr("Send invoice for {method}").format(method=self._row.label)
        )
        show_ticked(self.sending, self._row.send_invoice)
        self.sending.setEnabled(not left_out)
        self.sending.setToolTip(
            self.tr("What is not transferred is not sent either.") if left_out else ""
        )

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.option_chosen.emit(self._row.method, self._options.option(place))

    @Slot(bool)
    def _send(self, send: bool) -> None:
        self.sending_changed.emit(self._row.method, send)
