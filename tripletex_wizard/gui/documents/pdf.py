"""A paper printed on A4 pages, with where it comes from on every one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEventLoop,
    QIODevice,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTransform,
)

from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.amounts import clock_time, day
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.documents.paper import Origin, Paper
from tripletex_wizard.gui.texts import environment_word

translate = QCoreApplication.translate

_DOTS_PER_INCH: Final = 1200
_POINTS_PER_INCH: Final = 72
_MARGIN: Final = 15  # mm
_HEAD, _FOOT = 34, 30  # points above and below the text
_SMALL, _WATERMARK = 7, 96  # points
_TOUCH: Final = 0.5  # Qt draws what only touches the clip too: unseen, but copied with the page
_INK: Final = "#1d2421"
_GREY: Final = "#5d6963"
_PALE: Final = QColor(29, 36, 33, 18)
_STYLE: Final = """
body { font-size: 9px; color: #1d2421; }
h1 { font-size: 16px; margin-bottom: 4px; }
h2 { font-size: 10.5px; margin-top: 12px; margin-bottom: 3px; }
h3 { font-size: 9.5px; margin-top: 10px; margin-bottom: 2px; }
h4 { font-size: 8px; margin-top: 6px; margin-bottom: 1px; }
p { margin-top: 2px; margin-bottom: 2px; }
table { border-collapse: collapse; }
th { font-size: 8px; font-weight: 600; border-bottom: 1px solid #8e9893; }
td { font-size: 8px; border-bottom: 1px solid #d9dfdb; }
td.gap { border: none; }
td.sign { border-top: 1px solid #1d2421; border-bottom: none; }
"""


def pdf_of(paper: Paper) -> bytes:
    """The file's bytes, in the language that is installed now; may be called in any thread."""
    _timers = QEventLoop()  # the layout of a long document starts some, which a thread must have
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, paper)
    area = QRectF(0, 0, *_in_points(writer))
    text = area.adjusted(0, _HEAD, 0, -_FOOT)
    documents = laid_out(paper, text.size())
    pages = [(each, page) for each in documents for page in range(each.pageCount())]
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / _POINTS_PER_INCH, _DOTS_PER_INCH / _POINTS_PER_INCH)
    for place, (document, page) in enumerate(pages):
        if place:
            writer.newPage()
        _paint_frame(painter, area, paper, place + 1, len(pages))
        painter.save()
        painter.setTransform(
            QTransform.fromTranslate(text.left(), text.top() - page * text.height()), combine=True
        )
        paint_text(painter, document, page, text.size())
        painter.restore()
    painter.end()
    buffer.close()
    return bytes(stored.data())


def _writer(device: QIODevice, paper: Paper) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(paper.title)
    writer.setCreator(f"Tripletex-veiviseren {paper.origin.maker.program_version}")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    portrait = QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))
    return writer


def _in_points(writer: QPdfWriter) -> tuple[float, float]:
    size = writer.pageLayout().paintRectPoints().size()
    return float(size.width()), float(size.height())


def laid_out(paper: Paper, page: QSizeF) -> list[QTextDocument]:
    """Laid out in pixels that are points on paper, whatever the screen's density is.

    Each document begins a page. A heading stands with what follows it, and a last part that is
    signed on one page.
    """
    *first, last = paper.leaves
    is_signed = bool(paper.lines_to_sign)
    return [*(_whole(leaf, page) for leaf in first), _whole(last, page, is_signed=is_signed)]


def _whole(html: str, page: QSizeF, *, is_signed: bool = False) -> QTextDocument:
    room: dict[int, float] = {}
    while True:
        document = _laid_out(html, page, room)
        moved = _parted(document, room, is_signed=is_signed)
        if moved is None:
            return document
        room[moved.blockNumber()] = _room_to_next_page(document, moved)


def _laid_out(html: str, page: QSizeF, room: Mapping[int, float]) -> QTextDocument:
    """With so much room above the blocks that have these numbers.

    WORKAROUND PySide6 6.11.3: after a change in what is laid out already later blocks have no
    height, and are not painted; so the size, which lays out, comes last. And where a table ends
    at the foot of a page, a page break leaves the next one empty; so there is room instead.
    """
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(9))
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(html)
    for number, height in room.items():
        above = QTextBlockFormat()
        above.setTopMargin(height)
        QTextCursor(document.findBlockByNumber(number)).mergeBlockFormat(above)
    document.setPageSize(page)
    return document


