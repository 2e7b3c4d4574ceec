"""The program's log: a rotating file per process, without any registered secret in any form."""

from __future__ import annotations

import base64
import json
import logging
import os
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from urllib.parse import quote, quote_plus

import psutil

from tripletex_wizard.adapters.folders import PROGRAM, open_private, private_folder
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.secret import Secret

PROCESS = re.compile(rf"{PROGRAM}-([0-9]+)\.log")
FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"
MASK = "***"
LONGEST_FILE = 1_000_000
OLD_FILES = 5
KEPT_FILES = 20  # of programs that have ended
SHORTEST_IN_BASE64 = 6


class SecretMask(logging.Filter):
    """Replaces every registered secret in a record: message, arguments, exception, stack."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: set[str] = set()
        self._pattern: re.Pattern[str] | None = None

    def register(self, secret: Secret) -> None:
        """Mask `secret` from now on, as it is and in every form that it is sent in."""
        if secret:
            self._forms |= forms_of(secret.reveal())
            longest_first = sorted(self._forms, key=len, reverse=True)
            self._pattern = re.compile("|".join(map(_literally, longest_first)))

    def masked(self, text: str) -> str:
        """`text` without the registered secrets."""
        return self._pattern.sub(MASK, text) if self._pattern else text

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, masked for all handlers that come after."""
        record.msg = self.masked(_message(record))
        record.args = None
        if record.exc_info and record.exc_info[1]:
            record.exc_text = "".join(traceback.format_exception(record.exc_info[1])).rstrip()
            record.exc_info = None
        if record.exc_text:
            record.exc_text = self.masked(record.exc_text)
        if record.stack_info:
            record.stack_info = self.masked(record.stack_info)
        return True


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):  # arguments that do not fit: no reason to stop
        return f"{record.msg!r} {record.args!r}"


def forms_of(secret: str) -> set[str]:
    """The secret as it stands in addresses, headers, JSON and Python's own texts."""
    plain = {
        secret,
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        json.dumps(secret)[1:-1].replace("/", "\\/"),
        repr(secret)[1:-1],
        repr(secret.encode())[2:-1],
    }
    unquoted = plain | _base64_cores(secret.encode())
    return unquoted | {form for text in unquoted for form in _quoted(text)}


def _quoted(text: str) -> set[str]:
    return {quote(text), quote(text, safe=""), quote_plus(text)}


def _literally(form: str) -> str:
    """A pattern of the form; a quoted sign may be in either case (%2F, %2f)."""
    return re.sub("%[0-9A-F]{2}", lambda sign: f"(?i:{sign[0]})", re.escape(form))


def _base64_cores(secret: bytes) -> set[str]:
    """What base64 makes of a secret wherever it begins, as after `0:` or a company's id.

    Only the signs that depend on nothing beside the secret; what is left of it is half a sign.
    """
    cores = set()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret).decode()
        whole = (before + len(secret)) * 8 // 6
        core = encoded[-(-before * 8 // 6) : whole]
        if len(core) >= SHORTEST_IN_BASE64:
            cores |= {core, core.replace("+", "-").replace("/", "_")}
    return cores


class PrivateRotatingFile(RotatingFileHandler):
    """A rotating file that only its owner may read, and that takes every text.

    On a full disk lines are missing, and the program goes on: its work has its own words for it.
    """

    def close(self) -> None:
        """Close the file, whether or not there is room for the last lines."""
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 -- the base's name
        """Show what is a fault of our own."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)

    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding="utf-8",
            errors="backslashreplace",
            opener=open_private,
        )


MASK_OF_ALL_LOGS = SecretMask()


def register(secret: Secret) -> None:
    """Keep `secret` out of every log from now on."""
    MASK_OF_ALL_LOGS.register(secret)


def masked(text: str) -> str:
    """`text` as it may be shown in a report: without the registered secrets."""
    return MASK_OF_ALL_LOGS.masked(text)


def log_file(folder: Path) -> Path:
    """This process's own: on Windows a file that two programs have open cannot be rotated."""
    return folder / "logs" / f"{PROGRAM}-{os.getpid()}.log"


def _forget_oldest(logs: Path) -> None:
    """Delete all but the newest logs of programs that have ended."""
    ended = [path for path in logs.glob(f"{PROGRAM}*.log*") if not _is_being_written(path)]
    for path in sorted(ended, key=_last_written, reverse=True)[KEPT_FILES:]:
        with suppress(OSError):  # another program was first
            path.unlink()


def _is_being_written(path: Path) -> bool:
    process = PROCESS.match(path.name)
    return process is not None and psutil.pid_exists(int(process[1]))


def _last_written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@contextmanager
def logging_to(folder: Path, *, verbose: bool) -> Iterator[None]:
    """Log all loggers to a file in `folder`/logs, from INFO, or from DEBUG when `verbose`.

    Root handlers that are there already are masked too. Raises StorageError.
    """
    path = log_file(folder)
    try:
        private_folder(path.parent)
        _forget_oldest(path.parent)
        handler = PrivateRotatingFile(path, maxBytes=LONGEST_FILE, backupCount=OLD_FILES)
    except OSError as error:
        raise StorageError(Code.FILE_UNWRITABLE, path=str(path)) from error
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    before, others = root.level, list(root.handlers)
    root.addHandler(handler)
    for each in root.handlers:
        each.addFilter(MASK_OF_ALL_LOGS)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    try:
        yield
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
        handler.close()
        for each in others:
            each.removeFilter(MASK_OF_ALL_LOGS)
