"""The computer's clock, in Norwegian time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from tripletex_wizard.services.cancel import CancelToken

OSLO = ZoneInfo("Europe/Oslo")
NOTICEABLE = 2.0  # seconds


class SystemClock:
    """Implements the Clock port; its waiting ends when `token` is cancelled.

    `on_wait` is told the seconds before each wait that a person would notice.
    """

    def __init__(
        self,
        token: CancelToken | None = None,
        on_wait: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        self._token = token or CancelToken()
        self._on_wait = on_wait

    def now(self) -> datetime:
        """The present moment in Norway."""
        return datetime.now(OSLO)

    def monotonic(self) -> float:
        """Seconds since some moment, which setting the computer's clock does not change."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait; raises CancelledError when cancelled meanwhile."""
        if seconds >= NOTICEABLE:
            self._on_wait(seconds)
        self._token.sleep(seconds)
