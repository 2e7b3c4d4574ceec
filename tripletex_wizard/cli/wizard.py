"""`tripletex-wizard` without a command: the wizard, as long as nothing is set up."""

from __future__ import annotations

import argparse

from tripletex_wizard.app import Program, practice_program
from tripletex_wizard.cli.output import Output
from tripletex_wizard.gui.command_texts import (
    already_set_up,
    display_missing,
    practice_token,
    practice_tokens,
)
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.windows import has_display, windows

NO_DISPLAY = 2
FISH = "32"


def run(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Open the wizard, with `--practice` on servers of its own; 0 when it is closed.

    When there is a set-up, nothing opens, and what can be done with it is told.
    """
    if not has_display():
        output.progress(display_missing())
        return NO_DISPLAY
    if given.practice:
        with (
            PracticeServers() as servers,
            practice_program(servers, given.profile_dir) as practice,
        ):
            _make_ready(servers, output)
            return _show(practice)
    names = program.profile_names()
    if names:
        output.lines(already_set_up(name) for name in names)
        return 0
    status = _show(program)
    output.lines(already_set_up(name) for name in program.profile_names())
    return status


def _show(program: Program) -> int:
    with windows(program) as opened:
        wizard = opened.wizard()
        wizard.show()
        opened.application.exec()
    return 0


def _make_ready(servers: PracticeServers, output: Output) -> None:
    """Tell the tokens, and let no row of the board need what only Tripletex' own pages can do."""
    codes = servers.tripletex.company_settings()["active_vat_codes"]
    servers.tripletex.set_company(active_vat_codes=[*codes, FISH])
    output.line(practice_tokens())
    for name, token in {
        "consumer": servers.consumer_token,
        "employee": servers.employee_token,
        "mystore": servers.mystore_token,
    }.items():
        output.line(practice_token(name, token))
