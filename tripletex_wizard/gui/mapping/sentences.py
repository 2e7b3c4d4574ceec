"""Reasons, doubts and figures of the mapping table in words."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from tripletex_wizard.domain.draft import MethodChoice
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.money import round_half_up
from tripletex_wizard.domain.suggest import BOOKS_CURRENCY, Doubt, MappingWarning, Reason
from tripletex_wizard.gui.amounts import NO_BREAK_SPACE

translate = QCoreApplication.translate


class MappingCounts(QObject):
    """Texts with a count; only `tr` in a QObject is read as a text with two forms."""

    def orders(self, count: int) -> str:
        """«1 204 ordrer»."""
        return self.tr("%Ln order(s)", "", count)

    def accept(self, count: int) -> str:
        """«Godta 2 forslag», with its mnemonic."""
        return self.tr("Accept %n su&ggestion(s)", "", count)


def activity(row: MethodChoice, *, is_read: bool) -> str:
    """«412 ordrer · 318 240 kr» of the last 90 days, in whole kroner as on the picture.

    «…» when nothing is known yet, because the orders have not been read.
    """
    if not row.orders and not is_read:
        return "…"
    if not row.orders:
        return translate("mapping", "No orders in the last 90 days")
    whole = QLocale().toString(round_half_up(row.amount.amount))
    currency = "kr" if row.amount.currency == BOOKS_CURRENCY else row.amount.currency
    return f"{MappingCounts().orders(row.orders)} · {whole}{NO_BREAK_SPACE}{currency}"


def reason_name(reason: Reason) -> str:  # noqa: PLR0911 - one name a reason
    """«Forslag: samme navn»; a row without a proposal has no reason."""
    match reason:
        case Reason.NONE:
            return ""
        case Reason.SAME_NAME:
            return translate("mapping", "Suggestion: same name")
        case Reason.SAME_ACCOUNT:
            return translate("mapping", "Suggestion: name of the account")
        case Reason.KNOWN_ALIAS:
            return translate("mapping", "Suggestion: same kind of payment")
        case Reason.LIABILITY_ACCOUNT:
            return translate("mapping", "Suggestion: liability account")
        case Reason.PAID_LATER:
            return translate("mapping", "Suggestion: paid later")
        case Reason.Z_REPORT:
            return translate("mapping", "Suggestion: via the Z-report")
        case _:
            assert_never(reason)


def warning_sentence(warning: MappingWarning) -> str:
    """What may be wrong, and what to do about it."""
    about = warning.payment_type
    return _source(warning.doubt).format(
        method=warning.labels[0],
        methods=_listed(warning.labels),
        payment_type=payment_type_name(about) if about else "",
        currency=about.currency if about else "",
    )


def payment_type_name(payment_type: PaymentType) -> str:
    """«Vipps (1902)»: identifiers are never grouped; the currency is told when it is not NOK."""
    account = str(payment_type.account.number) if payment_type.account else ""
    currency = payment_type.currency if payment_type.currency != BOOKS_CURRENCY else ""
    known = ", ".join(part for part in (account, currency) if part)
    return f"{payment_type.description} ({known})" if known else payment_type.description


def _listed(labels: tuple[str, ...]) -> str:
    first = ", ".join(labels[:-1])
    return translate("mapping", "{first} and {last}").format(first=first, last=labels[-1])


def _source(doubt: Doubt) -> str:  # noqa: C901, PLR0911 - one sentence a doubt
    match doubt:
        case Doubt.UNDECIDED_IN_USE:
            return translate("mapping", "{method} is in use, but has no payment type yet.")
        case Doubt.REGISTER_TRANSFERRED:
            return translate(
                "mapping",
                "{method} is booked via the Z-report from Datakassen. "
                "Transferred as well, the sales would be booked twice.",
            )
        case Doubt.LEFT_OUT_IN_USE:
            return translate(
                "mapping",
                "{method} is in use, but its orders will not be transferred. "
                "They must be booked in another way.",
            )
        case Doubt.INVOICES_ITSELF:
            return translate(
                "mapping",
                "{method} invoices the customer itself. "
                "With automatic sending the customer gets two invoices.",
            )
        case Doubt.TAKES_PAYMENT:
            return translate(
                "mapping",
                "{method} is paid at once. With automatic sending the customer is sent an "
                "invoice for what is already paid.",
            )
        case Doubt.ENCLOSED_AND_SENT:
            return translate(
                "mapping",
                "{method} comes with the parcel. Send it from Tripletex only when Mystore does "
                "not enclose an invoice: the customer shall get one.",
            )
        case Doubt.GIFT_CARD_ACCOUNT:
            return translate(
                "mapping",
                "{method} should be on a liability account (2xxx): a gift card is a debt to the "
                "customer until it is used.",
            )
        case Doubt.CUSTOMER_LEDGER:
            return translate(
                "mapping",
                "{method}: the payment type {payment_type} has a customer in Tripletex, so "
                "payments are posted to 1500 on that customer and not to a bank account.",
            )
        case Doubt.OTHER_CURRENCY:
            return translate(
                "mapping",
                "{method}: the payment type {payment_type} is in {currency}, so orders in NOK "
                "cannot be paid by it.",
            )
        case Doubt.NOT_VISIBLE:
            return translate(
                "mapping",
                "{method}: the payment type that was chosen is no longer visible. Choose another, "
                "or enable «Vis på ordre» in Tripletex.",
            )
        case Doubt.SHARED_ACCOUNT:
            return translate(
                "mapping",
                "{methods} are posted to the same account: {payment_type}. "
                "With an account each, their payouts can be reconciled one by one.",
            )
        case _:
            assert_never(doubt)
