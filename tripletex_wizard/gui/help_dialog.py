"""Shows one page of help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from string import Template

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from tripletex_wizard.gui.help_pages import Guard, HelpPage, Section
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.theme import STEP, TEXT_WIDTH, colours

_FIRST_SIZE = QSize(TEXT_WIDTH + 14 * STEP, 85 * STEP)
_WIDTHS = (24, 54, 20)
"""Of the columns of a table, in per cent."""

_STYLE = Template("""
h1 { font-size: x-large; font-weight: 600; margin-bottom: 4px; }
h2 { font-size: large; font-weight: 600; margin-top: 20px; margin-bottom: 8px; }
p { margin-top: 0px; margin-bottom: 8px; }
p.lead { color: $muted; }
li { margin-bottom: 6px; }
th { color: $muted; text-align: left; font-weight: 600; }
""")


class HelpDialog(QDialog):
    """`page` is asked for anew when the language changes."""

    def __init__(self, page: Callable[[], HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._browser = QTextBrowser()
        self._browser.setOpenExternalLinks(True)
        self._browser.document().setDocumentMargin(2 * STEP)
        self._browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self._browser)
        layout.addWidget(self._buttons)
        self.resize(first_size(self, _FIRST_SIZE))
        self._browser.setFocus()
        self._show_page()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self._show_page()

    def _show_page(self) -> None:
        page = self._page()
        self.setWindowTitle(page.title)
        self._browser.setAccessibleName(page.title)
        scheme = colours()
        self._browser.document().setDefaultStyleSheet(_STYLE.substitute(muted=scheme.muted))
        self._browser.setHtml(self._html(page))
        self._close.setText(self.tr("&Close"))

    def _html(self, page: HelpPage) -> str:
        head = f'<h1>{escape(page.title)}</h1><p class="lead">{escape(page.lead)}</p>'
        return head + "".join(self._section(section) for section in page.sections)

    def _section(self, section: Section) -> str:
        text = f"<p>{escape(section.text)}</p>" if section.text else ""
        parts = (
            f"<h2>{escape(section.heading)}</h2>{text}",
            _list("ol", section.steps),
            _list("ul", section.points),
            self._table(section.guards) if section.guards else "",
        )
        return "".join(parts)

    def _table(self, guards: Iterable[Guard]) -> str:
        heads = (self.tr("This may happen"), self.tr("This prevents it"), self.tr("Held by"))
        rows = [_row("td", (row.happens, row.prevents, row.holder)) for row in guards]
        frame = f'border="1" cellspacing="0" cellpadding="6" style="border-color: {colours().line}"'
        return f"<table {frame} width='100%'>{_row('th', heads)}{''.join(rows)}</table>"


def _list(kind: str, texts: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<{kind}>{items}</{kind}>" if items else ""


def _row(kind: str, texts: Iterable[str]) -> str:
    cells = zip(_WIDTHS, texts, strict=True)
    told = (f"<{kind} width='{width}%'>{escape(text)}</{kind}>" for width, text in cells)
    return f"<tr>{''.join(told)}</tr>"
