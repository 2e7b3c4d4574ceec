"""The control of an order: the shop's figures beside the lines, the invoice, and what is paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tripletex_wizard.domain.ledger import VatCode
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, with_invoice_date
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.stated_vat import StatedVat, stated_vat
from tripletex_wizard.domain.transfer import Progress, Step, StepFacts


def plan_shown(standing: Standing) -> PostingPlan | None:
    """What the order would become, or became as far as the journal tells; None when stopped.

    Of an order that was edited since it was booked, what it would become now.
    """
    asked = standing.progress.asked_as
    plan = standing.plan_for(Choice(asked)) or standing.plan
    booked = standing.progress.invoice
    if plan is None or booked is None or standing.edited:
        return plan
    plan = replace(
        plan,
        payments=_paid(booked, plan.currency),
        dates=plan.dates.anew,
        is_refunded=booked.refund is not None,
    )
    return with_invoice_date(plan, booked.invoice_date or plan.invoice_date)


def _paid(booked: StepFacts, currency: str) -> tuple[PlannedPayment, ...]:
    return tuple(PlannedPayment(type_id, Money(ore, currency)) for type_id, ore in booked.payments)


@dataclass(frozen=True, slots=True)
class Control:
    """The sum of an order in each place, which must all be the same (accounting.md F2, 5).

    `invoice` is what was booked, None before. The payments and what is `outstanding` make up one
    sum together (rule 13).
    """

    shop: Money
    lines: Money
    payments: tuple[PlannedPayment, ...]
    outstanding: Money
    invoice: Money | None = None

    @property
    def settled(self) -> Money:
        """What is paid and what is outstanding, together."""
        return (
            Money.sum((row.amount for row in self.payments), self.shop.currency) + self.outstanding
        )

    @property
    def difference(self) -> Money:
        """The shop's sum less the figure that is furthest from it."""
        figures = [self.lines, self.settled]
        if self.invoice is not None and self.invoice.currency == self.shop.currency:
            figures.append(self.invoice)
        return max((self.shop - figure for figure in figures), key=_size)


def _size(money: Money) -> int:
    return abs(money.ore)


def planned_control(order: Order, plan: PostingPlan) -> Control:
    """The control of an order of which nothing is booked yet."""
    return Control(order.sale, plan.total, plan.movements, plan.outstanding)


def control_of(standing: Standing, plan: PostingPlan) -> Control:
    """The control of a readable order, by the `plan` that is shown of it."""
    assert isinstance(standing.order, Order)
    control = planned_control(standing.order, plan)
    booked = standing.progress.invoice
    if booked is None or booked.amount is None or booked.outstanding is None:
        return control
    control = replace(control, invoice=booked.amount)
    if booked.amount.currency != plan.currency:
        return control
    if booked.credits is not None:
        return _of_credit_note(control, standing.progress, booked.amount)
    paid = _paid(booked, plan.currency)
    return replace(control, payments=paid, outstanding=booked.outstanding)


def _of_credit_note(control: Control, progress: Progress, amount: Money) -> Control:
    """What was not paid back is the customer's, or was matched with the invoice where it stood.

    How much Tripletex shows as open on the note does not tell which [UNV].
    """
    refund = progress.done(Step.REFUND)
    paid_back = _paid(refund.facts, amount.currency) if refund else ()
    left = amount - Money.sum((row.amount for row in paid_back), amount.currency)
    return replace(control, payments=paid_back, outstanding=left)


@dataclass(frozen=True, slots=True)
class VatControl:
    """The VAT of a code here and in the shop (accounting.md F2, 3).

    `code` is empty for a rate that only the shop has; `rate` None is all rates together, when the
    shop states no more than that. `shop` None: not stated.
    """

    code: str
    rate: Decimal | None
    basis: Money
    ours: Money
    shop: Money | None = None

    @property
    def difference(self) -> Money | None:
        """Ours less the shop's, by rounding alone (rule 12); None where the shop states none."""
        return None if self.shop is None else self.ours - self.shop


def vat_controls(order: Order, lines: Sequence[PlannedLine]) -> tuple[VatControl, ...]:
    """Each VAT code in the order of the lines, VAT summed per line; then what the shop has more."""
    stated = stated_vat(order)
    rows = [_of_code(code, lines, stated) for code in dict.fromkeys(row.vat for row in lines)]
    return (*rows, *_of_shop(order, rows, stated))


def _of_code(code: VatCode, lines: Sequence[PlannedLine], stated: StatedVat | None) -> VatControl:
    own = [line for line in lines if line.vat == code]
    currency = own[0].gross.currency
    shop = None
    if stated and stated.by_rate is not None:
        row = stated.by_rate.get(code.percentage)
        shop = row.amount if row else Money(0, currency)
    return VatControl(
        code.number,
        code.percentage,
        Money.sum((line.net for line in own), currency),
        Money.sum((line.vat_amount for line in own), currency),
        shop,
    )


def _of_shop(
    order: Order, rows: Sequence[VatControl], stated: StatedVat | None
) -> Iterator[VatControl]:
    if stated is None:
        return
    nothing = Money(0, order.currency)
    if stated.by_rate is None:
        ours = Money.sum((row.ours for row in rows), order.currency)
        basis = Money.sum((row.basis for row in rows), order.currency)
        yield VatControl("", None, basis, ours, stated.total.amount)
        return
    known = {row.rate for row in rows}
    for rate, vat in stated.by_rate.items():
        if rate not in known and vat.amount:
            yield VatControl("", rate, nothing, nothing, vat.amount)
