"""From Tripletex' wire objects to the domain's."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tripletex_wizard.adapters.tripletex import wire
from tripletex_wizard.domain.booking import BookedPosting, Booking
from tripletex_wizard.domain.ledger import (
    AccountingPeriod,
    Company,
    Department,
    InvoiceSettings,
    LedgerAccount,
    LedgerCustomer,
    LedgerInvoice,
    LedgerOrder,
    PaymentType,
    Product,
    VatCode,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.vat import gross_by_vat
from tripletex_wizard.domain.vat_terms import VatTermSetting, VatTermSize

BOOKKEEPING_CURRENCY = "NOK"
WITHOUT_VAT_TYPE = 0  # such a line is at 0 % [NOTE]


def company(row: wire.Company) -> Company:
    """A company; the organisation number is empty when Tripletex does not show it."""
    return Company(row.id, row.name, row.organization_number or "")


def vat_code(row: wire.VatType) -> VatCode:
    """A VAT code."""
    return VatCode(row.id, row.number, row.percentage, row.name)


def account(row: wire.Account) -> LedgerAccount:
    """An account."""
    return LedgerAccount(
        row.id,
        row.number,
        row.name,
        is_invoice_account=row.is_invoice_account,
        bank_account_number=row.bank_account_number or "",
        requires_department=row.requires_department,
    )


def in_books(amount: Decimal) -> Money:
    """An amount of the company's books, whatever currency it came in."""
    return Money.rounded(amount, BOOKKEEPING_CURRENCY)


def department(row: wire.Department) -> Department:
    """A department."""
    return Department(row.id, row.name, row.department_number or "")


def payment_type(row: wire.PaymentType) -> PaymentType:
    """A payment type with its account, when it has one."""
    return PaymentType(
        row.id,
        row.description,
        account(row.debit_account) if row.debit_account else None,
        row.currency_code,
        row.customer.id if row.customer else None,
    )


def accounting_period(row: wire.AccountingPeriod) -> AccountingPeriod:
    """A period with an exclusive end, whether Tripletex gave its last day or the one after.

    Which of the two is not known [UNV]; periods are whole months, so an end on the first of a
    month is exclusive.
    """
    exclusive = row.end.day == 1 and row.end > row.start
    end = row.end if exclusive else row.end + timedelta(days=1)
    return AccountingPeriod(row.start, end, row.is_closed)


def vat_term_setting(row: wire.VatTermSize) -> VatTermSetting:
    """Since ever where no day is given; of unknown size where the size is none of [S]."""
    known = {size.value: size for size in VatTermSize}
    size = known.get(row.term_size or "")
    return VatTermSetting(row.report_type or "", row.from_date or date.min, size)


def invoice_settings(row: wire.InvoiceSettings) -> InvoiceSettings:
    """The settings as far as they were given."""
    fee = row.fixed_invoice_fee
    return InvoiceSettings(
        row.bank_account_ready,
        None if fee is None else Money.rounded(fee, BOOKKEEPING_CURRENCY),
        row.next_invoice_number or None,
    )


def product(row: wire.Product) -> Product:
    """A product; without a VAT type it is treated as Tripletex treats it, by code 0."""
    vat = vat_code(row.vat_type) if row.vat_type else VatCode(0, "0", Decimal(0), "")
    own = account(row.account) if row.account else None
    return Product(row.id, row.number or "", row.name, vat, own, row.is_inactive)


def customer(row: wire.Customer) -> LedgerCustomer:
    """A customer card; number 0 stands for none."""
    return LedgerCustomer(
        row.id,
        row.version,
        row.customer_number or None,
        row.name,
        row.email or "",
        row.organization_number or "",
        row.description or "",
        row.is_factoring,
        row.is_inactive,
        *_postal(row.postal_address),
    )


def _postal(address: wire.PostalAddress | None) -> tuple[str, str, str]:
    if address is None:
        return "", "", ""
    return address.address_line1 or "", address.postal_code or "", address.city or ""


def order(row: wire.Order) -> LedgerOrder:
    """An order with the sum of its lines, each of them as Tripletex rounded it."""
    currency = row.currency.code
    lines = [
        (
            line.vat_type.id if line.vat_type else WITHOUT_VAT_TYPE,
            Money.rounded(line.amount_including_vat_currency, currency),
        )
        for line in row.order_lines
    ]
    return LedgerOrder(
        row.id,
        row.number,
        row.is_closed,
        row.customer.id,
        row.internal_comment or "",
        Money.sum((gross for _, gross in lines), currency),
        gross_by_vat(lines),
        row.invoice_comment or "",
        frozenset(line.product.number or "" for line in row.order_lines if line.product),
    )


def invoice(row: wire.Invoice) -> LedgerInvoice:
    """An invoice, in its own currency (`amount` without «Currency» is in NOK)."""
    currency = row.currency.code
    return LedgerInvoice(
        row.id,
        row.invoice_number,
        row.invoice_date,
        Money.rounded(row.amount_currency, currency),
        Money.rounded(row.amount_currency_outstanding, currency),
        tuple(reference.id for reference in row.orders),
        is_credited=row.is_credited,
        is_credit_note=row.is_credit_note,
        credits=row.credited_invoice or 0,
        comment=row.comment or "",
    )


def booking(row: wire.BookedInvoice) -> Booking | None:
    """What stands on the vouchers beside the invoice's own rows; None when one is not shown."""
    vouchers = [row.voucher, *(each.voucher for each in row.postings)]
    shown = {each.id: each for each in vouchers if each is not None}
    if row.voucher is None or None in vouchers or not row.postings:
        return None
    own, currency = {each.id for each in row.postings}, row.currency.code
    postings = (each for voucher in shown.values() for each in voucher.postings)
    return Booking(
        str(row.voucher.number),
        tuple(_posting(each, currency) for each in postings if each.id not in own),
        Money.rounded(row.amount_roundoff_currency, currency),
    )


def _posting(row: wire.Posting, currency: str) -> BookedPosting:
    vat_id = row.vat_type.id if row.vat_type else WITHOUT_VAT_TYPE
    return BookedPosting(
        row.account.number,
        row.account.name,
        vat_id or None,
        Money.rounded(row.amount_currency, currency),
        Money.rounded(row.amount_gross_currency, currency),
    )


def new_invoice(
    row: wire.NewInvoice, currency: str, order_ids: tuple[int, ...]
) -> LedgerInvoice | None:
    """The invoice, or credit note, in `currency` of a write; None when figures are missing."""
    number, day = row.invoice_number, row.invoice_date
    amount, outstanding = row.amount_currency, row.amount_currency_outstanding
    if not number or day is None or amount is None or outstanding is None:
        return None
    return LedgerInvoice(
        row.id,
        number,
        day,
        Money.rounded(amount, currency),
        Money.rounded(outstanding, currency),
        tuple(reference.id for reference in row.orders) or order_ids,
    )
