"""Asks where a file is to be saved."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = '<>:"/\\|?*'
"""What Windows allows in no file name."""


class SaveDialog(QFileDialog):
    """Suggests `name`, as far as a file may be called so; `fileSelected` tells the place.

    The suffix of the name is given to every file. `kind` is as «PDF (*.pdf)».
    """

    def __init__(self, parent: QWidget, title: str, kind: str, name: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(kind)
        self.setDefaultSuffix(PurePath(name).suffix.removeprefix("."))
        self.selectFile("".join("-" if sign in _FORBIDDEN else sign for sign in name))
