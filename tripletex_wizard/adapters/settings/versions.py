"""Files of a later version of the program are not touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tripletex_wizard.domain.errors import Code, StorageError


def refuse_newer(document: Any, path: Path, version: int) -> None:
    """Raise StorageError(SETTINGS_TOO_NEW) for a file made later than with `version`."""
    found = document.get("version") if isinstance(document, dict) else None
    if isinstance(found, int) and found > version:
        raise StorageError(Code.SETTINGS_TOO_NEW, path=str(path), version=found)
