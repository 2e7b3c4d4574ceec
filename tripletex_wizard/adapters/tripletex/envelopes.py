"""What stands in Tripletex' envelopes `{value}` and `{values}`, parsed or refused."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from tripletex_wizard.adapters.http import Answer
from tripletex_wizard.adapters.tripletex.wire import Wire
from tripletex_wizard.domain.errors import AnswerNotUnderstood, Code, OutcomeUnknown

W = TypeVar("W", bound=Wire)


def value_of(answer: Answer, kind: type[W]) -> W:
    """The one object of an answer; raises AnswerNotUnderstood with the place that is wrong."""
    return _parsed(answer, kind, _inside(answer, "value"), "value")


def values_of(answer: Answer, kind: type[W]) -> list[W]:
    """The objects of a list; raises AnswerNotUnderstood with the place that is wrong."""
    rows = _inside(answer, "values")
    if not isinstance(rows, list):
        raise _not_understood(answer, "values")
    return [_parsed(answer, kind, row, f"values.{index}") for index, row in enumerate(rows)]


def written_value_of(answer: Answer, kind: type[W]) -> W:
    """The object that a write made, once it is not refused; OutcomeUnknown if unreadable."""
    try:
        return value_of(answer, kind)
    except AnswerNotUnderstood:
        pass
    raise OutcomeUnknown(answered=True, request_ids=answer.request_ids)


def _inside(answer: Answer, name: str) -> object:
    body = answer.json()
    return body.get(name) if isinstance(body, dict) else None


def _parsed(answer: Answer, kind: type[W], value: object, place: str) -> W:
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        inner = error.errors(include_url=False, include_input=False)[0]["loc"]
    # outside the handler: the validation error quotes the answer, which is somebody's data
    raise _not_understood(answer, ".".join([place, *map(str, inner)]))


def _not_understood(answer: Answer, place: str) -> AnswerNotUnderstood:
    return AnswerNotUnderstood(
        Code.ANSWER_NOT_UNDERSTOOD, request_ids=answer.request_ids, path=f"{answer.path}: {place}"
    )
