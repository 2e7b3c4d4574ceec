"""A profile: one shop joined to one company, with the rules its accountant signed off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fnmatch import fnmatchcase

from tripletex_wizard.domain.known_accounts import StatedAccounts
from tripletex_wizard.domain.ledger import Department
from tripletex_wizard.domain.mapping import PaymentMapping
from tripletex_wizard.domain.orders import OrderStatus


class Environment(StrEnum):
    """Where Tripletex is. Tokens of one environment do not work in another [DEV]."""

    PRODUCTION = "production"
    TEST = "test"
    PRACTICE = "practice"


class ZeroTotal(StrEnum):
    """What is done with an order of 0,00 without a gift card (accounting.md T15)."""

    SKIP = "skip"
    INVOICE = "invoice"


class SalesDocument(StrEnum):
    """Which document the customer of a paid order gets as sales document (accounting.md C9).

    The shop's receipt is dated the day on which the order was finished, and so is its invoice
    in Tripletex then.
    """

    INVOICE = "invoice"
    RECEIPT = "receipt"


class CompanyInvoices(StrEnum):
    """How Tripletex sends companies their invoices, for the methods where it sends any (T13).

    EHF: to a company that can receive it, and by e-mail to one that cannot.
    """

    EMAIL = "email"
    EHF = "ehf"


@dataclass(frozen=True, slots=True)
class ZeroReason:
    """Why articles that match `sku` (`*` and `?` allowed) have 0 % VAT: the code to use.

    5 exempt, 6 outside the Act, 51 domestic reverse charge, 52 export (accounting.md rule 8).
    """

    sku: str
    code: str


@dataclass(frozen=True, slots=True)
class VatRules:
    """Which VAT code (number) each rate in per cent gets (accounting.md §0).

    Articles that match one of `gift_card_skus` (`*` and `?` allowed) are gift cards (rule 7).
    `accounts` are what the accountant says that codes are posted on, for the preview (rule 14).
    """

    codes: dict[Decimal, str] = field(
        default_factory=lambda: {
            Decimal(25): "3",
            Decimal(15): "31",
            Decimal(12): "33",
            Decimal("11.11"): "32",
        }
    )
    export_code: str = "52"
    unregistered_code: str = "6"
    zero_reasons: tuple[ZeroReason, ...] = ()
    gift_card_skus: tuple[str, ...] = ("GAVEKORT",)
    accounts: tuple[StatedAccounts, ...] = ()

    def zero_code(self, sku: str) -> str | None:
        """The code for a domestic 0 % line, None when nobody has given a reason yet."""
        return next((row.code for row in self.zero_reasons if sku and _fits(sku, row.sku)), None)

    def is_gift_card(self, sku: str) -> bool:
        """Whether selling the article makes a debt, not turnover; upper and lower case alike."""
        return bool(sku) and _fits_any(sku, self.gift_card_skus)


class SoldAs(StrEnum):
    """The VAT code of a gift card that is sold (accounting.md rule 7, E.1).

    DEBT: no turnover, code 7 or 0, whichever its product has. The others are the accountant's
    choice where Tripletex refuses both on a line; with EXEMPT the sale is reported as turnover
    now, and once more when the card is used.
    """

    DEBT = "debt"
    EXEMPT = "5"
    OUTSIDE = "6"


class ProductUse(StrEnum):
    """What a line of goods is sent on in Tripletex.

    TEXT: the shop's own text. FOUND: the product with exactly the line's article number, else
    text. CREATE: as FOUND, but a product that is missing is made first.
    """

    TEXT = "text"
    FOUND = "found"
    CREATE = "create"


class UnplacedSeries(StrEnum):
    """What is done with an order that was paid with a card of a series that nobody has placed.

    PAYMENT: the card pays, unless its name tells of a gift (a bonus, a campaign): that is stopped
    like every unplaced series with STOP (accounting.md D7).
    """

    PAYMENT = "payment"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class GiftCardRules:
    """How gift cards are sold: on the product with the number `product`, as `sold_as`.

    `discounts` and `payments` are titles of cards that are used (`*` and `?` allowed, upper and
    lower case alike): what was never sold is a discount, what was sold pays (rule 7).
    """

    product: str = "GAVEKORT"
    sold_as: SoldAs = SoldAs.DEBT
    discounts: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    unplaced: UnplacedSeries = UnplacedSeries.PAYMENT

    def is_discount(self, title: str) -> bool:
        """Whether a card with this title was given away."""
        return _fits_any(title, self.discounts)

    def is_payment(self, title: str) -> bool:
        """Whether a card with this title was sold."""
        return _fits_any(title, self.payments)


@dataclass(frozen=True, slots=True)
class TransferRules:
    """The choices of the set-up's step 5, with the specification's defaults.

    `start_date` is the first day of finishing that is offered; `freight_rate` in per cent is
    used only when the shop does not state the VAT of freight and fees. `write_back` allows this
    program to change statuses in the shop, which captures customers' money. `department` stands
    on every order; None leaves it out, and stops what is posted on an account that requires one.
    """

    completed_statuses: tuple[OrderStatus, ...]
    start_date: date
    number_prefix: str = ""
    search_customer: bool = False
    keep_customer: bool = False
    due_days: int = 14
    freight_rate: Decimal = Decimal(25)
    gift_card_payment_type: int | None = None
    gift_cards: GiftCardRules = field(default_factory=GiftCardRules)
    products: ProductUse = ProductUse.TEXT
    zero_total: ZeroTotal = ZeroTotal.SKIP
    vat: VatRules = field(default_factory=VatRules)
    write_back: bool = False
    sales_document: SalesDocument = SalesDocument.INVOICE
    department: Department | None = None
    company_invoices: CompanyInvoices = CompanyInvoices.EMAIL

    @property
    def product_numbers(self) -> tuple[str, ...] | None:
        """The products that lines may be sent on, besides the rounding product; None for all."""
        return (self.gift_cards.product,) if self.products is ProductUse.TEXT else None

    def is_completed(self, status: OrderStatus) -> bool:
        """Whether an order with this status is to be transferred."""
        return any(status.id == row.id for row in self.completed_statuses)


@dataclass(frozen=True, slots=True)
class Profile:
    """A shop and a company, locked to each other by company id, organisation number and shop.

    `client_company` is set for an accountant's token: the client's id is then the user name.
    """

    name: str
    environment: Environment
    company_id: int
    company_name: str
    organization_number: str
    shop: str
    rules: TransferRules
    mapping: PaymentMapping
    client_company: bool = False
    customer_numbers_confirmed: bool = False

    @property
    def secret_name(self) -> str:
        """What its tokens are filed under in the keyring: unique for environment, company, shop."""
        return f"{self.name} ({self.environment.value} {self.company_id} {self.shop})"


def _fits_any(text: str, patterns: Iterable[str]) -> bool:
    return any(_fits(text.casefold(), pattern.casefold()) for pattern in patterns)


def _fits(text: str, pattern: str) -> bool:
    """Only `*` and `?` stand for something else; a bracket is part of an article number."""
    return fnmatchcase(text, pattern.replace("[", "[[]"))
