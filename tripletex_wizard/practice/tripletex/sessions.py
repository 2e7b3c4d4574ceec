"""Tokens, sessions and the rate limit."""

from __future__ import annotations

import base64
import json
import math
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from tripletex_wizard.practice.tripletex.books import OSLO
from tripletex_wizard.practice.tripletex.errors import Problem, RefusedError, malformed

PERIOD = timedelta(seconds=10)

Owner = Literal["company", "accountant"]


def new_token(draws: random.Random, id_: int) -> str:
    """A token in the long, opaque form of the test environment."""
    secret = uuid.UUID(int=draws.getrandbits(128), version=4)
    inside = json.dumps({"tokenId": id_, "token": f"test-{secret}"})
    return base64.b64encode(inside.encode()).decode()


@dataclass
class Session:
    """One session token and how much of its allowance is used."""

    id: int
    token: str = field(repr=False)
    owner: Owner
    expires: date
    period_start: datetime
    used: int = 0


class Sessions:
    """The tokens that are good, and the sessions that live.

    A session dies at midnight in Norway at the start of its expiration date [DEV].
    """

    def __init__(
        self, now: Callable[[], datetime], draws: random.Random, *, rate_limit: int
    ) -> None:
        self._now = now
        self._draws = draws
        self._rate_limit = rate_limit
        self._sessions: dict[str, Session] = {}
        self._last_id = 19_015_000
        self.consumer_token = new_token(draws, 1754)
        self.employee_token = new_token(draws, 2913)
        self.accountant_token = new_token(draws, 2914)

    def create(self, consumer: str, employee: str, expires: date, *, argument: str) -> Session:
        """A new session; 422/18000 naming the token that is wrong, or the date [OBS, ISS53].

        `argument` stands before the token's name in `field` and `path`.
        """
        if consumer != self.consumer_token:
            raise _wrong_token(argument, "consumer")
        if employee not in {self.employee_token, self.accountant_token}:
            raise _wrong_token(argument, "employee")
        if expires <= self._today():
            raise malformed([Problem("expirationDate", "expiration", "expirationDate")])
        self._last_id += 1
        owner: Owner = "accountant" if employee == self.accountant_token else "company"
        token = new_token(self._draws, self._last_id)
        session = Session(self._last_id, token, owner, expires, self._now())
        self._sessions[token] = session
        return session

    def find(self, token: str | None) -> Session | None:
        """The living session of a token, or None."""
        session = self._sessions.get(token or "")
        return session if session is not None and session.expires > self._today() else None

    def end(self, token: str) -> bool:
        """Delete a session; False when there was none."""
        return self._sessions.pop(token, None) is not None

    def end_all(self) -> None:
        """Make every session token invalid, as when Tripletex expires them."""
        self._sessions.clear()

    def spend(self, session: Session) -> dict[str, str]:
        """Count one request; the rate-limit headers."""
        now = self._now()
        if now - session.period_start >= PERIOD:
            session.period_start, session.used = now, 0
        session.used += 1
        left = session.period_start + PERIOD - now
        return {
            "X-Rate-Limit-Limit": str(self._rate_limit),
            "X-Rate-Limit-Remaining": str(max(self._rate_limit - session.used, 0)),
            "X-Rate-Limit-Reset": str(math.ceil(left.total_seconds())),
        }

    def exceeded(self, session: Session) -> bool:
        """Whether the period's allowance is used up."""
        return session.used > self._rate_limit

    def _today(self) -> date:
        return self._now().astimezone(OSLO).date()


def _wrong_token(argument: str, which: str) -> RefusedError:
    on = f"{argument}{which}Token"
    return malformed([Problem(on, f"{which}_token", on)])
