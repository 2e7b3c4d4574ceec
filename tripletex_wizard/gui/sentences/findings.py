"""What the prerequisite board found, with the menu path in Tripletex."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.prerequisites import Finding
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

CONNECTION: Final = (
    Finding.CONNECTED,
    Finding.SHOP_CONNECTED,
    Finding.SHOP_READ_ONLY,
    Finding.RIGHTS_ENOUGH,
    Finding.RIGHTS_MISSING,
    Finding.MODULE_ACTIVE,
    Finding.MODULE_NOT_SEEN,
)
PAYMENT_TYPES: Final = (
    Finding.PAYMENT_TYPES_VISIBLE,
    Finding.PAYMENT_TYPES_NONE,
    Finding.PAYMENT_TYPE_NOT_VISIBLE,
    Finding.GIFT_CARD_TYPE_NOT_VISIBLE,
)
BANK_ACCOUNT: Final = (
    Finding.BANK_ACCOUNT_READY,
    Finding.BANK_ACCOUNT_NONE,
)
VAT: Final = (
    Finding.VAT_CODES_ACTIVE,
    Finding.VAT_CODES_MISSING,
    Finding.VAT_NOT_REGISTERED,
    Finding.VAT_NOT_REGISTERED_FITS,
    Finding.VAT_UNREGISTERED_CODE_MISSING,
)
DEPARTMENT: Final = (
    Finding.DEPARTMENT_NOT_NEEDED,
    Finding.DEPARTMENT_CHOSEN,
    Finding.DEPARTMENT_NOT_CHOSEN,
    Finding.DEPARTMENT_GONE,
    Finding.DEPARTMENT_UNREAD,
)
NUMBERS: Final = (
    Finding.CUSTOMER_NUMBERS_CONFIRMED,
    Finding.CUSTOMER_NUMBERS_UNCONFIRMED,
    Finding.TRIPLETEX_NUMBERS,
    Finding.ORDER_NUMBERS_FREE,
    Finding.ORDER_NUMBERS_TAKEN,
)
SURROUNDINGS: Final = (
    Finding.NO_OTHER_CONNECTOR,
    Finding.OTHER_CONNECTOR_SEEN,
    Finding.PERIOD_OPEN,
    Finding.PERIOD_CLOSED_NOW,
    Finding.CHECK_FAILED,
)
AMOUNTS: Final = (
    Finding.ROUNDING_SEEN,
    Finding.ROUNDING_NOT_SEEN,
    Finding.ROUNDING_UNKNOWN,
    Finding.INVOICE_FEE_NONE,
    Finding.INVOICE_FEE_SET,
    Finding.INVOICE_FEE_UNKNOWN,
)

# A case is a finding and where to change it, each as near to one line as it can be.
# fmt: off


def connection(finding: Finding) -> Sentence:  # noqa: PLR0911 - one return a finding
    """The key, its company and the shop."""
    assert finding in CONNECTION
    match finding:
        case Finding.CONNECTED:
            return Sentence(
                translate("texts", "Connected to {company}, {organization_number}."),
                "",
            )
        case Finding.SHOP_CONNECTED:
            return Sentence(
                translate("texts", "Connected to the shop {shop} in Mystore."),
                "",
            )
        case Finding.SHOP_READ_ONLY:
            return Sentence(
                translate("texts", "Connected to the shop {shop}, but the Mystore token does not "
                                   "seem to allow changing statuses (not seen: {permissions})."),
                translate("texts", "Make a new token at auth.mystore.no, and tick {permissions}; "
                                   "or turn off writing to Mystore in step 5 “Transfer”."),
            )
        case Finding.RIGHTS_ENOUGH:
            return Sentence(
                translate("texts", "The key has the access that is needed."),
                "",
            )
        case Finding.RIGHTS_MISSING:
            return Sentence(
                translate("texts", "The key does not seem to have all the access that is needed "
                                   "(not seen: {rights})."),
                translate("texts", "Make a key with “Alle tilganger” under Ansatt › API-tilgang, "
                                   "by an administrator."),
            )
        case Finding.MODULE_ACTIVE:
            return Sentence(
                translate("texts", "API access is active."),
                "",
            )
        case Finding.MODULE_NOT_SEEN:
            return Sentence(
                translate("texts", "API access is not among the modules that Tripletex shows "
                                   "({modules})."),
                translate("texts", "Check that “Integrasjoner” is active under Selskap › Mitt "
                                   "abonnement. Tripletex support can answer."),
            )
        case _:
            assert_never(finding)


def payment_types(finding: Finding) -> Sentence:
    """What the payment methods can be linked to."""
    assert finding in PAYMENT_TYPES
    match finding:
        case Finding.PAYMENT_TYPES_VISIBLE:
            return Sentence(
                translate("texts", "Visible payment types: {names}."),
                translate("texts", "Is one missing? Tick “Vis på ordre” under Faktura › "
                                   "Innstillinger › Betalingstyper."),
            )
        case Finding.PAYMENT_TYPES_NONE:
            return Sentence(
                translate("texts", "Tripletex shows no payment types."),
                translate("texts", "Tick “Vis på ordre” on the accounts to be used, under "
                                   "Faktura › Innstillinger › Betalingstyper."),
            )
        case Finding.PAYMENT_TYPE_NOT_VISIBLE:
            return Sentence(
                translate("texts", "These payment methods are linked to payment types that "
                                   "Tripletex does not show: {methods}."),
                translate("texts", "Tick “Vis på ordre” under Faktura › Innstillinger › "
                                   "Betalingstyper, or link the methods anew in the set-up, "
                                   "step 4."),
            )
        case Finding.GIFT_CARD_TYPE_NOT_VISIBLE:
            return Sentence(
                translate("texts", "The payment type for gift cards (id {payment_type}) is not "
                                   "visible in Tripletex."),
                translate("texts", "Tick “Vis på ordre” under Faktura › Innstillinger › "
                                   "Betalingstyper, or choose another payment type for gift cards "
                                   "in the set-up, step 5 “Transfer”, under “More choices …”."),
            )
        case _:
            assert_never(finding)


def bank_account(finding: Finding) -> Sentence:
    """Where the money of an invoice comes in."""
    assert finding in BANK_ACCOUNT
    match finding:
        case Finding.BANK_ACCOUNT_READY:
            return Sentence(
                translate("texts", "{account} has a bank account number."),
                "",
            )
        case Finding.BANK_ACCOUNT_NONE:
            return Sentence(
                translate("texts", "No bank account number for invoices is registered, so "
                                   "Tripletex refuses every invoice."),
                translate("texts", "Register the number in Tripletex, usually on account 1920 in "
                                   "the chart of accounts."),
            )
        case _:
            assert_never(finding)


def department(finding: Finding) -> Sentence:
    """The department that the accounts of sales may require."""
    assert finding in DEPARTMENT
    match finding:
        case Finding.DEPARTMENT_NOT_NEEDED:
            return Sentence(
                translate("texts", "No sales account requires a department."),
                "",
            )
        case Finding.DEPARTMENT_CHOSEN:
            return Sentence(
                translate("texts", "Orders are posted on the department “{department}”."),
                "",
            )
        case Finding.DEPARTMENT_NOT_CHOSEN:
            return Sentence(
                translate("texts", "These sales accounts require a department: {accounts}. Orders "
                                   "that are posted on them are stopped."),
                translate("texts", "Choose the department with the accountant in step 5 "
                                   "“Transfer”, under “More choices …”."),
            )
        case Finding.DEPARTMENT_GONE:
            return Sentence(
                translate("texts", "The department “{department}” that the set-up has chosen is "
                                   "not among the active ones that Tripletex shows."),
                translate("texts", "Choose another in step 5 “Transfer”, under “More choices …”; "
                                   "or make it active again in Tripletex."),
            )
        case Finding.DEPARTMENT_UNREAD:
            return Sentence(
                translate("texts", "Tripletex does not tell whether the department “{department}” "
                                   "that the set-up has chosen is active."),
                translate("texts", "Check in Tripletex that it is, or go on: Tripletex refuses an "
                                   "order on a department that does not exist."),
            )
        case _:
            assert_never(finding)


def vat(finding: Finding) -> Sentence:
    """The shop's rates against the codes in Tripletex."""
    assert finding in VAT
    match finding:
        case Finding.VAT_CODES_ACTIVE:
            return Sentence(
                translate("texts", "All VAT rates that the shop has used lately have an active "
                                   "code in Tripletex (per cent: {rates})."),
                "",
            )
        case Finding.VAT_CODES_MISSING:
            return Sentence(
                translate("texts", "The shop sells with VAT rates that have no active code in "
                                   "Tripletex, per cent (code): {rates}."),
                translate("texts", "Activate the codes under Regnskap › Innstillinger › "
                                   "Mva-innstillinger."),
            )
        case Finding.VAT_NOT_REGISTERED:
            return Sentence(
                translate("texts", "The company is not registered for VAT in Tripletex, but the "
                                   "shop charges VAT (per cent: {rates})."),
                translate("texts", "Make Regnskap › Innstillinger › Mva-innstillinger and the "
                                   "tax classes in Mystore agree."),
            )
        case Finding.VAT_NOT_REGISTERED_FITS:
            return Sentence(
                translate("texts", "The company is not registered for VAT, and the shop charges "
                                   "none."),
                "",
            )
        case Finding.VAT_UNREGISTERED_CODE_MISSING:
            return Sentence(
                translate("texts", "The company is not registered for VAT, and VAT code "
                                   "{vat_code}, which all lines then have, is not active in "
                                   "Tripletex. Every order is stopped."),
                translate("texts", "Activate the code under Regnskap › Innstillinger › "
                                   "Mva-innstillinger."),
            )
        case _:
            assert_never(finding)


