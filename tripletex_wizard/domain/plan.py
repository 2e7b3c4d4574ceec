"""All that Tripletex is asked for one order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.invoice_dates import InvoiceDates
from tripletex_wizard.domain.known_accounts import KnownAccounts
from tripletex_wizard.domain.ledger import (
    CreditedInvoice,
    Department,
    SendType,
)
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_numbers import CREDITS_START, numbered
from tripletex_wizard.domain.orders import (
    Address,
    ShopCustomer,
)
from tripletex_wizard.domain.products import NewProduct
from tripletex_wizard.domain.vat import gross_by_vat
from tripletex_wizard.domain.vat_terms import VatTerm


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    """One registered payment, in the invoice's currency."""

    payment_type_id: int
    amount: Money


@dataclass(frozen=True, slots=True)
class GiftCardDebt:
    """What an order moves on the account of gift cards, of what stands there before it.

    In credit, as a debt is: `sold` adds to it, `used` takes from it.
    """

    account: int
    stands: Money
    sold: Money
    used: Money

    @property
    def left(self) -> Money:
        """What stands there after the order; negative in debit."""
        return self.stands + self.sold - self.used


@dataclass(frozen=True, slots=True)
class PostingPlan:
    """All that Tripletex is asked for one order.

    `number` is the order number in Tripletex; `payments` are none, one, or two, where the second is
    the rest; `send` None means that Tripletex sends nothing to the customer, and `instead_of_ehf`
    that it has refused to send the invoice as EHF. An order in Tripletex is known as ours by
    `internal_comment`, a card without our number by `card_comment`. From round 2 on `replaces` is
    the number of the credited invoice. `dates` are those that the invoice may carry; `refusal` is
    why nothing can be invoiced with the date that this one has, which a round changes. `accounts`
    is what is known of those that its VAT codes are posted on. `department` stands on the order,
    and with it on all that is posted. `gift_card_debt` is by the balance that was read, None where
    none is known; that of a credit order is as if the refund is registered.

    Of a credit order `credits` is the invoice that it credits, None before that is known;
    `refund` is the payment (negative) that is registered if the money was paid back, and
    `is_refunded` whether it was, None before the user has said so.
    """

    shop_number: str
    number: str
    internal_comment: str
    transfer_as: TransferAs
    customer: ShopCustomer
    delivery: Address
    currency: str
    order_date: date
    delivery_date: date
    invoice_date: date
    due_days: int
    reference: str
    lines: tuple[PlannedLine, ...]
    payments: tuple[PlannedPayment, ...]
    send: SendType | None
    mapping_version: int
    notes: tuple[Problem, ...] = ()
    card_comment: str = ""
    round: int = 1
    replaces: int | None = None
    accounts: KnownAccounts = field(default_factory=KnownAccounts, compare=False)
    credits: CreditedInvoice | None = None
    refund: PlannedPayment | None = None
    is_refunded: bool | None = None
    department: Department | None = None
    instead_of_ehf: bool = False
    gift_card_debt: GiftCardDebt | None = field(default=None, compare=False)
    dates: InvoiceDates = field(kw_only=True)
    refusal: Problem | None = None

    @property
    def is_credit_note(self) -> bool:
        """Whether more comes back than is sold."""
        return self.total.ore < 0

    @property
    def paid_back(self) -> PlannedPayment | None:
        """The payment that is registered on the credit note; None when there is none."""
        return self.refund if self.is_refunded else None

    @property
    def movements(self) -> tuple[PlannedPayment, ...]:
        """All that is registered: paid, or paid back."""
        return self.payments if self.paid_back is None else (*self.payments, self.paid_back)

    @property
    def number_without_prefix(self) -> str:
        """The shop's number, from round 2 on with the round."""
        return numbered(self.shop_number, self.round)

    @property
    def order_comment(self) -> str:
        """What the order in Tripletex says of itself (`internalComment`)."""
        if self.replaces is None:
            return self.internal_comment
        return f"{self.internal_comment}, erstatter kreditert faktura {self.replaces}"

    @property
    def invoice_comment(self) -> str:
        """What a credit note says of what it credits (bff. § 5-2-7, accounting.md T07)."""
        if self.credits is None:
            return ""
        day = f"{self.credits.invoice_date:%d.%m.%Y}"
        comment = f"{CREDITS_START}{self.credits.number} av {day}"
        order = self.credits.order_number
        return f"{comment}, ordre {order}" if order else comment

    @property
    def credit_comment(self) -> str:
        """The same of a credit note without an order, with the mark by which it is ours."""
        return f"{self.invoice_comment}. {self.internal_comment}"

    def text_of(self, line: PlannedLine) -> str:
        """What a line says; what is taken back names the invoice that it was sold on."""
        if self.credits is None or line.count > 0:
            return line.description
        return f"{line.description} (retur, faktura {self.credits.number})"

    @property
    def total(self) -> Money:
        """What the customer owes for the sale, gift cards not subtracted."""
        return Money.sum((line.gross for line in self.lines), self.currency)

    @property
    def new_products(self) -> tuple[NewProduct, ...]:
        """The products that are to be made before the order, one for each number."""
        found = [line.new_product for line in self.lines if line.new_product]
        return tuple({new.number: new for new in reversed(found)}.values())[::-1]

    @property
    def vat_term(self) -> VatTerm | None:
        """The VAT term of the invoice date; None where the company reports no VAT."""
        return self.dates.terms.of(self.invoice_date)

    @property
    def outstanding(self) -> Money:
        """What is left to pay after the payments; negative: what the customer has to good."""
        return self.total - Money.sum((row.amount for row in self.movements), self.currency)

    @property
    def gross_by_vat(self) -> dict[int, Money]:
        """The lines' sums per VAT id, zeros left out."""
        return gross_by_vat((line.vat.id, line.gross) for line in self.lines)

    @property
    def fingerprint(self) -> str:
        """The same for two plans only when they have the same customer, lines and currency."""
        lines = [
            f"{line.description}|{line.count}|{line.unit_price}|{line.vat.id}|{line.gross.ore}"
            for line in self.lines
        ]
        text = "\n".join([str(self.customer.number), self.currency, *lines])
        return hashlib.sha256(text.encode()).hexdigest()
