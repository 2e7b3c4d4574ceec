"""Language and colour scheme, chosen in one small menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.theme import Size, Theme, colours, font_of
from tripletex_wizard.gui.view_actions import ViewActions
from tripletex_wizard.gui.view_settings import ViewSettings


class ViewChoice(QToolButton):
    """Opens the choices under the steps."""

    def __init__(self, settings: ViewSettings, theme: Theme) -> None:
        super().__init__()
        self._actions = ViewActions(settings, theme, self)
        menu = QMenu(self)
        self._actions.fill(menu)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFont(font_of(Size.SMALL))
        self._retranslate()
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _retranslate(self) -> None:
        self.setText(self.tr("Language and colours"))
        self._actions.retranslate()

    def _tint(self) -> None:
        self.setIcon(icon_of(Icon.LANGUAGE, colours().muted))
