"""The words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from tripletex_wizard.app import Program
from tripletex_wizard.cli import diagnose, practice, setup, transfer
from tripletex_wizard.cli.output import Output
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.gui.command_texts import Help, command_help

Command = Callable[[Program, argparse.Namespace, Output], int]


def arguments_of(
    argv: Sequence[str] | None, without_command: Command | None = None
) -> argparse.Namespace:
    """The parsed command; `run` is the function that carries it out.

    Wrong use ends the program with exit status 2; so does no command without `without_command`.
    """
    parser = _parser(without_command)
    given = parser.parse_args(argv)
    if given.run is not without_command and (given.practice or given.tour or given.self_test):
        parser.error(command_help(Help.WITHOUT_COMMAND))
    if given.run is transfer.run and (given.csv or given.pdf) and not given.dry_run:
        parser.error(command_help(Help.FILES_OF_DRY_RUN))
    return given


def _parser(without_command: Command | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tripletex-wizard", description=command_help(Help.PROGRAM)
    )
    parser.set_defaults(run=without_command)
    _add_common(parser, default=None)
    _add_windows(parser)
    commands = parser.add_subparsers(required=without_command is None, metavar="KOMMANDO")
    _add_transfer(commands.add_parser("transfer", help=command_help(Help.TRANSFER)))
    _add_setup(commands.add_parser("setup", help=command_help(Help.SETUP)))
    _add_diagnose(commands.add_parser("diagnose", help=command_help(Help.DIAGNOSE)))
    _add_practice(commands.add_parser("practice", help=command_help(Help.PRACTICE)))
    return parser


def _add_windows(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--practice", action="store_true", help=command_help(Help.ON_PRACTICE))
    parser.add_argument("--tour", type=Path, metavar="DIR", help=command_help(Help.TOUR))
    parser.add_argument(
        "--orders",
        dest="orders_file",
        type=Path,
        metavar="FIL",
        help=command_help(Help.TOUR_ORDERS),
    )
    parser.add_argument("--self-test", action="store_true", help=command_help(Help.SELF_TEST))
    parser.add_argument("--dark", action="store_true", help=command_help(Help.DARK))
    parser.add_argument(
        "--scale", type=int, choices=(1, 2), default=1, help=command_help(Help.SCALE)
    )


def _everywhere(parser: argparse.ArgumentParser, run: object) -> None:
    _add_common(parser, default=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def _add_common(parser: argparse.ArgumentParser, *, default: object) -> None:
    """Flags that may stand before the command or after it."""
    parser.add_argument(
        "--profile-dir",
        type=Path,
        metavar="DIR",
        default=default,
        help=command_help(Help.PROFILE_DIR),
    )
    parser.add_argument(
        "--verbose", action="store_true", default=default, help=command_help(Help.VERBOSE)
    )


def _with_profile(parser: argparse.ArgumentParser, run: object) -> None:
    parser.add_argument("--profile", required=True, metavar="NAVN", help=command_help(Help.PROFILE))
    _everywhere(parser, run)


def _add_transfer(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--pending", action="store_true", help=command_help(Help.PENDING))
    which.add_argument(
        "--orders", type=_numbers, metavar="10457,10458", help=command_help(Help.ORDERS)
    )
    which.add_argument("--file", type=Path, metavar="FIL", help=command_help(Help.FILE))
    parser.add_argument(
        "--as",
        dest="transfer_as",
        choices=("auto", "order", "invoice"),
        default="auto",
        help=command_help(Help.TRANSFER_AS),
    )
    parser.add_argument(
        "--invoice-date",
        type=Dating,
        choices=tuple(Dating),
        metavar="|".join(Dating),
        help=command_help(Help.INVOICE_DATE),
    )
    parser.add_argument("--no-email", action="store_true", help=command_help(Help.NO_EMAIL))
    _add_crediting(parser)
    parser.add_argument("--dry-run", action="store_true", help=command_help(Help.DRY_RUN))
    parser.add_argument("--csv", type=Path, metavar="FIL", help=command_help(Help.CSV))
    parser.add_argument("--pdf", type=Path, metavar="FIL", help=command_help(Help.PDF))
    parser.add_argument("--json", action="store_true", help=command_help(Help.JSON))
    _with_profile(parser, transfer.run)


def _add_crediting(parser: argparse.ArgumentParser) -> None:
    money = parser.add_mutually_exclusive_group()
    money.add_argument(
        "--refunded",
        dest="is_refunded",
        action="store_const",
        const=True,
        help=command_help(Help.REFUNDED),
    )
    money.add_argument(
        "--not-refunded",
        dest="is_refunded",
        action="store_const",
        const=False,
        help=command_help(Help.NOT_REFUNDED),
    )
    parser.add_argument(
        "--credits", dest="original", type=int, metavar="10201", help=command_help(Help.CREDITS)
    )


def _add_setup(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    importing = commands.add_parser("import", help=command_help(Help.SETUP_IMPORT))
    importing.add_argument("file", type=Path, metavar="FIL", help=command_help(Help.SETUP_FILE))
    _with_profile(importing, setup.import_file)
    changing = commands.add_parser("change", help=command_help(Help.SETUP_CHANGE))
    _with_profile(changing, setup.change)
    exporting = commands.add_parser("export", help=command_help(Help.SETUP_EXPORT))
    exporting.add_argument("--out", type=Path, metavar="FIL", help=command_help(Help.OUT))
    _with_profile(exporting, setup.export)
    checking = commands.add_parser("check", help=command_help(Help.SETUP_CHECK))
    _with_profile(checking, setup.check)


def _add_diagnose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="FIL", help=command_help(Help.OUT))
    _with_profile(parser, diagnose.run)


def _add_practice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=command_help(Help.SEED))
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--text", action="store_true", help=command_help(Help.TEXT))
    how.add_argument("--faults", action="store_true", help=command_help(Help.FAULTS))
    _everywhere(parser, practice.run)


def _numbers(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
