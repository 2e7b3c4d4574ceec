"""Accounts of a VAT code that somebody has stated, or that stood on a voucher."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatedAccounts:
    """What the accountant says that a VAT code (number) is posted on; `vat` None for 0 %."""

    code: str
    sales: int
    vat: int | None = None


@dataclass(frozen=True, slots=True)
class SeenAccounts:
    """What a VAT code (number) stood on, on the voucher with this number, with the names of then.

    `vat` None: the code has no VAT, or its row could not be told.
    """

    code: str
    sales: int
    sales_name: str
    vat: int | None
    vat_name: str
    voucher: str

    @property
    def accounts(self) -> tuple[int, str, int | None, str]:
        """All but the voucher."""
        return self.sales, self.sales_name, self.vat, self.vat_name


@dataclass(frozen=True, slots=True)
class KnownAccounts:
    """What is known of a company's accounts; what was seen goes before what was stated."""

    stated: tuple[StatedAccounts, ...] = ()
    seen: tuple[SeenAccounts, ...] = ()

    def seen_of(self, code: str) -> SeenAccounts | None:
        """What a voucher told of a code."""
        return next((row for row in self.seen if row.code == code), None)

    def stated_of(self, code: str) -> StatedAccounts | None:
        """What the accountant told of a code."""
        return next((row for row in self.stated if row.code == code), None)
