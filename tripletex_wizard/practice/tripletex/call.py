"""One request on its way through a handler, and what handlers share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.errors import (
    Problem,
    RefusedError,
    forbidden,
    malformed,
    missing,
    rule,
    stale,
)
from tripletex_wizard.practice.tripletex.models import MODELS
from tripletex_wizard.practice.tripletex.query import Query
from tripletex_wizard.practice.tripletex.render import ALL, Renderer, Selection, selection
from tripletex_wizard.practice.tripletex.store import Record
from tripletex_wizard.practice.tripletex.wire import limits_broken, read_object


class Answer(NamedTuple):
    """Status and body; None for no body."""

    status: int
    body: Record | None


@dataclass(frozen=True)
class Call:
    """One authorised request to one company's books."""

    books: Books
    query: Query
    renderer: Renderer
    raw: bytes
    path_id: int = 0
    path_text: str = ""

    def json(self) -> Any:
        """The body; 422/15000 when empty [OBS], 422/22000 when it is not JSON."""
        if not self.raw.strip():
            raise missing("request body")
        try:
            return json.loads(self.raw, parse_float=Decimal)
        except ValueError:
            raise RefusedError(422, 22000, "Invalid JSON") from None

    def body(self, model: str, *, creating: bool) -> Record:
        """The body read strictly against a model."""
        return read_body(model, self.json(), creating=creating)

    def bodies(self, model: str, limit: int | None = None) -> list[Record]:
        """A body that is a list of new objects, at most `limit`."""
        data = self.json()
        if not isinstance(data, list):
            raise RefusedError(422, 16000, "Request mapping failed", problems=[_not_a_list()])
        if limit is not None and len(data) > limit:
            raise rule("batch_size", limit=limit)
        return [read_object(MODELS, model, item) for item in data]

    def one(
        self,
        kind: str,
        record: Record,
        status: int = 200,
        expanded: Mapping[str, Selection] = MappingProxyType({}),
    ) -> Answer:
        """The answer {value: object}; `fields` counts on reads only."""
        chosen = Selection(everything=True, names=expanded) if expanded else ALL
        return Answer(status, {"value": self.renderer.object(kind, record, chosen)})

    def read(self, kind: str, record: Record) -> Answer:
        """The answer to a GET of one object, with `fields`."""
        chosen = selection(self.query.text("fields") or "", kind)
        return Answer(200, {"value": self.renderer.object(kind, record, chosen)})

    def page(self, kind: str, records: Iterable[Record]) -> Answer:
        """The answer to a GET of a list: `sorting`, `from`, `count`, `fields`."""
        chosen = selection(self.query.text("fields") or "", kind)
        found = self.renderer.sorted(kind, list(records), self.query.text("sorting") or "")
        start, count = self.query.whole("from", 0), self.query.whole("count", 1000)
        assert start is not None
        assert count is not None
        page = self.renderer.envelope(kind, found, start=start, count=count, chosen=chosen)
        return Answer(200, page)

    def created(self, kind: str, records: list[Record]) -> Answer:
        """The answer of POST …/list, in input order [OBS]."""
        values = [self.renderer.object(kind, record) for record in records]
        counts = {"fullResultSize": 0, "from": 0, "count": len(values), "versionDigest": None}
        return Answer(201, {**counts, "values": values})

    def listed(self, kind: str) -> list[Record]:
        """All objects of a kind as a list sees them: as they were `list_lag` ago."""
        return self.books.store.as_of(kind, self.books.list_lag)


Handler = Callable[[Call], Answer]
Routes = dict[tuple[str, str], Handler]


def read_body(model: str, data: Any, *, creating: bool) -> Record:
    """A body read strictly: 16000 for keys and types, 18000 for limits and what is required."""
    body: Record = read_object(MODELS, model, data)
    if creating:
        check_new(model, body)
    else:
        _check_limits(model, body, creating=False)
    return body


def check_new(model: str, body: Record) -> None:
    """Raise 422/18000 when a new object lacks a required field, breaks a limit or has an id."""
    _check_limits(model, body, creating=True)
    if body.get("id") is not None:
        raise rule("id_set", "id")


def _check_limits(model: str, body: Record, *, creating: bool) -> None:
    problems = limits_broken(MODELS[model], body, creating=creating)
    if problems:
        raise malformed(problems)


def writable(model: str, body: Record) -> Record:
    """The fields of a body that a caller may set, without references and lists."""
    fields = MODELS[model]
    return {
        key: value
        for key, value in body.items()
        if not fields[key].read_only
        and fields[key].kind not in {"object", "list"}
        and key not in {"id", "version", "url"}
        and value is not None
    }


def check_version(record: Record, body: Record) -> None:
    """Raise 409/8000 when `version` is sent and is not the newest [OBS]."""
    version = body.get("version")
    if version is not None and version != record["version"]:
        raise stale()


def batch(
    call: Call, model: str, make: Callable[[Record], Record], limit: int | None = None
) -> Answer:
    """POST …/list: make each item of the body, as the switch `batch` says."""
    if call.books.switches["batch"] == "forbidden":
        raise forbidden()
    items = call.bodies(model, limit)

    def make_one(item: Record) -> Record:
        check_new(model, item)
        return make(item)

    if call.books.switches["batch"] == "partial":
        made = [make_one(item) for item in items]
    else:
        made = _together(call.books, items, make_one)
    return call.created(model, made)


def _together(books: Books, items: list[Record], make: Callable[[Record], Record]) -> list[Record]:
    settings, sent = books.settings, len(books.emails)
    try:
        with books.store.all_or_nothing():
            return [make(item) for item in items]
    except RefusedError:
        books.settings = settings
        del books.emails[sent:]
        raise


def _not_a_list() -> Problem:
    return Problem("", "wrong_type", "")
