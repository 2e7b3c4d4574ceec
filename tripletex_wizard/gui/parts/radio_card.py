"""A choice among few, each explained on a card of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts.labels import Label
from tripletex_wizard.gui.theme import MUTED, STEP, Size, colours, font_of

_ROUND = 8
BESIDE_RADIO = 21  # where the text of a radio button begins, by the style sheet


class RadioCard(QWidget):
    """The whole card can be clicked; `radio` goes into the group of the choice."""

    def __init__(self) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setFont(font_of(Size.LARGE, strong=True))
        self._explanation, self._reservation = Label(role=MUTED), Label()
        self._reservation.hide()
        self.radio.toggled.connect(self._show_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * STEP, STEP + STEP // 2, 2 * STEP, STEP + STEP // 2)
        layout.setSpacing(STEP // 2)
        layout.addWidget(self.radio)
        below = QVBoxLayout()
        below.setContentsMargins(BESIDE_RADIO, 0, 0, 0)
        below.setSpacing(STEP // 2)
        below.addWidget(self._explanation)
        below.addWidget(self._reservation)
        layout.addLayout(below)

    def show_texts(self, title: str, explanation: str, reservation: str = "") -> None:
        """Replace the texts; `reservation` says what the choice cannot do."""
        self.radio.setText(title)
        self.radio.setAccessibleDescription(f"{explanation} {reservation}".rstrip())
        self._explanation.setText(explanation)
        self._reservation.setText(reservation)
        self._reservation.setVisible(bool(reservation))

    @Slot()
    def _show_chosen(self) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        scheme, chosen = colours(), self.radio.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.accent if chosen else scheme.line), 1.5 if chosen else 1))
        painter.setBrush(QColor(scheme.hover if chosen else scheme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        painter.end()
