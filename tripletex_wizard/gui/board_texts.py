"""The prerequisite board in words: what each row checks, its status, and what was found."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.gui.sentences import Sentence, findings
from tripletex_wizard.gui.texts import fill, sentence

translate = QCoreApplication.translate


def board_line(row: BoardRow) -> str:
    """A row on one line: status, what was checked, what was found, and where to change it."""
    said = finding_sentence(row)
    found = said.whole
    return f"{check_status_name(row.status)} · {prerequisite_name(row.prerequisite)} · {found}"


def finding_sentence(row: BoardRow) -> Sentence:
    """What was found, and what to do; the reason itself when a check could not be made."""
    if row.problem is not None:
        return sentence(row.problem)
    return fill(_source(row.finding), row.params)


def _source(finding: Finding) -> Sentence:  # noqa: PLR0911 - one return a group
    if finding in findings.CONNECTION:
        return findings.connection(finding)
    if finding in findings.PAYMENT_TYPES:
        return findings.payment_types(finding)
    if finding in findings.BANK_ACCOUNT:
        return findings.bank_account(finding)
    if finding in findings.DEPARTMENT:
        return findings.department(finding)
    if finding in findings.VAT:
        return findings.vat(finding)
    if finding in findings.NUMBERS:
        return findings.numbers(finding)
    if finding in findings.SURROUNDINGS:
        return findings.surroundings(finding)
    if finding in findings.AMOUNTS:
        return findings.amounts(finding)
    assert_never(finding)


def check_status_name(status: CheckStatus) -> str:
    """The word for a status, beside its icon."""
    match status:
        case CheckStatus.OK:
            return translate("board", "OK")
        case CheckStatus.MUST_FIX:
            return translate("board", "Must be corrected")
        case CheckStatus.SHOULD_CHECK:
            return translate("board", "Should be checked")
        case CheckStatus.NOT_CHECKED:
            return translate("board", "Could not be checked")
        case _:
            assert_never(status)


def prerequisite_name(prerequisite: Prerequisite) -> str:  # noqa: C901, PLR0911, PLR0912 - names
    """The title of a row."""
    match prerequisite:
        case Prerequisite.COMPANY:
            return translate("board", "Key and company")
        case Prerequisite.RIGHTS:
            return translate("board", "Access rights")
        case Prerequisite.MODULES:
            return translate("board", "API access")
        case Prerequisite.SHOP:
            return translate("board", "Shop")
        case Prerequisite.PAYMENT_TYPES:
            return translate("board", "Payment types")
        case Prerequisite.VAT:
            return translate("board", "VAT")
        case Prerequisite.BANK_ACCOUNT:
            return translate("board", "Bank account for invoices")
        case Prerequisite.DEPARTMENT:
            return translate("board", "Department")
        case Prerequisite.CUSTOMER_NUMBERS:
            return translate("board", "Customer numbers")
        case Prerequisite.INVOICE_NUMBERS:
            return translate("board", "Invoice numbers")
        case Prerequisite.ORDER_NUMBERS:
            return translate("board", "Order numbers")
        case Prerequisite.OTHER_CONNECTOR:
            return translate("board", "Other integrations")
        case Prerequisite.PERIODS:
            return translate("board", "Accounting period")
        case Prerequisite.ROUNDING:
            return translate("board", "Rounding of invoices")
        case Prerequisite.INVOICE_FEE:
            return translate("board", "Invoice fee")
        case _:
            assert_never(prerequisite)
