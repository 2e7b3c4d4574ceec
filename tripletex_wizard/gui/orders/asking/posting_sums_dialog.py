"""«Vis kontering»: what a batch that has not begun would post (accounting.md F2 «For bunken»)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QWidget

from tripletex_wizard.domain.batch_preview import BatchPreview
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_preview import batch_controls
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.gui.documents.batch_report import origin_of
from tripletex_wizard.gui.documents.paper import Section
from tripletex_wizard.gui.documents.posting_preview import PostingPreview
from tripletex_wizard.gui.documents.sum_sections import foot_lines, sum_sections
from tripletex_wizard.gui.documents.summary_files import SummaryDesk, SummaryFiles
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import Label, Note, StatusChip
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.parts.scrolled import Scrolled
from tripletex_wizard.gui.posting_texts import balance
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.theme import MUTED, STEP, Size
from tripletex_wizard.gui.tones import Tone

_WIDTH, _HEIGHT = 90 * STEP, 85 * STEP


class PostingSumsDialog(QDialog):
    """Totals by account, VAT code, payment type, date and currency, each in a table.

    It can be saved, with every order, as PDF or CSV.
    """

    def __init__(
        self,
        parent: QWidget,
        preview: BatchPreview,
        payment_types: tuple[PaymentType, ...],
        profile: Profile,
        *,
        desk: SummaryDesk,
        runner: JobRunner,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview, self._types = preview, payment_types
        self._profile, self._desk = profile, desk
        self._title, self._about = Label(size=Size.TITLE, strong=True), Label(role=MUTED)
        self._scrolled = Scrolled(spacing=STEP)
        self._nothing_posted = Note(Tone.SUGGESTION)
        self._tables = tuple(
            (Label(size=Size.LARGE, strong=True), FigureTable(wrapping=0, figures=figures))
            for figures in (part.table.figures for part in self._sections if part.table)
        )
        self._balance, self._foot = StatusChip(), Label(role=MUTED)
        self.files = SummaryFiles(desk, runner)
        self.files.offer(self._report)
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._buttons.rejected.connect(self.reject)
        self._arrange()
        self.resize(first_size(self, QSize(_WIDTH, _HEIGHT)))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def _sections(self) -> tuple[Section, ...]:
        """In the language that is installed now; each has one table."""
        return sum_sections(self._preview, self._types)

    def _arrange(self) -> None:
        posts = self._preview.posts
        self._nothing_posted.setVisible(not posts)
        self._about.setVisible(posts)
        column = self._scrolled.column
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.addWidget(self._nothing_posted)
        for heading, table in self._tables:
            column.addWidget(heading)
            column.addWidget(table)
            column.addSpacing(STEP)
        column.addStretch(1)
        layout = dialog_column(self)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(HorizontalLine())
        layout.addWidget(self._balance)
        layout.addWidget(self._foot)
        layout.addWidget(self.files.saved)
        row = QHBoxLayout()
        row.addWidget(self.files)
        row.addWidget(self._buttons, 1)
        layout.addLayout(row)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Postings"))
        self._title.setText(self.tr("Postings"))
        self._about.setText(
            self.tr("What is posted in Tripletex. Accounts marked as assumed are the usual ones.")
        )
        self._nothing_posted.show_text(
            self.tr(
                "Nothing is posted: the orders are entered as open orders, and are posted when "
                "they are invoiced in Tripletex."
            )
        )
        self.files.retranslate()
        self._close.setText(self.tr("&Close"))
        for (heading, shown), part in zip(self._tables, self._sections, strict=True):
            heading.setText(part.title)
            assert part.table is not None
            shown.show_rows(part.table.headings, part.table.rows, part.table.sums)
        self._show_foot()

    def _show_foot(self) -> None:
        """Debit is credit, and nothing of what the shop sold is left out."""
        controls = batch_controls(self._preview, self._types)
        differences = (row.difference for row in controls)
        largest = max(differences, key=lambda each: abs(each.ore), default=Money(0))
        agrees = not largest and self._preview.balances(self._types)
        self._balance.show_status(Tone.OK if agrees else Tone.MUST_FIX, balance(largest))
        self._foot.setText("\n".join(foot_lines(self._preview, self._types)))

    def _report(self) -> PostingPreview:
        origin = origin_of(self._profile, self._desk.maker, self._desk.now())
        return PostingPreview(self._preview, self._types, origin)
