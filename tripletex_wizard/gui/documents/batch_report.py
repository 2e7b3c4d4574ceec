"""What a batch came to, on paper and as a table for a spreadsheet (accounting.md F «Felles»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.batch_sums import BatchSums, sum_by_currency
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, UnreadableOrder, customer_name
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.amounts import amount, day
from tripletex_wizard.gui.batch_texts import (
    amounts,
    became,
    certainty,
    headline,
    reason,
    sent_to,
    went_over,
)
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.documents.paper import Maker, Origin, Paper, Section, Table, facts, moment
from tripletex_wizard.gui.documents.spreadsheet import (
    as_text,
    csv_of,
    decimal_comma,
    origin_cells,
    origin_headings,
)
from tripletex_wizard.gui.texts import state_name, transfer_as_name

translate = QCoreApplication.translate

_ORDER_WIDTHS = (8, 16, 10, 13, 12, 12, 0)
_FIGURES = frozenset({4, 5})


@dataclass(frozen=True, slots=True)
class BatchReport:
    """A finished batch with its orders by number; how it is shown is decided when it is asked."""

    sums: BatchSums
    orders: Mapping[str, Order | UnreadableOrder]
    elapsed: str
    origin: Origin

    def paper(self) -> Paper:
        """The sums, what is to be followed up, then every order."""
        title = translate("documents", "Transfer to Tripletex, {moment}")
        follow_up = (*self.sums.to_follow_up, *self.sums.untried)
        sections = [self._summary()]
        if follow_up:
            name = translate("documents", "To be followed up")
            sections.append(Section(name, table=self._table(follow_up)))
        every = translate("documents", "All orders")
        sections.append(Section(every, table=self._table(self.sums.outcomes, with_sums=True)))
        return Paper(title.format(moment=moment(self.origin.made_at)), self.origin, tuple(sections))

    def csv(self) -> bytes:
        """A row for each order; amounts and numbers are never grouped."""
        return csv_of(self._headings(), map(self._cells, self.sums.outcomes))

    @property
    def name(self) -> str:
        """What a file of it is called, without suffix."""
        return translate("documents", "Transfer {company} {moment}").format(
            company=self.origin.company, moment=f"{self.origin.made_at:%Y-%m-%d %H%M}"
        )

    def _summary(self) -> Section:
        sums = self.sums
        nothing = amount(Money(0))
        rows = (
            (translate("documents", "Result"), headline(sums)),
            (translate("documents", "Booked"), amounts(sums.booked) or nothing),
            (
                translate("documents", "Entered as orders, not booked"),
                amounts(sums.entered) or nothing,
            ),
            (translate("documents", "Went over"), went_over(sums)),
            (translate("documents", "E-mails from Tripletex"), Counts().emails(sums.emails)),
            *self._as_ehf(),
            *self._notices(),
            (translate("documents", "Double bookings"), self._double_bookings()),
            (translate("documents", "Took"), self.elapsed),
        )
        return facts(translate("documents", "In short"), rows)

    def _as_ehf(self) -> Iterator[tuple[str, str]]:
        """Only of a batch that had Tripletex send something as EHF."""
        if self.sums.ehf:
            yield translate("documents", "As EHF from Tripletex"), str(self.sums.ehf)

    def _notices(self) -> Iterator[tuple[str, str]]:
        """Only of a batch that had the shop tell somebody of a status."""
        if self.sums.notices:
            told = Counts().emails(self.sums.notices)
            yield translate("documents", "E-mails from Mystore"), told

    def _double_bookings(self) -> str:
        if self.sums.is_certain:
            return next(certainty(self.sums), translate("documents", "nothing was booked now"))
        return translate("documents", "not settled: orders are unresolved")

    def _table(self, outcomes: tuple[Outcome, ...], *, with_sums: bool = False) -> Table:
        headings = (
            translate("documents", "Order"),
            translate("documents", "Customer"),
            translate("documents", "State"),
            translate("documents", "Went over as"),
            translate("documents", "The shop"),
            translate("documents", "Tripletex"),
            translate("documents", "Reason or note"),
        )
        return Table(
            headings,
            tuple(self._row(row) for row in outcomes),
            figures=_FIGURES,
            sums=self._sums(outcomes) if with_sums else (),
            widths=_ORDER_WIDTHS,
        )

    def _row(self, outcome: Outcome) -> tuple[str, ...]:
        sale = self._sale(outcome)
        return (
            outcome.order_number,
            self._customer(outcome),
            state_name(outcome.state),
            became(outcome),
            amount(sale) if sale else "",
            amount(outcome.amount) if outcome.amount else "",
            reason(outcome),
        )

    def _sums(self, outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
        shop = sum_by_currency(sale for row in outcomes if (sale := self._sale(row)))
        ledger = sum_by_currency(row.amount for row in outcomes if row.amount)
        total = translate("documents", "Total")
        return (total, "", "", "", amounts(shop), amounts(ledger), "")

    def _headings(self) -> tuple[str, ...]:
        return (
            translate("documents", "Order"),
            translate("documents", "Order date"),
            translate("documents", "Customer"),
            translate("documents", "Payment method"),
            translate("documents", "State"),
            translate("documents", "Went over as"),
            translate("documents", "Invoice number"),
            translate("documents", "Amount in the shop"),
            translate("documents", "Amount in Tripletex"),
            translate("documents", "Currency"),
            translate("documents", "Booked"),
            translate("documents", "Sent to"),
            translate("documents", "Told by Mystore"),
            translate("documents", "Reason or note"),
            translate("documents", "Tripletex request id"),
            *origin_headings(),
        )

    def _cells(self, outcome: Outcome) -> tuple[str, ...]:
        order = self.orders.get(outcome.order_number)
        known = order if isinstance(order, Order) else None
        sale = self._sale(outcome)
        yes, no = translate("documents", "yes"), translate("documents", "no")
        currency = outcome.amount or sale
        return (
            as_text(outcome.order_number),
            day(known.created_at.date()) if known else "",
            as_text(self._customer(outcome)),
            as_text(known.payment_method if known else ""),
            state_name(outcome.state),
            transfer_as_name(outcome.transfer_as) if outcome.transfer_as else "",
            str(outcome.invoice_number or ""),
            decimal_comma(sale),
            decimal_comma(outcome.amount),
            currency.currency if currency else "",
            yes if outcome.is_booked else no,
            as_text(sent_to(outcome)),
            as_text(outcome.notified_to),
            as_text(reason(outcome)),
            as_text(", ".join(outcome.request_ids)),
            *origin_cells(self.origin),
        )

    def _customer(self, outcome: Outcome) -> str:
        order = self.orders.get(outcome.order_number)
        return customer_name(order)

    def _sale(self, outcome: Outcome) -> Money | None:
        order = self.orders.get(outcome.order_number)
        return order.sale if isinstance(order, Order) else None


def origin_of(profile: Profile, maker: Maker, made_at: datetime) -> Origin:
    """Where documents of a profile come from."""
    return Origin(
        company=profile.company_name,
        organization_number=profile.organization_number,
        shop=profile.shop,
        environment=profile.environment,
        setup_version=profile.mapping.version,
        made_at=made_at,
        maker=maker,
    )
