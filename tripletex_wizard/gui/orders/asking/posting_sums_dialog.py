"""«Vis kontering»: what a batch that has not begun would post (accounting.md F2 «For bunken»)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from tripletex_wizard.domain.batch_preview import BatchPreview, Deed
from tripletex_wizard.domain.batch_sums import sum_by_currency
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting_sums import (
    date_sums,
    movements,
    payment_sums,
    vat_sums,
)
from tripletex_wizard.gui.amounts import amount, figure, number
from tripletex_wizard.gui.batch_texts import amounts
from tripletex_wizard.gui.parts import Label, Note, StatusChip
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.parts.scrolled import Scrolled
from tripletex_wizard.gui.posting_texts import account_name, balance, vat_code
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import MUTED, STEP, Size
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.vat_term_texts import dated_in

_WIDTH, _HEIGHT = 90 * STEP, 85 * STEP


class PostingSumsDialog(QDialog):
    """Totals by account, VAT code, payment type, date and currency, each in a table."""

    def __init__(
        self, parent: QWidget, preview: BatchPreview, payment_types: Sequence[PaymentType]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview, self._types = preview, tuple(payment_types)
        self._title, self._about = Label(size=Size.TITLE, strong=True), Label(role=MUTED)
        self._scrolled = Scrolled(spacing=STEP)
        self._headings = tuple(Label(size=Size.LARGE, strong=True) for _ in range(6))
        self._kinds = FigureTable(wrapping=0, figures=(1, 2))
        self._accounts = FigureTable(wrapping=0, figures=(1, 2, 3))
        self._vat = FigureTable(wrapping=0, figures=(1, 2))
        self._payments = FigureTable(wrapping=0, figures=(1, 2))
        self._dates = FigureTable(wrapping=0, figures=(1, 2))
        self._currencies = FigureTable(wrapping=0, figures=(1, 2))
        self._nothing_posted = Note(Tone.SUGGESTION)
        self._balance, self._foot = StatusChip(), Label(role=MUTED)
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._buttons.rejected.connect(self.reject)
        self._arrange()
        self.resize(first_size(self, QSize(_WIDTH, _HEIGHT)))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        sums = (self._accounts, self._vat, self._payments, self._dates, self._currencies)
        column = self._scrolled.column
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        for heading, table in zip(self._headings, (self._kinds, *sums), strict=True):
            column.addWidget(heading)
            column.addWidget(table)
            column.addSpacing(STEP)
        column.insertWidget(0, self._nothing_posted)
        self._show_posted(sums)
        column.addStretch(1)
        layout = dialog_column(self)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(HorizontalLine())
        layout.addWidget(self._balance)
        layout.addWidget(self._foot)
        layout.addWidget(self._buttons)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Postings"))
        self._title.setText(self.tr("Postings"))
        self._about.setText(
            self.tr("What is posted in Tripletex. Accounts marked as assumed are the usual ones.")
        )
        names = (
            self.tr("What becomes of the orders"),
            self.tr("By account"),
            self.tr("By VAT code (posted only)"),
            self.tr("By payment type (posted only)"),
            self.tr("By invoice date and VAT term"),
            self.tr("By currency"),
        )
        for heading, name in zip(self._headings, names, strict=True):
            heading.setText(name)
        self._nothing_posted.show_text(
            self.tr(
                "Nothing is posted: the orders are entered as open orders, and are posted when "
                "they are invoiced in Tripletex."
            )
        )
        self._close.setText(self.tr("&Close"))
        self._show_kinds()
        self._show_accounts()
        self._show_vat()
        self._show_payments()
        self._show_dates()
        self._show_currencies()
        self._show_foot()

    def _show_posted(self, sums: Sequence[FigureTable]) -> None:
        """Open orders post nothing: a sentence says so in place of empty tables."""
        posts = bool(self._preview.plans_as(TransferAs.INVOICE))
        self._nothing_posted.setVisible(not posts)
        self._about.setVisible(posts)
        for heading, table in zip(self._headings[1:], sums, strict=True):
            heading.setVisible(posts)
            table.setVisible(posts)

    def _show_kinds(self) -> None:
        preview = self._preview
        rows = [
            (name, len(preview.plans_as(way)), preview.sums_as(way))
            for way, name in (
                (TransferAs.INVOICE, self.tr("Posted as invoices")),
                (TransferAs.ORDER, self.tr("Entered as orders, not posted")),
            )
        ]
        for deed, name in self._not_sent().items():
            found = preview.of(deed)
            sums = sum_by_currency(row.sale for row in found if row.sale is not None)
            rows.append((name, len(found), sums))
        self._kinds.show_rows(
            ("", self.tr("Number"), self.tr("Amount")),
            [(name, str(count), amounts(sums)) for name, count, sums in rows if count],
            (self.tr("Total"), str(len(preview.rows)), amounts(preview.shop_totals)),
        )

    def _not_sent(self) -> dict[Deed, str]:
        return {
            Deed.NOTHING: self.tr("In Tripletex already"),
            Deed.LOOK_UP: self.tr("Looked up in Tripletex first"),
            Deed.PAY_BACK: self.tr("Refund of a booked credit note"),
            Deed.AFTER_STATUS: self.tr("Worked out when the status is set"),
            Deed.LEFT_OUT: self.tr("Left out"),
        }

    def _show_currencies(self) -> None:
        """Only when there are several; amounts of two currencies never add up."""
        preview = self._preview
        found = {each.currency: each for each in preview.totals}
        invoices = {each.currency: each for each in preview.sums_as(TransferAs.INVOICE)}
        orders = {each.currency: each for each in preview.sums_as(TransferAs.ORDER)}
        self._currencies.show_rows(
            (self.tr("Currency"), self.tr("Posted"), self.tr("Entered as orders, not posted")),
            [
                (
                    currency,
                    number(invoices.get(currency, Money(0, currency))),
                    number(orders.get(currency, Money(0, currency))),
                )
                for currency in found
            ],
        )
        several = len(found) > 1 and bool(invoices)
        self._currencies.setVisible(several)
        self._headings[-1].setVisible(several)

    def _show_accounts(self) -> None:
        found = movements(self._preview.plans, self._types)
        debit, credit = (row.debit for row in found), (row.credit for row in found)
        sums = (self.tr("Total"), self._total(debit), self._total(credit), "")
        self._accounts.show_rows(
            (self.tr("Account"), self.tr("Debit"), self.tr("Credit"), self.tr("Net")),
            [
                (
                    account_name(row.account),
                    figure(row.debit),
                    figure(row.credit),
                    figure(row.debit - row.credit),
                )
                for row in found
            ],
            sums if found else (),
        )

    def _show_vat(self) -> None:
        self._vat.show_rows(
            (self.tr("VAT code"), self.tr("Basis"), self.tr("VAT")),
            [
                (
                    vat_code(row.code),
                    figure(row.basis),
                    figure(row.vat),
                )
                for row in vat_sums(self._preview.plans)
            ],
        )

    def _show_payments(self) -> None:
        names = {row.id: row.description for row in self._types}
        self._payments.show_rows(
            (self.tr("Payment type"), self.tr("Number"), self.tr("Amount")),
            [
                (
                    self.tr("Not marked as paid")
                    if row.payment_type_id is None
                    else names.get(row.payment_type_id, str(row.payment_type_id)),
                    str(row.count),
                    figure(row.amount),
                )
                for row in payment_sums(self._preview.plans)
            ],
        )

    def _show_dates(self) -> None:
        self._dates.show_rows(
            (self.tr("Invoice date"), self.tr("Number"), self.tr("Amount")),
            [
                (
                    dated_in(row.invoice_date, row.vat_term),
                    str(row.count),
                    figure(row.amount),
                )
                for row in date_sums(self._preview.plans)
            ],
        )

    def _show_foot(self) -> None:
        """Debit is credit, and nothing of what the shop sold is left out."""
        preview = self._preview
        sent = sum_by_currency((*preview.totals, *preview.not_sent_totals))
        by_currency = {each.currency: each for each in sent}
        differences = [
            by_currency.get(each.currency, Money(0, each.currency)) - each
            for each in preview.shop_totals
        ]
        largest = max(differences, key=lambda each: abs(each.ore), default=Money(0))
        agrees = not largest and preview.balances(self._types)
        self._balance.show_status(Tone.OK if agrees else Tone.MUST_FIX, balance(largest))
        text = self.tr(
            "The shop's {shop} = posted {posted} + entered as orders {orders} + not sent now "
            "{rest}. E-mails from Tripletex: {emails}."
        )
        self._foot.setText(
            text.format(
                shop=_or_nothing(preview.shop_totals),
                posted=_or_nothing(preview.sums_as(TransferAs.INVOICE)),
                orders=_or_nothing(preview.sums_as(TransferAs.ORDER)),
                rest=_or_nothing(preview.not_sent_totals),
                emails=len(preview.emails),
            )
        )

    def _total(self, money: Iterable[Money]) -> str:
        sums = sum_by_currency(money)
        return figure(sums[0]) if len(sums) == 1 else amounts(sums)


def _or_nothing(sums: Sequence[Money]) -> str:
    return amounts(sums) or amount(Money(0))
