"""Each request that is described passes, and with any one fault in it is reported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

from tests.contract.description.check import MYSTORE, TRIPLETEX, Description, check_request
from tests.contract.description.schema import Schema, UnknownKeywordError, faults, resolved

ASKED_FOR = {
    *("GET /product", "POST /product", "GET /ledger/posting", "GET /ledger/voucher/{id}"),
    *("GET /ledger/accountingPeriod", "GET /vatTermSizeSettings", "PUT /order/{id}/:invoice"),
    *("PUT /invoice/{id}/:payment", "PUT /invoice/{id}/:createCreditNote", "POST /order"),
    *("POST /customer", "PUT /customer/{id}", "GET /invoice", "GET /order", "GET /customer"),
}
"""What the program asks for, or soon will."""


@dataclass(frozen=True)
class Request:
    """A request that can be spoilt in one place."""

    service: Description
    method: str
    path: str
    variables: tuple[tuple[str, object], ...]
    query: tuple[tuple[str, str], ...]
    body: Any = None

    @property
    def url(self) -> str:
        asked = self.path
        for name, value in self.variables:
            asked = asked.replace(f"{{{name}}}", quote(str(value), safe=""))
        query = f"?{urlencode(self.query)}" if self.query else ""
        return f"https://host.example{self.service.base}{asked}{query}"

    def complaints(self, **changes: Any) -> list[str]:
        spoilt = replace(self, **changes)
        body = None if spoilt.body is None else json.dumps(spoilt.body).encode()
        return check_request(self.method, spoilt.url, body, self.service.content_type)


def sample(schema: Schema, components: Schema) -> Any:
    """A value that the schema allows, with everything in it that may be there."""
    schema = resolved(schema, components)
    if "enum" in schema:
        return schema["enum"][0]
    match schema["type"]:
        case "object":
            parts = schema.get("properties", {})
            return {name: sample(part, components) for name, part in parts.items()}
        case "array":
            return [sample(schema["items"], components)] * max(1, schema.get("minItems", 1))
        case "boolean":
            return True
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case _:
            return text_for(schema)


def text_for(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "2026-11-23"
    texts = ("x", "123456789", "2026-11-23 00:00:00", "order-status", "NO", "a@b.no")
    found = (text for text in texts if not list(faults(schema, text, {}, "")))
    return next(found, "")


def requests_of(service: Description) -> Iterator[Request]:
    for path, methods in service.document["paths"].items():
        for method, operation in methods.items():
            rows = operation.get("parameters", [])
            values = {
                row["name"]: sample(row["schema"].get("items", row["schema"]), service.components)
                for row in rows
            }
            yield Request(
                service,
                method.upper(),
                path,
                tuple((row["name"], values[row["name"]]) for row in rows if row["in"] == "path"),
                tuple(
                    (row["name"], written(row["name"], values[row["name"]]))
                    for row in rows
                    if row["in"] == "query"
                ),
                body_of(operation, service),
            )


def written(name: str, value: object) -> str:
    if name == "fields":
        return "*"
    return "true" if value is True else str(value)


def body_of(operation: Schema, service: Description) -> Any:
    if "requestBody" not in operation:
        return None
    content = operation["requestBody"]["content"][service.content_type]
    return sample(content["schema"], service.components)


REQUESTS = [each for service in (TRIPLETEX, MYSTORE) for each in requests_of(service)]


def name_of(request: Request) -> str:
    return f"{request.method} {request.path}"


def described(request: Request) -> Schema:
    found: Schema = request.service.document["paths"][request.path][request.method.lower()]
    return found


each_request = pytest.mark.parametrize("request_", REQUESTS, ids=name_of)


def test_all_that_is_asked_for_is_described() -> None:
    assert {name_of(each) for each in REQUESTS} >= ASKED_FOR


@each_request
def test_a_right_request_passes(request_: Request) -> None:
    assert request_.complaints() == []


@each_request
def test_a_query_key_that_is_unknown_is_reported(request_: Request) -> None:
    spoilt = request_.complaints(query=(*request_.query, ("colour", "red")))
    assert spoilt == ["unknown query key colour"]


@each_request
def test_each_query_key_that_is_required_is_missed(request_: Request) -> None:
    for row in described(request_).get("parameters", []):
        if row["in"] == "query" and row.get("required"):
            left = tuple(pair for pair in request_.query if pair[0] != row["name"])
            assert request_.complaints(query=left) == [f"query key {row['name']} is missing"]


WRONG = {
    "integer": ("x", "1.5", "true", "9223372036854775808"),
    "number": ("x", "1,50", "1e3", "NaN"),
    "boolean": ("True", "1", "yes"),
}


@each_request
def test_each_query_value_in_a_wrong_form_is_reported(request_: Request) -> None:
    for row in described(request_).get("parameters", []):
        if row["in"] != "query":
            continue
        for value in wrong_texts(row["schema"]):
            kept = tuple(pair for pair in request_.query if pair[0] != row["name"])
            assert request_.complaints(query=(*kept, (row["name"], value))), (row["name"], value)


def wrong_texts(schema: Schema) -> Iterator[str]:
    yield ""
    yield from (
        text for text in WRONG.get(schema["type"], ()) if len(text) < 9 or "64" in str(schema)
    )
    if "enum" in schema:
        yield from ("nonsense", schema["enum"][0].swapcase())
    if schema.get("format") == "date":
        yield from ("23.11.2026", "2026-02-30", "2026-11-23T00:00:00")
    if "maxLength" in schema:
        yield "x" * (schema["maxLength"] + 1)


def test_a_field_that_cannot_be_read_is_reported() -> None:
    for request in REQUESTS:
        if "fields" in dict(request.query):
            kept = tuple(pair for pair in request.query if pair[0] != "fields")
            for text in ("colour", "id,colour", "id(", "id)", "id(name)", "*,company(*", "id name"):
                assert request.complaints(query=(*kept, ("fields", text))), (request, text)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    rows = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in rows:
        yield (*path, key)
        if isinstance(each, dict | list):
            yield from places(each, (*path, key))


def with_change(body: Any, path: tuple[Any, ...], value: object) -> Any:
    copy = json.loads(json.dumps(body))
    parent = copy
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    return copy


BODIES = [each for each in REQUESTS if each.body is not None]


@pytest.mark.parametrize("request_", BODIES, ids=name_of)
def test_each_value_of_a_body_in_a_wrong_form_is_reported(request_: Request) -> None:
    for path in places(request_.body):
        wrongs: tuple[object, ...] = (None, {"colour": "red"}, [[]], 1.5e300)
        for wrong in wrongs:
            assert request_.complaints(body=with_change(request_.body, path, wrong)), (path, wrong)


@pytest.mark.parametrize("request_", BODIES, ids=name_of)
def test_each_text_of_a_body_that_is_too_long_is_reported(request_: Request) -> None:
    for path, schema in schemas_in(request_):
        longest = schema.get("maxLength")
        if longest is not None and longest < 10**6:
            spoilt = with_change(request_.body, path, "x" * (longest + 1))
            assert request_.complaints(body=spoilt), path


@pytest.mark.parametrize("request_", BODIES, ids=name_of)
def test_each_key_of_a_body_that_is_unknown_or_missing_is_reported(request_: Request) -> None:
    for path, schema in schemas_in(request_):
        if schema["type"] == "object":
            inside = value_at(request_.body, path)
            spoilt = with_change(request_.body, path, {**inside, "colour": "red"}) if path else None
            whole = spoilt or {**request_.body, "colour": "red"}
            assert any(
                "'colour' was unexpected" in each for each in request_.complaints(body=whole)
            )
            for name in schema.get("required", ()):
                left = {key: each for key, each in inside.items() if key != name}
                whole = with_change(request_.body, path, left) if path else left
                complaints = request_.complaints(body=whole)
                assert any(f"'{name}' is a required" in each for each in complaints), (path, name)


def value_at(body: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        body = body[key]
    return body


def schemas_in(request: Request) -> Iterator[tuple[tuple[Any, ...], Schema]]:
    content = described(request)["requestBody"]["content"][request.service.content_type]
    yield from _schemas(content["schema"], request.service.components, ())


def _schemas(
    schema: Schema, components: Schema, path: tuple[Any, ...]
) -> Iterator[tuple[tuple[Any, ...], Schema]]:
    schema = resolved(schema, components)
    yield path, schema
    for name, part in schema.get("properties", {}).items():
        yield from _schemas(part, components, (*path, name))
    if "items" in schema:
        yield from _schemas(schema["items"], components, (*path, 0))


def test_a_body_with_a_key_twice_or_a_number_that_is_none_is_reported() -> None:
    url = "https://host.example/v2/customer"
    for body in (b'{"name": "A", "name": "B"}', b'{"name": NaN}', b'{"name": "A"', b"", b"[]"):
        assert check_request("POST", url, body, "application/json"), body


def test_a_capture_of_the_customers_money_is_not_described() -> None:
    url = "https://api.mystore.no/shops/garnboden/orders/7001/complete"
    found = check_request("PATCH", url, b"{}", "application/json")
    assert found == ["PATCH /shops/garnboden/orders/7001/complete is not described"]


def test_an_address_of_neither_service_is_reported() -> None:
    assert check_request("GET", "https://host.example/v3/order", None, "") != []


def test_a_keyword_that_nobody_checks_is_no_part_of_a_description() -> None:
    with pytest.raises(UnknownKeywordError):
        list(faults({"type": "string", "oneOf": []}, "x", {}))


class Sent:
    """A request in the form that openapi-core reads."""

    def __init__(self, request: Request, body: Any) -> None:
        base = request.service.document["servers"][0]["url"]
        self.host_url = base.removesuffix(request.service.base)
        self.method = request.method.lower()
        self.path = request.service.base + request.path
        for name, value in request.variables:
            self.path = self.path.replace(f"{{{name}}}", str(value))
        self.body = None if body is None else json.dumps(body).encode()
        self.content_type = request.service.content_type
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(request.query), header=Headers(), cookie=ImmutableMultiDict()
        )


def test_openapi_core_reads_the_description_of_tripletex_as_we_do() -> None:
    """A second opinion: ours is written for speed."""
    openapi = OpenAPI.from_dict(dict(TRIPLETEX.document))
    for request in REQUESTS:
        if request.service is TRIPLETEX:
            openapi.validate_request(Sent(request, request.body))
            if request.body is not None:
                with pytest.raises(OpenAPIError):
                    openapi.validate_request(Sent(request, {"colour": "red"}))
