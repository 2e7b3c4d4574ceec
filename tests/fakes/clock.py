"""A clock that stands still until somebody waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

NINE = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Oslo"))


class FakeClock:
    """`slept` lists every wait; `while_sleeping` runs at the end of each.

    `set_to` is what a person does to the clock of the computer: no time passes.
    """

    def __init__(self, now: datetime = NINE) -> None:
        self.slept: list[float] = []
        self.while_sleeping: Callable[[], None] = lambda: None
        self._now = now
        self._passed = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._passed

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.advance(seconds)
        self.while_sleeping()

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._passed += seconds

    def set_to(self, now: datetime) -> None:
        self._now = now
