"""The program without windows: transfer, setup, diagnose, practice."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tripletex_wizard.app import Program
from tripletex_wizard.cli.arguments import arguments_of
from tripletex_wizard.cli.output import Output
from tripletex_wizard.domain.errors import AppError, RemoteError
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.cancel import CancelledError

WRONG_USE = 2
NOT_DONE = 3
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status.

    2 means that the command or the set-up was wrong, 3 that a service did not answer; in both
    cases nothing was done. The other numbers are the command's own.
    """
    install_language("nb")
    given = arguments_of(argv)
    output = Output(sys.stdout, sys.stderr)
    program = Program(given.profile_dir)
    try:
        with program.logging(verbose=given.verbose):
            status: int = given.run(program, given, output)
    except AppError as error:
        output.error(error.problem)
        return NOT_DONE if isinstance(error, RemoteError) else WRONG_USE
    except CancelledError:
        return INTERRUPTED
    return status
