"""`tripletex-wizard setup`: import, export and check of a profile."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from getpass import getpass

from tripletex_wizard.app import Program
from tripletex_wizard.cli.output import Output
from tripletex_wizard.domain.errors import Code, InputError
from tripletex_wizard.domain.prerequisites import CheckStatus
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.board_texts import board_line
from tripletex_wizard.gui.command_texts import ask_for_token, exported, imported
from tripletex_wizard.services.ports import TOKENS

MUST_FIX = 3


def import_file(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Make or renew a profile from a set-up file and the three tokens."""
    request = program.read_setup_file(given.file)
    tokens = {name: given_token(name) for name in TOKENS}
    profile = program.save_setup(given.profile, request, tokens)
    output.line(imported(profile))
    return 0


def given_token(name: str) -> Secret:
    """The token from the environment, else asked for without echo.

    Raises InputError when there is nobody to ask.
    """
    text = os.environ.get(f"TRIPLETEX_WIZARD_{name.upper()}_TOKEN", "").strip()
    if not text and sys.stdin.isatty():
        with suppress(EOFError):  # Ctrl+D: nothing to give
            text = getpass(ask_for_token(name)).strip()
    if not text:
        raise InputError(Code.TOKEN_NOT_GIVEN, token=name)
    return Secret(text)


def change(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Open the wizard on the profile: any of its choices, or its keys alone."""
    from tripletex_wizard.cli.wizard import show, without_display
    from tripletex_wizard.windows import has_display

    program.profile(given.profile)  # an unknown one is told here, not by a window
    if not has_display():
        return without_display(output)
    return show(program, given.profile)


def export(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Print the profile as a set-up file, or write it to `--out`. Holds no secrets."""
    text = program.export_setup(given.profile)
    if given.out is None:
        output.line(text.rstrip("\n"))
    else:
        program.write_file(given.out, text)
        output.line(exported(given.out))
    return 0


def check(program: Program, given: argparse.Namespace, output: Output) -> int:
    """The prerequisite board, a line a row; 3 when something must be mended."""
    must_fix = False
    with program.connect(given.profile) as connection:
        for row in connection.board.rows():
            must_fix |= row.status is CheckStatus.MUST_FIX
            output.line(board_line(row))
    return MUST_FIX if must_fix else 0
