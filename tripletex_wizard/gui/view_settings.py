"""How the windows look on this machine: language, colour scheme, sizes. Read before first paint."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QWidget

from tripletex_wizard.gui.texts import Language

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class ViewSettings:
    """An ini file in the profile's folder. What is missing or unreadable there is the default."""

    def __init__(self, file: Path) -> None:
        self._file = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """Bokmål, unless English was chosen."""
        return "en" if self._file.value("language") == "en" else "nb"

    @language.setter
    def language(self, language: Language) -> None:
        self._file.setValue("language", language)

    @property
    def scheme(self) -> Qt.ColorScheme:
        """Unknown follows the system."""
        return _SCHEMES.get(str(self._file.value("scheme")), Qt.ColorScheme.Unknown)

    @scheme.setter
    def scheme(self, scheme: Qt.ColorScheme) -> None:
        names = {value: name for name, value in _SCHEMES.items()}
        self._file.setValue("scheme", names[scheme])

    def restore_geometry(self, window: QWidget) -> bool:
        """Place the window as it was; False when that is not known. Its object name is the key."""
        saved = self._file.value(f"geometry/{window.objectName()}")
        return isinstance(saved, QByteArray) and window.restoreGeometry(saved)

    def keep_geometry(self, window: QWidget) -> None:
        """Write down where the window is and how large."""
        self._file.setValue(f"geometry/{window.objectName()}", window.saveGeometry())

    def save(self) -> None:
        """Write what is new to the file; nothing of it follows later."""
        self._file.sync()
