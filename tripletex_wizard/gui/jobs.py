"""Work off the GUI thread: two lanes, one way back, and nothing delivered to who is gone."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from itertools import count
from threading import Lock
from time import monotonic
from typing import Any, Generic, TypeVar, assert_never

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from tripletex_wizard.domain.errors import AppError, Code
from tripletex_wizard.services.cancel import CancelledError, CancelToken

_TURN_SECONDS = 0.01

Outcome = TypeVar("Outcome")
Report = Callable[[Any], None]
Work = Callable[[CancelToken, Report], Outcome]
"""Plain Python without Qt; it asks the token at safe places and may report progress."""


class Lane(Enum):
    """How many jobs run at once: four that read, and one at a time that writes."""

    READ = 4
    WRITE = 1


@dataclass(frozen=True, slots=True)
class _Progressed:
    number: int
    step: object


@dataclass(frozen=True, slots=True)
class _Succeeded:
    number: int
    outcome: Any


@dataclass(frozen=True, slots=True)
class _Failed:
    number: int
    error: Exception


@dataclass(frozen=True, slots=True)
class _Stopped:
    number: int


_Ended = _Succeeded | _Failed | _Stopped


class Job(Generic[Outcome]):
    """One piece of work that was submitted. Belongs to the GUI thread."""

    def __init__(
        self,
        work: Work[Outcome],
        owner: QObject,
        on_result: Callable[[Outcome], None],
        on_error: Callable[[AppError], None] | None,
        on_progress: Report | None,
        *,
        lane: Lane = Lane.READ,
    ) -> None:
        self.token = CancelToken()
        self.lane = lane
        self.work = work
        self.on_result = on_result
        self.on_error = on_error
        self.on_progress = on_progress
        self._owner = owner
        self._cancelled = False

    @property
    def is_wanted(self) -> bool:
        """Whether somebody still waits for what comes."""
        return not self._cancelled and shiboken6.isValid(self._owner)

    def cancel(self) -> None:
        """Ask the work to stop at a safe place; nothing more is delivered.

        To stop and still get what was done, cancel `token` and let the work return it.
        """
        self._cancelled = True
        self.token.cancel()


class JobRunner(QObject):
    """Runs work in threads and delivers in the GUI thread, in the order each job reported.

    Much that comes at once is delivered in several turns, so that keys and clicks get theirs.

    What is no AppError, or is one of a job without `on_error`, goes to `on_unexpected`: the
    interpreter's excepthook, unless another is given. `writing_stopped` tells that nothing more
    will be written.
    """

    writing_stopped = Signal()
    _called = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        on_unexpected: Callable[[Exception], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_unexpected = on_unexpected or _to_excepthook
        self._lanes = {
            lane: ThreadPoolExecutor(lane.value, thread_name_prefix=lane.name) for lane in Lane
        }
        self._jobs: dict[int, Job[Any]] = {}
        self._numbers = count()
        self._arrivals: deque[_Progressed | _Ended] = deque()
        self._lock, self._is_called = Lock(), False
        self._writes = True
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._deliver_some)
        self._called.connect(self._deliver_some, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any work runs, waits for its turn, or waits to be delivered."""
        return bool(self._jobs)

    def submit(
        self,
        work: Work[Outcome],
        *,
        owner: QObject,
        on_result: Callable[[Outcome], None],
        on_error: Callable[[AppError], None] | None = None,
        on_progress: Report | None = None,
        lane: Lane = Lane.READ,
    ) -> Job[Outcome]:
        """Run `work` when the lane has room; one of the two callbacks ends it.

        None comes when `owner` is destroyed or the job was cancelled. Work that failed as nobody
        expected, let itself be stopped (CancelledError) or may no longer write ends in
        `on_error` with BROKEN_OFF.
        """
        job = Job(work, owner, on_result, on_error, on_progress, lane=lane)
        number = next(self._numbers)
        self._jobs[number] = job
        if lane is Lane.WRITE and not self._writes:
            self._arrive(_Stopped(number))
        else:
            self._lanes[lane].submit(self._run, number, job.token, [work])
        return job

    def stop_writing(self) -> None:
        """Nothing is begun that writes; what writes now stops at its next safe place.

        What it did is delivered.
        """
        self._writes = False
        for job in self._jobs.values():
            if job.lane is Lane.WRITE:
                job.token.cancel()
        self.writing_stopped.emit()

    def close(self) -> None:
        """Cancel all work, wait until none runs, and deliver nothing afterwards."""
        for job in self._jobs.values():
            job.cancel()
        for pool in self._lanes.values():
            pool.shutdown(cancel_futures=True)
        self._jobs.clear()
        self._next_turn.stop()

    def _run(self, number: int, token: CancelToken, work: list[Work[Any]]) -> None:
        # The thread lets go of the work before the job ends in the GUI thread: whatever the work
        # refers to, a window among it, must not be destroyed here.
        self._arrive(
            _ended(number, work, token, lambda step: self._arrive(_Progressed(number, step)))
        )

    def _arrive(self, arrival: _Progressed | _Ended) -> None:
        """In a thread of the work."""
        with self._lock:
            self._arrivals.append(arrival)
            was_called, self._is_called = self._is_called, True
        if not was_called:
            self._called.emit()

    @Slot()
    def _deliver_some(self) -> None:
        """The next turn is asked for first: a delivery may fail, or open a loop of its own."""
        until = monotonic() + _TURN_SECONDS
        while (arrival := self._next_arrival()) is not None:
            self._next_turn.start(0)
            self._deliver(arrival)
            if monotonic() >= until:
                return
        self._next_turn.stop()

    def _next_arrival(self) -> _Progressed | _Ended | None:
        with self._lock:
            self._is_called = bool(self._arrivals)
            return self._arrivals.popleft() if self._arrivals else None

    def _deliver(self, arrival: _Progressed | _Ended) -> None:
        job = self._jobs.get(arrival.number)
        if job is None:
            return
        if isinstance(arrival, _Progressed):
            if job.is_wanted and job.on_progress is not None:
                job.on_progress(arrival.step)
            return
        del self._jobs[arrival.number]
        match arrival:
            case _Succeeded():
                if job.is_wanted:
                    job.on_result(arrival.outcome)
            case _Failed():
                self._explain(job, arrival.error)
            case _Stopped():
                _break_off(job)
            case _:
                assert_never(arrival)

    def _explain(self, job: Job[Any], error: Exception) -> None:
        """A bug is never silent; an expected error is, when nobody waits for it."""
        if not isinstance(error, AppError):
            try:
                _break_off(job)
            finally:
                self._on_unexpected(error)
        elif job.is_wanted:
            (job.on_error or self._on_unexpected)(error)


def _ended(number: int, work: list[Work[Any]], token: CancelToken, report: Report) -> _Ended:
    try:
        token.checkpoint()
        return _Succeeded(number, work.pop()(token, report))
    except CancelledError:
        return _Stopped(number)
    except Exception as error:  # noqa: BLE001 - delivered, never swallowed
        return _Failed(number, error)


def _break_off(job: Job[Any]) -> None:
    """Whoever waits must not wait for ever."""
    if job.is_wanted and job.on_error is not None:
        job.on_error(AppError(Code.BROKEN_OFF))


def _to_excepthook(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
