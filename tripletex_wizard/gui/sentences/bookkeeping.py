"""Why an order cannot be posted: payment, currency and VAT."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

PAYMENT: Final = (
    Code.METHOD_UNMAPPED,
    Code.CASH_SALE,
    Code.METHOD_LEFT_OUT,
    Code.PAYMENT_TYPE_GONE,
    Code.PAYMENT_TYPE_CURRENCY,
    Code.CURRENCY_UNKNOWN,
    Code.DEPARTMENT_REQUIRED,
    Code.DEPARTMENT_GONE,
)
VAT: Final = (
    Code.VAT_CODE_INACTIVE,
    Code.VAT_RATE_UNKNOWN,
    Code.VAT_ON_EXPORT,
    Code.VAT_WITHOUT_REGISTRATION,
    Code.ZERO_RATE_WITHOUT_REASON,
)
STATED_VAT: Final = (
    Code.VAT_DIFFERS,
    Code.VAT_DIFFERS_AT_RATE,
    Code.CHARGE_WITHOUT_VAT,
)
# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def payment(code: Code) -> Sentence:  # noqa: PLR0911 - one return a code
    """A payment that has no place in Tripletex."""
    assert code in PAYMENT
    match code:
        case Code.METHOD_UNMAPPED:
            return Sentence(
                translate("texts", "The payment method “{method}” is not linked to a payment "
                                   "type in Tripletex."),
                translate("texts", "Link it in the set-up, step 4 “Match payment methods”."),
            )
        case Code.CASH_SALE:
            return Sentence(
                translate("texts", "“{method}” is paid in the shop. That is a cash sale, which "
                                   "belongs in the cash register and its Z-report."),
                translate("texts", "Ring it up in the cash register. Set the method to “Not "
                                   "transferred” in the set-up, step 4."),
            )
        case Code.METHOD_LEFT_OUT:
            return Sentence(
                translate("texts", "Orders paid with “{method}” are not transferred, as the "
                                   "set-up says."),
                translate("texts", "If they are to be transferred, change the method in the "
                                   "set-up, step 4 “Match payment methods”."),
            )
        case Code.PAYMENT_TYPE_GONE:
            return Sentence(
                translate("texts", "The payment type (id {payment_type}) for “{method}” is no "
                                   "longer visible in Tripletex."),
                translate("texts", "Tick “Vis på ordre” under Faktura › Innstillinger › "
                                   "Betalingstyper in Tripletex, or link the method anew."),
            )
        case Code.PAYMENT_TYPE_CURRENCY:
            return Sentence(
                translate("texts", "The order is paid in {order_currency}, but the payment type "
                                   "“{payment_type}” is on an account in {currency}."),
                translate("texts", "Make a payment type on an account in {order_currency} under "
                                   "Faktura › Innstillinger › Betalingstyper in Tripletex, and "
                                   "link the method to it."),
            )
        case Code.DEPARTMENT_REQUIRED:
            return Sentence(
                translate("texts", "The line “{line}” is posted on account {account}, which "
                                   "requires a department in Tripletex."),
                translate("texts", "Choose the department with the accountant in the set-up, step "
                                   "5 “Transfer”, under “More choices …”; or turn off “Krever "
                                   "avdeling” on the account under Regnskap › Kontoplan in "
                                   "Tripletex."),
            )
        case Code.DEPARTMENT_GONE:
            return Sentence(
                translate("texts", "The department “{department}” that the set-up has chosen is "
                                   "not among the active ones that Tripletex shows."),
                translate("texts", "Choose another in the set-up, step 5 “Transfer”, under “More "
                                   "choices …”; or make it active again in Tripletex."),
            )
        case Code.CURRENCY_UNKNOWN:
            return Sentence(
                translate("texts", "The currency {currency} is not available in Tripletex."),
                translate("texts", "Activate the currency in Tripletex, and transfer the order "
                                   "again."),
            )
        case _:
            assert_never(code)


def vat(code: Code) -> Sentence:
    """VAT that cannot be posted as it stands."""
    assert code in VAT
    match code:
        case Code.VAT_CODE_INACTIVE:
            return Sentence(
                translate("texts", "The line “{line}” has {rate} VAT, but VAT code {vat_code} is "
                                   "not activated in Tripletex."),
                translate("texts", "Activate the code under Regnskap › Innstillinger › "
                                   "Mva-innstillinger in Tripletex."),
            )
        case Code.VAT_RATE_UNKNOWN:
            return Sentence(
                translate("texts", "The line “{line}” has {rate} VAT, a rate without a VAT code "
                                   "in the set-up."),
                translate("texts", "Correct the tax class of the article in Mystore."),
            )
        case Code.VAT_ON_EXPORT:
            return Sentence(
                translate("texts", "The goods go to {country}, outside the VAT area, but the "
                                   "line “{line}” has {rate} VAT."),
                translate("texts", "Ask the accountant whether it is Norwegian or foreign VAT, "
                                   "and correct the order in Mystore."),
            )
        case Code.VAT_WITHOUT_REGISTRATION:
            return Sentence(
                translate("texts", "The company is not registered for VAT in Tripletex, but the "
                                   "line “{line}” has {rate} VAT."),
                translate("texts", "Make the VAT set-up in Tripletex (Regnskap › Innstillinger › "
                                   "Mva-innstillinger) and in Mystore agree."),
            )
        case Code.ZERO_RATE_WITHOUT_REASON:
            return Sentence(
                translate("texts", "The line “{line}” (article {sku}) has 0 % VAT, and no reason "
                                   "has been given."),
                translate("texts", "Choose with the accountant why (exempt, outside the Act, "
                                   "reverse charge) in the set-up, step 5 “Transfer”, under "
                                   "“More choices …”."),
            )
        case _:
            assert_never(code)


def stated_vat(code: Code) -> Sentence:
    """VAT that is not what the shop told its customer."""
    assert code in STATED_VAT
    match code:
        case Code.VAT_DIFFERS:
            return Sentence(
                translate("texts", "The shop has stated {shop} VAT, but the lines give {ours}. "
                                   "That is more than rounding."),
                translate("texts", "Compare the VAT of the goods and of the freight with the "
                                   "order in Mystore."),
            )
        case Code.VAT_DIFFERS_AT_RATE:
            return Sentence(
                translate("texts", "At {rate} the shop has stated {shop} VAT, but the lines give "
                                   "{ours}. That is more than rounding."),
                translate("texts", "Compare the VAT of the goods and of the freight with the "
                                   "order in Mystore."),
            )
        case Code.CHARGE_WITHOUT_VAT:
            return Sentence(
                translate("texts", "“{title}” of {amount} has no VAT, but the goods have. Freight "
                                   "and fees follow the goods."),
                translate("texts", "Correct the tax class of freight and fees in Mystore, and "
                                   "enter this order manually in Tripletex."),
            )
        case _:
            assert_never(code)
