"""Drives the real windows through practice data, by keys and clicks, and looks at every state."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

from tripletex_wizard.app import practice_program
from tripletex_wizard.gui.command_texts import tour_failed, tour_goes_on, toured
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.practice.launch import PracticeServers, clock
from tripletex_wizard.practice.mystore.orders_file import read_orders
from tripletex_wizard.practice.mystore.present import SHOP_ZONE
from tripletex_wizard.tour.album import Album, StepReport
from tripletex_wizard.tour.books import Books
from tripletex_wizard.tour.desk import Desk, NothingFitsError
from tripletex_wizard.tour.hands import UnexpectedError
from tripletex_wizard.tour.quiet import without_display_warnings
from tripletex_wizard.tour.steps import STEPS, Step
from tripletex_wizard.windows import Windows, screen_of, windows

SIZE = (1280, 800)
"""The screen that every page must fit."""

PICTURE_FONT, PICTURE_POINTS = "Inter", 10

_CALLS = 1000
"""In ten seconds; the pace of the real Tripletex would only make the tour wait."""

_TOLD_EVERY = 10

Look = Callable[[int, str, QWidget], tuple[str, ...]]


def run(given: argparse.Namespace, tell: Callable[[str], None]) -> int:
    """Walk through every step, with pictures under `given.tour`; 0 when all was as expected.

    1 also when `given.orders_file` cannot be read.
    """
    if given.scale != 1:
        os.environ["QT_SCALE_FACTOR"] = str(given.scale)  # read when the application starts
    try:
        servers = _servers(given.orders_file)
    except ValueError as problem:
        tell(str(problem))
        return 1
    given.tour.mkdir(parents=True, exist_ok=True)
    album = Album(given.tour)
    began = monotonic()
    with (
        without_display_warnings(),
        screen_of(*(given.scale * side for side in SIZE)),
        servers,
        practice_program(servers, given.profile_dir) as program,
        windows(program) as opened,
    ):
        _dress(opened, dark=given.dark)
        steps = walk(opened, servers, album.look, lambda done: tell(tour_goes_on(done, len(STEPS))))
        album.write_state(Books.of(servers).state)
    album.write_report(steps, seconds=round(monotonic() - began, 2))
    failed = [step for step in steps if step.problem]
    for step in failed:
        tell(tour_failed(step.step, step.problem))
    if not failed:
        tell(toured(len(steps), given.tour))
    return 1 if failed else 0


def _servers(orders: Path | None) -> PracticeServers:
    """The yarn shop, or one with the documents of a file. May raise ShapeError."""
    now = clock().astimezone(SHOP_ZONE)
    documents = None if orders is None else read_orders(orders, now=now)
    return PracticeServers(orders=documents, tripletex_calls_per_10_seconds=_CALLS)


def _dress(windows: Windows, *, dark: bool) -> None:
    """The font of the README's pictures where it is installed, and a scheme that is not asked."""
    if PICTURE_FONT in QFontDatabase.families():
        windows.application.setFont(QFont(PICTURE_FONT, PICTURE_POINTS))
    windows.theme.choose(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)


def walk(
    windows: Windows,
    servers: PracticeServers,
    look: Look,
    tell_done: Callable[[int], object] = lambda _done: None,
) -> list[StepReport]:
    """Every step in order, in bokmål, until one leads to something unexpected.

    `tell_done` hears how many are done, now and then.
    """
    install_language("nb", windows.application)
    desk = Desk(windows, servers, SIZE)
    reports: list[StepReport] = []
    before = desk.books()
    for number, step in enumerate(STEPS, 1):
        report = _taken(number, step, desk, look)
        books = desk.books()
        calls = {name: n - before.calls()[name] for name, n in books.calls().items()}
        reports.append(replace(report, orders=books.new_since(before), calls=calls))
        if report.problem:
            break
        before = books
        if number % _TOLD_EVERY == 0:
            tell_done(number)
    desk.leave()
    return reports


def _taken(number: int, step: Step, desk: Desk, look: Look) -> StepReport:
    began = monotonic()
    shown: QWidget | None = None
    problem = skipped = ""
    try:
        shown = step.do(desk) or desk.front
    except UnexpectedError as unexpected:
        problem = str(unexpected)
        shown = desk.front
    except NothingFitsError as nothing:
        skipped = str(nothing)
    seconds = round(monotonic() - began, 2)
    pictures = look(number, step.name, shown) if shown else ()
    return StepReport(number, step.name, seconds, pictures, problem, skipped)
