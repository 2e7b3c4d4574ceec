"""A webshop order as this program needs it, not as the shop sends it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money

ACCEPTED_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
LONGEST_EMAIL = 254  # [S-old]
CALLED_OFF = re.compile(
    r"\b(kansellert|avbestilt|annullert|refundert|returnert|cancell?ed|returned|refunded)\b",
    re.IGNORECASE,
)


class PriceBasis(StrEnum):
    """How the shop's line prices may be read; nowhere stated (mystore-api.md §4.5, UNK)."""

    EX_VAT = "ex"
    EX_VAT_ROUNDED_UNIT = "ex_rounded_unit"
    INC_VAT = "inc"


class TotalKind(Enum):
    """What a row of the shop's order totals means (mystore-api.md §4.4, INF)."""

    SUBTOTAL = "ot_subtotal"
    SHIPPING = "ot_shipping"
    DISCOUNT = "ot_coupon"
    GIFT_CARD = "ot_gv"
    PAYMENT_FEE = "ot_payment_fee"
    ROUNDING = "ot_rounding"
    TAX = "ot_tax"
    TOTAL = "ot_total"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; `country` is an ISO 3166 alpha-2 code, or the shop's own words."""

    name: str = ""
    company: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = "NO"


@dataclass(frozen=True, slots=True)
class ShopCustomer:
    """Who bought. `number` is None for a guest, who has no customer in the shop."""

    number: int | None
    address: Address
    email: str = ""
    phone: str = ""
    organization_number: str = ""

    @property
    def is_company(self) -> bool:
        """A company name or an organisation number makes a company (facts §2.8).

        A number without a digit («-») is none.
        """
        return bool(self.address.company or re.search(r"\d", self.organization_number))

    @property
    def name(self) -> str:
        """The name that the customer gets in the books."""
        return self.address.company or self.address.name

    @property
    def usable_email(self) -> str:
        """The e-mail address if Tripletex accepts its form (ASCII, [OBS-M]), else nothing."""
        fits = len(self.email) <= LONGEST_EMAIL and ACCEPTED_EMAIL.fullmatch(self.email)
        return self.email if fits else ""


@dataclass(frozen=True, slots=True)
class ShopLine:
    """One article line as the shop states it.

    `price` is per unit in whole currency units (with or without VAT: see `prices.gross_lines`),
    `vat_rate` in per cent.
    """

    sku: str
    name: str
    quantity: Decimal
    price: Decimal
    vat_rate: Decimal


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One row of the shop's totals: freight, discount, gift card, VAT, total. VAT included."""

    kind: TotalKind
    title: str
    amount: Money
    shop_class: str


@dataclass(frozen=True, slots=True)
class OrderStatus:
    """An order status of the shop; ids differ per shop."""

    id: str
    name: str

    @property
    def is_called_off(self) -> bool:
        """Whether its name says that the order was cancelled, returned or refunded.

        Shops name their statuses themselves, and the name is all that tells.
        """
        return bool(CALLED_OFF.search(self.name))


@dataclass(frozen=True, slots=True)
class Order:
    """A shop order. All amounts in `currency`; times are aware, zone Europe/Oslo."""

    number: str
    created_at: datetime
    finished_at: datetime | None
    updated_at: datetime | None
    status: OrderStatus
    payment_module: str
    payment_method: str
    currency: str
    customer: ShopCustomer
    delivery: Address
    lines: tuple[ShopLine, ...]
    totals: tuple[TotalRow, ...]
    reference: str = ""

    def rows(self, kind: TotalKind) -> tuple[TotalRow, ...]:
        """The total rows of one kind, in the shop's order."""
        return tuple(row for row in self.totals if row.kind is kind)

    @property
    def total(self) -> Money:
        """What the shop says is left to pay after gift cards: its `ot_total`.

        An order is read only when it has exactly one such row (adapters stop the others).
        """
        return self.rows(TotalKind.TOTAL)[0].amount

    @property
    def gift_cards(self) -> Money:
        """What gift cards paid, as a positive amount."""
        return -Money.sum((row.amount for row in self.rows(TotalKind.GIFT_CARD)), self.currency)

    @property
    def sale(self) -> Money:
        """The sum that is sold and invoiced: total plus what gift cards paid (rule T04)."""
        return self.total + self.gift_cards

    @property
    def is_credit(self) -> bool:
        """Whether it is a credit order: more comes back than is sold (mystore-api.md §4.2, V1)."""
        return self.sale.ore < 0

    @property
    def finished_on(self) -> date | None:
        """The day of delivery in Norway, None when the order is not finished."""
        return self.finished_at.date() if self.finished_at else None


def not_completed(status: OrderStatus) -> Problem:
    """Why an order with a status that does not count as completed is not transferred."""
    code = Code.STATUS_CALLED_OFF if status.is_called_off else Code.STATUS_NOT_COMPLETED
    return Problem(code, status=status.name)


def with_status(order: Order, status: OrderStatus, at: datetime) -> Order:
    """The order as it would be with another status; finished `at` that time unless it is so."""
    return replace(order, status=status, finished_at=order.finished_at or at)


def is_same_sale(shown: Order, now: Order) -> bool:
    """Whether the shop's order is still what was shown, but for how far it has come."""
    finished_at = shown.finished_at or now.finished_at
    before = replace(shown, finished_at=finished_at)
    return replace(now, status=shown.status, updated_at=shown.updated_at) == before


@dataclass(frozen=True, slots=True)
class UnreadableOrder:
    """An order that the shop sent, but that cannot be understood; it is stopped, never guessed."""

    number: str
    problem: Problem


def customer_name(order: Order | UnreadableOrder | None) -> str:
    """Who bought; empty when that is not known."""
    return order.customer.name if isinstance(order, Order) else ""
