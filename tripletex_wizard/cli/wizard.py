"""`tripletex-wizard` without a command: the wizard, or the orders of what is set up."""

from __future__ import annotations

import argparse

from tripletex_wizard.app import Program, practice_program
from tripletex_wizard.cli.interrupts import ctrl_c_closes_windows
from tripletex_wizard.cli.output import Output
from tripletex_wizard.cli.practice import tell_tokens
from tripletex_wizard.gui.command_texts import display_missing, practice_tokens
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.windows import has_display, windows

NO_DISPLAY = 2
FISH = "32"


def run(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Open the orders of the set-up used last, the wizard when there is none; 0 when closed.

    With `--practice` the wizard opens, on servers of its own.
    """
    if not has_display():
        return without_display(output)
    if given.practice:
        with (
            PracticeServers() as servers,
            practice_program(servers, given.profile_dir) as practice,
        ):
            _make_ready(servers)
            output.line(practice_tokens())
            tell_tokens(practice, output)
            return show(practice)
    return show(program)


def show(program: Program, to_change: str | None = None) -> int:
    """The windows of `program`, or the wizard of a profile, until the last one is closed."""
    with windows(program) as opened, ctrl_c_closes_windows(opened.application):
        opened.run(to_change)
    return 0


def without_display(output: Output) -> int:
    """Say that no window can be shown; gives the exit status."""
    output.progress(display_missing())
    return NO_DISPLAY


def _make_ready(servers: PracticeServers) -> None:
    """Let no row of the board need what only Tripletex' own pages can do."""
    codes = servers.tripletex.company_settings()["active_vat_codes"]
    servers.tripletex.set_company(active_vat_codes=[*codes, FISH])
