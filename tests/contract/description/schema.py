"""Checks a JSON value against the few keywords that our descriptions use.

Written for speed: every request of the whole test run is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

Schema = Mapping[str, Any]

KEYWORDS = {
    *("type", "enum", "pattern", "format", "minLength", "maxLength", "minimum", "maximum"),
    *("properties", "required", "additionalProperties", "items", "minItems", "maxItems"),
}
ANY_BOOK = 10**15
LARGEST = {"int64": 2**63 - 1, "int32": 2**31 - 1}


class UnknownKeywordError(Exception):
    """The description uses a keyword that nobody would check."""


def faults(schema: Schema, value: object, components: Schema, place: str = "") -> Iterator[str]:
    """What the schema has against a value whose numbers with a point are Decimal."""
    schema = resolved(schema, components)
    if unknown := schema.keys() - KEYWORDS:
        raise UnknownKeywordError(", ".join(sorted(unknown)))
    kind = schema["type"]
    if not _is(kind, value):
        yield f"{place}: {value!r} is not of type '{kind}'"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is not one of {schema['enum']}"
    match value:
        case bool():
            return
        case str():
            yield from _of_text(schema, value, place)
        case int() | Decimal():
            yield from _of_number(schema, value, place)
        case list():
            yield from _of_list(schema, value, components, place)
        case dict():
            yield from _of_object(schema, value, components, place)


def resolved(schema: Schema, components: Schema) -> Schema:
    """The schema that a `$ref` points at, or itself."""
    if "$ref" not in schema:
        return schema
    found: Schema = components[schema["$ref"].rpartition("/")[2]]
    return found


def _is(kind: str, value: object) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | Decimal) and not isinstance(value, bool)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case _:
            raise UnknownKeywordError(kind)


def _of_text(schema: Schema, value: str, place: str) -> Iterator[str]:
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{place}: {value[:20]!r}... is too long"
    if len(value) < schema.get("minLength", 0):
        yield f"{place}: {value!r} is too short"
    if "pattern" in schema and not _pattern(schema["pattern"]).search(value):
        yield f"{place}: {value!r} does not match {schema['pattern']}"
    if schema.get("format") == "date" and not _is_date(value):
        yield f"{place}: {value!r} is no date"


@lru_cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _of_number(schema: Schema, value: int | Decimal, place: str) -> Iterator[str]:
    widest = LARGEST.get(schema.get("format", ""), ANY_BOOK)
    least, most = schema.get("minimum", -widest), schema.get("maximum", widest)
    if not least <= value <= most:
        yield f"{place}: {value} is not from {least} to {most}"


def _of_list(schema: Schema, value: list[object], components: Schema, place: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{place}: {len(value)} items"
    for index, each in enumerate(value):
        yield from faults(schema["items"], each, components, f"{place}.{index}")


def _of_object(
    schema: Schema, value: dict[str, object], components: Schema, place: str
) -> Iterator[str]:
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{place}: '{name}' is a required property"
    for name, each in value.items():
        if name in properties:
            yield from faults(properties[name], each, components, f"{place}.{name}")
        elif schema.get("additionalProperties") is not True:
            yield f"{place}: '{name}' was unexpected"
