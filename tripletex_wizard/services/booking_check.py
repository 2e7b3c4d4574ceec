"""Reads what was posted of an invoice that the journal knows to be booked, compares, and learns."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from tripletex_wizard.domain.accounts import learned, with_learned
from tripletex_wizard.domain.booking import Booking, compared
from tripletex_wizard.domain.errors import AppError, StorageError
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.transfer import Phase, Step, StepFacts
from tripletex_wizard.services.ports import AccountBook, Ledger
from tripletex_wizard.services.steps import Steps


@dataclass
class UnwrittenAccounts:
    """Implements `AccountBook` for as long as it is held."""

    rows: tuple[SeenAccounts, ...] = field(default=())

    def seen(self) -> tuple[SeenAccounts, ...]:
        """What was remembered."""
        return self.rows

    def remember(self, rows: tuple[SeenAccounts, ...]) -> None:
        """Keep these in the place of all others."""
        self.rows = rows


@dataclass(frozen=True)
class BookingCheck:
    """One request for each invoice, which only reads.

    That it fails is recorded, never raised: the invoice stands, and nothing of it is sent again.
    """

    ledger: Ledger
    facts: LedgerFacts
    accounts: AccountBook

    def check(self, steps: Steps, lines: Sequence[PlannedLine] = ()) -> StepFacts:
        """The booked invoice of a claimed order with what differs; the journal learns of it."""
        booked = steps.progress().invoice
        assert booked is not None
        assert booked.invoice_id is not None
        booking = self._read(booked.invoice_id)
        found = compared(booked, booking, self.facts, lines)
        with suppress(StorageError):  # the next order's first entry will tell of it
            if found != booked:
                steps.record(Step.INVOICE, Phase.DONE, found)
            if booking:
                self._learn(booking, lines)
        return found

    def _read(self, invoice_id: int) -> Booking | None:
        try:
            return self.ledger.booking(invoice_id)
        except AppError:
            return None

    def _learn(self, booking: Booking, lines: Sequence[PlannedLine]) -> None:
        known = self.accounts.seen()
        new = learned(booking, lines, known)
        if new:
            self.accounts.remember(with_learned(known, new))
