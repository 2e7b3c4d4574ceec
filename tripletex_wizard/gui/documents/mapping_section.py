"""Section 3, payment methods: how each is posted, how much went through it, and who chose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.draft import MethodChoice, Posting, SetupDraft
from tripletex_wizard.domain.ledger import LedgerAccount, PaymentType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.profile import CompanyInvoices, TransferRules
from tripletex_wizard.gui.amounts import NORWEGIAN_KRONER, amount, number
from tripletex_wizard.gui.documents.paper import Section, Table
from tripletex_wizard.gui.texts import transfer_as_name

translate = QCoreApplication.translate

_FIRST_LIABILITY, _FIRST_AFTER = 2000, 3000
_FIRST_BANK, _FIRST_AFTER_BANK = 1900, 2000
_FIGURES = frozenset({6, 7})
_WIDTHS = (0, 14, 13, 12, 12, 10, 8, 12)


def mapping_section(draft: SetupDraft) -> Section:
    """A row for each method of the store, with the orders of the last 90 days."""
    types = draft.tripletex.payment_types if draft.tripletex else ()
    known = {row.id: row for row in types}
    sent = _sent(draft.rules)
    rows = tuple(_cells(row, known.get(row.payment_type_id or 0), sent) for row in draft.methods)
    count = sum(row.orders for row in draft.methods)
    total = Money.sum((row.amount for row in draft.methods), NORWEGIAN_KRONER)
    sums = (translate("documents", "Total"), *[""] * 5, str(count), number(total))
    table = Table(_headings(), rows, _FIGURES, sums, _WIDTHS)
    after = (*_covered(draft.methods, count, total), *_left_out(draft.methods))
    return Section(translate("documents", "Payment methods"), (), table, after)


def _headings() -> tuple[str, ...]:
    return (
        translate("documents", "Store (module)"),
        translate("documents", "Payment type (id)"),
        translate("documents", "Account"),
        translate("documents", "Kind, currency"),
        translate("documents", "Transferred as"),
        translate("documents", "Sends invoice"),
        translate("documents", "Orders, 90 days"),
        translate("documents", "Amount, 90 days"),
    )


def _sent(rules: TransferRules | None) -> str:
    if rules is not None and rules.company_invoices is CompanyInvoices.EHF:
        return translate("documents", "Invoice by e-mail, to companies as EHF")
    return translate("documents", "Invoice by e-mail")


def _cells(row: MethodChoice, payment_type: PaymentType | None, sent: str) -> tuple[str, ...]:
    account = payment_type.account if payment_type else None
    use = (str(row.orders), number(row.amount))
    module = f" ({row.method})"
    name = f"{row.label.removesuffix(module)}{module}"  # one of two alike bears it already
    if row.posting is Posting.LEFT_OUT:
        return (name, translate("documents", "Not transferred"), *[""] * 4, *use)
    return (
        name,
        _payment_type(payment_type),
        f"{account.number} {account.name}" if account else "",
        _kind(payment_type, account),
        _transferred_as(row, payment_type),
        sent if row.send_invoice else _nothing(),
        *use,
    )


def _payment_type(payment_type: PaymentType | None) -> str:
    if payment_type is None:
        return translate("documents", "Do not mark invoice as paid")
    return f"{payment_type.description} ({payment_type.id})"


def _kind(payment_type: PaymentType | None, account: LedgerAccount | None) -> str:
    if payment_type is None:
        return ""
    return ", ".join(
        part for part in (_account_kind(payment_type, account), payment_type.currency) if part
    )


def _account_kind(payment_type: PaymentType, account: LedgerAccount | None) -> str:
    """By the first figures of the standard chart of accounts."""
    if payment_type.customer_id is not None:
        text = translate("documents", "customer ledger, customer {id}")
        return text.format(id=payment_type.customer_id)
    if account is None:
        return ""
    if _FIRST_BANK <= account.number < _FIRST_AFTER_BANK:
        return translate("documents", "bank or cash")
    if _FIRST_LIABILITY <= account.number < _FIRST_AFTER:
        return translate("documents", "liability")
    return translate("documents", "receivable") if account.number < _FIRST_BANK else ""


def _transferred_as(row: MethodChoice, payment_type: PaymentType | None) -> str:
    paid = (
        translate("documents", "marked as paid")
        if payment_type
        else translate("documents", "not marked as paid")
    )
    return f"{transfer_as_name(row.transfer_as)}, {paid}"


def _nothing() -> str:
    return translate("documents", "nothing")


def _covered(methods: tuple[MethodChoice, ...], count: int, total: Money) -> tuple[str, ...]:
    over = [row for row in methods if row.is_decided and row.posting is not Posting.LEFT_OUT]
    covered = Money.sum((row.amount for row in over), NORWEGIAN_KRONER)
    text = translate(
        "documents",
        "Covers {orders} of {all_orders} orders and {amount} of {total}; the rest, {rest}, is "
        "not transferred.",
    )
    return (
        text.format(
            orders=sum(row.orders for row in over),
            all_orders=count,
            amount=amount(covered),
            total=amount(total),
            rest=amount(total - covered),
        ),
    )


def _left_out(methods: tuple[MethodChoice, ...]) -> tuple[str, ...]:
    names = ", ".join(row.label for row in methods if row.posting is Posting.LEFT_OUT)
    if not names:
        return ()
    text = translate(
        "documents",
        "Not transferred: {methods}. Orders with these methods are posted in another way (cash "
        "register: via the Z-report from Datakassen).",
    )
    return (text.format(methods=names),)
