"""Order lines and postings in words and figures, as cells of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.ledger import SendType, VatCode
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import method_name
from tripletex_wizard.domain.postings import LedgerPosting, PostedAccount, Voucher
from tripletex_wizard.gui.amounts import amount, day, number, per_cent, plain_number
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.texts import document_name, transfer_as_name
from tripletex_wizard.gui.vat_term_texts import dated_in

translate = QCoreApplication.translate


def paid_with(order: Order) -> str:
    """«Vipps», «Gavekort + Vipps», or «Gavekort» when it paid for all."""
    method = method_name(order)
    if not order.gift_cards:
        return method
    if order.total and method:
        return translate("postings", "Gift card + {method}").format(method=method)
    return translate("postings", "Gift card")


def account_name(account: PostedAccount, *, starred: bool = False) -> str:
    """«3000 Salgsinntekt, avgiftspliktig, høy sats (antatt)»; numbers are never grouped.

    With `starred` an assumed account has a star, and all are explained by `source_notes`.
    """
    if account.number is None:
        return bare_account_name(account)
    text = f"{account.number} {bare_account_name(account)}".rstrip()
    if account.customer_id is not None:
        customer = translate("postings", "{account} (customer {id} in Tripletex)")
        return customer.format(account=text, id=account.customer_id)
    if starred:
        return f"{text}\N{NO-BREAK SPACE}*" if account.is_assumed else text
    source = account_source(account)
    return f"{text} ({source})" if source else text


def bare_account_name(account: PostedAccount) -> str:
    """«Salgsinntekt, avgiftspliktig, høy sats», without its number."""
    if account.number is None:
        return translate("postings", "Account not known yet")
    return account.name or _usual_name(account.number)


def account_source(account: PostedAccount) -> str:
    """«antatt», «oppgitt» or «sett på bilag 1042»; nothing of what Tripletex itself has told."""
    if account.voucher:
        return translate("postings", "seen on voucher {voucher}").format(voucher=account.voucher)
    if account.is_stated:
        return translate("postings", "stated")
    return translate("postings", "assumed") if account.is_assumed else ""


def source_notes(accounts: Iterable[PostedAccount]) -> Iterator[str]:
    """What the stars mean, and which accounts somebody has stated, or were seen, and where."""
    rows = list(dict.fromkeys(accounts))
    if any(account.is_assumed for account in rows):
        yield translate("postings", "* Assumed: the usual account for the VAT code.")
    for source in dict.fromkeys(account_source(row) for row in rows if not row.is_assumed):
        numbers = [str(row.number) for row in rows if account_source(row) == source]
        if source:
            text = translate("postings", "{accounts}: {source}")
            yield text.format(accounts=", ".join(dict.fromkeys(numbers)), source=source)


def _usual_name(number: int) -> str:
    """What the standard chart of accounts calls it; the company's own name may differ."""
    names = {
        1500: translate("postings", "Accounts receivable"),
        2700: translate("postings", "Output VAT, high rate"),
        2701: translate("postings", "Output VAT, middle rate"),
        2703: translate("postings", "Output VAT, low rate"),
        3000: translate("postings", "Sales, taxable, high rate"),
        3030: translate("postings", "Sales, taxable, middle rate"),
        3050: translate("postings", "Sales, taxable, low rate"),
        3100: translate("postings", "Sales, exempt, domestic"),
        3105: translate("postings", "Sales, exempt, export"),
        7740: translate("postings", "Rounding"),
    }
    return names.get(number, "")


def voucher_name(voucher: Voucher) -> str:
    """The voucher that a posting stands on."""
    match voucher:
        case Voucher.INVOICE:
            return translate("postings", "Invoice")
        case Voucher.CREDIT_NOTE:
            return translate("postings", "Credit note")
        case Voucher.PAYMENT:
            return translate("postings", "Payment")
        case Voucher.REFUND:
            return translate("postings", "Refund")
        case _:
            assert_never(voucher)


def line_headings() -> tuple[str, ...]:
    """Above `line_cells`."""
    return (
        translate("postings", "Line"),
        translate("postings", "VAT code"),
        translate("postings", "Incl. VAT"),
    )


def line_cells(lines: Iterable[PlannedLine]) -> tuple[tuple[str, ...], ...]:
    """Count and text, VAT code with its rate, and the sum with VAT."""
    text = translate("postings", "{count} × {name}")
    return tuple(
        (
            text.format(count=plain_number(line.count), name=line.description),
            vat_code(line.vat),
            number(line.gross),
        )
        for line in lines
    )


def shop_line_headings() -> tuple[str, ...]:
    """Above `shop_line_cells`."""
    return (translate("postings", "Line"), translate("postings", "VAT rate"), "")


