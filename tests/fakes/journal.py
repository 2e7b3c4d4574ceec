"""A journal in memory: keeps what it is given for as long as the test lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from tripletex_wizard.domain.errors import StorageError
from tripletex_wizard.domain.transfer import JournalEntry
from tripletex_wizard.services.ports import Clock


class MemoryJournal:
    """Its lease runs on `clock`. While `failure` is set, every call raises it.

    While `unwritable` is set, `record` does. `whole_reads` counts how often all was read.
    """

    def __init__(self, clock: Clock, *, user: str = "", host: str = "") -> None:
        self.recorded: list[JournalEntry] = []
        self.claims: dict[str, tuple[str, datetime]] = {}
        self.failure: StorageError | None = None
        self.unwritable: StorageError | None = None
        self.whole_reads = 0
        self._clock = clock
        self._user = user
        self._host = host

    def record(self, entry: JournalEntry) -> None:
        self._fail_if_told()
        if self.unwritable:
            raise self.unwritable
        self.recorded.append(
            replace(entry, user=entry.user or self._user, host=entry.host or self._host)
        )

    def entries(self, order_number: str) -> tuple[JournalEntry, ...]:
        return self._read().get(order_number, ())

    def all_entries(self) -> Mapping[str, tuple[JournalEntry, ...]]:
        self.whole_reads += 1
        return self._read()

    def _read(self) -> dict[str, tuple[JournalEntry, ...]]:
        self._fail_if_told()
        found: dict[str, tuple[JournalEntry, ...]] = {}
        for entry in self.recorded:
            found[entry.order_number] = (*found.get(entry.order_number, ()), entry)
        return found

    def claim(self, order_number: str, owner: str, lease_seconds: int) -> str | None:
        self._fail_if_told()
        other, expires = self.claims.get(order_number, (owner, self._clock.now()))
        if other != owner and expires > self._clock.now():
            return other
        self.claims[order_number] = (owner, self._expiry(lease_seconds))
        return None

    def renew(self, order_number: str, owner: str, lease_seconds: int) -> bool:
        self._fail_if_told()
        holder, expires = self.claims.get(order_number, ("", self._clock.now()))
        if holder != owner or expires <= self._clock.now():
            return False
        self.claims[order_number] = (owner, self._expiry(lease_seconds))
        return True

    def release(self, order_number: str, owner: str) -> None:
        self._fail_if_told()
        if self.claims.get(order_number, ("",))[0] == owner:
            del self.claims[order_number]

    def _expiry(self, lease_seconds: int) -> datetime:
        return self._clock.now() + timedelta(seconds=lease_seconds)

    def _fail_if_told(self) -> None:
        if self.failure:
            raise self.failure
