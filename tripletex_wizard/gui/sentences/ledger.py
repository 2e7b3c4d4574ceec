"""What was found in Tripletex, and what nobody can tell for sure yet."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

FOUND: Final = (
    Code.NUMBER_TAKEN,
    Code.NUMBER_TAKEN_UNSEEN,
    Code.LINES_IN_LEDGER_DIFFER,
    Code.ORDER_EDITED,
    Code.EDITED_SINCE,
)
OTHERS: Final = (
    Code.TRANSFERRED_BY_ANOTHER,
    Code.CUSTOMER_IN_LEDGER_DIFFERS,
    Code.JUST_FOUND,
    Code.CLOSED_WITHOUT_INVOICE,
)
CUSTOMERS: Final = (
    Code.CUSTOMER_WITHOUT_NAME,
    Code.COUNTRY_UNKNOWN,
    Code.CUSTOMER_NUMBER_TAKEN,
    Code.CUSTOMER_AMBIGUOUS,
    Code.CUSTOMER_FACTORING,
    Code.CUSTOMER_UNCERTAIN,
)
UNCERTAIN: Final = (
    Code.NOT_TRIED,
    Code.TRANSFER_UNFINISHED,
    Code.STOPPED_BY_USER,
    Code.BROKEN_OFF,
    Code.SETUP_CHANGED,
    Code.DAY_CHANGED,
    Code.ORDER_GONE,
    Code.OUTCOME_UNKNOWN,
    Code.CLAIMED_BY_OTHER,
    Code.LEASE_LOST,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def found(code: Code) -> Sentence:
    """Something in Tripletex stands in the way."""
    assert code in FOUND
    match code:
        case Code.NUMBER_TAKEN:
            return Sentence(
                translate("texts", "Order number {number} in Tripletex belongs to another order "
                                   "of {theirs} (comment: {comment}). This order is {ours}."),
                translate("texts", "Compare the two orders in Tripletex. If both are right, "
                                   "choose a prefix for order numbers in the set-up, step 5 "
                                   "“Transfer”, under “More choices …”."),
            )
        case Code.NUMBER_TAKEN_UNSEEN:
            return Sentence(
                translate("texts", "Tripletex answers that number {number} is in use, but shows "
                                   "no order with it. Projects and offers share the number "
                                   "series."),
                translate("texts", "Search for {number} among orders, projects and offers in "
                                   "Tripletex, then transfer the order again."),
            )
        case Code.LINES_IN_LEDGER_DIFFER:
            return Sentence(
                translate("texts", "The order in Tripletex adds up to {theirs}, but the order in "
                                   "Mystore to {ours}. It has not been invoiced."),
                translate("texts", "Open the order in Tripletex, correct its lines, and transfer "
                                   "again."),
            )
        case Code.ORDER_EDITED:
            return Sentence(
                translate("texts", "The order, or the set-up, has been changed after the order was "
                                   "sent to Tripletex: it was {before}, and is now {after}."),
                translate("texts", "Make the same change on the order in Tripletex, and transfer "
                                   "again."),
            )
        case Code.EDITED_SINCE:
            return Sentence(
                translate("texts", "The order was changed in Mystore after it was transferred: it "
                                   "was {before}, and is now {after} (difference {difference})."),
                translate("texts", "Nothing is sent by itself. If the sale has changed, make a "
                                   "credit note in Tripletex, and transfer the order again."),
            )
        case _:
            assert_never(code)


def others(code: Code) -> Sentence:
    """An order in Tripletex that somebody else may have a hand in."""
    assert code in OTHERS
    match code:
        case Code.TRANSFERRED_BY_ANOTHER:
            return Sentence(
                translate("texts", "Order {number} of {amount} is in Tripletex already, but this "
                                   "program has not transferred it."),
                translate("texts", "Check whether another integration has transferred it, for "
                                   "instance Mystore's own. If so, that one must be turned off."),
            )
        case Code.CUSTOMER_IN_LEDGER_DIFFERS:
            return Sentence(
                translate("texts", "Order {number} in Tripletex is on another customer than the "
                                   "order in Mystore."),
                translate("texts", "Open the order in Tripletex, choose the right customer, and "
                                   "transfer again."),
            )
        case Code.JUST_FOUND:
            return Sentence(
                translate("texts", "Order {number} was found in Tripletex. Another PC may be "
                                   "transferring it right now."),
                translate("texts", "Transfer the order again in a few minutes. It is looked up in "
                                   "Tripletex before anything is sent."),
            )
        case Code.CLOSED_WITHOUT_INVOICE:
            return Sentence(
                translate("texts", "Order {number} is closed in Tripletex, but Tripletex shows no "
                                   "invoice of it."),
                translate("texts", "Transfer again in a few minutes. If there is still no "
                                   "invoice, find out in Tripletex why the order was closed."),
            )
        case _:
            assert_never(code)


def customers(code: Code) -> Sentence:
    """The buyer, and the card that the order is booked on."""
    assert code in CUSTOMERS
    match code:
        case Code.CUSTOMER_WITHOUT_NAME:
            return Sentence(
                translate("texts", "The customer lacks a name, a street address or a city. A "
                                   "sales document must state who the buyer is."),
                translate("texts", "Fill in the customer's name and address on the order in "
                                   "Mystore."),
            )
        case Code.COUNTRY_UNKNOWN:
            return Sentence(
                translate("texts", "The country “{country}” is not among the countries in "
                                   "Tripletex."),
                translate("texts", "Correct the country in the order's addresses in Mystore."),
            )
        case Code.CUSTOMER_NUMBER_TAKEN:
            return Sentence(
                translate("texts", "Customer number {number} is “{ours}” in Mystore, but another "
                                   "customer in Tripletex ({theirs})."),
                translate("texts", "Set the start value for customer numbers to 100000 under "
                                   "Kunde › Kunde-innstillinger in Tripletex, and give the "
                                   "customer there another number."),
            )
        case Code.CUSTOMER_AMBIGUOUS:
            return Sentence(
                translate("texts", "Tripletex has {count} customers that can be “{name}”."),
                translate("texts", "Merge or deactivate the customers that are not in use under "
                                   "Kunde in Tripletex."),
            )
        case Code.CUSTOMER_FACTORING:
            return Sentence(
                translate("texts", "The customer “{name}” is set up with factoring in Tripletex, "
                                   "but the order is already paid. The invoice would have gone "
                                   "to factoring."),
                translate("texts", "Turn off factoring on the customer card in Tripletex, or "
                                   "invoice the order manually."),
            )
        case Code.CUSTOMER_UNCERTAIN:
            return Sentence(
                translate("texts", "The customer “{name}” may have been created in Tripletex, "
                                   "but cannot be found there yet."),
                translate("texts", "Search for the customer under Kunde in Tripletex, create it "
                                   "if it is not there, and transfer the order again."),
            )
        case _:
            assert_never(code)


def uncertain(code: Code) -> Sentence:  # noqa: C901, PLR0911 - one return a reason
    """Something may have been sent; nothing is sent again before it is settled."""
    assert code in UNCERTAIN
    match code:
        case Code.NOT_TRIED:
            return Sentence(
                translate("texts", "The order was not tried. Nothing was sent."),
                translate("texts", "Transfer it again when the problem has been solved."),
            )
        case Code.TRANSFER_UNFINISHED:
            return Sentence(
                translate("texts", "The last transfer did not come to its end. Nothing is booked."),
                translate("texts", "It is safe to try again: it goes on at the step that is "
                                   "missing."),
            )
        case Code.STOPPED_BY_USER:
            return Sentence(
                translate("texts", "You stopped the transfer."),
                translate("texts", "Transfer the rest whenever you like."),
            )
        case Code.BROKEN_OFF:
            return Sentence(
                translate("texts", "An unexpected error broke this off."),
                translate("texts", "Nothing more is sent. Start the program again."),
            )
        case Code.SETUP_CHANGED:
            return Sentence(
                translate("texts", "The set-up has been changed since the dialog was shown."),
                translate("texts", "Check the orders as they are by the new set-up, and transfer "
                                   "them again."),
            )
        case Code.DAY_CHANGED:
            return Sentence(
                translate("texts", "It is another day than when the dialog was shown: the invoice "
                                   "date would not be the one that stood there."),
                translate("texts", "Fetch new orders, and transfer them again."),
            )
        case Code.ORDER_GONE:
            return Sentence(
                translate("texts", "Order {number} was sent to Tripletex, but is not there any "
                                   "more."),
                translate("texts", "Check in Tripletex whether somebody has deleted the order, "
                                   "and whether it was invoiced."),
            )
        case Code.OUTCOME_UNKNOWN:
            return Sentence(
                translate("texts", "Got no certain answer from Tripletex. It may have carried "
                                   "out what was sent."),
                translate("texts", "Check it there now, or transfer it again: the order is looked "
                                   "up in Tripletex before anything is sent."),
            )
        case Code.CLAIMED_BY_OTHER:
            return Sentence(
                translate("texts", "{owner} is transferring this order right now."),
                translate("texts", "Wait until it is done. The order is not sent twice."),
            )
        case Code.LEASE_LOST:
            return Sentence(
                translate("texts", "The computer was away for so long that another program may "
                                   "have taken over the order."),
                translate("texts", "Transfer the order again. It is looked up in Tripletex "
                                   "before anything is sent."),
            )
        case _:
            assert_never(code)
