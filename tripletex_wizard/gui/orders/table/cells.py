"""The cells of an order in words and figures, for eyes and for screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.amounts import amount, day, figure
from tripletex_wizard.gui.orders.table.rows import Becomes, Column, OrderRow, Paid
from tripletex_wizard.gui.posting_texts import paid_with
from tripletex_wizard.gui.spoken import spoken_cell
from tripletex_wizard.gui.state_looks import short_state_word
from tripletex_wizard.gui.texts import document_name, sentence

translate = QCoreApplication.translate

NOTHING = "–"


def heading(column: Column) -> str:  # noqa: PLR0911 - one return a column
    """Above the column."""
    match column:
        case Column.ORDER:
            return translate("orders", "Order")
        case Column.DATE:
            return translate("orders", "Date")
        case Column.CUSTOMER:
            return translate("orders", "Customer")
        case Column.AMOUNT:
            return translate("orders", "Total")
        case Column.PAYMENT:
            return translate("orders", "Payment")
        case Column.STATUS:
            return translate("orders", "Status")
        case Column.BECOMES:
            return translate("orders", "Transferred as")
        case Column.TRANSFER:
            return translate("orders", "Transfer")
        case _:
            assert_never(column)


def cell(row: OrderRow, column: Column) -> str:  # noqa: PLR0911 - one return a column
    """What stands in the table; NOTHING where there is nothing to say."""
    match column:
        case Column.ORDER:
            return row.number
        case Column.DATE:
            return day(row.day) if row.day else NOTHING
        case Column.CUSTOMER:
            return row.customer or NOTHING
        case Column.AMOUNT:
            return _total(row)
        case Column.PAYMENT:
            return payment(row) or NOTHING
        case Column.STATUS:
            return row.status or NOTHING
        case Column.BECOMES:
            return becomes(row.becomes) if row.becomes else NOTHING
        case Column.TRANSFER:
            return state(row.standing)
        case _:
            assert_never(column)


def spoken(row: OrderRow, column: Column) -> str:
    """The cell for one who hears it: with its heading, and with why an order is not ready."""
    said = cell(row, column)
    if column is Column.AMOUNT and row.total is not None:
        said = amount(row.total)
    elif said == NOTHING:
        said = ""
    elif column is Column.TRANSFER:
        said = ". ".join((said, *(sentence(problem).what for problem in reasons(row.standing))))
    return spoken_cell(heading(column), said)


def tip(row: OrderRow, column: Column) -> str:
    """Why it stands so and what helps, under the state; else nothing."""
    if column is not Column.TRANSFER:
        return ""
    return "\n\n".join(_told(reasons(row.standing)))


def payment(row: OrderRow) -> str:
    """What the customer paid with."""
    order = row.standing.order
    return paid_with(order) if isinstance(order, Order) else ""


def becomes(what: Becomes) -> str:
    """«Faktura, betalt», «Faktura, e-post», «Ordre», or with its number «Faktura 10201»."""
    name = document_name(what.transfer_as, what.sum)
    if what.number:
        return f"{name} {what.number}"
    return ", ".join((name, *_beside(what)))


def _beside(what: Becomes) -> Iterator[str]:
    if what.paid is Paid.WHOLE:
        yield translate("orders", "paid")
    elif what.paid is Paid.PART:
        yield translate("orders", "part paid")
    if what.send is SendType.EMAIL:
        yield translate("orders", "e-mail")
    elif what.send is SendType.EHF:
        yield translate("orders", "EHF")


def state(standing: Standing) -> str:
    """The word beside the icon."""
    name = short_state_word(standing)
    return translate("orders", "{state}, edited").format(state=name) if standing.edited else name


def reasons(standing: Standing) -> tuple[Problem, ...]:
    """Why it stands so, the newest first: an edit after the transfer, then reasons or notes."""
    return (*filter(None, [standing.edited]), *standing.problems)


def _told(problems: Iterable[Problem]) -> Iterator[str]:
    for problem in problems:
        yield sentence(problem).whole


def _total(row: OrderRow) -> str:
    return NOTHING if row.total is None else figure(row.total)
