"""The order window's controller: what was left open, marking, and closing."""

from __future__ import annotations

import time

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.fakes.office import MemoryOffice
from tests.gui.order_desk import AS_SET_UP, NO_ANSWER, OrderWindowDesk, orders, three_read
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.services.office import Watcher

READY, TRANSFERRED = TransferState.READY, TransferState.TRANSFERRED
FAILED, UNCERTAIN = TransferState.FAILED, TransferState.UNCERTAIN


@pytest.fixture
def desk(qtbot: QtBot) -> OrderWindowDesk:
    return three_read()


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
    desk.pause()
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
    desk.pause()
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
    desk.fail_at_opening(NO_ANSWER)
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
