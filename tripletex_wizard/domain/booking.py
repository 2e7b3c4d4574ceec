"""What Tripletex posted of an invoice, beside what it was asked (accounting.md rules 12, 13)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.postings import paid_to
from tripletex_wizard.domain.transfer import StepFacts


@dataclass(frozen=True, slots=True)
class BookedPosting:
    """One row of a voucher, in the invoice's currency: debit is positive, `gross` holds the VAT.

    `vat_id` is the id of its VAT code, None for a row without.
    """

    account: int
    account_name: str
    vat_id: int | None
    amount: Money
    gross: Money

    @property
    def vat(self) -> Money:
        """The VAT of a sale, positive; nothing on a row without."""
        return self.amount - self.gross


@dataclass(frozen=True, slots=True)
class Booking:
    """The vouchers of an invoice and of its payments, but for the invoice's own rows on 1500.

    `voucher` is the number of the invoice's; `rounding` is by how much Tripletex rounded it.
    """

    voucher: str
    postings: tuple[BookedPosting, ...]
    rounding: Money


Difference = tuple[str, int, int]
VatDifference = tuple[str, int, int, int]


def compared(
    booked: StepFacts, booking: Booking | None, facts: LedgerFacts, lines: Sequence[PlannedLine]
) -> StepFacts:
    """The invoice as the journal has it, with what differs from what was posted.

    `booking` None: it could not be read. Without `lines` VAT is not compared.
    """
    if booking is None:
        return replace(booked, unread=True)
    payments = _payment_differences(booked, booking, facts)
    hides_vat = _hides_vat(booking, lines)
    vat = _vat_differences(booking, lines, facts) if lines and not hides_vat else ()
    return replace(
        booked,
        unread=payments is None,
        payment_differences=payments or (),
        vat_unread=hides_vat,
        vat_differences=vat,
        rounding=booking.rounding or None,
    )


def _hides_vat(booking: Booking, lines: Sequence[PlannedLine]) -> bool:
    """Whether a code with VAT has rows, none of which tells its sum with VAT [INF]."""
    vat: dict[int, bool] = {}
    for row in booking.postings:
        if row.vat_id is not None:
            vat[row.vat_id] = vat.get(row.vat_id, False) or bool(row.vat)
    return any(line.vat_amount and vat.get(line.vat.id) is False for line in lines)


def _payment_differences(
    booked: StepFacts, booking: Booking, facts: LedgerFacts
) -> tuple[Difference, ...] | None:
    """(payment types, asked øre, posted øre) where they differ.

    Payment types that share an account cannot be told apart, and are summed. None when the
    account of one is not known, or no payment at all is shown: what is outstanding tells then.
    """
    shows_payments = any(row.vat_id is None and row.amount.ore > 0 for row in booking.postings)
    if booked.payments and not shows_payments:
        return None
    asked: dict[int, tuple[list[str], int]] = {}
    for type_id, ore in booked.payments:
        payment_type = facts.payment_type(type_id)
        account = paid_to(payment_type).number
        if payment_type is None or account is None:
            return None
        names, before = asked.get(account, ([], 0))
        asked[account] = [*names, payment_type.description], before + ore
    posted = {account: _debited(booking.postings, account) for account in asked}
    return tuple(
        (" + ".join(names), ore, posted[account])
        for account, (names, ore) in asked.items()
        if ore != posted[account]
    )


def _debited(postings: Iterable[BookedPosting], account: int) -> int:
    return sum(row.amount.ore for row in postings if row.account == account and row.amount.ore > 0)


def _vat_differences(
    booking: Booking, lines: Sequence[PlannedLine], facts: LedgerFacts
) -> tuple[VatDifference, ...]:
    """(VAT code, our øre, posted øre, lines that may each have been rounded) where they differ."""
    numbers = {code.id: code.number for code in facts.vat_codes}
    ours: dict[int, tuple[int, int]] = {}
    for line in lines:
        ore, count = ours.get(line.vat.id, (0, 0))
        ours[line.vat.id] = ore + line.vat_amount.ore, count + 1
    posted: dict[int, int] = {}
    for row in booking.postings:
        if row.vat_id is not None:
            posted[row.vat_id] = posted.get(row.vat_id, 0) + row.vat.ore
    found = []
    for vat_id in dict.fromkeys((*ours, *posted)):
        ore, count = ours.get(vat_id, (0, 0))
        theirs = posted.get(vat_id, 0)
        if ore != theirs:
            found.append((numbers.get(vat_id, str(vat_id)), ore, theirs, count))
    return tuple(found)
