"""The kinds of fields in Tripletex' objects, and how strictly a body is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from tripletex_wizard.practice.tripletex.errors import Problem, unmapped

Kind = Literal["text", "integer", "number", "boolean", "day", "choice", "object", "list"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object."""

    kind: Kind
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    model: str = ""
    required: bool = False
    read_only: bool = False


Model = Mapping[str, Field]


def words(longest: int | None = None, *, required: bool = False, read_only: bool = False) -> Field:
    """A text of at most `longest` characters."""
    return Field("text", longest=longest, required=required, read_only=read_only)


def whole(least: int = 0, most: int = 2**31 - 1, *, read_only: bool = False) -> Field:
    """A whole number."""
    return Field("integer", least=least, most=most, read_only=read_only)


def number(*, read_only: bool = False) -> Field:
    """A number, kept exact."""
    return Field("number", read_only=read_only)


def flag(*, read_only: bool = False) -> Field:
    """True or false."""
    return Field("boolean", read_only=read_only)


def day(*, required: bool = False, read_only: bool = False) -> Field:
    """A date, YYYY-MM-DD."""
    return Field("day", required=required, read_only=read_only)


def choice(*choices: str) -> Field:
    """One of a closed set."""
    return Field("choice", choices=choices)


def one(model: str, *, required: bool = False, read_only: bool = False) -> Field:
    """An object, or a reference to one."""
    return Field("object", model=model, required=required, read_only=read_only)


def many(model: str, *, required: bool = False, read_only: bool = False) -> Field:
    """A list of objects or references."""
    return Field("list", model=model, required=required, read_only=read_only)


BIG = 2**63 - 1
BASE: Model = {
    "id": Field("integer", least=0, most=BIG),
    "version": Field("integer", least=0, most=2**31 - 1),
    "changes": many("change", read_only=True),
    "url": words(read_only=True),
}


def read_object(models: Mapping[str, Model], name: str, data: object, path: str = "") -> Any:
    """A body read against its model; raises 422/16000 at the first thing that does not fit.

    Numbers are accepted as text and the other way round: recorded bodies with `"5500"` for a
    price and `1` for a text were taken [OBS].
    """
    if not isinstance(data, dict):
        raise unmapped("wrong_type", path)
    model = models[name]
    result: dict[str, Any] = {}
    for key, value in data.items():
        where = f"{path}.{key}" if path else key
        field = model.get(key)
        if field is None:
            raise unmapped("unknown_field", where)
        if value is None and key != "id":
            result[key] = None
        else:
            result[key] = _read(models, field, value, where)
    return result


def _read(models: Mapping[str, Model], field: Field, value: object, where: str) -> Any:
    if field.kind == "object":
        return read_object(models, field.model, value, where)
    if field.kind == "list":
        if not isinstance(value, list):
            raise unmapped("wrong_type", where)
        return [read_object(models, field.model, item, where) for item in value]
    try:
        return _scalar(field, value)
    except (ValueError, InvalidOperation, TypeError):
        raise unmapped("wrong_type", where) from None


def _scalar(field: Field, value: object) -> Any:
    if isinstance(value, (dict, list)) or value is None:
        raise TypeError
    match field.kind:
        case "boolean":
            return _truth(value)
        case "text":
            return _spelled(value)
        case "choice":
            if value not in field.choices:
                raise ValueError
            return value
        case "day":
            return date.fromisoformat(_dashed(value)).isoformat()
        case _:
            return _figure(field.kind, value)


def _figure(kind: Kind, value: object) -> Any:
    if isinstance(value, bool):
        raise TypeError
    figure = Decimal(str(value))
    if not figure.is_finite():
        raise ValueError
    if kind == "number":
        return figure
    if figure != figure.to_integral_value():
        raise ValueError
    return int(figure)


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in {"true", "false"}:
        return value == "true"
    raise ValueError


def _spelled(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _dashed(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError
    return value


def limits_broken(model: Model, body: Mapping[str, Any], *, creating: bool) -> list[Problem]:
    """Required fields left out, texts too long and numbers out of range."""
    problems = []
    for key, field in model.items():
        value = body.get(key)
        if value is None:
            if creating and field.required:
                problems.append(Problem(key, "null", f"null.{key}"))
        elif field.longest is not None and len(value) > field.longest:
            problems.append(_over(key, "too_long", longest=field.longest))
        elif _outside(field, value):
            problems.append(_over(key, "out_of_range", least=field.least, most=field.most))
    return problems


def _outside(field: Field, value: Any) -> bool:
    if field.least is None or field.most is None:
        return False
    return not field.least <= value <= field.most


def _over(key: str, sentence: str, **places: object) -> Problem:
    return Problem(key, sentence, f"null.{key}", places=places)
