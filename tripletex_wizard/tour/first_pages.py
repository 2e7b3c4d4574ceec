"""The tour through steps 1 to 4: before you start, connect, check of Tripletex, mapping."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from tripletex_wizard.domain.choices import suggested_rows
from tripletex_wizard.domain.draft import LiveCheck, Page
from tripletex_wizard.domain.prerequisites import CheckStatus, Prerequisite
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.mapping.sending_dialog import SendingDialog
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.tour.desk import Desk

CONSUMER, EMPLOYEE, SHOP = (
    "consumer token til Tripletex",
    "employee token til Tripletex",
    "token til Mystore",
)
CODES = ("3", "31", "32")
"""For 25, 15 and 11.11 per cent."""
NO_CODE = "the orders need none of the codes that are not active"
PERSON = "Rita Regnskap"
SLOW = 3
"""Seconds: an answer that comes after the picture."""


# step 1


def nothing_is_ticked(desk: Desk) -> None:
    """The program as it is first seen."""
    desk.until_idle()
    desk.expect(desk.page is Page.START, "the tour begins at step 1")
    desk.expect(not desk.is_next_open, "Next must be closed")


def help_is_shown(desk: Desk) -> QWidget:
    """What «Hjelp» says."""
    desk.click("Hjelp")
    return desk.dialog(QMessageBox)


def all_is_in_place(desk: Desk) -> None:
    """Both ticks, and practice as environment."""
    desk.press(Qt.Key.Key_Escape)
    for name in ("Alt dette er på plass", "Mystores egen overføring er av", "Øvelse"):
        desk.click(name)
    desk.expect(desk.draft.environment is Environment.PRACTICE, "practice must be chosen")
    desk.expect(desk.is_next_open, "Next must be open")


# step 2


def no_token_is_given(desk: Desk) -> None:
    """Step 2 as it is first seen."""
    desk.press_next()
    desk.expect(desk.page is Page.CONNECT, "step 2 must come")
    desk.expect(not desk.is_next_open, "Next must be closed")


def tokens_are_checked(desk: Desk) -> None:
    """Both checks under way."""
    desk.servers.faults.add(Fault("tripletex", "delay", seconds=SLOW))
    desk.servers.faults.add(Fault("mystore", "delay", seconds=SLOW))
    _give_tokens(desk, desk.servers.consumer_token, "wrong", "not a token")
    desk.click("Kontroller Tripletex")
    desk.click("Kontroller Mystore")
    running = desk.is_running(LiveCheck.TRIPLETEX) and desk.is_running(LiveCheck.MYSTORE)
    desk.expect(running, "both checks must run")


def tokens_are_refused(desk: Desk) -> None:
    """Under each field why, and where a new one is made."""
    desk.until_idle()
    desk.expect(not desk.is_next_open, "Next must be closed")
    desk.expect(desk.draft.tripletex is None, "a wrong token must open nothing")
    desk.servers.faults.clear()


def client_company_is_asked_for(desk: Desk) -> None:
    """An accountant's token opens several companies."""
    _give_tokens(
        desk,
        desk.servers.consumer_token,
        desk.servers.tripletex.accountant_token,
        desk.servers.mystore_token,
    )
    desk.click("Kontroller Tripletex")
    desk.until_idle()
    desk.expect(desk.draft.tripletex is not None, "the accountant's token must be taken")
    desk.expect(desk.draft.company is None, "no company is chosen yet")


def company_and_shop_answer(desk: Desk) -> None:
    """The company's own token, and the shop's."""
    desk.click(f"Bytt {EMPLOYEE}")
    desk.paste(EMPLOYEE, desk.servers.employee_token)
    desk.click("Kontroller Tripletex")
    desk.click("Kontroller Mystore")
    desk.until_idle()
    desk.expect_text("Fjord Garn AS (999888771)")
    desk.expect(desk.draft.company is not None and desk.draft.shop is not None, "both answer")
    desk.expect(desk.is_next_open, "Next must be open")


def _give_tokens(desk: Desk, consumer: str, employee: str, shop: str) -> None:
    for name, token in ((CONSUMER, consumer), (EMPLOYEE, employee), (SHOP, shop)):
        desk.paste(name, token)


# step 3


def rows_are_awaited(desk: Desk) -> None:
    """The board while Tripletex is asked; codes that the shop needs are not active."""
    codes = desk.servers.tripletex.company_settings()["active_vat_codes"]
    others = [code for code in codes if code not in CODES]
    desk.servers.tripletex.set_company(active_vat_codes=others)
    desk.servers.faults.add(Fault("tripletex", "delay", count=None, seconds=SLOW))
    desk.press_next()
    desk.expect(desk.page is Page.PREREQUISITES, "step 3 must come")
    desk.until(lambda: desk.is_running(LiveCheck.BOARD), "Tripletex is asked")
    desk.expect(not desk.draft.board, "no row may be there yet")


