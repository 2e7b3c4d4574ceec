"""The top level holds what is agreed, and names say what things are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

import pytest

from tests.architecture.tree import PROGRAM, ROOT

FOLDERS = {"tripletex_wizard", "resources", "tests"}
FILES = {"pyproject.toml", "README.md"} | {
    *("Makefile", "requirements.lock", "build.spec"),
    *("LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"),
}
MADE_BY_TOOLS = {"build", "dist", "mutants"}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def strangers(top: Path) -> set[str]:
    """What lies at the top level and should not, or should and does not."""
    there = {each.name for each in top.iterdir() if not each.name.startswith(".")}
    return (there - MADE_BY_TOOLS) ^ (FOLDERS | FILES)


def empty_names(paths: Iterable[PurePath]) -> list[PurePath]:
    """Modules and packages whose name says nothing of what is in them."""
    return [path for path in paths if SAYS_NOTHING & {*path.with_suffix("").parts}]


def test_the_top_level_holds_exactly_what_is_agreed() -> None:
    assert strangers(ROOT) == set()


def test_a_stranger_and_a_missing_file_at_the_top_level_are_found(tmp_path: Path) -> None:
    for folder in (FOLDERS - {"tests"}) | {"scripts"}:
        (tmp_path / folder).mkdir()
    for file in FILES:
        (tmp_path / file).touch()
    assert strangers(tmp_path) == {"scripts", "tests"}


def test_no_module_is_named_utils_or_the_like() -> None:
    assert empty_names(path.relative_to(ROOT) for path in PROGRAM.rglob("*.py")) == []
    assert empty_names(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py")) == []


@pytest.mark.parametrize("path", ["tripletex_wizard/utils.py", "tripletex_wizard/common/vat.py"])
def test_a_module_named_utils_or_the_like_is_found(path: str) -> None:
    assert empty_names([PurePath(path)]) == [PurePath(path)]
