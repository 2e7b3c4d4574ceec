"""The postings that a plan will cause in Tripletex: accounts, VAT codes, debit and credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tripletex_wizard.domain.known_accounts import KnownAccounts
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.sales_accounts import SALES

RECEIVABLES: Final = 1500
ROUNDING: Final = 7740
OUTPUT_VAT: Final = {"3": 2700, "31": 2701, "33": 2703}


class Voucher(Enum):
    """Which voucher a posting stands on."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PAYMENT = "payment"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class PostedAccount:
    """Where an amount goes. `number` None: not known before a voucher has been seen.

    `name` is the company's own, empty where Tripletex has not told it. What the company's posting
    rules decide is seen on a `voucher` (its number), `is_stated` by the accountant, or `is_assumed`
    (accounting.md rule 14). `customer_id` is the customer whom a payment
    type posts to instead of a bank account (rule 18).
    """

    number: int | None
    name: str = ""
    is_assumed: bool = False
    customer_id: int | None = None
    voucher: str = ""
    is_stated: bool = False


@dataclass(frozen=True, slots=True)
class LedgerPosting:
    """One row of a voucher, in the order's currency: `amount` is debit when it is positive."""

    voucher: Voucher
    account: PostedAccount
    amount: Money
    vat_code: str = ""

    @property
    def debit(self) -> Money | None:
        """What is debited; None for a row that credits."""
        return self.amount if self.amount.ore > 0 else None

    @property
    def credit(self) -> Money | None:
        """What is credited; None for a row that debits."""
        return -self.amount if self.amount.ore < 0 else None


@dataclass(frozen=True, slots=True)
class PostingSums:
    """What the postings add up to; a voucher that balances has no `difference`."""

    debit: Money
    credit: Money

    @property
    def difference(self) -> Money:
        """Debit less credit."""
        return self.debit - self.credit


def postings_of(
    plan: PostingPlan, payment_types: Iterable[PaymentType]
) -> tuple[LedgerPosting, ...]:
    """Invoice or credit note, then payments (accounting.md §0); rows of nothing are left out.

    An open order causes none. VAT is summed per line, so that it may differ by an øre from what
    Tripletex computes (rule 12); of another currency than NOK Tripletex sets the rate (rule 20).
    """
    if plan.transfer_as is TransferAs.ORDER:
        return ()
    rows = (*_invoice(plan), *payment_postings(plan.movements, payment_types))
    return tuple(row for row in rows if row.amount)


def payment_postings(
    payments: Iterable[PlannedPayment], payment_types: Iterable[PaymentType]
) -> tuple[LedgerPosting, ...]:
    """Two rows for each payment or refund: of a booked credit note its refund is all there is."""
    types = {row.id: row for row in payment_types}
    return tuple(row for payment in payments for row in _payment(payment, types))


def sums_of(postings: Sequence[LedgerPosting], currency: str) -> PostingSums:
    """Debit and credit of all postings, in `currency`."""
    return PostingSums(
        Money.sum((row.debit for row in postings if row.debit), currency),
        Money.sum((row.credit for row in postings if row.credit), currency),
    )


def _invoice(plan: PostingPlan) -> Iterator[LedgerPosting]:
    voucher = Voucher.CREDIT_NOTE if plan.is_credit_note else Voucher.INVOICE
    yield LedgerPosting(voucher, PostedAccount(RECEIVABLES), plan.total)
    for sales, lines in _by_account(plan):
        code = lines[0].vat.number
        net = Money.sum((line.net for line in lines), plan.currency)
        vat = Money.sum((line.vat_amount for line in lines), plan.currency)
        yield LedgerPosting(voucher, sales, -net, code)
        yield LedgerPosting(voucher, vat_account(code, plan.accounts), -vat, code)


def _by_account(plan: PostingPlan) -> Iterator[tuple[PostedAccount, list[PlannedLine]]]:
    """The lines of each VAT code and account."""
    groups: dict[tuple[str, PostedAccount], list[PlannedLine]] = {}
    for line in plan.lines:
        key = line.vat.number, _sales_account(line, plan.accounts)
        groups.setdefault(key, []).append(line)
    for (_code, account), lines in groups.items():
        yield account, lines


def _sales_account(line: PlannedLine, known: KnownAccounts) -> PostedAccount:
    """The product's own account; without one the VAT code's, by the company's posting rules."""
    own = line.product.account if line.product else None
    return PostedAccount(own.number, own.name) if own else sales_account(line.vat.number, known)


def sales_account(code: str, known: KnownAccounts) -> PostedAccount:
    """What the sales of a VAT code are credited on, and how that is known."""
    seen, stated = known.seen_of(code), known.stated_of(code)
    if seen:
        return PostedAccount(seen.sales, seen.sales_name, voucher=seen.voucher)
    return PostedAccount(stated.sales, is_stated=True) if stated else _assumed(SALES.get(code))


def vat_account(code: str, known: KnownAccounts) -> PostedAccount:
    """What the VAT of a code is credited on, and how that is known."""
    seen, stated = known.seen_of(code), known.stated_of(code)
    if seen and seen.vat is not None:
        return PostedAccount(seen.vat, seen.vat_name, voucher=seen.voucher)
    if stated and stated.vat is not None:
        return PostedAccount(stated.vat, is_stated=True)
    return _assumed(OUTPUT_VAT.get(code))


def _assumed(number: int | None) -> PostedAccount:
    return PostedAccount(number, is_assumed=number is not None)


def _payment(payment: PlannedPayment, types: dict[int, PaymentType]) -> Iterator[LedgerPosting]:
    account = paid_to(types.get(payment.payment_type_id))
    voucher = Voucher.REFUND if payment.amount.ore < 0 else Voucher.PAYMENT
    yield LedgerPosting(voucher, account, payment.amount)
    yield LedgerPosting(voucher, PostedAccount(RECEIVABLES), -payment.amount)


def paid_to(payment_type: PaymentType | None) -> PostedAccount:
    """The account that a payment of this type is debited on."""
    if payment_type is None:
        return PostedAccount(None)
    if payment_type.customer_id is not None:
        return PostedAccount(RECEIVABLES, customer_id=payment_type.customer_id)
    account = payment_type.account
    return PostedAccount(account.number, account.name) if account else PostedAccount(None)
