"""What vouchers told of accounts is kept beside the settings, and is no loss when it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tripletex_wizard.adapters.settings import AccountFile
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.known_accounts import SeenAccounts

HIGH = SeenAccounts("3", 3010, "Salg av garn", 2710, "Utgående mva", "1042")
EXEMPT = SeenAccounts("5", 3110, "Bøker", None, "", "1042")


def file_of(folder: Path) -> Path:
    (found,) = folder.glob("profiles/*/accounts.json")
    return found


def test_what_was_remembered_is_there_the_next_time(tmp_path: Path) -> None:
    book = AccountFile(tmp_path, "Fjord Garn")
    assert book.seen() == ()
    book.remember((HIGH, EXEMPT))
    assert book.seen() == (HIGH, EXEMPT)
    assert AccountFile(tmp_path, "Fjord Garn").seen() == (HIGH, EXEMPT)
    assert AccountFile(tmp_path, "Another").seen() == ()


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "seen": []}', '{"version": 1}'])
def test_a_file_that_cannot_be_read_is_forgotten_and_logged(
    tmp_path: Path, text: str, expected_warnings: list[str]
) -> None:
    expected_warnings.append("accounts.json is left out")
    AccountFile(tmp_path, "Fjord Garn").remember((HIGH,))
    file_of(tmp_path).write_text(text)
    assert AccountFile(tmp_path, "Fjord Garn").seen() == ()


def test_a_file_that_cannot_be_written_is_told_and_changes_nothing(tmp_path: Path) -> None:
    book = AccountFile(tmp_path, "Fjord Garn")
    book.remember((HIGH,))
    path = file_of(tmp_path)
    path.unlink()
    path.mkdir()
    with pytest.raises(StorageError) as full:
        book.remember((EXEMPT,))
    assert full.value.problem.code is Code.FILE_UNWRITABLE
    assert book.seen() == (HIGH,)
