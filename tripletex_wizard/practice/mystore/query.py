"""What a list request asks for: page, filters, fields, include and sort (all [V1] but sort)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from http import HTTPStatus
from operator import eq, ge, gt, le, lt
from typing import Any

from werkzeug.datastructures import MultiDict

from tripletex_wizard.practice.mystore.refusal import Refused

DEFAULT_SIZE = 50
CONDITION = re.compile(r"filter\[([^\]]+)\]\[(path|value|operator)\]")
FIELDS = re.compile(r"fields\[([^\]]+)\]")
Compare = Callable[[Any, Any], bool]
OPERATORS: dict[str, Compare] = {
    "gte": ge,
    "lte": le,
    "gt": gt,
    "lt": lt,
    "eq": eq,
    ">=": ge,
    "<=": le,
    ">": gt,
    "<": lt,
    "=": eq,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One named condition group."""

    path: str
    value: str
    operator: str

    def holds(self, found: Any) -> bool:
        """Whether an attribute's value meets it; a missing value never does."""
        if found is None:
            return False
        try:
            pair: tuple[Any, Any] = (Decimal(str(found)), Decimal(self.value))
        except InvalidOperation:
            pair = (str(found), self.value)
        return OPERATORS[self.operator](*pair)


@dataclass(frozen=True, slots=True)
class Query:
    """The query of one request, read but not yet checked against the resources' names."""

    page: int = 1
    size: int = DEFAULT_SIZE
    conditions: tuple[Condition, ...] = ()
    fields: dict[str, frozenset[str]] = field(default_factory=dict)
    include: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()

    @classmethod
    def of(cls, given: MultiDict[str, str], *, largest: int) -> Query:
        """Read a query; a parameter that is not known is ignored, a malformed one gives 400."""
        return cls(
            page=_whole(given.get("page[number]", "1"), "page[number]"),
            size=min(_whole(given.get("page[size]", str(DEFAULT_SIZE)), "page[size]"), largest),
            conditions=_conditions(given),
            fields={
                found[1]: frozenset(_names(value))
                for name, value in given.items()
                if (found := FIELDS.fullmatch(name))
            },
            include=_names(given.get("include", "")),
            sort=_names(given.get("sort", "")),
        )


def bad_request(complaint: str, *names: str) -> Refused:
    """400 with what was wrong, and the names that it was wrong about."""
    return Refused(HTTPStatus.BAD_REQUEST, " ".join((complaint, *names)))


def _whole(text: str, name: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise bad_request("Must be a whole number above 0:", name)
    return int(text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _conditions(given: MultiDict[str, str]) -> tuple[Condition, ...]:
    groups: dict[str, dict[str, str]] = {}
    for name, value in given.items():
        if found := CONDITION.fullmatch(name):
            groups.setdefault(found[1], {})[found[2]] = value
        elif name.startswith("filter["):
            raise bad_request("The parameter is not a condition:", name)
    return tuple(_condition(name, parts) for name, parts in groups.items())


def _condition(name: str, parts: dict[str, str]) -> Condition:
    if "path" not in parts or "value" not in parts:
        raise bad_request("The condition needs a path and a value:", name)
    operator = parts.get("operator", "eq")
    if operator not in OPERATORS:
        raise bad_request("The operator is not supported:", operator)
    return Condition(parts["path"], parts["value"], operator)
