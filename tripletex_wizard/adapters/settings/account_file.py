"""What vouchers told of a company's accounts, in a file of the profile's folder."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from tripletex_wizard.adapters.folders import profile_folder, replace_file
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.known_accounts import SeenAccounts

logger = logging.getLogger("tripletex_wizard.settings")

VERSION: Final = 1
FILE_NAME = "accounts.json"


class AccountDocument(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, hide_input_in_errors=True)

    version: Literal[1]
    seen: tuple[SeenAccounts, ...]


class AccountFile:
    """Implements `services.ports.AccountBook` for a profile under `folder`, the program's own.

    It is read once. What cannot be read is forgotten: the next voucher tells it again.
    """

    def __init__(self, folder: Path, profile_name: str) -> None:
        self._path = profile_folder(folder, profile_name) / FILE_NAME
        self._seen: tuple[SeenAccounts, ...] | None = None

    def seen(self) -> tuple[SeenAccounts, ...]:
        """One for each VAT code; none when there is no file, or it cannot be read."""
        if self._seen is None:
            self._seen = self._read()
        return self._seen

    def remember(self, rows: tuple[SeenAccounts, ...]) -> None:
        """Write them, wholly or not at all. Raises StorageError."""
        document = AccountDocument(version=VERSION, seen=rows)
        try:
            replace_file(self._path, document.model_dump_json(indent=2) + "\n")
        except OSError as error:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(self._path)) from error
        self._seen = rows

    def _read(self) -> tuple[SeenAccounts, ...]:
        if not self._path.exists():
            return ()
        try:
            return AccountDocument.model_validate_json(self._path.read_text("utf-8")).seen
        except (OSError, ValueError) as error:
            logger.warning("%s is left out: %s", self._path, type(error).__name__)
            return ()
