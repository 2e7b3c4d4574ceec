"""What the plans of a batch come to: accounts, VAT codes, payment types, dates (accounting.md F2).

Open orders are not booked, and add nothing. Amounts of different currencies are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.ledger import PaymentType, VatCode
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.postings import PostedAccount, payment_postings, postings_of
from tripletex_wizard.domain.vat_terms import VatTerm

_Key = tuple[int | None, int | None, str]


@dataclass(frozen=True, slots=True)
class Movement:
    """What is debited and credited on an account, in one currency."""

    account: PostedAccount
    debit: Money
    credit: Money


@dataclass(frozen=True, slots=True)
class VatSum:
    """The basis and the VAT of one code, in one currency."""

    code: VatCode
    basis: Money
    vat: Money


@dataclass(frozen=True, slots=True)
class PaymentSum:
    """What is registered as paid with one payment type; None is what is left to pay."""

    payment_type_id: int | None
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class DateSum:
    """The invoices of one date, in one currency; `vat_term` None where no VAT is reported."""

    invoice_date: date
    vat_term: VatTerm | None
    count: int
    amount: Money


def movements(
    plans: Iterable[PostingPlan],
    payment_types: Iterable[PaymentType],
    refunds: Iterable[PlannedPayment] = (),
) -> tuple[Movement, ...]:
    """Debit and credit of each account, by account number; accounts not known yet stand last.

    `refunds` are those of credit notes that are booked already.
    An account that is known in several ways, by one VAT code or another, is told of once.
    """
    known = tuple(payment_types)
    sums: dict[_Key, tuple[int, int]] = {}
    accounts: dict[_Key, PostedAccount] = {}
    posted = (row for plan in plans for row in postings_of(plan, known))
    for row in (*posted, *payment_postings(refunds, known)):
        ore = row.amount.ore
        key = row.account.number, row.account.customer_id, row.amount.currency
        debit, credit = sums.get(key, (0, 0))
        sums[key] = debit + max(ore, 0), credit + max(-ore, 0)
        accounts.setdefault(key, row.account)
    found = (
        Movement(accounts[key], Money(debit, key[2]), Money(credit, key[2]))
        for key, (debit, credit) in sums.items()
    )
    return tuple(sorted(found, key=_place))


def vat_sums(plans: Iterable[PostingPlan]) -> tuple[VatSum, ...]:
    """Basis and VAT by VAT code."""
    sums: dict[tuple[VatCode, str], VatSum] = {}
    for plan in _invoices(plans):
        nothing = Money(0, plan.currency)
        for line in plan.lines:
            key = line.vat, plan.currency
            before = sums.get(key, VatSum(line.vat, nothing, nothing))
            sums[key] = VatSum(line.vat, before.basis + line.net, before.vat + line.vat_amount)
    return tuple(sorted(sums.values(), key=lambda row: row.code.number))


def payment_sums(
    plans: Iterable[PostingPlan], refunds: Iterable[PlannedPayment] = ()
) -> tuple[PaymentSum, ...]:
    """What is registered as paid by payment type, and last what is left to pay.

    `refunds` are those of credit notes that are booked already.
    """
    sums: dict[tuple[int | None, str], PaymentSum] = {}
    parts = (part for plan in _invoices(plans) for part in _parts(plan))
    for type_id, money in (*parts, *((row.payment_type_id, row.amount) for row in refunds)):
        key = type_id, money.currency
        before = sums.get(key, PaymentSum(type_id, 0, Money(0, money.currency)))
        sums[key] = PaymentSum(type_id, before.count + 1, before.amount + money)
    return tuple(sorted(sums.values(), key=lambda row: row.payment_type_id is None))


def date_sums(plans: Iterable[PostingPlan]) -> tuple[DateSum, ...]:
    """The invoices by their date."""
    sums: dict[tuple[date, str], DateSum] = {}
    for plan in _invoices(plans):
        key = plan.invoice_date, plan.currency
        before = sums.get(
            key, DateSum(plan.invoice_date, plan.vat_term, 0, Money(0, plan.currency))
        )
        total = before.amount + plan.total
        sums[key] = replace(before, count=before.count + 1, amount=total)
    return tuple(sums.values())


def _invoices(plans: Iterable[PostingPlan]) -> Iterator[PostingPlan]:
    return (plan for plan in plans if plan.transfer_as is TransferAs.INVOICE)


def _parts(plan: PostingPlan) -> Iterator[tuple[int | None, Money]]:
    for row in plan.movements:
        yield row.payment_type_id, row.amount
    if plan.outstanding:
        yield None, plan.outstanding


def _place(row: Movement) -> tuple[bool, int, str]:
    number = row.account.number
    return (number is None, number or 0, row.debit.currency)
