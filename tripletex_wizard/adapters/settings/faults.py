"""Names the field that is wrong in a file."""

from __future__ import annotations

from pydantic import ValidationError


def first_fault(error: ValidationError) -> str:
    """The path of the first wrong field, such as `profile.rules.due_days`; never its value."""
    return ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
