"""The installed payment modules, in either form that `payment` may answer (UNK)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from tripletex_wizard.adapters.exact_json import whole_text
from tripletex_wizard.adapters.mystore.jsonapi import not_understood

_CODE = re.compile(r"[a-z0-9_.-]+")


def to_methods(answer: Any) -> dict[str, str]:
    """Module code to name, from a list of `{name, method}` or an object keyed by code.

    In a list, `method` holds the codes unless only `name` has their form (V1 for the names of
    the two attributes, not for which is which). AnswerNotUnderstood for anything else.
    """
    match answer:
        case {"data": list() | dict() as data}:
            return to_methods(data)
        case dict():
            codes = {whole_text(str(code)): given for code, given in answer.items()}
            return {code: _label(code, given) for code, given in codes.items()}
        case list():
            return _methods([_texts(row) for row in answer])
        case _:
            raise not_understood("payment")


def _methods(rows: list[dict[str, str]]) -> dict[str, str]:
    code, name = "method", "name"
    if not _are_codes(rows, code) and _are_codes(rows, name):
        code, name = name, code
    return {row[code]: row[name] or row[code] for row in rows if row[code]}


def _are_codes(rows: list[dict[str, str]], attribute: str) -> bool:
    return all(_CODE.fullmatch(row[attribute]) for row in rows)


def _label(code: str, given: Any) -> str:
    if isinstance(given, str):
        return _text(given) or code
    return next((text for text in _texts(given).values() if text not in ("", code)), code)


def _texts(row: Any) -> dict[str, str]:
    if not isinstance(row, Mapping):
        raise not_understood("payment")
    return {name: _text(row.get(name)) for name in ("name", "method")}


def _text(given: Any) -> str:
    if given is None:
        return ""
    if not isinstance(given, str):
        raise not_understood("payment")
    return html.unescape(whole_text(given)).strip()
