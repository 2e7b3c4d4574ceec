"""Which accounts the company's posting rules give a VAT code, and how that is known (rule 14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tripletex_wizard.domain.booking import BookedPosting, Booking
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.ledger import VatCode
from tripletex_wizard.domain.lines import PlannedLine


def learned(
    booking: Booking, lines: Sequence[PlannedLine], known: Sequence[SeenAccounts]
) -> tuple[SeenAccounts, ...]:
    """What the vouchers of an invoice of `lines` tell anew of the VAT codes that it has.

    Nothing of a code whose sales stand on several accounts, or that a line has whose product has
    an account of its own: it goes there.
    """
    by_product = {line.vat for line in lines if line.product and line.product.account}
    codes = [code for code in dict.fromkeys(line.vat for line in lines) if code not in by_product]
    before = {(row.code, row.accounts) for row in known}
    found = (_seen(code, booking) for code in codes)
    return tuple(row for row in found if row and (row.code, row.accounts) not in before)


def _seen(code: VatCode, booking: Booking) -> SeenAccounts | None:
    """The VAT stands in a row of its own, which has no VAT of itself."""
    rows = [row for row in booking.postings if row.vat_id == code.id]
    has_vat = bool(code.percentage)
    sales = _accounts(row for row in rows if bool(row.vat) is has_vat)
    vat = _accounts(row for row in rows if has_vat and not row.vat)
    if len(sales) != 1 or len(vat) > 1:
        return None
    (number, name), (vat_number, vat_name) = sales[0], vat[0] if vat else (None, "")
    return SeenAccounts(code.number, number, name, vat_number, vat_name, booking.voucher)


def _accounts(rows: Iterable[BookedPosting]) -> list[tuple[int, str]]:
    return list(dict.fromkeys((row.account, row.account_name) for row in rows))


def with_learned(
    before: Sequence[SeenAccounts], new: Sequence[SeenAccounts]
) -> tuple[SeenAccounts, ...]:
    """What is known after the newest vouchers, by code."""
    return tuple({row.code: row for row in (*before, *new)}.values())
