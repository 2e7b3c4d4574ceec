"""Checks a request to Tripletex against our own description of what the program may send."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

HOST = "https://tripletex.no"
BASE = "/v2"
DESCRIPTION: dict[str, Any] = json.loads(
    Path(__file__).with_name("tripletex.json").read_text(encoding="utf-8")
)


class SentRequest:
    """A request in the form that openapi-core reads; the path unquoted, or `%3A` is not found."""

    host_url = HOST

    def __init__(self, method: str, url: str, body: bytes | None, content_type: str) -> None:
        parts = urlsplit(url)
        self.method = method.lower()
        self.path = BASE + unquote(parts.path).partition(BASE)[2]
        self.body = body
        self.content_type = content_type.partition(";")[0].strip()
        self.query = parse_qsl(parts.query, keep_blank_values=True)
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(self.query),
            header=Headers(),
            cookie=ImmutableMultiDict(),
        )


@lru_cache(maxsize=1)
def _openapi() -> OpenAPI:
    return OpenAPI.from_dict(DESCRIPTION)


def check_request(method: str, url: str, body: bytes | None, content_type: str) -> list[str]:
    """What is wrong with a request; empty when the description allows it.

    `url` may have any scheme, host and path before `/v2`. Unknown query keys, repeated keys and
    a body where none is described are found here, the rest by openapi-core.
    """
    _before, base, asked = url.partition(BASE)
    return list(_checked(method, base + asked, body, content_type))


@lru_cache(maxsize=10_000)  # a check takes longer than the request, and most requests come again
def _checked(method: str, url: str, body: bytes | None, content_type: str) -> tuple[str, ...]:
    request = SentRequest(method, url, body, content_type)
    operation = _operation(request)
    if operation is None:
        return (f"{request.method.upper()} {request.path} is not described",)
    return (
        *_query_faults(request, operation),
        *_body_faults(request, operation),
        *_faults(request),
    )


def _operation(request: SentRequest) -> Mapping[str, Any] | None:
    asked = request.path.removeprefix(BASE)
    by_variables = sorted(DESCRIPTION["paths"], key=lambda path: str(path).count("{"))
    for path in by_variables:
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))
        if re.fullmatch(pattern, asked) and request.method in DESCRIPTION["paths"][path]:
            found: Mapping[str, Any] = DESCRIPTION["paths"][path][request.method]
            return found
    return None


def _query_faults(request: SentRequest, operation: Mapping[str, Any]) -> Iterator[str]:
    described = {
        parameter["name"]: parameter["schema"].get("type")
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
    }
    names = [name for name, _value in request.query]
    for name in dict.fromkeys(names):
        if name not in described:
            yield f"unknown query key {name}"
        elif names.count(name) > 1 and described[name] != "array":
            yield f"query key {name} given {names.count(name)} times"
    yield from (f"query key {name} is empty" for name, value in request.query if not value)


def _body_faults(request: SentRequest, operation: Mapping[str, Any]) -> Iterator[str]:
    if request.body and "requestBody" not in operation:
        yield "a body where none is described"
    if request.body and request.content_type != "application/json":
        yield f"content type {request.content_type}, not application/json"


def _faults(request: SentRequest) -> list[str]:
    try:
        _openapi().validate_request(request)
    except OpenAPIError as fault:
        return _sentences(fault)
    return []


def _sentences(fault: BaseException) -> list[str]:
    cause = fault.__cause__
    errors = getattr(cause, "schema_errors", None)
    if errors:
        return [f"{'.'.join(str(part) for part in e.absolute_path)}: {e.message}" for e in errors]
    return [f"{fault}: {cause}" if cause is not None else str(fault)]
