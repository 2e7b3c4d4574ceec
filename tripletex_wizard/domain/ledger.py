"""What Tripletex holds, as this program needs it: Tripletex' own names, parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.vat_terms import VatTerms, VatTermSetting

T = TypeVar("T")

LONGEST_LINE = 255  # signs of a name or an address line [S-old]


class VatRegistration(StrEnum):
    """Tripletex' `vatRegistrationStatus` [S, CL 2.74.00]."""

    NOT_REGISTERED = "VAT_NOT_REGISTERED"
    APPLICANT = "VAT_APPLICANT"
    REGISTERED = "VAT_REGISTERED"
    COMPENSATION = "VAT_COMPENSATION"


class SendType(StrEnum):
    """Tripletex' `sendType`: how an invoice reaches the customer."""

    EMAIL = "EMAIL"
    EHF = "EHF"


@dataclass(frozen=True, slots=True)
class Company:
    """The company that the session works in."""

    id: int
    name: str
    organization_number: str


@dataclass(frozen=True, slots=True)
class VatCode:
    """A VAT code. `id` and `number` differ (id 32 is code 33); `percentage` in per cent."""

    id: int
    number: str
    percentage: Decimal
    name: str


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """An account of the company's chart of accounts."""

    id: int
    number: int
    name: str
    is_invoice_account: bool = False
    bank_account_number: str = ""
    requires_department: bool = False

    @property
    def takes_payments(self) -> bool:
        """Whether invoices can ask for payment to this account."""
        return self.is_invoice_account and bool(self.bank_account_number)


@dataclass(frozen=True, slots=True)
class Department:
    """An active department; a company without the module has one, without a number [OBS-N]."""

    id: int
    name: str
    number: str = ""

    @property
    def label(self) -> str:
        """The name with the number before it, as Tripletex lists them."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class PaymentType:
    """A payment type that Tripletex shows to integrations («Vis på ordre»)."""

    id: int
    description: str
    account: LedgerAccount | None
    currency: str
    customer_id: int | None = None


@dataclass(frozen=True, slots=True)
class AccountingPeriod:
    """An accounting period; `end` is exclusive as in every Tripletex range."""

    start: date
    end: date
    is_closed: bool


@dataclass(frozen=True, slots=True)
class InvoiceSettings:
    """What the undocumented /invoice/settings tells; None where it does not [OBS-L/M]."""

    bank_account_ready: bool | None = None
    fixed_invoice_fee: Money | None = None
    next_invoice_number: int | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A product of the company; `account` None means that it has none of its own."""

    id: int
    number: str
    name: str
    vat: VatCode
    account: LedgerAccount | None = None
    is_inactive: bool = False


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """What a batch reads once: codes, payment types, currencies and countries by their ISO code.

    `seen_accounts` is what vouchers that were read before told of VAT codes' accounts.
    Without `has_bank_account` Tripletex refuses every invoice [OBS, 26x]; it is taken for granted
    where the accounts may not be read. `products` by number are those that were asked for, and
    `sales_accounts` by number the usual ones for sales. `departments` are the active ones,
    None where they could not be read: Tripletex itself refuses one that is not among them.
    `balances` are those of accounts of debts that customers pay by, by number, in debit as
    Tripletex has them; none where they could not be read.
    """

    company: Company
    registration: VatRegistration
    vat_codes: tuple[VatCode, ...]
    payment_types: tuple[PaymentType, ...]
    currencies: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    periods: tuple[AccountingPeriod, ...] = ()
    rounding_product: Product | None = None
    has_bank_account: bool = True
    products: dict[str, Product] = field(default_factory=dict)
    sales_accounts: dict[int, LedgerAccount] = field(default_factory=dict)
    vat_term_settings: tuple[VatTermSetting, ...] = ()
    seen_accounts: tuple[SeenAccounts, ...] = ()
    departments: tuple[Department, ...] | None = ()
    balances: dict[int, Money] = field(default_factory=dict)

    def active_product(self, number: str) -> Product | None:
        """The product with exactly this number, None when there is none or it is inactive."""
        found = self.products.get(number)
        return None if found is None or found.is_inactive else found

    def payment_type(self, payment_type_id: int) -> PaymentType | None:
        """The payment type with this id, None when it is no longer shown."""
        return next((row for row in self.payment_types if row.id == payment_type_id), None)

    def is_closed(self, day: date) -> bool:
        """Whether `day` lies in a closed period (accounting.md rule 2)."""
        return any(row.is_closed and row.start <= day < row.end for row in self.periods)

    def is_open(self, day: date) -> bool:
        """Whether `day` lies in a period that is known to be open."""
        is_there = any(row.start <= day < row.end for row in self.periods)
        return is_there and not self.is_closed(day)

    @property
    def vat_terms(self) -> VatTerms:
        """The company's VAT terms."""
        is_registered = self.registration is not VatRegistration.NOT_REGISTERED
        return VatTerms(self.vat_term_settings, is_registered=is_registered)


