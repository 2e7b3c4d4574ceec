"""Gift cards that are sold: a debt to the customer, not turnover (accounting.md rule 7)."""

from __future__ import annotations

from collections.abc import Iterator

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerAccount, LedgerFacts, PaymentType, Product
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import ShopLine
from tripletex_wizard.domain.profile import SoldAs, TransferRules

UNTREATED = ("7", "0")  # the codes without VAT treatment; whether a line may have them is [T]


def gift_card_product(
    line: ShopLine, rules: TransferRules, facts: LedgerFacts
) -> Product | Problem:
    """The product that the sale of a gift card is sent on, or what is missing for it.

    It is active, and on the account that the gift card is debited to when it is used, so that the
    debt comes and goes on one account. Its own VAT code is used: with another one on the line it
    is not known whose counts [T].
    """
    if line.vat_rate:
        return Problem(Code.GIFT_CARD_WITH_VAT, line=line.name, rate=line.vat_rate)
    debt = _account_of_debt(line, rules, facts)
    if isinstance(debt, Problem):
        return debt
    number = rules.gift_cards.product
    product = facts.active_product(number)
    if product is None:
        return Problem(
            Code.GIFT_CARD_PRODUCT_MISSING, line=line.name, product=number, account=debt.number
        )
    if product.account is None or product.account.number != debt.number:
        own = product.account.number if product.account else None
        return Problem(
            Code.GIFT_CARD_ACCOUNT_DIFFERS,
            line=line.name,
            product=number,
            own=own,
            account=debt.number,
        )
    return _with_fitting_code(line, product, rules.gift_cards.sold_as, facts)


def taken_back(description: str, gross: Money, product: Product | None) -> Iterator[Problem]:
    """A note where a card comes back: what has been used of it is no debt any more.

    The shop's order does not tell; its list of gift cards does.
    """
    if gross.ore < 0 and product and product.account:
        yield Problem(
            Code.GIFT_CARD_TAKEN_BACK,
            line=description,
            amount=-gross,
            account=product.account.number,
        )


def _account_of_debt(
    line: ShopLine, rules: TransferRules, facts: LedgerFacts
) -> LedgerAccount | Problem:
    chosen = rules.gift_card_payment_type
    if chosen is None:
        return Problem(Code.GIFT_CARD_TYPE_MISSING, line=line.name)
    found = facts.payment_type(chosen)
    account = _debited(found)
    if account is None:
        name = found.description if found else str(chosen)
        return Problem(Code.GIFT_CARD_TYPE_UNUSABLE, line=line.name, payment_type=name)
    return account


def _debited(payment_type: PaymentType | None) -> LedgerAccount | None:
    """A payment type with a customer posts to 1500, and never to its account (rule 18)."""
    if payment_type is None or payment_type.customer_id is not None:
        return None
    return payment_type.account


def _with_fitting_code(
    line: ShopLine, product: Product, sold_as: SoldAs, facts: LedgerFacts
) -> Product | Problem:
    """Codes 7 and 0 stand on no list of codes for sales, so that the product's word is taken."""
    number = product.vat.number
    if sold_as is SoldAs.DEBT:
        if number in UNTREATED:
            return product
        return Problem(
            Code.GIFT_CARD_PRODUCT_CODE, line=line.name, product=product.number, vat_code=number
        )
    if number != sold_as.value:
        return Problem(
            Code.GIFT_CARD_CHOSEN_CODE,
            line=line.name,
            product=product.number,
            vat_code=number,
            chosen=sold_as.value,
        )
    if number not in {code.number for code in facts.vat_codes}:
        return Problem(
            Code.VAT_CODE_INACTIVE, line=line.name, rate=product.vat.percentage, vat_code=number
        )
    return product
