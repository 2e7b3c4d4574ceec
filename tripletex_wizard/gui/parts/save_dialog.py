"""Asks where a file is to be saved."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from PySide6.QtCore import QDir, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = '<>:"/\\|?*'
"""What Windows allows in no file name."""


class SaveDialog(QFileDialog):
    """Suggests `name`, as far as a file may be called so; `fileSelected` tells the place.

    The suffix of the name is given to every file. `kind` is as «PDF (*.pdf)». It begins in the
    folder that a file was last saved in, and at first in the user's documents.
    """

    _last_folder: ClassVar[str] = ""

    def __init__(self, parent: QWidget, title: str, kind: str, name: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(kind)
        self.setDefaultSuffix(PurePath(name).suffix.removeprefix("."))
        self.setDirectory(self._last_folder or _documents())
        self.selectFile("".join("-" if sign in _FORBIDDEN else sign for sign in name))
        self.fileSelected.connect(self._keep_folder)

    @Slot(str)
    def _keep_folder(self, file: str) -> None:
        SaveDialog._last_folder = str(PurePath(file).parent)


def _documents() -> str:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(place)
    return folder if QDir(folder).exists() else QDir.homePath()
