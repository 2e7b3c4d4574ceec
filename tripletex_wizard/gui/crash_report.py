"""What is known of something that the program did not expect, for those who mend it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tripletex_wizard.domain.errors import AppError


@dataclass(frozen=True, slots=True)
class CrashDesk:
    """What a report needs of the outside.

    `masked` takes every secret out of a text; `versions` are of the program and what it stands
    on; `write` puts a file where the user wants it, and may raise AppError.
    """

    masked: Callable[[str], str]
    versions: Mapping[str, str]
    write: Callable[[Path, bytes], None]


def crash_report(error: BaseException, desk: CrashDesk, at: datetime) -> str:
    """Time, versions, Tripletex' request ids and the traceback; in English, without secrets."""
    versions = [f"{name} {version}" for name, version in desk.versions.items()]
    ids = ", ".join(request_ids(error)) or "-"
    lines = [f"{at:%Y-%m-%d %H:%M:%S %z}", *versions, f"Tripletex request ids: {ids}", ""]
    return desk.masked("\n".join(lines) + "\n" + "".join(traceback.format_exception(error)))


def request_ids(error: BaseException) -> tuple[str, ...]:
    """Those of an error and of everything that led to it, each once, the newest first."""
    return tuple(
        dict.fromkeys(
            number
            for each in _and_its_causes(error)
            if isinstance(each, AppError)
            for number in each.request_ids
        )
    )


def _and_its_causes(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    before: BaseException | None = error
    while before is not None and before not in seen:
        seen.append(before)
        yield before
        before = before.__cause__ or before.__context__
