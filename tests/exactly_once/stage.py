"""Two programs that work at once, in an order that the tape decides: only one runs at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from tests.fakes.clock import FakeClock

LONGEST_TURN = 60.0  # seconds that a hand-over may take before the test fails
INSTANT = 1e-6  # seconds by which sums of broken numbers may be off


class KilledError(BaseException):
    """The program is killed: it never comes back, and writes nothing any more."""


class Stage:
    """Time passes only while everybody who is at work waits."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self._on_stage: _Part | None = None

    def pause(self) -> None:
        """A place where the other one may go on."""
        if self._on_stage:
            self._on_stage.hand_over()

    def wait(self, seconds: float) -> None:
        """Wait by the clock; meanwhile the other one goes on."""
        if self._on_stage is None:
            self.clock.advance(seconds)
            return
        self._on_stage.wakes = self.clock.monotonic() + seconds
        self._on_stage.hand_over()

    def play(self, works: Sequence[Callable[[], None]], turns: Sequence[int]) -> None:
        """All `works`, until each has come to its end; raises the first error of theirs.

        After so many pauses as a turn says the next one goes on; after the last turn each goes on
        until it must wait.
        """
        parts = [_Part(work) for work in works]
        try:
            self._conduct(parts, list(turns))
        finally:
            self._on_stage = None
            for part in parts:
                part.dismiss()
        for part in parts:
            if part.error:
                raise part.error

    def _conduct(self, parts: list[_Part], turns: list[int]) -> None:
        place = 0
        while any(not part.is_over for part in parts):
            awake = [part for part in parts if part.may_go(self.clock.monotonic())]
            if not awake:
                wakes = min(part.wakes for part in parts if not part.is_over)
                self.clock.advance(wakes - self.clock.monotonic())
                continue
            part = parts[place] if parts[place] in awake else awake[0]
            place = parts.index(part)
            self._on_stage = part
            part.go_on()
            if turns:
                turns[0] -= 1
                if turns[0] <= 0:
                    turns.pop(0)
                    place = (place + 1) % len(parts)


class _Part:
    """One piece of work in a thread of its own, which runs only between `go_on` and a pause."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.wakes = 0.0
        self.is_over = False
        self.error: BaseException | None = None
        self._is_dismissed = False
        self._go = threading.Semaphore(0)
        self._gone = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def may_go(self, now: float) -> bool:
        return not self.is_over and self.wakes <= now + INSTANT

    def go_on(self) -> None:
        """Let it work until it pauses or ends."""
        self._go.release()
        if not self._gone.acquire(timeout=LONGEST_TURN):
            raise AssertionError("a program hangs")

    def hand_over(self) -> None:
        """Called by the work itself: wait until it may go on."""
        self._gone.release()
        self._wait()

    def dismiss(self) -> None:
        """End the thread, wherever it waits."""
        self._is_dismissed = True
        self._go.release()
        self._thread.join(LONGEST_TURN)

    def _wait(self) -> None:
        if not self._go.acquire(timeout=LONGEST_TURN) or self._is_dismissed:
            raise KilledError

    def _run(self, work: Callable[[], None]) -> None:
        try:
            self._wait()
            work()
        except KilledError:
            pass
        except BaseException as error:  # noqa: BLE001 -- raised again where the play was begun
            self.error = error
        self.is_over = True
        self._gone.release()


class StageClock:
    """The Clock port of one program."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def now(self) -> datetime:
        return self._stage.clock.now()

    def monotonic(self) -> float:
        return self._stage.clock.monotonic()

    def sleep(self, seconds: float) -> None:
        self._stage.wait(seconds)
