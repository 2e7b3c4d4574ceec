"""Unfinished set-ups in versioned JSON files of their own. Tokens are not among them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from tripletex_wizard.adapters.folders import replace_file, safe_name
from tripletex_wizard.adapters.settings.board_rows import BoardRowPart
from tripletex_wizard.adapters.settings.faults import WHOLE_TEXT, first_fault
from tripletex_wizard.adapters.settings.versions import refuse_newer
from tripletex_wizard.domain.draft import (
    Confirmation,
    MethodChoice,
    Page,
    SetupDraft,
    ShopFound,
    TripletexFound,
)
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.profile import Environment, TransferRules
from tripletex_wizard.domain.zero_rated import ZeroRated

VERSION: Final = 1
FOLDER = "unfinished"


class DraftDocument(BaseModel):
    """The whole file. Unknown and missing fields are refused, in the draft's parts too.

    A draft from before articles of 0 % VAT were read has none.

    Tokens have their place in the keyring, and a trial is made again from its order.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    version: Literal[1]
    id: str
    profile_name: str
    environment: Environment
    prepared: bool
    other_transfer_off: bool
    client_company_id: int | None
    tripletex: TripletexFound | None
    shop: ShopFound | None
    board: tuple[BoardRowPart, ...]
    board_checked_at: datetime | None
    customer_numbers_confirmed: bool
    methods: tuple[MethodChoice, ...]
    methods_for: str
    zero_rated: tuple[ZeroRated, ...] = ()
    confirmation: Confirmation | None
    rules: TransferRules | None
    trial_order: str
    trial_seen: str
    untried: str
    signed_by: str
    reached: Page

    @classmethod
    def of(cls, draft: SetupDraft) -> DraftDocument:
        """What is kept of a draft."""
        kept = {name: getattr(draft, name) for name in KEPT}
        board = tuple(BoardRowPart.of(row) for row in draft.board)
        return cls.model_validate({**kept, "board": board, "version": VERSION})

    def draft(self) -> SetupDraft:
        """The draft, without tokens. Raises ValueError for a row of the board that is none."""
        kept = {name: getattr(self, name) for name in KEPT}
        return SetupDraft(**{**kept, "board": tuple(row.row() for row in self.board)})


KEPT = tuple(name for name in DraftDocument.model_fields if name != "version")


class DraftFiles:
    """Implements `services.setup_ports.Drafts` under `folder`, the program's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def latest(self) -> SetupDraft | None:
        """The new set-up that was saved last, None when there is none."""
        drafts = (_read(path) for path in self._newest_first())
        return next((draft for draft in drafts if draft and not draft.profile_name), None)

    def load(self, draft_id: str) -> SetupDraft | None:
        """The draft with this id, None when there is none."""
        return _read(self._path(draft_id))

    def save(self, draft: SetupDraft) -> None:
        """Write the draft; a crash leaves the old one or the new, never a part."""
        path = self._path(draft.id)
        try:
            replace_file(path, DraftDocument.of(draft).model_dump_json(indent=2) + "\n")
        except OSError as error:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path)) from error

    def forget(self, draft_id: str) -> None:
        """Delete a draft; nothing happens when there is none."""
        path = self._path(draft_id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path)) from error

    def _path(self, draft_id: str) -> Path:
        return self._folder / f"{safe_name(draft_id)}.json"

    def _newest_first(self) -> list[Path]:
        try:
            aged = [(path.stat().st_mtime_ns, path) for path in self._folder.glob("*.json")]
        except OSError as error:
            raise StorageError(Code.FILE_UNREADABLE, path=str(self._folder)) from error
        return [path for _, path in sorted(aged, reverse=True)]


def _read(path: Path) -> SetupDraft | None:
    try:
        text = path.read_text(encoding="utf-8")
        refuse_newer(json.loads(text), path, VERSION)
        return DraftDocument.model_validate_json(text).draft()
    except FileNotFoundError:
        return None
    except ValidationError as error:
        fault = first_fault(error)
        raise StorageError(Code.SETTINGS_UNREADABLE, path=str(path), detail=fault) from error
    except (ValueError, ArithmeticError) as error:
        raise StorageError(Code.SETTINGS_UNREADABLE, path=str(path), detail=WHOLE_TEXT) from error
    except OSError as error:
        raise StorageError(Code.FILE_UNREADABLE, path=str(path)) from error
