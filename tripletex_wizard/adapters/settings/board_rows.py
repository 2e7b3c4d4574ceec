"""Rows of the prerequisite board in JSON: every value comes back as the type that it had."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, assert_never

from pydantic import BaseModel, ConfigDict

from tripletex_wizard.domain.errors import Code, Problem, Value
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.vat_terms import VatTerm

Kind = Literal[
    "text", "number", "yes_no", "decimal", "date", "time", "money", "vat_term", "nothing"
]
Packed = tuple[Kind, str]
"""A value with its type, since JSON has no dates and no exact numbers."""


class ProblemPart(BaseModel):
    """Why a check could not be made."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    code: Code
    params: dict[str, Packed]


class BoardRowPart(BaseModel):
    """One row."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    prerequisite: Prerequisite
    status: CheckStatus
    finding: Finding
    params: dict[str, Packed]
    problem: ProblemPart | None

    @classmethod
    def of(cls, row: BoardRow) -> BoardRowPart:
        """A row as it is kept."""
        problem = row.problem
        return cls(
            prerequisite=row.prerequisite,
            status=row.status,
            finding=row.finding,
            params=_all_packed(row.params),
            problem=ProblemPart(code=problem.code, params=_all_packed(problem.params))
            if problem
            else None,
        )

    def row(self) -> BoardRow:
        """The row. Raises ValueError for a value that is not of its type."""
        problem = self.problem
        return BoardRow(
            self.prerequisite,
            self.status,
            self.finding,
            _all_unpacked(self.params),
            Problem(problem.code, **_all_unpacked(problem.params)) if problem else None,
        )


def _all_packed(params: Mapping[str, Value]) -> dict[str, Packed]:
    return {name: _packed(value) for name, value in params.items()}


def _all_unpacked(params: Mapping[str, Packed]) -> dict[str, Value]:
    return {name: _unpacked(*packed) for name, packed in params.items()}


def _packed(value: Value) -> Packed:  # noqa: PLR0911 - one return a type
    match value:
        case None:
            return "nothing", ""
        case bool():
            return "yes_no", "yes" if value else ""
        case int():
            return "number", str(value)
        case Decimal():
            return "decimal", str(value)
        case datetime():
            return "time", value.isoformat()
        case date():
            return "date", value.isoformat()
        case Money():
            return "money", f"{value.ore} {value.currency}"
        case VatTerm():
            return "vat_term", f"{value.year} {value.number} {value.months}"
        case str():
            return "text", value
        case _:
            assert_never(value)


def _unpacked(kind: Kind, text: str) -> Value:  # noqa: PLR0911 - one return a type
    match kind:
        case "nothing":
            return None
        case "yes_no":
            return bool(text)
        case "number":
            return int(text)
        case "decimal":
            return Decimal(text)
        case "time":
            return datetime.fromisoformat(text)
        case "date":
            return date.fromisoformat(text)
        case "money":
            ore, currency = text.split(" ")
            return Money(int(ore), currency)
        case "vat_term":
            return VatTerm(*map(int, text.split(" ")))
        case "text":
            return text
        case _:
            assert_never(kind)
