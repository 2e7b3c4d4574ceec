"""«Les mer» about automatic sending: when to switch it on, and when not."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts import Label, Note
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.roomy_dialog import RoomyDialog
from tripletex_wizard.gui.theme import STEP, TEXT_WIDTH, Size
from tripletex_wizard.gui.tones import Tone


class SendingDialog(RoomyDialog):
    """The rule of thumb and what follows from it (facts §2.3, accounting.md rules 5 and 6)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label(size=Size.LARGE, strong=True)
        self._rule = Note(Tone.SUGGESTION)
        self._parts = tuple((Label(strong=True), Label()) for _ in range(4))
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._buttons.rejected.connect(self.reject)
        layout = dialog_column(self)
        layout.addWidget(self._title)
        layout.addWidget(self._rule)
        for heading, text in self._parts:
            part = QVBoxLayout()
            part.setSpacing(STEP // 2)
            part.addWidget(heading)
            part.addWidget(text)
            layout.addLayout(part)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(TEXT_WIDTH)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        title = self.tr("Automatic sending of invoice")
        self.setWindowTitle(title)
        self._title.setText(title)
        self._rule.show_text(self.tr("Rule of thumb: the customer shall get one invoice only."))
        for (heading, text), (said_heading, said_text) in zip(
            self._parts, self._texts(), strict=True
        ):
            heading.setText(said_heading)
            text.setText(said_text)
        self._close.setText(self.tr("&Close"))

    def _texts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("What it does"),
                self.tr(
                    "When an order is transferred as an invoice, Tripletex sends the invoice to "
                    "the customer at once. The invoice is dated that day, and nothing is left to "
                    "do in Tripletex."
                ),
            ),
            (
                self.tr("When to activate it"),
                self.tr("When you invoice the customer yourselves, as is common for companies."),
            ),
            (
                self.tr("When to leave it off"),
                self.tr(
                    "For methods that invoice or take payment by themselves. Klarna sends the "
                    "customer an invoice of its own; Vipps, card and gift cards are paid already."
                ),
            ),
            (
                self.tr("Enclosed invoice, and Mystore's e-mail"),
                self.tr(
                    "Either Mystore encloses the invoice or Tripletex sends it, never both. "
                    "Mystore's notice of dispatch is another e-mail, and does not replace an "
                    "invoice."
                ),
            ),
        )
