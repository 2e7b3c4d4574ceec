"""Stopping work that somebody no longer wants, at places where stopping is safe."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


class CancelledError(BaseException):
    """The work was cancelled. Not an Exception, so that no error handling swallows it."""


class CancelToken:
    """Shared by the one who may cancel and the work, which asks at safe places."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._joined: list[CancelToken] = []
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Ask the work to stop; may be called from any thread, and more than once."""
        with self._lock:
            self._cancelled.set()
            joined = tuple(self._joined)
        for other in joined:
            other.cancel()

    def joined(self, other: CancelToken) -> CancelToken:
        """`other`, cancelled from now on when this one is too; alone it leaves this one be."""
        with self._lock:
            self._joined.append(other)
            is_cancelled = self.is_cancelled
        if is_cancelled:
            other.cancel()
        return other

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._cancelled.is_set()

    def checkpoint(self) -> None:
        """Raise CancelledError when cancelled."""
        if self.is_cancelled:
            raise CancelledError

    def sleep(self, seconds: float) -> None:
        """Wait; raises CancelledError as soon as cancelled."""
        if self._cancelled.wait(max(0.0, seconds)):
            raise CancelledError


def until_cancelled(items: Iterable[Item], token: CancelToken) -> Iterator[Item]:
    """The items one at a time, none after the token was cancelled; a safe place to stop."""
    for item in items:
        if token.is_cancelled:
            return
        yield item
