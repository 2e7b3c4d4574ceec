"""Settles what was sent without a known outcome against what Tripletex holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tripletex_wizard.domain.errors import Code, OrderUncertain, Problem
from tripletex_wizard.domain.ledger import Credit, LedgerInvoice, LedgerOrder
from tripletex_wizard.domain.order_numbers import credit_order_in, numbered
from tripletex_wizard.domain.transfer import (
    GONE,
    NOT_BOOKED,
    JournalEntry,
    Phase,
    Progress,
    Step,
    StepFacts,
)
from tripletex_wizard.services.ports import Clock, Ledger
from tripletex_wizard.services.steps import Steps

# A request without an answer may still take effect. Tripletex answers within 10 s [§15]; after
# the 60 s that a write may take, and a margin, a late one would have shown itself.
QUIET_SECONDS = 75.0
TOLERANCE = 0.5  # seconds by which two clocks of one computer may drift while it waits


@dataclass
class QuietTime:
    """How long a lost request must have been silent before a look may be trusted.

    It counts by the journal, and by a clock that nobody can set for as long as this program has
    known of the loss: a clock that was ahead when the request went out holds nothing up for ever.
    """

    seconds: float
    clock: Clock
    _seen: dict[tuple[str, datetime], float] = field(default_factory=dict)

    def needed(self, entry: JournalEntry) -> float:
        """Seconds that must pass from this entry on.

        Of an INTENDED without an end, and of an order that another PC has made, nobody knows when
        the next request went out, and it may have been on its way for a minute: they count twice.
        """
        is_timed = entry.phase is not Phase.INTENDED and not entry.facts.adopted
        return self.seconds * (1 if is_timed else 2)

    def rest(self, lost: JournalEntry) -> float:
        """Seconds until a look may be trusted, 0 when it may now; asked for before it begins.

        An answer that came, though unreadable, ends the waiting at once: the server was finished.
        """
        if lost.facts.answered:
            return 0.0
        needed = self.needed(lost)
        seen = self._seen.setdefault((lost.order_number, lost.at), self.clock.monotonic())
        known_for = self.clock.monotonic() - seen
        by_journal = (self.clock.now().astimezone(UTC) - lost.at.astimezone(UTC)).total_seconds()
        rest = min(needed, needed - max(by_journal, known_for))
        return rest if rest > TOLERANCE else 0.0


def require_quiet(lost: JournalEntry, rest: float) -> None:
    """Raises OrderUncertain when the look that found nothing began `rest` seconds too early."""
    if rest:
        raise OrderUncertain(lost.uncertainty, again_after=rest)


def settle_invoice(ledger: Ledger, steps: Steps, quiet: QuietTime) -> Progress:
    """The order's progress once its lost :invoice is known to be booked, or not.

    Raises OrderUncertain when Tripletex does not tell yet: then nothing may be repeated.
    """
    progress = steps.progress()
    lost = progress.unproved(Step.INVOICE)
    if lost is None:
        return progress
    rest = quiet.rest(lost)
    order_id = lost.facts.order_id
    if order_id is None:
        return _settle_whole_credit(ledger, steps, lost, rest)
    order = ledger.order(order_id)
    # Somebody may have moved the order to another card before invoicing it by hand.
    customer_id = order.customer_id if order else lost.facts.customer_id
    found = booked_invoice(ledger, replace(lost.facts, customer_id=customer_id))
    if found is not None:
        steps.record(Step.INVOICE, Phase.DONE, invoice_facts(lost.facts, found, adopted=True))
        return steps.progress()
    number = lost.facts.order_number
    require_quiet(lost, rest)
    if order is not None and order.is_closed:
        raise OrderUncertain(Problem(Code.CLOSED_WITHOUT_INVOICE, number=number))
    steps.show_absent(lost, NOT_BOOKED)
    if order is None:
        steps.record(Step.ORDER, Phase.REFUSED, replace(lost.facts, reason=GONE))
    return steps.progress()


def _settle_whole_credit(ledger: Ledger, steps: Steps, lost: JournalEntry, rest: float) -> Progress:
    """Whether an invoice was credited wholly: then no order tells, but the invoice itself."""
    assert lost.facts.credits is not None
    credit = ledger.credit(lost.facts.credits)
    found = _note_of(steps, credit, lost.facts) if credit else None
    if found is not None:
        steps.record(Step.INVOICE, Phase.DONE, invoice_facts(lost.facts, found, adopted=True))
        return steps.progress()
    require_quiet(lost, rest)
    steps.show_absent(lost, NOT_BOOKED)
    return steps.progress()


def _note_of(steps: Steps, credit: Credit, lost: StepFacts) -> LedgerInvoice | None:
    """The credit note that a lost request made: by our mark on it, else by its amount.

    One with another order's mark, of an order, or that the journal knows as another order's, is
    not ours, whatever it comes to.
    """
    ours = numbered(steps.order_number, steps.round)
    named = {note.id: credit_order_in(note.comment) for note in credit.notes}
    for note in credit.notes:
        if named[note.id] == ours:
            return note
    booked = set(_booked_for_others(steps))
    for note in credit.notes:
        is_of_an_order = bool(set(note.order_ids) - set(credit.invoice.order_ids))
        is_another = named[note.id] or note.id in booked or is_of_an_order
        if note.amount == lost.amount and not is_another:
            return note
    return None


def _booked_for_others(steps: Steps) -> Iterator[int | None]:
    for number, entries in steps.journal.all_entries().items():
        if number != steps.order_number:
            for entry in entries:
                yield entry.facts.invoice_id


def current_orders(ledger: Ledger, number: str) -> Iterator[LedgerOrder]:
    """The orders with this number, each read by id when its turn comes, for lists may lag."""
    for hit in ledger.orders_with_number(number):
        order = ledger.order(hit.id)
        if order is not None:
            yield order


def booked_invoice(ledger: Ledger, facts: StepFacts) -> LedgerInvoice | None:
    """The invoice that Tripletex made of the order, None when it shows none (lists may lag)."""
    assert facts.order_id is not None
    assert facts.customer_id is not None
    invoices = ledger.invoices_of_order(facts.order_id, facts.customer_id)
    if facts.credits is not None:  # such an order has no other document than its credit note
        return next(iter(invoices), None)
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
        credited=invoice.is_credited and asked.credits is None,
        adopted=adopted,
        answered=False,
    )
