"""Whether the money of credit orders was paid back: only a person knows, so it is always asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_preview import BatchPreview
from tripletex_wizard.gui.batch_texts import amounts
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.theme import MUTED, STEP, Size


class RefundQuestion(QWidget):
    """Hidden while no credit order of a method with a payment type is chosen.

    Nothing is answered to begin with: money that is said to be paid back and is not, or the other
    way round, keeps the payment account from clearing (accounting.md rule 3).
    """

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview = BatchPreview(())
        self._title, self._about = Label(size=Size.LARGE, strong=True), Label(role=MUTED)
        self._yes, self._no = QRadioButton(), QRadioButton()
        self._lacking = Label(role=MUTED)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        for radio in (self._yes, self._no):
            self._group.addButton(radio)
            layout.addWidget(radio)
        layout.addWidget(self._lacking)
        self._group.buttonToggled.connect(self._toggled)
        self.hide()

    @property
    def answer(self) -> bool | None:
        """Whether the money was paid back; None before that is said, or when it is not asked."""
        if not self._preview.refunds:
            return None
        if self._yes.isChecked():
            return True
        return False if self._no.isChecked() else None

    @property
    def lacks(self) -> str:
        """What must be answered before anything can be sent; empty when nothing must."""
        if not self._preview.refunds or self.answer is not None:
            return ""
        return self.tr("First choose whether the customer's money has been paid back.")

    def show_preview(self, preview: BatchPreview) -> None:
        """Ask about the credit orders among what is taken along, whatever is answered by now."""
        self._preview = preview
        self._retranslate()
        self.setVisible(bool(preview.refunds))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        rows = self._preview.refunds
        self._title.setText(self.tr("Has the customer's money been paid back?"))
        said = self.tr("%n credit order(s), {amount} to the customer.", "", len(rows))
        self._about.setText(said.format(amount=amounts(self._preview.refund_totals)))
        self._yes.setText(self.tr("&Yes, it is registered as a refund in Tripletex"))
        self._no.setText(self.tr("&No, the customer has it in credit"))
        self._lacking.setText(self.lacks)
        self._lacking.setVisible(bool(self.lacks))

    @Slot(QAbstractButton, bool)
    def _toggled(self, _radio: QAbstractButton, checked: bool) -> None:
        if checked:
            self.answered.emit()
