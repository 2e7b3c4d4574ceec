"""What the table knows of an order: cells as values, and keys to search and sort by. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, auto

from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import method_name
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState

Key = str | int
"""Texts are compared with texts and figures with figures: a column has one of the two."""

AMOUNT_MARK = "="
"""Before the sum in `OrderRow.amount`."""

_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 15
_ALPHABET = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "é": "e", "ü": "y"}
_NOTHING_LAST = 10**9
_IN_TRIPLETEX = 10**3


class Column(IntEnum):
    """The columns, in the order in which they stand at first."""

    ORDER = 0
    DATE = auto()
    CUSTOMER = auto()
    AMOUNT = auto()
    PAYMENT = auto()
    STATUS = auto()
    BECOMES = auto()
    TRANSFER = auto()


URGENCY = (
    TransferState.FAILED,
    TransferState.UNCERTAIN,
    TransferState.STOPPED,
    TransferState.SENDING,
    TransferState.READY,
    TransferState.NOT_COMPLETED,
    TransferState.TRANSFERRED_WITH_NOTE,
    TransferState.TRANSFERRED,
    TransferState.CREDITED,
    TransferState.SKIPPED,
)
"""The states, that which needs a person first."""


class Paid(Enum):
    """How much of an invoice is registered as paid."""

    NOTHING = 0
    PART = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Becomes:
    """What an order becomes; `number` is the one that it has in Tripletex already."""

    transfer_as: TransferAs
    paid: Paid = Paid.NOTHING
    send: SendType | None = None
    number: str = ""
    sum: Money | None = None


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order; all but `standing` is worked out once, so that 100,000 rows sort at once.

    `last_day` is when something last happened with it in the shop, `day` when it was placed.
    `searched` holds every text that a search finds, `amount` the sum as «=1249,50».
    """

    standing: Standing
    day: date | None
    last_day: date | None
    customer: str
    total: Money | None
    method: str
    status: str
    becomes: Becomes | None
    searched: str
    amount: str
    keys: tuple[Key, ...]

    @property
    def number(self) -> str:
        """The shop's order number: what a row is known by."""
        return self.standing.number

    @property
    def state(self) -> TransferState:
        """How its transfer stands."""
        return self.standing.state


def row_of(standing: Standing) -> OrderRow:
    """The row of one order."""
    order, becomes = standing.order, becomes_of(standing)
    if not isinstance(order, Order):
        return OrderRow(
            standing,
            day=None,
            last_day=None,
            customer="",
            total=None,
            method="",
            status="",
            becomes=becomes,
            searched=_searched(standing, becomes, ()),
            amount="",
            keys=_keys(standing, None, becomes),
        )
    return OrderRow(
        standing,
        day=order.created_at.date(),
        last_day=max(order.created_at.date(), order.finished_on or date.min),
        customer=order.customer.name,
        total=order.sale,
        method=method_name(order),
        status=order.status.name,
        becomes=becomes,
        searched=_searched(standing, becomes, _said_of(order)),
        amount=_amount(order.sale),
        keys=_keys(standing, order, becomes),
    )


def becomes_of(standing: Standing) -> Becomes | None:
    """What the order is in Tripletex, else what it would become; None when it is stopped."""
    progress = standing.progress
    if progress.invoice is not None:
        number = str(progress.invoice.invoice_number or "")
        return Becomes(TransferAs.INVOICE, number=number, sum=progress.invoice.amount)
    if progress.order is not None and progress.is_settled:
        return Becomes(TransferAs.ORDER, number=progress.order.order_number)
    plan = standing.plan
    return Becomes(plan.transfer_as, _paid(plan), plan.send, sum=plan.total) if plan else None


def number_key(number: str) -> str:
    """Sorts 999 before 10457, and numbers with letters in them too."""
    return _DIGITS.sub(lambda found: found[0].zfill(_LONGEST_NUMBER), number)


def text_key(text: str) -> str:
    """Sorts as Norwegian does: case does not matter, æ, ø and å come last."""
    return number_key("".join(_ALPHABET.get(letter, letter) for letter in text.casefold()))


def _paid(plan: PostingPlan) -> Paid:
    if not plan.payments:
        return Paid.NOTHING
    return Paid.PART if plan.outstanding else Paid.WHOLE


def _keys(standing: Standing, order: Order | None, becomes: Becomes | None) -> tuple[Key, ...]:
    """In the order of the columns."""
    urgency = 2 * URGENCY.index(standing.state) + (standing.edited is None)
    number = f"{number_key(standing.number)} {standing.number}"
    if order is None:
        return (number, "", "", 0, "", "", _becomes_key(becomes), urgency)
    return (
        number,
        order.created_at.isoformat(),
        text_key(order.customer.name),
        order.sale.ore,
        text_key(method_name(order)),
        text_key(order.status.name),
        _becomes_key(becomes),
        urgency,
    )


def _becomes_key(becomes: Becomes | None) -> int:
    if becomes is None:
        return _NOTHING_LAST
    kind = (becomes.transfer_as is TransferAs.ORDER) * _NOTHING_LAST // 2
    if becomes.number:
        digits = "".join(_DIGITS.findall(becomes.number))[-8:]
        return kind + _IN_TRIPLETEX + int(digits or 0)
    return kind - 2 * becomes.paid.value - (becomes.send is not None)


def _said_of(order: Order) -> tuple[str, ...]:
    customer = order.customer
    return (customer.name, customer.address.name, customer.email)


def _searched(standing: Standing, becomes: Becomes | None, said: tuple[str, ...]) -> str:
    there = becomes.number if becomes else ""
    return "\n".join((standing.number, there, *said)).casefold()


def _amount(money: Money) -> str:
    """A negative sum is found with and without its sign."""
    whole, ore = divmod(abs(money.ore), 100)
    figures = f"{AMOUNT_MARK}{whole},{ore:02d}"
    return f"{figures}{AMOUNT_MARK}-{figures[1:]}" if money.ore < 0 else figures
