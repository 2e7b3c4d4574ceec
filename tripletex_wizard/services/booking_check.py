"""Reads what was posted of an invoice that the journal knows to be booked, and compares."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from tripletex_wizard.domain.booking import Booking, compared
from tripletex_wizard.domain.errors import AppError, StorageError
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.transfer import Phase, Step, StepFacts
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.steps import Steps


def check_booking(
    ledger: Ledger, steps: Steps, facts: LedgerFacts, lines: Sequence[PlannedLine] = ()
) -> StepFacts:
    """The booked invoice of a claimed order with what differs; the journal learns of it.

    One request, which only reads. That it fails is found out of, never raised: the invoice
    stands, and nothing of it is sent again.
    """
    booked = steps.progress().invoice
    assert booked is not None
    assert booked.invoice_id is not None
    found = compared(booked, _read(ledger, booked.invoice_id), facts, lines)
    if found != booked:
        with suppress(StorageError):  # the next order's first entry will tell of it
            steps.record(Step.INVOICE, Phase.DONE, found)
    return found


def _read(ledger: Ledger, invoice_id: int) -> Booking | None:
    try:
        return ledger.booking(invoice_id)
    except AppError:
        return None
