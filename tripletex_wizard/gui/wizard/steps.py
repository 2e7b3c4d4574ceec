"""The step list: where the user stands, what is done, and the way back to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import Page
from tripletex_wizard.gui.icons import ICON_SIZE, Icon, paint_icon
from tripletex_wizard.gui.theme import STEP, Size, colours, font_of

_ROW = 30
_MARK_LEFT = 10
_TEXT_LEFT = 37


class StepState(Enum):
    """How a step is shown."""

    DONE = "done"
    CURRENT = "current"
    OPEN = "open"


class StepButton(QPushButton):
    """One step. Only a done one can be pressed."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._state = StepState.OPEN
        self._hovered = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> StepState:
        """What is shown now."""
        return self._state

    def show_state(self, state: StepState, name: str, spoken: str) -> None:
        """Draw `name` in `state`; `spoken` is what a screen reader says."""
        self._state = state
        self.setText(name)
        self.setAccessibleName(spoken)
        is_done = state is StepState.DONE
        self.setEnabled(state is not StepState.OPEN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_done else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape.PointingHandCursor if is_done else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self._hovered = event.type() == QEvent.Type.HoverEnter
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font_of(Size.NORMAL, strong=True))
        width = _TEXT_LEFT + metrics.horizontalAdvance(self.text()) + STEP
        return QSize(width, max(_ROW, metrics.height() + STEP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_mark(painter)
        scheme = colours()
        is_open = self._state is StepState.OPEN
        painter.setPen(QColor(scheme.muted if is_open else scheme.text))
        painter.setFont(font_of(Size.NORMAL, strong=self._state is StepState.CURRENT))
        place = self.rect().adjusted(_TEXT_LEFT, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        scheme = colours()
        is_hovered = self._hovered and self._state is StepState.DONE
        ground = scheme.card if self._state is StepState.CURRENT else scheme.hover
        painter.setPen(QColor(scheme.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._state is StepState.CURRENT or is_hovered:
            painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _paint_mark(self, painter: QPainter) -> None:
        scheme = colours()
        if self._state is StepState.DONE:
            top = (self.height() - ICON_SIZE) // 2
            paint_icon(painter, Icon.CHECK_CIRCLE, scheme.accent, _MARK_LEFT, top)
            return
        is_current = self._state is StepState.CURRENT
        painter.setPen(QColor(scheme.accent if is_current else scheme.muted))
        painter.setFont(font_of(Size.NORMAL, strong=True))
        place = QRect(_MARK_LEFT, 0, ICON_SIZE, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.page.value))


class StepList(QWidget):
    """All steps under each other."""

    chosen = Signal(Page)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {page: StepButton(page) for page in Page}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        for button in self._buttons.values():
            layout.addWidget(button)
            button.clicked.connect(self._choose)

    @property
    def buttons(self) -> list[StepButton]:
        """One for each step, from the first to the last."""
        return list(self._buttons.values())

    def show_steps(self, states: Mapping[Page, StepState]) -> None:
        """Draw every step anew, in the present language."""
        for page, button in self._buttons.items():
            name = self._name(page)
            button.show_state(states[page], name, self._spoken(page, name, states[page]))

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton) and button.state is StepState.DONE:
            self.chosen.emit(button.page)

    def _spoken(self, page: Page, name: str, state: StepState) -> str:
        match state:
            case StepState.DONE:
                return self.tr("Step {number}, {name}, done").format(number=page.value, name=name)
            case StepState.CURRENT:
                return self.tr("Step {number}, {name}, here").format(number=page.value, name=name)
            case StepState.OPEN:
                return self.tr("Step {number}, {name}, remains").format(
                    number=page.value, name=name
                )

    def _name(self, page: Page) -> str:  # noqa: PLR0911 - one return a page
        match page:
            case Page.START:
                return self.tr("Before you start")
            case Page.CONNECT:
                return self.tr("Connect")
            case Page.PREREQUISITES:
                return self.tr("Check of Tripletex")
            case Page.MAPPING:
                return self.tr("Match payment methods")
            case Page.TRANSFER:
                return self.tr("Transfer")
            case Page.TRIAL:
                return self.tr("Trial transfer")
            case Page.SUMMARY:
                return self.tr("Summary")
