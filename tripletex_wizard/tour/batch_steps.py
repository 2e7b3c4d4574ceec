"""The tour through a batch: under way, its summary, what failed, what is unresolved, a pause."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.table.filters import Kind
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.hands import said

STATE = TransferState
INVOICING = "/v2/order/*/:invoice"
SLOW = 4
"""Seconds: an answer that comes after the picture."""
_FEWEST_FOR_A_FAILURE = 3
_PAUSED = 2


def a_batch_is_under_way(desk: Desk) -> QWidget:
    """Several as invoices: the number of the first is taken, the last one's answer gets lost."""
    desk.close_batch()
    batch = desk.actors("batch")
    if len(batch) >= _FEWEST_FOR_A_FAILURE:
        desk.cast["failed"] = batch[:1]
        desk.servers.tripletex.set_company(project_numbers=list(batch[:1]))
    desk.cast["uncertain"] = batch[-1:]
    _plan_faults(desk, len(batch) - len(desk.cast.get("failed", ())))
    desk.choose_orders(batch, Kind.READY)
    desk.click(desk.window.footer.main.text())
    desk.dialog(TransferDialog)
    desk.click_main()
    desk.until(lambda: _tried(desk) >= len(batch) - 2, "the batch is nearly through")
    return desk.dialog(BatchDialog)


def _plan_faults(desk: Desk, invoices: int) -> None:
    """The last but one is slow, and the last one's answer is lost."""
    faults, before = desk.servers.faults, invoices - 2
    if before >= 0:
        faults.add(Fault("tripletex", "delay", "PUT", INVOICING, skip=before, seconds=SLOW))
    faults.add(Fault("tripletex", "drop_after", "PUT", INVOICING))


def _tried(desk: Desk) -> int:
    batch = desk.controller.batch
    return len(batch.outcomes) if batch else 0


def a_batch_is_summed_up(desk: Desk) -> QWidget:
    """Failures first, each with one thing to do; every outcome is that of Tripletex."""
    batch = desk.actors("batch")
    desk.until_batch_is_over()
    desk.servers.faults.clear()
    books = desk.books()
    failed, uncertain = (desk.cast.get(part, ()) for part in ("failed", "uncertain"))
    for number in batch:
        if number in failed:
            booked, state = 0, STATE.FAILED
        elif number in uncertain:
            booked, state = 1, STATE.UNCERTAIN
        else:
            booked, state = 1, STATE.TRANSFERRED
        fits = {state, STATE.TRANSFERRED_WITH_NOTE} if booked else {state}
        desk.expect(len(books.invoices(number)) == booked, f"{number}: {booked} invoice(s)")
        desk.expect(desk.state(number) in fits, f"{number} must be {state}")
    return desk.dialog(BatchDialog)


def a_failure_is_mended(desk: Desk) -> QWidget:
    """The number is free again in Tripletex: «Prøv igjen» books that order alone."""
    number = desk.actor("failed")
    before = len(desk.books().state["invoices"])
    desk.servers.tripletex.set_company(project_numbers=[])
    desk.click(said("SummaryView", "Try again"))
    desk.until(lambda: desk.state(number) is not STATE.FAILED, "the order is tried again")
    desk.until_batch_is_over()
    books = desk.books()
    desk.expect(len(books.invoices(number)) == 1, f"{number} must be booked")
    desk.expect(len(books.state["invoices"]) == before + 1, "no other order may be booked")
    return desk.dialog(BatchDialog)


def one_is_unresolved(desk: Desk) -> None:
    """«Uavklart»: nobody knows yet whether it was booked, and it is not sent again."""
    desk.close_batch()
    number = desk.actor("uncertain")
    desk.choose_orders([number])
    desk.expect(desk.state(number) is STATE.UNCERTAIN, f"{number} must be unresolved")


def it_is_looked_up(desk: Desk) -> None:
    """«Sjekk i Tripletex» finds the invoice, and sends nothing."""
    number = desk.actor("uncertain")
    before = desk.books().writes
    desk.click(said("SendingActions", "Check in Tripletex"))
    desk.until_idle()
    books = desk.books()
    desk.expect(desk.state(number) is STATE.TRANSFERRED, f"{number} must be transferred")
    desk.expect(len(books.invoices(number)) == 1, "it must be booked once")
    desk.expect(books.writes == before, "nothing may be sent")
    desk.window.look_at(number)


def nobody_answers(desk: Desk) -> QWidget:
    """Tripletex is silent: the batch waits, and nothing more is sent meanwhile."""
    desk.close_batch()
    desk.cast["paused"] = desk.of_state(STATE.READY)[:_PAUSED]
    numbers = desk.actors("paused")
    desk.choose_orders(numbers, Kind.READY)
    desk.click(desk.window.footer.main.text())
    desk.dialog(TransferDialog)
    desk.servers.faults.add(Fault("tripletex", "drop_before", count=None))
    desk.click_main()
    dialog = desk.dialog(BatchDialog)
    desk.until(lambda: desk.controller.batch and desk.controller.batch.paused, "the batch waits")
    books = desk.books()
    desk.expect(not any(books.orders(number) for number in numbers), "nothing may be sent")
    return dialog


def it_answers_again(desk: Desk) -> QWidget:
    """«Prøv igjen nå»: the batch goes on where it was."""
    numbers = desk.actors("paused")
    desk.servers.faults.clear()
    desk.click(said("BatchProgress", "&Try again now"))
    desk.until_batch_is_over()
    books = desk.books()
    desk.expect(all(len(books.orders(each)) == 1 for each in numbers), "each must be there once")
    return desk.dialog(BatchDialog)
