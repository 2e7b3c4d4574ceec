"""What there is to know about one line of an order, and its product in Tripletex."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

LINES: Final = (
    Code.COUNT_IN_TEXT,
    Code.PRODUCT_VAT_DIFFERS,
    Code.PRODUCT_INACTIVE,
    Code.PRODUCT_TO_BE_MADE,
)
PRODUCTS: Final = (
    Code.PRODUCT_NUMBER_TAKEN,
    Code.PRODUCT_NAME_TAKEN,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def lines(code: Code) -> Sentence:
    """Something to know about one line."""
    assert code in LINES
    match code:
        case Code.COUNT_IN_TEXT:
            return Sentence(
                translate("texts", "No unit price gives this sum exactly, so the count {count} "
                                   "stands in the text of the line, and the line has one piece."),
                translate("texts", "Nothing to do: the sum is exact."),
            )
        case Code.PRODUCT_VAT_DIFFERS:
            return Sentence(
                translate("texts", "The product {product} in Tripletex has VAT code {theirs}, but "
                                   "the line has {vat_code}. The line is sent as text, without the "
                                   "product."),
                translate("texts", "Make the VAT code of the product and the tax class in Mystore "
                                   "agree."),
            )
        case Code.PRODUCT_INACTIVE:
            return Sentence(
                translate("texts", "The product {product} in Tripletex is inactive. The line is "
                                   "sent as text, without the product."),
                translate("texts", "Activate the product under Produkter in Tripletex if it is to "
                                   "be used."),
            )
        case Code.PRODUCT_TO_BE_MADE:
            return Sentence(
                translate("texts", "Tripletex has no product {product}. It is made before the "
                                   "order is sent."),
                translate("texts", "Nothing to do. Products are made because the set-up says so, "
                                   "step 5, under “More choices …”."),
            )
        case _:
            assert_never(code)


def products(code: Code) -> Sentence:
    """Why Tripletex did not make a product."""
    assert code in PRODUCTS
    match code:
        case Code.PRODUCT_NUMBER_TAKEN:
            return Sentence(
                translate("texts", "Tripletex says that the product number {product} is in use, "
                                   "but shows no such product."),
                translate("texts", "Look for it under Produkter in Tripletex, inactive ones too, "
                                   "and try again."),
            )
        case Code.PRODUCT_NAME_TAKEN:
            return Sentence(
                translate("texts", "The product {product} was not made: another product in "
                                   "Tripletex is called “{name}”."),
                translate("texts", "Make the product {product} under Produkter in Tripletex, and "
                                   "try again."),
            )
        case _:
            assert_never(code)
