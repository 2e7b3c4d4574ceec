from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.text_room import cut_texts, labels_of
from tests.orders.building import a_profile
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.orders.environment_band import EnvironmentBand, whose_books
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.tones import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("norwegian", "theme")


def in_window(qtbot: QtBot, environment: Environment) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(EnvironmentBand(replace(a_profile(), environment=environment)))
    column.addStretch(1)
    window.resize(700, 200)
    window.show()
    return window


def band_of(window: QWidget) -> EnvironmentBand:
    return window.findChildren(EnvironmentBand)[0]


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        (Environment.TEST, "TESTMILJØ – ingenting her havner i det ekte regnskapet"),
        (Environment.PRACTICE, "ØVELSE – ingenting her er ekte"),
    ],
)
def test_test_and_practice_are_told_with_the_company(
    qtbot: QtBot, environment: Environment, word: str
) -> None:
    window = in_window(qtbot, environment)

    told, company = labels_of(window)
    assert told == word
    assert company.startswith(a_profile().company_name)
    assert cut_texts(window) == []


def test_production_has_no_band(qtbot: QtBot) -> None:
    window = in_window(qtbot, Environment.PRODUCTION)

    assert labels_of(window) == []
    assert band_of(window).isHidden()


def test_company_and_environment_make_a_title() -> None:
    profile = replace(a_profile(), environment=Environment.PRODUCTION)

    assert whose_books(profile) == f"{profile.company_name} · Tripletex produksjon"


def test_the_band_follows_the_colour_scheme(qtbot: QtBot, theme: Theme) -> None:
    window = in_window(qtbot, Environment.PRACTICE)

    def ground() -> QColor:
        return band_of(window).grab().toImage().pixelColor(2, 2)

    assert ground() == QColor(LIGHT.bands["practice"])
    theme.choose(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: ground() == QColor(DARK.bands["practice"]))
    text = band_of(window).findChildren(QLabel)[0]
    assert text.palette().color(text.foregroundRole()) == QColor(DARK.on_accent)


def test_the_band_follows_the_language(qtbot: QtBot) -> None:
    window = in_window(qtbot, Environment.TEST)

    install_language("en")

    qtbot.waitUntil(lambda: labels_of(window)[0].startswith("TEST ENVIRONMENT"))
    assert labels_of(window)[1].endswith("Tripletex test environment")
