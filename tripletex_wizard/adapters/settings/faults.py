"""Names the field that is wrong in a file."""

from __future__ import annotations

from pydantic import ValidationError

WHOLE_TEXT = "JSON"


def first_fault(error: ValidationError) -> str:
    """The path of the first wrong field, such as `profile.rules.due_days`; never its value.

    `JSON` when the text as a whole has the wrong form.
    """
    path = error.errors(include_input=False)[0]["loc"]
    return ".".join(str(part) for part in path) or WHOLE_TEXT
