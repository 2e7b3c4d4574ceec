"""All that is shown of orders before they are sent: per order, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tripletex_wizard.domain.batch_preview import SENDS, BatchPreview
from tripletex_wizard.domain.batch_sums import sum_by_currency
from tripletex_wizard.domain.control import Control, VatControl, planned_control, vat_controls
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, ShopCustomer
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.postings import (
    LedgerPosting,
    PostingSums,
    payment_postings,
    postings_of,
    sums_of,
)


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """One order as it would be booked (accounting.md F2 «Per ordre»)."""

    order: Order
    plan: PostingPlan
    postings: tuple[LedgerPosting, ...]
    vat: tuple[VatControl, ...]
    control: Control

    @property
    def sums(self) -> PostingSums:
        """Debit and credit of its postings."""
        return sums_of(self.postings, self.plan.currency)

    @property
    def due_date(self) -> date:
        """When the invoice falls due: its date when it is paid (rule 21)."""
        return self.plan.invoice_date + timedelta(days=self.plan.due_days)


def order_preview(
    order: Order, plan: PostingPlan, payment_types: Iterable[PaymentType]
) -> OrderPreview:
    """What `order` would become by `plan`."""
    return OrderPreview(
        order,
        plan,
        postings_of(plan, payment_types),
        vat_controls(order, plan.lines),
        planned_control(order, plan),
    )


def order_previews(
    preview: BatchPreview, payment_types: Iterable[PaymentType]
) -> tuple[OrderPreview, ...]:
    """Those that are sent, in the order of the batch."""
    types = tuple(payment_types)
    return tuple(
        order_preview(row.order, row.plan, types)
        for row in preview.rows
        if row.order and row.plan and row.deed in SENDS
    )


@dataclass(frozen=True, slots=True)
class RefundPreview:
    """One refund that is registered on a credit note that is booked already."""

    number: str
    customer: ShopCustomer
    refund: PlannedPayment
    postings: tuple[LedgerPosting, ...]


def refund_previews(
    preview: BatchPreview, payment_types: Iterable[PaymentType]
) -> tuple[RefundPreview, ...]:
    """Those that are registered alone, in the order of the batch."""
    types = tuple(payment_types)
    return tuple(
        RefundPreview(
            row.number, row.order.customer, row.paid_back, payment_postings([row.paid_back], types)
        )
        for row in preview.rows
        if row.order and row.paid_back
    )


@dataclass(frozen=True, slots=True)
class BatchControl:
    """The foot of a batch, in one currency: debit and credit, and what becomes of each sale."""

    sums: PostingSums
    shop: Money
    booked: Money
    entered: Money
    not_sent: Money

    @property
    def difference(self) -> Money:
        """The shop's sum less booked, entered as orders, and not sent now."""
        return self.shop - self.booked - self.entered - self.not_sent


def batch_controls(
    preview: BatchPreview, payment_types: Iterable[PaymentType]
) -> tuple[BatchControl, ...]:
    """One for each currency of the chosen orders, in the order that they come in."""
    types = tuple(payment_types)
    posted = [row for order in order_previews(preview, types) for row in order.postings]
    posted += payment_postings(preview.paid_back, types)
    figures = (
        _by_currency(preview.shop_totals),
        _by_currency(preview.sums_as(TransferAs.INVOICE)),
        _by_currency(preview.sums_as(TransferAs.ORDER)),
        _by_currency(preview.not_sent_totals),
    )
    return tuple(
        BatchControl(
            _sums(posted, shop.currency),
            *(each.get(shop.currency, Money(0, shop.currency)) for each in figures),
        )
        for shop in preview.shop_totals
    )


def _by_currency(sums: Iterable[Money]) -> dict[str, Money]:
    return {each.currency: each for each in sum_by_currency(sums)}


def _sums(posted: Iterable[LedgerPosting], currency: str) -> PostingSums:
    return sums_of([row for row in posted if row.amount.currency == currency], currency)