def vat_must_be_mended(desk: Desk) -> None:
    """One row «Må rettes» closes Next."""
    desk.servers.faults.clear()
    desk.until_idle()
    needs_code = _status(desk, Prerequisite.VAT) is CheckStatus.MUST_FIX
    desk.need(needs_code, NO_CODE)
    desk.expect(not desk.is_next_open, "Next must be closed")


def vat_is_mended(desk: Desk) -> None:
    """The codes are activated in Tripletex, and the row checked again."""
    codes = desk.servers.tripletex.company_settings()["active_vat_codes"]
    desk.servers.tripletex.set_company(active_vat_codes=[*codes, *CODES])
    must_fix = _status(desk, Prerequisite.VAT) is CheckStatus.MUST_FIX
    desk.need(must_fix, NO_CODE)
    desk.click("Kontroller igjen: Merverdiavgift")
    desk.until_idle()
    desk.expect(_status(desk, Prerequisite.VAT) is CheckStatus.OK, "VAT must be in order")
    desk.expect(desk.is_next_open, "Next must be open")


def questions_are_answered(desk: Desk) -> None:
    """The start value is confirmed, and why Mystore cannot number invoices is unfolded."""
    desk.click("Startverdien er 100000")
    desk.click("Hvorfor ikke Mystore?")
    desk.until_idle()
    desk.expect(desk.draft.customer_numbers_confirmed, "the start value must be confirmed")
    desk.expect_text("50000")


def _status(desk: Desk, prerequisite: Prerequisite) -> CheckStatus | None:
    rows = (row for row in desk.draft.board if row.prerequisite is prerequisite)
    return next((row.status for row in rows), None)


# step 4


def methods_are_read(desk: Desk) -> None:
    """Step 4 while the shop is asked."""
    desk.servers.faults.add(Fault("mystore", "delay", seconds=SLOW))
    desk.press_next()
    desk.expect(desk.page is Page.MAPPING, "step 4 must come")
    desk.expect(desk.is_running(LiveCheck.METHODS), "the shop must be asked")


def methods_are_suggested(desk: Desk) -> None:
    """Suggestions with their reasons, none of them accepted."""
    desk.until_idle()
    desk.servers.faults.clear()
    desk.expect(desk.draft.methods, "the shop has methods")
    desk.expect(not any(row.accepted for row in desk.draft.methods), "nothing is chosen yet")
    desk.expect(not desk.is_next_open, "Next must be closed")


def sending_is_explained(desk: Desk) -> QWidget:
    """«Les mer» about automatic sending."""
    desk.click("Les mer")
    return desk.dialog(SendingDialog)


def suggestions_are_accepted(desk: Desk) -> None:
    """One button for all suggestions."""
    desk.press(Qt.Key.Key_Escape)
    desk.click(f"Godta {len(suggested_rows(desk.draft))} forslag")
    desk.expect(all(row.is_decided for row in desk.draft.methods), "every row must be decided")
    desk.expect(not desk.is_next_open, "Next must be closed")


def mapping_is_confirmed(desk: Desk) -> None:
    """By name, with the time."""
    desk.paste("Bekreftes av", PERSON)
    desk.click("Jeg ønsker å føre betalingsmodulene på denne måten")
    confirmation = desk.draft.confirmation
    desk.expect(confirmation and confirmation.name == PERSON, "the name must be kept")
    desk.expect(desk.is_next_open, "Next must be open")


def a_change_undoes_the_confirmation(desk: Desk) -> None:
    """Another sending is another mapping."""
    desk.click(_sending(desk))
    desk.expect(not desk.draft.is_confirmed, "the confirmation must not count any more")
    desk.expect(not desk.is_next_open, "Next must be closed")


def wizard_is_opened_again(desk: Desk) -> None:
    """Closed and started anew: everything is there, tokens too."""
    before = desk.draft.methods
    desk.open_again()
    desk.expect(desk.page is Page.MAPPING, "it goes on where it was")
    desk.expect(desk.draft.methods == before, "every choice must be there")
    desk.paste("Bekreftes av", PERSON)
    desk.click("Jeg ønsker å føre betalingsmodulene på denne måten")
    desk.expect(desk.is_next_open, "Next must be open")


def _sending(desk: Desk) -> str:
    """The tick for e-mails of the method that most orders are paid by and that sends none yet."""
    silent = [row for row in desk.draft.methods if row.payment_type_id and not row.send_invoice]
    desk.need(silent, "no method can be made to send invoices")
    return f"Send faktura for {max(silent, key=lambda row: row.orders).label}"
