"""The lock file is complete, hashed and tells nobody's address."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.architecture.tree import ROOT

PIN = re.compile(r"[\w.-]+==[\w.]+\s(; [^:]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
PYTHONS = ("3.11", "3.12", "3.13")
GOOD = "requests==2.32.5 \\\n    --hash=sha256:" + "0" * 64 + "\n"


def lock_faults(lock: str) -> list[str]:
    """Entries that are anything else than one exact pin with its hashes."""
    entries = lock.replace("\\\n", "").splitlines()
    return [entry for entry in entries if not PIN.fullmatch(entry)]


def pins(lock: str) -> list[Requirement]:
    return [Requirement(line.rstrip(" \\")) for line in re.findall(r"^\S.*", lock, re.MULTILINE)]


def unmet(requirements: Sequence[Requirement], locked: Sequence[Requirement]) -> list[str]:
    """Requirements of the project that no pin meets, per Python version."""

    def applies(marker: Marker | None, python: str) -> bool:
        environment = {"python_version": python, "python_full_version": f"{python}.0"}
        return marker is None or marker.evaluate(environment)

    def meets(pin: Requirement, wanted: Requirement) -> bool:
        (exact,) = pin.specifier
        return pin.name.lower() == wanted.name.lower() and exact.version in wanted.specifier

    return [
        f"{wanted} on {python}"
        for python in PYTHONS
        for wanted in requirements
        if applies(wanted.marker, python)
        if not any(meets(pin, wanted) and applies(pin.marker, python) for pin in locked)
    ]


def requirements_of(project: Mapping[str, Any]) -> list[Requirement]:
    """What the program, its build and its development ask for."""
    groups = project["dependency-groups"].values()
    asked = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        *(each for group in groups for each in group if isinstance(each, str)),
    ]
    return [Requirement(each) for each in asked]


def test_every_pin_is_exact_and_hashed_and_no_address_is_told() -> None:
    assert lock_faults((ROOT / "requirements.lock").read_text()) == []


@pytest.mark.parametrize(
    "bad",
    [
        "--index-url https://example.invalid/simple\n" + GOOD,
        GOOD.partition(" ")[0],
        GOOD.replace("==", ">="),
        "requests @ https://example.invalid/r.whl --hash=sha256:" + "0" * 64,
    ],
)
def test_an_address_a_loose_pin_and_a_missing_hash_are_found(bad: str) -> None:
    assert lock_faults(GOOD) == []
    assert len(lock_faults(bad)) == 1


def test_the_lock_meets_every_requirement_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lock = (ROOT / "requirements.lock").read_text()
    assert unmet(requirements_of(project), pins(lock)) == []


@pytest.mark.parametrize("wanted", ["requests>=3", "werkzeug>=3"])
def test_a_requirement_that_the_lock_does_not_meet_is_found(wanted: str) -> None:
    assert len(unmet([Requirement(wanted)], pins(GOOD))) == len(PYTHONS)
