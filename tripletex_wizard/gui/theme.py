"""Colours in light and dark, spacing, and fonts: everything that the windows share in looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tripletex_wizard.gui.style_sheet import style_sheet
from tripletex_wizard.gui.tones import DARK, LIGHT, Colours

STEP = 8
"""The grid, in device independent pixels: distances are whole or half multiples of it."""

TEXT_WIDTH = 640
"""How wide a column of running text may be."""

MUTED = QPalette.ColorRole.PlaceholderText
"""For `setForegroundRole` of texts beside the main thing."""

ACCENTED = QPalette.ColorRole.Link
"""For `setForegroundRole` of texts in the accent colour."""


class Size(Enum):
    """Text sizes, relative to the system's font."""

    TITLE = 1.85
    LARGE = 1.15
    LEAD = 1.08
    NORMAL = 1.0
    SMALL = 0.92


@dataclass(frozen=True, slots=True)
class _Roles:
    active: QColor
    disabled: QColor


def colours_of(widget: QWidget) -> Colours:
    """The colours of the scheme that `widget` is shown in now."""
    return LIGHT if widget.palette().window().color().lightness() > 127 else DARK  # noqa: PLR2004


def font_of(size: Size, *, strong: bool = False) -> QFont:
    """The system's font in one of our sizes."""
    font = QFont(QApplication.font())
    font.setPointSizeF(QFontInfo(font).pointSizeF() * size.value)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette of a scheme."""
    palette = QPalette()
    role = QPalette.ColorRole
    for each, value in {
        role.Window: colours.page,
        role.WindowText: colours.text,
        role.Base: colours.card,
        role.AlternateBase: colours.page,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.card,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.text,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.card,
        role.Midlight: colours.line,
        role.Mid: colours.line,
        role.Dark: colours.muted,
        role.Shadow: colours.muted,
    }.items():
        palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.disabled))
    return palette


class Theme(QObject):
    """Keeps the application in Fusion style and in the chosen or the system's colour scheme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = Qt.ColorScheme.Unknown
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._show()

    @property
    def chosen(self) -> Qt.ColorScheme:
        """What the user chose; Unknown follows the system."""
        return self._chosen

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Show light or dark from now on; Unknown follows the system."""
        self._chosen = scheme
        self._show()

    @Slot(Qt.ColorScheme)
    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._chosen is Qt.ColorScheme.Unknown:
            self._show()

    def _show(self) -> None:
        unknown = self._chosen is Qt.ColorScheme.Unknown
        scheme = QGuiApplication.styleHints().colorScheme() if unknown else self._chosen
        colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        self._application.setPalette(palette_of(colours))
        self._application.setStyleSheet(style_sheet(colours))
