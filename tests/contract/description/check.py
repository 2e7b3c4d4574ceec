"""Checks requests to Tripletex and Mystore against our own descriptions of what may be sent."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.contract.description.fields import Readable
from tests.contract.description.schema import Schema, faults

HOST = "https://tripletex.no"
BASE = "/v2"
SHOPS = "/shops"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
SIGNS = re.compile("%3A|%3E", re.IGNORECASE)  # `:` and `>`, which may be sent either way
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Description:
    """What one service may be asked: paths, query parameters and bodies, in OpenAPI's form."""

    base: str
    content_type: str
    document: Mapping[str, Any]
    readable: Readable | None = None

    @cached_property
    def components(self) -> Schema:
        found: Schema = self.document["components"]["schemas"]
        return found

    @cached_property
    def operations(self) -> tuple[tuple[re.Pattern[str], str, Mapping[str, Any]], ...]:
        """Path patterns, those with the fewest variables first."""
        paths = sorted(self.document["paths"], key=lambda path: str(path).count("{"))
        return tuple(
            (re.compile(re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(path))), path, methods)
            for path in paths
            for methods in [self.document["paths"][path]]
        )

    def find(self, method: str, path: str) -> tuple[str, tuple[str, ...]] | None:
        """The described path that has this method, and what stands for its variables."""
        for pattern, described, methods in self.operations:
            found = pattern.fullmatch(path)
            if found and method.lower() in methods:
                return described, found.groups()
        return None


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


DESCRIPTION: dict[str, Any] = _read("tripletex.json")
TRIPLETEX = Description(BASE, "application/json", DESCRIPTION, Readable(_read("readable.json")))
MYSTORE = Description(SHOPS, "application/vnd.api+json", _read("mystore.json"))


def check_request(method: str, url: str, body: bytes | None, content_type: str) -> list[str]:
    """What is wrong with a request; empty when the description allows it.

    `url` may have any scheme, host and path before `/v2`, or before `/shops` for Mystore.
    """
    service = service_of(url)
    if service is None:
        return [f"{method} {url} is of neither service"]
    asked = service.base + url.partition(service.base)[2]
    return list(_checked(service.base, method, asked, body, content_type))


def service_of(url: str) -> Description | None:
    """Whose address it is; None when it is nobody's."""
    path = urlsplit(url).path
    found = (each for each in (TRIPLETEX, MYSTORE) if f"{each.base}/" in path)
    return next(found, None)


@lru_cache(maxsize=100_000)
def _checked(
    base: str, method: str, url: str, body: bytes | None, content_type: str
) -> tuple[str, ...]:
    service = TRIPLETEX if base == BASE else MYSTORE
    parts = urlsplit(url)
    asked = SIGNS.sub(lambda sign: unquote(sign[0]), parts.path).removeprefix(base)
    found = service.find(method, asked)
    if found is None:
        return (f"{method} {base}{asked} is not described",)
    described, variables = found
    operation = service.document["paths"][described][method.lower()]
    query = parse_qsl(parts.query, keep_blank_values=True)
    return (
        *_path_faults(service, operation, variables),
        *_query_faults(service, operation, query),
        *_field_faults(service, described, query),
        *_body_faults(service, operation, body, content_type),
    )


def _parameters(operation: Mapping[str, Any], place: str) -> list[Mapping[str, Any]]:
    return [row for row in operation.get("parameters", []) if row["in"] == place]


def _path_faults(
    service: Description, operation: Mapping[str, Any], variables: tuple[str, ...]
) -> Iterator[str]:
    for parameter, text in zip(_parameters(operation, "path"), variables, strict=True):
        name = f"path {parameter['name']}"
        yield from _text_faults(service, parameter["schema"], unquote(text), name)


def _query_faults(
    service: Description, operation: Mapping[str, Any], query: list[tuple[str, str]]
) -> Iterator[str]:
    described = {row["name"]: row for row in _parameters(operation, "query")}
    counts = Counter(name for name, _value in query)
    for name, count in counts.items():
        if name not in described:
            yield f"unknown query key {name}"
        elif count > 1 and described[name]["schema"]["type"] != "array":
            yield f"query key {name} given {count} times"
    for name, row in described.items():
        if row.get("required") and name not in counts:
            yield f"query key {name} is missing"
    for name, value in query:
        if not value:
            yield f"query key {name} is empty"
        elif name in described:
            schema = described[name]["schema"]
            yield from _text_faults(service, schema.get("items", schema), value, f"query {name}")


def _text_faults(service: Description, schema: Schema, text: str, place: str) -> Iterator[str]:
    yield from faults(schema, _as_written(schema["type"], text), service.components, place)


def _as_written(kind: str, text: str) -> object:
    """The value that a text of an address stands for; the text itself when it is no such value."""
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind in {"integer", "number"} and NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return text


def _field_faults(
    service: Description, described: str, query: list[tuple[str, str]]
) -> Iterator[str]:
    if service.readable:
        for name, value in query:
            if name == "fields":
                yield from service.readable.faults(described, value)


def _body_faults(
    service: Description, operation: Mapping[str, Any], body: bytes | None, content_type: str
) -> Iterator[str]:
    wanted = operation.get("requestBody")
    if wanted is None:
        if body:
            yield "a body where none is described"
        return
    given = content_type.partition(";")[0].strip()
    if given != service.content_type:
        yield f"content type {given}, not {service.content_type}"
    if not body:
        yield "the body is missing"
        return
    try:
        value = json.loads(
            body, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_without_doubles
        )
    except (ValueError, InvalidOperation) as fault:
        yield f"body: {fault}"
        return
    schema = wanted["content"][service.content_type]["schema"]
    yield from faults(schema, value, service.components, "body")


def _refuse(name: str) -> object:
    msg = f"{name} is no JSON"
    raise ValueError(msg)


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    counts = Counter(name for name, _value in pairs)
    for name, count in counts.items():
        if count > 1:
            msg = f"key {name} given {count} times"
            raise ValueError(msg)
    return dict(pairs)
