"""Which dates the invoice of an order may carry (accounting.md rules 1 and 2, part C)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.vat_terms import VatTerm, VatTerms

LAST_DAY_OF_GRACE = 15
"""Until then in a month the month before may be used (bokføringsforskriften 5-1-3)."""


class Dating(StrEnum):
    """What a person chose: the day of issue, or the last day of the month before.

    The latter holds for the orders that were delivered by then; the others are dated as usual.
    """

    TODAY = "today"
    LAST_MONTH = "last-month"


@dataclass(frozen=True, slots=True)
class InvoiceDates:
    """The dates that an invoice issued on `issued` (a day in Norway) may carry.

    `usual` is the one when nobody chooses: the day of issue, or what a lost request for the same
    invoice said while that may stand, or with `by_receipt` the day of the shop's receipt and no
    other. `earlier` is the last day of the month before; where that may not be used it is None,
    and `withheld` is the reason. `closed` are those of all but `earlier` whose period is closed.
    """

    issued: date
    usual: date
    earlier: date | None = None
    withheld: Problem | None = None
    by_receipt: bool = False
    closed: frozenset[date] = frozenset()
    terms: VatTerms = field(default_factory=VatTerms)

    def chosen(self, dating: Dating | None) -> date:
        """The date by a person's choice; None is no choice."""
        match dating:
            case Dating.LAST_MONTH:
                return self.earlier or self.usual
            case Dating.TODAY if not self.by_receipt:
                return self.issued
            case _:
                return self.usual

    def refusal(self, dating: Dating | None) -> Problem | None:
        """Why nothing may be sent by the choice: in another month, or in a closed period.

        An order that was not delivered by then has no date in the month before in the first place.
        """
        is_moved = self.withheld and self.withheld.code is not Code.LAST_MONTH_NOT_DELIVERED
        if dating is Dating.LAST_MONTH and is_moved:
            return self.withheld
        return self.closed_on(self.chosen(dating))

    def closed_on(self, day: date) -> Problem | None:
        """Why the invoice may not carry `day`, one of these dates; None when it may."""
        if day not in self.closed:
            return None
        code = Code.RECEIPT_PERIOD_CLOSED if self.by_receipt else Code.PERIOD_CLOSED
        return Problem(code, invoice_date=day)

    @property
    def anew(self) -> InvoiceDates:
        """The dates after a credit note: what it took back is never dated before it again."""
        usual = self.issued if self.by_receipt else self.usual
        return replace(self, usual=usual, earlier=None, withheld=None, by_receipt=False)

    def late_note(self, delivered: date) -> tuple[Problem, ...]:
        """A note where the invoice is issued more than a month after delivery (C5).

        The shop issues its receipt at once.
        """
        if self.by_receipt or self.issued <= _latest_issue(delivered):
            return ()
        return (Problem(Code.MORE_THAN_A_MONTH, delivered=delivered),)

    def term_note(self, delivered: date, day: date) -> tuple[Problem, ...]:
        """A note where the delivery and an invoice dated `day` lie in different VAT terms (C3)."""
        before, after = self.terms.of(delivered), self.terms.of(day)
        if before is None or after is None or before == after or not _are_known(before, after):
            return ()
        return (Problem(Code.OTHER_VAT_TERM, delivered_term=before, invoice_term=after),)


def invoice_dates(
    delivered: date,
    issued: date,
    facts: LedgerFacts,
    *,
    by_receipt: bool = False,
    kept: date | None = None,
) -> InvoiceDates:
    """What may be offered for an order that was `delivered` on or before the day of issue.

    `kept` is the date of a request for the same invoice that never took effect. It stands in the
    month of issue, and as long as it might be chosen anew; never in a closed period.
    """
    closed = frozenset(day for day in (issued, delivered) if facts.is_closed(day))
    if by_receipt:
        return InvoiceDates(
            issued, delivered, by_receipt=True, closed=closed, terms=facts.vat_terms
        )
    last = issued.replace(day=1) - timedelta(days=1)
    withheld = _withheld(delivered, issued, last, facts)
    earlier = None if withheld else last
    usual = kept if kept and _may_keep(kept, issued, earlier, facts) else issued
    return InvoiceDates(issued, usual, earlier, withheld, closed=closed, terms=facts.vat_terms)


def _withheld(delivered: date, issued: date, last: date, facts: LedgerFacts) -> Problem | None:
    if delivered > last:
        return Problem(Code.LAST_MONTH_NOT_DELIVERED, invoice_date=last, delivered=delivered)
    if issued.day > LAST_DAY_OF_GRACE:
        return Problem(Code.LAST_MONTH_TOO_LATE, invoice_date=last)
    if facts.is_closed(last):
        return Problem(Code.LAST_MONTH_CLOSED, invoice_date=last)
    if not facts.is_open(last):
        return Problem(Code.LAST_MONTH_UNKNOWN, invoice_date=last)
    return None


def _may_keep(kept: date, issued: date, earlier: date | None, facts: LedgerFacts) -> bool:
    in_month = issued.replace(day=1) <= kept <= issued and not facts.is_closed(kept)
    return in_month or kept == earlier


def _latest_issue(delivered: date) -> date:
    """A month after delivery (bokføringsforskriften 5-2-2); the last day of a shorter month."""
    year, month_before = divmod(delivered.year * 12 + delivered.month, 12)
    month = month_before + 1
    return date(year, month, min(delivered.day, monthrange(year, month)[1]))


def _are_known(*terms: VatTerm) -> bool:
    return all(term.months for term in terms)
