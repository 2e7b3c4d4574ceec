from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tripletex_wizard.gui.icons import Icon, icon_of, tinted
from tripletex_wizard.gui.theme import MUTED, Size, Theme, colours, font_of, palette_of
from tripletex_wizard.gui.tones import DARK, LIGHT, Colours, Tone

AA_TEXT = 4.5
AA_SIGN = 3.0

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grounds(scheme: Colours) -> list[str]:
    return [scheme.page, scheme.side, scheme.card, scheme.hover, scheme.selection]


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_every_text_can_be_read_on_every_ground(scheme: Colours) -> None:
    texts = [scheme.text, scheme.muted, scheme.accent]
    poor = [pair for pair in product(texts, grounds(scheme)) if contrast(*pair) < AA_TEXT]

    assert poor == []


@SCHEMES
@pytest.mark.parametrize("tone", Tone)
def test_a_status_can_be_read_on_its_chip_and_beside_it(scheme: Colours, tone: Tone) -> None:
    pair = scheme.tones[tone]
    places = [pair.ground, scheme.page, scheme.side, scheme.card]

    assert [place for place in places if contrast(pair.text, place) < AA_TEXT] == []


@SCHEMES
@pytest.mark.parametrize("tone", Tone)
def test_a_plain_text_can_be_read_on_the_ground_of_a_note(scheme: Colours, tone: Tone) -> None:
    assert contrast(scheme.text, scheme.tones[tone].ground) >= AA_TEXT


@SCHEMES
def test_the_main_action_can_be_read_and_stands_out(scheme: Colours) -> None:
    assert contrast(scheme.on_accent, scheme.accent) >= AA_TEXT
    assert contrast(scheme.on_accent, scheme.accent_pressed) >= AA_TEXT
    assert contrast(scheme.accent, scheme.page) >= AA_SIGN


def test_the_arrow_of_a_choice_can_be_seen_in_both_schemes() -> None:
    arrow = "#7c8883"

    assert min(contrast(arrow, LIGHT.card), contrast(arrow, DARK.card)) >= AA_SIGN


@SCHEMES
def test_texts_beside_the_main_thing_take_their_colour_from_the_palette(scheme: Colours) -> None:
    assert palette_of(scheme).color(MUTED) == QColor(scheme.muted)


def test_the_program_is_drawn_in_fusion_style(theme: Theme, qapp: QApplication) -> None:
    theme.choose(Qt.ColorScheme.Light)

    assert qapp.style().objectName() in {"fusion", ""}  # a style sheet stands before Fusion
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.page)


def test_a_chosen_scheme_is_shown_at_once(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)

    theme.choose(Qt.ColorScheme.Dark)

    assert colours() is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)


def test_the_systems_scheme_is_followed_until_another_is_chosen(theme: Theme) -> None:
    hints = QGuiApplication.styleHints()
    theme.choose(Qt.ColorScheme.Unknown)
    system = LIGHT if hints.colorScheme() is not Qt.ColorScheme.Dark else DARK
    assert colours() is system

    theme.choose(Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)

    assert colours() is DARK


def test_a_change_of_the_systems_scheme_is_shown(theme: Theme) -> None:
    theme.choose(Qt.ColorScheme.Unknown)

    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert colours() is DARK


def test_a_closed_theme_follows_the_system_no_more(theme: Theme, qapp: QApplication) -> None:
    other = Theme(qapp)
    other.close()
    theme.choose(Qt.ColorScheme.Dark)

    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)

    assert colours() is DARK


def test_sizes_follow_the_systems_font(qapp: QApplication) -> None:
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    title = font_of(Size.TITLE)
    try:
        qapp.setFont(larger)
        assert font_of(Size.TITLE).pointSizeF() == pytest.approx(2 * title.pointSizeF(), rel=0.05)
    finally:
        qapp.setFont(before)


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_is_drawn_in_the_colour_asked_for(icon: Icon, qapp: QApplication) -> None:
    image = tinted(icon, "#a3341f", 16, 2.0).toImage()
    drawn = {
        image.pixelColor(x, y).name()
        for x, y in product(range(image.width()), range(image.height()))
        if image.pixelColor(x, y).alpha() == 255
    }

    assert drawn == {"#a3341f"}


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_an_icon_has_a_pixel_for_every_pixel_of_the_screen(
    ratio: float, qapp: QApplication
) -> None:
    pixmap = icon_of(Icon.TICK, "#000000").pixmap(QSize(16, 16), ratio)

    assert pixmap.width() == 16 * ratio
    assert pixmap.deviceIndependentSize().width() == 16


@SCHEMES
@pytest.mark.parametrize("environment", ["test", "practice"])
def test_the_band_of_an_environment_can_be_read_and_stands_out(
    scheme: Colours, environment: str
) -> None:
    band = scheme.bands[environment]

    assert contrast(scheme.on_accent, band) >= AA_TEXT
    assert contrast(band, scheme.page) >= AA_SIGN
