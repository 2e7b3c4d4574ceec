"""What `--self-test` says of each part of the program."""

from __future__ import annotations

from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Part(Enum):
    """What is tried."""

    PROGRAM = auto()
    QT = auto()
    TLS = auto()
    KEYRING = auto()
    TIME_ZONES = auto()
    COUNTRIES = auto()
    JOURNAL = auto()


def part_name(part: Part) -> str:  # noqa: PLR0911 - names
    """What a part is called."""
    match part:
        case Part.PROGRAM:
            return translate("self-test", "program")
        case Part.QT:
            return "Qt"
        case Part.TLS:
            return "TLS"
        case Part.KEYRING:
            return translate("self-test", "keyring")
        case Part.TIME_ZONES:
            return translate("self-test", "time zones")
        case Part.COUNTRIES:
            return translate("self-test", "country names")
        case Part.JOURNAL:
            return translate("self-test", "journal")
        case _:
            assert_never(part)


def window_name(name: str) -> str:
    """What a window is called, `name` being the code's own word for it."""
    return translate("self-test", "window {name}").format(name=name)


def works(name: str, detail: str) -> str:
    """A part that does what it is for, and which one it is."""
    return translate("self-test", "ok {name}: {detail}").format(name=name, detail=detail)


def notes(name: str, lacking: str) -> str:
    """A part that is there, and what this computer lacks to use it."""
    return translate("self-test", "note {name}: {lacking}").format(name=name, lacking=lacking)


def fails(name: str, problem: str) -> str:
    """A part that does not."""
    text = translate("self-test", "FAILED {name}: {problem}")
    return text.format(name=name, problem=problem)
