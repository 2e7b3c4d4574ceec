"""`tripletex-wizard practice`: the whole way on built-in servers, without anybody's data."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tripletex_wizard.adapters.clock import SystemClock
from tripletex_wizard.app import Program, practice_program
from tripletex_wizard.cli.output import Output
from tripletex_wizard.cli.transfer import stops_between_orders, transfer, watched
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.command_texts import (
    books_agree,
    books_differ,
    imported,
    practice_books,
    practice_token,
)
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.office import Connection
from tripletex_wizard.services.orders import oldest_first

PROFILE = "Øvelse"
SETUP_FILE = Path(__file__).parent.parent / "practice" / "setup.json"
START_DAYS_BACK = timedelta(days=14)
BOOKS_DIFFER = 1


def run(_program: Program, given: argparse.Namespace, output: Output) -> int:
    """Practise: in the window, or with `--text` by transferring and comparing with the books.

    Without `--profile-dir` everything is forgotten afterwards.
    """
    if given.text:
        return transfer_and_compare(given, output)
    # Widgets are loaded here, so that commands start without them.
    from tripletex_wizard.cli import practice_window

    return practice_window.run(given, output)


def transfer_and_compare(given: argparse.Namespace, output: Output) -> int:
    """Transfer what is pending, and compare with the books.

    0 when what was printed is what the practice Tripletex holds, else 1.
    """
    token = CancelToken()
    with (
        PracticeServers(seed=given.seed) as servers,
        practice_program(servers, given.profile_dir) as practice,
        stops_between_orders(token),
    ):
        output.line(imported(set_up(practice)))
        with practice.connect(PROFILE, watched(output, token)) as connection:
            orders = oldest_first(connection.orders.pending())
            outcomes = transfer(connection, orders, Choice(), output, token, as_json=False)
            asked = emails_asked(connection, orders, outcomes)
        output.summary(outcomes, as_json=False)
        books = Books.of_ledger(servers.tripletex.state())
        output.line(practice_books(len(books.invoices), len(books.open_orders), books.emails))
        agrees = books == Books.of_outcomes(outcomes, asked)
        output.line(books_agree() if agrees else books_differ())
    return 0 if agrees else BOOKS_DIFFER


@dataclass(frozen=True, slots=True)
class Books:
    """Invoices as (number, order, amount) and open orders by number, to compare two accounts."""

    invoices: frozenset[tuple[int, str, Decimal]]
    open_orders: frozenset[str]
    emails: int

    @classmethod
    def of_ledger(cls, state: Mapping[str, Any]) -> Books:
        """What the practice Tripletex holds."""
        return cls(
            frozenset(
                (
                    row["invoiceNumber"],
                    row["orders"][0]["number"],
                    Decimal(str(row["amountCurrency"])),
                )
                for row in state["invoices"]
            ),
            frozenset(row["number"] for row in state["orders"] if not row["isClosed"]),
            sum(row["sendType"] == SendType.EMAIL for row in state["emails"]),
        )

    @classmethod
    def of_outcomes(cls, outcomes: Iterable[Outcome], emails: int) -> Books:
        """What was printed, with the number of e-mails that were asked for."""
        rows = [row for row in outcomes if row.order_id is not None and row.amount is not None]
        return cls(
            frozenset(
                (row.invoice_number, row.order_number, row.amount.amount)
                for row in rows
                if row.invoice_number is not None and row.amount is not None
            ),
            frozenset(row.order_number for row in rows if row.invoice_number is None),
            emails,
        )


def emails_asked(
    connection: Connection, orders: Iterable[Order | UnreadableOrder], outcomes: Iterable[Outcome]
) -> int:
    """How many of the booked orders were planned to be sent to their customer."""
    booked = {row.order_number for row in outcomes if row.is_booked}
    plans = [
        connection.transfer.plan(order, Choice())
        for order in orders
        if isinstance(order, Order) and order.number in booked
    ]
    return sum(plan.send is SendType.EMAIL for plan in plans)


def tell_tokens(practice: Program, output: Output) -> None:
    """The three tokens of its practice servers, a line each: they guard nothing."""
    for name, token in practice.practice_tokens.items():
        output.line(practice_token(name, token.reveal()))


def set_up(practice: Program) -> Profile:
    """The practice profile, with orders of the last two weeks."""
    start = SystemClock().now().date() - START_DAYS_BACK
    request = practice.read_setup_file(SETUP_FILE)
    request = replace(request, rules=replace(request.rules, start_date=start))
    return practice.save_setup(PROFILE, request, practice.practice_tokens)
