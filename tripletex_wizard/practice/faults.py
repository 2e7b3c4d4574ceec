r"""The fault plan: which requests are to go wrong, and how.

A fault as JSON (only `service` and `kind` are required)::

    {"service": "tripletex",            or "mystore"
     "kind": "late",
     "method": "PUT",                   default "*": any
     "path": "/v2/order/*/:invoice",    fnmatch on the decoded path ("*" passes "/"); default "*"
     "path_regex": "/v2/order/\\d+",  instead of `path`; must match the whole decoded path
     "skip": 1,                         matching requests let through first; default 0
     "count": 2,                        requests struck after that; default 1, null: every one
     "seconds": 1.5,                    delay, late, lag: how long; rate_limited: the reset
     "reset": false,                    rate_limited without its header; default true
     "status": 504}                     kind "status": any other status

Kinds: `delay` (answers after `seconds`), `drop_before` (connection shut, no effect), `drop_after`
(connection shut after the effect), `late` (connection shut, the effect comes `seconds` later),
`lag` (the list is answered as it was `seconds` ago), `unauthorized` (401), `forbidden` (403),
`rate_limited` (429), `server_error` (500 as JSON), `server_error_html` (500 as HTML), `status`,
`failed_midway` (500 as JSON, although the effect takes place),
`truncated` (the effect takes place; half of the answer's body is sent as if it were whole).
The first fault in the plan that matches a request strikes; the others do not count it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from fnmatch import fnmatchcase
from threading import RLock
from typing import Any

from tripletex_wizard.practice.switches import Service

VALUES: dict[str, Any] = {
    "method": str,
    "path": str,
    "path_regex": str | None,
    "skip": int,
    "count": int | None,
    "seconds": int | float,
    "reset": bool,
    "status": int,
}
KINDS = frozenset(
    {
        "delay",
        "drop_before",
        "drop_after",
        "late",
        "lag",
        "unauthorized",
        "forbidden",
        "rate_limited",
        "server_error",
        "server_error_html",
        "failed_midway",
        "status",
        "truncated",
    }
)


class FaultError(ValueError):
    """A planned fault is not well-formed."""

    def __init__(self, field: str, complaint: str) -> None:
        super().__init__(f"{field}: {complaint}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One planned fault; the module docstring says what the fields mean."""

    service: Service
    kind: str
    method: str = "*"
    path: str = "*"
    path_regex: str | None = None
    skip: int = 0
    count: int | None = 1
    seconds: float = 0
    reset: bool = True
    status: int = 500

    @classmethod
    def of(cls, given: object) -> Fault:
        """Read a fault from JSON; ValueError or TypeError says what is wrong with it."""
        if not isinstance(given, Mapping):
            raise TypeError("a fault is a JSON object")
        for name in set(given) - {field.name for field in fields(cls)}:
            raise FaultError(str(name), "no such field")
        if given.get("service") not in ("tripletex", "mystore"):
            raise FaultError("service", "is tripletex or mystore")
        if given.get("kind") not in KINDS:
            raise FaultError("kind", "is one of " + ", ".join(sorted(KINDS)))
        for name, kinds in VALUES.items():
            if name in given and not isinstance(given[name], kinds):
                raise FaultError(name, "has a value of the wrong type")
        try:
            re.compile(given.get("path_regex") or "")
        except re.error as problem:
            raise FaultError("path_regex", str(problem)) from problem
        return cls(**given)

    def matches(self, service: Service, method: str, path: str) -> bool:
        """Whether the fault is meant for this request."""
        if service != self.service or self.method not in ("*", method):
            return False
        if self.path_regex is not None:
            return re.fullmatch(self.path_regex, path) is not None
        return fnmatchcase(path, self.path)


@dataclass(slots=True)
class _Planned:
    number: int
    fault: Fault
    seen: int = 0
    struck: int = 0

    def spent(self) -> bool:
        return self.fault.count is not None and self.struck >= self.fault.count


class FaultPlan:
    """The faults to come, for both services; safe to change while requests arrive."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = RLock()
        self._planned: list[_Planned] = []
        self._next = 1
        for fault in faults:
            self.add(fault)

    def add(self, fault: Fault) -> int:
        """Plan one more fault; answers its number."""
        with self._lock:
            number, self._next = self._next, self._next + 1
            self._planned.append(_Planned(number, fault))
            return number

    def clear(self, number: int | None = None) -> None:
        """Take one fault out of the plan, or all; KeyError when there is no such number."""
        with self._lock:
            kept = [row for row in self._planned if number not in (None, row.number)]
            if number is not None and len(kept) == len(self._planned):
                raise KeyError(number)
            self._planned = kept

    def strike(self, service: Service, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, counted as struck; None lets it through."""
        with self._lock:
            for row in self._planned:
                if row.spent() or not row.fault.matches(service, method, path):
                    continue
                row.seen += 1
                if row.seen > row.fault.skip:
                    row.struck += 1
                    return row.fault
                return None
            return None

    def rows(self) -> list[dict[str, object]]:
        """The plan for JSON: each fault with its `id`, and how often it was `seen` and `struck`."""
        with self._lock:
            return [
                {"id": row.number, "seen": row.seen, "struck": row.struck, **asdict(row.fault)}
                for row in self._planned
            ]
