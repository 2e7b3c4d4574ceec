"""The choices for gift cards: how they are sold, and which of those that are used pay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tripletex_wizard.domain.profile import GiftCardRules, SoldAs, UnplacedSeries
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.rule_texts import sold_as_consequence, sold_as_name, unplaced_name

_LONGEST_NUMBER = 100  # of a product [S-old]


class GiftCardFields(QObject):
    """`changed` carries the rules as they are chosen now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rules = GiftCardRules()
        self._sold_as, self._product = QuietCombo(), QLineEdit()
        self._product.setMaxLength(_LONGEST_NUMBER)
        self._discounts, self._payments = QLineEdit(), QLineEdit()
        self._unplaced = QuietCombo()
        self._sold_as.activated.connect(self._choose_sold_as)
        self._product.editingFinished.connect(self._choose_product)
        self._discounts.editingFinished.connect(self._choose_discounts)
        self._payments.editingFinished.connect(self._choose_payments)
        self._unplaced.activated.connect(self._choose_unplaced)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """In the order of `texts`."""
        used = (self._discounts, self._payments, self._unplaced)
        return (self._sold_as, self._product, *used)

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
            (
                self.tr("Cards given away"),
                self.tr(
                    "Titles of used cards that were never sold, as campaigns and bonuses: they "
                    "are a discount. Commas between them; * stands for any characters."
                ),
            ),
            (
                self.tr("Cards that were sold"),
                self.tr("Titles of used cards that pay, whatever their name tells of."),
            ),
            (
                self.tr("Other used cards"),
                self.tr("For cards with a title that is not named in the two fields above."),
            ),
        )

    def offer(self) -> None:
        """Name what can be chosen."""
        self._sold_as.offer({each.value: sold_as_name(each) for each in SoldAs})
        self._unplaced.offer({each.value: unplaced_name(each) for each in UnplacedSeries})

    def show_rules(self, rules: GiftCardRules) -> None:
        """Show what counts; what is being typed stays."""
        self._rules = rules
        self._sold_as.choose(rules.sold_as.value)
        self._unplaced.choose(rules.unplaced.value)
        texts = (
            (self._product, rules.product),
            (self._discounts, ", ".join(rules.discounts)),
            (self._payments, ", ".join(rules.payments)),
        )
        for line, text in texts:
            if not line.hasFocus():
                line.setText(text)

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

    @Slot()
    def _choose_discounts(self) -> None:
        self.changed.emit(replace(self._rules, discounts=_titles(self._discounts)))

    @Slot()
    def _choose_payments(self) -> None:
        self.changed.emit(replace(self._rules, payments=_titles(self._payments)))

    @Slot()
    def _choose_unplaced(self) -> None:
        chosen = UnplacedSeries(self._unplaced.currentData())
        self.changed.emit(replace(self._rules, unplaced=chosen))


def _titles(line: QLineEdit) -> tuple[str, ...]:
    """What stands between the commas, each once."""
    parts = (part.strip() for part in line.text().split(","))
    return tuple(dict.fromkeys(filter(None, parts)))
