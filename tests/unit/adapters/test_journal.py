"""The journal file: made, checked, migrated, refused."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import IntegrityError

from tests.unit.adapters.journal_program import entry
from tripletex_wizard.adapters.journal import SqlJournal, schema, sqlite
from tripletex_wizard.adapters.journal.tables import metadata
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.transfer import JournalEntry, Step

SECOND_MIGRATION = """
from alembic import op
import sqlalchemy as sa
revision = "0002"
down_revision = "0001"
def upgrade():
    op.add_column("entries", sa.Column("batch", sa.String))
"""
BROKEN_MIGRATION = SECOND_MIGRATION + '    op.execute("nonsense")\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "garn og tråd #1?" / "journal.sqlite3"


def open_journal(path: Path, profile: str = "p", patience_seconds: float = 10) -> SqlJournal:
    return SqlJournal(
        path,
        profile=profile,
        user="u",
        host="h",
        patience_seconds=patience_seconds,
    )


def record_once(journal: SqlJournal) -> JournalEntry:
    journal.record(entry("10457"))
    return journal.entries("10457")[-1]


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def refusal(path: Path) -> Code:
    """Why the file is refused; it and its folder must be as they were."""
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(StorageError) as caught:
        open_journal(path, patience_seconds=0.05)
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
    assert caught.value.problem.params["path"] == str(path)
    return caught.value.problem.code


@pytest.fixture
def older_file(path: Path) -> Path:
    """A journal with one entry, made before `newer_program` comes."""
    open_journal(path).record(entry("10457"))
    return path


@pytest.fixture
def newer_program(older_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program be one with a second migration, once the older file is there; its module."""
    migrations = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    second = migrations / "versions" / "v0002_batch.py"
    second.write_text(SECOND_MIGRATION)
    return second


def test_the_tables_are_what_the_migrations_make(path: Path) -> None:
    open_journal(path)
    with sqlite.SqliteFile(path, patience_seconds=1).reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_only_the_owner_may_open_the_file_and_its_folder(path: Path) -> None:
    open_journal(path)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_nothing_but_the_journal_is_left_in_its_folder(path: Path) -> None:
    open_journal(path).record(entry("10457"))
    assert [file.name for file in path.parent.iterdir()] == ["journal.sqlite3"]


def test_every_connection_writes_through_to_the_disk(path: Path) -> None:
    open_journal(path)
    file = sqlite.SqliteFile(path, patience_seconds=1)
    with file.writing() as connection:
        read = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "fullfsync", "foreign_keys")
        ]
    assert read == ["wal", 2, 1, 1]


def test_a_copy_that_was_put_back_writes_ahead_like_the_file_that_it_replaces(path: Path) -> None:
    open_journal(path).record(entry("10457"))
    copy = path.with_name("copy.sqlite3")
    change(path, f"VACUUM INTO '{copy}'")
    copy.replace(path)
    assert open_journal(path).entries("10457")
    with sqlite.SqliteFile(path, patience_seconds=1).writing() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_file_opened_again_holds_what_was_recorded(path: Path) -> None:
    open_journal(path).record(entry("10457"))
    assert open_journal(path).entries("10457")[0].step is Step.ORDER


def test_profiles_in_one_file_do_not_see_each_other(path: Path) -> None:
    ours, theirs = open_journal(path, "ours"), open_journal(path, "theirs")
    theirs.record(entry("10457"))
    theirs.claim("10457", "b", 60)
    assert ours.all_entries() == {}
    assert ours.claim("10457", "a", 60) is None


@pytest.mark.parametrize("statement", ["UPDATE entries SET phase = 'done'", "DELETE FROM entries"])
def test_an_entry_is_never_changed_or_deleted(path: Path, statement: str) -> None:
    open_journal(path).record(entry("10457"))
    with pytest.raises(sqlite3.IntegrityError, match="never changed or deleted"):
        change(path, statement)


def test_a_unit_of_work_that_fails_leaves_nothing(path: Path) -> None:
    journal = open_journal(path)
    journal.record(entry("10457"))

    def claim_and_break_the_rule() -> None:
        with sqlite.SqliteFile(path, patience_seconds=1).writing() as connection:
            connection.exec_driver_sql("INSERT INTO claims VALUES ('p', '10457', 'b', 9e15)")
            connection.exec_driver_sql("DELETE FROM entries")

    with pytest.raises(IntegrityError):
        claim_and_break_the_rule()
    assert journal.claim("10457", "a", 60) is None


@pytest.mark.parametrize("content", [b"not a database, " * 100, b""])
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert refusal(path) is Code.JOURNAL_UNREADABLE


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    change(path, "CREATE TABLE recipes (name TEXT)")
    assert refusal(path) is Code.JOURNAL_UNREADABLE


