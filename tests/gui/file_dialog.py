"""A person at the dialog that asks where a file is to be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot


def save_as(qtbot: QtBot, window: QWidget, path: Path) -> None:
    """A name, and Enter, in the file dialog of `window`."""
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    asking = window.findChildren(QFileDialog)[0]
    qtbot.waitUntil(asking.isVisible)
    line = asking.findChildren(QLineEdit)[0]
    line.setText(str(path))
    with qtbot.waitSignal(asking.fileSelected):
        qtbot.keyClick(line, Qt.Key.Key_Return)
