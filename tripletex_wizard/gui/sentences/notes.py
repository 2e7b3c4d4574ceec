"""Notes on an order that goes over, or has gone over."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

PLANNED: Final = (
    Code.FREIGHT_ON_MIXED_RATES,
    Code.FREIGHT_RATE_ASSUMED,
    Code.ROUNDING_LINE,
    Code.VAT_ROUNDING,
    Code.MORE_THAN_A_MONTH,
    Code.MIXED_PACK,
    Code.OTHER_VAT_TERM,
)
BALANCES: Final = (
    Code.PAYMENT_ON_CUSTOMER,
    Code.GIFT_CARD_TAKEN_BACK,
    Code.GIFT_CARDS_IN_DEBIT,
)
EMAILS: Final = (
    Code.EMAIL_LEFT_OUT,
    Code.NO_EMAIL_ADDRESS,
    Code.EHF_SENT_AS_EMAIL,
    Code.EHF_NOT_SENT,
)
NOTICES: Final = (
    Code.STATUS_FOUND_SET,
    Code.STATUS_SET_BEFORE,
    Code.STATUS_LEFT,
    Code.NOTICE_NOT_SENT,
    Code.NOTICE_SENT_BEFORE,
    Code.NOTICE_UNCERTAIN,
)
BOOKED: Final = (
    Code.ADOPTED,
    Code.SETTLED,
    Code.EMAILED_BEFORE,
    Code.SENT_AS_EHF_BEFORE,
    Code.AMOUNT_DIFFERS,
    Code.INVOICE_CREDITED,
    Code.OUTSTANDING_DIFFERS,
    Code.ALREADY_BOOKED,
    Code.ALREADY_ORDER,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def planned(code: Code) -> Sentence:  # noqa: PLR0911 - one return a code
    """Something to know about how an order is posted."""
    assert code in PLANNED
    match code:
        case Code.FREIGHT_ON_MIXED_RATES:
            return Sentence(
                translate("texts", "Freight or fee of {amount} is posted with {rate} VAT, but "
                                   "the order has goods with other rates. Posted as the shop has "
                                   "calculated."),
                translate("texts", "Check with the accountant that freight follows the goods "
                                   "(mval. § 4-2)."),
            )
        case Code.FREIGHT_RATE_ASSUMED:
            return Sentence(
                translate("texts", "The shop does not state the VAT on freight or fee of "
                                   "{amount}. Posted with {rate}, as the set-up says."),
                translate("texts", "Check the VAT on freight in Mystore, or the rule in the "
                                   "set-up, step 5 “Transfer”, under “More choices …”."),
            )
        case Code.ROUNDING_LINE:
            return Sentence(
                translate("texts", "The shop has rounded the order by {amount}. It is a line of "
                                   "its own without VAT."),
                translate("texts", "Turn off rounding in the shop for Vipps, Klarna and card "
                                   "(Skattedirektoratet 13.06.2019)."),
            )
        case Code.VAT_ROUNDING:
            return Sentence(
                translate("texts", "VAT is {ours} by line and {shop} in the shop. The difference "
                                   "is rounding, and the total agrees."),
                translate("texts", "Nothing to do: what stands on the invoice in Tripletex is "
                                   "what is reported."),
            )
        case Code.MIXED_PACK:
            return Sentence(
                translate("texts", "“{line}” has 0 % VAT as a book, but its name tells of a pack "
                                   "of a book and other goods. Sold as one article, all of it has "
                                   "25 % (mval. § 6-4)."),
                translate("texts", "Check with the accountant, and correct the tax class of the "
                                   "article in Mystore if it is a pack."),
            )
        case Code.MORE_THAN_A_MONTH:
            return Sentence(
                translate("texts", "The order was delivered on {delivered}, more than a month "
                                   "before the invoice."),
                translate("texts", "Transfer orders at least once a month (bokføringsforskriften "
                                   "§ 5-2-2)."),
            )
        case Code.OTHER_VAT_TERM:
            return Sentence(
                translate("texts", "Delivered in {delivered_term}, posted in {invoice_term}."),
                translate("texts", "Transfer orders by the 15th of the next month: until then the "
                                   "invoice may carry the last day of the month of delivery."),
            )
        case _:
            assert_never(code)


def balances(code: Code) -> Sentence:
    """Something to know about where the money of an order is posted."""
    assert code in BALANCES
    match code:
        case Code.PAYMENT_ON_CUSTOMER:
            return Sentence(
                translate("texts", "{amount} is posted to 1500 on the customer of the payment type "
                                   "“{payment_type}” (id {customer} in Tripletex), not to a bank "
                                   "account."),
                translate("texts", "The customer's balance is settled when the payout comes, less "
                                   "the fee."),
            )
        case Code.GIFT_CARD_TAKEN_BACK:
            return Sentence(
                translate("texts", "The gift card “{line}” is taken back for {amount}. What has "
                                   "been used of it since it was sold is no debt on account "
                                   "{account} any more."),
                translate("texts", "See in Mystore that the card has not been used, and block it "
                                   "there, before the money is paid back."),
            )
        case Code.GIFT_CARDS_IN_DEBIT:
            return Sentence(
                translate("texts", "Gift cards of {amount} are taken from account {account}, "
                                   "which then stands {debit} in debit."),
                translate("texts", "Check with the accountant that the sale of the gift cards has "
                                   "been posted on account {account}."),
            )
        case _:
            assert_never(code)


def emails(code: Code) -> Sentence:
    """Why the customer gets no e-mail from Tripletex, or no EHF."""
    assert code in EMAILS
    match code:
        case Code.EMAIL_LEFT_OUT:
            return Sentence(
                translate("texts", "Tripletex does not accept the e-mail address “{email}”, so "
                                   "the customer is registered without e-mail."),
                translate("texts", "Correct the e-mail address in Mystore, and send the invoice "
                                   "manually if the customer is to have it."),
            )
        case Code.NO_EMAIL_ADDRESS:
            return Sentence(
                translate("texts", "The customer has no e-mail address, so Tripletex does not "
                                   "send the invoice."),
                translate("texts", "Send the invoice to the customer in another way."),
            )
        case Code.EHF_SENT_AS_EMAIL:
            return Sentence(
                translate("texts", "Tripletex could not send to the customer as EHF, and was "
                                   "asked to send by e-mail instead."),
                translate("texts", "Nothing to do."),
            )
        case Code.EHF_NOT_SENT:
            return Sentence(
                translate("texts", "Tripletex could not send to the customer as EHF, and there "
                                   "is no usable e-mail address. The customer has been sent "
                                   "nothing."),
                translate("texts", "Send the document to the customer in another way."),
            )
        case _:
            assert_never(code)


def notices(code: Code) -> Sentence:
    """Why Mystore did not tell the customer of the order's status."""
    assert code in NOTICES
    match code:
        case Code.STATUS_FOUND_SET:
            return Sentence(
                translate("texts", "The order has got the status “{status}” in Mystore. Nothing of "
                                   "it is in Tripletex."),
                translate("texts", "Transfer it when it is ready."),
            )
        case Code.STATUS_SET_BEFORE:
            return Sentence(
                translate("texts", "The order had the status “{status}” in Mystore already, so "
                                   "Mystore was not asked to e-mail the customer."),
                translate("texts", "Send the e-mail from the order in Mystore if the customer is "
                                   "to have it."),
            )
        case Code.STATUS_LEFT:
            return Sentence(
                translate("texts", "The order is marked as booked, so its status “{status}” was "
                                   "not set in Mystore."),
                translate("texts", "Take the mark back, or change the status in Mystore."),
            )
        case Code.NOTICE_NOT_SENT:
            return Sentence(
                translate("texts", "Mystore changed the status to “{status}”, but cannot be asked "
                                   "to e-mail the customer."),
                translate("texts", "Send the e-mail from the order in Mystore if the customer is "
                                   "to have it."),
            )
        case Code.NOTICE_SENT_BEFORE:
            return Sentence(
                translate("texts", "Mystore has been asked before to e-mail the customer about the "
                                   "status “{status}”, and was not asked again."),
                translate("texts", "Nothing to do."),
            )
        case Code.NOTICE_UNCERTAIN:
            return Sentence(
                translate("texts", "The order has the status “{status}”, but it is not certain "
                                   "that the customer has had Mystore's e-mail. It is not sent "
                                   "again."),
                translate("texts", "Look at the order's history in Mystore to see whether the "
                                   "customer was told."),
            )
        case _:
            assert_never(code)


