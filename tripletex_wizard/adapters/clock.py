"""The computer's clock, in Norwegian time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tripletex_wizard.services.cancel import CancelToken

OSLO = ZoneInfo("Europe/Oslo")


class SystemClock:
    """Implements the Clock port; its waiting ends when `token` is cancelled."""

    def __init__(self, token: CancelToken | None = None) -> None:
        self._token = token or CancelToken()

    def now(self) -> datetime:
        """The present moment in Norway."""
        return datetime.now(OSLO)

    def sleep(self, seconds: float) -> None:
        """Wait; raises CancelledError when cancelled meanwhile."""
        self._token.sleep(seconds)
