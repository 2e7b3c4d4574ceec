"""A batch of the order window: its way, stopping, pausing, and what was agreed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.order_desk import AS_SET_UP, NO_ANSWER, OrderWindowDesk, orders, three_read
from tests.orders.building import an_order
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import Lane
from tripletex_wizard.services.office import Watcher

READY, TRANSFERRED = TransferState.READY, TransferState.TRANSFERRED
STOPPED, FAILED = TransferState.STOPPED, TransferState.FAILED


@pytest.fixture
def desk(qtbot: QtBot) -> OrderWindowDesk:
    return three_read()


# a batch


def test_a_batch_tells_of_every_order_as_it_goes(desk: OrderWindowDesk) -> None:
    desk.transfer("1", "2")
    assert desk.runner.lanes[-1] is Lane.WRITE
    assert [batch.current for batch in desk.batches if batch.current] == ["1", "2"]
    assert [batch.done for batch in desk.batches] == [0, 0, 1, 1, 1, 2, 2, 2]
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", TRANSFERRED)]
    assert desk.changed == [("1",), ("1",), ("2",), ("2",)]  # sending, and then what came of it
    assert [desk.state(number) for number in "123"] == [TRANSFERRED, TRANSFERRED, READY]
    assert (desk.batch.is_over, desk.batch.total, desk.batch.current) == (True, 2, "")
    assert not desk.controller.is_transferring


def test_the_first_finished_is_transferred_first(desk: OrderWindowDesk) -> None:
    desk.transfer("3", "1", "2")
    assert [number for number, _ in desk.outcomes()] == ["1", "2", "3"]


def test_a_second_batch_does_not_begin_beside_the_first(desk: OrderWindowDesk) -> None:
    desk.controller.transfer(["1"], AS_SET_UP)
    assert desk.controller.is_transferring
    desk.controller.transfer(["2"], AS_SET_UP)
    desk.runner.answer_all()
    assert desk.outcomes() == [("1", TRANSFERRED)]


def test_a_batch_of_nothing_is_none(desk: OrderWindowDesk) -> None:
    desk.transfer()
    desk.transfer("unknown")
    assert desk.controller.batch is None


def test_a_bad_order_does_not_end_the_batch(qtbot: QtBot) -> None:
    desk = OrderWindowDesk(an_order("1"), an_order("2", method="svea"), an_order("3"))
    desk.load()
    desk.transfer("1", "2", "3")
    states = [state for _, state in desk.outcomes()]
    assert states == [TRANSFERRED, TransferState.STOPPED, TRANSFERRED]
    assert desk.batch.is_over


def test_it_is_told_when_a_service_asks_to_wait(desk: OrderWindowDesk) -> None:
    desk.office.on_open = lambda watcher: watcher.on_wait(7.5)
    desk.transfer("1")
    assert [batch.waiting for batch in desk.batches][:3] == [0.0, 7.5, 0.0]


def test_the_time_left_is_told_when_some_orders_are_through(qtbot: QtBot) -> None:
    desk = OrderWindowDesk(*orders("1234"))
    desk.load()
    desk.transfer(*"1234")
    left = {batch.done: batch.seconds_left for batch in desk.batches}
    assert [done for done, seconds in left.items() if seconds is None] == [0, 1, 2]
    assert left[3] is not None
    assert left[4] == 0


# stopping


def test_stopping_ends_after_the_order_that_is_under_way(desk: OrderWindowDesk) -> None:
    def stop(call: str) -> None:
        if call == "create_order":
            desk.controller.stop()

    desk.office.ledger.line.on_write = stop
    desk.transfer("1", "2", "3")
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", READY), ("3", READY)]
    assert desk.codes(1) == [Code.NOT_TRIED, Code.STOPPED_BY_USER]
    assert (desk.batch.is_over, desk.batch.is_stopping) == (True, False)
    assert any(batch.is_stopping for batch in desk.batches)
    assert len(desk.office.ledger.invoices) == 1


def test_stopping_before_the_first_order_transfers_none(desk: OrderWindowDesk) -> None:
    desk.controller.transfer(["1", "2"], AS_SET_UP)
    desk.controller.stop()
    desk.runner.answer_all()
    assert desk.outcomes() == [("1", READY), ("2", READY)]
    assert desk.office.ledger.orders == {}
    assert not desk.controller.is_transferring


def test_stopping_while_the_profile_is_being_opened_ends_the_batch(
    desk: OrderWindowDesk,
) -> None:
    def stop_and_wait(watcher: Watcher) -> None:
        desk.controller.stop()
        watcher.token.sleep(60)

    desk.office.on_open = stop_and_wait
    desk.transfer("1")
    assert desk.batch.is_over
    assert desk.codes(0) == [Code.NOT_TRIED, Code.STOPPED_BY_USER]
    desk.office.on_open = lambda _watcher: None
    desk.transfer("1")
    assert desk.outcomes() == [("1", TRANSFERRED)]


def test_there_is_nothing_to_stop_before_a_batch_or_after_it(desk: OrderWindowDesk) -> None:
    desk.controller.stop()
    assert desk.controller.batch is None
    desk.transfer("1")
    before = desk.batch
    desk.controller.stop()
    assert desk.batch == before


def test_a_service_that_does_not_answer_while_a_person_stops_ends_the_batch(
    desk: OrderWindowDesk,
) -> None:
    def stop_and_fail(_watcher: Watcher) -> None:
        desk.controller.stop()
        raise NO_ANSWER

    desk.office.on_open = stop_and_fail
    desk.transfer("1")
    assert (desk.batch.is_over, desk.batch.paused) == (True, None)


def test_no_answer_in_the_order_that_is_the_last_before_a_stop_ends_the_batch(
    desk: OrderWindowDesk,
) -> None:
    desk.office.ledger.line.on_write = lambda _call: desk.controller.stop()
    desk.office.ledger.line.fail("create_order", NO_ANSWER)
    desk.transfer("1", "2")
    assert desk.outcomes() == [("1", FAILED), ("2", READY)]
    assert (desk.batch.is_over, desk.batch.paused) == (True, None)


# pausing


def test_a_batch_pauses_when_a_service_does_not_answer(desk: OrderWindowDesk) -> None:
    desk.pause()
    assert desk.batch.paused == NO_ANSWER.problem
    assert desk.batch.untried == ("2", "3")
    assert (desk.batch.done, desk.batch.is_over) == (1, False)
    assert not desk.controller.is_transferring


def test_a_paused_batch_goes_on_with_what_is_left(desk: OrderWindowDesk) -> None:
    desk.pause()
    desk.controller.go_on()
    assert desk.batch.paused is None
    assert desk.controller.is_transferring
    desk.runner.answer_all()
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", TRANSFERRED), ("3", TRANSFERRED)]
    assert desk.batch.is_over
    assert len(desk.office.ledger.invoices) == 3


def test_a_paused_batch_goes_on_once(desk: OrderWindowDesk) -> None:
    desk.pause()
    desk.controller.go_on()
    desk.controller.go_on()
    assert len(desk.runner.waiting) == 1
    desk.runner.answer_all()
    desk.controller.go_on()
    assert desk.runner.waiting == []


def test_a_batch_may_pause_again(desk: OrderWindowDesk) -> None:
    desk.pause()
    desk.fail_at_opening(NO_ANSWER)
    desk.controller.go_on()
    desk.runner.answer_all()
    assert (desk.batch.paused, desk.batch.untried) == (NO_ANSWER.problem, ("2", "3"))
    desk.controller.go_on()
    desk.runner.answer_all()
    assert [state for _, state in desk.outcomes()] == [TRANSFERRED] * 3


def test_a_paused_batch_that_is_stopped_ends_at_once(desk: OrderWindowDesk) -> None:
    desk.pause()
    desk.controller.stop()
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", FAILED), ("3", READY)]
    assert desk.codes(2) == [Code.NOT_TRIED, Code.NO_ANSWER]
    assert (desk.batch.is_over, desk.batch.paused) == (True, None)


def test_an_order_of_a_paused_batch_stays_though_the_shop_no_longer_lists_it(
    desk: OrderWindowDesk,
) -> None:
    desk.pause()
    desk.office.shop.orders.clear()
    desk.load()
    assert list(desk.controller.standings) == ["1", "2", "3"]
    desk.controller.go_on()
    desk.runner.answer_all()
    assert [state for _, state in desk.outcomes()] == [TRANSFERRED, STOPPED, STOPPED]
    desk.load()
    assert desk.controller.standings == {}


def test_a_paused_batch_goes_on_with_the_orders_as_they_were_agreed_to(
    desk: OrderWindowDesk,
) -> None:
    desk.pause()
    desk.office.shop.orders[2] = an_order("3", method="klarna_checkout")
    desk.load()
    desk.controller.go_on()
    desk.runner.answer_all()
    assert desk.outcomes()[2] == ("3", STOPPED)
    assert [row.code for row in desk.batch.outcomes[2].problems] == [Code.CHANGED_SINCE_READ]


# what was agreed to


def change_set_up(desk: OrderWindowDesk) -> None:
    """As another window or another program on this PC stores it."""
    rules = replace(desk.office.profile.rules, search_customer=True)
    desk.office.profile = replace(desk.office.profile, rules=rules)


def test_a_batch_is_refused_by_another_set_up_than_the_dialog_showed(
    desk: OrderWindowDesk,
) -> None:
    change_set_up(desk)
    desk.transfer("1", "2")
    assert desk.codes(0) == desk.codes(1) == [Code.NOT_TRIED, Code.SETUP_CHANGED]
    assert (desk.batch.is_over, desk.office.ledger.orders) == (True, {})


def test_a_paused_batch_does_not_go_on_by_another_set_up(desk: OrderWindowDesk) -> None:
    desk.pause()
    change_set_up(desk)
    desk.controller.go_on()
    desk.runner.answer_all()
    assert desk.codes(1) == desk.codes(2) == [Code.NOT_TRIED, Code.SETUP_CHANGED]
    assert len(desk.office.ledger.invoices) == 1


def test_orders_are_not_tried_again_by_another_set_up(desk: OrderWindowDesk) -> None:
    desk.office.ledger.line.fail("create_order", OrderRejected(Code.REJECTED, text="nei"))
    desk.transfer("1")
    change_set_up(desk)
    desk.load()
    desk.controller.retry(("1",), desk.batch.terms)
    desk.runner.answer_all()
    assert desk.codes(0) == [Code.NOT_TRIED, Code.SETUP_CHANGED]
    assert desk.office.ledger.orders == {}


def test_orders_that_were_read_by_another_set_up_are_transferred_by_it(
    desk: OrderWindowDesk,
) -> None:
    change_set_up(desk)
    desk.load()
    assert desk.controller.profile == desk.office.profile
    desk.transfer("1")
    assert desk.outcomes() == [("1", TRANSFERRED)]


def test_orders_that_were_read_yesterday_are_not_transferred(desk: OrderWindowDesk) -> None:
    desk.office.clock.set_to(desk.office.clock.now() + timedelta(days=1))
    desk.transfer("1")
    assert desk.codes(0) == [Code.NOT_TRIED, Code.DAY_CHANGED]
    assert desk.office.ledger.orders == {}
    desk.load()
    desk.transfer("1")
    assert desk.outcomes() == [("1", TRANSFERRED)]


def test_a_batch_ends_at_midnight(desk: OrderWindowDesk) -> None:
    def turn_the_day(call: str) -> None:
        if call == "invoice_order":
            desk.office.clock.set_to(desk.office.clock.now() + timedelta(days=1))

    desk.office.ledger.line.on_write = turn_the_day
    desk.transfer("1", "2")
    assert desk.outcomes()[0] == ("1", TRANSFERRED)
    assert desk.codes(1) == [Code.NOT_TRIED, Code.DAY_CHANGED]
    assert len(desk.office.ledger.invoices) == 1


def test_an_order_that_was_changed_in_the_shop_is_shown_as_it_is_now(
    desk: OrderWindowDesk,
) -> None:
    desk.office.shop.orders[0] = an_order("1", method="klarna_checkout")
    desk.transfer("1")
    assert desk.outcomes() == [("1", STOPPED)]
    shown = desk.controller.standings["1"]
    assert (shown.order, shown.state) == (desk.office.shop.orders[0], TransferState.READY)
