"""The account that a line is posted on: its product's, or by its VAT code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import Department, LedgerAccount, LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.mapping import TransferAs

SALES: Final = {"3": 3000, "31": 3030, "33": 3050, "5": 3100, "52": 3105}
"""By VAT code (accounting.md §0); a company's posting rules may say otherwise (rule 14)."""


def department_problems(
    lines: Iterable[PlannedLine],
    transfer_as: TransferAs,
    chosen: Department | None,
    facts: LedgerFacts,
) -> Sequence[Problem]:
    """Why an order cannot have the department of the set-up, or cannot be without one (D11).

    Open orders are posted on no account, but carry the department that is chosen. Where nobody may
    read which departments are active, Tripletex judges.
    """
    if chosen:
        found = facts.departments
        is_gone = found is not None and chosen.id not in {row.id for row in found}
        return (Problem(Code.DEPARTMENT_GONE, department=chosen.label),) if is_gone else ()
    if transfer_as is TransferAs.ORDER:
        return ()
    told: dict[int, Problem] = {}
    for line in lines:
        account = _account_of(line, facts)
        if account and account.requires_department and account.number not in told:
            told[account.number] = Problem(
                Code.DEPARTMENT_REQUIRED, line=line.description, account=account.number
            )
    return tuple(told.values())


def _account_of(line: PlannedLine, facts: LedgerFacts) -> LedgerAccount | None:
    own = line.product.account if line.product else None
    return own or facts.sales_accounts.get(SALES.get(line.vat.number, 0))