def numbers(finding: Finding) -> Sentence:
    """Customer, invoice and order numbers."""
    assert finding in NUMBERS
    match finding:
        case Finding.CUSTOMER_NUMBERS_CONFIRMED:
            return Sentence(
                translate("texts", "Highest customer number: {highest}. The start value 100000 "
                                   "has been confirmed."),
                "",
            )
        case Finding.CUSTOMER_NUMBERS_UNCONFIRMED:
            return Sentence(
                translate("texts", "Highest customer number: {highest}. Set the start value to "
                                   "100000 to avoid number conflicts with customers from "
                                   "Mystore."),
                translate("texts", "Kunde › Kunde-innstillinger. Then confirm it in the set-up: "
                                   "the program cannot read it."),
            )
        case Finding.TRIPLETEX_NUMBERS:
            return Sentence(
                translate("texts", "Tripletex gives the invoice numbers (recommended)."),
                "",
            )
        case Finding.ORDER_NUMBERS_FREE:
            return Sentence(
                translate("texts", "Nobody else has used the order numbers of the shop's latest "
                                   "orders in Tripletex (prefix: {prefix})."),
                "",
            )
        case Finding.ORDER_NUMBERS_TAKEN:
            return Sentence(
                translate("texts", "Other orders in Tripletex have the shop's order numbers: "
                                   "{count}, such as {example}. Projects and offers share the "
                                   "series."),
                translate("texts", "Choose a prefix for order numbers in the set-up, step 5 "
                                   "“Transfer”, under “More choices …”, before the first "
                                   "transfer."),
            )
        case _:
            assert_never(finding)


