"""Everything that a paper says stands whole on some page of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.gui.batch_room import NOW, Room, numbered, refused
from tests.gui.last_pages import MAKER, ready_for, usual_order
from tests.gui.posting_previews import document
from tests.orders.building import OSLO, TODAY, a_guest, a_line, an_order, company_facts
from tests.orders.worked import worked_orders
from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.draft import Page, SetupDraft, profile_of_draft
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.gui.documents.batch_report import BatchReport, origin_of
from tripletex_wizard.gui.documents.paper import Paper, Section
from tripletex_wizard.gui.documents.pdf import laid_out, pdf_of
from tripletex_wizard.gui.documents.setup_confirmation import setup_confirmation

A4 = QSizeF(510, 693)
BORDER = 1.0  # beside each other in a row, one cell may have a line above it and another none
MADE_AT = datetime(2026, 11, 23, 14, 5, tzinfo=OSLO)
DRAFT = replace(ready_for(Page.SUMMARY), signed_by="Rune Revisor")
REFUSED = refused().problem

pytestmark = pytest.mark.usefixtures("norwegian")


def tried(draft: SetupDraft) -> SetupDraft:
    order = usual_order()
    profile = profile_of_draft(draft, version=1)
    plan = plan_posting(order, profile, company_facts(), today=TODAY, choice=Choice())
    return replace(draft, trial=Trial(order, plan))


def confirmation(draft: SetupDraft, version: int = 1) -> Paper:
    return setup_confirmation(draft, MAKER, version=version, made_at=MADE_AT)


def with_methods(count: int) -> Paper:
    """A table of payment methods of that many rows, so that all that follows moves down."""
    known = DRAFT.methods
    labels = (f"Metode {place}" for place in range(count))
    rows = (replace(known[place % len(known)], label=label) for place, label in enumerate(labels))
    return confirmation(tried(replace(DRAFT, methods=tuple(rows))))


def with_lines(count: int) -> Paper:
    """The confirmation of a set-up that has so much more to say before it is signed."""
    paper = confirmation(tried(DRAFT))
    more = Section("Mer", tuple(f"Linje {place}" for place in range(count)))
    return replace(paper, sections=(*paper.sections[:-1], more, paper.sections[-1]))


def batch(count: int, failing: int = 0) -> Paper:
    """The report of `count` orders, every one of `failing` of which was refused."""
    orders = [replace(row, customer=a_guest("Tråd & Nål AS")) for row in numbered(count)]
    outcomes = tuple(
        Outcome(row.number, TransferState.FAILED, problems=(REFUSED,))
        if failing and place % failing == 0
        else Outcome(
            *(row.number, TransferState.TRANSFERRED, TransferAs.INVOICE),
            invoice_number=10201 + place,
            amount=Money(89_00),
        )
        for place, row in enumerate(orders)
    )
    origin = origin_of(Room([]).profile, MAKER, NOW)
    known = {row.number: row for row in orders}
    return BatchReport(BatchSums(outcomes), known, "2 min 10 s", origin).paper()


def previewed(count: int) -> Paper:
    """What so many of the worked orders would post, over and over, and one that is stopped."""
    goes = [row for row in worked_orders() if row.case.startswith("T") and row.tripletex]
    worked = [row.order for row in goes]
    orders = (worked[place % len(worked)] for place in range(count))
    numbered_anew = [replace(row, number=str(10457 + n)) for n, row in enumerate(orders)]
    return document(*numbered_anew, an_order(lines=[a_line(rate="17")])).paper()


PAPERS: dict[str, Callable[[], Paper]] = {
    "tried": lambda: confirmation(tried(DRAFT)),
    "later version": lambda: confirmation(tried(DRAFT), version=4),
    "not tried": lambda: confirmation(replace(DRAFT, trial=None)),
    "stopped": lambda: confirmation(replace(DRAFT, trial=Trial(an_order(), problems=(REFUSED,)))),
    "nobody signed": lambda: confirmation(replace(DRAFT, signed_by="", confirmation=None)),
}
PAPERS |= {f"{rows} methods": partial(with_methods, rows) for rows in (*range(1, 40), 150)}
PAPERS |= {f"{lines} lines more": partial(with_lines, lines) for lines in range(1, 70, 3)}
PAPERS |= {
    f"{count} orders, failing {failing}": partial(batch, count, failing)
    for count in (1, 30, 300)
    for failing in (0, 1, 7)
}


PAPERS |= {f"preview of {count} orders": partial(previewed, count) for count in (1, 2, 7, 30)}


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def place_of(block: QTextBlock) -> QRectF:
    return block.document().documentLayout().blockBoundingRect(block)


def lines_of(block: QTextBlock) -> Iterator[tuple[float, float]]:
    """Where each line of it begins and ends, from the top of the document."""
    layout, top = block.layout(), place_of(block).top()
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        yield top + line.y(), top + line.y() + line.height()


@pytest.mark.parametrize("name", PAPERS)
def test_every_paragraph_stands_on_a_page_after_the_one_before_and_no_page_is_empty(
    name: str, qapp: QApplication
) -> None:
    for leaf in laid_out(PAPERS[name](), A4):
        check_pages(leaf)


def check_pages(leaf: QTextDocument) -> None:
    above, pages = 0.0, set()
    for block in blocks_of(leaf):
        place = place_of(block)
        lines = list(lines_of(block))
        assert place.height() > 0, block.text()
        assert lines, block.text()
        assert place.top() >= above - BORDER, block.text()
        for top, bottom in lines:
            page = top // A4.height()
            assert bottom <= (page + 1) * A4.height(), block.text()
            pages.add(int(page))
        above = place.top()
    assert pages == set(range(leaf.pageCount()))


@pytest.mark.parametrize("name", PAPERS)
def test_every_text_of_a_paper_is_in_what_is_laid_out(name: str, qapp: QApplication) -> None:
    paper = PAPERS[name]()
    whole = "".join(leaf.toPlainText() for leaf in laid_out(paper, A4))
    said = whole.replace("\N{NO-BREAK SPACE}", " ").replace("+\n", "+ ")  # sums of two currencies
    for text in (paper.title, *paper.lines_to_sign, *every_text(paper)):
        assert text.replace("\N{NO-BREAK SPACE}", " ") in said


def every_text(paper: Paper) -> Iterator[str]:
    for section in paper.sections:
        yield from texts_of(section)


def texts_of(section: Section) -> Iterator[str]:
    yield from (section.title, *section.before, *section.after)
    if section.table:
        yield from section.table.headings
        for row in section.table.rows:
            yield from row
    for part in section.parts:
        yield from texts_of(part)


def test_who_made_the_file_is_told_by_the_name_of_the_product(qapp: QApplication) -> None:
    creator = f"Tripletex-veiviseren {MAKER.program_version}"
    assert creator.encode("utf-16-be") in pdf_of(confirmation(DRAFT))
