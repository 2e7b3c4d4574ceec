"""A clock that stands still until somebody waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

NINE = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Oslo"))


class FakeClock:
    """`slept` lists every wait; `while_sleeping` runs at the end of each."""

    def __init__(self, now: datetime = NINE) -> None:
        self.slept: list[float] = []
        self.while_sleeping: Callable[[], None] = lambda: None
        self._now = now

    def now(self) -> datetime:
        return self._now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.advance(seconds)
        self.while_sleeping()

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