def surroundings(finding: Finding) -> Sentence:
    """Other integrations, closed periods, and a check that could not be made."""
    assert finding in SURROUNDINGS
    match finding:
        case Finding.NO_OTHER_CONNECTOR:
            return Sentence(
                translate("texts", "None of the shop's latest orders ({count}) has been "
                                   "transferred by another integration."),
                "",
            )
        case Finding.OTHER_CONNECTOR_SEEN:
            return Sentence(
                translate("texts", "Orders in Tripletex that carry the shop's order numbers and "
                                   "are not from this program: {count}, such as {example}."),
                translate("texts", "Turn off Mystore's own transfer to Tripletex under "
                                   "Utvidelser › Dine utvidelser, or every order goes over twice."),
            )
        case Finding.PERIOD_OPEN:
            return Sentence(
                translate("texts", "The accounting period of today is open."),
                "",
            )
        case Finding.PERIOD_CLOSED_NOW:
            return Sentence(
                translate("texts", "The accounting period of today is closed, so nothing can be "
                                   "invoiced."),
                translate("texts", "Ask the accountant to open the period in Tripletex."),
            )
        case Finding.CHECK_FAILED:
            return Sentence(
                translate("texts", "The check could not be made."),
                translate("texts", "Try again, or go on: it is checked at the trial transfer."),
            )
        case _:
            assert_never(finding)


def amounts(finding: Finding) -> Sentence:
    """Settings in Tripletex that change what an invoice adds up to."""
    assert finding in AMOUNTS
    match finding:
        case Finding.ROUNDING_SEEN:
            return Sentence(
                translate("texts", "Tripletex rounds invoices to whole kroner. That is not "
                                   "allowed for electronic payment."),
                translate("texts", "Turn off rounding of invoices under Faktura › Innstillinger "
                                   "› Fakturainnstillinger."),
            )
        case Finding.ROUNDING_NOT_SEEN:
            return Sentence(
                translate("texts", "No rounding to whole kroner is seen on the invoices of the "
                                   "last 14 days."),
                "",
            )
        case Finding.ROUNDING_UNKNOWN:
            return Sentence(
                translate("texts", "There are no invoices of the last 14 days that show whether "
                                   "Tripletex rounds to whole kroner."),
                translate("texts", "Check under Faktura › Innstillinger › Fakturainnstillinger "
                                   "that rounding of invoices is off."),
            )
        case Finding.INVOICE_FEE_NONE:
            return Sentence(
                translate("texts", "No fixed invoice fee."),
                "",
            )
        case Finding.INVOICE_FEE_SET:
            return Sentence(
                translate("texts", "Tripletex adds a fixed invoice fee of {amount} to every "
                                   "invoice, which would then not agree with the order."),
                translate("texts", "Remove the fee under Faktura › Innstillinger › "
                                   "Fakturainnstillinger."),
            )
        case Finding.INVOICE_FEE_UNKNOWN:
            return Sentence(
                translate("texts", "Tripletex does not tell whether there is a fixed invoice fee."),
                translate("texts", "Check under Faktura › Innstillinger › Fakturainnstillinger "
                                   "that the fee is 0."),
            )
        case _:
            assert_never(finding)
