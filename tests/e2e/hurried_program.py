"""`tripletex-wizard` on a computer whose clock jumps instead of waiting."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

from tripletex_wizard import app
from tripletex_wizard.adapters.clock import SystemClock
from tripletex_wizard.cli import main


class HurriedClock(SystemClock):
    """Every wait is over at once; the time is as if it had been waited out."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead.total_seconds()

    def sleep(self, seconds: float) -> None:
        HurriedClock.ahead += timedelta(seconds=seconds)


if __name__ == "__main__":
    vars(app)["SystemClock"] = HurriedClock
    sys.exit(main())
