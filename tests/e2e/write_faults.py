"""What can go wrong with a request that writes, as the practice servers do it."""

from __future__ import annotations

from typing import Any

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
