"""What is written, and what can go wrong with it, as the practice servers do it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.e2e.jumping_office import Office

CUSTOMER = ("POST", "/v2/customer")
ORDER = ("POST", "/v2/order")
INVOICE = ("PUT", "/v2/order/*/:invoice")

LATE = 30.0  # seconds; less than the time that the program waits for a late effect
WRITE_FAULTS: dict[str, dict[str, Any]] = {
    "drop before the effect": {"kind": "drop_before"},
    "drop after the effect": {"kind": "drop_after"},
    "late effect": {"kind": "late", "seconds": LATE},
    "500 as JSON": {"kind": "server_error"},
    "500 as HTML": {"kind": "server_error_html"},
    "504": {"kind": "status", "status": 504},
    "half an answer": {"kind": "truncated"},
    "429 with reset": {"kind": "rate_limited", "seconds": 7},
    "429 without reset": {"kind": "rate_limited", "reset": False},
    "401 once": {"kind": "unauthorized"},
    "403": {"kind": "forbidden"},
}
FAULTS = {
    **WRITE_FAULTS,
    "429 for ever": {"kind": "rate_limited", "reset": False, "count": None},
    "401 twice": {"kind": "unauthorized", "count": 2},
}
"""Of Tripletex, which also asks to wait and refuses sessions for longer."""


def strike(office: Office, write: tuple[str, str], fault: Mapping[str, Any]) -> None:
    method, path = write
    office.strike(method=method, path=path, **fault)
    # a request on its way has been let in already: its session must live until its effect
    office.strike("drop_before", "DELETE", "/v2/token/session/*")
