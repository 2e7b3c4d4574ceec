"""Things side by side where there is room, else under each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from tripletex_wizard.gui.theme import STEP

_WAY = QBoxLayout.Direction


class FittingRow(QWidget):
    """Never wider than its widest part must be; `stretch` is the part that takes what is left."""

    def __init__(self, *parts: QWidget, stretch: int | None = None) -> None:
        super().__init__()
        self._parts = parts
        self._layout = QBoxLayout(_WAY.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(STEP)
        for place, part in enumerate(parts):
            side = Qt.AlignmentFlag(0) if place == stretch else Qt.AlignmentFlag.AlignLeft
            self._layout.addWidget(part, int(place == stretch), side)
        if stretch is None:
            self._layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def sizeHint(self) -> QSize:
        """As wide as all parts on one line, however they stand now."""
        return QSize(self._needed, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widths = [part.minimumSizeHint().width() for part in self._shown]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Parts that were hidden until now had not the size that their style gives them."""
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @property
    def _needed(self) -> int:
        widths = [part.sizeHint().width() for part in self._shown]
        return sum(widths) + self._layout.spacing() * max(len(widths) - 1, 0)

    def _fit(self) -> None:
        fits = self._needed <= self.width()
        self._layout.setDirection(_WAY.LeftToRight if fits else _WAY.TopToBottom)
