"""One row of the prerequisite board: status, what was found, where it is changed, «again»."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Prerequisite
from tripletex_wizard.gui.board_texts import (
    check_status_name,
    finding_sentence,
    prerequisite_name,
)
from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.parts import Label, Spinner, StatusChip
from tripletex_wizard.gui.theme import MUTED, STEP, Size, colours
from tripletex_wizard.gui.tones import Tone

TONES: Final = {
    CheckStatus.OK: Tone.OK,
    CheckStatus.MUST_FIX: Tone.MUST_FIX,
    CheckStatus.SHOULD_CHECK: Tone.SHOULD_CHECK,
    CheckStatus.NOT_CHECKED: Tone.UNKNOWN,
}

_GAP = STEP + STEP // 2
_UNLIMITED = 2**24 - 1  # Qt's QWIDGETSIZE_MAX
_LITTLE_ABOVE = 3
"""On a screen of 1280 x 800 the whole board is then seen at once."""


class RowView(QWidget):
    """`repeat_wanted` asks for the row to be checked again."""

    repeat_wanted = Signal(Prerequisite)

    def __init__(self, prerequisite: Prerequisite) -> None:
        super().__init__()
        self.prerequisite = prerequisite
        self._row: BoardRow | None = None
        self._is_running = False
        self._status, self._chip, self._waiting = QWidget(), StatusChip(), Spinner()
        self._name = Label(strong=True)
        self._found, self._remedy = Label(), Label(role=MUTED, size=Size.SMALL)
        self._columns, self._texts = QHBoxLayout(self), QVBoxLayout()
        self._told = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below: list[QWidget] = []
        self._beside: list[QWidget] = []
        self._again = QPushButton()
        self._again.setAutoDefault(False)  # Enter is for the main action
        self._again.clicked.connect(self._ask_again)
        self._arrange()

    @property
    def row(self) -> BoardRow | None:
        """What is shown: the last answer, as long as another one is waited for."""
        return self._row

    @property
    def status_text(self) -> str:
        """The status in a word; empty while it is not known."""
        return "" if self._chip.isHidden() else self._chip.text()

    @property
    def found_text(self) -> str:
        """What is said of the row."""
        return self._found.text()

    @property
    def again(self) -> QPushButton:
        """«Kontroller igjen»."""
        return self._again

    def add_below(self, extra: QWidget) -> None:
        """Something of the row's own, under what was found, no wider than it must be."""
        below = QHBoxLayout()
        below.addWidget(extra)
        below.addStretch()
        self._texts.addLayout(below)
        self._below.append(extra)

    def add_beside(self, extra: QWidget) -> None:
        """Something of the row's own, to the right of what was found."""
        self._columns.insertWidget(self._columns.count() - 1, extra)
        self._beside.append(extra)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, as the eye reads."""
        extras = (*self._beside, *self._below)
        among = [each for extra in extras for each in (extra, *extra.findChildren(QWidget))]
        tab = Qt.FocusPolicy.TabFocus
        return [*(each for each in among if each.focusPolicy() & tab), self._again]

    def show_row(self, row: BoardRow | None, *, is_running: bool) -> None:
        """Show what was found; while another answer is waited for, what stood there is kept."""
        self._row = row or (self._row if is_running else None)
        self._is_running = is_running
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._name.setText(prerequisite_name(self.prerequisite))
        self._show_status()
        self._show_found()
        self._show_again()

    def name_width(self) -> int:
        """How wide the name is on one line."""
        return self._name.fontMetrics().horizontalAdvance(self._name.text()) + 2

    def narrowest(self) -> int:
        """How narrow the row can be, with the name above what was found."""
        told = max(self._name.minimumSizeHint().width(), self._texts.minimumSize().width())
        beside = [self._status, *self._beside, self._again]
        return 4 * STEP + told + sum(each.minimumSizeHint().width() + _GAP for each in beside)

    def align(self, status_width: int, name_width: int | None) -> None:
        """Let the columns of all rows stand under each other; without a width the name is above."""
        is_beside = name_width is not None
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._told.setDirection(way)
        self._told.setSpacing(_GAP if is_beside else 2)
        self._name.setMinimumWidth(name_width or 0)
        self._name.setMaximumWidth(name_width or _UNLIMITED)
        self._status.setFixedWidth(status_width)
        above = _LITTLE_ABOVE if is_beside else STEP
        self._columns.setContentsMargins(2 * STEP, above, 2 * STEP, above)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_again()

    def _arrange(self) -> None:
        status = QHBoxLayout(self._status)
        status.setContentsMargins(0, 0, 0, 0)
        status.addWidget(self._chip)
        status.addWidget(self._waiting)
        status.addStretch(1)
        self._texts.setSpacing(2)
        self._texts.addWidget(self._found)
        self._texts.addWidget(self._remedy)
        self._told.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._told.addLayout(self._texts, 1)
        self._columns.setSpacing(_GAP)
        self._columns.addWidget(self._status, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._columns.addLayout(self._told, 1)
        self._columns.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignVCenter)

    def _show_status(self) -> None:
        if self._row is not None:
            status = self._row.status
            self._chip.show_status(TONES[status], check_status_name(status))
        self._chip.setVisible(self._row is not None and not self._is_running)
        self._waiting.setVisible(self._is_running)

    def _show_found(self) -> None:
        if self._row is not None:
            said = finding_sentence(self._row)
            self._found.setText(said.what)
            self._remedy.setText(said.remedy)
        else:
            checking, waiting = self.tr("Checking …"), self.tr("Not checked yet.")
            self._found.setText(checking if self._is_running else waiting)
            self._remedy.setText("")
        self._remedy.setVisible(bool(self._remedy.text()))

    def _show_again(self) -> None:
        is_fine = self._row is None or self._row.status is CheckStatus.OK
        words = self.tr("Check again")
        self._again.setIcon(icon_of(Icon.REPEAT, colours().muted) if is_fine else QIcon())
        self._again.setText("" if is_fine else words)
        self._again.setToolTip(words if is_fine else "")
        self._again.setAccessibleName(f"{words}: {self._name.text()}")
        _make_light(self._again, is_light=is_fine)

    @Slot()
    def _ask_again(self) -> None:
        self.repeat_wanted.emit(self.prerequisite)


def _make_light(button: QPushButton, *, is_light: bool) -> None:
    """Without a frame, as links are, so that a row without a problem stays low."""
    button.setProperty("link", "true" if is_light else "false")
    style = button.style()
    style.unpolish(button)
    style.polish(button)
