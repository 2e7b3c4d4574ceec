"""The table of orders: the rows, or in their place why there are none and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.gui.amounts import day
from tripletex_wizard.gui.batch_texts import loaded
from tripletex_wizard.gui.orders.selection import Selection, selection_of
from tripletex_wizard.gui.orders.table.empty_state import Emptiness, EmptyState, Offer
from tripletex_wizard.gui.orders.table.filters import Kind
from tripletex_wizard.gui.orders.table.kinds import kind_name, none_of_kind
from tripletex_wizard.gui.orders.table.model import OrderTableModel
from tripletex_wizard.gui.orders.table.table_view import OrderTableView
from tripletex_wizard.gui.orders.work.reading import Loading
from tripletex_wizard.gui.texts import sentence


class OrderTable(QFrame):
    """Asks for what a person wants, and does nothing itself.

    `offered(Offer)` is a button in place of the rows; `transfer_asked(numbers, TransferAs or
    None)` comes from the context menu.
    """

    offered = Signal(Offer)
    transfer_asked = Signal(tuple, object)

    def __init__(self, model: OrderTableModel, start_date: date) -> None:
        super().__init__()
        self._model = model
        self._start_date = start_date
        self._loading: Loading | None = None
        self._problem: Problem | None = None
        self._fetching = ""
        self.view = OrderTableView(model)
        self.empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._pages)
        self.empty.offered.connect(self.offered)
        self.view.customContextMenuRequested.connect(self._open_menu)
        model.changed.connect(self._show)
        self._retranslate()

    @property
    def selection(self) -> Selection:
        """What the selected orders come to."""
        return selection_of(self.view.chosen)

    def show_reading(
        self,
        start_date: date,
        loading: Loading | None,
        problem: Problem | None,
        *,
        fetching: str = "",
    ) -> None:
        """How the reading of orders stands; `fetching` is the one that was asked for by number."""
        self._start_date = start_date
        self._loading, self._problem, self._fetching = loading, problem, fetching
        self._show()

    def start(self) -> None:
        """Put the keys on the rows, or on what stands in their place."""
        if self._model.rowCount():
            self.view.setFocus()
        else:
            self.empty.start()

    def menu(self) -> QMenu:
        """What can be done with the selected orders."""
        menu = QMenu(self)
        selection = self.selection
        for text, numbers, transfer_as in (
            (self.tr("Transfer …"), selection.transferable, None),
            (self.tr("Transfer as order …"), selection.as_order, TransferAs.ORDER),
            (self.tr("Transfer again …"), selection.there, None),
        ):
            action = menu.addAction(text)
            action.setEnabled(bool(numbers))
            action.triggered.connect(
                lambda _checked, numbers=numbers, transfer_as=transfer_as: self.transfer_asked.emit(
                    numbers, transfer_as
                )
            )
        return menu

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.popup(self.view.viewport().mapToGlobal(where))
        menu.aboutToHide.connect(menu.deleteLater)

    @Slot()
    def _show(self) -> None:
        if self._model.rowCount():
            self._pages.setCurrentWidget(self.view)
            return
        had_focus = self.view.hasFocus()
        self.empty.show_emptiness(self._emptiness())
        self._pages.setCurrentWidget(self.empty)
        if had_focus:
            self.empty.start()

    def _emptiness(self) -> Emptiness:
        if self._fetching:
            text = self.tr("Fetching order {number} from Mystore …")
            return Emptiness(text.format(number=self._fetching), is_busy=True)
        if self._model.total == 0:
            return self._nothing_read()
        if self._model.filter.is_narrow:
            return self._nothing_found()
        return self._nothing_of_kind()

    def _nothing_read(self) -> Emptiness:
        again = ((Offer.LOAD, self.tr("Try again")),)
        if self._loading is not None:
            progress = loaded(self._loading.done, self._loading.total)
            return Emptiness(self.tr("Fetching orders from Mystore"), progress, is_busy=True)
        if self._problem is not None:
            text = sentence(self._problem).whole
            return Emptiness(self.tr("The orders could not be fetched"), text, again)
        return self._nothing_at_all()

    def _nothing_at_all(self) -> Emptiness:
        text = self.tr(
            "Orders completed on {day} or later are shown here once they have been fetched."
        )
        offers = ((Offer.LOAD, self.tr("Fetch new orders")),)
        return Emptiness(none_of_kind(Kind.ALL), text.format(day=day(self._start_date)), offers)

    def _nothing_found(self) -> Emptiness:
        """What was searched for may be among other orders, or not be read at all."""
        kind, number = self.elsewhere(), self._model.filter.asked_number
        offers = []
        if kind is not None:
            text = self.tr("Show in «{kind}»").format(kind=kind_name(kind))
            offers.append((Offer.SHOW_KIND, text))
        if number and self._model.order(number) is None:
            text = self.tr("Fetch order {number} from Mystore").format(number=number)
            offers.append((Offer.FETCH, text))
        offers.append((Offer.SHOW_ALL, self.tr("Show all")))
        text = self.tr("No orders here fit the search and the choices above.")
        return Emptiness(self.tr("Nothing found"), text, tuple(offers))

    def _nothing_of_kind(self) -> Emptiness:
        kind = self._model.filter.kind
        if kind is Kind.ALL:
            return self._nothing_at_all()
        return Emptiness(none_of_kind(kind), offers=((Offer.SHOW_ALL, self.tr("Show all")),))

    def elsewhere(self) -> Kind | None:
        """The first other kind with orders that the rest of the filter lets through."""
        counts, here = self._model.counts(), self._model.filter.kind
        return next((kind for kind in Kind if kind is not here and counts[kind]), None)

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Orders"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
