"""The choices for gift cards: how they are sold, and which of those that are used pay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tripletex_wizard.domain.profile import (
    GiftCardRules,
    SoldAs,
    TransferRules,
    UnplacedSeries,
)
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.rule_texts import sold_as_consequence, sold_as_name, unplaced_name

_LONGEST_NUMBER = 100  # of a product [S-old]


class GiftCardFields(QObject):
    """`changed` carries the rules as they are chosen now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rules: TransferRules | None = None
        self._articles, self._sold_as, self._product = QLineEdit(), QuietCombo(), QLineEdit()
        self._product.setMaxLength(_LONGEST_NUMBER)
        self._discounts, self._payments = QLineEdit(), QLineEdit()
        self._unplaced = QuietCombo()
        self._articles.editingFinished.connect(self._choose_articles)
        self._sold_as.activated.connect(self._choose_sold_as)
        self._product.editingFinished.connect(self._choose_product)
        self._discounts.editingFinished.connect(self._choose_discounts)
        self._payments.editingFinished.connect(self._choose_payments)
        self._unplaced.activated.connect(self._choose_unplaced)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """In the order of `texts`."""
        used = (self._discounts, self._payments, self._unplaced)
        return (self._articles, self._sold_as, self._product, *used)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """The name and the meaning of each field."""
        sold_as = SoldAs.DEBT if self._rules is None else self._rules.gift_cards.sold_as
        return (
            (
                self.tr("Gift card articles"),
                self.tr("Article numbers in the shop that are gift cards, with commas between."),
            ),
            (self.tr("Gift cards that are sold"), sold_as_consequence(sold_as)),
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

    def show_rules(self, rules: TransferRules) -> None:
        """Show what counts; what is being typed stays."""
        self._rules, cards = rules, rules.gift_cards
        self._sold_as.choose(cards.sold_as.value)
        self._unplaced.choose(cards.unplaced.value)
        texts = (
            (self._articles, ", ".join(rules.vat.gift_card_skus)),
            (self._product, cards.product),
            (self._discounts, ", ".join(cards.discounts)),
            (self._payments, ", ".join(cards.payments)),
        )
        for line, text in texts:
            if not line.hasFocus():
                line.setText(text)

    @property
    def _shown(self) -> TransferRules:
        assert self._rules is not None
        return self._rules

    def _change(self, cards: GiftCardRules) -> None:
        self.changed.emit(replace(self._shown, gift_cards=cards))

    @Slot()
    def _choose_articles(self) -> None:
        vat = replace(self._shown.vat, gift_card_skus=_parts(self._articles))
        self.changed.emit(replace(self._shown, vat=vat))

    @Slot()
    def _choose_sold_as(self) -> None:
        chosen = SoldAs(self._sold_as.currentData())
        self._change(replace(self._shown.gift_cards, sold_as=chosen))

    @Slot()
    def _choose_product(self) -> None:
        """A field that was left empty shows again what counts."""
        typed = self._product.text().strip()
        if typed:
            self._change(replace(self._shown.gift_cards, product=typed))
        self._product.setText(self._shown.gift_cards.product)

    @Slot()
    def _choose_discounts(self) -> None:
        self._change(replace(self._shown.gift_cards, discounts=_parts(self._discounts)))

    @Slot()
    def _choose_payments(self) -> None:
        self._change(replace(self._shown.gift_cards, payments=_parts(self._payments)))

    @Slot()
    def _choose_unplaced(self) -> None:
        chosen = UnplacedSeries(self._unplaced.currentData())
        self._change(replace(self._shown.gift_cards, unplaced=chosen))


def _parts(line: QLineEdit) -> tuple[str, ...]:
    """What stands between the commas, each once."""
    parts = (part.strip() for part in line.text().split(","))
    return tuple(dict.fromkeys(filter(None, parts)))
