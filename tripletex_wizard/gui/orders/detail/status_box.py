"""The order's status in Mystore, changed as the specification tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import TransferRules
from tripletex_wizard.gui.parts import FittingRow, Label
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.theme import MUTED, STEP, Size

_BROWSING = {
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
}


class StatusCombo(QuietCombo):
    """What is looked at on the way is never chosen: keys open the list, and Enter chooses there.

    A closed QComboBox tells every arrow key as a choice.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().strip()
        if event.key() in _BROWSING or typed.isalnum():
            self.showPopup()
            if typed:
                self.view().keyboardSearch(typed)
        else:
            super().keyPressEvent(event)


class StatusBox(QWidget):
    """What is chosen is a copy in the program until the shop has been written to.

    The copies are remembered per order until `begin_anew`. Signals: `completed_chosen(number,
    status)` when a status that counts as completed is chosen while another one is shown, or
    «Oppdater ordre» is pressed with one: the transfer dialog opens then. `update_asked(number,
    status)` when it is pressed with a status that does not count as completed. It is closed until
    a status has been chosen, be it the shop's own again. `possible_changed`: see `can_update`.
    """

    completed_chosen = Signal(str, object)
    update_asked = Signal(str, object)
    possible_changed = Signal()

    def __init__(self, rules: TransferRules) -> None:
        super().__init__()
        self._rules = rules
        self._number = ""
        self._shop: OrderStatus | None = None
        self._copies: dict[str, OrderStatus] = {}
        self._label, self._combo = QLabel(), StatusCombo()
        self._button = QPushButton()
        self._about = Label(size=Size.SMALL, role=MUTED)
        self._button.setAutoDefault(False)
        self._label.setBuddy(self._combo)
        self._label.setForegroundRole(MUTED)
        self._combo.activated.connect(self._choose)
        self._button.clicked.connect(self.press)
        self._arrange()
        self.retranslate()

    @property
    def status(self) -> OrderStatus | None:
        """What is shown: the copy if there is one, else the shop's."""
        return self._copies.get(self._number, self._shop)

    def show_order(self, number: str, shop: OrderStatus, statuses: Iterable[OrderStatus]) -> None:
        """Show an order with the shop's status, and what it may be given instead."""
        self._number, self._shop = number, shop
        if self._copies.get(number) == shop:
            del self._copies[number]
        offered = tuple(statuses)
        self._combo.clear()
        for status in offered if shop in offered else (shop, *offered):
            self._combo.addItem(status.name, status)
        self._refresh()

    def begin_anew(self, rules: TransferRules) -> None:
        """The orders were read anew, by `rules`: the shop's statuses count."""
        self._rules = rules
        self._copies.clear()
        self._refresh()

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        self._label.setText(self.tr("Order status"))
        self._combo.setAccessibleName(self._label.text())
        self._button.setText(self.tr("Update order"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot(int)
    def _choose(self, _place: int) -> None:
        chosen = self._combo.currentData()
        if chosen == self.status:
            return
        self._copies[self._number] = chosen
        self._refresh()
        if self._rules.is_completed(chosen):
            self.completed_chosen.emit(self._number, chosen)

    @property
    def can_update(self) -> bool:
        """Whether «Oppdater ordre» is open."""
        return self._button.isEnabled()

    @Slot()
    def press(self) -> None:
        """As a press of «Oppdater ordre»."""
        status = self.status
        assert status is not None
        if self._rules.is_completed(status):
            self.completed_chosen.emit(self._number, status)
        else:
            self.update_asked.emit(self._number, status)

    def _refresh(self) -> None:
        status = self.status
        if status is None:
            return
        self._combo.setCurrentIndex(self._place_of(status))
        is_copy, completed = status != self._shop, self._rules.is_completed(status)
        was_chosen = self._number in self._copies
        can_be_written = is_copy and self._rules.write_back
        self._button.setEnabled(was_chosen and (completed or can_be_written))
        is_open = self._button.isEnabled()
        about = " ".join(self._said(is_copy=is_copy, completed=completed))
        about = about or ("" if is_open else self._nothing_to_update())
        self._about.setText(about)
        self._about.setVisible(bool(about))
        why = "" if is_open else about
        self.possible_changed.emit()
        self._button.setToolTip(why)
        self._button.setAccessibleDescription(why)

    def _place_of(self, status: OrderStatus) -> int:
        return next(
            (n for n in range(self._combo.count()) if self._combo.itemData(n) == status), -1
        )

    def _said(self, *, is_copy: bool, completed: bool) -> Iterator[str]:
        """What stands under the status."""
        if is_copy and self._shop is not None:
            yield self.tr(
                "Chosen in this program only. In Mystore the order still has the status “{status}”."
            ).format(status=self._shop.name)
        if not completed and not self._rules.write_back:
            yield self.tr(
                "The program does not write to Mystore. Turn it on under Set-up › Change the "
                "set-up, step 5."
            )

    def _nothing_to_update(self) -> str:
        return self.tr("The order has this status in Mystore already.")

    def _arrange(self) -> None:
        change = FittingRow(self._combo, self._button, stretch=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(FittingRow(self._label, change, stretch=1))
        layout.addWidget(self._about)
