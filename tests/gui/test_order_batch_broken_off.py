"""A batch that something ends before it is through."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.order_desk import AS_SET_UP, NO_ANSWER, OrderWindowDesk, three_read
from tests.orders.building import an_order
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    Problem,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.services.cancel import CancelledError

READY, TRANSFERRED = TransferState.READY, TransferState.TRANSFERRED
STOPPED, FAILED = TransferState.STOPPED, TransferState.FAILED
UNCERTAIN = TransferState.UNCERTAIN
TOKEN_REFUSED = CredentialsRejected(Code.SESSION_REJECTED)


@pytest.fixture
def desk(qtbot: QtBot) -> OrderWindowDesk:
    return three_read()


def test_a_profile_that_does_not_open_pauses_the_batch_when_nobody_answers(
    desk: OrderWindowDesk,
) -> None:
    desk.fail_at_opening(NO_ANSWER)
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
    desk.fail_at_opening(error)
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
    desk.fail_at_opening(TOKEN_REFUSED)
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
    desk.pause()
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
