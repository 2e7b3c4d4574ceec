"""The tour through steps 5 to 7: transfer, trial transfer, summary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from tripletex_wizard.domain.draft import LiveCheck, Page
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.tour.desk import Desk
from tripletex_wizard.tour.first_pages import PERSON, SLOW

COMPANY = "Fjord Garn AS"


# step 5


def choices_have_been_made(desk: Desk) -> None:
    """Step 5 with its defaults."""
    desk.press_next()
    desk.until_idle()
    desk.expect(desk.page is Page.TRANSFER, "step 5 must come")
    desk.expect(desk.is_next_open, "Next must be open")


def more_choices_are_shown(desk: Desk) -> QWidget:
    """«Flere valg …»."""
    desk.click(said("TransferPage", "&More choices …"))
    return desk.dialog()


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
    desk.expect(trial is not None and trial.plan is not None, "an order must be planned")
    desk.expect(not desk.servers.tripletex.state()["orders"], "nothing may be booked")
    desk.expect(desk.is_next_open, "Next must be open")


def order_is_booked(desk: Desk) -> None:
    """In practice the order can be posted; no e-mail goes out."""
    desk.click(said("TrialPage", "&Post the trial order"))
    desk.until_idle()
    state: Mapping[str, Any] = desk.servers.tripletex.state()
    desk.expect(len(state["orders"]) == 1, "one order must be in Tripletex")
    desk.expect(not state["emails"], "no e-mail may go out")
    booked = desk.draft.trial and desk.draft.trial.booked
    desk.expect(booked and booked.is_booked, "the outcome must be shown")


# step 7


def summary_is_shown(desk: Desk) -> None:
    """Everything in short; unsigned."""
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
    """Finish closes the wizard, and the profile is there."""
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: not desk.wizard.isVisible(), "the wizard closes")
    desk.expect(desk.profile_names == (COMPANY,), "the profile must be stored")


def said(context: str, source: str) -> str:
    """What `source` is called in the present language."""
    return QCoreApplication.translate(context, source).replace("&", "")
