"""The PySide6 that is installed keeps count of what it borrows."""

from __future__ import annotations

import sys
from importlib.metadata import version

import pytest
from packaging.version import Version
from PySide6.QtCore import QObject

CALLS = 1_000


def is_broken(pyside: Version, python: tuple[int, int]) -> bool:
    """PySide6 6.12.0 aborts the process after some ten thousand calls below Python 3.12."""
    return pyside >= Version("6.12") and python < (3, 12)


def test_a_qt_call_without_a_result_keeps_its_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("canary")
    assert sys.getrefcount(None) > before - CALLS / 2


def test_the_installed_pyside_fits_the_python() -> None:
    assert not is_broken(Version(version("PySide6-Essentials")), sys.version_info[:2])


@pytest.mark.parametrize(
    ("pyside", "python", "broken"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
    ],
)
def test_the_broken_pairs_of_pyside_and_python_are_known(
    pyside: str, python: tuple[int, int], *, broken: bool
) -> None:
    assert is_broken(Version(pyside), python) is broken
