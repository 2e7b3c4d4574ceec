"""What one company holds: objects by kind, each with its versions in time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from tripletex_wizard.practice.tripletex.errors import not_found

Record = dict[str, Any]
"""An object with Tripletex' field names; keys that start with `_` are never answered."""


class Ref(NamedTuple):
    """A reference to an object, answered as {id, url} unless expanded."""

    kind: str
    id: int


LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

FIRST_IDS = {
    "customer": 93_640_700,
    "order": 402_000_900,
    "orderLine": 1_607_542_600,
    "invoice": 2_147_584_300,  # above 32 bits, as recorded
    "details": 1_965_764_700,
    "voucher": 608_912_200,
    "posting": 3_845_148_600,
    "product": 84_415_000,
    "address": 332_635_400,
    "deliveryAddress": 332_935_400,
    "account": 429_395_100,
    "paymentType": 33_295_800,
    "employee": 18_462_000,
    "entitlement": 704_593_400,
    "department": 553_500,
    "project": 402_900_000,
    "accountingPeriod": 27_114_000,
    "voucherType": 9_912_000,
    "contact": 11_966_600,
    "session": 19_015_000,
}


class Store:
    """Objects by kind and id; a saved object is never changed in place."""

    def __init__(self, now: Callable[[], datetime], draws: random.Random) -> None:
        self._now = now
        self._draws = draws
        self._current: dict[str, dict[int, Record]] = {}
        self._history: dict[str, dict[int, list[tuple[datetime, Record | None]]]] = {}
        self._last_ids: dict[str, int] = {}
        self._undo: list[tuple[str, int, Record | None]] | None = None

    def next_id(self, kind: str) -> int:
        """A new id, large and with gaps, as in the real service."""
        last = self._last_ids.get(kind) or FIRST_IDS.get(kind, 1_000_000)
        self._last_ids[kind] = last + self._draws.randint(1, 4)
        return self._last_ids[kind]

    def add(self, kind: str, record: Record, *, id_: int | None = None, version: int = 0) -> Record:
        """Save a new object and return it with `id`, `version` and its place for `url`."""
        number = self.next_id(kind) if id_ is None else id_
        return self._put(kind, {"id": number, "version": version, "url": None, **record})

    def change(self, kind: str, id_: int, changes: Record) -> Record:
        """Save changes to an object; its version grows."""
        old = self._current[kind][id_]
        return self._put(kind, {**old, **changes, "version": old["version"] + 1})

    def remove(self, kind: str, id_: int) -> None:
        """Delete an object."""
        self._note(kind, id_, self._current[kind].pop(id_))
        self._history[kind][id_].append((self._now(), None))

    def get(self, kind: str, id_: int) -> Record:
        """The object as it is now; RefusedError 404/6000 when there is none."""
        try:
            return self._current[kind][id_]
        except KeyError:
            raise not_found() from None

    def find(self, kind: str, id_: int) -> Record | None:
        """The object as it is now, or None."""
        return self._current.get(kind, {}).get(id_)

    def all(self, kind: str) -> list[Record]:
        """All objects of a kind as they are now, oldest first."""
        return list(self._current.get(kind, {}).values())

    def as_of(self, kind: str, lag: timedelta) -> list[Record]:
        """All objects of a kind as they were `lag` ago."""
        if not lag:
            return self.all(kind)
        moment = self._now() - lag
        found = (_at(versions, moment) for versions in self._history.get(kind, {}).values())
        return [record for record in found if record is not None]

    def backdate(self) -> None:
        """Make all that is there now as old as time, so that no list lags behind it."""
        for objects in self._history.values():
            for id_, versions in objects.items():
                objects[id_] = [(LONG_AGO, record) for _time, record in versions[-1:]]

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Undo every change made inside when the block raises."""
        self._undo = []
        try:
            yield
        except Exception:
            self._roll_back(self._undo)
            raise
        finally:
            self._undo = None

    def _put(self, kind: str, record: Record) -> Record:
        id_ = record["id"]
        objects = self._current.setdefault(kind, {})
        self._note(kind, id_, objects.get(id_))
        objects[id_] = record
        versions = self._history.setdefault(kind, {}).setdefault(id_, [])
        versions.append((self._now(), record))
        return record

    def _note(self, kind: str, id_: int, before: Record | None) -> None:
        if self._undo is not None:
            self._undo.append((kind, id_, before))

    def _roll_back(self, undo: list[tuple[str, int, Record | None]]) -> None:
        for kind, id_, before in reversed(undo):
            self._history[kind][id_].pop()
            if before is None:
                del self._current[kind][id_]
            else:
                self._current[kind][id_] = before


def _at(versions: list[tuple[datetime, Record | None]], moment: datetime) -> Record | None:
    found = None
    for time, record in versions:
        if time > moment:
            break
        found = record
    return found
