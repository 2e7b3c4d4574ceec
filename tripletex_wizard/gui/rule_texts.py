"""The choices of step 5 in words, for the page, the summary and the documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject

from tripletex_wizard.domain.draft import TripletexFound
from tripletex_wizard.domain.ledger import Department, PaymentType
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    ProductUse,
    SalesDocument,
    SoldAs,
    TransferRules,
    UnplacedSeries,
    ZeroTotal,
)
from tripletex_wizard.gui.amounts import per_cent
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.mapping.sentences import payment_type_name

translate = QCoreApplication.translate


class RuleCounts(QObject):
    """Texts with a count; only `tr` in a QObject is read as a text with two forms."""

    def due(self, days: int) -> str:
        """«Forfall 14 dager»."""
        return self.tr("Due after %n day(s)", "", days)

    def days(self, count: int) -> str:
        """«14 dager»."""
        return self.tr("%n day(s)", "", count)


def zero_reason_names() -> dict[str, str]:
    """Why a domestic line has 0 % VAT, by the number of its VAT code (accounting.md rule 8)."""
    return {
        "5": translate("rules", "Exempt, as books are (5)"),
        "6": translate("rules", "Outside the VAT Act (6)"),
        "51": translate("rules", "Domestic reverse charge (51)"),
    }


def zero_reason_name(code: str) -> str:
    """The reason in words; a code that is not offered is named by its number."""
    fallback = translate("rules", "VAT code {code}").format(code=code)
    return zero_reason_names().get(code, fallback)


def zero_total_name(zero_total: ZeroTotal) -> str:
    """What is done with an order of 0,00."""
    match zero_total:
        case ZeroTotal.SKIP:
            return translate("rules", "Skipped")
        case ZeroTotal.INVOICE:
            return translate("rules", "Transferred as an invoice of 0.00")
        case _:
            assert_never(zero_total)


def sold_as_name(sold_as: SoldAs) -> str:
    """The VAT code of a gift card that is sold."""
    match sold_as:
        case SoldAs.DEBT:
            return translate("rules", "As a debt, no turnover (7, or else 0)")
        case SoldAs.EXEMPT:
            return translate("rules", "As exempt turnover (5)")
        case SoldAs.OUTSIDE:
            return translate("rules", "As turnover outside the Act (6)")
        case _:
            assert_never(sold_as)


def sold_as_consequence(sold_as: SoldAs) -> str:
    """What the VAT code of gift cards that are sold does to the VAT return (accounting.md E.1)."""
    match sold_as:
        case SoldAs.DEBT:
            return translate(
                "rules", "The sale is in no VAT return; VAT is reported when the card is used."
            )
        case SoldAs.EXEMPT:
            return translate(
                "rules",
                "The sale is reported as exempt turnover now, and once more when the card is used.",
            )
        case SoldAs.OUTSIDE:
            return translate(
                "rules",
                "The sale is posted as turnover outside the Act, and is turnover once more when "
                "the card is used.",
            )
        case _:
            assert_never(sold_as)


def unplaced_name(unplaced: UnplacedSeries) -> str:
    """What is done with cards of a series that nobody has placed."""
    match unplaced:
        case UnplacedSeries.PAYMENT:
            return translate("rules", "Payment; bonuses and campaigns are stopped")
        case UnplacedSeries.STOP:
            return translate("rules", "Stopped until the series is placed")
        case _:
            assert_never(unplaced)


def products_name(products: ProductUse) -> str:
    """What a line of goods is sent on in Tripletex."""
    match products:
        case ProductUse.TEXT:
            return translate("rules", "As text, without products")
        case ProductUse.FOUND:
            return translate("rules", "On the product with the article number, if there is one")
        case ProductUse.CREATE:
            return translate("rules", "On the product with the article number, made when missing")
        case _:
            assert_never(products)


def sales_document_name(document: SalesDocument) -> str:
    """What the customer of a paid order gets as sales document, and so how it is dated."""
    match document:
        case SalesDocument.INVOICE:
            return translate("rules", "The invoice in Tripletex, dated the day of issue")
        case SalesDocument.RECEIPT:
            return translate("rules", "Mystore's receipt, dated the day of completion")
        case _:
            assert_never(document)


def company_invoices_name(ways: CompanyInvoices) -> str:
    """How Tripletex sends companies their invoices."""
    match ways:
        case CompanyInvoices.EMAIL:
            return translate("rules", "E-mail")
        case CompanyInvoices.EHF:
            return translate("rules", "EHF, or else e-mail")
        case _:
            assert_never(ways)


def no_gift_card_type() -> str:
    """The choice of no payment type for gift cards."""
    return translate("rules", "Not chosen: such orders are stopped")


def gift_card_type_name(rules: TransferRules, payment_types: Iterable[PaymentType]) -> str:
    """The payment type of gift cards that are used, as Tripletex calls it."""
    chosen = rules.gift_card_payment_type
    if chosen is None:
        return no_gift_card_type()
    found = next((row for row in payment_types if row.id == chosen), None)
    gone = translate("rules", "Payment type {id}, which is no longer visible")
    return payment_type_name(found) if found else gone.format(id=chosen)


def no_department() -> str:
    """The choice of no department."""
    return translate("rules", "None: orders that need one are stopped")


def department_name(rules: TransferRules, departments: Iterable[Department] | None) -> str:
    """The department of every order, as Tripletex calls it; as chosen where that is not told."""
    chosen = rules.department
    if chosen is None:
        return no_department()
    if departments is None:
        return chosen.label
    found = next((row for row in departments if row.id == chosen.id), None)
    gone = translate("rules", "{department}, which is no longer active")
    return found.label if found else gone.format(department=chosen.label)


def write_back_name(rules: TransferRules) -> str:
    """Whether the program changes statuses in Mystore."""
    if not rules.write_back:
        return translate("rules", "Writes nothing to Mystore")
    return translate("rules", "Writes order statuses to Mystore")


def capture_warning() -> str:
    """What a completed status does in Mystore."""
    return translate(
        "rules",
        "A completed status in Mystore captures the customer's Klarna, Vipps or card money, and "
        "may e-mail the customer.",
    )


def more_in_short(rules: TransferRules, found: TripletexFound | None) -> str:
    """What stands behind «Flere valg», on a line or two."""
    payment_types = found.payment_types if found else ()
    departments = found.departments if found else ()
    due = RuleCounts().due(rules.due_days)
    freight = translate("rules", "Freight without stated VAT: {rate}")
    gift_cards = translate("rules", "Gift cards: {payment_type}")
    zero = translate("rules", "Orders of 0.00: {choice}")
    reasons = translate("rules", "Reasons for 0 %: {count}")
    prefix = translate("rules", "Number prefix: {prefix}")
    department = translate("rules", "Department: {department}").format(
        department=department_name(rules, departments)
    )
    ways = translate("rules", "Invoices to companies: {ways}")
    is_ehf = rules.company_invoices is CompanyInvoices.EHF
    document = translate("rules", "Sales document of paid orders: {document}")
    named = sales_document_name(rules.sales_document)
    is_receipt = rules.sales_document is SalesDocument.RECEIPT
    return BETWEEN.join(
        (
            due,
            freight.format(rate=per_cent(rules.freight_rate)),
            gift_cards.format(payment_type=gift_card_type_name(rules, payment_types)),
            zero.format(choice=zero_total_name(rules.zero_total)),
            reasons.format(count=len(rules.vat.zero_reasons) or translate("rules", "none")),
            *([department] if rules.department else []),
            *([document.format(document=named)] if is_receipt else []),
            *([ways.format(ways=company_invoices_name(rules.company_invoices))] if is_ehf else []),
            *([prefix.format(prefix=rules.number_prefix)] if rules.number_prefix else []),
        )
    )
