"""CONTRIBUTING.md lists the practice servers' switches as they are."""

from __future__ import annotations

from tests.architecture.switch_table import CONTRIBUTING, switch_table, with_table
from tripletex_wizard.practice.switches import TABLE


def test_contributing_lists_every_switch_as_it_is() -> None:
    text = CONTRIBUTING.read_text("utf-8")
    assert switch_table(TABLE) in text, "run python -m tests.architecture.switch_table"


def test_a_switch_that_contributing_lacks_is_found_and_written() -> None:
    old = with_table(CONTRIBUTING.read_text("utf-8"), TABLE[1:])
    assert switch_table(TABLE) not in old
    assert switch_table(TABLE) in with_table(old, TABLE)
