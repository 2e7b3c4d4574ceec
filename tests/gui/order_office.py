"""The order window on a shop, a company and a journal in memory, used by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.office import MemoryOffice
from tests.fakes.webshop import FakeWebshop
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.table.rows import Column
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.services.office import Watcher

NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class CountingShop(FakeWebshop):
    """Tells `watcher` how many orders it has read, as the real one does after each page."""

    def __init__(self, *orders: Order | UnreadableOrder) -> None:
        super().__init__(*orders)
        self.watcher = Watcher()
        self.before_each: Callable[[int], object] = lambda _place: None

    def orders_since(self, since: date) -> Iterator[Order | UnreadableOrder]:
        total = len(self.orders)
        for place, order in enumerate(super().orders_since(since)):
            self.before_each(place)
            if place % 10 == 0:
                self.watcher.on_loaded(place, total)
            yield order

    def watched_by(self, watcher: Watcher) -> None:
        self.watcher = watcher


class DetailStandIn(QWidget):
    """Shows the number of the order that it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Standing | None] = []
        self._label, self.control = QLabel(), QPushButton("Oppdater ordre")
        self.setMinimumWidth(320)
        layout = QVBoxLayout(self)
        layout.addWidget(self._label)
        layout.addWidget(self.control)

    @property
    def number(self) -> str:
        return self._label.text()

    def show_several(self, standings: Sequence[Standing]) -> None:
        self._label.setText(" ".join(standing.number for standing in standings))

    def show_standing(self, standing: Standing | None) -> None:
        self.shown.append(standing)
        self._label.setText(standing.number if standing else "")


class OrderDesk:
    """The window with a person in front of it. Orders that are given stand there at once."""

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        settings: ViewSettings,
        standings: Iterable[Standing] = (),
    ) -> None:
        self.qtbot = qtbot
        self.runner, self.settings = runner, settings
        rows = list(standings)
        self.shop = CountingShop(*(standing.order for standing in rows))
        self.office = MemoryOffice(shop=self.shop)
        self.office.on_open = self.shop.watched_by
        self.controller = OrderController(self.office, self.office.profile, runner)
        self.controller.standings = {standing.number: standing for standing in rows}
        self.controller.loaded_at = self.office.clock.now()
        self.asked: list[tuple[tuple[str, ...], object]] = []
        self.window = self.opened((1280, 800))

    def opened(self, size: tuple[int, int] | None = None) -> OrderWindow:
        """A window over the same orders."""
        self.detail = DetailStandIn()
        window = OrderWindow(self.controller, self.detail, self.settings)
        window.transfer_asked.connect(lambda numbers, kind: self.asked.append((numbers, kind)))
        if size:
            window.resize(*size)
        self.qtbot.addWidget(window)
        window.show()
        self.qtbot.waitActive(window)
        self.window = window
        return window

    # what a person sees

    @property
    def numbers(self) -> list[str]:
        model = self.window.model
        return [model.row(place).number for place in range(model.rowCount())]

    def cells(self, column: Column) -> list[str]:
        model = self.window.model
        return [str(model.data(model.index(place, column))) for place in range(model.rowCount())]

    def chips(self) -> list[str]:
        return [chip.text() for chip in self._chips()]

    def chip(self, start: str) -> QPushButton:
        return next(chip for chip in self._chips() if chip.text().startswith(start))

    def checked_chip(self) -> str:
        (chip,) = (chip for chip in self._chips() if chip.isChecked())
        return chip.text()

    def _chips(self) -> list[QPushButton]:
        return [
            each for each in self.window.filter_bar.findChildren(QPushButton) if not each.isHidden()
        ]

    @property
    def empty_title(self) -> str:
        """What stands in place of the rows; nothing while there are rows."""
        empty = self.window.table.empty
        return empty.shown.title if empty.isVisible() and empty.shown else ""

    def button(self, text: str) -> QPushButton:
        """The visible button with this text."""
        (found,) = (
            each
            for each in self.window.findChildren(QPushButton)
            if each.isVisible() and each.text() == text
        )
        return found

    # what a person does

    def click(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_row(self, number: str, held: Qt.KeyboardModifier = NO_KEY) -> None:
        view = self.window.table.view
        self.qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, held, self.middle_of(number)
        )

    def middle_of(self, number: str, column: Column = Column.CUSTOMER) -> QPoint:
        view = self.window.table.view
        return view.visualRect(self.index(number, column)).center()

    def index(self, number: str, column: Column = Column.ORDER) -> QModelIndex:
        place = self.window.model.place_of(number)
        assert place is not None, number
        return self.window.model.index(place, column)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    def go_to_rows(self) -> None:
        self.window.table.view.setFocus()

    def search(self, text: str) -> None:
        self.window.header.search.clear()
        self.qtbot.keyClicks(self.window.header.search, text)
