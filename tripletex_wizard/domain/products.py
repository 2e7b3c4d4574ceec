"""Which product in Tripletex a line of goods is sent on."""

from __future__ import annotations

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

    def is_made_as(self, product: Product) -> bool:
        """Whether `product`, which has the number, can be on the line."""
        return not product.is_inactive and product.vat.id == self.vat.id


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
    if product.is_inactive:
        return Fitting(notes=(Problem(Code.PRODUCT_INACTIVE, product=line.sku),))
    if product.vat.id != vat.id:
        differs = Problem(
            Code.PRODUCT_VAT_DIFFERS,
            product=line.sku,
            vat_code=vat.number,
            theirs=product.vat.number,
        )
        return Fitting(notes=(differs,))
    return Fitting(product)


def _to_be_made(line: ShopLine, vat: VatCode) -> Fitting:
    new = NewProduct(line.sku, line.name[:LONGEST_NAME] or line.sku, vat)
    return Fitting(new_product=new, notes=(Problem(Code.PRODUCT_TO_BE_MADE, product=line.sku),))
