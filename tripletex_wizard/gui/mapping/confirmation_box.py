"""«Jeg ønsker å føre betalingsmodulene på denne måten», with the name of who says so."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tripletex_wizard.domain.choices import may_confirm
from tripletex_wizard.domain.draft import Confirmation, SetupDraft
from tripletex_wizard.gui.amounts import clock_time, day
from tripletex_wizard.gui.parts import Label, show_ticked
from tripletex_wizard.gui.theme import MUTED, STEP, Size, font_of

_NAME_WIDTH = 35 * STEP


class ConfirmationBox(QWidget):
    """Can be ticked when every row is decided and a name stands there; the name is then fixed."""

    confirmed = Signal(str)
    """By this name."""

    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft = SetupDraft()
        self._zone: tzinfo | None = None
        self.check = QCheckBox()
        self.check.setFont(font_of(Size.LARGE, strong=True))
        self.name = QLineEdit()
        self.name.setMaximumWidth(_NAME_WIDTH)
        self._by = QLabel()
        self._by.setBuddy(self.name)
        self._said = Label(role=MUTED)
        self._arrange()
        self.check.toggled.connect(self._tick)
        self.name.textChanged.connect(self._show)

    def offer_name(self, name: str) -> None:
        """Fill in who is most likely to confirm; it can be changed."""
        self.name.setText(name)

    def show_draft(self, draft: SetupDraft, zone: tzinfo | None) -> None:
        """Show whether, by whom and when (in `zone`) the rows as they stand are confirmed."""
        self._draft, self._zone = draft, zone
        if draft.is_confirmed and draft.confirmation is not None:
            self.name.setText(draft.confirmation.name)
        self._show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.check.setText(self.tr("&I want to post the payment modules in this way"))
        self._by.setText(self.tr("Confirmed b&y"))
        self._show()

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(STEP)
        below.addWidget(self._by)
        below.addWidget(self.name, 1)
        below.addWidget(self._said, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self.check)
        layout.addLayout(below)

    @Slot()
    def _show(self) -> None:
        is_confirmed = self._draft.is_confirmed
        obstacle = "" if is_confirmed else self._obstacle()
        show_ticked(self.check, is_confirmed)
        self.check.setEnabled(not obstacle)
        self.check.setToolTip(obstacle)
        self.name.setReadOnly(is_confirmed)
        self._said.setText(
            self._signed(self._draft.confirmation)
            if is_confirmed and self._draft.confirmation
            else obstacle
        )

    def _obstacle(self) -> str:
        if not may_confirm(self._draft):
            return self.tr("Can be confirmed when every method has been decided.")
        if not self.name.text().strip():
            return self.tr("Write the name of the one who confirms.")
        return ""

    def _signed(self, confirmation: Confirmation) -> str:
        at = confirmation.at.astimezone(self._zone)
        return self.tr("{day} at {time}").format(day=day(at), time=clock_time(at))

    @Slot(bool)
    def _tick(self, ticked: bool) -> None:
        if ticked:
            self.confirmed.emit(self.name.text().strip())
        else:
            self.withdrawn.emit()
