"""Tokens that cannot be missed: the middle of each is looked for in whatever form it was written.

Quoting, JSON and Python's own texts change the signs around the middle, never the middle itself;
base64 turns it into one of three texts, by where it begins.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CONSUMER = "Zq7consumerCANARYx1"
EMPLOYEE = "Zq7employeeCANARYx2"
SESSION = "Zq7sessionCANARYx3"
WRONG = "Zq7wrongCANARYx4"
SHORTEST = 12  # of a middle; what is shorter may stand somewhere by chance


def token_around(middle: str) -> str:
    """A token with signs that URLs, JSON and base64 each write in their own way."""
    return f'ø/+"={middle}\\&%41é?='


def session_token_around(middle: str, number: int) -> str:
    """A token that may stand in a path."""
    return f"s{number}+{middle}%={number}"


def forms(middle: str) -> set[bytes]:
    """The middle of a token as it is, and in base64 wherever in a text it begins."""
    assert len(middle) >= SHORTEST
    found = {middle.encode()}
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + middle.encode())
        first, last = -(-before * 8 // 6), (before + len(middle)) * 8 // 6
        found.add(encoded[first:last])
    return found


def leaks(written: Mapping[str, bytes], middles: Iterable[str]) -> list[str]:
    """Where any of the middles stands, in any form."""
    return [
        f"{where}: {middle}"
        for middle in middles
        for where, text in written.items()
        if any(form in text for form in forms(middle))
    ]


def files_under(*folders: Path) -> dict[str, bytes]:
    """The names and contents of all files, a name of its own for each."""
    return {
        str(path): str(path).encode() + b"\n" + path.read_bytes()
        for folder in folders
        for path in _files(folder)
    }


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
