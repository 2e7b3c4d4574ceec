"""The middle column: what is chosen for a method, and why it is proposed."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from tripletex_wizard.gui.mapping.model import NOTHING_CHOSEN, PostingOptions
from tripletex_wizard.gui.parts import StatusChip
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone

_BESIDE = STEP // 2


class _PlainOption(QStyledItemDelegate):
    """The open list stands upright and airy, whatever the closed one shows."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.font.setItalic(False)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(STEP, STEP // 2, STEP, STEP // 2))


class PostingCombo(QComboBox):
    """Never narrower than what is chosen; a proposal stands in italics until it is accepted."""

    def __init__(self, options: PostingOptions) -> None:
        super().__init__()
        self.setModel(options)
        self.setItemDelegate(_PlainOption(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self.updateGeometry)

    def show_choice(self, place: int, *, proposed: bool) -> None:
        """Show the choice at `place` of the options, without saying that it was chosen."""
        font = self.font()
        font.setItalic(proposed)
        self.setFont(font)
        self.setCurrentIndex(place)

    def minimumSizeHint(self) -> QSize:
        text = self.placeholderText() if self.currentIndex() == NOTHING_CHOSEN else ""
        metrics = self.fontMetrics()
        inner = QSize(metrics.horizontalAdvance(text or self.currentText()), metrics.height())
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inner, self)

    def showPopup(self) -> None:
        widest = self.view().sizeHintForColumn(0) + 2 * STEP
        self.view().setMinimumWidth(max(widest, self.width()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page past a row would change how its orders are booked


class PostingCell(QWidget):
    """The choice with its chip beside it, or under it where both do not fit."""

    def __init__(self, options: PostingOptions) -> None:
        super().__init__()
        self.combo = PostingCombo(options)
        self.chip = StatusChip()
        self.chip.hide()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_BESIDE)
        self._layout.addWidget(self.combo, 1)
        self._layout.addWidget(self.chip)

    def show_choice(self, place: int, *, proposed: bool, reason: str) -> None:
        """Show what is chosen, or `proposed`, and why; no reason, no chip."""
        self.combo.show_choice(place, proposed=proposed)
        self.chip.show_status(Tone.SUGGESTION if proposed else Tone.UNKNOWN, reason)
        self.chip.setVisible(bool(reason))
        self._arrange()

    @property
    def chip_width(self) -> int:
        """How wide the chip's text makes it; 0 without a chip."""
        return 0 if self.chip.isHidden() else self.chip.sizeHint().width()

    def align(self, chip_width: int) -> None:
        """Give the chip this width: with the same in all rows, the choices end below each other."""
        self.chip.setMinimumWidth(chip_width)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        width = max(self.combo.minimumSizeHint().width(), self._chip_width())
        return QSize(width, self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.combo.minimumSizeHint().width() + _BESIDE + self._chip_width()
        fits = self.chip.isHidden() or beside <= self.width()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _chip_width(self) -> int:
        return 0 if self.chip.isHidden() else max(self.chip_width, self.chip.minimumWidth())
