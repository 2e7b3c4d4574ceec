"""What several orders come to: per account, per payment type, and per currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import PostingPlan
from tripletex_wizard.domain.postings import LedgerPosting, PostedAccount, postings_of


@dataclass(frozen=True, slots=True)
class AccountTotal:
    """What is debited and credited on one account, in one currency."""

    account: PostedAccount
    debit: Money
    credit: Money


@dataclass(frozen=True, slots=True)
class PaymentTotal:
    """What is registered as paid by one payment type; `payment_type_id` None is still unpaid."""

    payment_type_id: int | None
    orders: int
    amount: Money


def account_totals(
    plans: Iterable[PostingPlan], payment_types: Iterable[PaymentType]
) -> tuple[AccountTotal, ...]:
    """Each account that the plans post to, the lowest number first, the unknown last."""
    types = tuple(payment_types)
    groups: dict[tuple[PostedAccount, str], list[LedgerPosting]] = {}
    for plan in plans:
        for row in postings_of(plan, types):
            groups.setdefault((row.account, plan.currency), []).append(row)
    totals = [_account_total(account, rows) for (account, _currency), rows in groups.items()]
    return tuple(sorted(totals, key=_by_number))


def _account_total(account: PostedAccount, rows: list[LedgerPosting]) -> AccountTotal:
    currency = rows[0].amount.currency
    return AccountTotal(
        account,
        Money.sum((row.debit for row in rows if row.debit), currency),
        Money.sum((row.credit for row in rows if row.credit), currency),
    )


def _by_number(total: AccountTotal) -> tuple[str, bool, int]:
    number = total.account.number
    return total.debit.currency, number is None, number or 0


def payment_totals(plans: Iterable[PostingPlan]) -> tuple[PaymentTotal, ...]:
    """Each payment type of the invoices and what is outstanding of them; open orders have none."""
    found: dict[tuple[int | None, str], list[Money]] = {}
    for plan in plans:
        if plan.transfer_as is TransferAs.INVOICE:
            for row in plan.payments:
                found.setdefault((row.payment_type_id, plan.currency), []).append(row.amount)
            if plan.outstanding:
                found.setdefault((None, plan.currency), []).append(plan.outstanding)
    return tuple(
        PaymentTotal(type_id, len(amounts), Money.sum(amounts, currency))
        for (type_id, currency), amounts in found.items()
    )


def totals(plans: Iterable[PostingPlan]) -> tuple[Money, ...]:
    """The sum of the plans in each currency that they have."""
    sums: dict[str, Money] = {}
    for plan in plans:
        sums[plan.currency] = sums.get(plan.currency, Money(0, plan.currency)) + plan.total
    return tuple(sums.values())
