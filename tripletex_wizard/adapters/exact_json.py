"""JSON whose numbers are exact: Decimal in both directions, never float."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn


def dump(value: object) -> str:
    """`value` as JSON; a Decimal becomes a plain number with just the digits it has.

    Raises ValueError for a Decimal that is no number, TypeError for what JSON cannot hold and for
    float, which has no place in bookkeeping.
    """
    match value:
        case Decimal():
            if not value.is_finite():
                raise ValueError("not a number")
            return format(value, "f")
        case Mapping():
            return (
                "{" + ", ".join(f"{_key(key)}: {dump(each)}" for key, each in value.items()) + "}"
            )
        case list() | tuple():
            return "[" + ", ".join(map(dump, value)) + "]"
        case None | bool() | int() | str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            raise TypeError(type(value).__name__)


def load(text: bytes) -> Any:
    """What JSON text holds, numbers with a point as Decimal; raises ValueError when it is none."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def whole_text(text: str) -> str:
    """The text with `?` for each half character: JSON may hold halves, which nothing can write."""
    return text.encode(errors="replace").decode()


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(type(key).__name__)
    return json.dumps(key, ensure_ascii=False)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
