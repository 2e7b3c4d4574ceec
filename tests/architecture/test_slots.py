"""A method that a signal is connected to is a slot (style rule 8)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import PROGRAM


def connected_without_slot(file: Path) -> Iterator[str]:
    """Methods of a class that it connects to signals itself, as «Class.method»."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            methods = {row.name: row for row in node.body if isinstance(row, ast.FunctionDef)}
            for name in connected_in(node) & methods.keys():
                if not any(map(is_slot, methods[name].decorator_list)):
                    yield f"{node.name}.{name}"


def connected_in(node: ast.ClassDef) -> set[str]:
    """What stands in `….connect(self.name)`."""
    return {
        call.args[0].attr
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        and call.args
        and isinstance(call.args[0], ast.Attribute)
        and isinstance(call.args[0].value, ast.Name)
        and call.args[0].value.id == "self"
    }


def is_slot(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id == "Slot"
    )


def test_every_connected_method_is_a_slot() -> None:
    found = {
        str(file.relative_to(PROGRAM)): names
        for file in sorted(PROGRAM.rglob("*.py"))
        if (names := sorted(connected_without_slot(file)))
    }
    assert found == {}
