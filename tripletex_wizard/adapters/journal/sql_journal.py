"""The journal of one profile on SQLAlchemy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, insert, or_, select, update

from tripletex_wizard.adapters.journal.entry_rows import WrittenByNewerProgram, from_row, to_row
from tripletex_wizard.adapters.journal.schema import open_file
from tripletex_wizard.adapters.journal.sqlite import NOW
from tripletex_wizard.adapters.journal.tables import claims, entries
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.transfer import JournalEntry


class SqlJournal:
    """Implements `services.ports.Journal` for `profile`; a file may hold several profiles.

    The folder must be on a local disk. `user` and `host` are written into entries that have
    none. Making one opens, checks and migrates the file and may raise StorageError. Safe to use
    from several threads and programs.
    """

    def __init__(
        self,
        path: Path,
        *,
        profile: str,
        user: str,
        host: str,
        patience_seconds: float = 10,
    ) -> None:
        self._file = open_file(path, patience_seconds=patience_seconds)
        self._profile = profile
        self._user = user
        self._host = host

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._file.close()

    def record(self, entry: JournalEntry) -> None:
        """Write an entry durably; it survives a crash and a power cut once this returns."""
        signed = replace(entry, user=entry.user or self._user, host=entry.host or self._host)
        with self._file.writing() as connection:
            connection.execute(insert(entries).values(profile=self._profile, **to_row(signed)))

    def entries(self, order_number: str) -> tuple[JournalEntry, ...]:
        """The entries of one order, oldest first."""
        wanted = self._all_rows().where(entries.c.order_number == order_number)
        return self._read(wanted).get(order_number, ())

    def all_entries(self) -> Mapping[str, tuple[JournalEntry, ...]]:
        """The entries of every order, by order number."""
        return self._read(self._all_rows())

    def claim(self, order_number: str, owner: str, lease_seconds: int) -> str | None:
        """Claim an order atomically. None when it is ours now, else the other owner's name.

        `owner` must be one running program's alone: a claim by the same owner is prolonged.
        """
        lease = {"owner": owner, "expires": _expiry(lease_seconds)}
        with self._file.writing() as connection:
            free = and_(self._of(order_number), or_(claims.c.owner == owner, _has_expired()))
            if _count(connection, update(claims).where(free).values(lease)):
                return None
            other = connection.scalar(select(claims.c.owner).where(self._of(order_number)))
            if other is None:
                row = {"profile": self._profile, "order_number": order_number, **lease}
                connection.execute(insert(claims).values(row))
            return other

    def renew(self, order_number: str, owner: str, lease_seconds: int) -> bool:
        """Prolong a claim; False when it has expired, even if nobody has taken it over."""
        ours = and_(self._of(order_number), claims.c.owner == owner, ~_has_expired())
        with self._file.writing() as connection:
            prolonged = update(claims).where(ours).values(expires=_expiry(lease_seconds))
            return _count(connection, prolonged) == 1

    def release(self, order_number: str, owner: str) -> None:
        """Give the claim back; nothing happens when it is not ours."""
        with self._file.writing() as connection:
            ours = and_(self._of(order_number), claims.c.owner == owner)
            connection.execute(delete(claims).where(ours))

    def _of(self, order_number: str) -> ColumnElement[bool]:
        return and_(claims.c.profile == self._profile, claims.c.order_number == order_number)

    def _all_rows(self) -> Select[Any]:
        return select(entries).where(entries.c.profile == self._profile).order_by(entries.c.id)

    def _read(self, wanted: Select[Any]) -> dict[str, tuple[JournalEntry, ...]]:
        with self._file.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        found: dict[str, list[JournalEntry]] = {}
        try:
            for row in rows:
                found.setdefault(row["order_number"], []).append(from_row(row))
        except WrittenByNewerProgram as error:
            raise StorageError(Code.JOURNAL_TOO_NEW, path=str(self._file.path)) from error
        except (TypeError, ValueError) as error:
            raise StorageError(Code.JOURNAL_UNREADABLE, path=str(self._file.path)) from error
        return {order_number: tuple(of_order) for order_number, of_order in found.items()}


def _expiry(lease_seconds: int) -> ColumnElement[int]:
    return NOW + lease_seconds * 1000


def _has_expired() -> ColumnElement[bool]:
    return claims.c.expires <= NOW


def _count(connection: Connection, statement: Any) -> int:
    return connection.execute(statement).rowcount
