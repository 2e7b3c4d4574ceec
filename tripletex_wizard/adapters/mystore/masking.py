"""Shows the shape of an answer without what stands in it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?")
_VOCABULARY = {"type": re.compile(r"[a-z-]{1,40}"), "class": re.compile(r"ot_[a-z_]{1,40}")}
"""Values that belong to the API and not to anybody: kinds of resources and of total rows."""


def masked(value: Any) -> Any:
    """The same tree with key names, and type and length in place of each value.

    A key that is no plain name is masked too; equal elements of a list are shown once.
    """
    match value:
        case dict():
            return {_key(key): _named(key, each) for key, each in value.items()}
        case list():
            shapes: list[Any] = []
            for shape in map(masked, value):
                if shape not in shapes:
                    shapes.append(shape)
            return {f"list({len(value)})": shapes}
        case _:
            return kind_of(value)


def kind_of(value: Any) -> str:
    """Type and length of one value: `text(12)`, `digits(5)`, `decimal(2.4)`, `time(19)`."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return f"number({len(str(abs(value)))})"
        case Decimal():
            return "number with decimals"
        case _:
            return _kind_of_text(str(value))


def _kind_of_text(text: str) -> str:
    if re.fullmatch(r"[0-9]+", text):
        return f"digits({len(text)})"
    if found := re.fullmatch(r"-?([0-9]+)\.([0-9]+)", text):
        return f"decimal({len(found[1])}.{len(found[2])})"
    return f"time({len(text)})" if _TIME.fullmatch(text) else f"text({len(text)})"


def _key(key: str) -> str:
    return key if _NAME.fullmatch(key) else kind_of(key)


def _named(key: str, value: Any) -> Any:
    form = _VOCABULARY.get(key)
    if form and isinstance(value, str) and form.fullmatch(value):
        return value
    return masked(value)
