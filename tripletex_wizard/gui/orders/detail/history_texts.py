"""What has happened to an order in Tripletex and Mystore: when, what, and by whom."""

from __future__ import annotations

from datetime import date, datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.transfer import (
    GONE,
    NO_EHF,
    SHOWN_ABSENT,
    JournalEntry,
    Phase,
    Step,
)
from tripletex_wizard.gui.amounts import clock_time, moment

translate = QCoreApplication.translate


def when(at: datetime, today: date) -> str:
    """Day and time, with the year when it is not this one."""
    return moment(at) if at.year != today.year else f"{at:%d.%m.} {clock_time(at)}"


def who(happening: JournalEntry) -> str:
    """The user and the PC, as far as they are known."""
    return ", ".join(filter(None, (happening.user, happening.host)))


def what(happening: JournalEntry) -> str:  # noqa: PLR0911 - one return a step
    """What was done, or tried."""
    match happening.step:
        case Step.STATUS:
            return _status(happening)
        case Step.CUSTOMER:
            return _customer(happening)
        case Step.PRODUCT:
            return _product(happening)
        case Step.ORDER:
            return _order(happening)
        case Step.INVOICE if happening.facts.credits is not None:
            return _credit_note(happening)
        case Step.INVOICE:
            return _invoice(happening)
        case Step.REFUND:
            return _refund(happening)
        case Step.MARK:
            return _mark(happening)
        case _:
            assert_never(happening.step)


def _status(happening: JournalEntry) -> str:
    facts = happening.facts
    match happening.phase:
        case Phase.DONE if facts.notify and not facts.adopted:
            text = translate("texts", "Status “{status}” set in Mystore, customer notified")
        case Phase.DONE:
            text = translate("texts", "Status “{status}” set in Mystore")
        case Phase.INTENDED:
            text = translate("texts", "The program ended while it set the status “{status}”")
        case Phase.UNANSWERED:
            text = translate("texts", "Got no answer from Mystore about the status “{status}”")
        case _:
            text = translate("texts", "Mystore did not set the status “{status}”")
    return text.format(status=facts.status_name)


def _customer(happening: JournalEntry) -> str:
    number = happening.facts.customer_number
    match happening.phase:
        case Phase.DONE if number is None:
            return translate("texts", "Customer saved in Tripletex")
        case Phase.DONE:
            return translate("texts", "Customer {number} saved in Tripletex").format(number=number)
        case Phase.INTENDED:
            return translate("texts", "The program ended while it saved the customer")
        case Phase.UNANSWERED:
            return translate("texts", "Got no answer from Tripletex about the customer")
        case _:
            return translate("texts", "Customer was not saved in Tripletex")


def _product(happening: JournalEntry) -> str:
    facts = happening.facts
    match happening.phase:
        case Phase.DONE if facts.adopted:
            text = translate("texts", "Product {number} found in Tripletex")
        case Phase.DONE:
            text = translate("texts", "Product {number} made in Tripletex")
        case Phase.INTENDED:
            text = translate("texts", "The program ended while it made the product {number}")
        case Phase.UNANSWERED:
            text = translate("texts", "Got no answer from Tripletex about the product {number}")
        case _ if facts.reason in SHOWN_ABSENT:
            text = translate("texts", "Checked: the product {number} is not in Tripletex")
        case _:
            text = translate("texts", "The product {number} was not made in Tripletex")
    return text.format(number=facts.product_number)


def _order(happening: JournalEntry) -> str:
    facts = happening.facts
    match happening.phase:
        case Phase.DONE if facts.adopted:
            text = translate("texts", "Order {number} found in Tripletex")
        case Phase.DONE:
            text = translate("texts", "Order {number} entered in Tripletex")
        case Phase.INTENDED:
            text = translate("texts", "The program ended while it sent order {number}")
        case Phase.UNANSWERED:
            text = translate("texts", "Got no answer from Tripletex about order {number}")
        case _ if facts.reason == GONE:
            text = translate("texts", "Order {number} is no longer in Tripletex")
        case _ if facts.reason in SHOWN_ABSENT:
            text = translate("texts", "Checked: order {number} is not in Tripletex")
        case _:
            text = translate("texts", "Order {number} was not entered in Tripletex")
    return text.format(number=facts.order_number)


def _invoice(happening: JournalEntry) -> str:
    facts = happening.facts
    match happening.phase:
        case Phase.DONE:
            return _booked(happening)
        case Phase.INTENDED:
            text = translate("texts", "The program ended while it invoiced order {number}")
        case Phase.UNANSWERED:
            text = translate("texts", "Got no answer from Tripletex about the invoice of {number}")
        case _ if facts.reason in SHOWN_ABSENT:
            text = translate("texts", "Checked: order {number} is not invoiced in Tripletex")
        case _ if facts.as_ehf and facts.reason == NO_EHF:
            text = translate("texts", "Order {number} could not be sent as EHF: nothing was booked")
        case _:
            text = translate("texts", "Order {number} was not invoiced")
    return text.format(number=facts.order_number)


def _booked(happening: JournalEntry) -> str:
    facts = happening.facts
    if facts.missing:
        text = translate("texts", "Invoice {number} is no longer in Tripletex")
    elif facts.credited_part is not None:
        text = translate("texts", "Invoice {number} has been credited in part in Tripletex")
    elif facts.credited:
        text = translate("texts", "Invoice {number} has been credited in Tripletex")
    elif facts.adopted:
        text = translate("texts", "Invoice {number} found in Tripletex")
    else:
        text = translate("texts", "Invoice {number} booked")
    return text.format(number=facts.invoice_number)


def _credit_note(happening: JournalEntry) -> str:
    facts = happening.facts
    match happening.phase:
        case Phase.DONE if facts.adopted:
            text = translate("texts", "Credit note {number} found in Tripletex")
        case Phase.DONE:
            text = translate("texts", "Credit note {number} booked")
        case Phase.INTENDED:
            text = translate("texts", "The program ended while it made the credit note")
        case Phase.UNANSWERED:
            text = translate("texts", "Got no answer from Tripletex about the credit note")
        case _ if facts.reason in SHOWN_ABSENT:
            text = translate("texts", "Checked: the credit note is not in Tripletex")
        case _ if facts.as_ehf and facts.reason == NO_EHF:
            text = translate("texts", "Could not be sent as EHF: nothing was booked")
        case _:
            text = translate("texts", "The credit note was not made")
    return text.format(number=facts.invoice_number)


def _refund(happening: JournalEntry) -> str:
    facts = happening.facts
    match happening.phase:
        case Phase.DONE if facts.reason:
            text = translate("texts", "Nothing was open to pay back on {number}")
        case Phase.DONE if facts.adopted:
            text = translate("texts", "Refund on {number} found in Tripletex")
        case Phase.DONE:
            text = translate("texts", "Refund registered on {number}")
        case Phase.INTENDED:
            text = translate("texts", "The program ended while it registered the refund")
        case Phase.UNANSWERED:
            text = translate("texts", "Got no answer from Tripletex about the refund")
        case _ if facts.reason in SHOWN_ABSENT:
            text = translate("texts", "Checked: the refund is not registered in Tripletex")
        case _:
            text = translate("texts", "The refund was not registered")
    return text.format(number=facts.invoice_number)


def _mark(happening: JournalEntry) -> str:
    facts = happening.facts
    if happening.phase is Phase.REVOKED:
        return translate("texts", "The mark “already booked” ({voucher}) was taken back").format(
            voucher=facts.voucher
        )
    text = translate("texts", "Marked as already booked with {voucher}: {remark}")
    return text.format(voucher=facts.voucher, remark=facts.remark)
