"""Recorded exchanges with the real service, read from files in either of two forms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

REGISTERS = {
    "salesmodules_values": "/company/salesmodules",
    "entitlements_first5": "/employee/entitlement",
    "vatTypes_all_56": "/ledger/vatType",
    "invoicePaymentTypes": "/invoice/paymentType",
    "ledgerPaymentTypesOut": "/ledger/paymentTypeOut",
    "voucherTypes": "/ledger/voucherType",
    "currencies_first12": "/currency",
}
"""Keys under which only the values of a list were recorded, and the path they came from."""

NOT_RECORDED = "(not recorded)"


class Recording(NamedTuple):
    """One exchange: what was asked and answered; `status` None when it was not recorded."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    status: int | None
    answer: dict[str, Any]


def read_recordings(file: Path) -> Iterator[Recording]:
    """Every exchange in a file: a list of refusals, or a mapping of answers by name."""
    data = json.loads(file.read_text(encoding="utf-8"))
    if isinstance(data, list):
        yield from (_refusal(entry) for entry in data)
        return
    for name, value in data.items():
        if name == "whoAmI":
            yield Recording("GET", "/token/session/>whoAmI", {}, None, None, value)
        elif name in REGISTERS:
            yield Recording("GET", REGISTERS[name], {}, None, None, {"values": value})
        elif isinstance(value, dict):
            entries = [entry for entry in value.values() if isinstance(entry, dict)]
            yield from (_answer(entry) for entry in entries)


def _refusal(entry: Mapping[str, Any]) -> Recording:
    request = entry.get("example_request") or {}
    query = _pairs(request.get("params")) or _pairs(request.get("query"))
    body = _decoded(request.get("body"))
    status = entry["http_status"]
    answer = _unshortened(entry["example_body"])
    return Recording(entry["method"], entry["path"], query, body, status, answer)


def _unshortened(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The answer without what its recorder shortened: no code, one message outside a list."""
    found = {key: value for key, value in answer.items() if value != NOT_RECORDED}
    if isinstance(found.get("validationMessages"), dict):
        found["validationMessages"] = [found["validationMessages"]]
    return found


def _answer(entry: Mapping[str, Any]) -> Recording:
    if "response_body" in entry:
        query, body = _pairs(entry["request_params"]), entry["request_body"]
        status = entry["status"]
        return Recording(entry["method"], entry["p"], query, body, status, entry["response_body"])
    request, method = entry["request"], entry["method"].upper()
    path = entry["path"].removeprefix("/v2")
    query = _pairs(request.get("params"))
    return Recording(method, path, query, request.get("data"), None, entry["response"])


def _pairs(value: Any) -> dict[str, str]:
    value = _decoded(value)
    if isinstance(value, str):
        return dict(parse_qsl(value))
    if isinstance(value, dict):
        return {key: _spelled(item) for key, item in value.items() if item is not None}
    return {}


def _spelled(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _decoded(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
