"""One of the two e-mails that a transfer can cause: whether, how many, and to whom.

Tripletex' invoice can be sent to a company as EHF instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.parts import Label, LinkButton, show_ticked
from tripletex_wizard.gui.parts.listed_note import FEW
from tripletex_wizard.gui.parts.text_list import TextListDialog
from tripletex_wizard.gui.theme import MUTED, STEP, Size, font_of


class EmailSwitch(QWidget):
    """Its text never changes with its tick; what is said below does."""

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.check = QCheckBox()
        self.check.setFont(font_of(Size.LARGE, strong=True))
        self._told, self._all = Label(role=MUTED), LinkButton()
        self._addresses: tuple[str, ...] = ()
        self._ehf = 0
        self._before = self._after = ""
        self._is_wanted = False
        self.check.toggled.connect(self._toggle)
        self._all.clicked.connect(self._show_all)
        below = QHBoxLayout()
        below.setSpacing(STEP)
        below.addWidget(self._told, 1)
        below.addWidget(self._all, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(self.check)
        layout.addLayout(below)

    @property
    def is_on(self) -> bool:
        """Whether the e-mails are wanted, and one can be sent."""
        return self.check.isChecked()

    @property
    def told(self) -> str:
        """What is said below the switch."""
        return self._told.text()

    def tick(self, ticked: bool) -> None:
        """As the dialog begins with."""
        self._is_wanted = ticked
        show_ticked(self.check, ticked)

    def show_receivers(
        self,
        name: str,
        receivers: Sequence[ShopCustomer],
        after: str,
        *,
        may_send: bool,
        before: str = "",
        as_ehf: Sequence[ShopCustomer] = (),
    ) -> None:
        """Replace everything; `before` says what e-mail it is, `after` who gets none and why.

        `as_ehf` are those who get EHF instead of an e-mail.

        `may_send` False closes the switch without its tick, for nothing can be sent; what a person
        wants is shown again when something can.
        """
        self.check.setText(name)
        self.check.setEnabled(may_send)
        show_ticked(self.check, self._is_wanted and may_send)
        by_email = [f"{row.name}, {row.email}" for row in receivers]
        numbers = [f"{row.name}, EHF {row.organization_number}" for row in as_ehf]
        self._addresses, self._ehf = (*by_email, *numbers), len(numbers)
        self._before, self._after = before, after
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    @Slot(bool)
    def _toggle(self, ticked: bool) -> None:
        self._is_wanted = ticked
        self._tell()
        self.toggled.emit(ticked)

    def _tell(self) -> None:
        count = Counts().sent(len(self._addresses) - self._ehf, self._ehf)
        named = "; ".join(self._addresses[:FEW])
        more = len(self._addresses) - FEW
        if more > 0:
            named = self.tr("{addresses} and %n more", "", more).format(addresses=named)
        if not self._addresses:
            is_open = self.is_on and self._after
            said = "" if is_open else self.tr("No e-mail is sent.")
        elif self.is_on:
            said = self.tr("{count}: {addresses}.").format(count=count, addresses=named)
        elif self._ehf:
            said = self.tr("Nothing is sent. Ticked: {count}.").format(count=count)
        else:
            said = self.tr("No e-mail is sent. Ticked: {count}.").format(count=count)
        self._told.setText(" ".join(filter(None, (self._before, said, self._after))))
        self._told.setToolTip("\n".join(self._addresses) if more > 0 else "")
        self.check.setAccessibleDescription(self._told.text())
        self._all.setText(self.tr("Show all"))
        self._all.setAccessibleDescription(self.check.text())
        self._all.setVisible(more > 0 and self.is_on)

    @Slot()
    def _show_all(self) -> None:
        TextListDialog(self, self.check.text(), self._addresses).open()
