"""A sale of yarn, the credit order that takes it back, and what came of them in the books."""

from __future__ import annotations

from tests.orders.building import VIPPS, a_line, an_order
from tests.unit.services.desk import Desk
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.services.reconcile import QUIET_SECONDS

REFUNDED = Choice(is_refunded=True)
KEPT = Choice(is_refunded=False)
CREDIT = "10463"
QUIET = QUIET_SECONDS + 5


def sale(number: str = "10457", quantity: str = "3") -> Order:
    """Balls of yarn at 89,00, paid with Vipps."""
    gross = str(Money(8900).amount * int(quantity))
    return an_order(number, lines=[a_line(quantity=quantity)], total=gross)


def credit_order(quantity: str = "-1", number: str = CREDIT, **rest: object) -> Order:
    gross = str(Money(8900).amount * int(quantity))
    return an_order(number, lines=[a_line(quantity=quantity)], total=gross, **rest)  # type: ignore[arg-type]


def sold(desk: Desk, *orders: Order) -> Desk:
    """The orders were booked earlier."""
    for order in orders or (sale(),):
        outcome = desk.transfer(order)
        assert outcome.is_booked
        assert not outcome.is_credit_note
    return desk


def notes_of(desk: Desk) -> list[LedgerInvoice]:
    rows = (row.invoice for row in desk.ledger.invoices.values())
    return [row for row in rows if row.is_credit_note]


def refunds(desk: Desk) -> list[tuple[int, Money]]:
    booked = desk.ledger.invoices.values()
    return [paid for row in booked for paid in row.payments if paid[1].ore < 0]


def credited_once(desk: Desk, ore: int = -8900) -> None:
    """One credit note, one refund by Vipps, nothing open, the invoice credited no further."""
    (note,) = notes_of(desk)
    assert note.amount == Money(ore)
    assert refunds(desk) == [(VIPPS.id, Money(ore))]
    assert note.outstanding == Money(0)
