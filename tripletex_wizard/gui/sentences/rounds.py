"""An order that was transferred before: once more, booked by hand, or looked up."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

CREDITED: Final = (
    Code.CREDITED_IN_PART,
    Code.TAKEN_BACK,
    Code.CREDIT_CHANGED,
    Code.INVOICE_GONE,
    Code.TRANSFERRED_AGAIN,
    Code.CREDIT_LEFT_OPEN,
)
MARKED: Final = (
    Code.MARKED_AS_BOOKED,
    Code.ALREADY_MARKED,
    Code.NOT_MARKED,
    Code.VOUCHER_NOT_GIVEN,
)
LOOKED_UP: Final = (
    Code.NO_ANSWER_YET,
    Code.FOUND_AS_ORDER,
    Code.NOT_IN_LEDGER,
    Code.CARD_UNPROVED,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def credited(code: Code) -> Sentence:
    """The invoice of the order no longer stands, or not all of it."""
    assert code in CREDITED
    match code:
        case Code.TAKEN_BACK:
            return Sentence(
                translate("texts", "Invoice {invoice} was credited with credit order {order}. "
                                   "The sale is not invoiced again."),
                translate("texts", "Nothing needs to be done. If the customer keeps the goods "
                                   "after all, make a new invoice in Tripletex."),
            )
        case Code.CREDITED_IN_PART:
            return Sentence(
                translate("texts", "Of invoice {invoice} of {amount}, {credited} has been "
                                   "credited in Tripletex. Nothing was sent again."),
                translate("texts", "Credit the rest in Tripletex if the order is to be "
                                   "transferred again. Otherwise nothing needs to be done."),
            )
        case Code.CREDIT_CHANGED:
            return Sentence(
                translate("texts", "What the customer has in credit after invoice {invoice} was "
                                   "credited is not what was shown. Nothing was sent."),
                translate("texts", "Look at the payment and the e-mail as they are now, and "
                                   "transfer the order again."),
            )
        case Code.INVOICE_GONE:
            return Sentence(
                translate("texts", "The order is booked as invoice {invoice}, but Tripletex does "
                                   "not show that invoice any more. Nothing was sent again."),
                translate("texts", "Search for invoice {invoice} in Tripletex, and ask the "
                                   "accountant what became of it."),
            )
        case Code.TRANSFERRED_AGAIN:
            return Sentence(
                translate("texts", "Invoice {invoice} has been credited, so the order is "
                                   "transferred again with order number {number}."),
                translate("texts", "Nothing to do."),
            )
        case Code.CREDIT_LEFT_OPEN:
            return Sentence(
                translate("texts", "After invoice {invoice} was credited the customer has {amount} "
                                   "in credit, so no payment is registered a second time."),
                translate("texts", "Match the new invoice with that credit under the customer's "
                                   "open items in Tripletex."),
            )
        case _:
            assert_never(code)


def marked(code: Code) -> Sentence:
    """«Marker som allerede bokført»."""
    assert code in MARKED
    match code:
        case Code.MARKED_AS_BOOKED:
            return Sentence(
                translate("texts", "Marked as already booked with voucher or invoice {voucher} "
                                   "({by}, {at}). Reason: {remark}. Nothing was sent."),
                translate("texts", "Take the mark back if the order is to be transferred "
                                   "after all."),
            )
        case Code.ALREADY_MARKED:
            return Sentence(
                translate("texts", "The order is already marked as booked with voucher or "
                                   "invoice {voucher}."),
                translate("texts", "Take the mark back first if it is wrong."),
            )
        case Code.NOT_MARKED:
            return Sentence(
                translate("texts", "Order {order} is not marked as already booked."),
                translate("texts", "Fetch the orders anew to see how it stands."),
            )
        case Code.VOUCHER_NOT_GIVEN:
            return Sentence(
                translate("texts", "The voucher or invoice number is missing."),
                translate("texts", "Give the number that the order is booked with in Tripletex."),
            )
        case _:
            assert_never(code)


def looked_up(code: Code) -> Sentence:
    """What Tripletex shows of something that was sent without an answer."""
    assert code in LOOKED_UP
    match code:
        case Code.NO_ANSWER_YET:
            return Sentence(
                translate("texts", "Got no answer from Tripletex the last time. What was sent may "
                                   "still take effect, until {until}."),
                translate("texts", "Check in Tripletex after {until}, or transfer the order "
                                   "again: it is looked up before anything is sent."),
            )
        case Code.FOUND_AS_ORDER:
            return Sentence(
                translate("texts", "Got no answer from Tripletex the last time, but order "
                                   "{number} is there. It is not booked as an invoice."),
                translate("texts", "It is safe to transfer the order again: it goes on at the "
                                   "step that is missing."),
            )
        case Code.NOT_IN_LEDGER:
            return Sentence(
                translate("texts", "Got no answer from Tripletex the last time, and what was sent "
                                   "is not there. Nothing is booked."),
                translate("texts", "It is safe to transfer the order again."),
            )
        case Code.CARD_UNPROVED:
            return Sentence(
                translate("texts", "Got no answer from Tripletex when the customer was created. "
                                   "Nothing is booked."),
                translate("texts", "Transfer the order again: the customer is looked up before "
                                   "anything is sent."),
            )
        case _:
            assert_never(code)
