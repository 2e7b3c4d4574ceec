"""The import contracts of pyproject.toml hold, and would be seen broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """In a process of its own: import-linter disables every logger of the one it runs in."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    return subprocess.run(
        [*command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_import_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


def test_a_broken_import_contract_is_found(tmp_path: Path) -> None:
    rooms = tmp_path / "broken_rooms"
    rooms.mkdir()
    (rooms / "__init__.py").touch()
    (rooms / "services.py").touch()
    (rooms / "domain.py").write_text("from broken_rooms import services\n")
    (tmp_path / "pyproject.toml").write_text(BROKEN)
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "broken_rooms.domain" in done.stdout
