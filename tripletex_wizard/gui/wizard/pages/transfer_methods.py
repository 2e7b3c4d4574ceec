"""What the orders of each payment method become in Tripletex: invoices, or orders."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import MethodChoice, Posting, SetupDraft
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.transfer_choices import transferred_as
from tripletex_wizard.gui.parts import Card, Label
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.texts import transfer_as_name
from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH
from tripletex_wizard.gui.wizard.controller import WizardController

_SIDE_BY_SIDE = 2
_CELLS = 3
"""Name, choice, and a gap to the next method."""


class MethodsCard(Card):
    """The difference as the specification explains it, then a choice for every method."""

    def __init__(self, controller: WizardController) -> None:
        super().__init__()
        self._controller = controller
        self._choices: dict[str, QuietCombo] = {}
        self._title = Label(strong=True)
        self._names = {each: Label(strong=True) for each in TransferAs}
        self._meanings = {each: Label(role=MUTED) for each in TransferAs}
        self._methods = QWidget()
        self._grid = QGridLayout(self._methods)
        self._arrange()

    def retranslate(self) -> None:
        """Set every text but the methods', which follow with `show_draft`."""
        self._title.setText(self.tr("Transferred as"))
        meanings = {
            TransferAs.INVOICE: self.tr(
                "Used when the order has been paid already (Vipps, Klarna and the like). The "
                "order is marked as completed in Tripletex."
            ),
            TransferAs.ORDER: self.tr(
                "Used when invoicing is to be done by hand in Tripletex. Usual for B2B. Nothing "
                "is posted or sent."
            ),
        }
        for each, text in meanings.items():
            self._names[each].setText(transfer_as_name(each))
            self._meanings[each].setText(text)
        for choice in self._choices.values():
            choice.offer(_names())

    def show_draft(self, draft: SetupDraft) -> None:
        """Show the methods that are transferred, each with its choice."""
        rows = [row for row in draft.methods if row.posting is not Posting.LEFT_OUT]
        if list(self._choices) != [row.method for row in rows]:
            self._make_choices(rows)
        for row in rows:
            self._choices[row.method].choose(row.transfer_as.value)

    def order_stops(self, before: QWidget) -> QWidget:
        """Let Tab come from `before` through the choices; gives the last of them."""
        for stop in self._choices.values():
            QWidget.setTabOrder(before, stop)
            before = stop
        return before

    def _arrange(self) -> None:
        meanings = QHBoxLayout()
        meanings.setSpacing(3 * STEP)
        for each in (TransferAs.INVOICE, TransferAs.ORDER):
            self._meanings[each].setMaximumWidth(TEXT_WIDTH)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(self._names[each])
            column.addWidget(self._meanings[each])
            column.addStretch(1)
            meanings.addLayout(column, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(_CELLS * _SIDE_BY_SIDE, 1)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addWidget(self._title)
        column.addLayout(meanings)
        self.add_row(column)
        self.add_row(self._methods)

    def _make_choices(self, rows: list[MethodChoice]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._choices = {row.method: QuietCombo() for row in rows}
        for place, row in enumerate(rows):
            line, side = divmod(place, _SIDE_BY_SIDE)
            choice, column = self._choices[row.method], side * _CELLS
            choice.offer(_names())
            choice.setAccessibleName(self.tr("{method} is transferred as").format(method=row.label))
            choice.activated.connect(self._chooser(row.method))
            name = Label(row.label.replace("&", "&&"))
            name.setBuddy(choice)  # on Linux a screen reader names a choice by its label alone
            self._grid.addWidget(name, line, column, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(choice, line, column + 1)
            self._grid.setColumnMinimumWidth(column + 2, 2 * STEP)

    def _chooser(self, method: str) -> Callable[[int], None]:
        def choose(place: int) -> None:
            chosen = TransferAs(self._choices[method].itemData(place))
            self._controller.update(lambda draft: transferred_as(draft, method, chosen))

        return choose


def _names() -> dict[str, str]:
    return {each.value: transfer_as_name(each) for each in (TransferAs.INVOICE, TransferAs.ORDER)}
