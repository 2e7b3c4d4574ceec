"""How the order window's controller reads the orders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.clock import NINE
from tests.fakes.office import MemoryOffice
from tests.gui.order_desk import AS_SET_UP, NO_ANSWER, OrderWindowDesk, orders, three_read
from tests.orders.building import SENT, VIPPS, an_order
from tripletex_wizard.domain.errors import Code, Problem, RemoteUnavailable
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.orders.work.reading import Loading
from tripletex_wizard.services.office import Watcher

READY, TRANSFERRED = TransferState.READY, TransferState.TRANSFERRED


@pytest.fixture
def desk(qtbot: QtBot) -> OrderWindowDesk:
    return three_read()


def test_orders_arrive_some_at_a_time(qtbot: QtBot) -> None:
    desk = OrderWindowDesk(*orders([str(number) for number in range(1, 61)]))
    desk.load()
    assert [len(numbers) for numbers in desk.changed] == [25, 25, 10, 0]
    assert len(desk.controller.standings) == 60
    assert desk.runner.lanes == [Lane.READ]
    assert desk.office.still_open == 0


def test_a_loading_brings_the_statuses_the_payment_types_and_its_time(
    desk: OrderWindowDesk,
) -> None:
    controller = desk.controller
    assert controller.statuses == (SENT,)
    assert VIPPS in controller.payment_types
    assert controller.loaded_at == NINE
    assert (controller.loading, controller.problem) == (None, None)


def test_it_is_told_how_far_a_loading_is(qtbot: QtBot) -> None:
    desk, seen = OrderWindowDesk(*orders()), []
    desk.controller.loading_changed.connect(lambda: seen.append(desk.controller.loading))
    desk.office.on_open = lambda watcher: watcher.on_loaded(3, 40)
    desk.load()
    assert seen == [Loading(), Loading(3, 40), None]


def test_a_loading_is_not_begun_twice(desk: OrderWindowDesk) -> None:
    desk.controller.load()
    desk.controller.load()
    assert len(desk.runner.waiting) == 1


def test_a_loading_that_failed_says_why_and_keeps_what_is_there(desk: OrderWindowDesk) -> None:
    desk.office.shop.failure = RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no")
    desk.load()
    assert desk.controller.problem == Problem(Code.NO_ANSWER, host="api.mystore.no")
    assert desk.controller.loading is None
    assert len(desk.controller.standings) == 3
    desk.office.shop.failure = None
    desk.load()
    assert desk.controller.problem is None


def test_an_order_that_the_shop_no_longer_lists_vanishes(desk: OrderWindowDesk) -> None:
    del desk.office.shop.orders[1]
    desk.load()
    assert list(desk.controller.standings) == ["1", "3"]
    assert desk.changed[-1] == ("2",)
    desk.transfer("2")
    assert desk.controller.batch is None


def test_one_order_is_read_by_its_number(desk: OrderWindowDesk) -> None:
    desk.office.shop.orders.append(an_order("4"))
    desk.controller.fetch("4")
    desk.controller.fetch("5")
    desk.runner.answer_all()
    assert desk.changed == [("4",), ("5",)]
    assert desk.state("4") is READY
    assert isinstance(desk.controller.standings["5"].order, UnreadableOrder)


def test_an_order_that_cannot_be_read_is_told(desk: OrderWindowDesk) -> None:
    desk.fail_at_opening(NO_ANSWER)
    desk.controller.fetch("4")
    desk.runner.answer_all()
    assert desk.failures == [NO_ANSWER.problem]


def test_an_order_fetched_while_others_are_being_read_stays(desk: OrderWindowDesk) -> None:
    desk.controller.load()
    desk.office.shop.orders.append(an_order("4"))
    desk.controller.fetch("4")
    desk.runner.answer(1)
    del desk.office.shop.orders[3]
    desk.runner.answer_all()
    assert "4" in desk.controller.standings


def test_nothing_is_read_while_a_batch_runs(desk: OrderWindowDesk) -> None:
    desk.controller.transfer(["1"], AS_SET_UP)
    desk.controller.load()
    assert desk.controller.loading is None
    assert len(desk.runner.waiting) == 1


def test_an_order_read_before_it_was_transferred_does_not_come_back_as_ready(
    desk: OrderWindowDesk,
) -> None:
    listed = desk.office.shop.orders_since

    def transfer_meanwhile(since: date) -> Iterator[Order | UnreadableOrder]:
        desk.controller.transfer(["1"], AS_SET_UP)
        desk.runner.answer()
        yield from listed(since)

    desk.office.shop.orders_since = transfer_meanwhile  # type: ignore[method-assign]
    desk.load()
    assert [desk.state(number) for number in "123"] == [TRANSFERRED, READY, READY]


def test_a_bug_while_orders_are_read_ends_the_loading(qtbot: QtBot) -> None:
    bugs: list[Exception] = []
    runner, office = JobRunner(on_unexpected=bugs.append), MemoryOffice(*orders())
    controller = OrderController(office, office.profile, runner)

    def fail(_watcher: Watcher) -> None:
        raise ZeroDivisionError

    office.on_open = fail
    controller.load()
    qtbot.waitUntil(lambda: bool(bugs))
    runner.close()
    assert (controller.loading, controller.problem) == (None, Problem(Code.BROKEN_OFF))
