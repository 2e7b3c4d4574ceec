"""Ways in which a journal fails, each for as long as its context lasts."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

Fault = Callable[[Path], AbstractContextManager[None]]

SMALL_DISK = 1_048_576  # bytes

NOT_WRITABLE = ("får ikke skrevet til", "journal.sqlite", "Sjekk at du har skrivetilgang")
DAMAGED = ("er ikke en journal, eller er skadet", "Hent filen tilbake fra en sikkerhetskopi")
IN_USE = ("er i bruk av et annet program", "Lukk det andre programmet")
FULL = ("disken er full", "Frigjør plass på disken")


@contextmanager
def permitted(path: Path, mode: int) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(mode)
    yield
    path.chmod(before)


@contextmanager
def content(path: Path, change: Callable[[bytes], bytes]) -> Iterator[None]:
    before = path.read_bytes()
    path.write_bytes(change(before))
    yield
    path.write_bytes(before)


@contextmanager
def locked(path: Path, *statements: str) -> Iterator[None]:
    connected = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    with closing(connected) as other:
        for statement in statements:
            other.execute(statement)
        yield


def read_only_folder(path: Path) -> AbstractContextManager[None]:
    return permitted(path.parent, 0o500)


def read_only_file(path: Path) -> AbstractContextManager[None]:
    return permitted(path, 0o400)


def unreadable_file(path: Path) -> AbstractContextManager[None]:
    return permitted(path, 0)


def locked_for_writing(path: Path) -> AbstractContextManager[None]:
    return locked(path, "BEGIN IMMEDIATE")


def locked_for_reading(path: Path) -> AbstractContextManager[None]:
    return locked(path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")


def cut_off(path: Path) -> AbstractContextManager[None]:
    return content(path, lambda whole: whole[: len(whole) // 2])


def emptied(path: Path) -> AbstractContextManager[None]:
    return content(path, lambda _whole: b"")


@contextmanager
def full_disk(path: Path) -> Iterator[None]:
    """Fill the disk that the journal is on; a small one, of its own."""
    assert shutil.disk_usage(path.parent).total <= SMALL_DISK
    filler = path.parent / "filler"
    descriptor = os.open(filler, os.O_CREAT | os.O_WRONLY)
    try:
        while os.write(descriptor, bytes(512)):
            pass
    except OSError:
        os.close(descriptor)
    yield
    filler.unlink()
