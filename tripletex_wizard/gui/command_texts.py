"""What the command line says of itself, and of set-ups, diagnoses and practice."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.texts import environment_name, token_name

translate = QCoreApplication.translate


class Help(Enum):
    """What a word of the command line is for."""

    PROGRAM = auto()
    TRANSFER = auto()
    SETUP = auto()
    SETUP_IMPORT = auto()
    SETUP_CHANGE = auto()
    SETUP_EXPORT = auto()
    SETUP_CHECK = auto()
    SETUP_FILE = auto()
    DIAGNOSE = auto()
    PRACTICE = auto()
    PROFILE = auto()
    PROFILE_DIR = auto()
    VERBOSE = auto()
    PENDING = auto()
    ORDERS = auto()
    FILE = auto()
    TRANSFER_AS = auto()
    INVOICE_DATE = auto()
    NO_EMAIL = auto()
    REFUNDED = auto()
    NOT_REFUNDED = auto()
    CREDITS = auto()
    DRY_RUN = auto()
    CSV = auto()
    PDF = auto()
    JSON = auto()
    OUT = auto()
    SEED = auto()
    TEXT = auto()
    FAULTS = auto()
    ON_PRACTICE = auto()
    TOUR = auto()
    TOUR_ORDERS = auto()
    DARK = auto()
    SCALE = auto()
    SELF_TEST = auto()
    WITHOUT_COMMAND = auto()
    FILES_OF_DRY_RUN = auto()


def command_help(word: Help) -> str:  # noqa: C901, PLR0911, PLR0912 - words
    """One line of help."""
    match word:
        case Help.PROGRAM:
            return translate("commands", "Connects a Mystore shop to Tripletex.")
        case Help.TRANSFER:
            return translate("commands", "transfer orders to Tripletex")
        case Help.SETUP:
            return translate("commands", "import, export or check a set-up")
        case Help.SETUP_IMPORT:
            return translate("commands", "make a profile from a set-up file and the three tokens")
        case Help.SETUP_CHANGE:
            return translate("commands", "open the wizard on a profile: its choices, or one key")
        case Help.SETUP_EXPORT:
            return translate("commands", "print the profile as a set-up file, without tokens")
        case Help.SETUP_CHECK:
            return translate("commands", "check what must be in place in Tripletex and Mystore")
        case Help.SETUP_FILE:
            return translate("commands", "set-up file (JSON)")
        case Help.DIAGNOSE:
            return translate("commands", "save which fields the services answer, values masked")
        case Help.PRACTICE:
            return translate("commands", "try everything on built-in practice servers")
        case Help.PROFILE:
            return translate("commands", "the shop and company to work with")
        case Help.PROFILE_DIR:
            return translate("commands", "folder of set-ups, journal and logs")
        case Help.VERBOSE:
            return translate("commands", "log every call (never a token)")
        case Help.PENDING:
            return translate("commands", "all orders that are ready")
        case Help.ORDERS:
            return translate("commands", "these order numbers, separated by commas")
        case Help.FILE:
            return translate("commands", "file of order numbers")
        case Help.TRANSFER_AS:
            return translate("commands", "as the set-up says (auto), as order or as invoice")
        case Help.INVOICE_DATE:
            return translate(
                "commands",
                "invoice date: today (the default), or last-month for the last day of the month "
                "before, which is allowed until the 15th for what was delivered by then",
            )
        case Help.NO_EMAIL:
            return translate("commands", "send nothing to the customers")
        case Help.REFUNDED:
            return translate(
                "commands", "credit orders: the money was paid back, and is registered as a refund"
            )
        case Help.NOT_REFUNDED:
            return translate("commands", "credit orders: the customer has the money in credit")
        case Help.CREDITS:
            return translate(
                "commands", "number of the invoice that the credit order credits (one order only)"
            )
        case Help.DRY_RUN:
            return translate("commands", "show what would be booked; nothing is sent")
        case Help.CSV:
            return translate("commands", "with --dry-run: save it as CSV for a spreadsheet")
        case Help.PDF:
            return translate("commands", "with --dry-run: save it as PDF")
        case Help.JSON:
            return translate("commands", "one line of JSON per order")
        case Help.OUT:
            return translate("commands", "file to write")
        case Help.SEED:
            return translate("commands", "which practice orders (a number)")
        case Help.TEXT:
            return translate(
                "commands", "no window: transfer what is pending, and compare with the books"
            )
        case Help.FAULTS:
            return translate("commands", "one order is refused, and one answer is lost")
        case Help.ON_PRACTICE:
            return translate("commands", "begin a new set-up on built-in practice servers")
        case Help.TOUR:
            return translate(
                "commands", "walk through every page on practice servers, with pictures in DIR"
            )
        case Help.TOUR_ORDERS:
            return translate("commands", "for --tour: order documents (JSON) to walk through")
        case Help.DARK:
            return translate("commands", "dark pictures")
        case Help.SCALE:
            return translate("commands", "2 for pictures in double size")
        case Help.SELF_TEST:
            return translate("commands", "try every part of the program, one line each")
        case Help.WITHOUT_COMMAND:
            return translate("commands", "--practice, --tour and --self-test take no command")
        case Help.FILES_OF_DRY_RUN:
            return translate("commands", "--csv and --pdf belong to --dry-run")
        case _:
            assert_never(word)


def ask_for_token(token: str) -> str:
    """The question for one of services.ports.TOKENS; what is typed is not shown."""
    text = translate("commands", "Paste the {token} (it is not shown): ")
    return text.format(token=token_name(token))


def imported(profile: Profile) -> str:
    """What a profile joins, once it is saved."""
    text = translate(
        "commands",
        "Profile “{name}” is saved: the shop {shop} and {company} ({organization_number}), "
        "{environment}.",
    )
    return text.format(
        name=profile.name,
        shop=profile.shop,
        company=profile.company_name,
        organization_number=profile.organization_number,
        environment=environment_name(profile.environment),
    )


def exported(path: Path) -> str:
    """Where the set-up file is."""
    text = translate("commands", "The set-up is saved in {path}, without tokens.")
    return text.format(path=path)


def saved(path: Path) -> str:
    """Where a document is."""
    return translate("commands", "Saved in {path}.").format(path=path)


def diagnosed(path: Path) -> str:
    """Where the diagnosis is, and what may be done with it."""
    text = translate(
        "commands", "The diagnosis is saved in {path}. Values are masked, and it holds no token."
    )
    return text.format(path=path)


def practice_books(invoices: int, orders: int, emails: int) -> str:
    """What the practice Tripletex holds afterwards."""
    counts = Counts()
    text = translate("commands", "In the practice Tripletex: {invoices}, {orders}, {emails}.")
    return text.format(
        invoices=counts.invoices(invoices),
        orders=counts.orders(orders),
        emails=counts.emails(emails),
    )


def books_agree() -> str:
    """The printed outcomes are what Tripletex holds."""
    return translate("commands", "The books agree with what was transferred, difference 0.00.")


def books_differ() -> str:
    """The printed outcomes are not what Tripletex holds."""
    return translate("commands", "The books do not agree with what was transferred.")


def practice_tokens() -> str:
    """What the lines after it are for."""
    return translate("commands", "The practice keys. Step 2 of the wizard pastes them for you:")


def practice_opens() -> str:
    """What opens, and what the tokens after it are for."""
    return translate(
        "commands",
        "The window with the practice orders opens. It is already set up with these practice "
        "keys, which open nothing real; you need them only for a new connection or new keys:",
    )


def tour_instead(folder: Path) -> str:
    """Why no window opens, and what is done instead."""
    text = translate(
        "commands",
        "There is no display, so no window can open. The program is walked through in memory "
        "instead; the pictures come in {folder}.",
    )
    return text.format(folder=folder)


def practice_token(name: str, token: str) -> str:
    """One of services.ports.TOKENS, which guards nothing."""
    return f"{token_name(name)}: {token}"


def display_missing() -> str:
    """Why no window opens."""
    return translate(
        "commands", "There is no display, so no window can open. The commands need none: --help"
    )


def toured(steps: int, folder: Path) -> str:
    """Every step led to what was expected."""
    text = translate("commands", "{steps} steps as expected. The pictures are in {folder}.")
    return text.format(steps=steps, folder=folder)


def tour_goes_on(done: int, steps: int) -> str:
    """How far the tour has come."""
    text = translate("commands", "{done} of {steps} steps …")
    return text.format(done=done, steps=steps)


def tour_failed(step: str, problem: str) -> str:
    """The step of the tour that did not."""
    text = translate("commands", "Step {step} of the tour led to something else: {problem}")
    return text.format(step=step, problem=problem)
