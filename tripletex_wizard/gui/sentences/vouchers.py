"""An invoice's vouchers in Tripletex beside what was asked (accounting.md rules 12 and 13)."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

POSTED: Final = (
    Code.PAYMENT_DIFFERS,
    Code.PAYMENTS_UNREAD,
    Code.VAT_DIFFERS_IN_LEDGER,
    Code.VAT_ROUNDED_IN_LEDGER,
    Code.VAT_UNREAD,
    Code.VOUCHERS_UNREAD,
    Code.INVOICE_ROUNDED,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def posted(code: Code) -> Sentence:  # noqa: PLR0911 - one return a code
    """What was posted is not what was asked, or could not be read."""
    assert code in POSTED
    match code:
        case Code.PAYMENT_DIFFERS:
            return Sentence(
                translate("texts", "{ours} was paid with {payment_type} in Mystore, but "
                                   "{theirs} is posted on its account in Tripletex."),
                translate("texts", "Check the payments on the invoice in Tripletex."),
            )
        case Code.PAYMENTS_UNREAD:
            return Sentence(
                translate("texts", "The two payments of invoice {invoice} could not be checked: "
                                   "Tripletex did not show the vouchers."),
                translate("texts", "Check in Tripletex that each payment is right: that nothing "
                                   "is outstanding does not prove it."),
            )
        case Code.VAT_DIFFERS_IN_LEDGER:
            return Sentence(
                translate("texts", "Tripletex has posted {theirs} VAT with code {vat_code}, but "
                                   "the order has {ours}."),
                translate("texts", "Open the invoice in Tripletex, find the difference, and "
                                   "credit it if it is wrong."),
            )
        case Code.VAT_ROUNDED_IN_LEDGER:
            return Sentence(
                translate("texts", "VAT with code {vat_code}: {theirs} in Tripletex, {ours} by "
                                   "line. The difference is rounding."),
                translate("texts", "Nothing to do."),
            )
        case Code.VAT_UNREAD:
            return Sentence(
                translate("texts", "The VAT of invoice {invoice} as posted could not be checked: "
                                   "Tripletex did not show it on the voucher."),
                translate("texts", "Look at the invoice in Tripletex if you want to be sure."),
            )
        case Code.VOUCHERS_UNREAD:
            return Sentence(
                translate("texts", "VAT and payment as posted could not be checked: Tripletex did "
                                   "not show the vouchers of invoice {invoice}."),
                translate("texts", "Look at the invoice in Tripletex if you want to be sure."),
            )
        case Code.INVOICE_ROUNDED:
            return Sentence(
                translate("texts", "Tripletex has rounded the invoice to whole kroner: "
                                   "{amount}."),
                translate("texts", "Turn off rounding of invoices under Faktura › Innstillinger "
                                   "› Fakturainnstillinger."),
            )
        case _:
            assert_never(code)
