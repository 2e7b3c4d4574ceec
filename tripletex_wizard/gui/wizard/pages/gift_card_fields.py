"""The choices for gift cards that are sold."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tripletex_wizard.domain.profile import GiftCardRules, SoldAs
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.rule_texts import sold_as_consequence, sold_as_name

_LONGEST_NUMBER = 100  # of a product [S-old]


class GiftCardFields(QObject):
    """`changed` carries the rules as they are chosen now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rules = GiftCardRules()
        self._sold_as, self._product = QuietCombo(), QLineEdit()
        self._product.setMaxLength(_LONGEST_NUMBER)
        self._sold_as.activated.connect(self._choose_sold_as)
        self._product.editingFinished.connect(self._choose_product)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """In the order of `texts`."""
        return (self._sold_as, self._product)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """The name and the meaning of each field."""
        return (
            (self.tr("Gift cards that are sold"), sold_as_consequence(self._rules.sold_as)),
            (
                self.tr("Gift card product"),
                self.tr(
                    "The number of the product in Tripletex that the sale is posted on. Its "
                    "account must be the account of the payment type above."
                ),
            ),
        )

    def offer(self) -> None:
        """Name what can be chosen."""
        self._sold_as.offer({each.value: sold_as_name(each) for each in SoldAs})

    def show_rules(self, rules: GiftCardRules) -> None:
        """Show what counts; what is being typed stays."""
        self._rules = rules
        self._sold_as.choose(rules.sold_as.value)
        if not self._product.hasFocus():
            self._product.setText(rules.product)

    @Slot()
    def _choose_sold_as(self) -> None:
        self.changed.emit(replace(self._rules, sold_as=SoldAs(self._sold_as.currentData())))

    @Slot()
    def _choose_product(self) -> None:
        """A field that was left empty shows again what counts."""
        typed = self._product.text().strip()
        if typed and typed != self._rules.product:
            self.changed.emit(replace(self._rules, product=typed))
        self._product.setText(self._rules.product)