def booked(code: Code) -> Sentence:  # noqa: PLR0911 - one return a code
    """Something to know about what stands in Tripletex."""
    assert code in BOOKED
    match code:
        case Code.ADOPTED:
            return Sentence(
                translate("texts", "The order was already invoiced in Tripletex. Invoice "
                                   "{invoice} was linked to it, and nothing was sent again."),
                translate("texts", "Check that the payment is registered on invoice {invoice} in "
                                   "Tripletex."),
            )
        case Code.SETTLED:
            return Sentence(
                translate("texts", "Got no answer from Tripletex the last time, but invoice "
                                   "{invoice} was made. Nothing was sent again."),
                translate("texts", "Nothing needs to be done."),
            )
        case Code.EMAILED_BEFORE:
            return Sentence(
                translate("texts", "The attempt that got no answer asked Tripletex to e-mail the "
                                   "invoice to the customer."),
                translate("texts", "Do not send the invoice again."),
            )
        case Code.SENT_AS_EHF_BEFORE:
            return Sentence(
                translate("texts", "The attempt that got no answer asked Tripletex to send the "
                                   "invoice to the customer as EHF."),
                translate("texts", "Do not send the invoice again."),
            )
        case Code.INVOICE_CREDITED:
            return Sentence(
                translate("texts", "Invoice {invoice} has been credited in Tripletex."),
                translate("texts", "If the sale still stands, transfer the order again: it gets a "
                                   "new order number."),
            )
        case Code.AMOUNT_DIFFERS:
            return Sentence(
                translate("texts", "The invoice in Tripletex is {theirs}, but the order in "
                                   "Mystore is {ours}."),
                translate("texts", "Open the invoice in Tripletex, find the difference, and "
                                   "credit it if it is wrong."),
            )
        case Code.OUTSTANDING_DIFFERS:
            return Sentence(
                translate("texts", "The invoice in Tripletex has {theirs} outstanding, but it "
                                   "should have been {ours}."),
                translate("texts", "Check the payments on the invoice in Tripletex."),
            )
        case Code.ALREADY_BOOKED:
            return Sentence(
                translate("texts", "The order is already booked as invoice {invoice}. Nothing "
                                   "was sent again."),
                translate("texts", "Nothing to do."),
            )
        case Code.ALREADY_ORDER:
            return Sentence(
                translate("texts", "The order is already in Tripletex as order {number}. Nothing "
                                   "was sent again."),
                translate("texts", "Invoice it manually in Tripletex, or transfer it as an "
                                   "invoice."),
            )
        case _:
            assert_never(code)
