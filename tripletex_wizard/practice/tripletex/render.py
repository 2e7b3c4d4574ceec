"""From stored objects to JSON: references, `fields`, `sorting`, and the list envelope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tripletex_wizard.practice.tripletex.errors import RefusedError
from tripletex_wizard.practice.tripletex.models import MODELS, PLACES
from tripletex_wizard.practice.tripletex.store import Record, Ref, Store

MOST_HITS = 10_000


@dataclass(frozen=True)
class Selection:
    """What a `fields` expression asks for: all (`*`), names, and what stands in brackets."""

    everything: bool
    names: Mapping[str, Selection | None]


ALL = Selection(everything=True, names={})


@lru_cache(maxsize=512)
def selection(fields: str, kind: str) -> Selection:
    """`fields` parsed for a kind; RefusedError 400/11000 for a name that it does not have."""
    if not fields.strip():
        return ALL
    tokens = re.findall(r"[^,()\s]+|[,()]", fields)
    chosen, rest = _parse(tokens, kind)
    if rest:
        raise RefusedError(400, 11000, f"Illegal field in fields filter: {fields}")
    return chosen


def _parse(tokens: list[str], kind: str) -> tuple[Selection, list[str]]:
    everything, names = False, dict[str, Selection | None]()
    while tokens and tokens[0] != ")":
        name, tokens = tokens[0], tokens[1:]
        if name == ",":
            continue
        if name == "*":
            everything = True
            continue
        field = MODELS[kind].get(name)
        if field is None:
            raise _illegal(name, kind)
        names[name] = None
        if tokens and tokens[0] == "(":
            if not field.model:
                raise _illegal(name, kind)
            names[name], tokens = _parse(tokens[1:], field.model)
            tokens = tokens[1:]
    return Selection(everything, names), tokens


def _illegal(name: str, kind: str) -> RefusedError:
    dto = f"{kind[0].upper()}{kind[1:]}DTO"
    sentence = f"{name} does not match a field in the model: {dto}"
    return RefusedError(400, 11000, f"Illegal field in fields filter: {name}. {sentence}")


class Renderer:
    """Makes JSON of objects; `base` is host and path without the scheme, as in `url` [OBS]."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        self._base = base

    def url(self, kind: str, id_: int) -> str:
        """An object's address, without scheme [OBS]."""
        return f"{self._base}/{PLACES.get(kind, kind)}/{id_}"

    def object(self, kind: str, record: Record, chosen: Selection = ALL) -> Record:
        """An object with the chosen fields; references that are not expanded are {id, url}."""
        names: Iterable[str] = chosen.names
        if chosen.everything:
            names = dict.fromkeys([key for key in record if not key.startswith("_")])
            names.update(dict.fromkeys(chosen.names))
        result = {}
        for name in names:
            value = record.get(name)
            if name == "url" and value is None:
                value = self.url(kind, record["id"])
            result[name] = self._value(value, chosen.names.get(name))
        return result

    def _value(self, value: Any, chosen: Selection | None) -> Any:
        if isinstance(value, Ref):
            return self._reference(value, chosen)
        if isinstance(value, list):
            return [self._value(item, chosen) for item in value]
        if isinstance(value, Decimal):
            return float(value)  # the shortest text of the float is the decimal again
        return value

    def _reference(self, ref: Ref, chosen: Selection | None) -> Record:
        record = self._store.find(ref.kind, ref.id) if chosen is not None else None
        if record is None or chosen is None:
            return {"id": ref.id, "url": self.url(ref.kind, ref.id)}
        return self.object(ref.kind, record, chosen)

    def envelope(
        self, kind: str, records: list[Record], *, start: int, count: int, chosen: Selection
    ) -> Record:
        """A page of a list; `fullResultSize` is one more than shown when more exist [OBS]."""
        if len(records) > MOST_HITS:
            raise RefusedError(422, 23000, f"Result set too large. Limit of {MOST_HITS} reached.")
        page = records[start : start + count]
        end = start + len(page)
        return {
            "fullResultSize": end + 1 if len(records) > end else len(records),
            "from": start,
            "count": len(page),
            "versionDigest": "'If-None-Match' header not specified",
            "values": [self.object(kind, record, chosen) for record in page],
        }

    def sorted(self, kind: str, records: list[Record], sorting: str) -> list[Record]:
        """Records in the order of a `sorting` expression; RefusedError 422/17000 if unknown."""
        for term in reversed([part.strip() for part in sorting.split(",") if part.strip()]):
            path = term.lstrip("-").split(".")
            _check_path(kind, path, term)
            records = sorted(
                records,
                key=lambda record, path=path: _comparable(self._follow(record, path)),  # type: ignore[misc]
                reverse=term.startswith("-"),
            )
        return records

    def _follow(self, record: Record | None, path: list[str]) -> Any:
        value: Any = record
        for name in path:
            if isinstance(value, Ref):
                value = self._store.find(value.kind, value.id)
            value = value.get(name) if isinstance(value, dict) else None
        return value.id if isinstance(value, Ref) else value


def _check_path(kind: str, path: list[str], term: str) -> None:
    for name in path:
        field = MODELS.get(kind, {}).get(name)
        if field is None:
            message = f"Field specified for use in sorting does not exist: '{term.lstrip('-')}'"
            raise RefusedError(422, 17000, message, problems=[])
        kind = field.model


def _comparable(value: Any) -> tuple[bool, Any]:
    return (value is not None, str(value) if isinstance(value, (list, dict)) else value or 0)
