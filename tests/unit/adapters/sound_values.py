"""What every value that an adapter gives must be: of its type, finite, and possible to write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from tripletex_wizard.domain.errors import AppError, Problem

LARGEST = 2**63
"""Beyond it neither SQLite nor Tripletex' own int64 holds a number."""


def outcome_of(run: Callable[[], object]) -> object:
    """What it gives, or the error of ours that it raises; any other exception goes on."""
    try:
        return run()
    except AppError as error:
        return error


def flaws(outcome: object, secrets: Collection[str]) -> list[str]:
    """What is wrong with a value, or with what an error says."""
    if not isinstance(outcome, AppError):
        return unsound(outcome)
    shown = told_of(outcome)
    told = [f"told: {secret[:9]}" for secret in secrets if secret in shown]
    return unsound(outcome.problem.params) + told


def unsound(value: Any, place: str = "") -> list[str]:
    """The places that nobody could store, send or show; empty when all is well."""
    return list(_unsound(value, place))


def _unsound(value: Any, place: str) -> Iterator[str]:
    if value is None or isinstance(value, Enum | date):
        return
    if isinstance(value, bool | str | int | Decimal):
        if wrong := _wrong(value):
            yield f"{place}: {wrong}"
        return
    inside = _inside(value)
    if inside is None:
        yield f"{place}: a {type(value).__name__}"
        return
    for name, each in inside:
        yield from _unsound(each, f"{place}.{name!s:.40}")


def _wrong(value: str | int | Decimal) -> str:
    match value:
        case str() if value != value.encode(errors="replace").decode():
            return "half a character"
        case int() if not -LARGEST <= value < LARGEST:
            return f"a number of {value.bit_length()} bits"
        case Decimal() if not value.is_finite():
            return str(value)
        case _:
            return ""


def _inside(value: Any) -> list[tuple[object, Any]] | None:
    if isinstance(value, Problem):
        value = value.params
    if isinstance(value, Mapping):
        return [*(("key", key) for key in value), *value.items()]
    if isinstance(value, list | tuple | frozenset):
        return list(enumerate(value))
    if is_dataclass(value):
        return [(field.name, getattr(value, field.name)) for field in fields(value)]
    return None


def told_of(error: BaseException) -> str:
    """All that an error says of itself, and those that it came from."""
    texts: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        texts += [str(seen), repr(seen)]
        if isinstance(seen, AppError):
            texts += [repr(seen.problem), repr(dict(seen.problem.params)), repr(seen.request_ids)]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(texts)
