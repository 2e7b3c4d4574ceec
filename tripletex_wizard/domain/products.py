"""Which product in Tripletex a line of goods is sent on."""

from __future__ import annotations

from dataclasses import dataclass

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, Product, VatCode
from tripletex_wizard.domain.profile import ProductUse


@dataclass(frozen=True, slots=True)
class Fitting:
    """The product that a line can be sent on; None with a note when there is one that cannot."""

    product: Product | None = None
    notes: tuple[Problem, ...] = ()


def fitting_product(sku: str, vat: VatCode, use: ProductUse, facts: LedgerFacts) -> Fitting:
    """The active product with exactly this article number and VAT code.

    With another code on the product than on the line Tripletex takes the product's [OBS], so that
    the VAT would not be the one that the customer was told: the line is sent as text then.
    """
    product = facts.products.get(sku) if sku and use is not ProductUse.TEXT else None
    if product is None:
        return Fitting()
    if product.is_inactive:
        return Fitting(notes=(Problem(Code.PRODUCT_INACTIVE, product=sku),))
    if product.vat.id != vat.id:
        differs = Problem(
            Code.PRODUCT_VAT_DIFFERS, product=sku, vat_code=vat.number, theirs=product.vat.number
        )
        return Fitting(notes=(differs,))
    return Fitting(product)
