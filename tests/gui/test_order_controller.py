"""The order window's controller: loading, batches, pauses, looking up, marking, and closing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.fakes.clock import NINE
from tests.fakes.lossy_line import Fault
from tests.fakes.office import MemoryOffice
from tests.gui.order_desk import AS_SET_UP, OrderWindowDesk, orders
from tests.orders.building import SENT, VIPPS, an_order
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    Problem,
    RemoteUnavailable,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.orders.work.reading import Loading
from tripletex_wizard.services.cancel import CancelledError
from tripletex_wizard.services.office import Watcher

READY, TRANSFERRED = TransferState.READY, TransferState.TRANSFERRED
STOPPED = TransferState.STOPPED
FAILED, UNCERTAIN = TransferState.FAILED, TransferState.UNCERTAIN
NO_ANSWER = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
TOKEN_REFUSED = CredentialsRejected(Code.SESSION_REJECTED)


@pytest.fixture
def desk(qtbot: QtBot) -> OrderWindowDesk:
    """Three orders have been read."""
    made = OrderWindowDesk(*orders())
    made.load()
    made.changed.clear()
    return made


def fail_at_opening(desk: OrderWindowDesk, error: AppError) -> None:
    def fail(_watcher: Watcher) -> None:
        desk.office.on_open = lambda _watcher: None
        raise error

    desk.office.on_open = fail


# loading


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
    fail_at_opening(desk, NO_ANSWER)
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


def pause(desk: OrderWindowDesk) -> None:
    """The second of three orders gets no answer."""

    def fail_second(call: str) -> None:
        if call == "invoice_order":
            desk.office.ledger.line.on_write = lambda _call: None
            desk.office.ledger.line.fail("create_order", NO_ANSWER)

    desk.office.ledger.line.on_write = fail_second
    desk.transfer("1", "2", "3")


def test_a_batch_pauses_when_a_service_does_not_answer(desk: OrderWindowDesk) -> None:
    pause(desk)
    assert desk.batch.paused == NO_ANSWER.problem
    assert desk.batch.untried == ("2", "3")
    assert (desk.batch.done, desk.batch.is_over) == (1, False)
    assert not desk.controller.is_transferring


def test_a_paused_batch_goes_on_with_what_is_left(desk: OrderWindowDesk) -> None:
    pause(desk)
    desk.controller.go_on()
    assert desk.batch.paused is None
    assert desk.controller.is_transferring
    desk.runner.answer_all()
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", TRANSFERRED), ("3", TRANSFERRED)]
    assert desk.batch.is_over
    assert len(desk.office.ledger.invoices) == 3


def test_a_paused_batch_goes_on_once(desk: OrderWindowDesk) -> None:
    pause(desk)
    desk.controller.go_on()
    desk.controller.go_on()
    assert len(desk.runner.waiting) == 1
    desk.runner.answer_all()
    desk.controller.go_on()
    assert desk.runner.waiting == []


def test_a_batch_may_pause_again(desk: OrderWindowDesk) -> None:
    pause(desk)
    fail_at_opening(desk, NO_ANSWER)
    desk.controller.go_on()
    desk.runner.answer_all()
    assert (desk.batch.paused, desk.batch.untried) == (NO_ANSWER.problem, ("2", "3"))
    desk.controller.go_on()
    desk.runner.answer_all()
    assert [state for _, state in desk.outcomes()] == [TRANSFERRED] * 3


def test_a_paused_batch_that_is_stopped_ends_at_once(desk: OrderWindowDesk) -> None:
    pause(desk)
    desk.controller.stop()
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", FAILED), ("3", READY)]
    assert desk.codes(2) == [Code.NOT_TRIED, Code.NO_ANSWER]
    assert (desk.batch.is_over, desk.batch.paused) == (True, None)


def test_an_order_of_a_paused_batch_stays_though_the_shop_no_longer_lists_it(
    desk: OrderWindowDesk,
) -> None:
    pause(desk)
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
    pause(desk)
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
    pause(desk)
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


# broken off


def test_a_profile_that_does_not_open_pauses_the_batch_when_nobody_answers(
    desk: OrderWindowDesk,
) -> None:
    fail_at_opening(desk, NO_ANSWER)
    desk.transfer("1", "2")
    assert (desk.batch.paused, desk.batch.untried) == (NO_ANSWER.problem, ("1", "2"))
    assert desk.batch.outcomes == ()


@pytest.mark.parametrize(
    "error",
    [
        SetupError(Code.WRONG_COMPANY, expected="A", found="B"),
        StorageError(Code.JOURNAL_LOCKED, path="journal.sqlite"),
    ],
)
def test_a_profile_that_cannot_be_opened_ends_the_batch(
    desk: OrderWindowDesk, error: AppError
) -> None:
    fail_at_opening(desk, error)
    desk.transfer("1", "2")
    assert desk.outcomes() == [("1", READY), ("2", READY)]
    assert desk.batch.outcomes[0].problems == (Problem(Code.NOT_TRIED), error.problem)
    assert desk.batch.is_over


def test_a_token_that_is_refused_midway_ends_the_batch(desk: OrderWindowDesk) -> None:
    desk.office.ledger.line.fail("create_order", TOKEN_REFUSED)
    desk.transfer("1", "2")
    assert desk.outcomes() == [("1", FAILED), ("2", READY)]
    assert desk.codes(1) == [Code.NOT_TRIED, Code.SESSION_REJECTED]
    assert (desk.batch.is_over, desk.batch.paused) == (True, None)


def test_a_bug_within_an_order_ends_the_batch_and_the_order_is_told_by_the_journal(
    desk: OrderWindowDesk,
) -> None:
    def fail(call: str) -> None:
        if call == "invoice_order":
            raise ZeroDivisionError

    desk.office.ledger.line.on_write = fail
    with pytest.raises(ZeroDivisionError):
        desk.transfer("1", "2")
    assert desk.outcomes() == [("1", UNCERTAIN), ("2", READY)]
    assert (desk.codes(0), desk.codes(1)) == ([Code.BROKEN_OFF], [Code.NOT_TRIED, Code.BROKEN_OFF])
    assert [desk.state(number) for number in "123"] == [UNCERTAIN, READY, READY]
    assert (desk.batch.is_over, desk.controller.is_transferring) == (True, False)


def test_a_bug_at_the_end_of_a_batch_leaves_nothing_running(desk: OrderWindowDesk) -> None:
    fail_at_opening(desk, TOKEN_REFUSED)
    desk.controller.transfer(["1"], AS_SET_UP)
    desk.controller.standings = {}
    with pytest.raises(KeyError):
        desk.runner.answer_all()
    assert not desk.controller.is_transferring


def test_an_order_that_is_cut_off_is_never_told_as_one_that_was_not_tried(
    desk: OrderWindowDesk,
) -> None:
    def cut_off(call: str) -> None:
        if call == "create_order":
            desk.controller.stop()
            raise CancelledError

    desk.office.ledger.line.on_write = cut_off
    desk.transfer("1", "2")
    assert desk.outcomes() == [("1", UNCERTAIN), ("2", READY)]
    assert (desk.codes(0), desk.codes(1)[0]) == ([Code.BROKEN_OFF], Code.NOT_TRIED)
    assert desk.state("1") is UNCERTAIN


def test_an_order_that_cannot_be_read_anew_does_not_end_the_batch(desk: OrderWindowDesk) -> None:
    desk.office.shop.orders[0] = an_order("1", method="klarna_checkout")
    read, numbers = desk.office.shop.order, list[str]()

    def read_once(number: str) -> Order | UnreadableOrder | None:
        numbers.append(number)
        if numbers.count("1") > 1 and number == "1":
            raise AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path="orders/1")
        return read(number)

    desk.office.shop.order = read_once  # type: ignore[method-assign]
    desk.transfer("1", "2", "3")
    assert numbers.count("1") == 2
    assert [state for _, state in desk.outcomes()] == [STOPPED, TRANSFERRED, TRANSFERRED]
    assert desk.state("1") is READY


def test_nothing_goes_on_by_itself_when_writing_was_stopped(desk: OrderWindowDesk) -> None:
    pause(desk)
    desk.runner.stop_writing()
    assert (desk.batch.is_over, desk.batch.paused) == (True, None)
    desk.controller.go_on()
    assert desk.runner.waiting == []


def test_a_running_batch_says_that_it_was_broken_off(desk: OrderWindowDesk) -> None:
    desk.controller.transfer(["1"], AS_SET_UP)
    desk.runner.stop_writing()
    desk.runner.answer_all()
    assert desk.codes(0) == [Code.NOT_TRIED, Code.BROKEN_OFF]


def test_a_journal_that_breaks_midway_ends_the_batch(desk: OrderWindowDesk) -> None:
    def break_journal(call: str) -> None:
        if call == "invoice_order":
            full = StorageError(Code.JOURNAL_FULL, path="journal.sqlite")
            desk.office.journal.failure = full

    desk.office.ledger.line.on_write = break_journal
    desk.transfer("1", "2")
    assert desk.outcomes() == [("1", UNCERTAIN), ("2", READY)]
    assert desk.codes(1) == [Code.NOT_TRIED, Code.JOURNAL_FULL]
    assert desk.batch.is_over


# what earlier runs left open


def test_what_was_left_open_is_settled_before_the_orders_are_read(qtbot: QtBot) -> None:
    desk = OrderWindowDesk(*orders())
    desk.lose("1")
    desk.controller.start()
    assert (desk.controller.is_settling, desk.controller.loading) == (True, None)
    assert desk.runner.lanes == [Lane.WRITE]
    desk.runner.answer()
    ((outcome,),) = desk.settled
    assert (outcome.order_number, outcome.state) == ("1", TRANSFERRED)
    assert not desk.controller.is_settling
    assert desk.controller.loading is not None
    desk.runner.answer_all()
    assert desk.state("1") is TRANSFERRED
    assert desk.runner.lanes == [Lane.WRITE, Lane.READ]


def test_orders_are_read_once_after_the_start(qtbot: QtBot) -> None:
    desk = OrderWindowDesk(*orders())
    desk.controller.start()
    desk.runner.answer_all()
    assert desk.settled == [()]
    desk.controller.settle()
    desk.runner.answer_all()
    assert desk.runner.lanes == [Lane.WRITE, Lane.READ, Lane.WRITE]


def test_no_batch_begins_while_orders_are_being_looked_up(desk: OrderWindowDesk) -> None:
    desk.controller.settle()
    desk.controller.transfer(["1"], AS_SET_UP)
    assert desk.controller.batch is None
    assert len(desk.runner.waiting) == 1
    desk.runner.answer_all()
    desk.transfer("1")
    assert desk.outcomes() == [("1", TRANSFERRED)]


def test_a_paused_batch_does_not_go_on_while_orders_are_being_looked_up(
    desk: OrderWindowDesk,
) -> None:
    pause(desk)
    desk.controller.settle()
    desk.controller.go_on()
    assert desk.batch.paused == NO_ANSWER.problem
    desk.runner.answer()
    assert desk.controller.is_transferring  # by itself, as it was wished
    desk.runner.answer_all()
    assert desk.batch.is_over


def test_a_batch_that_was_stopped_meanwhile_does_not_go_on_after_a_look(
    desk: OrderWindowDesk,
) -> None:
    pause(desk)
    desk.controller.settle()
    desk.controller.go_on()
    desk.controller.stop()
    desk.runner.answer_all()
    assert desk.outcomes() == [("1", TRANSFERRED), ("2", FAILED), ("3", READY)]


def test_nothing_is_looked_up_while_a_batch_runs(desk: OrderWindowDesk) -> None:
    desk.controller.transfer(["1"], AS_SET_UP)
    desk.controller.settle()
    desk.controller.look_up("1")
    assert len(desk.runner.waiting) == 1


def test_orders_are_looked_up_once_at_a_time(desk: OrderWindowDesk) -> None:
    desk.controller.settle()
    desk.controller.settle()
    desk.controller.look_up("1")
    assert len(desk.runner.waiting) == 1
    desk.runner.answer()
    assert (len(desk.runner.waiting), desk.controller.is_settling) == (1, True)
    desk.runner.answer()
    assert (desk.runner.waiting, desk.controller.is_settling) == ([], False)
    assert [[row.order_number for row in found] for found in desk.settled] == [[], ["1"]]


def test_a_look_that_could_not_be_made_is_told_and_the_orders_are_read(qtbot: QtBot) -> None:
    desk = OrderWindowDesk(*orders())
    fail_at_opening(desk, NO_ANSWER)
    desk.controller.start()
    desk.runner.answer_all()
    assert (desk.failures, desk.settled) == ([NO_ANSWER.problem], [()])
    assert len(desk.controller.standings) == 3


def test_a_look_that_was_broken_off_ends_and_the_orders_are_read(
    qtbot: QtBot, runner: JobRunner
) -> None:
    office = MemoryOffice(*orders())
    controller = OrderController(office, office.profile, runner)
    failures: list[Problem] = []
    controller.failed.connect(failures.append)
    runner.stop_writing()
    controller.start()
    qtbot.waitUntil(lambda: controller.loaded_at is not None)
    assert not controller.is_settling
    controller.mark("1", "1042", "")
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert [problem.code for problem in failures] == [Code.BROKEN_OFF] * 2


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


def test_a_person_may_look_up_one_order(desk: OrderWindowDesk) -> None:
    desk.lose("1", Fault.LOST_AFTER)
    desk.load()
    assert desk.state("1") is UNCERTAIN
    desk.controller.look_up("1")
    desk.runner.answer_all()
    assert desk.state("1") is TRANSFERRED
    assert desk.changed[-1] == ("1",)


def test_a_credit_note_is_learnt_of_by_a_look(desk: OrderWindowDesk) -> None:
    desk.transfer("1")
    (booked,) = desk.office.ledger.invoices.values()
    desk.office.ledger.credit_invoice(booked.invoice)
    desk.controller.look_up("1")
    desk.runner.answer_all()
    assert desk.state("1") is TransferState.CREDITED
    desk.transfer("1")
    assert desk.state("1") is TRANSFERRED
    numbers = [order.number for order in desk.office.ledger.orders.values()]
    assert numbers == ["1", "1-2"]


# marking


def test_an_order_is_marked_and_the_mark_is_taken_back(desk: OrderWindowDesk) -> None:
    desk.controller.mark("1", "1042", "Ført for hånd")
    assert desk.runner.lanes[-1] is Lane.WRITE
    desk.runner.answer_all()
    assert desk.state("1") is TRANSFERRED
    (said,) = desk.controller.standings["1"].problems
    assert (said.code, said.params["by"]) == (Code.MARKED_AS_BOOKED, "kari")
    desk.controller.unmark("1")
    desk.runner.answer_all()
    assert desk.state("1") is READY
    assert desk.changed == [("1",), ("1",)]


def test_a_mark_that_cannot_be_made_says_why(desk: OrderWindowDesk) -> None:
    desk.transfer("1")
    desk.controller.mark("1", "1042", "Ført for hånd")
    desk.runner.answer_all()
    assert desk.failures == [Problem(Code.ALREADY_BOOKED, invoice=10201)]


def test_an_order_that_vanished_while_it_was_marked_is_read_anew(desk: OrderWindowDesk) -> None:
    desk.controller.mark("1", "1042", "Ført for hånd")
    del desk.controller.standings["1"]
    desk.runner.answer_all()
    assert desk.state("1") is TRANSFERRED


def test_a_batch_leaves_a_marked_order_alone(desk: OrderWindowDesk) -> None:
    desk.controller.transfer(["1", "2"], AS_SET_UP)
    desk.controller.mark("1", "1042", "Ført for hånd")
    desk.runner.answer(1)  # the mark came first after all
    desk.runner.answer_all()
    assert desk.codes(0) == [Code.MARKED_AS_BOOKED]
    assert len(desk.office.ledger.invoices) == 1


# closing


@pytest.mark.parametrize("work", ["load", "settle", "transfer", "mark"])
def test_nothing_comes_to_a_window_that_is_gone(desk: OrderWindowDesk, work: str) -> None:
    controller, batches = desk.controller, len(desk.batches)
    match work:
        case "load":
            controller.load()
        case "settle":
            controller.settle()
        case "transfer":
            controller.transfer(["1"], AS_SET_UP)
            batches += 1
        case _:
            controller.mark("1", "1042", "")
    shiboken6.delete(controller)
    desk.runner.answer_all()
    assert (desk.changed, desk.settled, len(desk.batches)) == ([], [], batches)


def wait_long(watcher: Watcher) -> None:
    watcher.token.sleep(60)


def test_a_program_that_closes_does_not_wait_for_a_waiting_batch(
    qtbot: QtBot, runner: JobRunner
) -> None:
    office = MemoryOffice(*orders())
    controller = OrderController(office, office.profile, runner)
    with qtbot.waitSignal(controller.standings_changed):
        controller.load()
    qtbot.waitUntil(lambda: controller.loading is None)
    office.on_open = wait_long
    opened = office.opened
    controller.transfer(["1"], AS_SET_UP)
    qtbot.waitUntil(lambda: office.opened > opened)
    began = time.monotonic()
    runner.close()
    assert time.monotonic() - began < 30
    assert office.ledger.orders == {}


def test_a_batch_that_waits_is_stopped_at_once(qtbot: QtBot, runner: JobRunner) -> None:
    office = MemoryOffice(*orders())
    controller = OrderController(office, office.profile, runner)
    controller.load()
    qtbot.waitUntil(lambda: controller.loading is None)
    office.on_open = wait_long
    controller.transfer(["1"], AS_SET_UP)
    controller.stop()
    qtbot.waitUntil(lambda: not controller.is_transferring)
    assert controller.batch is not None
    assert controller.batch.is_over
    assert office.ledger.orders == {}
