"""What the selected orders come to, and what a batch would make of them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tripletex_wizard.domain.batch_sums import sum_by_currency
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Selection:
    """`sums` are of what would be sent; where nothing can be done, of all that is selected.

    `transferable` are the numbers that a batch does something with, from the top; `as_order` are
    those of them that can become an order too; `there` are in Tripletex already, and may be
    transferred again. `refunds` counts booked credit notes of which only the refund is registered,
    `paid_back` sums those refunds, positive.
    """

    count: int = 0
    sums: tuple[Money, ...] = ()
    transferable: tuple[str, ...] = ()
    as_order: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    invoices: int = 0
    orders: int = 0
    emails: int = 0
    ehf: int = 0
    refunds: int = 0
    paid_back: tuple[Money, ...] = ()

    @property
    def looked_up(self) -> int:
        """How many are only looked up: nobody can say yet what they become."""
        return len(self.transferable) - self.invoices - self.orders - self.refunds

    @property
    def is_summed_in_part(self) -> bool:
        """Whether `sums` leaves out orders that are selected too."""
        return bool(self.transferable) and self.invoices + self.orders < self.count

    @property
    def left_out(self) -> int:
        """How many a batch can do nothing with."""
        return self.count - len(self.transferable)


def selection_of(standings: Sequence[Standing]) -> Selection:
    """What these orders come to."""
    transferable = [standing for standing in standings if standing.is_transferable]
    sent = [standing for standing in standings if standing.plan_to_send]
    plans = [plan for standing in standings if (plan := standing.plan_to_send)]
    owing = [standing for standing in standings if standing.owes_refund]
    refunds = [standing.refund for standing in owing if standing.refund]
    return Selection(
        count=len(standings),
        sums=_sums(sent if transferable else standings),
        transferable=tuple(standing.number for standing in transferable),
        as_order=tuple(standing.number for standing in transferable if _may_become_order(standing)),
        there=tuple(standing.number for standing in standings if standing.may_go_again),
        invoices=sum(plan.transfer_as is TransferAs.INVOICE for plan in plans),
        orders=sum(plan.transfer_as is TransferAs.ORDER for plan in plans),
        emails=sum(plan.send is SendType.EMAIL for plan in plans),
        ehf=sum(plan.send is SendType.EHF for plan in plans),
        refunds=len(owing),
        paid_back=sum_by_currency(-refund.amount for refund in refunds),
    )


def _may_become_order(standing: Standing) -> bool:
    can_be = any(plan.transfer_as is TransferAs.ORDER for plan in standing.plans)
    return can_be and not standing.owes_refund


def _sums(standings: Sequence[Standing]) -> tuple[Money, ...]:
    """One for each currency, in the order in which they come."""
    ore: dict[str, int] = {}
    for standing in standings:
        if isinstance(standing.order, Order):
            sale = standing.order.sale
            ore[sale.currency] = ore.get(sale.currency, 0) + sale.ore
    return tuple(Money(amount, currency) for currency, amount in ore.items())
