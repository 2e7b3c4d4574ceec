"""The tour through money that comes in two parts, and money that goes back."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QRadioButton, QWidget

from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.asking.original_dialog import OriginalDialog
from tripletex_wizard.gui.orders.asking.posting_sums_dialog import PostingSumsDialog
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.hands import said
from tripletex_wizard.tour.order_steps import is_credit, send

STATE = TransferState
_TWO = 2


def two_parts_are_paid(desk: Desk) -> None:
    """A gift card and Vipps: both are registered, each on its own account."""
    desk.close_batch()
    number = desk.actor("two parts")
    if desk.state(number) is STATE.READY:
        _transfer(desk, number)
    (invoice,) = desk.books().invoices(number)
    desk.expect(invoice["amountCurrencyOutstanding"] == 0, "nothing may be outstanding")
    payments = desk.books().payments(invoice)
    desk.expect(len(payments) == _TWO, f"two payments must be registered: {payments}")
    desk.choose_orders([number])
    booked = desk.standing(number).progress.invoice
    desk.expect(booked and not booked.outstanding, "nothing may be shown as outstanding")


def invoice_is_chosen(desk: Desk) -> QWidget:
    """A credit order: the customer's invoices in Tripletex, the likeliest first."""
    waiting = desk.of_state(STATE.READY, is_credit, free=False)[:1]
    desk.need(waiting, "no credit order is ready")
    (number,) = waiting
    _book_what_was_sold(desk, number)
    desk.cast["credit"] = waiting
    desk.choose_orders([number])
    desk.click(said("CreditActions", "Choose the invoice …"))
    dialog = desk.dialog(OriginalDialog)
    desk.until_idle()
    desk.expect(dialog.findChildren(QRadioButton)[0].isVisible(), "an invoice must be offered")
    return dialog


def refund_is_asked_about(desk: Desk) -> QWidget:
    """Nothing is sent before it is said whether the money was paid back."""
    desk.actor("credit")
    likeliest = desk.dialog(OriginalDialog).findChildren(QRadioButton)[0]
    desk.click(likeliest.text().replace("&", ""))
    desk.click_main()
    dialog = desk.dialog(TransferDialog)
    desk.expect(dialog.choice().is_refunded is None, "nothing may be answered to begin with")
    desk.click(said("RefundQuestion", "&Yes, it is registered as a refund in Tripletex"))
    return dialog


def postings_are_shown(desk: Desk) -> QWidget:
    """«Vis kontering»: the credit note and the refund, before anything is sent."""
    desk.actor("credit")
    desk.click(said("TransferDialog", "Show postings"))
    return desk.dialog(PostingSumsDialog)


def part_is_credited(desk: Desk) -> QWidget:
    """One credit note of that invoice, the money back on Vipps, and nothing open."""
    number = desk.actor("credit")
    desk.close_dialog()
    before = desk.books()
    send(desk)
    books = desk.books()
    new = [row for row in books.credit_notes if row not in before.credit_notes]
    desk.expect(len(new) == 1, "there must be one new credit note")
    (note,) = new
    desk.expect(note["amountCurrencyOutstanding"] == 0, "nothing may be open on it")
    (refund,) = books.payments(note)
    desk.expect(Decimal(str(refund["amount"])) < 0, "the money must have gone back")
    desk.expect(desk.state(number) is STATE.TRANSFERRED, f"{number} must be transferred")
    return desk.dialog(BatchDialog)


def credit_note_is_looked_at(desk: Desk) -> None:
    """What it credits, and where the money went."""
    desk.close_batch()
    number = desk.actor("credit")
    desk.choose_orders([number])
    desk.expect(desk.window.current == number, "the credit order must be shown in detail")


def _book_what_was_sold(desk: Desk, number: str) -> None:
    """The sale that the credit order takes something back of."""
    credit = desk.standing(number).order
    assert isinstance(credit, Order)
    articles = {line.sku for line in credit.lines}

    def is_the_sale(row: Standing) -> bool:
        order = row.order
        is_theirs = isinstance(order, Order) and order.customer == credit.customer
        return is_theirs and not is_credit(row) and articles <= _articles(row)

    waiting = desk.of_state(STATE.READY, is_the_sale, free=False)
    booked = desk.of_state(STATE.TRANSFERRED, is_the_sale, free=False)
    desk.need(waiting or booked, "the sale is not among these orders")
    for each in waiting:
        _transfer(desk, each)


def _transfer(desk: Desk, number: str) -> None:
    desk.choose_orders([number])
    desk.click(desk.window.footer.main.text())
    desk.dialog(TransferDialog)
    send(desk)
    desk.close_batch()


def _articles(row: Standing) -> set[str]:
    return {line.sku for line in row.order.lines} if isinstance(row.order, Order) else set()
