"""Which product in Tripletex a line of goods is sent on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, Product, VatCode
from tripletex_wizard.domain.orders import ShopLine
from tripletex_wizard.domain.profile import ProductUse

LONGEST_NUMBER = 100  # of a product [S-old]
LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A product that is to be made; `number` is unique in Tripletex [OBS], and so is `name`."""

    number: str
    name: str
    vat: VatCode

    @property
    def with_number(self) -> NewProduct:
        """With the number in its name, where another product has the name."""
        shortened = self.name[: LONGEST_NAME - len(self.number) - 3]
        return replace(self, name=f"{shortened} ({self.number})")


@dataclass(frozen=True, slots=True)
class Fitting:
    """The product that a line can be sent on, or that is to be made for it.

    None with a note when there is one that cannot be used.
    """

    product: Product | None = None
    new_product: NewProduct | None = None
    notes: tuple[Problem, ...] = ()


def fitting_product(
    line: ShopLine, vat: VatCode, use: ProductUse, facts: LedgerFacts, *, may_make: bool
) -> Fitting:
    """The active product with exactly the line's article number and VAT code.

    With another code on the product than on the line Tripletex takes the product's [OBS], so that
    the VAT would not be the one that the customer was told: the line is sent as text then.
    `may_make` False makes none, as where the line's code is not the article's usual one.
    """
    if not line.sku or use is ProductUse.TEXT:
        return Fitting()
    product = facts.products.get(line.sku)
    if product is None:
        makes = may_make and use is ProductUse.CREATE and len(line.sku) <= LONGEST_NUMBER
        return _to_be_made(line, vat) if makes else Fitting()
    return fitting_to(product, vat)


def fitting_to(product: Product, vat: VatCode) -> Fitting:
    """`product` itself on a line with the code, or why it cannot be on it."""
    if product.is_inactive:
        return Fitting(notes=(Problem(Code.PRODUCT_INACTIVE, product=product.number),))
    if product.vat.id != vat.id:
        return Fitting(notes=(vat_differs(product.number, vat, product.vat),))
    return Fitting(product)


def vat_differs(number: str, vat: VatCode, theirs: VatCode) -> Problem:
    """That a line with the code is sent as text, since the product has another one."""
    return Problem(
        Code.PRODUCT_VAT_DIFFERS, product=number, vat_code=vat.number, theirs=theirs.number
    )


def without_making(notes: Iterable[Problem]) -> tuple[Problem, ...]:
    """The notes of a line but for the one that its product is to be made."""
    return tuple(note for note in notes if note.code is not Code.PRODUCT_TO_BE_MADE)


def _to_be_made(line: ShopLine, vat: VatCode) -> Fitting:
    new = NewProduct(line.sku, line.name[:LONGEST_NAME] or line.sku, vat)
    return Fitting(new_product=new, notes=(Problem(Code.PRODUCT_TO_BE_MADE, product=line.sku),))