def _parted(
    document: QTextDocument, moved: Collection[int], *, is_signed: bool
) -> QTextBlock | None:
    """The first block that must begin a page and is not among the `moved`."""
    blocks = list(_outside_tables(document))
    headings = [row for row in blocks if row.blockFormat().headingLevel()]
    for block in (row for row in blocks if row.blockNumber() not in moved):
        ends = [block.next()] if block in headings else []
        ends += [document.lastBlock()] if is_signed and block == headings[-1] else []
        page = page_of(document, block)
        if _is_cut(document, block) or any(page_of(document, end) != page for end in ends):
            return block
    return None


def _room_to_next_page(document: QTextDocument, block: QTextBlock) -> float:
    top, height = _top(document, block), document.pageSize().height()
    has = max(block.blockFormat().topMargin(), block.previous().blockFormat().bottomMargin())
    return has + height - top % height


def _outside_tables(document: QTextDocument) -> Iterator[QTextBlock]:
    place = document.rootFrame().begin()
    while not place.atEnd():
        if place.currentFrame() is None:
            yield place.currentBlock()
        place += 1


def _is_cut(document: QTextDocument, block: QTextBlock) -> bool:
    """Whether a line is half on one page and half on the next, as Qt leaves some after a table."""
    layout, height = block.layout(), document.pageSize().height()
    above = _top(document, block)
    lines = (layout.lineAt(place).rect() for place in range(layout.lineCount()))
    return any(
        (above + row.top()) // height != (above + row.bottom() - 1) // height for row in lines
    )


def page_of(document: QTextDocument, block: QTextBlock) -> int:
    """On which page, from 0, a block ends."""
    place = document.documentLayout().blockBoundingRect(block)
    return int(place.bottom() // document.pageSize().height())


def _top(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).top()


def _paint_frame(painter: QPainter, area: QRectF, paper: Paper, page: int, pages: int) -> None:
    origin = paper.origin
    if origin.environment is not Environment.PRODUCTION:
        _paint_watermark(painter, area, origin.environment)
    painter.setPen(QColor(_GREY))
    painter.setFont(_font(_SMALL))
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.drawText(area, left, whose(origin))
    painter.drawText(area, right, environment_word(origin.environment))
    foot = QRectF(area.left(), area.bottom() - _FOOT + 8, area.width(), _FOOT - 8)
    painter.drawText(foot, left, f"{made(origin)}\n{checked(paper)}")
    of = translate("documents", "Page {page} of {pages}")
    painter.drawText(foot, right, of.format(page=page, pages=pages))


def paint_text(painter: QPainter, document: QTextDocument, page: int, size: QSizeF) -> None:
    """In the ink of the paper, whatever colours the screen has."""
    shown = QRectF(0, page * size.height(), size.width(), size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
    context.clip = shown.adjusted(0, _TOUCH, 0, -_TOUCH)
    painter.setClipRect(shown)
    document.documentLayout().draw(painter, context)


def _paint_watermark(painter: QPainter, area: QRectF, environment: Environment) -> None:
    painter.save()
    painter.setPen(_PALE)
    painter.setFont(_font(_WATERMARK, strong=True))
    centre = area.center()
    turned = QTransform.fromTranslate(centre.x(), centre.y()).rotate(-45)
    painter.setTransform(turned, combine=True)
    wide = QRectF(-area.height() / 2, -_WATERMARK, area.height(), 2 * _WATERMARK)
    painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, environment_word(environment))
    painter.restore()


def _font(points: int, *, strong: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(points)  # a pixel is a point here
    font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return font


def whose(origin: Origin) -> str:
    """At the top of every page: company, organisation number, shop."""
    return BETWEEN.join((origin.company, origin.organization_number, origin.shop))


def made(origin: Origin) -> str:
    """At the foot of every page: when, by whom, on which PC, by which program and set-up."""
    text = translate(
        "documents",
        "Made {day} at {time} by {user} on {computer} with Tripletex-veiviseren {program}, "
        "set-up version {version}",
    )
    return text.format(
        day=day(origin.made_at),
        time=clock_time(origin.made_at),
        user=origin.maker.user,
        computer=origin.maker.computer,
        program=origin.maker.program_version,
        version=origin.setup_version,
    )


def checked(paper: Paper) -> str:
    """At the foot of every page: what the figures can be checked by."""
    text = translate("documents", "Checksum of the figures (SHA-256): {checksum}")
    return text.format(checksum=paper.checksum)
