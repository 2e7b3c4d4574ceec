"""What the board asks and explains: who numbers the invoices, and whether another one transfers."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.prerequisites import BoardRow, Finding
from tripletex_wizard.gui.parts import Label, LinkButton
from tripletex_wizard.gui.theme import MUTED, STEP, Size


class InvoiceNumbers(QWidget):
    """«Mystore bestemmer» cannot be chosen; why, and what it would need, `link` unfolds."""

    def __init__(self) -> None:
        super().__init__()
        self.link = LinkButton()
        self._mystore = QRadioButton()
        self._mystore.setEnabled(False)
        self._reason = Label(role=MUTED, size=Size.SMALL)
        self._collision = Label(role=MUTED, size=Size.SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self._mystore, self._reason, self._collision):
            layout.addWidget(widget)
        self.hide()
        self.link.clicked.connect(self._turn)

    def retranslate(self) -> None:
        """Set every text."""
        self.link.leads_to(self.tr("Why not &Mystore?"))
        self._mystore.setText(self.tr("Mystore decides (not yet)"))
        self._reason.setText(
            self.tr(
                "Tripletex takes no number from outside when it invoices an order. Numbers that "
                "come in another way make it propose numbers later that have been used already."
            )
        )
        self._collision.setText(
            self.tr(
                "If Mystore is to decide, the two series must not meet: Mystore's starts at 6000 "
                "unless it has been changed, so set that of Tripletex to 50000, say, under "
                "Regnskap › Regnskaps-innstillinger › Bilagstyper / nummerserier. Not sure? Ask "
                "Mystore's customer service."
            )
        )

    @Slot()
    def _turn(self) -> None:
        self.setVisible(self.isHidden())


class OtherConnector(QWidget):
    """Asks, when orders were transferred by something else, whether that is off by now.

    `is_on` is the answer that it is not; the other one just ends the question.
    """

    is_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_off = False
        self._question, self._answer = Label(strong=True), Label(role=MUTED, size=Size.SMALL)
        self._yes, self._no = QPushButton(), QPushButton()
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(STEP)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        for widget in (self._question, self._buttons, self._answer):
            layout.addWidget(widget)
        self._yes.clicked.connect(self._answer_yes)
        self._no.clicked.connect(self.is_on)
        self.hide()

    def retranslate(self) -> None:
        """Set every text."""
        self._question.setText(self.tr("Is the other transfer off by now?"))
        self._yes.setText(self.tr("&Yes"))
        self._no.setText(self.tr("No"))
        self._answer.setText(self.tr("You have answered that the other transfer is off."))

    def show_row(self, row: BoardRow | None) -> None:
        """Ask when another connector was seen."""
        self.setVisible(row is not None and row.finding is Finding.OTHER_CONNECTOR_SEEN)
        self._show_answer()

    def _show_answer(self) -> None:
        for widget in (self._question, self._buttons):
            widget.setVisible(not self._is_off)
        self._answer.setVisible(self._is_off)

    @Slot()
    def _answer_yes(self) -> None:
        self._is_off = True
        self._show_answer()
