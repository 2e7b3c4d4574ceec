"""Keeping under a service's rate limit, by our own count and by what its answers tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from threading import Lock

from pyrate_limiter import Rate, RateItem
from pyrate_limiter.buckets.in_memory_bucket import InMemoryBucket

from tripletex_wizard.services.ports import Clock

REMAINING = "X-Rate-Limit-Remaining"
RESERVE = 2  # calls that other threads may have on the way when an answer tells what remains
WITHOUT_RESET = 2.0  # seconds; a reset header may be missing (tripletex-api.md §4, ISS#103)
LONGEST_RESET = 60.0  # seconds; the longest window of the two services is a minute
SECONDS = re.compile(r"[0-9]{1,9}\.?[0-9]{0,9}|\.[0-9]{1,9}")
PATIENCE = 20  # waits before a call goes ahead whatever our own count says


class Pacing:
    """Lets at most `calls` start within any `seconds`; waits by `clock`, so waiting can be stopped.

    A courtesy, not a guard: the service itself refuses what is too much.
    """

    def __init__(self, clock: Clock, *, calls: int, seconds: float, reset_header: str) -> None:
        self._clock = clock
        self._bucket = InMemoryBucket([Rate(calls, round(seconds * 1000))])
        self._reset_header = reset_header
        self._closed_until = 0
        self._lock = Lock()

    def wait(self) -> None:
        """Return when the next call may start."""
        for _ in range(PATIENCE):
            with self._lock:
                left = self._milliseconds_left()
            if not left:
                return
            self._clock.sleep(left / 1000)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Hold the next call back when an answer tells that the limit is nearly reached."""
        remaining = seconds_in(headers, REMAINING)
        if remaining is None or remaining > RESERVE:
            return
        reset = seconds_in(headers, self._reset_header)
        pause = min(WITHOUT_RESET if reset is None else reset, LONGEST_RESET)
        with self._lock:
            self._closed_until = max(self._closed_until, self._now() + round(pause * 1000))

    def _milliseconds_left(self) -> int:
        """How long to wait; 0 means that the call is counted and may start."""
        now = self._now()
        if self._closed_until > now:
            return self._closed_until - now
        self._bucket.leak(now)
        call = RateItem("call", now)
        if self._bucket.put(call):
            return 0
        waiting = self._bucket.waiting(call)
        assert isinstance(waiting, int)
        return max(waiting, 0) + 1  # the bucket counts both ends of its window

    def _now(self) -> int:
        return round(self._clock.monotonic() * 1000)


def seconds_in(headers: Mapping[str, str], name: str) -> float | None:
    """The whole or broken number of seconds in a header, None when there is no such number.

    Nobody means more than nine digits of them, and a float would take many more for infinite.
    """
    text = headers.get(name, "").strip()
    return float(text) if SECONDS.fullmatch(text) else None
