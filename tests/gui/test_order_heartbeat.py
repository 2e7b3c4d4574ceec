from __future__ import annotations

import gc
from collections.abc import Callable
from time import thread_time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.flow_desk import FlowDesk
from tests.gui.order_office import OrderDesk
from tests.gui.order_rows import PICTURE, shop_order
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

LONGEST_BUSY = 0.1
BEAT_MS = 5
PATIENCE_MS = 60_000


class Heartbeat:
    """Beats in the GUI thread; `longest` is how long this thread once worked between two beats.

    Its own working time, so that other programs of the machine do not count.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = thread_time()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        gc.freeze()  # as the program does; the tests' own objects would be looked through too
        self._last = thread_time()
        self._timer.start()

    def stop(self) -> float:
        """The longest work between two beats."""
        self.beat()
        self._timer.stop()
        gc.unfreeze()
        return self.longest

    def beat(self) -> None:
        now = thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now


@pytest.fixture
def desk(qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme) -> OrderDesk:
    return OrderDesk(qtbot, runner, view_settings, PICTURE)


def longest_busy(desk: OrderDesk, first: int) -> float:
    """While 300 orders come that were not there before."""
    desk.shop.orders = [
        shop_order(str(first + place), name=f"Kunde {place * 7 % 300}") for place in range(300)
    ]
    heartbeat = Heartbeat()
    heartbeat.start()
    desk.controller.load()
    desk.qtbot.waitUntil(lambda: desk.controller.loading is None, timeout=PATIENCE_MS)
    heartbeat.stop()
    assert desk.numbers == [str(first + place) for place in reversed(range(300))]
    return heartbeat.longest


def test_the_window_is_never_busy_for_long_while_300_orders_come_in_pages(desk: OrderDesk) -> None:
    for first in (11000, 12000):
        assert longest_busy(desk, first) < LONGEST_BUSY


def beating(happens: Callable[[], object]) -> float:
    heartbeat = Heartbeat()
    heartbeat.start()
    happens()
    QApplication.processEvents()
    return heartbeat.stop()


def test_the_joined_window_is_never_busy_for_long_with_300_orders(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> None:
    """Read, chosen, asked about, transferred, with the sums in detail and the batch's dialog."""
    orders = [shop_order(str(11000 + place), name=f"Kunde {place}") for place in range(300)]
    desk = FlowDesk(qtbot, runner, view_settings, theme, *orders)
    assert beating(desk.start) < LONGEST_BUSY
    assert beating(desk.window.table.view.selectAll) < LONGEST_BUSY
    desk.window.footer.ask()
    assert beating(desk.accept) < LONGEST_BUSY
    assert beating(desk.until_over) < LONGEST_BUSY
    assert len(desk.invoices) == 300
