"""The account that a line is posted on: its product's, or by its VAT code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerAccount, LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine

SALES: Final = {"3": 3000, "31": 3030, "33": 3050, "5": 3100, "52": 3105}
"""By VAT code (accounting.md §0); a company's posting rules may say otherwise (rule 14)."""


def departments_missing(lines: Iterable[PlannedLine], facts: LedgerFacts) -> Iterator[Problem]:
    """The accounts of `lines` that Tripletex posts on only with a department (D11), each once."""
    told = set()
    for line in lines:
        account = _account_of(line, facts)
        if account and account.requires_department and account.number not in told:
            told.add(account.number)
            yield Problem(Code.DEPARTMENT_REQUIRED, line=line.description, account=account.number)


def _account_of(line: PlannedLine, facts: LedgerFacts) -> LedgerAccount | None:
    own = line.product.account if line.product else None
    return own or facts.sales_accounts.get(SALES.get(line.vat.number, 0))
