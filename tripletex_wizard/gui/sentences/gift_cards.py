"""Why an order with gift cards cannot be posted: those that are used, and those that are sold."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

USED: Final = (
    Code.GIFT_CARD_UNMAPPED,
    Code.GIFT_CARD_EXCEEDS_SALE,
    Code.GIFT_CARD_SERIES_UNPLACED,
)
SOLD: Final = (
    Code.GIFT_CARD_TYPE_MISSING,
    Code.GIFT_CARD_TYPE_UNUSABLE,
    Code.GIFT_CARD_PRODUCT_MISSING,
    Code.GIFT_CARD_ACCOUNT_DIFFERS,
    Code.GIFT_CARD_WITH_VAT,
    Code.GIFT_CARD_DISCOUNTED,
)
CODES: Final = (
    Code.GIFT_CARD_PRODUCT_CODE,
    Code.GIFT_CARD_CHOSEN_CODE,
    Code.GIFT_CARD_CODE_REFUSED,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def used(code: Code) -> Sentence:
    """Gift cards used as payment, or as a discount."""
    assert code in USED
    match code:
        case Code.GIFT_CARD_UNMAPPED:
            return Sentence(
                translate("texts", "The order is paid with a gift card (“{title}”), but no "
                                   "payment type has been chosen for gift cards."),
                translate("texts", "Choose the payment type for gift cards in the set-up, step 5 "
                                   "“Transfer”, under “More choices …”."),
            )
        case Code.GIFT_CARD_SERIES_UNPLACED:
            return Sentence(
                translate("texts", "“{title}” of {amount} is used as a gift card, but nobody has "
                                   "said whether it was sold (payment) or given away (discount)."),
                translate("texts", "Place the series with the accountant in the set-up, step 5 "
                                   "“Transfer”, under “More choices …”."),
            )
        case Code.GIFT_CARD_EXCEEDS_SALE:
            return Sentence(
                translate("texts", "Gift cards have paid {gift_card}, which is more than the sale "
                                   "of {sale}."),
                translate("texts", "Open the order in Mystore, and correct the gift card or the "
                                   "total."),
            )
        case _:
            assert_never(code)


def sold(code: Code) -> Sentence:
    """What is missing for the sale of a gift card to be posted as a debt."""
    assert code in SOLD
    match code:
        case Code.GIFT_CARD_TYPE_MISSING:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold, but no payment "
                                   "type has been chosen for gift cards, so its liability account "
                                   "is not known."),
                translate("texts", "Choose the payment type for gift cards in the set-up, step 5 "
                                   "“Transfer”, under “More choices …”."),
            )
        case Code.GIFT_CARD_TYPE_UNUSABLE:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold, but Tripletex "
                                   "shows no liability account for the payment type for gift cards "
                                   "({payment_type})."),
                translate("texts", "Give it a liability account, no customer, and tick “Vis på "
                                   "ordre” under Faktura › Innstillinger › Betalingstyper in "
                                   "Tripletex."),
            )
        case Code.GIFT_CARD_PRODUCT_MISSING:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold, but Tripletex "
                                   "shows no active product with number {product}."),
                translate("texts", "Make the product {product} under Produkter in Tripletex, with "
                                   "account {account} and VAT code 7. If it is there, the key's "
                                   "user lacks the right to see products."),
            )
        case Code.GIFT_CARD_ACCOUNT_DIFFERS:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold. The product "
                                   "{product} has the account {own}, but gift cards that are "
                                   "used are taken from {account}."),
                translate("texts", "Give the product {product} the account {account} under "
                                   "Produkter in Tripletex, or choose another payment type for "
                                   "gift cards in the set-up."),
            )
        case Code.GIFT_CARD_WITH_VAT:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold with {rate} VAT. "
                                   "A gift card has no VAT before it is used."),
                translate("texts", "Correct the tax class of the gift card in Mystore, and enter "
                                   "this order manually in Tripletex together with the "
                                   "accountant."),
            )
        case Code.GIFT_CARD_DISCOUNTED:
            return Sentence(
                translate("texts", "The discount “{title}” of {amount} is more than the goods of "
                                   "the order, so it would reduce the debt of the gift card that "
                                   "is sold."),
                translate("texts", "Ask the accountant, and enter this order manually in "
                                   "Tripletex."),
            )
        case _:
            assert_never(code)


def codes(code: Code) -> Sentence:
    """The VAT code of a gift card that is sold."""
    assert code in CODES
    match code:
        case Code.GIFT_CARD_PRODUCT_CODE:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold, but the product "
                                   "{product} has VAT code {vat_code}. The sale would be reported "
                                   "as turnover now, and once more when the card is used."),
                translate("texts", "Give the product {product} VAT code 7, or else 0, under "
                                   "Produkter in Tripletex. Other codes are chosen with the "
                                   "accountant in the set-up, step 5, under “More choices …”."),
            )
        case Code.GIFT_CARD_CHOSEN_CODE:
            return Sentence(
                translate("texts", "The line “{line}” is a gift card that is sold. The set-up says "
                                   "VAT code {chosen}, but the product {product} has {vat_code}."),
                translate("texts", "Give the product {product} VAT code {chosen} under Produkter "
                                   "in Tripletex, or change the choice in the set-up, step 5, "
                                   "under “More choices …”."),
            )
        case Code.GIFT_CARD_CODE_REFUSED:
            return Sentence(
                translate("texts", "Tripletex does not accept VAT code {vat_code} on the gift card "
                                   "“{line}”. The order was not made."),
                translate("texts", "If the code is 7, give the product {product} code 0 and try "
                                   "again. If 0 is refused too, choose code 5 or 6 with the "
                                   "accountant in the set-up, step 5, under “More choices …”."),
            )
        case _:
            assert_never(code)