def shop_line_cells(order: Order) -> tuple[tuple[str, ...], ...]:
    """The lines as the shop states them, when no posting can be worked out."""
    text = translate("postings", "{count} × {name}")
    return tuple(
        (
            text.format(count=plain_number(line.quantity), name=line.name),
            per_cent(line.vat_rate),
            "",
        )
        for line in order.lines
    )


def vat_code(code: VatCode) -> str:
    """«3 (25 %)»."""
    return f"{code.number} ({per_cent(code.percentage)})"


def posting_headings() -> tuple[str, ...]:
    """Above `posting_cells`."""
    return (
        translate("postings", "Voucher"),
        translate("postings", "Account"),
        translate("postings", "VAT code"),
        translate("postings", "Debit"),
        translate("postings", "Credit"),
    )


def posting_cells(
    postings: Iterable[LedgerPosting], *, starred: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Voucher, account, VAT code, debit, credit."""
    return tuple(
        (
            voucher_name(row.voucher),
            account_name(row.account, starred=starred),
            row.vat_code,
            _shown(row.debit),
            _shown(row.credit),
        )
        for row in postings
    )


def balance(difference: Money) -> str:
    """«Stemmer, differanse 0,00»."""
    text = (
        translate("postings", "Does not balance, difference {difference}")
        if difference
        else translate("postings", "Balances, difference {difference}")
    )
    return text.format(difference=number(difference))


def rate_note(currency: str) -> str:
    """That Tripletex sets the rate of another currency (accounting.md rule 20)."""
    text = translate(
        "postings",
        "Amounts in {currency}. Tripletex posts in NOK at Norges Bank's rate of the invoice date.",
    )
    return text.format(currency=currency)


def plan_in_short(plan: PostingPlan, *, may_choose: bool = False) -> str:
    """What becomes of the order: kind, dates, due, what is left to pay, and who is sent it.

    `may_choose` names the other invoice date too, where one can be chosen.
    """
    if plan.transfer_as is TransferAs.ORDER:
        return BETWEEN.join((transfer_as_name(plan.transfer_as), _not_posted(), sending(plan)))
    kind, dates = document_name(plan.transfer_as, plan.total), _dates(plan, may_choose=may_choose)
    return BETWEEN.join((kind, dates, _paid(plan), sending(plan)))


def _dates(plan: PostingPlan, *, may_choose: bool) -> str:
    invoiced = dated_in(plan.invoice_date, plan.vat_term)
    earlier = plan.dates.earlier
    if may_choose and earlier and earlier != plan.invoice_date:
        other = dated_in(earlier, plan.dates.terms.of(earlier))
        text = translate("postings", "{invoice_date}, or {earlier} if that is chosen")
        invoiced = text.format(invoice_date=invoiced, earlier=other)
    text = translate("postings", "invoice date {invoice_date}, delivered {delivered}")
    return text.format(invoice_date=invoiced, delivered=day(plan.delivery_date))


def _not_posted() -> str:
    return translate("postings", "entered as an open order, not posted")


def _paid(plan: PostingPlan) -> str:
    if plan.is_credit_note:
        return _given_back(plan)
    if plan.outstanding:
        text = translate("postings", "{amount} to be paid within {days} days")
        return text.format(amount=amount(plan.outstanding), days=plan.due_days)
    return translate("postings", "marked as paid")


def _given_back(plan: PostingPlan) -> str:
    if plan.refund is None:
        return translate("postings", "no refund is registered")
    if plan.is_refunded is None:
        return translate("postings", "refund: asked about when you transfer")
    if plan.is_refunded:
        return translate("postings", "registered as paid back")
    return translate("postings", "the customer has it in credit")


def sending(plan: PostingPlan) -> str:
    """Who sends what to the customer."""
    match plan.send:
        case None:
            return translate("postings", "Tripletex sends nothing to the customer")
        case SendType.EMAIL:
            text = translate("postings", "Tripletex sends the invoice to {email}")
            return text.format(email=plan.customer.email)
        case SendType.EHF if plan.customer.usable_email:
            text = translate("postings", "Tripletex sends the invoice as EHF, or else to {email}")
            return text.format(email=plan.customer.email)
        case SendType.EHF:
            return translate("postings", "Tripletex sends the invoice as EHF")
        case _:
            assert_never(plan.send)


def _shown(money: Money | None) -> str:
    return "" if money is None else number(money)


def unit_price(line: PlannedLine) -> str:
    """With VAT, two decimals at least, and all of up to ten that it has: 89,00 or 0,3333."""
    whole = Money.rounded(line.unit_price, line.gross.currency)
    return number(whole) if whole.amount == line.unit_price else plain_number(line.unit_price)
