"""Why a shop order cannot be read, or is not one to be transferred."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

READING: Final = (
    Code.ATTRIBUTE_UNREADABLE,
    Code.ATTRIBUTE_MISSING,
    Code.ORDER_WITHOUT_LINES,
    Code.LINES_DO_NOT_SUM,
    Code.PRICE_BASIS_AMBIGUOUS,
)
TOTAL_ROWS: Final = (
    Code.TOTAL_ROW_UNKNOWN,
    Code.TOTAL_ROW_SIGN,
    Code.ROUNDING_PRODUCT_MISSING,
    Code.ROUNDING_PRODUCT_WITH_VAT,
    Code.ROUNDING_TOO_LARGE,
)
WHOLE_ORDER: Final = (
    Code.ORDER_NOT_FOUND,
    Code.CHANGED_SINCE_READ,
    Code.STATUS_CHANGED_SINCE,
    Code.NOTHING_TO_INVOICE,
    Code.ZERO_TOTAL_WITH_VAT,
)
WRITING: Final = (
    Code.WRITE_BACK_OFF,
    Code.STATUS_REFUSED,
    Code.STATUS_NOT_CHANGED,
    Code.STATUS_UNANSWERED,
)
DELIVERY: Final = (
    Code.STATUS_NOT_COMPLETED,
    Code.STATUS_CALLED_OFF,
    Code.NOT_DELIVERED,
    Code.FINISHED_IN_FUTURE,
    Code.PERIOD_CLOSED,
    Code.RECEIPT_PERIOD_CLOSED,
)
LAST_MONTH: Final = (
    Code.LAST_MONTH_NOT_DELIVERED,
    Code.LAST_MONTH_TOO_LATE,
    Code.LAST_MONTH_CLOSED,
    Code.LAST_MONTH_UNKNOWN,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def reading(code: Code) -> Sentence:
    """An order document that cannot be read, or does not add up."""
    assert code in READING
    match code:
        case Code.ATTRIBUTE_UNREADABLE:
            return Sentence(
                translate("texts", "Mystore sent “{value}” in {attribute}, which cannot be read "
                                   "with certainty."),
                translate("texts", "Correct the order in Mystore, and load new orders."),
            )
        case Code.ATTRIBUTE_MISSING:
            return Sentence(
                translate("texts", "Mystore did not send {attribute} for this order."),
                translate("texts", "Check that the Mystore token has read permission for it and "
                                   "no “hide” permission."),
            )
        case Code.ORDER_WITHOUT_LINES:
            return Sentence(
                translate("texts", "The order has no order lines."),
                translate("texts", "Open the order in Mystore, and add the goods or cancel it."),
            )
        case Code.LINES_DO_NOT_SUM:
            return Sentence(
                translate("texts", "The order lines should add up to {amount}, but give "
                                   "{without_vat} with prices read as without VAT and {with_vat} "
                                   "with prices read as with VAT."),
                translate("texts", "Open the order in Mystore, and correct the line or the total "
                                   "that is wrong."),
            )
        case Code.PRICE_BASIS_AMBIGUOUS:
            return Sentence(
                translate("texts", "The prices can be read both with and without VAT, and both "
                                   "ways give {amount}, but with different amounts on the lines."),
                translate("texts", "Enter this order manually in Tripletex."),
            )
        case _:
            assert_never(code)


def total_rows(code: Code) -> Sentence:
    """A row of the order total that cannot be posted."""
    assert code in TOTAL_ROWS
    match code:
        case Code.TOTAL_ROW_UNKNOWN:
            return Sentence(
                translate("texts", "The order total has a row “{title}” ({shop_class}) of "
                                   "{amount} that the program does not know."),
                translate("texts", "Enter this order manually in Tripletex, and report the row "
                                   "so that it can be supported."),
            )
        case Code.TOTAL_ROW_SIGN:
            return Sentence(
                translate("texts", "The row “{title}” of {amount} has the wrong sign, or nothing "
                                   "to be subtracted from."),
                translate("texts", "Open the order in Mystore, and correct the row."),
            )
        case Code.ROUNDING_PRODUCT_MISSING:
            return Sentence(
                translate("texts", "The shop has rounded the order by {amount}, but Tripletex "
                                   "has no product with number ØREAVRUNDING."),
                translate("texts", "Make the product ØREAVRUNDING in Tripletex on account 7740 "
                                   "without VAT, or turn off rounding in the shop."),
            )
        case Code.ROUNDING_PRODUCT_WITH_VAT:
            return Sentence(
                translate("texts", "The shop has rounded the order by {amount}, but the product "
                                   "ØREAVRUNDING in Tripletex has {rate} VAT."),
                translate("texts", "Give the product ØREAVRUNDING in Tripletex the VAT code 7, "
                                   "without VAT."),
            )
        case Code.ROUNDING_TOO_LARGE:
            return Sentence(
                translate("texts", "The shop's rounding is {amount}, which is more than rounding "
                                   "to whole kroner can be."),
                translate("texts", "Open the order in Mystore, and find out what the amount is."),
            )
        case _:
            assert_never(code)


def whole_order(code: Code) -> Sentence:
    """An order that can be read, but not be transferred as it is."""
    assert code in WHOLE_ORDER
    match code:
        case Code.ORDER_NOT_FOUND:
            return Sentence(
                translate("texts", "Mystore has no order with number {order}."),
                translate("texts", "Check the order number in Mystore."),
            )
        case Code.CHANGED_SINCE_READ:
            return Sentence(
                translate("texts", "The order was changed in Mystore after it was read here: it "
                                   "was {before}, and is now {after}. Nothing was sent."),
                translate("texts", "Check the order as it is now, and transfer it again."),
            )
        case Code.STATUS_CHANGED_SINCE:
            return Sentence(
                translate("texts", "The order had the status “{before}” when it was read here, and "
                                   "now has “{after}” in Mystore. Nothing was sent."),
                translate("texts", "Fetch the orders again, and check whether the order is to be "
                                   "sent."),
            )
        case Code.NOTHING_TO_INVOICE:
            return Sentence(
                translate("texts", "The order total is 0.00, so there is nothing to invoice."),
                translate("texts", "Goods given away: let the accountant consider VAT on "
                                   "withdrawal."),
            )
        case Code.ZERO_TOTAL_WITH_VAT:
            return Sentence(
                translate("texts", "The order total is 0.00, but the lines move {amount} VAT at "
                                   "{rate}. It looks like an exchange."),
                translate("texts", "Book the exchange manually in Tripletex, together with the "
                                   "accountant."),
            )
        case _:
            assert_never(code)


def writing(code: Code) -> Sentence:
    """A status that was to be written to Mystore."""
    assert code in WRITING
    match code:
        case Code.WRITE_BACK_OFF:
            return Sentence(
                translate("texts", "The set-up does not allow the program to change statuses in "
                                   "Mystore. Nothing was sent."),
                translate("texts", "Change the status in Mystore, or allow it in the set-up, "
                                   "step 5 “Transfer”."),
            )
        case Code.STATUS_REFUSED:
            return Sentence(
                translate("texts", "Mystore did not accept the status “{status}”: “{text}” "
                                   "Nothing was changed or booked."),
                translate("texts", "Set the status in Mystore, and transfer the order again."),
            )
        case Code.STATUS_NOT_CHANGED:
            return Sentence(
                translate("texts", "Mystore did not change the status to “{status}”, but may have "
                                   "told the customer of it if that was asked for. Nothing was "
                                   "booked."),
                translate("texts", "Open the order in Mystore, set the status there, and transfer "
                                   "the order again."),
            )
        case Code.STATUS_UNANSWERED:
            return Sentence(
                translate("texts", "Got no certain answer from Mystore. The order may have got "
                                   "the status “{status}”."),
                translate("texts", "Try again in a few minutes. The order is looked up in Mystore "
                                   "before anything is sent."),
            )
        case _:
            assert_never(code)


def delivery(code: Code) -> Sentence:
    """An order that is not to be invoiced today."""
    assert code in DELIVERY
    match code:
        case Code.STATUS_NOT_COMPLETED:
            return Sentence(
                translate("texts", "The order has the status “{status}” in Mystore, which does "
                                   "not count as completed."),
                translate("texts", "Set the order to a completed status in Mystore, usually "
                                   "“Sendt”."),
            )
        case Code.STATUS_CALLED_OFF:
            return Sentence(
                translate("texts", "The order is “{status}” in Mystore, and is not to be "
                                   "transferred."),
                translate("texts", "Nothing has to be done. If it is in Tripletex already, credit "
                                   "it there."),
            )
        case Code.NOT_DELIVERED:
            return Sentence(
                translate("texts", "The order is not completed in Mystore. An invoice before "
                                   "delivery would be prepayment invoicing."),
                translate("texts", "Set the order to a completed status in Mystore when the "
                                   "goods have been sent."),
            )
        case Code.FINISHED_IN_FUTURE:
            return Sentence(
                translate("texts", "The order is completed on {delivered} in Mystore, a day that "
                                   "has not come yet. An invoice before delivery would be "
                                   "prepayment invoicing."),
                translate("texts", "Transfer the order when it has been delivered, or correct the "
                                   "date in Mystore."),
            )
        case Code.PERIOD_CLOSED:
            return Sentence(
                translate("texts", "The accounting period that {invoice_date} belongs to is "
                                   "closed in Tripletex."),
                translate("texts", "Ask the accountant to open the period, or transfer the order "
                                   "in an open period."),
            )
        case Code.RECEIPT_PERIOD_CLOSED:
            return Sentence(
                translate("texts", "Mystore's receipt is the sales document, and the accounting "
                                   "period of its date {invoice_date} is closed in Tripletex."),
                translate("texts", "Ask the accountant to open the period, or to post the sale; "
                                   "then mark the order as already booked."),
            )
        case _:
            assert_never(code)


def last_month(code: Code) -> Sentence:
    """Why an invoice cannot be dated the last day of the month before."""
    assert code in LAST_MONTH
    match code:
        case Code.LAST_MONTH_NOT_DELIVERED:
            return Sentence(
                translate("texts", "The invoice cannot be dated {invoice_date}: the order was "
                                   "delivered on {delivered}, after that day."),
                translate("texts", "Nothing to do: the invoice carries the day of issue."),
            )
        case Code.LAST_MONTH_TOO_LATE:
            return Sentence(
                translate("texts", "The invoice cannot be dated {invoice_date}: that is allowed "
                                   "until the 15th of the month after (bokføringsforskriften "
                                   "§ 5-1-3)."),
                translate("texts", "Transfer the order with today as invoice date."),
            )
        case Code.LAST_MONTH_CLOSED:
            return Sentence(
                translate("texts", "The invoice cannot be dated {invoice_date}: the accounting "
                                   "period of that day is closed in Tripletex."),
                translate("texts", "Transfer the order with today as invoice date, or ask the "
                                   "accountant to open the period."),
            )
        case Code.LAST_MONTH_UNKNOWN:
            return Sentence(
                translate("texts", "The invoice cannot be dated {invoice_date}: Tripletex does "
                                   "not show whether the accounting period of that day is open."),
                translate("texts", "Transfer the order with today as invoice date, or give the "
                                   "employee token the right to read accounting periods."),
            )
        case _:
            assert_never(code)
