"""The practice servers' switches as the table in CONTRIBUTING.md; run it to write them there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.architecture.tree import ROOT
from tripletex_wizard.practice.switches import TABLE, Switch

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
BETWEEN_MARKS = re.compile(
    r"(?<=<!-- switches: generated -->\n).*(?=<!-- end of switches -->)", re.DOTALL
)


def switch_table(switches: Iterable[Switch]) -> str:
    """The Markdown table; the first value of each row is the default."""
    rows = (
        f"| `{each.name}` | {each.service} | {', '.join(f'`{value}`' for value in each.values)} "
        f"| {each.grade} | {each.about} |\n"
        for each in switches
    )
    return (
        "\n| switch | server | values | grade | fact |\n|---|---|---|---|---|\n"
        + "".join(rows)
        + "\n"
    )


def with_table(text: str, switches: Iterable[Switch]) -> str:
    """The text with its table replaced by that of these switches."""
    table = switch_table(switches)
    return BETWEEN_MARKS.sub(lambda _: table, text)


if __name__ == "__main__":
    CONTRIBUTING.write_text(with_table(CONTRIBUTING.read_text("utf-8"), TABLE), "utf-8")
