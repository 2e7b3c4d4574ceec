from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tripletex_wizard.domain.errors import AppError, Code, InputError
from tripletex_wizard.gui.jobs import JobRunner, Lane, Report
from tripletex_wizard.services.cancel import CancelToken

LONG = 10.0
"""Seconds that a test waits for what comes at once, before it fails."""


class Gate:
    """Work that says that it has begun, and waits until it may end."""

    def __init__(self) -> None:
        self._begun = threading.Semaphore(0)
        self._open = threading.Event()

    def work(self, token: CancelToken, report: Report) -> str:
        self._begun.release()
        assert self._open.wait(LONG)
        return "done"

    def patient_work(self, token: CancelToken, report: Report) -> str:
        self._begun.release()
        token.sleep(LONG)
        return "slept"

    def await_begun(self) -> None:
        assert self._begun.acquire(timeout=LONG)

    @property
    def has_begun_again(self) -> bool:
        return self._begun.acquire(blocking=False)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


@pytest.fixture
def never() -> Iterator[Callable[[object], None]]:
    """A callback that must not be called."""
    calls: list[object] = []
    yield calls.append
    assert calls == []


Never = Callable[[object], None]


def raising(error: Exception) -> Callable[[CancelToken, Report], None]:
    def work(token: CancelToken, report: Report) -> None:
        raise error

    return work


def codes(errors: list[AppError]) -> list[Code]:
    return [error.problem.code for error in errors]


def settle(qtbot: QtBot, runner: JobRunner) -> None:
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_a_result_comes_in_the_gui_thread_and_was_made_in_another(
    runner: JobRunner, owner: QObject, qtbot: QtBot
) -> None:
    threads: list[int] = []
    runner.submit(
        lambda token, report: threading.get_ident(),
        owner=owner,
        on_result=lambda made_in: threads.extend([made_in, threading.get_ident()]),
    )

    settle(qtbot, runner)

    assert threads[0] != threading.get_ident() == threads[1]


