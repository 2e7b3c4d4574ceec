"""Several chosen orders in the detail pane: how many, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_sums import sum_by_currency
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting_sums import Movement, movements, payment_sums
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.amounts import amount, figure, number
from tripletex_wizard.gui.control_texts import payment_type_name
from tripletex_wizard.gui.orders.detail.section import Section
from tripletex_wizard.gui.orders.selection import Selection, selection_of
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.posting_texts import account_name, source_notes
from tripletex_wizard.gui.postings.balance_sign import BalanceSign
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import MUTED, Size


class SelectionSheet(QWidget):
    """Orders that would not be sent are counted, and not summed."""

    def __init__(self) -> None:
        super().__init__()
        self._selection, self._plans = Selection(), list[PostingPlan]()
        self._refunds: list[PlannedPayment] = []
        self._types: tuple[PaymentType, ...] = ()
        self._count, self._sums = Label(size=Size.LARGE, strong=True), Label(role=MUTED)
        self._paid_back, self._looked_up, self._left_out = Label(), Label(), Label()
        self._payments = FigureTable(wrapping=0, figures=(1, 2), dense=True)
        self._accounts = FigureTable(wrapping=0, figures=(1, 2), dense=True)
        self._balance = BalanceSign()
        self._payment_section = Section(self._payments)
        self._account_section = Section(self._accounts, self._balance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(
            Section(
                *(self._count, self._sums, self._paid_back, self._looked_up, self._left_out),
                is_first=True,
            )
        )
        layout.addWidget(self._payment_section)
        layout.addWidget(self._account_section)
        layout.addStretch(1)

    def show_standings(
        self, standings: Sequence[Standing], payment_types: tuple[PaymentType, ...]
    ) -> None:
        """Show what these come to by the set-up."""
        self._selection, self._types = selection_of(standings), payment_types
        self._plans = [plan for row in standings if (plan := row.plan_to_send)]
        self._refunds = [row.refund for row in standings if row.owes_refund and row.refund]
        self.retranslate()

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        selection, plans = self._selection, self._plans
        self._count.setText(self.tr("%n order(s) selected", "", selection.count))
        self._sums.setText(" + ".join(amount(money) for money in _totals(plans)))
        self._sums.setVisible(bool(plans))
        paid_back = self.tr(
            "%n of them only lack(s) that the refund of {amount} is registered.",
            "",
            selection.refunds,
        )
        self._paid_back.setText(
            paid_back.format(amount=" + ".join(map(amount, selection.paid_back)))
        )
        self._paid_back.setVisible(bool(selection.refunds))
        self._looked_up.setText(
            self.tr(
                "%n of them will be looked up in Tripletex first, and is not in the sums.",
                "",
                selection.looked_up,
            )
        )
        self._looked_up.setVisible(bool(selection.looked_up))
        self._left_out.setText(
            self.tr(
                "%n of them will not be transferred, and is not in the sums.",
                "",
                selection.left_out,
            )
        )
        self._left_out.setVisible(bool(selection.left_out))
        self._payment_section.set_heading(self.tr("Payment"))
        self._account_section.set_heading(self.tr("Postings per account"))
        self._payment_section.setVisible(bool(plans or self._refunds))
        self._show_payments(plans)
        self._show_accounts(plans)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show_payments(self, plans: Sequence[PostingPlan]) -> None:
        headings = (self.tr("Payment type"), self.tr("Orders"), self.tr("Amount"))
        self._payments.show_rows(headings, tuple(self._payment_rows(plans)))

    def _payment_rows(self, plans: Sequence[PostingPlan]) -> Iterator[tuple[str, ...]]:
        for row in payment_sums(plans, self._refunds):
            name = self.tr("Not marked as paid")
            if row.payment_type_id is not None:
                name = payment_type_name(row.payment_type_id, self._types)
            yield name, str(row.count), figure(row.amount)
        open_orders = [plan for plan in plans if plan.transfer_as is TransferAs.ORDER]
        for money in _totals(open_orders):
            count = sum(plan.currency == money.currency for plan in open_orders)
            yield self.tr("As open orders, not posted"), str(count), _figure(money)

    def _show_accounts(self, plans: Sequence[PostingPlan]) -> None:
        rows = movements(plans, self._types, self._refunds)
        self._account_section.setVisible(bool(rows))
        headings = (self.tr("Account"), self.tr("Debit"), self.tr("Credit"))
        cells = tuple(_account_rows(rows))
        currencies = {row.debit.currency for row in rows}
        if len(currencies) != 1:
            self._accounts.show_rows(headings, cells)
            self._balance.hide()
            return
        (currency,) = currencies
        debit = Money.sum((row.debit for row in rows), currency)
        credit = Money.sum((row.credit for row in rows), currency)
        sums = (self.tr("Total"), number(debit), number(credit))
        self._accounts.show_rows(headings, cells, sums)
        self._balance.show_difference(debit - credit)
        self._balance.show()


def _totals(plans: Sequence[PostingPlan]) -> tuple[Money, ...]:
    return sum_by_currency(plan.total for plan in plans)


def _account_rows(rows: Sequence[Movement]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        name = account_name(row.account, starred=True)
        yield name, _figure(row.debit), _figure(row.credit)
    for note in source_notes(row.account for row in rows):
        yield (note,)


def _figure(money: Money) -> str:
    return figure(money) if money else ""
