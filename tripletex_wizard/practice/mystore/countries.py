"""Countries that yarn is sent to, in the three ways that a shop may name them."""

from __future__ import annotations

from typing import Any

NAMES = (
    {"code": "NO", "english": "Norway", "norwegian": "Norge"},
    {"code": "SE", "english": "Sweden", "norwegian": "Sverige"},
    {"code": "DK", "english": "Denmark", "norwegian": "Danmark"},
    {"code": "FI", "english": "Finland", "norwegian": "Finland"},
    {"code": "IS", "english": "Iceland", "norwegian": "Island"},
    {"code": "DE", "english": "Germany", "norwegian": "Tyskland"},
    {"code": "GB", "english": "United Kingdom", "norwegian": "Storbritannia"},
    {"code": "SJ", "english": "Svalbard and Jan Mayen", "norwegian": "Svalbard og Jan Mayen"},
)


def country_as(given: Any, form: str) -> Any:
    """The country as `english`, `norwegian` or `code`; english leaves a document's own words.

    A country that is not in the table stays as it is.
    """
    if form == "english":
        return given
    for names in NAMES:
        if given in names.values():
            return names[form]
    return given


def english_name(code: str) -> str:
    """The English name of an ISO code; the code itself when it is not in the table."""
    return next((names["english"] for names in NAMES if names["code"] == code), code)
