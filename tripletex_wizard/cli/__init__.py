"""The program without windows: transfer, setup, diagnose, practice."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from tripletex_wizard.app import Program, passing_program
from tripletex_wizard.cli.arguments import Command, arguments_of
from tripletex_wizard.cli.output import Output
from tripletex_wizard.domain.errors import AppError, RemoteError
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.cancel import CancelledError

WRONG_USE = 2
NOT_DONE = 3
INTERRUPTED = 130  # as shells tell of Ctrl+C, and of a pipe that nobody reads any more
NOBODY_READS = 141


def main(argv: Sequence[str] | None = None, *, without_command: Command | None = None) -> int:
    """Run one command, or `without_command`; gives its exit status.

    2 means that the command or the set-up was wrong, 3 that a service did not answer; in both
    cases nothing was done. The other numbers are the command's own.
    """
    install_language("nb")
    given = arguments_of(argv, without_command)
    try:
        return _run(given, Output(sys.stdout, sys.stderr))
    except (CancelledError, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()
        return NOBODY_READS


def _run(given: argparse.Namespace, output: Output) -> int:
    try:
        with _program(given) as program, program.logging(verbose=given.verbose):
            status: int = given.run(program, given, output)
    except AppError as error:
        output.error(error.problem)
        return NOT_DONE if isinstance(error, RemoteError) else WRONG_USE
    return status


def _program(given: argparse.Namespace) -> AbstractContextManager[Program]:
    """The user's own; a self-test has one that is forgotten, its log too."""
    return passing_program() if given.self_test else nullcontext(Program(given.profile_dir))


def _write_no_more() -> None:
    """What is still to be written goes nowhere, so that the end of the program does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
