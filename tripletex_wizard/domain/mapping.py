"""The payment mapping: store method, Tripletex payment type, automatic sending (step 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TransferAs(StrEnum):
    """What an order becomes in Tripletex («Forskjell på ordre og faktura»)."""

    ORDER = "order"
    INVOICE = "invoice"


@dataclass(frozen=True, slots=True)
class MethodMapping:
    """One row of the table, for the store's payment module `method`.

    `payment_type_id` None means «Ikke marker faktura som betalt». A method that is `left_out` is
    never transferred (cash-register sales are booked by the Z-report).
    """

    method: str
    label: str
    payment_type_id: int | None
    send_invoice: bool = False
    transfer_as: TransferAs = TransferAs.INVOICE
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class PaymentMapping:
    """The whole table, as confirmed; every change is a new `version`."""

    version: int
    rows: tuple[MethodMapping, ...]
    confirmed_by: str = ""
    confirmed_at: datetime | None = None

    def row(self, method: str) -> MethodMapping | None:
        """The row of a store method, None when it has none yet."""
        return next((row for row in self.rows if row.method == method), None)
