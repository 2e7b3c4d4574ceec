"""Whose books these are, and that test and practice cannot be taken for the real ones."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.texts import environment_name
from tripletex_wizard.gui.theme import ON_ACCENT, STEP, colours


def whose_books(profile: Profile) -> str:
    """Company and environment, for a header and the title of a window."""
    environment = environment_name(profile.environment.value)
    return BETWEEN.join((profile.company_name, f"Tripletex {environment}"))


class EnvironmentBand(QWidget):
    """A band in a colour of its own over a window of test or practice; hidden in production.

    In production company and environment stand in the window's header and title alone: a band
    that is always there is soon not seen any more.
    """

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self._which = Label(strong=True, role=ON_ACCENT)
        self._company = Label(role=ON_ACCENT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * STEP, STEP // 2, 2 * STEP, STEP // 2)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self._which, 1)
        layout.addWidget(self._company)
        self._retranslate()
        self.setVisible(self._ground() is not None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = self._ground()
        if ground is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(ground))
            painter.end()

    def _ground(self) -> str | None:
        return colours().bands.get(self._profile.environment.value)

    def _retranslate(self) -> None:
        self._which.setText(self._words())
        self._company.setText(whose_books(self._profile))

    def _words(self) -> str:
        match self._profile.environment:
            case Environment.PRODUCTION:
                return ""
            case Environment.TEST:
                return self.tr("TEST ENVIRONMENT: nothing here reaches the real books")
            case Environment.PRACTICE:
                return self.tr("PRACTICE: nothing here is real")
            case _:
                assert_never(self._profile.environment)
