"""How a live check of a field stands, under the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts.buttons import LinkButton
from tripletex_wizard.gui.parts.labels import Label
from tripletex_wizard.gui.parts.signs import IconSign, Spinner
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone


class FieldStatus(QWidget):
    """Nothing, a spinner with «Checking …», or an icon with what came out and a link that helps.

    It keeps the height of a line when it is empty, so that the page does not jump.
    """

    link_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._spinner = Spinner()
        self._sign = IconSign()
        self._text = Label()
        self._link = LinkButton()
        self._running = False
        self._link.clicked.connect(self.link_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange()
        self.clear()

    @property
    def text(self) -> str:
        """What is shown now; empty when nothing is."""
        return self._text.text()

    @property
    def is_running(self) -> bool:
        """Whether the spinner turns."""
        return self._running

    def clear(self) -> None:
        """Nothing is known of what stands in the field."""
        self._show(None, "")

    def show_running(self) -> None:
        """A check is under way."""
        self._show(None, self.tr("Checking …"), running=True)

    def show_result(self, tone: Tone, text: str, *, link: str = "", address: str = "") -> None:
        """What came out; `link` opens `address`, or without one only says `link_clicked`."""
        self._show(tone, text)
        self._link.leads_to(link, address)
        self._link.setVisible(bool(link))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._running:
            self.show_running()

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self._spinner, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._text)
        texts.addWidget(self._link, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(texts, 1)
        self.setMinimumHeight(self._sign.sizeHint().height())

    def _show(self, tone: Tone | None, text: str, *, running: bool = False) -> None:
        self._running = running
        self._text.setText(text)
        self._link.hide()
        self._spinner.setVisible(running)
        self._sign.setVisible(tone is not None)
        if tone is not None:
            self._sign.show_tone(tone)
