"""Spoils a right answer of a service: its tree, its text, its headers and its status."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

Path = tuple[Any, ...]

ANSWERS_IN_ALL = int(os.environ.get("ANSWERS", "2000"))
"""Mutated answers over all calls; `make fuzz` tries more."""

SERVICES = 2
GONE = object()
DEEP = 100_000
TRIPLETEX_DATES = ("0000-00-00", "9999-12-31", "2026-02-30", "2026-11-20T00:00:00", "20.11.2026")
ENUMS = ("VAT_ON_MARS", "outgoing", "nok", "NOKK", "ot_unknown", "../..", "order-status")


Said = tuple[int, Any]
"""A status and a JSON document."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a service says: any status with any bytes."""

    status: int
    body: bytes
    headers: Mapping[str, str]


@lru_cache
def odd_values(secrets: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
    """What may stand where something else belongs; `secrets` are repeated as a bad server might."""
    return st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.sampled_from([0, -1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**400]),
        st.floats(),
        st.text(max_size=12),
        st.sampled_from(["", " ", "x" * 5000, "\x00", "\ud83d", "e\udce5", "&#xd800;", "<b>Ø</b>"]),
        st.sampled_from(["NaN", "1e9", "63,20", "-0", "9" * 40, "1" * 5000, "0x10", "٣"]),
        st.sampled_from(["0000-00-00 00:00:00", "9999-12-31 23:59:59", *TRIPLETEX_DATES]),
        st.sampled_from(ENUMS),
        st.sampled_from([[], {}, [[]], {"no": {}}, [None], {"id": None}, {"data": []}]),
        st.just({"data": {"type": "x", "id": ""}}),
        st.just(GONE),
        *([st.sampled_from(secrets)] if secrets else []),
    )


def places(value: Any, path: Path = ()) -> list[Path]:
    """Every place in a JSON tree."""
    children: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        children = list(value.items())
    if isinstance(value, list):
        children = list(enumerate(value))
    return [path, *(place for key, each in children for place in places(each, (*path, key)))]


def changed(document: Any, path: Path, change: Callable[[Any, Any], None]) -> Any:
    """A copy after `change(parent, key)`; a place that is gone by now stays as it is."""
    copy = deepcopy(document)
    parent: Any = copy
    try:
        for key in path[:-1]:
            parent = parent[key]
        change(parent, path[-1])
    except (KeyError, IndexError, TypeError, AttributeError):
        return document
    return copy


def replaced(value: object) -> Callable[[Any, Any], None]:
    """Puts `value` in the place, or takes the place away."""

    def change(parent: Any, key: Any) -> None:
        if value is GONE:
            del parent[key]
        else:
            parent[key] = deepcopy(value)

    return change


def _doubled(parent: Any, key: Any) -> None:
    if isinstance(parent, list):
        parent.append(deepcopy(parent[key]))
    else:
        parent[f"{key}2"] = parent.pop(key)  # another name for it


def _in_a_list(parent: Any, key: Any) -> None:
    parent[key] = [parent[key]]


def _as_text(parent: Any, key: Any) -> None:
    parent[key] = json.dumps(parent[key])


def _deeper(parent: Any, key: Any) -> None:
    for _ in range(40):
        parent[key] = {key: parent[key]}


@st.composite
def trees(draw: st.DrawFn, document: Any, secrets: tuple[str, ...] = ()) -> Any:
    """The document with up to four places changed."""
    paths = [path for path in places(document) if path]
    for path in draw(st.lists(st.sampled_from(paths), max_size=4)):
        document = changed(document, path, draw(_changes(secrets)))
    return document


@lru_cache
def _changes(secrets: tuple[str, ...]) -> st.SearchStrategy[Callable[[Any, Any], None]]:
    shapes = st.sampled_from([_doubled, _in_a_list, _as_text, _deeper])
    return st.one_of(odd_values(secrets).map(replaced), shapes)


def _written(tree: Any) -> bytes:
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def _raw(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _with_doubled_keys(tree: Any) -> bytes:
    """Every object's keys twice, first with null: which of two counts is not said anywhere."""
    return _written(tree).replace(b'{"', b'{"id": null, "value": null, "')


SPOILT: tuple[Callable[[Any], bytes], ...] = (
    lambda tree: _written(tree)[: len(_written(tree)) // 2],
    lambda tree: _written(tree)[:-1],
    lambda tree: b"\xef\xbb\xbf" + _written(tree),
    lambda tree: _written(tree).decode().encode("utf-16"),
    lambda tree: _raw(tree).decode("utf-8", "replace").encode("latin-1", "replace"),
    lambda tree: _written(tree) + b"}",
    lambda tree: _written(tree) + b"\x00",
    lambda tree: _written(tree).replace(b'"', b"'"),
    lambda tree: b"callback(" + _written(tree) + b");",
    lambda tree: b"[" * DEEP,
    lambda tree: b'{"value":' * DEEP,
    lambda tree: b'{"value": ' + b"1" * 5000 + b"}",
    lambda tree: b'{"values": [' + b"1e999999999," * 3 + b"1]}",
    lambda tree: b"",
    lambda tree: b"null",
    lambda tree: b"\xff\xfe\xfa",
    lambda tree: b"<!DOCTYPE html><html><title>502</title></html>",
    lambda tree: b'{"code": 500,"page": https://tripletex.example/error}',
)
WRITINGS = (_written, _raw, _with_doubled_keys)

STATUSES = (
    *(200, 201, 202, 204, 206, 301, 302, 304, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410),
    *(413, 415, 418, 422, 423, 425, 429, 431, 451, 460, 499, 500, 501, 502, 503, 504, 520, 599),
)
WITHOUT_BODY = (204, 304)  # nothing is read after their headers
HEADER_VALUES = ("", "soon", "-1", "0", "1.5", "1e99", "nan", "9" * 400, "٣", "Wed, 21 Oct 2026")
HEADERS = ("X-Rate-Limit-Remaining", "X-Rate-Limit-Reset", "Retry-After", "Content-Type")


@st.composite
def told(
    draw: st.DrawFn, right: Said, *, or_else: Sequence[Said], secrets: tuple[str, ...]
) -> Told:
    """An answer that began as the right one, or as one of the others: mostly with its status."""
    status, document = draw(st.one_of(st.just(right), st.just(right), st.sampled_from(or_else)))
    tree = draw(trees(document, secrets))
    write = draw(_WRITINGS)
    says = draw(_SAME_OR_OTHER) or status
    headers = draw(_headers(secrets))
    body = b"" if says in WITHOUT_BODY else write(tree)
    return Told(says, body, {name: _sendable(value) for name, value in headers.items()})


_WRITINGS = st.one_of(st.sampled_from(WRITINGS), st.sampled_from((_written, *SPOILT)))
_SAME_OR_OTHER = st.one_of(st.just(0), st.just(0), st.sampled_from(STATUSES))


@lru_cache
def _headers(secrets: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    values = st.sampled_from((*HEADER_VALUES, *secrets))
    return st.dictionaries(st.sampled_from(HEADERS), values, max_size=2)


def _sendable(value: str) -> str:
    return value.encode().decode("latin-1")


def share(calls: int) -> settings:
    """A call's part of all mutated answers; `calls` are those of one service."""
    return settings(
        max_examples=ceil(ANSWERS_IN_ALL / SERVICES / calls),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
