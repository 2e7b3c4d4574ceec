"""All lines of a list that is too long for the place where it was told in short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.theme import STEP, TEXT_WIDTH

_HEIGHT = 45 * STEP


class TextListDialog(QDialog):
    """Lines to be read, searched by eye and copied."""

    def __init__(self, parent: QWidget, title: str, lines: Sequence[str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(title)
        self.lines.setPlainText("\n".join(lines))
        self.lines.document().setDocumentMargin(STEP)
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.lines)
        layout.addWidget(self._buttons)
        self.resize(TEXT_WIDTH, _HEIGHT)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._close.setText(self.tr("&Close"))