def test_a_file_cut_off_in_the_middle_is_refused(path: Path) -> None:
    journal = open_journal(path)
    for number in range(50):
        journal.record(entry(str(number)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refusal(path) is Code.JOURNAL_UNREADABLE


def test_a_file_lost_under_way_is_not_replaced_by_an_empty_one(path: Path) -> None:
    journal = open_journal(path)
    path.unlink()
    with pytest.raises(StorageError) as caught:
        journal.record(entry("10457"))
    assert caught.value.problem.code is Code.JOURNAL_NOT_WRITABLE
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_told_of(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(StorageError) as caught:
        open_journal(path)
    assert caught.value.problem.code is Code.JOURNAL_NOT_WRITABLE


@pytest.mark.usefixtures("newer_program")
def test_an_older_file_is_copied_and_migrated(older_file: Path) -> None:
    migrated = open_journal(older_file)
    (copy,) = set(older_file.parent.iterdir()) - {older_file}
    assert re.fullmatch(r"journal-\d{4}-\d\d-\d\dT\d{6}-0001-\w{8}\.sqlite3", copy.name)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert migrated.entries("10457")
    change(older_file, "SELECT batch FROM entries")
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        change(copy, "SELECT batch FROM entries")


def test_a_file_of_a_newer_program_is_refused(path: Path) -> None:
    open_journal(path)
    change(path, "UPDATE alembic_version SET version_num = '0002'")
    assert refusal(path) is Code.JOURNAL_TOO_NEW


def test_a_migration_that_fails_changes_nothing(older_file: Path, newer_program: Path) -> None:
    newer_program.write_text(BROKEN_MIGRATION)
    before = older_file.read_bytes()
    with pytest.raises(StorageError):
        open_journal(older_file)
    assert older_file.read_bytes() == before


@pytest.mark.usefixtures("newer_program")
def test_no_migration_without_its_copy(older_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_the_disk(_file: sqlite.SqliteFile, copy: Path) -> None:
        copy.write_text("half a copy")
        raise OSError

    monkeypatch.setattr(sqlite.SqliteFile, "copy_to", fill_the_disk)
    assert refusal(older_file) is Code.JOURNAL_NOT_WRITABLE


def test_a_file_held_by_another_is_told_of(path: Path) -> None:
    journal = open_journal(path, patience_seconds=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            journal.record(entry("10457"))
    assert caught.value.problem.code is Code.JOURNAL_LOCKED
    assert journal.entries("10457") == ()


def test_a_file_locked_against_reading_is_refused(path: Path) -> None:
    open_journal(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError) as caught:
            open_journal(path, patience_seconds=0.05)
    assert caught.value.problem.code is Code.JOURNAL_LOCKED


def test_a_full_disk_is_told_of_and_nothing_is_recorded(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_journal(path)
    with closing(sqlite3.connect(path)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    full = (*sqlite.ON_CONNECT, f"PRAGMA max_page_count = {pages}")
    monkeypatch.setattr(sqlite, "ON_CONNECT", full)
    recorded: list[JournalEntry] = []
    with pytest.raises(StorageError) as caught:
        recorded.extend(record_once(journal) for _ in range(10_000))
    assert caught.value.problem.code is Code.JOURNAL_FULL
    assert len(journal.entries("10457")) == len(recorded)


INSERT = "INSERT INTO entries VALUES (NULL, 'p', '10457', {})"
READABLE = "'order', 'done', '2026-11-09T12:00:00+00:00', 'u', 'h', 1, '{}'"


@pytest.mark.parametrize(
    ("readable", "unreadable", "code"),
    [
        ("'order'", "'shipment'", Code.JOURNAL_UNREADABLE),
        ("'done'", "'begun'", Code.JOURNAL_UNREADABLE),
        ("'2026-11-09T12:00:00+00:00'", "'yesterday'", Code.JOURNAL_UNREADABLE),
        ("'2026-11-09T12:00:00+00:00'", "7", Code.JOURNAL_UNREADABLE),
        ("'{}'", "'{'", Code.JOURNAL_UNREADABLE),
        ("'{}'", '\'{"order_id": "7"}\'', Code.JOURNAL_UNREADABLE),
        ("'{}'", "CAST(x'ff' AS TEXT)", Code.JOURNAL_UNREADABLE),
        ("1,", "2,", Code.JOURNAL_TOO_NEW),
    ],
)
def test_an_entry_that_cannot_be_read_is_never_skipped(
    path: Path, readable: str, unreadable: str, code: Code
) -> None:
    journal = open_journal(path)
    journal.record(entry("10457"))
    change(path, INSERT.format(READABLE.replace(readable, unreadable)))
    with pytest.raises(StorageError) as caught:
        journal.all_entries()
    assert caught.value.problem.code is code


def test_a_fact_that_a_newer_program_added_is_passed_over(path: Path) -> None:
    journal = open_journal(path)
    change(path, INSERT.format(READABLE.replace("{}", '{"order_id": 7, "later": true}')))
    assert journal.entries("10457")[0].facts.order_id == 7
