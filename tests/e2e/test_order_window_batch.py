"""Three hundred orders by the order window, with everything that may go wrong on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.e2e.books import doubles
from tests.e2e.hurried_program import HurriedClock
from tripletex_wizard import app
from tripletex_wizard.adapters.clock import OSLO
from tripletex_wizard.cli.practice import set_up
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.seed import yarn_shop
from tripletex_wizard.windows import Windows, windows

ORDERS = 300
STOPPED_AFTER, CLOSED_AFTER = 60, 40
PATIENCE_MS = 300_000
NEW_ORDER, INVOICING = "/v2/order", "/v2/order/*/:invoice"
Dialog = TypeVar("Dialog", bound=QDialog)


class JumpingClock(HurriedClock):
    """A wait that was cancelled ends as one does."""

    def sleep(self, seconds: float) -> None:
        self._token.checkpoint()
        super().sleep(seconds)


class Shop:
    """The servers and one PC's folder; `open` is one run of the program."""

    def __init__(self, servers: PracticeServers, program: app.Program, qtbot: QtBot) -> None:
        self.servers, self.program, self.qtbot = servers, program, qtbot
        set_up(program)

    @contextmanager
    def open(self) -> Iterator[Seat]:
        with windows(self.program) as opened:
            opened.desktop.begin()
            seat = Seat(opened, self.qtbot)
            self.qtbot.addWidget(seat.window)
            seat.until(lambda: seat.controller.loaded_at is not None)
            yield seat

    def strike(self, kind: str, method: str, path: str, **more: Any) -> None:
        self.servers.faults.add(Fault("tripletex", kind, method=method, path=path, **more))

    def go_wrong(self) -> None:
        """Each in its turn: the first fault in the plan that matches a request strikes."""
        for skip, kind in enumerate(("drop_before", "drop_after", "server_error", "truncated")):
            self.strike(kind, "POST", NEW_ORDER, skip=9 + skip)
            self.strike(kind, "PUT", INVOICING, skip=11 + skip)

    def fall_silent(self, answers: int) -> None:
        """Tripletex answers so many more requests, then none for a while."""
        self.strike("status", "*", "*", skip=answers, count=40, status=503)

    @property
    def state(self) -> dict[str, Any]:
        return self.servers.tripletex.state()


class Seat:
    """A person in front of the order window."""

    def __init__(self, opened: Windows, qtbot: QtBot) -> None:
        assert opened.desktop.orders is not None
        self.qtbot, self.opened = qtbot, opened
        surroundings = opened.desktop.orders
        assert isinstance(surroundings.window, OrderWindow)
        self.window: OrderWindow = surroundings.window
        self.controller: OrderController = surroundings.controller

    def until(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=PATIENCE_MS)

    def shown(self, kind: type[Dialog]) -> Dialog:
        (dialog,) = (each for each in self.window.findChildren(kind) if each.isVisible())
        return dialog

    @property
    def done(self) -> int:
        return self.controller.batch.done if self.controller.batch else 0

    @property
    def is_over(self) -> bool:
        return self.controller.batch is not None and self.controller.batch.is_over

    @property
    def waiting(self) -> dict[str, Standing]:
        standings = self.controller.standings.items()
        return {number: row for number, row in standings if row.is_transferable}

    def count(self, state: TransferState) -> int:
        return sum(row.state is state for row in self.controller.standings.values())

    def transfer_all(self) -> BatchDialog:
        """Ctrl+A, the button below the rows, the button of the dialog."""
        view = self.window.table.view
        view.setFocus()
        self.qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.mouseClick(self.window.footer.main, Qt.MouseButton.LeftButton)
        dialog = self.shown(TransferDialog)
        self.until(dialog.isActiveWindow)
        if dialog._refunds.lacks:
            dialog._refunds._yes.click()
        self.qtbot.mouseClick(dialog._transfer, Qt.MouseButton.LeftButton)
        return self.shown(BatchDialog)

    def follow(self, until: Callable[[], bool]) -> int:
        """Press «Prøv igjen nå» at every pause; tells how many there were."""
        pauses = 0
        while not until():
            self.until(lambda: until() or self._is_paused())
            if self._is_paused() and not until():
                pauses += 1
                again = self.shown(BatchDialog).progress._again
                self.qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        return pauses

    def _is_paused(self) -> bool:
        return self.controller.batch is not None and self.controller.batch.paused is not None


@pytest.fixture
def shop(
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    own_language: None,
) -> Iterator[Shop]:
    monkeypatch.setattr(HurriedClock, "ahead", timedelta())
    monkeypatch.setattr(app, "SystemClock", JumpingClock)
    orders = yarn_shop(1, today=datetime.now(OSLO).date(), count=ORDERS)
    with (
        PracticeServers(
            orders=orders,
            tripletex_calls_per_10_seconds=100_000,
            mystore_calls_per_minute=100_000,
        ) as servers,
        app.practice_program(servers, tmp_path / "program") as program,
    ):
        yield Shop(servers, program, qtbot)


def booked_as(rows: dict[str, Standing]) -> Counter[TransferAs]:
    return Counter(row.plans[0].transfer_as for row in rows.values())


def waits_for_a_person(row: Standing) -> bool:
    """A customer of many orders had the article that comes back on several of them."""
    return isinstance(row.order, Order) and row.order.is_credit and not row.progress.has_begun


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_three_hundred_orders_are_booked_once_whatever_happens(shop: Shop) -> None:
    with shop.open() as first:
        wanted = first.waiting
        assert len(wanted) > 250
        kinds = booked_as(wanted)
        shop.go_wrong()
        shop.fall_silent(answers=60)
        dialog = first.transfer_all()
        pauses = first.follow(lambda: first.done >= STOPPED_AFTER)
        assert pauses > 0
        first.qtbot.mouseClick(dialog.progress._stop, Qt.MouseButton.LeftButton)
        first.follow(lambda: first.is_over)
        assert len(shop.state["orders"]) < len(wanted)
        dialog.close()

        shop.go_wrong()
        first.transfer_all()
        first.follow(lambda: first.done >= CLOSED_AFTER)
        shop.strike("drop_after", "PUT", INVOICING)
        first.window.close()
        first.until(lambda: not first.window.isVisible())
        assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    shop.servers.faults.clear()
    HurriedClock.ahead += timedelta(minutes=10)  # nothing that was sent can arrive any more
    with shop.open() as second:
        assert second.count(TransferState.UNCERTAIN) == 0, second.window.told
        shop.go_wrong()
        second.transfer_all()
        second.follow(lambda: second.is_over)
        shop.servers.faults.clear()
        if second.waiting:
            second.shown(BatchDialog).close()
            second.transfer_all()
            second.follow(lambda: second.is_over)
        asking = second.waiting
        assert all(waits_for_a_person(row) for row in asking.values()), asking
        second.shown(BatchDialog).close()
        second.window.close()

    state = shop.state
    assert doubles(state) == []
    assert {row["number"] for row in state["orders"]} == set(wanted) - set(asking)
    assert len(state["invoices"]) == kinds[TransferAs.INVOICE] - len(asking)
    assert sum(not row["isClosed"] for row in state["orders"]) == kinds[TransferAs.ORDER]
    assert len(state["emails"]) <= len(state["invoices"])
