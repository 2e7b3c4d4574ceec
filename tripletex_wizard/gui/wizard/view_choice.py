"""Language and colour scheme, chosen in one small menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.texts import Language, install_language
from tripletex_wizard.gui.theme import Size, Theme, colours, font_of
from tripletex_wizard.gui.view_settings import ViewSettings

_LANGUAGES: dict[Language, str] = {"nb": "Norsk", "en": "English"}  # each in its own language
_SCHEMES = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)


class ViewChoice(QToolButton):
    """A choice takes effect at once, and is kept for the next start."""

    def __init__(self, settings: ViewSettings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._languages = QActionGroup(self)
        self._schemes = QActionGroup(self)
        self.setMenu(self._filled_menu())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFont(font_of(Size.SMALL))
        self._retranslate()
        self._tint()

    def _filled_menu(self) -> QMenu:
        menu = QMenu(self)
        for language, name in _LANGUAGES.items():
            action = self._languages.addAction(name)
            action.setCheckable(True)
            action.setData(language)
            action.setChecked(language == self._settings.language)
            action.triggered.connect(self._choose_language)
        for scheme in _SCHEMES:
            action = self._schemes.addAction("")
            action.setCheckable(True)
            action.setData(scheme)
            action.setChecked(scheme is self._settings.scheme)
            action.triggered.connect(self._choose_scheme)
        menu.addActions(self._languages.actions())
        menu.addSeparator()
        menu.addActions(self._schemes.actions())
        return menu

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _retranslate(self) -> None:
        self.setText(self.tr("Language and colours"))
        follow, light, dark = self._schemes.actions()
        follow.setText(self.tr("Colours as the system"))
        light.setText(self.tr("Light colours"))
        dark.setText(self.tr("Dark colours"))

    def _tint(self) -> None:
        self.setIcon(icon_of(Icon.LANGUAGE, colours().muted))
