"""The import contracts of pyproject.toml hold, and would be seen broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.architecture.tree import ROOT

BROKEN = """
[tool.importlinter]
root_package = "broken_rooms"

[[tool.importlinter.contracts]]
name = "The domain knows nothing of services"
type = "forbidden"
source_modules = ["broken_rooms.domain"]
forbidden_modules = ["broken_rooms.services"]
"""


def test_the_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_a_broken_import_contract_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = tmp_path / "broken_rooms"
    rooms.mkdir()
    (rooms / "__init__.py").touch()
    (rooms / "services.py").touch()
    (rooms / "domain.py").write_text("from broken_rooms import services\n")
    (tmp_path / "pyproject.toml").write_text(BROKEN)
    monkeypatch.syspath_prepend(tmp_path)
    assert lint_imports(config_filename=str(tmp_path / "pyproject.toml"), no_cache=True) == 1
