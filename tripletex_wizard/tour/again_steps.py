"""The tour through transferring again: by the status, an open order, after a credit note, marks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.asking.mark_dialog import MarkDialog
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.tour.books import credit
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.hands import said
from tripletex_wizard.tour.order_steps import send

STATE = TransferState
SENT, IN_PROGRESS = "Sendt", "Under behandling"
VOUCHER, REASON = "B-1042", "Fakturert for hånd"


# by the status, as the specification has it


def status_is_only_looked_at(desk: Desk) -> None:
    """«Under behandling» without «Oppdater ordre»: the shop knows nothing of it."""
    desk.close_batch()
    desk.cast["again"] = desk.of_state(STATE.TRANSFERRED, _is_booked, free=False)[:1]
    number = desk.actor("again")
    desk.choose_orders([number])
    before = desk.books()
    desk.choose(said("StatusBox", "Order status"), IN_PROGRESS)
    books = desk.books()
    desk.expect(books.status(number) == before.status(number), "the shop keeps its status")
    desk.expect(books.writes == before.writes, "nothing may be sent")


def dialog_opens_once_more(desk: Desk) -> QWidget:
    """Back to «Sendt»: the dialog says that it is booked; the customer is not told again."""
    desk.actor("again")
    desk.choose(said("StatusBox", "Order status"), SENT)
    dialog = desk.dialog(TransferDialog)
    desk.expect(not dialog.choice().notify, "the customer must not be told again")
    return dialog


def nothing_is_sent_twice(desk: Desk) -> QWidget:
    """«allerede ført som faktura …»: no invoice, no e-mail, no request that changes anything."""
    number = desk.actor("again")
    before = desk.books()
    send(desk)
    books = desk.books()
    desk.expect(books.writes == before.writes, "nothing may be sent")
    desk.expect((books.emails, books.notices) == (before.emails, before.notices), "no e-mail")
    (invoice,) = books.invoices(number)
    told = said(
        "ProgressTexts",
        "{order} is already booked as invoice {invoice}: nothing was sent to Tripletex",
    )
    desk.expect_text(told.format(order=number, invoice=invoice["invoiceNumber"]))
    return desk.dialog(BatchDialog)


def order_is_completed(desk: Desk) -> QWidget:
    """An order that does not count as sent in the shop: the dialog says what «Sendt» captures."""
    desk.close_batch()
    desk.cast["completed"] = desk.of_state(STATE.NOT_COMPLETED, _can_be_completed)[-1:]
    desk.choose_orders([desk.actor("completed")])
    desk.choose(said("StatusBox", "Order status"), SENT)
    return desk.dialog(TransferDialog)


def status_comes_first(desk: Desk) -> QWidget:
    """The shop has the status, has told the customer, and the order is booked.

    It was sent once, and set back: the notice is ticked by hand.
    """
    number = desk.actor("completed")
    before = desk.books()
    desk.click(said("TransferEmails", "Send e-mail to the &customer"))
    send(desk)
    books = desk.books()
    desk.expect(books.status(number) != before.status(number), "the shop must have the status")
    desk.expect(books.notices == before.notices + 1, "the shop must tell the customer once")
    desk.expect(len(books.orders(number)) == 1, f"{number} must be in Tripletex")
    return desk.dialog(BatchDialog)


# an open order becomes an invoice


def open_order_is_asked_for_again(desk: Desk) -> QWidget:
    """«Overfør på nytt …», as an invoice this time, and without an e-mail."""
    desk.close_batch()
    desk.choose_orders([desk.actor("as order")])
    desk.click(said("SendingActions", "Transfer again …"))
    dialog = desk.dialog(TransferDialog)
    desk.click(said("TransferDialog", "As &invoice"))
    if dialog.preview.emails:
        desk.click(said("PreviewTexts", "Send invoice by &e-mail to the customer"))
    desk.expect(dialog.way is TransferAs.INVOICE, "as invoice must be chosen")
    return dialog


def open_order_is_invoiced(desk: Desk) -> QWidget:
    """The order that is there is invoiced; no second one is made, and nothing is mailed."""
    number = desk.actor("as order")
    before = desk.books()
    send(desk)
    books = desk.books()
    desk.expect(len(books.orders(number)) == 1, "there must be one order")
    desk.expect(len(books.invoices(number)) == 1, "there must be one invoice")
    desk.expect(books.emails == before.emails, "no e-mail may go out")
    return desk.dialog(BatchDialog)


# after a credit note


def invoice_is_credited(desk: Desk) -> None:
    """An accountant credits an invoice in Tripletex; «Sjekk i Tripletex» learns of it."""
    desk.close_batch()
    booked = desk.of_state(STATE.TRANSFERRED, _is_booked, free=False)
    kept = desk.cast.get("two parts", ())
    desk.cast["credited"] = tuple(number for number in booked if number not in kept)[-1:]
    number = desk.actor("credited")
    (invoice,) = desk.books().invoices(number)
    credit(desk.servers, invoice["id"])
    desk.choose_orders([number])
    desk.click(said("SendingActions", "Check in Tripletex"))
    desk.until_idle()
    desk.expect(desk.state(number) is STATE.CREDITED, f"{number} must be credited")
    desk.window.look_at(number)


def credited_is_asked_for_again(desk: Desk) -> QWidget:
    """The dialog says which number it gets, as its own is in use for ever."""
    desk.actor("credited")
    desk.click(said("SendingActions", "Transfer again …"))
    dialog = desk.dialog(TransferDialog)
    numbers = [plan.number for plan in dialog.preview.plans]
    desk.expect(numbers == [_second(desk)], "it must get a number of its own")
    return dialog


def credited_is_booked_anew(desk: Desk) -> QWidget:
    """A new order with a suffix, and its invoice; the first ones stay."""
    number = desk.actor("credited")
    send(desk)
    books = desk.books()
    desk.expect(len(books.invoices(_second(desk))) == 1, f"{_second(desk)} must be booked")
    desk.expect(len(books.invoices(number)) == 1, "the credited invoice stays")
    return desk.dialog(BatchDialog)


def _second(desk: Desk) -> str:
    return f"{desk.actor('credited')}-2"


# marks


def mark_is_asked_for(desk: Desk) -> QWidget:
    """«Marker som allerede bokført …»: by which voucher, and why."""
    desk.close_batch()
    number = desk.actor("stopped")
    desk.choose_orders([number])
    desk.click(said("MarkActions", "Mark as already booked …"))
    dialog = desk.dialog(MarkDialog)
    desk.type_into(said("MarkDialog", "&Voucher or invoice number"), VOUCHER)
    desk.type_into(said("MarkDialog", "&Reason"), REASON)
    return dialog


def order_is_marked(desk: Desk) -> None:
    """It counts as transferred, with the voucher; nothing is sent."""
    number = desk.actor("stopped")
    before = desk.books().writes
    desk.click_main()
    desk.until_idle()
    desk.expect(desk.state(number) is STATE.TRANSFERRED, "it must count as transferred")
    desk.expect(desk.books().writes == before, "nothing may be sent")
    desk.choose_orders([number])
    desk.expect_text(VOUCHER)


def mark_is_taken_back(desk: Desk) -> None:
    """It stands as before; the history keeps both."""
    number = desk.actor("stopped")
    desk.click(said("MarkActions", "Take the mark back"))
    desk.until_idle()
    desk.expect(desk.state(number) is STATE.STOPPED, "it must be stopped as before")
    desk.choose_orders([number])


def _is_booked(standing: Standing) -> bool:
    return standing.progress.invoice is not None


def _can_be_completed(standing: Standing) -> bool:
    order = standing.order
    return bool(standing.plans) and isinstance(order, Order) and bool(order.customer.email)
