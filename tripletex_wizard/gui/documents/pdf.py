"""A paper printed on A4 pages, with where it comes from on every one."""

from __future__ import annotations

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
    QTextFormat,
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
_INK: Final = "#1d2421"
_GREY: Final = "#5d6963"
_PALE: Final = QColor(29, 36, 33, 18)
_STYLE: Final = """
body { font-size: 9px; color: #1d2421; }
h1 { font-size: 16px; margin-bottom: 4px; }
h2 { font-size: 10.5px; margin-top: 12px; margin-bottom: 3px; }
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
    document = laid_out(paper, text.size())
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / _POINTS_PER_INCH, _DOTS_PER_INCH / _POINTS_PER_INCH)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        _paint_frame(painter, area, paper, page + 1, document.pageCount())
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
    writer.setCreator(f"Tripletex Wizard {paper.origin.maker.program_version}")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    portrait = QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))
    return writer


def _in_points(writer: QPdfWriter) -> tuple[float, float]:
    size = writer.pageLayout().paintRectPoints().size()
    return float(size.width()), float(size.height())


def laid_out(paper: Paper, page: QSizeF) -> QTextDocument:
    """Laid out in pixels that are points on paper, whatever the screen's density is."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(9))
    document.setDefaultStyleSheet(_STYLE)
    document.setPageSize(page)
    document.setHtml(paper.html)
    _keep_together(document, is_signed=bool(paper.lines_to_sign))
    return document


def _keep_together(document: QTextDocument, *, is_signed: bool) -> None:
    """A heading stands with what follows it, and a last part that is signed on one page."""
    block, last = document.begin(), QTextBlock()
    while block.isValid():
        if block.blockFormat().headingLevel():
            last = block
            if page_of(document, block) != page_of(document, block.next()):
                _begin_page(block)
        block = block.next()
    if is_signed and page_of(document, last) != page_of(document, document.lastBlock()):
        _begin_page(last)


def page_of(document: QTextDocument, block: QTextBlock) -> int:
    """On which page, from 0, a block ends."""
    place = document.documentLayout().blockBoundingRect(block)
    return int(place.bottom() // document.pageSize().height())


def _begin_page(block: QTextBlock) -> None:
    page_break = QTextBlockFormat()
    page_break.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).mergeBlockFormat(page_break)


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
    context.clip = shown
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
        "Made {day} at {time} by {user} on {computer} with Tripletex Wizard {program}, "
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
