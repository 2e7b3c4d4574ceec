"""All that is SQLite's own: how a file is opened, written, timed, copied, and how it fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import BigInteger, Connection, NullPool, cast, create_engine, event, func
from sqlalchemy.exc import DBAPIError, OperationalError

from tripletex_wizard.domain.errors import Code, StorageError

NOW = cast((func.julianday("now") - 2440587.5) * 86_400_000, BigInteger)
"""The database's clock in milliseconds since 1970; SQLite has only the machine's."""

ON_CONNECT = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA fullfsync = ON",  # macOS keeps a plain fsync in the drive's memory
    "PRAGMA synchronous = FULL",
)

FAILURES = {
    sqlite3.SQLITE_NOTADB: Code.JOURNAL_UNREADABLE,
    sqlite3.SQLITE_CORRUPT: Code.JOURNAL_UNREADABLE,
    sqlite3.SQLITE_ERROR: Code.JOURNAL_UNREADABLE,  # a table is gone
    sqlite3.SQLITE_BUSY: Code.JOURNAL_LOCKED,
    sqlite3.SQLITE_LOCKED: Code.JOURNAL_LOCKED,
    sqlite3.SQLITE_FULL: Code.JOURNAL_FULL,
    sqlite3.SQLITE_READONLY: Code.JOURNAL_NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Code.JOURNAL_NOT_WRITABLE,
    sqlite3.SQLITE_PERM: Code.JOURNAL_NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: Code.JOURNAL_NOT_WRITABLE,
    sqlite3.SQLITE_IOERR_SHMSIZE: Code.JOURNAL_FULL,  # no room for the shared memory beside it
}
PRIMARY_CODE = 0xFF


class SqliteFile:
    """An existing SQLite file, never made by opening it; a connection per unit of work.

    `patience_seconds` is how long a unit waits for another program's lock.
    """

    def __init__(self, path: Path, *, patience_seconds: float) -> None:
        self.path = path.absolute()
        self._patience_seconds = patience_seconds
        self._engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=NullPool, hide_parameters=True
        )
        self._writing_engine = self._engine.execution_options()
        event.listen(self._writing_engine, "begin", _begin_immediate)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which each statement stands alone. Raises StorageError."""
        with self._failures_told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone from its first moment, durable at its end.

        Raises StorageError; nothing of it is then in the file.
        """
        with self._failures_told(), self._writing_engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the engine; every unit of work has closed its own connection."""
        self._engine.dispose()

    def keep_write_ahead_log(self) -> None:
        """Let readers and a writer work beside each other; the file remembers it."""
        with self.reading() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")

    def database_time(self) -> str:
        """The database's time, as it can stand in a file's name."""
        with self.reading() as connection:
            statement = "SELECT strftime('%Y-%m-%dT%H%M%S', 'now')"
            return str(connection.exec_driver_sql(statement).scalar_one())

    def copy_to(self, copy: Path) -> None:
        """Write a consistent, durable copy to the empty file `copy`. Raises StorageError."""
        with self.reading() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
        with copy.open("rb+") as file:  # VACUUM INTO leaves the copy in the system's memory
            os.fsync(file.fileno())

    def _connect(self) -> sqlite3.Connection:
        # SQLite would open it for reading, and leave files beside it that keep it unwritable.
        if not os.access(self.path, os.W_OK):
            raise StorageError(Code.JOURNAL_NOT_WRITABLE, path=str(self.path))
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw",
            uri=True,
            timeout=self._patience_seconds,
            isolation_level=None,
        )
        try:
            for pragma in ON_CONNECT:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _failures_told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            reported = _reported(error)
            code = FAILURES.get(reported) or FAILURES.get(reported & PRIMARY_CODE)
            if code is None:
                raise
            raise StorageError(code, path=str(self.path)) from error


def _reported(error: DBAPIError) -> int:
    """SQLite's code; text that is not UTF-8 is found by Python, which gives none."""
    unnumbered = sqlite3.SQLITE_ERROR if isinstance(error, OperationalError) else PRIMARY_CODE
    return getattr(error.orig, "sqlite_errorcode", unnumbered)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
