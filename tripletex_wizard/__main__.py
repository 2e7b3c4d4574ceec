"""Starts the program: `tripletex-wizard`, or `python -m tripletex_wizard`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tripletex_wizard import cli
from tripletex_wizard.app import Program
from tripletex_wizard.cli.output import Output


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or without one the windows; gives the exit status."""
    return cli.main(argv, without_command=_show_windows)


def _show_windows(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Widgets are loaded here, so that commands start without them."""
    if given.self_test:
        from tripletex_wizard import selftest

        return selftest.run(program, output.line)
    if given.tour is not None:
        from tripletex_wizard import tour

        return tour.run(given, output.line)
    from tripletex_wizard.cli import wizard

    return wizard.run(program, given, output)


if __name__ == "__main__":
    sys.exit(main())
