"""Colours in light and dark, spacing, and fonts: everything that the windows share in looks."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tripletex_wizard.gui.style_sheet import style_sheet
from tripletex_wizard.gui.tones import DARK, LIGHT, Colours

STEP = 8
"""The grid, in device independent pixels: distances are whole or half multiples of it."""

TEXT_WIDTH = 640
"""How wide a column of running text may be."""

MUTED = QPalette.ColorRole.PlaceholderText
"""For `setForegroundRole` of texts beside the main thing."""

ON_ACCENT = QPalette.ColorRole.BrightText
"""For `setForegroundRole` of texts on the accent colour or a band."""


class Size(Enum):
    """Text sizes, relative to the system's font."""

    TITLE = 1.85
    LARGE = 1.15
    LEAD = 1.08
    NORMAL = 1.0
    SMALL = 0.92


def colours() -> Colours:
    """The colours of the scheme that the application shows now."""
    return DARK if QApplication.palette().window().color() == QColor(DARK.page) else LIGHT


def font_of(size: Size, *, strong: bool = False) -> QFont:
    """The system's font in one of our sizes."""
    font = QFont(QApplication.font())
    font.setPointSizeF(QFontInfo(font).pointSizeF() * size.value)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def palette_of(scheme: Colours) -> QPalette:
    """Qt's palette of a scheme."""
    palette = QPalette()
    role = QPalette.ColorRole
    for each, value in {
        role.Window: scheme.page,
        role.WindowText: scheme.text,
        role.Base: scheme.card,
        role.AlternateBase: scheme.page,
        role.Text: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Button: scheme.card,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.on_accent,
        role.ToolTipBase: scheme.card,
        role.ToolTipText: scheme.text,
        role.Highlight: scheme.selection,
        role.HighlightedText: scheme.text,
        role.Accent: scheme.accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Light: scheme.card,
        role.Midlight: scheme.line,
        role.Mid: scheme.line,
        role.Dark: scheme.muted,
        role.Shadow: scheme.muted,
    }.items():
        palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(scheme.disabled))
    return palette


class Theme(QObject):
    """Keeps the application in Fusion style and in the chosen or the system's colour scheme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.choose(Qt.ColorScheme.Unknown)

    @property
    def chosen(self) -> Qt.ColorScheme:
        """What the user chose; Unknown follows the system."""
        return self._chosen

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Show light or dark from now on; Unknown follows the system."""
        self._chosen = scheme
        unknown = scheme is Qt.ColorScheme.Unknown
        self._show(QGuiApplication.styleHints().colorScheme() if unknown else scheme)

    def close(self) -> None:
        """Follow the system no more."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow_system)

    @Slot(Qt.ColorScheme)
    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        if self._chosen is Qt.ColorScheme.Unknown:
            self._show(scheme)

    def _show(self, scheme: Qt.ColorScheme) -> None:
        shown = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        self._application.setPalette(palette_of(shown))
        self._application.setStyleSheet(style_sheet(shown))
