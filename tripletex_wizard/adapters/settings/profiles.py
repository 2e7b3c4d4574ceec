"""Profiles in versioned JSON files, one folder each. Tokens are not among them."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from tripletex_wizard.adapters.folders import profile_folder, replace_file
from tripletex_wizard.adapters.settings.faults import WHOLE_TEXT, first_fault
from tripletex_wizard.adapters.settings.versions import refuse_newer
from tripletex_wizard.domain.errors import Code, InputError, StorageError
from tripletex_wizard.domain.profile import Profile

logger = logging.getLogger("tripletex_wizard.settings")

VERSION: Final = 1
FILE_NAME = "settings.json"


class SettingsDocument(BaseModel):
    """The whole file. Unknown and missing fields are refused, in the profile's parts too."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    version: Literal[1]
    profile: Profile


class SettingsFile:
    """Implements `services.ports.SettingsStore` under `folder`, the program's own.

    Every call may raise StorageError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> Profile:
        """The profile of this name. Raises InputError(PROFILE_UNKNOWN) when there is none."""
        path = self._path(name)
        if not path.exists():
            known = ", ".join(self.names())
            raise InputError(Code.PROFILE_UNKNOWN, profile=name, profiles=known)
        return _read(path)

    def save(self, profile: Profile) -> None:
        """Write the profile; a crash leaves the old settings or the new, never a part."""
        path = self._path(profile.name)
        document = SettingsDocument(version=VERSION, profile=profile)
        try:
            replace_file(path, document.model_dump_json(indent=2) + "\n")
        except OSError as error:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path)) from error

    def names(self) -> tuple[str, ...]:
        """The names of all profiles, in the order of the alphabet.

        Settings that cannot be read are logged and left out, so that they hide no other profile.
        """
        found = filter(None, map(_name, self._folder.glob(f"profiles/*/{FILE_NAME}")))
        return tuple(sorted(found, key=str.casefold))

    def _path(self, name: str) -> Path:
        return profile_folder(self._folder, name) / FILE_NAME


def _name(path: Path) -> str | None:
    try:
        return _read(path).name
    except StorageError as error:
        logger.warning("%s is left out: %s", path, error.problem.code)
        return None


def _read(path: Path) -> Profile:
    try:
        text = path.read_text(encoding="utf-8")
        refuse_newer(json.loads(text), path, VERSION)
        return SettingsDocument.model_validate_json(text).profile
    except ValidationError as error:
        fault = first_fault(error)
        raise StorageError(Code.SETTINGS_UNREADABLE, path=str(path), detail=fault) from error
    except ValueError as error:
        raise StorageError(Code.SETTINGS_UNREADABLE, path=str(path), detail=WHOLE_TEXT) from error
    except OSError as error:
        raise StorageError(Code.FILE_UNREADABLE, path=str(path)) from error
