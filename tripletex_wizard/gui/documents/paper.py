"""A document before it has pages: titles, paragraphs and tables, and where it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.amounts import clock_time, day

translate = QCoreApplication.translate

_FACTS = (32, 68)
_REST = 0

PARTS_A_LEAF = 8  # to lay out a document takes time by the square of its length


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes documents: the user and the PC, and the program's version."""

    user: str
    computer: str
    program_version: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What every page tells of where the document comes from (accounting.md F «Felles»)."""

    company: str
    organization_number: str
    shop: str
    environment: Environment
    setup_version: int
    made_at: datetime
    maker: Maker


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as they are printed; the columns in `figures` stand at the right.

    `widths` are those of the columns in per cent of the page, 0 for one that has what is left;
    without them they follow the texts.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()
    sums: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part: paragraphs, a table, more paragraphs, and parts that have no number."""

    title: str
    before: tuple[str, ...] = ()
    table: Table | None = None
    after: tuple[str, ...] = ()
    parts: tuple[Section, ...] = ()

    def pieces(self, level: int = 2) -> tuple[str, ...]:
        """The HTML under its title, which is of this `level`, then each of its parts."""
        table = [_table(self.table)] if self.table else []
        own = "".join((*_paragraphs(self.before), *table, *_paragraphs(self.after)))
        heading = f"h{level + 1}"
        parts = (
            f"<{heading}>{escape(part.title)}</{heading}>{''.join(part.pieces(level + 1))}"
            for part in self.parts
        )
        return (own, *parts)


def moment(at: datetime) -> str:
    """«23.11.2026 kl. 10:42», in the time zone that it is given in."""
    text = translate("documents", "{day} at {time}")
    return text.format(day=day(at), time=clock_time(at))


def facts(title: str, rows: tuple[tuple[str, str], ...]) -> Section:
    """A section of names and what they are."""
    return Section(title, table=Table((), rows, widths=_FACTS))


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole document; `lines_to_sign` are under its end."""

    title: str
    origin: Origin
    sections: tuple[Section, ...]
    lines_to_sign: tuple[str, ...] = field(default=())

    @property
    def checksum(self) -> str:
        """SHA-256 of every table's rows: cells parted by tabs, a line for each, in UTF-8."""
        rows = "\n".join("\t".join(row) for row in self._rows())
        return hashlib.sha256(rows.encode()).hexdigest()

    @property
    def html(self) -> str:
        """The subset of HTML that Qt's rich text knows."""
        return "".join(self.leaves)

    @property
    def leaves(self) -> tuple[str, ...]:
        """The HTML in pieces that each begin a page: of very many parts, some at a time."""
        leaves = [f"<h1>{escape(self.title)}</h1>"]
        for number, section in enumerate(self.sections, start=1):
            own, *parts = section.pieces()
            leaves[-1] += f"<h2>{number}. {escape(section.title)}</h2>{own}"
            leaves[-1] += "".join(parts[:PARTS_A_LEAF])
            rest = range(PARTS_A_LEAF, len(parts), PARTS_A_LEAF)
            leaves += ["".join(parts[place : place + PARTS_A_LEAF]) for place in rest]
        leaves[-1] += _to_sign(self.lines_to_sign) if self.lines_to_sign else ""
        return tuple(leaves)

    def _rows(self) -> Iterator[tuple[str, ...]]:
        for table in _tables(self.sections):
            yield from (*table.rows, *([table.sums] if table.sums else []))


def _tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        if section.table:
            yield section.table
        yield from _tables(section.parts)


def _paragraphs(texts: tuple[str, ...]) -> Iterator[str]:
    return (f"<p>{escape(text)}</p>" for text in texts)


def _table(table: Table) -> str:
    heads = _row(table, table.headings, "th") if any(table.headings) else ""
    rows = "".join(_row(table, row, "td") for row in table.rows)
    sums = _row(table, table.sums, "th") if table.sums else ""
    return (
        f'<table width="100%" cellspacing="0" cellpadding="3"><thead>{heads}</thead>{rows}{sums}'
        "</table>"
    )


def _row(table: Table, cells: tuple[str, ...], tag: str) -> str:
    return f"<tr>{''.join(_cell(table, place, text, tag) for place, text in enumerate(cells))}</tr>"


def _cell(table: Table, place: int, text: str, tag: str) -> str:
    side = "right" if place in table.figures else "left"
    width = table.widths[place] if table.widths else _REST
    wide = f' width="{width}%"' if width != _REST else ""
    return f'<{tag} align="{side}" valign="top"{wide}>{_inside(table, place, text)}</{tag}>'


def _inside(table: Table, place: int, text: str) -> str:
    """An amount is never broken, not even where Qt finds the column too narrow for it."""
    if place not in table.figures or text in table.headings:
        return escape(text)
    lines = escape(text).replace(" + ", " +<br>")
    return f'<p style="white-space: nowrap; margin: 0">{lines}</p>'


def _to_sign(lines: tuple[str, ...]) -> str:
    """Room for a pen above each of the lines."""
    room = "".join(
        f'<td class="sign">{escape(line)}</td><td class="gap" width="4%"></td>' for line in lines
    )
    return (
        f'<br><br><br><table width="100%" cellspacing="0" cellpadding="4"><tr>{room}</tr></table>'
    )
