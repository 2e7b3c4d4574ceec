"""Why articles have 0 % VAT: a small table of article numbers and reasons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.profile import ZeroReason
from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.rule_texts import zero_reason_name, zero_reason_names
from tripletex_wizard.gui.theme import MUTED, STEP, Size, colours

_PATTERN_WIDTH = 20 * STEP
_OFFERED = 3


class ReasonRow:
    """The three controls of one row; `article` is the one of the shop's that it was offered for."""

    def __init__(self, reason: ZeroReason) -> None:
        self.pattern, self.choice, self.remove = QLineEdit(reason.sku), QuietCombo(), QPushButton()
        self._given, self.article = reason.code, "" if reason.code else reason.sku
        self.pattern.setMinimumWidth(_PATTERN_WIDTH)
        self.remove.setAutoDefault(False)
        self.offer()
        self.choice.choose(reason.code)

    @property
    def reason(self) -> ZeroReason:
        """What stands there."""
        return ZeroReason(self.pattern.text().strip(), self.choice.currentData() or "")

    @property
    def counts(self) -> bool:
        """Whether it says for which articles it is, and why."""
        return bool(self.reason.sku and self.reason.code)

    @property
    def is_offer(self) -> bool:
        """Whether it was offered, and nobody has made anything of it."""
        return bool(self.article) and not self.counts

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """In reading order."""
        return (self.pattern, self.choice, self.remove)

    def offer(self) -> None:
        """Offer the reasons in the present language, and a code that came from elsewhere."""
        names = zero_reason_names()
        if self._given:
            names.setdefault(self._given, zero_reason_name(self._given))
        self.choice.offer(names)


class ZeroReasons(QWidget):
    """Says `changed` after a person's edit; a row without article number or choice does not count.

    A few articles that lack a reason are offered at a time, so that only the choice is left.
    `added` gives the first control of an empty row that a person asked for.
    """

    changed = Signal()
    added = Signal(QWidget)

    def __init__(self, before: QWidget) -> None:
        """Tab comes from `before`, in the same window."""
        super().__init__()
        self._before = before
        self._rows: list[ReasonRow] = []
        self._unexplained: tuple[str, ...] = ()
        self._refused: set[str] = set()
        self._headings = tuple(Label(size=Size.SMALL, strong=True, role=MUTED) for _ in range(2))
        self._empty, self._whence, self.add = Label(role=MUTED), Label(role=MUTED), QPushButton()
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add_row)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self._empty)
        layout.addWidget(self._whence)
        layout.addLayout(self._grid)
        layout.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, column)

    @property
    def reasons(self) -> tuple[ZeroReason, ...]:
        """The rows that say for which articles they are, and why."""
        return tuple(row.reason for row in self._rows if row.counts)

    def show_reasons(
        self, reasons: tuple[ZeroReason, ...], unexplained: Sequence[str] = ()
    ) -> None:
        """Show these; what is being typed stays when it says the same."""
        if reasons != self.reasons:
            for row in list(self._rows):
                self._take(row)
            for reason in reasons:
                self._put(ReasonRow(reason))
        self._unexplained = tuple(unexplained)
        self._offer()

    def retranslate(self) -> None:
        """Set every text."""
        article, why = self._headings
        article.setText(self.tr("Article number"))
        why.setText(self.tr("Why 0 %"))
        self._whence.setText(
            self.tr("From the shop's orders: choose why. A row without a choice does not count.")
        )
        self._empty.setText(
            self.tr("None yet. A domestic line with 0 % stops its order until its reason is given.")
        )
        self.add.setText(self.tr("&Add article"))
        for row in self._rows:
            row.offer()
            self._name(row)

    def _offer(self) -> None:
        """Rows that wait for their choice, just for the first articles that lack a reason."""
        wanted = [sku for sku in self._unexplained if sku and sku not in self._refused]
        articles = wanted[:_OFFERED]
        for row in [each for each in self._rows if each.is_offer]:
            if row.article not in articles:
                self._take(row)
        there = {row.article for row in self._rows}
        for sku in articles:
            if sku not in there:
                self._put(ReasonRow(ZeroReason(sku, "")))
        for row in self._rows:
            self._name(row)
        self._show_headings()

    def _put(self, row: ReasonRow) -> None:
        place = self._grid.rowCount()
        for column, control in enumerate(row.controls):
            self._grid.addWidget(control, place, column)
            control.setVisible(True)  # at once, so that it can have the focus
        row.pattern.textEdited.connect(self.changed)
        row.choice.activated.connect(self.changed)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._name(row)
        self._order_stops()

    def _order_stops(self) -> None:
        """Let Tab come to the rows as they stand, and then to what adds one."""
        before = self._before
        for stop in (*(each for row in self._rows for each in row.controls), self.add):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _take(self, row: ReasonRow) -> None:
        self._rows.remove(row)
        for control in row.controls:
            control.hide()
            self._grid.removeWidget(control)
            control.deleteLater()

    def _name(self, row: ReasonRow) -> None:
        number = self._rows.index(row) + 1
        row.pattern.setPlaceholderText(self.tr("e.g. BOK-*"))
        row.pattern.setAccessibleName(self.tr("Article number, row {number}").format(number=number))
        why = self.tr("Why 0 %, row {number}").format(number=number)
        row.choice.setPlaceholderText(self.tr("Choose why"))
        row.choice.setAccessibleName(why)
        row.choice.setAccessibleDescription(why)  # on Linux a choice is named by what is chosen
        row.remove.setIcon(icon_of(Icon.CROSS, colours().muted))
        row.remove.setToolTip(self.tr("Remove"))
        row.remove.setAccessibleName(self.tr("Remove row {number}").format(number=number))

    def _show_headings(self) -> None:
        for heading in self._headings:
            heading.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._whence.setVisible(any(row.is_offer for row in self._rows))

    def _remove(self, row: ReasonRow) -> None:
        self._refused.add(row.article)
        self._take(row)
        self._offer()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _add_row(self) -> None:
        row = ReasonRow(ZeroReason("", "5"))
        self._put(row)
        self._show_headings()
        row.pattern.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(row.pattern)
