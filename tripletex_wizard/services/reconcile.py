"""Settles a lost :invoice answer against what Tripletex holds, before anything is repeated."""

from __future__ import annotations

from dataclasses import replace

from tripletex_wizard.domain.errors import Code, OrderUncertain, Problem
from tripletex_wizard.domain.ledger import LedgerInvoice, LedgerOrder
from tripletex_wizard.domain.transfer import Phase, Progress, Step, StepFacts
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.steps import Steps

# A request without an answer may still take effect. Tripletex answers within 10 s [§15]; after
# the 60 s that a write may take, and a margin, a late one would have shown itself.
QUIET_SECONDS = 75
NOT_BOOKED = "not_booked"


def settle_invoice(ledger: Ledger, steps: Steps, *, quiet_seconds: float) -> Progress:
    """The order's progress once its lost :invoice is known to be booked, or not.

    Waits out the quiet time when no answer came. Raises OrderUncertain when Tripletex does not
    tell: then nothing may be repeated.
    """
    progress = steps.progress()
    lost = progress.open_step
    if lost is None or lost.step is not Step.INVOICE:
        return progress
    order_id = lost.facts.order_id
    assert order_id is not None
    order = ledger.order(order_id)
    if order is not None and not order.is_closed and not lost.facts.answered:
        age = (steps.clock.now() - progress.sent_at(Step.INVOICE)).total_seconds()
        if age < quiet_seconds:
            steps.clock.sleep(quiet_seconds - age)
            steps.keep_claim()
            order = ledger.order(order_id)
    if order is None:
        raise OrderUncertain(Problem(Code.ORDER_GONE, number=lost.facts.order_number))
    found = booked_invoice(ledger, order)
    if found is not None:
        steps.record(Step.INVOICE, Phase.DONE, invoice_facts(lost.facts, found, adopted=True))
    elif order.is_closed:
        raise OrderUncertain(Problem(Code.INVOICE_NOT_FOUND_YET, number=order.number))
    else:
        steps.record(Step.INVOICE, Phase.REFUSED, replace(lost.facts, reason=NOT_BOOKED))
    return steps.progress()


def booked_invoice(ledger: Ledger, order: LedgerOrder) -> LedgerInvoice | None:
    """The invoice that Tripletex made of the order, None when it shows none (lists may lag)."""
    invoices = ledger.invoices_of_order(order)
    return next((row for row in invoices if not row.is_credit_note), None)


def invoice_facts(asked: StepFacts, invoice: LedgerInvoice, *, adopted: bool = False) -> StepFacts:
    """What was booked, with the amounts as Tripletex has them."""
    return replace(
        asked,
        invoice_id=invoice.id,
        invoice_number=invoice.number,
        invoice_date=invoice.invoice_date,
        amount=invoice.amount,
        outstanding=invoice.outstanding,
        adopted=adopted,
        answered=False,
    )
