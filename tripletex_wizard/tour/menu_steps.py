"""The tour through what the menus open: the check of the set-up, and help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tripletex_wizard.domain.prerequisites import CheckStatus
from tripletex_wizard.gui.board.dialog import BoardDialog
from tripletex_wizard.gui.diagnosis_dialog import DiagnosisDialog
from tripletex_wizard.gui.help_dialog import HelpDialog
from tripletex_wizard.tour.desk import Desk


def set_up_is_checked(desk: Desk) -> QWidget:
    """«Kontroll av oppsettet …»: everything is still in place."""
    desk.close_batch()
    before = desk.books().writes
    desk.pick(desk.menus.check_setup)
    dialog = desk.dialog(BoardDialog)
    desk.until_idle()
    statuses = {row.status for row in dialog.check.board}
    desk.expect(CheckStatus.MUST_FIX not in statuses, "nothing may have to be mended")
    desk.expect(desk.books().writes == before, "nothing may be changed")
    return dialog


def way_is_explained(desk: Desk) -> QWidget:
    """«Slik gjør du det»."""
    desk.close_dialog()
    desk.pick(desk.menus.how_to)
    return desk.dialog(HelpDialog)


def guards_are_explained(desk: Desk) -> QWidget:
    """«Hvorfor ingenting føres to ganger»."""
    desk.close_dialog()
    desk.pick(desk.menus.never_twice)
    return desk.dialog(HelpDialog)


def diagnosis_is_offered(desk: Desk) -> QWidget:
    """«Diagnose …»: what is saved, and what is not."""
    desk.close_dialog()
    desk.pick(desk.menus.diagnose)
    return desk.dialog(DiagnosisDialog)


def everything_is_closed(desk: Desk) -> None:
    """The order window once more, with what was done in it; every order is there once."""
    desk.close_dialog()
    rows = [row["number"] for row in desk.books().state["orders"]]
    desk.expect(len(rows) == len(set(rows)), "no order may be there twice")
