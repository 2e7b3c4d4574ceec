"""Where the repository's files lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "tripletex_wizard"
GUI = PROGRAM / "gui"
RESOURCES_RC = GUI / "resources_rc.py"
QRC = ROOT / "resources" / "resources.qrc"
I18N = ROOT / "resources" / "i18n"


def gui_sources() -> list[Path]:
    """All modules that may hold texts for people."""
    return sorted(path for path in GUI.rglob("*.py") if path != RESOURCES_RC)
