"""`tripletex-wizard transfer --dry-run`: what would be booked, printed and as files."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace

from tripletex_wizard.app import Program, maker
from tripletex_wizard.cli.output import Output
from tripletex_wizard.cli.preview_json import order_json, refund_json
from tripletex_wizard.domain.batch_preview import (
    SENDS,
    BatchPreview,
    Forecast,
    as_foretold,
    preview_of,
)
from tripletex_wizard.domain.gift_card_debt import GiftCardsInTurn, retold
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.order_preview import order_previews, refund_previews
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.command_texts import saved
from tripletex_wizard.gui.documents.batch_report import origin_of
from tripletex_wizard.gui.documents.paper import Paper
from tripletex_wizard.gui.documents.posting_preview import PostingPreview
from tripletex_wizard.gui.preview_lines import batch_lines, order_lines, refund_lines
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.office import Connection


def run(
    program: Program,
    connection: Connection,
    orders: Iterable[Order | UnreadableOrder],
    choice: Choice,
    *,
    given: argparse.Namespace,
    output: Output,
) -> list[Outcome]:
    """Print what each order would become, and the sums; nothing is sent.

    The files of `--csv` and `--pdf` are written last, each wholly or not at all. Raises
    StorageError when one cannot be written.
    """
    types = connection.transfer.facts().payment_types
    outcomes: list[Outcome] = []
    rows: list[Forecast] = []
    gift_cards = GiftCardsInTurn()
    for order in orders:
        outcome = connection.transfer.preview(order, choice)
        standing = connection.desk.as_read(order)
        preview = preview_of([standing], choice, connection.profile, gift_cards=gift_cards)
        preview = BatchPreview(tuple(as_foretold(row, outcome) for row in preview.rows))
        for plan in preview.plans:
            outcome = replace(outcome, problems=retold(outcome.problems, plan.notes))
        outcomes.append(outcome)
        rows.extend(preview.rows)
        _print(outcome, preview, types, output, as_json=given.json)
    whole = BatchPreview(tuple(rows))
    if whole.paid_back or any(row.deed in SENDS for row in rows):
        tell = output.progress if given.json else output.line
        for line in batch_lines(whole, types):
            tell(line)
    made_at = connection.transfer.clock.now()
    report = PostingPreview(whole, types, origin_of(connection.profile, maker(), made_at))
    _write(program, report, given, output)
    return outcomes


def _print(
    outcome: Outcome,
    preview: BatchPreview,
    types: tuple[PaymentType, ...],
    output: Output,
    *,
    as_json: bool,
) -> None:
    orders, refunds = order_previews(preview, types), refund_previews(preview, types)
    if as_json:
        shown = [*map(order_json, orders), *map(refund_json, refunds)]
        output.outcome(outcome, as_json=True, more={"preview": shown})
        return
    output.outcome(outcome, as_json=False)
    for order in orders:
        output.lines(order_lines(order, types))
    for refund in refunds:
        output.lines(refund_lines(refund))


def _write(
    program: Program, report: PostingPreview, given: argparse.Namespace, output: Output
) -> None:
    if given.csv:
        program.write_file(given.csv, report.csv())
        output.progress(saved(given.csv))
    if given.pdf:
        program.write_file(given.pdf, _printed(report.paper()))
        output.progress(saved(given.pdf))


def _printed(paper: Paper) -> bytes:
    """Fonts need the windows' application; nothing else here loads it."""
    from tripletex_wizard.gui.documents.pdf import pdf_of
    from tripletex_wizard.windows import application_without_windows

    install_language("nb", application_without_windows())
    return pdf_of(paper)