@dataclass(frozen=True, slots=True)
class LedgerCustomer:
    """A customer card in Tripletex."""

    id: int
    version: int
    number: int | None
    name: str
    email: str = ""
    organization_number: str = ""
    description: str = ""
    is_factoring: bool = False
    is_inactive: bool = False
    street: str = ""
    postal_code: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class LedgerOrder:
    """An order in Tripletex. `gross_by_vat` sums its lines with VAT per VAT id, zeros left out.

    `invoice_comment` is what its invoice will say, or says; `products` are the numbers of the
    products that its lines are on.
    """

    id: int
    number: str
    is_closed: bool
    customer_id: int
    internal_comment: str
    total: Money
    gross_by_vat: dict[int, Money] = field(default_factory=dict)
    invoice_comment: str = ""
    products: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LedgerInvoice:
    """An invoice or a credit note in Tripletex; amounts in its own currency.

    `credits` is the id of the invoice that a credit note names, 0 for none. `comment` is what was
    given with :createCreditNote, empty where Tripletex does not give it back [INF].
    """

    id: int
    number: int
    invoice_date: date
    amount: Money
    outstanding: Money
    order_ids: tuple[int, ...]
    is_credited: bool = False
    is_credit_note: bool = False
    credits: int = 0
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """An invoice with the credit notes that name it (none when it stands), and whom it is to."""

    invoice: LedgerInvoice
    notes: tuple[LedgerInvoice, ...] = ()
    customer_id: int | None = None

    @property
    def amount(self) -> Money:
        """How much of the invoice has been credited."""
        return -Money.sum((note.amount for note in self.notes), self.invoice.amount.currency)

    @property
    def left(self) -> Money:
        """How much of the invoice stands, and may still be credited."""
        return self.invoice.amount - self.amount

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the invoice stands; Tripletex' own mark says so for a part too."""
        return bool(self.notes) and self.amount == self.invoice.amount

    @property
    def is_partial(self) -> bool:
        """Whether something was credited that is not, as far as can be seen, the whole."""
        return not self.is_whole and (bool(self.notes) or self.invoice.is_credited)

    @property
    def open_amount(self) -> Money:
        """What is still open on the invoice and its credit notes, whichever of them shows it.

        Negative when the customer has money to good: it was paid, and not paid back.
        """
        rows = (self.invoice, *self.notes)
        return Money.sum((row.outstanding for row in rows), self.invoice.amount.currency)


@dataclass(frozen=True, slots=True)
class CreditedInvoice:
    """The invoice that a credit note credits, and the customer that both are to.

    `order_number` is the shop's, empty when the invoice is not one of this program's. `is_whole`
    tells that nothing of it is to stand.
    """

    id: int
    number: int
    invoice_date: date
    customer_id: int
    order_number: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a write gave, with Tripletex' request ids."""

    value: T
    request_ids: tuple[str, ...]
