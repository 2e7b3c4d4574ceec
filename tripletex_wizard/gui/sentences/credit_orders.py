"""Credit orders: which invoice they credit, and what became of the customer's money."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

WHICH: Final = (
    Code.ORIGINAL_NOT_FOUND,
    Code.ORIGINAL_DOES_NOT_FIT,
    Code.ORIGINAL_UNSURE,
    Code.ORIGINAL_UNKNOWN,
    Code.ORIGINAL_OF_ANOTHER,
    Code.ORIGINAL_IS_CREDITED,
    Code.ONE_ORDER_TO_CREDIT,
)
NOT_NOW: Final = (
    Code.CREDIT_BEFORE_INVOICE,
    Code.CREDIT_BEGUN_OTHERWISE,
    Code.CREDIT_WITHOUT_REFERENCE,
)
HOW_MUCH: Final = (
    Code.CREDIT_WITH_GIFT_CARD,
    Code.ORIGINAL_IN_ANOTHER_CURRENCY,
    Code.CREDIT_TOO_LARGE,
    Code.CREDIT_VAT_DIFFERS,
    Code.CREDIT_PRODUCT_DIFFERS,
    Code.CREDIT_REFUSED,
)
BOOKED: Final = (
    Code.CREDIT_ORDER,
    Code.CREDITS_INVOICE,
    Code.CREDIT_NOTE_BOOKED,
    Code.CREDIT_NOTE_ADOPTED,
    Code.CREDIT_NOTE_SETTLED,
)
OWED: Final = (
    Code.REFUND_UNDECIDED,
    Code.REFUND_OF_GIFT_CARD,
    Code.REFUND_REFUSED,
    Code.REFUND_UNFINISHED,
    Code.REFUND_UNCLEAR,
    Code.REFUND_SHARED,
)
MONEY: Final = (
    Code.REFUND_OTHERWISE,
    Code.REFUND_BOOKED,
    Code.REFUND_NOT_OPEN,
    Code.NOT_PAID_BACK,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def which(code: Code) -> Sentence:  # noqa: PLR0911 - one return a code
    """The invoice that is credited cannot be told, or is not the right one."""
    assert code in WHICH
    match code:
        case Code.ORIGINAL_NOT_FOUND:
            return Sentence(
                translate("texts", "This is a credit order, and no invoice of the customer in "
                                   "Tripletex is as large as what is credited."),
                translate("texts", "If the sale is not invoiced yet, transfer it as an invoice "
                                   "first. Otherwise choose “Choose the invoice…”, and give the "
                                   "number of the invoice that it credits."),
            )
        case Code.ORIGINAL_DOES_NOT_FIT:
            return Sentence(
                translate("texts", "This is a credit order, but its articles are not known to be "
                                   "on any of the customer's invoices at that price, or have been "
                                   "credited before."),
                translate("texts", "Check the credit order. If it is right, choose “Choose the "
                                   "invoice…”, and choose the one that it credits."),
            )
        case Code.ORIGINAL_UNSURE:
            return Sentence(
                translate("texts", "This is a credit order, and it can belong to {count} of the "
                                   "customer's invoices."),
                translate("texts", "Choose “Choose the invoice…”, and choose the one that it "
                                   "credits."),
            )
        case Code.ORIGINAL_UNKNOWN:
            return Sentence(
                translate("texts", "Tripletex has no invoice {invoice}."),
                translate("texts", "Check the number: Faktura > Fakturaoversikt in Tripletex."),
            )
        case Code.ORIGINAL_OF_ANOTHER:
            return Sentence(
                translate("texts", "Invoice {invoice} is to {theirs}, but the credit order is "
                                   "{ours}'s."),
                translate("texts", "Choose the invoice of the customer who gets the money back."),
            )
        case Code.ORIGINAL_IS_CREDITED:
            return Sentence(
                translate("texts", "Invoice {invoice} has been credited already, all of it."),
                translate("texts", "Look at its credit notes in Tripletex. If this one is among "
                                   "them, mark the order as already booked."),
            )
        case Code.ONE_ORDER_TO_CREDIT:
            return Sentence(
                translate("texts", "An invoice to credit was given, but not exactly one order."),
                translate("texts", "Give one credit order with it: --orders 10463 "
                                   "--credits 10201."),
            )
        case _:
            assert_never(code)


def not_now(code: Code) -> Sentence:
    """The invoice is known, but its credit note cannot be made as things stand."""
    assert code in NOT_NOW
    match code:
        case Code.CREDIT_BEFORE_INVOICE:
            return Sentence(
                translate("texts", "Invoice {invoice} is dated {invoice_date}, and nothing can be "
                                   "credited before it is sold."),
                translate("texts", "Transfer the order again on that day or later."),
            )
        case Code.CREDIT_BEGUN_OTHERWISE:
            return Sentence(
                translate("texts", "The credit note has been begun for invoice {invoice}."),
                translate("texts", "Transfer it again without choosing another invoice."),
            )
        case Code.CREDIT_WITHOUT_REFERENCE:
            return Sentence(
                translate("texts", "Order {number} in Tripletex does not say which invoice it "
                                   "credits, and a credit note must say so."),
                translate("texts", "Open the order in Tripletex, write “{comment}” as its comment "
                                   "on the invoice (Fakturakommentar), and transfer again."),
            )
        case _:
            assert_never(code)


def how_much(code: Code) -> Sentence:
    """What is to be credited does not go with the invoice, or with Tripletex."""
    assert code in HOW_MUCH
    match code:
        case Code.CREDIT_WITH_GIFT_CARD:
            return Sentence(
                translate("texts", "The credit order has a gift card of {gift_card} among its "
                                   "totals. How that goes back is not known."),
                translate("texts", "Ask the accountant, book it in Tripletex, and mark the order "
                                   "as already booked."),
            )
        case Code.ORIGINAL_IN_ANOTHER_CURRENCY:
            return Sentence(
                translate("texts", "Invoice {invoice} is in {currency}, the credit order in "
                                   "{ours}."),
                translate("texts", "Choose an invoice in {ours}."),
            )
        case Code.CREDIT_TOO_LARGE:
            return Sentence(
                translate("texts", "{amount} is to be credited, but only {left} of invoice "
                                   "{invoice} stands."),
                translate("texts", "Check whether the order belongs to this invoice, and what "
                                   "has been credited of it before."),
            )
        case Code.CREDIT_VAT_DIFFERS:
            return Sentence(
                translate("texts", "{amount} is to be credited with VAT code {vat_code}, but "
                                   "invoice {invoice} has only {left} with that code."),
                translate("texts", "Check that it is the right invoice. If it is, ask the "
                                   "accountant to credit it in Tripletex, and mark the order as "
                                   "already booked."),
            )
        case Code.CREDIT_PRODUCT_DIFFERS:
            return Sentence(
                translate("texts", "Article {article} was not sold in the same way on invoice "
                                   "{invoice}: on a product in Tripletex then and as text now, or "
                                   "the other way round. It would come on another account."),
                translate("texts", "See that the product is active in Tripletex, and that the "
                                   "set-up is as it was then. Else ask the accountant to credit "
                                   "it in Tripletex, and mark the order as already booked."),
            )
        case Code.CREDIT_REFUSED:
            return Sentence(
                translate("texts", "Tripletex did not take a credit note of invoice {invoice}: "
                                   "“{text}”. Nothing is booked."),
                translate("texts", "Make the credit note in Tripletex from order {number}, and "
                                   "transfer again: it is found, and only the refund is added."),
            )
        case _:
            assert_never(code)


def booked(code: Code) -> Sentence:
    """A credit note is, or will be, in the books."""
    assert code in BOOKED
    match code:
        case Code.CREDIT_ORDER:
            return Sentence(
                translate("texts", "This is a credit order: it becomes a credit note on one of "
                                   "the customer's invoices in Tripletex."),
                translate("texts", "The invoice is found when you transfer. If there can be "
                                   "several, you choose it."),
            )
        case Code.CREDITS_INVOICE:
            return Sentence(
                translate("texts", "Credits invoice {invoice}, order {order}."),
                translate("texts", "Nothing to do."),
            )
        case Code.CREDIT_NOTE_BOOKED:
            return Sentence(
                translate("texts", "Booked as credit note {invoice}."),
                translate("texts", "Nothing to do."),
            )
        case Code.CREDIT_NOTE_ADOPTED:
            return Sentence(
                translate("texts", "Credit note {invoice} was in Tripletex already, and was not "
                                   "made again."),
                translate("texts", "Nothing to do."),
            )
        case Code.CREDIT_NOTE_SETTLED:
            return Sentence(
                translate("texts", "Got no answer from Tripletex the last time, but the credit "
                                   "note is there as {invoice}. Nothing was booked twice."),
                translate("texts", "Nothing to do."),
            )
        case _:
            assert_never(code)


def owed(code: Code) -> Sentence:
    """Money that was paid back, or was not, and that is not in the books yet."""
    assert code in OWED
    match code:
        case Code.REFUND_UNDECIDED:
            return Sentence(
                translate("texts", "This is a credit order, and nobody has said whether the "
                                   "customer has been paid {amount} back. Nothing was sent."),
                translate("texts", "Transfer it again, and say whether the money was paid back "
                                   "(with --refunded or --not-refunded on the command line)."),
            )
        case Code.REFUND_OF_GIFT_CARD:
            return Sentence(
                translate("texts", "{amount} is said to be paid back, but of invoice {invoice} "
                                   "only {paid} was paid otherwise than by gift card "
                                   "({gift_card})."),
                translate("texts", "Transfer it again, and say that the customer has it in "
                                   "credit. Then register in Tripletex, with the accountant, what "
                                   "went back to the gift card and what did not."),
            )
        case Code.REFUND_REFUSED:
            return Sentence(
                translate("texts", "The credit note is booked, but Tripletex did not take the "
                                   "refund of {amount}: “{text}”."),
                translate("texts", "Register the refund on the credit note in Tripletex, and "
                                   "transfer again: then nothing is left to pay back."),
            )
        case Code.REFUND_UNFINISHED:
            return Sentence(
                translate("texts", "Credit note {invoice} is booked, but the refund of {amount} "
                                   "is not registered yet."),
                translate("texts", "It is safe to transfer the order again: only the refund is "
                                   "missing."),
            )
        case Code.REFUND_SHARED:
            return Sentence(
                translate("texts", "Got no answer from Tripletex about the refund. Invoice "
                                   "{invoice} has several credit notes, so that what is open on "
                                   "it does not tell whether the refund was registered."),
                translate("texts", "Look at the payments on {invoice} in Tripletex. If the refund "
                                   "is missing, register it there, and mark the order as already "
                                   "booked."),
            )
        case Code.REFUND_UNCLEAR:
            return Sentence(
                translate("texts", "Got no answer from Tripletex about the refund, and {now} is "
                                   "open on {invoice} where {before} was. That fits neither."),
                translate("texts", "Look at the payments on {invoice} in Tripletex. If the refund "
                                   "is missing, register it there, and mark the order as already "
                                   "booked."),
            )
        case _:
            assert_never(code)


def money(code: Code) -> Sentence:
    """What became of the customer's money."""
    assert code in MONEY
    match code:
        case Code.REFUND_OTHERWISE:
            return Sentence(
                translate("texts", "Sold with {sold_by}, but paid back with {paid_back_by}."),
                translate("texts", "Check that the money went back that way."),
            )
        case Code.REFUND_BOOKED:
            return Sentence(
                translate("texts", "{amount} is registered as paid back on {invoice}."),
                translate("texts", "Nothing to do."),
            )
        case Code.REFUND_NOT_OPEN:
            return Sentence(
                translate("texts", "{amount} was to be registered as paid back, but {open} is "
                                   "open on credit note {invoice}. No refund was registered."),
                translate("texts", "Check in Tripletex: the refund may be registered already, or "
                                   "the invoice was never paid."),
            )
        case Code.NOT_PAID_BACK:
            return Sentence(
                translate("texts", "The customer has {amount} in credit: the money was not paid "
                                   "back."),
                translate("texts", "Register the refund when it is paid, or use the credit on the "
                                   "customer's next invoice."),
            )
        case _:
            assert_never(code)
