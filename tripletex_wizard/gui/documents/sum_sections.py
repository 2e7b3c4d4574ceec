"""What a batch that has not begun comes to, each sum a table (accounting.md F2 «For bunken»)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.batch_preview import BatchPreview, Deed, Forecast
from tripletex_wizard.domain.batch_sums import sum_by_currency
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_preview import batch_controls
from tripletex_wizard.domain.posting_sums import (
    date_sums,
    movements,
    payment_sums,
    vat_sums,
)
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.amounts import amount, figure, number
from tripletex_wizard.gui.batch_texts import amounts
from tripletex_wizard.gui.control_texts import payment_type_name
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.documents.paper import Section, Table
from tripletex_wizard.gui.posting_texts import account_name, vat_code
from tripletex_wizard.gui.vat_term_texts import dated_in

translate = QCoreApplication.translate

_TWO, _THREE = frozenset({1, 2}), frozenset({1, 2, 3})


def sum_sections(preview: BatchPreview, types: Sequence[PaymentType]) -> tuple[Section, ...]:
    """What becomes of the orders; then, when something is posted, what is."""
    kinds = Section(translate("sums", "What becomes of the orders"), table=_kinds(preview))
    return (kinds, *(_posted(preview, types) if preview.posts else ()))


def _posted(preview: BatchPreview, types: Sequence[PaymentType]) -> Iterator[Section]:
    has_invoices = bool(preview.plans_as(TransferAs.INVOICE))
    yield Section(translate("sums", "By account"), table=_accounts(preview, types))
    if has_invoices:
        yield Section(translate("sums", "By VAT code (posted only)"), table=_vat(preview))
    payments = _payments(preview, types)
    yield Section(translate("sums", "By payment type (posted only)"), table=payments)
    if has_invoices:
        yield Section(translate("sums", "By invoice date and VAT term"), table=_dates(preview))
    if len(preview.totals) > 1:
        yield Section(translate("sums", "By currency"), table=_currencies(preview))


def foot_lines(preview: BatchPreview, types: Sequence[PaymentType]) -> tuple[str, ...]:
    """Debit is credit, nothing that the shop sold is left out, and how many invoices are sent."""
    controls = batch_controls(preview, types)
    balanced = translate("sums", "Sum debit {debit} {sign} sum credit {credit}.")
    whole = translate(
        "sums",
        "The shop's {shop} {sign} posted {posted} + entered as orders {orders} + not sent now "
        "{rest}, difference {difference}.",
    )
    lines = []
    for row in controls:
        debit, credit = row.sums.debit, row.sums.credit
        if debit or credit:
            sign = _sign(row.sums.difference)
            lines.append(balanced.format(debit=amount(debit), sign=sign, credit=amount(credit)))
        lines.append(
            whole.format(
                shop=amount(row.shop),
                sign=_sign(row.difference),
                posted=amount(row.booked),
                orders=amount(row.entered),
                rest=amount(row.not_sent),
                difference=number(row.difference),
            )
        )
    sent = Counts().sent(len(preview.emails), len(preview.ehf))
    return (*lines, translate("sums", "From Tripletex: {emails}.").format(emails=sent))


def _sign(difference: Money) -> str:
    return "≠" if difference else "="


def not_sent_name(row: Forecast) -> str:
    """Why an order is not sent now, in a few words; of one that is sent, nothing."""
    names = {
        Deed.NOTHING: translate("sums", "In Tripletex already"),
        Deed.LOOK_UP: translate("sums", "Looked up in Tripletex first"),
        Deed.PAY_BACK: translate("sums", "Refund of a booked credit note"),
        Deed.AFTER_STATUS: translate("sums", "Worked out when the status is set"),
        Deed.LEFT_OUT: translate("sums", "Left out"),
    }
    if row.deed is Deed.LEFT_OUT and row.state is TransferState.SKIPPED:
        return translate("sums", "Skipped")
    if row.deed is Deed.LEFT_OUT and row.state is TransferState.STOPPED:
        return translate("sums", "Stopped")
    return names.get(row.deed, "")


def _kinds(preview: BatchPreview) -> Table:
    posted = preview.plans_as(TransferAs.INVOICE)
    kinds = (
        (translate("sums", "Posted as invoices"), [p for p in posted if not p.is_credit_note]),
        (translate("sums", "Posted as credit notes"), [p for p in posted if p.is_credit_note]),
        (
            translate("sums", "Entered as orders, not posted"),
            preview.plans_as(TransferAs.ORDER),
        ),
    )
    rows = [
        (name, len(plans), sum_by_currency(plan.total for plan in plans)) for name, plans in kinds
    ]
    named = [(not_sent_name(row), row) for row in preview.rows]
    for name in dict.fromkeys(name for name, _row in named if name):
        found = [row for found_name, row in named if found_name == name]
        rows.append((name, len(found), _sales(found)))
    return Table(
        ("", translate("sums", "Number"), translate("sums", "Amount")),
        tuple((name, str(count), amounts(sums)) for name, count, sums in rows if count),
        _TWO,
        (_total(), str(len(preview.rows)), amounts(preview.shop_totals)),
    )


def _sales(rows: Iterable[Forecast]) -> tuple[Money, ...]:
    return sum_by_currency(row.sale for row in rows if row.sale is not None)


def _total() -> str:
    return translate("sums", "Total")


def _accounts(preview: BatchPreview, types: Sequence[PaymentType]) -> Table:
    found = movements(preview.plans, types, preview.paid_back)
    debit, credit = (row.debit for row in found), (row.credit for row in found)
    headings = (
        translate("sums", "Account"),
        translate("sums", "Debit"),
        translate("sums", "Credit"),
        translate("sums", "Net"),
    )
    rows = tuple(
        (
            account_name(row.account),
            figure(row.debit),
            figure(row.credit),
            figure(row.debit - row.credit),
        )
        for row in found
    )
    return Table(headings, rows, _THREE, (_total(), _sum_of(debit), _sum_of(credit), ""))


def _sum_of(money: Iterable[Money]) -> str:
    sums = sum_by_currency(money)
    return figure(sums[0]) if len(sums) == 1 else amounts(sums)


def _vat(preview: BatchPreview) -> Table:
    headings = (
        translate("sums", "VAT code"),
        translate("sums", "Basis"),
        translate("sums", "VAT"),
    )
    rows = tuple(
        (vat_code(row.code), figure(row.basis), figure(row.vat)) for row in vat_sums(preview.plans)
    )
    return Table(headings, rows, _TWO)


def _payments(preview: BatchPreview, types: Sequence[PaymentType]) -> Table:
    unpaid = translate("sums", "Not marked as paid")
    headings = (
        translate("sums", "Payment type"),
        translate("sums", "Number"),
        translate("sums", "Amount"),
    )
    rows = tuple(
        (
            unpaid
            if row.payment_type_id is None
            else payment_type_name(row.payment_type_id, types),
            str(row.count),
            figure(row.amount),
        )
        for row in payment_sums(preview.plans, preview.paid_back)
    )
    return Table(headings, rows, _TWO)


def _dates(preview: BatchPreview) -> Table:
    headings = (
        translate("sums", "Invoice date"),
        translate("sums", "Number"),
        translate("sums", "Amount"),
    )
    rows = tuple(
        (
            dated_in(row.invoice_date, row.vat_term),
            str(row.count),
            figure(row.amount),
        )
        for row in date_sums(preview.plans)
    )
    return Table(headings, rows, _TWO)


def _currencies(preview: BatchPreview) -> Table:
    """Amounts of two currencies never add up."""
    invoices = {each.currency: each for each in preview.sums_as(TransferAs.INVOICE)}
    orders = {each.currency: each for each in preview.sums_as(TransferAs.ORDER)}
    headings = (
        translate("sums", "Currency"),
        translate("sums", "Posted"),
        translate("sums", "Entered as orders, not posted"),
    )
    rows = tuple(
        (
            currency,
            number(invoices.get(currency, Money(0, currency))),
            number(orders.get(currency, Money(0, currency))),
        )
        for currency in (each.currency for each in preview.totals)
    )
    return Table(headings, rows, _TWO)
