"""Drives the real windows through practice data, by keys and clicks, and looks at every state."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

from tripletex_wizard.app import practice_program
from tripletex_wizard.gui.command_texts import tour_failed, toured
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.tour import first_pages, last_pages
from tripletex_wizard.tour.album import Album, StepReport
from tripletex_wizard.tour.desk import Desk, UnexpectedError
from tripletex_wizard.windows import Windows, show_offscreen, windows

SIZE = (1280, 800)
"""The screen that every page must fit."""

PICTURE_FONT, PICTURE_POINTS = "Inter", 10

Look = Callable[[int, str, QWidget], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """`do` leads to a state worth looking at, and gives its window unless it is the wizard.

    It raises UnexpectedError when something else came out.
    """

    name: str
    do: Callable[[Desk], QWidget | None]


STEPS = (
    Step("start-empty", first_pages.nothing_is_ticked),
    Step("start-help", first_pages.help_is_shown),
    Step("start-ready", first_pages.all_is_in_place),
    Step("connect-empty", first_pages.no_token_is_given),
    Step("connect-checking", first_pages.tokens_are_checked),
    Step("connect-refused", first_pages.tokens_are_refused),
    Step("connect-client", first_pages.client_company_is_asked_for),
    Step("connect-done", first_pages.company_and_shop_answer),
    Step("check-running", first_pages.rows_arrive),
    Step("check-must-fix", first_pages.vat_must_be_mended),
    Step("check-mended", first_pages.vat_is_mended),
    Step("check-answered", first_pages.questions_are_answered),
    Step("mapping-reading", first_pages.methods_are_read),
    Step("mapping-suggested", first_pages.methods_are_suggested),
    Step("mapping-read-more", first_pages.sending_is_explained),
    Step("mapping-accepted", first_pages.suggestions_are_accepted),
    Step("mapping-confirmed", first_pages.mapping_is_confirmed),
    Step("mapping-changed", first_pages.a_change_undoes_the_confirmation),
    Step("mapping-resumed", first_pages.wizard_is_opened_again),
    Step("transfer-defaults", last_pages.choices_have_been_made),
    Step("transfer-more", last_pages.more_choices_are_shown),
    Step("transfer-no-status", last_pages.no_status_is_chosen),
    Step("transfer-ready", last_pages.status_is_chosen),
    Step("trial-reading", last_pages.order_is_read),
    Step("trial-shown", last_pages.order_is_shown),
    Step("trial-booked", last_pages.order_is_booked),
    Step("summary-unsigned", last_pages.summary_is_shown),
    Step("summary-signed", last_pages.summary_is_signed),
    Step("stored", last_pages.set_up_is_stored),
)


def run(given: argparse.Namespace, tell: Callable[[str], None]) -> int:
    """Walk through every page, with pictures under `given.tour`; 0 when all was as expected."""
    show_offscreen()
    if given.scale != 1:
        os.environ["QT_SCALE_FACTOR"] = str(given.scale)  # read when the application starts
    given.tour.mkdir(parents=True, exist_ok=True)
    album = Album(given.tour)
    began = monotonic()
    with (
        PracticeServers() as servers,
        practice_program(servers, given.profile_dir) as program,
        windows(program) as opened,
    ):
        _dress(opened, dark=given.dark)
        steps = walk(opened, servers, album.look)
    album.write_report(steps, seconds=round(monotonic() - began, 2))
    failed = [step for step in steps if step.problem]
    for step in failed:
        tell(tour_failed(step.step, step.problem))
    if not failed:
        tell(toured(len(steps), given.tour))
    return 1 if failed else 0


def _dress(windows: Windows, *, dark: bool) -> None:
    """The font of the README's pictures where it is installed, and a scheme that is not asked."""
    if PICTURE_FONT in QFontDatabase.families():
        windows.application.setFont(QFont(PICTURE_FONT, PICTURE_POINTS))
    windows.theme.choose(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)


def walk(windows: Windows, servers: PracticeServers, look: Look) -> list[StepReport]:
    """Every step in order, in bokmål, until one leads to something unexpected."""
    install_language("nb", windows.application)
    desk = Desk(windows, servers, SIZE)
    reports: list[StepReport] = []
    for number, step in enumerate(STEPS, 1):
        reports.append(_taken(number, step, desk, look))
        if reports[-1].problem:
            break
    desk.leave()
    return reports


def _taken(number: int, step: Step, desk: Desk, look: Look) -> StepReport:
    began = monotonic()
    problem = ""
    try:
        shown = step.do(desk) or desk.wizard
    except UnexpectedError as unexpected:
        shown, problem = desk.wizard, str(unexpected)
    seconds = round(monotonic() - began, 2)
    pictures = look(number, step.name, shown) if shown.isVisible() else ()
    return StepReport(number, step.name, seconds, pictures, problem)
