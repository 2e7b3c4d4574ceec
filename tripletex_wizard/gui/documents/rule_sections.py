"""Sections 4 to 8: VAT, own rules, documents and dates, numbers, customers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.draft import SetupDraft, TripletexFound
from tripletex_wizard.domain.known_accounts import KnownAccounts, SeenAccounts
from tripletex_wizard.domain.postings import ROUNDING, sales_account, vat_account
from tripletex_wizard.domain.prerequisites import Prerequisite
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    SalesDocument,
    TransferRules,
    VatRules,
)
from tripletex_wizard.gui.amounts import per_cent
from tripletex_wizard.gui.board_texts import finding_sentence
from tripletex_wizard.gui.documents.paper import Section, Table, facts
from tripletex_wizard.gui.posting_texts import account_source
from tripletex_wizard.gui.rule_texts import (
    RuleCounts,
    capture_warning,
    department_name,
    gift_card_type_name,
    products_name,
    sold_as_consequence,
    sold_as_name,
    unplaced_name,
    write_back_name,
    zero_reason_name,
    zero_total_name,
)

translate = QCoreApplication.translate

_VAT_WIDTHS = (10, 58, 10, 22)


def vat_section(rules: VatRules, seen: tuple[SeenAccounts, ...]) -> Section:
    """A row for each rate and condition; 0 % always has a reason."""
    headings = (
        translate("documents", "Rate"),
        translate("documents", "When"),
        translate("documents", "VAT code"),
        translate("documents", "Sales and VAT account"),
    )
    after = translate(
        "documents",
        "Accounts follow the company's posting rules. They are assumed until the accountant has "
        "stated them in the set-up, or a voucher of the company has shown them. A domestic line "
        "with 0 % that is not named here stops its order.",
    )
    rows = tuple(_vat_rows(rules, KnownAccounts(rules.accounts, seen)))
    table = Table(headings, rows, widths=_VAT_WIDTHS)
    return Section(translate("documents", "VAT"), (), table, (after,))


def _vat_rows(rules: VatRules, known: KnownAccounts) -> Iterator[tuple[str, ...]]:
    domestic = translate("documents", "Domestic")
    for rate, code in rules.codes.items():
        yield (per_cent(rate), domestic, code, _accounts(code, known))
    none = per_cent(Decimal(0))
    article = translate("documents", "Domestic, article {sku}: {reason}")
    for row in rules.zero_reasons:
        when = article.format(sku=row.sku, reason=zero_reason_name(row.code))
        yield (none, when, row.code, _accounts(row.code, known))
    abroad = translate("documents", "Delivered abroad, to Svalbard or Jan Mayen: export")
    yield (none, abroad, rules.export_code, _accounts(rules.export_code, known))
    unregistered = translate("documents", "The company is not registered for VAT")
    yield (none, unregistered, rules.unregistered_code, _accounts(rules.unregistered_code, known))


def _accounts(code: str, known: KnownAccounts) -> str:
    """«3000/2700 (antatt)», «3000 (oppgitt)/2700 (antatt)»; what is known alike is told once."""
    rows = [row(code, known) for row in (sales_account, vat_account)]
    shown = [row for row in rows if row.number is not None]
    if not shown:
        return translate("documents", "unknown")
    *first, last = shown
    numbers = [
        str(row.number)
        if account_source(row) == account_source(last)
        else f"{row.number} ({account_source(row)})"
        for row in first
    ]
    return "/".join((*numbers, f"{last.number} ({account_source(last)})"))


def rules_section(rules: TransferRules, found: TripletexFound | None) -> Section:
    """What is done with everything that is not goods."""
    payment_types = found.payment_types if found else ()
    departments = found.departments if found else ()
    freight = translate(
        "documents", "As the shop states the VAT, as a line of its own; {rate} when it does not"
    )
    used = translate("documents", "Payment: {payment_type}")
    given = translate(
        "documents", "Discount: {discounts}. Payment: {payments}. Other series: {unplaced}"
    )
    rounding = translate("documents", "A visible line, account {account}, VAT code 7")
    sold = translate(
        "documents",
        "Articles {skus}, on the product {product} with the account of gift cards that are used. "
        "{sold_as}. {consequence}",
    )
    rows = (
        (translate("documents", "Lines of goods"), products_name(rules.products)),
        (
            translate("documents", "Freight and payment fees"),
            freight.format(rate=per_cent(rules.freight_rate)),
        ),
        (
            translate("documents", "Discount"),
            translate("documents", "Spread over the VAT codes of the goods, by gross amount"),
        ),
        (
            translate("documents", "Gift cards sold"),
            sold.format(
                skus=", ".join(rules.vat.gift_card_skus),
                product=rules.gift_cards.product,
                sold_as=sold_as_name(rules.gift_cards.sold_as),
                consequence=sold_as_consequence(rules.gift_cards.sold_as),
            ),
        ),
        (
            translate("documents", "Gift cards used"),
            used.format(payment_type=gift_card_type_name(rules, payment_types)),
        ),
        (
            translate("documents", "Cards given away (campaign, bonus)"),
            given.format(
                discounts=_listed(rules.gift_cards.discounts),
                payments=_listed(rules.gift_cards.payments),
                unplaced=unplaced_name(rules.gift_cards.unplaced),
            ),
        ),
        (translate("documents", "Rounding by the shop"), rounding.format(account=ROUNDING)),
        (translate("documents", "Orders of 0.00"), zero_total_name(rules.zero_total)),
        (
            translate("documents", "Currency"),
            translate(
                "documents",
                "Tripletex sets the rate; a payment type must have the order's currency",
            ),
        ),
        (
            translate("documents", "Credit notes and refunds"),
            translate(
                "documents",
                "A credit order becomes a credit note on the customer's invoice. A refund is "
                "registered with the method's payment type when a person says that the money was "
                "paid back",
            ),
        ),
        (translate("documents", "Department"), department_name(rules, departments)),
        (translate("documents", "Order statuses in Mystore"), _write_back(rules)),
    )
    return facts(translate("documents", "Own rules"), rows)


def _listed(titles: Iterable[str]) -> str:
    return ", ".join(titles) or translate("documents", "none")


def _write_back(rules: TransferRules) -> str:
    name = write_back_name(rules)
    return f"{name}. {capture_warning()}" if rules.write_back else name


def dates_section(draft: SetupDraft, rules: TransferRules) -> Section:
    """Which document the customer gets, and which day each thing is dated."""
    rows = (
        (
            translate("documents", "Sales document"),
            _sales_document(rules.sales_document),
        ),
        (translate("documents", "Invoice date"), _invoice_date(rules.sales_document)),
        (
            translate("documents", "Delivery date"),
            translate("documents", "The day on which the order was completed in Mystore"),
        ),
        (translate("documents", "Payment date"), translate("documents", "Invoice date")),
        (
            translate("documents", "Due"),
            translate("documents", "Paid: 0 days. Not paid: {due}").format(
                due=RuleCounts().days(rules.due_days)
            ),
        ),
        *_found(draft, Prerequisite.PERIODS, translate("documents", "Accounting period")),
    )
    return facts(translate("documents", "Document and dates"), rows)


def _sales_document(document: SalesDocument) -> str:
    if document is SalesDocument.INVOICE:
        return translate("documents", "The invoice in Tripletex, whether it is sent or not")
    return translate(
        "documents",
        "Paid orders: Mystore's receipt; Tripletex sends no invoice. Others: the invoice in "
        "Tripletex",
    )


def _invoice_date(document: SalesDocument) -> str:
    by_issue = translate(
        "documents",
        "Day of transfer. Until the 15th the last day of the month before can be chosen, for what "
        "was delivered by then (bokføringsforskriften § 5-1-3)",
    )
    if document is SalesDocument.INVOICE:
        return by_issue
    text = translate(
        "documents",
        "Paid orders: the day on which the order was completed in Mystore, or stopped when its "
        "period is closed. Others: {by_issue}",
    )
    return text.format(by_issue=by_issue)


def numbers_section(draft: SetupDraft, rules: TransferRules) -> Section:
    """Who numbers what."""
    rows = (
        (translate("documents", "Invoice numbers"), translate("documents", "Tripletex decides")),
        (
            translate("documents", "Order number prefix"),
            rules.number_prefix or translate("documents", "none"),
        ),
        *_found(draft, Prerequisite.CUSTOMER_NUMBERS, translate("documents", "Customer numbers")),
    )
    return facts(translate("documents", "Numbers"), rows)


def customers_section(rules: TransferRules) -> Section:
    """Which card in Tripletex an order comes on."""
    yes, no = translate("documents", "yes"), translate("documents", "no")
    rows = (
        (translate("documents", "Search for customer"), yes if rules.search_customer else no),
        (
            translate("documents", "Do not update customer"),
            yes if rules.keep_customer or rules.search_customer else no,
        ),
        (
            translate("documents", "Private or company"),
            translate(
                "documents",
                "Company when the order has a company name or an organisation number",
            ),
        ),
        (
            translate("documents", "Sending"),
            _sending(rules.company_invoices),
        ),
    )
    return facts(translate("documents", "Customers"), rows)


def _sending(company_invoices: CompanyInvoices) -> str:
    if company_invoices is CompanyInvoices.EMAIL:
        return translate("documents", "By e-mail, for the methods where Tripletex sends")
    return translate(
        "documents",
        "For the methods where Tripletex sends: to companies as EHF, and by e-mail to those that "
        "cannot receive it; to private customers by e-mail",
    )


def _found(draft: SetupDraft, prerequisite: Prerequisite, name: str) -> Iterator[tuple[str, str]]:
    """What the board found, as it says it."""
    for row in draft.board:
        if row.prerequisite is prerequisite:
            yield (name, finding_sentence(row).what)
