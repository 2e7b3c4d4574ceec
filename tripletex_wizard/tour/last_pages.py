"""The tour through steps 5 to 7: transfer, trial transfer, summary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tripletex_wizard.domain.draft import LiveCheck, Page
from tripletex_wizard.domain.unexplained import unexplained
from tripletex_wizard.gui.rule_texts import zero_reason_name
from tripletex_wizard.gui.wizard.pages.more_choices import MoreChoices
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.first_pages import PERSON, SLOW
from tripletex_wizard.tour.hands import said

COMPANY, BOOKS = "Fjord Garn AS", "BOK-*"
ENOUGH = 8
"""Orders: with fewer of them none is spent on the trial."""


# step 5


def choices_have_been_made(desk: Desk) -> None:
    """Step 5 with its defaults."""
    desk.press_next()
    desk.until_idle()
    desk.expect(desk.page is Page.TRANSFER, "step 5 must come")
    desk.expect(desk.is_next_open, "Next must be open")


def more_choices_are_shown(desk: Desk) -> QWidget:
    """«Flere valg …»: also why books have no VAT; without that their orders are stopped."""
    desk.click(said("TransferPage", "&More choices …"))
    dialog = desk.dialog(MoreChoices)
    if not unexplained(desk.draft).articles:
        desk.click(said("ZeroReasons", "&Add article"))
    desk.type_into(said("ZeroReasons", "Article number, row {number}").format(number=1), BOOKS)
    desk.choose(
        said("ZeroReasons", "Why 0 %, row {number}").format(number=1), zero_reason_name("5")
    )
    reasons = desk.draft.rules.vat.zero_reasons if desk.draft.rules else ()
    desk.expect(reasons, "the reason must be kept")
    return dialog


def no_status_is_chosen(desk: Desk) -> None:
    """Without a completed status nothing would ever be transferred."""
    desk.press(Qt.Key.Key_Escape)
    desk.click(status_tick("Sendt"))
    desk.expect(desk.draft.rules and not desk.draft.rules.completed_statuses, "none is chosen")
    desk.expect(not desk.is_next_open, "Next must be closed")


def status_is_chosen(desk: Desk) -> None:
    """«Sendt» again."""
    desk.click(status_tick("Sendt"))
    desk.expect(desk.is_next_open, "Next must be open")


def status_may_be_written(desk: Desk) -> None:
    """The program may change orders' statuses in the shop: what that captures is said."""
    desk.click(said("WriteBackCard", "&Write the order's status to Mystore"))
    desk.expect(desk.draft.rules and desk.draft.rules.write_back, "it must be chosen")
    desk.expect(desk.is_next_open, "Next must be open")


def status_tick(status: str) -> str:
    """The tick of a status of the shop."""
    return said("OrdersCard", "{status} is a completed status").format(status=status)


# step 6


def order_is_read(desk: Desk) -> None:
    """Step 6 while the shop is asked."""
    desk.servers.faults.add(Fault("mystore", "delay", seconds=SLOW))
    desk.press_next()
    desk.expect(desk.page is Page.TRIAL, "step 6 must come")
    desk.expect(desk.is_running(LiveCheck.TRIAL), "the shop must be asked")


def order_is_shown(desk: Desk) -> None:
    """The newest completed order with its postings; nothing is booked."""
    desk.until_idle()
    desk.servers.faults.clear()
    trial = desk.draft.trial
    desk.expect(not desk.books().state["orders"], "nothing may be booked")
    desk.need(trial and trial.plan, "the newest completed order cannot be booked")
    desk.expect(desk.is_next_open, "Next must be open")


def order_is_booked(desk: Desk) -> None:
    """In practice the order can be posted; no e-mail goes out."""
    desk.need(desk.draft.trial and desk.draft.trial.plan, "there is no order to post")
    orders = desk.books().state["mystore"]["orders"]
    desk.need(len(orders) >= ENOUGH, "the few orders are kept for the steps after the wizard")
    desk.click(said("TrialPage", "&Post the trial order"))
    desk.until_idle()
    books = desk.books()
    desk.expect(len(books.state["orders"]) == 1, "one order must be in Tripletex")
    desk.expect(not books.emails, "no e-mail may go out")
    booked = desk.draft.trial and desk.draft.trial.booked
    desk.expect(booked and booked.is_booked, "the outcome must be shown")


# step 7


def summary_is_shown(desk: Desk) -> None:
    """Everything in short; unsigned."""
    if not desk.is_next_open:
        desk.click(said("TrialPage", "&Go on without a trial"))
    desk.press_next()
    desk.until_idle()
    desk.expect(desk.page is Page.SUMMARY, "step 7 must come")
    desk.expect(not desk.is_next_open, "Finish must be closed")


def summary_is_signed(desk: Desk) -> None:
    """By the accountant's name."""
    desk.type_into(said("SummaryPage", "&Confirmed by"), PERSON)
    desk.expect(desk.draft.signed_by == PERSON, "the name must be kept")
    desk.expect(desk.is_next_open, "Finish must be open")


def set_up_is_stored(desk: Desk) -> None:
    """Finish closes the wizard; the order window opens, and reads the shop's orders."""
    desk.servers.faults.add(Fault("mystore", "delay", path="*/orders", seconds=SLOW))
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    desk.until_orders_open()
    desk.expect(desk.profile_names == (COMPANY,), "the profile must be stored")
    desk.until(lambda: desk.controller.loading, "the orders are being read")
