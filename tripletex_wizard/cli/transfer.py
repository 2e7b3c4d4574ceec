"""`tripletex-wizard transfer`: orders go over, or are shown as they would."""

from __future__ import annotations

import argparse
import math
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tripletex_wizard.app import Program
from tripletex_wizard.cli import dry_run
from tripletex_wizard.cli.output import Output
from tripletex_wizard.domain.errors import Code, InputError, Problem, RemoteUnavailable
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, Started, TransferState, exit_status
from tripletex_wizard.gui.batch_texts import (
    from_earlier_run,
    loaded,
    nothing_pending,
    transferring,
    waiting,
)
from tripletex_wizard.services.cancel import CancelToken, until_cancelled
from tripletex_wizard.services.office import Connection, Watcher
from tripletex_wizard.services.orders import oldest_first

ORDERS_A_LINE = 25


def run(program: Program, given: argparse.Namespace, output: Output) -> int:
    """Transfer or show the chosen orders; the exit status is that of `exit_status`."""
    token = CancelToken()
    numbers = [] if given.pending else named(given)
    transfer_as = None if given.transfer_as == "auto" else TransferAs(given.transfer_as)
    if given.original is not None and len(numbers) != 1:
        raise InputError(Code.ONE_ORDER_TO_CREDIT)
    choice = Choice(
        transfer_as,
        email=not given.no_email,
        is_refunded=given.is_refunded,
        original=given.original,
        dating=given.invoice_date,
    )
    watcher = watched(output, token)
    with stops_between_orders(token), program.connect(given.profile, watcher) as connection:
        found = connection.orders.pending() if given.pending else connection.orders.named(numbers)
        orders = oldest_first(found) if given.pending else list(found)
        if not orders:
            output.progress(nothing_pending(connection.profile.rules.start_date))
        if given.dry_run:
            outcomes = dry_run.run(program, connection, orders, choice, given=given, output=output)
            status = dry_run_status(outcomes)
        else:
            left = _settle(connection, orders, output, token, as_json=given.json)
            outcomes = transfer(connection, orders, choice, output, token, as_json=given.json)
            status = exit_status([*left, *outcomes])
    output.summary(outcomes, as_json=given.json)
    return status


def _settle(
    connection: Connection,
    orders: Iterable[Order | UnreadableOrder],
    output: Output,
    token: CancelToken,
    *,
    as_json: bool,
) -> list[Outcome]:
    """Look up and tell what earlier runs left open of others than `orders`; nothing is sent.

    One that Tripletex gives no answer on stays uncertain, and holds up nothing.
    """
    asked = {order.number for order in orders}
    left = [number for number in connection.left_overs.numbers() if number not in asked]
    if left:
        output.progress(from_earlier_run())
    outcomes = []
    for number in until_cancelled(left, token):
        try:
            outcomes.append(connection.left_overs.look(number))
        except RemoteUnavailable as silent:
            outcomes.append(connection.transfer.broken_off(number, silent))
        output.outcome(outcomes[-1], as_json=as_json)
    return outcomes


def transfer(
    connection: Connection,
    orders: list[Order | UnreadableOrder],
    choice: Choice,
    output: Output,
    token: CancelToken,
    *,
    as_json: bool,
) -> list[Outcome]:
    """Transfer `orders`, printing each outcome as it comes; stops between two when cancelled.

    Those that it then did not come to are READY, not tried.
    """
    outcomes: list[Outcome] = []
    for event in connection.transfer.transfer_batch(until_cancelled(orders, token), choice):
        match event:
            case Started():
                output.progress(transferring(event.order_number, len(outcomes) + 1, len(orders)))
            case Outcome():
                outcomes.append(event)
                output.outcome(event, as_json=as_json)
    reached = {outcome.order_number for outcome in outcomes}
    for order in orders:
        if order.number in reached:
            continue
        reasons = (Problem(Code.NOT_TRIED), Problem(Code.STOPPED_BY_USER))
        outcomes.append(Outcome(order.number, TransferState.READY, problems=reasons))
        output.outcome(outcomes[-1], as_json=as_json)
    return outcomes


def watched(output: Output, token: CancelToken) -> Watcher:
    """Tells on the error stream how many orders are read, and of waits."""
    return Watcher(
        token,
        on_wait=lambda seconds: output.progress(waiting(math.ceil(seconds))),
        on_loaded=lambda done, total: (
            None if done % ORDERS_A_LINE and done != total else output.progress(loaded(done, total))
        ),
    )


def named(given: argparse.Namespace) -> list[str]:
    """The order numbers of `--orders` or `--file`. Raises InputError when there are none."""
    numbers: list[str] = given.orders if given.file is None else numbers_in(given.file)
    if not numbers:
        raise InputError(Code.NO_ORDER_NUMBERS)
    return numbers


def numbers_in(path: Path) -> list[str]:
    """Order numbers from a file: one a line or separated by commas.

    Raises InputError when the file cannot be read as text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(Code.FILE_UNREADABLE, path=str(path)) from error
    return [part for part in text.replace(",", " ").split() if part]


def dry_run_status(outcomes: Iterable[Outcome]) -> int:
    """The exit status of the orders that are not ready; 0 when all are."""
    return exit_status(row for row in outcomes if row.state is not TransferState.READY)


@contextmanager
def stops_between_orders(token: CancelToken) -> Iterator[None]:
    """Ctrl+C asks the batch to stop after the current order; a second one stops at once."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        if token.is_cancelled:
            raise KeyboardInterrupt
        token.cancel()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
