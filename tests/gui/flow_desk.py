"""The whole order window, its dialogs and menus, on a shop, a company and a journal in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes.office import MemoryOffice
from tests.gui.last_pages import STATUSES
from tests.gui.text_room import buttons_of, said_by
from tests.orders.building import OSLO
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.documents.summary_files import SummaryDesk
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.mark_dialog import MarkDialog
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.detail.detail import OrderDetail
from tripletex_wizard.gui.orders.detail.status_box import StatusCombo
from tripletex_wizard.gui.orders.flow import OrderFlow
from tripletex_wizard.gui.orders.menus import OrderMenus
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.table.rows import Column
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_actions import ViewActions
from tripletex_wizard.gui.view_settings import ViewSettings

PATIENCE_MS = 60_000
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=OSLO)
Dialog = TypeVar("Dialog", bound=QDialog)


class FlowDesk:
    """A person in front of the window; `writes_back` as the set-up allows it."""

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        settings: ViewSettings,
        theme: Theme,
        *orders: Order,
        writes_back: bool = False,
    ) -> None:
        self.qtbot, self.runner = qtbot, runner
        self.office = MemoryOffice(*orders)
        self.office.shop._statuses = STATUSES
        rules = replace(self.office.profile.rules, write_back=writes_back)
        self.office.profile = replace(self.office.profile, rules=rules)
        self.controller = OrderController(self.office, self.office.profile, runner)
        self.detail = OrderDetail(self.controller)
        self.window = OrderWindow(self.controller, self.detail, settings)
        self.controller.setParent(self.window)
        self.menus = OrderMenus(self.window, ViewActions(settings, theme, self.window))
        self.now = NOW
        desk = SummaryDesk(Maker("Kari", "KONTOR-PC", "0.1.0"), lambda: self.now, self._write)
        self.flow = OrderFlow(
            self.window, self.detail, self.menus, self.controller, desk=desk, runner=runner
        )
        self.written: dict[Path, bytes] = {}
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitUntil(self.window.isActiveWindow)

    def _write(self, path: Path, content: bytes) -> None:
        self.written[path] = content

    # waiting

    def until(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=PATIENCE_MS)

    def start(self) -> FlowDesk:
        """As the program starts: left-overs are settled, then the orders are read."""
        self.controller.start()
        self.until_idle()
        return self

    def until_idle(self) -> None:
        self.until(lambda: not self.runner.is_busy)
        QApplication.processEvents()

    # what a person sees

    def shown(self, kind: type[Dialog]) -> list[Dialog]:
        return [each for each in self.window.findChildren(kind) if each.isVisible()]

    @property
    def asking(self) -> TransferDialog:
        (dialog,) = self.shown(TransferDialog)
        return dialog

    @property
    def batch(self) -> BatchDialog:
        (dialog,) = self.shown(BatchDialog)
        return dialog

    @property
    def marking(self) -> MarkDialog:
        (dialog,) = self.shown(MarkDialog)
        return dialog

    def texts(self, widget: QWidget | None = None) -> str:
        """What stands there to be read."""
        return said_by(widget or self.window)

    def button_of(self, widget: QWidget, text: str) -> QPushButton:
        return buttons_of(widget)[text]

    def state(self, number: str) -> TransferState:
        return self.controller.standings[number].state

    @property
    def numbers(self) -> list[str]:
        model = self.window.model
        return [model.row(place).number for place in range(model.rowCount())]

    @property
    def invoices(self) -> list[str]:
        """The numbers of the orders that are invoiced in Tripletex, as often as they are."""
        ledger = self.office.ledger
        booked = [row.invoice for row in ledger.invoices.values() if not row.invoice.is_credit_note]
        return sorted(ledger.orders[each].number for row in booked for each in row.order_ids)

    # what a person does

    def click_row(self, number: str, held: Qt.KeyboardModifier = NO_KEY) -> None:
        view, model = self.window.table.view, self.window.model
        place = model.place_of(number)
        assert place is not None, number
        middle: QPoint = view.visualRect(model.index(place, Column.CUSTOMER)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, middle)

    def choose(self, *numbers: str) -> None:
        """Click the rows, the later ones with Ctrl held."""
        for place, number in enumerate(numbers):
            self.click_row(number, CTRL if place else NO_KEY)

    def click(self, button: QAbstractButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Wherever the focus is, in whichever window is active."""
        active = QApplication.activeWindow() or self.window
        self.qtbot.keyClick(active.focusWidget() or active, key, held)

    def choose_status(self, name: str) -> None:
        """By keys: open the list, go to the entry, Enter."""
        combo, arrow = self.combo, Qt.Key.Key_Down
        combo.setFocus()
        self.qtbot.keyClick(combo, arrow)
        self.until(lambda: QApplication.activePopupWidget() is not None)
        if combo.findText(name) < combo.view().currentIndex().row():
            arrow = Qt.Key.Key_Up
        while combo.view().currentIndex().data() != name:
            self.qtbot.keyClick(combo.view(), arrow)
        self.qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
        self.until(lambda: QApplication.activePopupWidget() is None)

    @property
    def combo(self) -> QComboBox:
        (combo,) = self.detail.findChildren(StatusCombo)
        return combo

    def accept(self) -> None:
        """The main button of the transfer dialog."""
        self.until(self.asking.isActiveWindow)
        self.click(self.asking._transfer)

    def transfer(self, *numbers: str) -> BatchDialog:
        """From the rows to the summary, which stays open."""
        self.choose(*numbers)
        self.click(self.window.footer.main)
        self.accept()
        self.until_over()
        return self.batch

    def until_over(self) -> None:
        self.until(lambda: bool(self.controller.batch and self.controller.batch.is_over))
        self.until_idle()

    def hold_writes(self) -> Event:
        """Tripletex answers the next write only when the event is set."""
        go_on = Event()
        self.office.ledger.line.on_write = lambda _call: bool(go_on.wait(20))  # type: ignore[assignment]
        return go_on

    def until_sending(self) -> str:
        """The number of the order that is being sent."""
        self.until(lambda: bool(self.controller.batch and self.controller.batch.current))
        assert self.controller.batch is not None
        return self.controller.batch.current
