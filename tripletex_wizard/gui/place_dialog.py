"""Says where a folder is, when no program of the computer shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from tripletex_wizard.gui.spoken import announce


class PlaceDialog(QMessageBox):
    """The folder's path, to be read and copied."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = str(folder)
        self.setWindowTitle(self.tr("Show the log files"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("No program on this computer opens the folder. It is here:"))
        self.setInformativeText(self._path)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = QPushButton(self.tr("&Copy"))
        self.addButton(self._copy, QMessageBox.ButtonRole.ActionRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Close))
        self._copy.clicked.disconnect()  # the box would close, and nobody see that it is done
        self._copy.clicked.connect(self._copy_path)

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._path)
        self._copy.setText(self.tr("Copied"))
        announce(self._copy, self._copy.text())
