"""What a person looks for: the search, the chips and lists, and what is offered without a hit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.orders.header import OrderHeader
from tripletex_wizard.gui.orders.table.empty_state import Offer
from tripletex_wizard.gui.orders.table.filter_bar import FilterBar
from tripletex_wizard.gui.orders.table.filters import Kind, OrderFilter, Period, kind_of
from tripletex_wizard.gui.orders.table.model import OrderTableModel
from tripletex_wizard.gui.orders.table.table import OrderTable
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.orders.work.reading import Loading
from tripletex_wizard.gui.spoken import announce


class OrderSearch(QObject):
    """Keeps search field, filter bar and table at the same filter, which the model holds.

    `troubled(Problem or None)`: an order that was asked for by its number could not be fetched;
    None when another try begins. `turned`: something else is looked at than before.
    """

    troubled = Signal(object)
    turned = Signal()

    def __init__(
        self,
        controller: OrderController,
        model: OrderTableModel,
        header: OrderHeader,
        filter_bar: FilterBar,
        table: OrderTable,
    ) -> None:
        super().__init__(table)
        self._controller, self._model = controller, model
        self._header, self._filter_bar, self._table = header, filter_bar, table
        self._fetching = ""
        self._totals, self._methods = model.totals(), model.methods()
        controller.loading_changed.connect(self._show_reading)
        controller.failed.connect(self._not_fetched)
        model.changed.connect(self._show_counts)
        header.text_changed.connect(self._search)
        filter_bar.kind_chosen.connect(self._choose_kind)
        filter_bar.method_chosen.connect(self._choose_method)
        filter_bar.period_chosen.connect(self._choose_period)
        table.offered.connect(self._take_offer)
        self._show_reading()

    def show_only(self, chosen: OrderFilter) -> None:
        """Show only what is chosen."""
        self.turned.emit()
        self._header.show_text(chosen.text)
        self._model.show_only(chosen, self._today)

    def show_order(self, number: str) -> None:
        """Show this order alone among those of its kind, if it has been read."""
        row = self._model.order(number)
        if row is not None:
            self.show_only(OrderFilter(kind_of(row.state)))
            self._table.view.go_to(number)

    def take_over(self, numbers: tuple[str, ...]) -> None:
        """Have the model follow the controller; what the shop does not know is no order."""
        standings = self._controller.standings
        known = {
            number: standings[number]
            for number in numbers
            if number in standings and not _is_unknown(standings[number])
        }
        self._model.update_orders(numbers, known, self._today)
        if self._fetching in numbers:
            self._show_fetched(self._fetching)

    def _narrow(self, chosen: OrderFilter) -> None:
        """The keys stay where they are, so how many are left is said."""
        self.show_only(chosen)
        announce(self._filter_bar, self._filter_bar.shown)

    @property
    def _today(self) -> date:
        at = self._controller.loaded_at
        return at.date() if at else date.today()  # noqa: DTZ011 - the day on this desk

    @Slot(str)
    def _search(self, text: str) -> None:
        self._narrow(replace(self._model.filter, text=text))

    @Slot(Kind)
    def _choose_kind(self, kind: Kind) -> None:
        self.show_only(replace(self._model.filter, kind=kind))

    @Slot(str)
    def _choose_method(self, method: str) -> None:
        self._narrow(replace(self._model.filter, method=method))

    @Slot(Period)
    def _choose_period(self, period: Period) -> None:
        self._narrow(replace(self._model.filter, period=period))

    @Slot(Offer)
    def _take_offer(self, offer: Offer) -> None:
        match offer:
            case Offer.LOAD:
                self.troubled.emit(None)
                self._controller.load()
            case Offer.SHOW_ALL:
                self.show_only(OrderFilter())
            case Offer.SHOW_KIND:
                kind = self._table.elsewhere()
                self.show_only(replace(self._model.filter, kind=kind or Kind.ALL))
            case Offer.FETCH:
                self._fetch(self._model.filter.asked_number)
        self._table.start()

    # an order by its number

    def _fetch(self, number: str) -> None:
        self._fetching = number
        self.troubled.emit(None)
        self._show_reading()
        self._controller.fetch(number)

    def _show_fetched(self, number: str) -> None:
        """Under whichever kind it stands; or that the shop does not know it."""
        self._not_fetched()
        row = self._model.order(number)
        if row is None:
            self.troubled.emit(self._controller.standings[number].problems[0])
        else:
            self.show_only(OrderFilter(kind_of(row.state), text=number))
            self._table.view.go_to(number)

    @Slot()
    def _not_fetched(self) -> None:
        self._fetching = ""
        self._show_reading()

    # what is shown of it

    @Slot()
    def _show_reading(self) -> None:
        controller = self._controller
        about_to_load = Loading() if controller.is_about_to_load else None
        self._table.show_reading(
            controller.profile.rules.start_date,
            controller.loading or about_to_load,
            controller.problem,
            fetching=self._fetching,
        )

    @Slot(bool)
    def _show_counts(self, came: bool) -> None:
        """What is counted over all orders stays the same while they are only filtered."""
        model = self._model
        if came:
            self._totals, self._methods = model.totals(), model.methods()
        self._filter_bar.show_filter(model.filter, model.counts(), self._totals, self._methods)


def _is_unknown(standing: Standing) -> bool:
    """Whether the shop knows no such order, and nothing was ever sent of it."""
    reasons = {problem.code for problem in standing.problems}
    return Code.ORDER_NOT_FOUND in reasons and not standing.progress.entries
