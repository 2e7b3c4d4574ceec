"""Names the place that is wrong in a file."""

from __future__ import annotations

from pydantic import ValidationError

WHOLE_TEXT = "JSON"


def first_fault(error: ValidationError) -> str:
    """The path of the first wrong field, such as `profile.rules.due_days`; never its value.

    `JSON` when the text as a whole has the wrong form.
    """
    path = error.errors(include_input=False)[0]["loc"]
    return ".".join(str(part) for part in path) or WHOLE_TEXT


def is_unknown_field(error: ValidationError) -> bool:
    """Whether the first wrong field is one that no such file has."""
    return error.errors(include_input=False)[0]["type"] == "extra_forbidden"


def line_that_is_not_json(error: ValidationError) -> str:
    """The number of the line where the text stops being JSON; empty when it is JSON."""
    fault = error.errors(include_input=False)[0]
    if fault["type"] != "json_invalid":
        return ""
    return fault["msg"].partition(" at line ")[2].partition(" ")[0] or "1"
