"""The rate limit: so many calls a minute per token [V1, S5]."""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus
from math import ceil

from tripletex_wizard.practice.mystore.refusal import Refused

WINDOW = timedelta(minutes=1)


class RateLimit:
    """Counts from a token's first call; the count starts anew after a minute."""

    def __init__(self, calls_per_minute: int) -> None:
        self.calls_per_minute = calls_per_minute
        self._windows: dict[str, tuple[datetime, int]] = {}

    def count(self, token: str, *, now: datetime, tell_when: bool) -> None:
        """Count one call; 429 over the limit, with Retry-After when `tell_when`."""
        start, calls = self._windows.get(token, (now, 0))
        if now - start >= WINDOW:
            start, calls = now, 0
        if calls >= self.calls_per_minute:
            wait = ceil((start + WINDOW - now).total_seconds())
            headers = {
                "Retry-After": str(wait),
                "X-RateLimit-Limit": str(self.calls_per_minute),
                "X-RateLimit-Remaining": "0",
            }
            raise Refused(
                HTTPStatus.TOO_MANY_REQUESTS,
                "Too Many Attempts.",
                headers=headers if tell_when else None,
            )
        self._windows[token] = (start, calls + 1)