def test_progress_comes_in_order_and_before_the_result(
    runner: JobRunner, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[object] = []

    def work(token: CancelToken, report: Report) -> str:
        for step in range(100):
            report(step)
        return "end"

    runner.submit(work, owner=owner, on_result=seen.append, on_progress=seen.append)
    settle(qtbot, runner)

    assert seen == [*range(100), "end"]


def test_progress_that_nobody_follows_is_dropped(
    runner: JobRunner, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[object] = []

    def work(token: CancelToken, report: Report) -> str:
        report(1)
        return "end"

    runner.submit(work, owner=owner, on_result=seen.append)
    settle(qtbot, runner)

    assert seen == ["end"]


def test_an_expected_error_goes_to_who_asked(
    never: Never, runner: JobRunner, owner: QObject, qtbot: QtBot
) -> None:
    errors: list[AppError] = []
    error = InputError(Code.PROFILE_UNKNOWN, profile="x")
    runner.submit(raising(error), owner=owner, on_result=never, on_error=errors.append)

    settle(qtbot, runner)

    assert errors == [error]


@pytest.mark.parametrize("handles_expected", [True, False])
def test_a_bug_goes_to_the_handler_of_the_runner_and_ends_the_job_at_who_asked(
    handles_expected: bool, never: Never, owner: QObject, qtbot: QtBot
) -> None:
    bugs: list[Exception] = []
    ended: list[AppError] = []
    runner = JobRunner(on_unexpected=bugs.append)
    error = ZeroDivisionError()
    on_error = ended.append if handles_expected else None
    runner.submit(raising(error), owner=owner, on_result=never, on_error=on_error)

    settle(qtbot, runner)
    runner.close()

    assert bugs == [error]
    assert codes(ended) == [Code.BROKEN_OFF] * handles_expected


def test_a_bug_is_told_even_when_who_asked_fails_at_it(
    never: Never, owner: QObject, qtbot: QtBot
) -> None:
    bugs: list[Exception] = []
    runner = JobRunner(on_unexpected=bugs.append)
    error = ZeroDivisionError()

    def fail(_error: AppError) -> None:
        raise KeyError

    with qtbot.captureExceptions() as others:
        runner.submit(raising(error), owner=owner, on_result=never, on_error=fail)
        settle(qtbot, runner)
    runner.close()

    assert bugs == [error]
    assert [kind for kind, _, _ in others] == [KeyError]


def test_work_that_let_itself_be_stopped_ends_at_who_asked(
    never: Never, runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    ended: list[AppError] = []
    job = runner.submit(gate.patient_work, owner=owner, on_result=never, on_error=ended.append)
    gate.await_begun()

    job.token.cancel()
    settle(qtbot, runner)

    assert codes(ended) == [Code.BROKEN_OFF]


def test_nothing_is_begun_that_writes_when_writing_was_stopped(
    never: Never, runner: JobRunner, owner: QObject, qtbot: QtBot
) -> None:
    ended: list[AppError] = []
    read: list[int] = []
    with qtbot.waitSignal(runner.writing_stopped):
        runner.stop_writing()

    runner.submit(
        raising(AssertionError()),
        owner=owner,
        on_result=never,
        on_error=ended.append,
        lane=Lane.WRITE,
    )
    assert ended == []  # who asks has its job first
    runner.submit(lambda token, report: 7, owner=owner, on_result=read.append)
    settle(qtbot, runner)

    assert codes(ended) == [Code.BROKEN_OFF]
    assert read == [7]


def test_an_expected_error_that_nobody_handles_goes_to_the_handler_of_the_runner(
    never: Never, owner: QObject, qtbot: QtBot
) -> None:
    unhandled: list[Exception] = []
    runner = JobRunner(on_unexpected=unhandled.append)
    error = InputError(Code.PROFILE_UNKNOWN, profile="x")
    runner.submit(raising(error), owner=owner, on_result=never)

    settle(qtbot, runner)
    runner.close()

    assert unhandled == [error]


def test_without_a_handler_a_bug_reaches_the_excepthook_with_its_traceback(
    never: Never, runner: JobRunner, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(sys, "excepthook", lambda *parts: hooked.append(parts))
    error = ZeroDivisionError()
    runner.submit(raising(error), owner=owner, on_result=never)

    settle(qtbot, runner)

    assert hooked == [(ZeroDivisionError, error, error.__traceback__)]
    assert error.__traceback__ is not None


def test_a_cancelled_job_stops_and_delivers_nothing(
    never: Never, runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    job = runner.submit(gate.patient_work, owner=owner, on_result=never, on_error=never)
    gate.await_begun()

    job.cancel()

    settle(qtbot, runner)


def test_a_cancelled_job_that_ended_all_the_same_delivers_nothing(
    never: Never, runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    job = runner.submit(gate.work, owner=owner, on_result=never)
    gate.await_begun()

    job.cancel()
    gate.open()

    settle(qtbot, runner)


def test_a_job_cancelled_before_its_turn_is_never_begun(
    never: Never, runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    runner.submit(gate.work, owner=owner, on_result=lambda _: None, lane=Lane.WRITE)
    waiting = runner.submit(
        raising(AssertionError()), owner=owner, on_result=never, lane=Lane.WRITE
    )

    waiting.cancel()
    gate.open()

    settle(qtbot, runner)


def test_work_that_is_only_asked_to_stop_still_delivers_what_it_did(
    runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    results: list[bool] = []

    def work(token: CancelToken, report: Report) -> bool:
        gate.work(token, report)
        return token.is_cancelled

    job = runner.submit(work, owner=owner, on_result=results.append)
    gate.await_begun()

    job.token.cancel()
    gate.open()
    settle(qtbot, runner)

    assert results == [True]


def test_nothing_is_delivered_to_an_owner_that_is_gone(
    never: Never, runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    runner.submit(gate.work, owner=owner, on_result=never, on_error=never)
    gate.await_begun()

    shiboken6.delete(owner)
    gate.open()

    settle(qtbot, runner)


@pytest.mark.parametrize("lane_and_room", [(Lane.READ, 4), (Lane.WRITE, 1)])
def test_a_lane_runs_no_more_at_once_than_it_may(
    lane_and_room: tuple[Lane, int], runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    lane, at_once = lane_and_room
    results: list[str] = []
    for _ in range(6):
        runner.submit(gate.work, owner=owner, on_result=results.append, lane=lane)
    for _ in range(at_once):
        gate.await_begun()

    assert not gate.has_begun_again

    gate.open()
    settle(qtbot, runner)
    assert results == ["done"] * 6


def test_reading_goes_on_while_something_is_written(
    runner: JobRunner, owner: QObject, gate: Gate, qtbot: QtBot
) -> None:
    read: list[int] = []
    runner.submit(gate.work, owner=owner, on_result=lambda _: None, lane=Lane.WRITE)
    gate.await_begun()

    runner.submit(lambda token, report: 7, owner=owner, on_result=read.append)
    qtbot.waitUntil(lambda: read == [7])

    gate.open()
    settle(qtbot, runner)


def test_closing_waits_for_the_work_and_delivers_nothing_afterwards(
    never: Never, runner: JobRunner, owner: QObject, gate: Gate, qapp: QApplication
) -> None:
    ended: list[str] = []

    def work(token: CancelToken, report: Report) -> None:
        gate.work(token, report)
        ended.append("this order")

    runner.submit(work, owner=owner, on_result=never, lane=Lane.WRITE)
    runner.submit(work, owner=owner, on_result=never, lane=Lane.WRITE)
    gate.await_begun()
    gate.open()

    runner.close()
    qapp.processEvents()  # whatever was queued comes now

    assert ended == ["this order"]
    assert not runner.is_busy


def test_the_last_reference_to_what_work_refers_to_goes_in_the_gui_thread(
    runner: JobRunner, owner: QObject, qtbot: QtBot
) -> None:
    freed_in: list[int] = []

    class Refers:
        def __del__(self) -> None:
            freed_in.append(threading.get_ident())

    def work(token: CancelToken, report: Report, refers: Refers) -> None:
        return None

    runner.submit(partial(work, refers=Refers()), owner=owner, on_result=lambda _: None)

    settle(qtbot, runner)
    runner.close()

    assert freed_in == [threading.get_ident()]
