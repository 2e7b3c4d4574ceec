"""Brings a journal file to the form that this program writes, or refuses it untouched."""

from __future__ import annotations

import errno
import logging
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from tripletex_wizard.adapters.folders import (
    is_on_network_disk,
    open_private,
    private_folder,
    sync_folder,
)
from tripletex_wizard.adapters.journal.sqlite import SqliteFile
from tripletex_wizard.domain.errors import Code, StorageError

MIGRATIONS = Path(__file__).parent / "migrations"

# At INFO it tells of every journal that is opened, and the log would hold little else.
logging.getLogger("alembic").setLevel(logging.WARNING)


def open_file(path: Path, *, patience_seconds: float) -> SqliteFile:
    """The journal file at `path`, made when there is none, migrated when it is old.

    A file of an older program is first copied beside itself, dated. Raises StorageError; the file
    is then as it was. On a network disk there may be none: its locks, and the memory that SQLite
    shares between programs, do not reach another computer.
    """
    if is_on_network_disk(path):
        raise StorageError(Code.JOURNAL_NOT_LOCAL, path=str(path))
    try:
        if not path.exists():
            _make(path, patience_seconds)
        file = SqliteFile(path, patience_seconds=patience_seconds)
        _bring_up_to_date(file)
    except OSError as error:
        is_full = error.errno == errno.ENOSPC
        code = Code.JOURNAL_FULL if is_full else Code.JOURNAL_NOT_WRITABLE
        raise StorageError(code, path=str(path)) from error
    return file


def _make(path: Path, patience_seconds: float) -> None:
    """A new journal gets its name when it is complete, so an empty file is never taken for one."""
    folder = private_folder(path.parent)
    new = folder / f".{path.name}.{uuid4().hex}"
    _make_empty(new)
    try:
        file = SqliteFile(new, patience_seconds=patience_seconds)
        _migrate(file)
        file.keep_write_ahead_log()
        with suppress(FileExistsError):  # another program was first
            _name_without_replacing(new, path)
    except StorageError as error:
        raise StorageError(error.problem.code, path=str(path)) from error
    finally:
        new.unlink(missing_ok=True)
    sync_folder(folder)


def _name_without_replacing(new: Path, path: Path) -> None:
    if os.name == "nt":
        new.rename(path)  # refuses by itself there
    else:
        path.hardlink_to(new)


def _bring_up_to_date(file: SqliteFile) -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    with file.reading() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        raise StorageError(Code.JOURNAL_UNREADABLE, path=str(file.path))
    if revision not in {script.revision for script in scripts.walk_revisions()}:
        raise StorageError(Code.JOURNAL_TOO_NEW, path=str(file.path))
    if revision != scripts.get_current_head():
        _copy(file, f"{file.database_time()}-{revision}")
        _migrate(file)
    file.keep_write_ahead_log()  # a copy, put back in place of a file that was lost, does not


def _copy(file: SqliteFile, label: str) -> None:
    copy = file.path.with_name(f"{file.path.stem}-{label}-{uuid4().hex[:8]}{file.path.suffix}")
    _make_empty(copy)
    try:
        file.copy_to(copy)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    sync_folder(copy.parent)


def _make_empty(path: Path) -> None:
    os.close(open_private(str(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY))


def _migrate(file: SqliteFile) -> None:
    with file.writing() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
