"""Language and colour scheme as entries of menus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from tripletex_wizard.gui.texts import Language, install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

# each in its own language
_LANGUAGES: Final[dict[Language, str]] = {"nb": "&Norsk", "en": "&English"}
_SCHEMES = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)


class ViewActions(QObject):
    """A choice takes effect at once in all windows, and is kept for the next start."""

    def __init__(self, settings: ViewSettings, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._languages = QActionGroup(self)
        self._schemes = QActionGroup(self)
        for language, name in _LANGUAGES.items():
            action = self._languages.addAction(name)
            action.setData(language)
            action.triggered.connect(self._choose_language)
        for scheme in _SCHEMES:
            action = self._schemes.addAction("")
            action.setData(scheme)
            action.triggered.connect(self._choose_scheme)
        for action in (*self._languages.actions(), *self._schemes.actions()):
            action.setCheckable(True)
        self.retranslate()
        self._tick_chosen()

    def fill(self, menu: QMenu) -> None:
        """Put all entries at the end of a menu; another window may have changed what is ticked."""
        menu.addActions(self._languages.actions())
        menu.addSeparator()
        menu.addActions(self._schemes.actions())
        menu.aboutToShow.connect(self._tick_chosen)

    def retranslate(self) -> None:
        """Set every text that has a translation."""
        follow, light, dark = self._schemes.actions()
        follow.setText(self.tr("Colours as the &system"))
        light.setText(self.tr("&Light colours"))
        dark.setText(self.tr("&Dark colours"))

    @Slot()
    def _tick_chosen(self) -> None:
        for action in self._languages.actions():
            action.setChecked(action.data() == self._settings.language)
        for action in self._schemes.actions():
            action.setChecked(action.data() is self._settings.scheme)

    @Slot()
    def _choose_language(self) -> None:
        language = self._languages.checkedAction().data()
        self._settings.language = language
        install_language(language)

    @Slot()
    def _choose_scheme(self) -> None:
        scheme = self._schemes.checkedAction().data()
        self._settings.scheme = scheme
        self._theme.choose(scheme)
