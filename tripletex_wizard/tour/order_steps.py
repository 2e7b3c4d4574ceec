"""The tour through the order window: loading, filters, detail, and one order sent as order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.table.filters import Kind
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.hands import said

STATE = TransferState
_MOST_AT_ONCE = 7


# looking


def orders_are_there(desk: Desk) -> None:
    """Every order with its state; nothing more is in Tripletex than before."""
    desk.until_idle()
    desk.servers.faults.clear()
    shop = desk.books().state["mystore"]["orders"]
    desk.expect(set(desk.controller.standings) <= {row["id"] for row in shop}, "the shop's orders")
    desk.need(desk.controller.standings, "the shop has no orders of these days")
    desk.expect(desk.controller.problem is None, "they must be read without trouble")
    two_parts = (desk.of_state(state, is_paid_in_two) for state in (STATE.READY, STATE.TRANSFERRED))
    desk.cast["two parts"] = next(filter(None, two_parts), ())[:1]
    desk.cast["kept for crediting"] = desk.of_state(STATE.READY, is_credit)


def an_order_is_stopped(desk: Desk) -> None:
    """Why an order cannot be transferred, under its own chip."""
    desk.cast["stopped"] = desk.of_state(STATE.STOPPED)[-1:]
    number = desk.actor("stopped")
    desk.choose_orders([number])
    desk.expect(desk.standing(number).problems, "there must be a reason")
    desk.expect(not desk.books().orders(number), "nothing of it may be in Tripletex")


def an_order_is_looked_at(desk: Desk) -> None:
    """One order with its lines and postings."""
    desk.cast["as order"] = _may_be_both(desk)[-1:]
    number = desk.actor("as order")
    desk.choose_orders([number])
    desk.expect_text(number)
    desk.expect(desk.window.current == number, "the order must be shown in detail")


def an_order_is_searched(desk: Desk) -> None:
    """By its number; a press of Escape shows all again."""
    number = desk.actor("as order")
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.type_into(desk.window.header.search.accessibleName(), number)
    desk.until(lambda: desk.window.model.rowCount() == 1, "the order is found")


def several_are_chosen(desk: Desk) -> None:
    """What several orders come to; a stopped one among them."""
    desk.press(Qt.Key.Key_Escape)
    ready = desk.of_state(STATE.READY, _is_invoice)[-_MOST_AT_ONCE:]
    desk.need(ready, "no order is ready to become an invoice")
    desk.cast["batch"] = ready
    desk.choose_orders([*ready, *desk.cast.get("stopped", ())], Kind.ALL)
    before = desk.books().writes
    desk.expect(desk.window.table.selection.transferable, "they must be transferable")
    desk.expect(desk.books().writes == before, "nothing may be sent")


# the dialog, and one order as order


def transfer_is_asked(desk: Desk) -> None:
    """Ctrl+T: in which way, with which e-mails; the stopped one is not among them."""
    desk.actors("batch")
    desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.dialog(TransferDialog)
    desk.expect(set(dialog.numbers()) == set(desk.actors("batch")), "the chosen ones are asked for")


def all_as_order_is_asked(desk: Desk) -> None:
    """The other way: what it means, and that no invoice is sent."""
    desk.actors("batch")
    desk.click(said("TransferDialog", "All as &order"))
    dialog = desk.dialog(TransferDialog)
    desk.expect(dialog.way is TransferAs.ORDER, "as order must be chosen")
    desk.expect(not dialog.preview.emails, "orders are not sent to customers")


def one_is_asked_as_order(desk: Desk) -> None:
    """«Overfør som ordre …» opens the dialog with that chosen."""
    if isinstance(desk.front, TransferDialog):
        desk.close_dialog()
    number = desk.actor("as order")
    desk.choose_orders([number])
    desk.click(desk.window.footer.as_order.text())
    desk.expect(desk.dialog(TransferDialog).way is TransferAs.ORDER, "as order must be chosen")


def one_is_an_order(desk: Desk) -> QWidget:
    """It is an open order in Tripletex; nothing is booked."""
    number = desk.actor("as order")
    send(desk)
    books = desk.books()
    desk.expect(len(books.orders(number)) == 1, f"{number} must be an order in Tripletex")
    desk.expect(not books.orders(number)[0]["isClosed"], "the order must be open")
    desk.expect(not books.invoices(number), "nothing may be booked")
    desk.expect(desk.state(number) is STATE.TRANSFERRED, "it must be shown as transferred")
    return desk.dialog(BatchDialog)


def send(desk: Desk) -> None:
    """Accept the transfer dialog, and wait for every order's outcome."""
    desk.click_main()
    desk.dialog(BatchDialog)
    desk.until_batch_is_over()


def is_credit(standing: Standing) -> bool:
    """Of these somebody must first say what became of the money."""
    return isinstance(standing.order, Order) and standing.order.is_credit


def is_paid_in_two(standing: Standing) -> bool:
    """By a gift card, and otherwise for the rest."""
    order = standing.order
    return isinstance(order, Order) and bool(order.gift_cards) and order.total.ore > 0


def _is_invoice(standing: Standing) -> bool:
    return standing.plans[0].transfer_as is TransferAs.INVOICE


def _may_be_both(desk: Desk) -> tuple[str, ...]:
    """Those last that would be sent to their customer as invoices."""
    both = desk.of_state(STATE.READY, lambda row: _is_invoice(row) and len(row.plans) > 1)
    return tuple(sorted(both, key=lambda number: desk.standing(number).plans[0].send is not None))
