"""What the domain promises for each code, and what is given where a code is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import tripletex_wizard
from tripletex_wizard.domain import errors, prerequisites
from tripletex_wizard.domain.errors import Value
from tripletex_wizard.domain.money import Money

PROGRAM = Path(tripletex_wizard.__file__).parent
MEMBER = re.compile(r'    ([A-Z_]+) = "[a-z_]+"(?:  # ([a-z_, ]+))?$')
NOT_PARAMETERS = {"request_ids"}

SAMPLES: dict[str, Value] = {
    **dict.fromkeys(
        ("amount", "ours", "theirs", "before", "after", "shop", "credited"), Money(124950)
    ),
    **dict.fromkeys(("without_vat", "with_vat"), Money(99960)),
    **dict.fromkeys(("gift_card", "sale"), Money(50000)),
    **dict.fromkeys(("invoice_date", "delivered", "expired"), date(2026, 11, 23)),
    **dict.fromkeys(("payment_type", "invoice", "count", "status", "seconds"), 10412),
    **dict.fromkeys(("until", "at"), datetime(2026, 11, 22, 16, 20, tzinfo=UTC)),
    "rate": Decimal(25),
    "token": "mystore",
    "environment": "test",
    "asked": "practice",
}


def promised(codes: type[StrEnum]) -> dict[str, list[str]]:
    """The parameters that the comment beside each code names."""
    module = {errors.Code: errors, prerequisites.Finding: prerequisites}[codes]
    assert module.__file__ is not None
    lines = Path(module.__file__).read_text(encoding="utf-8").splitlines()
    found = {match[1]: match[2] or "" for line in lines if (match := MEMBER.match(line))}
    return {
        code.name: [name for name in found.get(code.name, "").split(", ") if name] for code in codes
    }


def samples(names: list[str]) -> dict[str, Value]:
    """A value for each parameter, of the kind that the domain gives."""
    return {name: SAMPLES.get(name, f"<{name}>") for name in names}


def given() -> Iterator[tuple[str, str, set[str]]]:
    """(place, code, parameters) wherever a `Code.X` is the first argument of a call."""
    for path in sorted(PROGRAM.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(
                    args=[ast.Attribute(value=ast.Name(id="Code"), attr=code)], keywords=keywords
                ) if all(keyword.arg for keyword in keywords):
                    names = {keyword.arg for keyword in keywords if keyword.arg}
                    yield f"{path.name}:{call.lineno}", code, names - NOT_PARAMETERS
