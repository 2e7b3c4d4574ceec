"""The wizard on practice servers, with nothing but keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.windows import Windows

MOST_STOPS = 100
PATIENCE_MS = 20_000
LETTER = re.compile("&([^&])")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Moves by Tab and by Alt and letters; sees where the focus is, as a screen reader does."""

    def __init__(self, qtbot: QtBot, windows: Windows, profile_name: str | None = None) -> None:
        self._qtbot = qtbot
        self._windows = windows
        self._profile_name = profile_name
        self.wizard = self._opened()

    def _opened(self) -> SetupWizard:
        wizard = self._windows.wizard(self._profile_name)
        wizard.show()
        self._qtbot.waitActive(wizard, timeout=PATIENCE_MS)
        return wizard

    @property
    def page(self) -> Page:
        return self.wizard.current.page

    @property
    def draft(self) -> SetupDraft:
        return self.wizard.current.controller.draft

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> Keyboard:
        where = self.wizard.focusWidget() or self.wizard
        self._qtbot.keyClick(where, key, held or Qt.KeyboardModifier.NoModifier)
        return self

    def tab_to(self, name: str) -> Keyboard:
        """Press Tab until a screen reader says `name`."""
        stops = []
        for _ in range(MOST_STOPS):
            stops.append(self._spoken())
            if stops[-1] == name:
                return self
            self.press(Qt.Key.Key_Tab)
        return pytest.fail(f"Tab never comes to «{name}», but to {sorted(set(stops))}")

    def tick(self, name: str) -> Keyboard:
        return self.tab_to(name).press(Qt.Key.Key_Space)

    def paste(self, name: str, text: str) -> Keyboard:
        QApplication.clipboard().setText(text)
        return self.tab_to(name).press(Qt.Key.Key_A, CTRL).press(Qt.Key.Key_V, CTRL)

    def type(self, text: str) -> Keyboard:
        self._qtbot.keyClicks(self.wizard.focusWidget(), text)
        return self

    def sign(self, line: str, name: str) -> Keyboard:
        """Write a name in the line that asks who confirms."""
        return self.tab_to(line).press(Qt.Key.Key_A, CTRL).type(name)

    def until(self, happened: Callable[[], bool]) -> Keyboard:
        self._qtbot.waitUntil(happened, timeout=PATIENCE_MS)
        return self

    def until_finished(self) -> None:
        """The wizard closes by itself when everything is stored."""
        self.until(lambda: not self.wizard.isVisible()).until_idle()

    def until_idle(self) -> Keyboard:
        self.until(lambda: not self._windows.runner.is_busy)
        QApplication.processEvents()
        return self

    def arrives_at(self, page: Page) -> Keyboard:
        return self.until(lambda: self.page is page).until_idle()

    def close_and_resume(self) -> None:
        """Escape, and a new start: all is there, on the same page."""
        page, before = self.page, typed(self.draft)
        closing = self.wizard
        self._leave()
        self.until(lambda: not closing.isVisible())
        self.until_idle()
        closing.deleteLater()
        self.wizard = self._opened()
        self.until_idle()
        assert typed(self.draft) == before
        assert self.page is page

    def letters(self) -> list[str]:
        """What Alt can be pressed with, on the page and its frame."""
        texts = [
            each.text()
            for each in self.wizard.findChildren(QWidget)
            if each.isVisible() and isinstance(each, QLabel | QAbstractButton)
        ]
        return sorted(found[1].upper() for text in texts if (found := LETTER.search(text)))

    def _leave(self) -> None:
        """Practice asks once something is done: nothing is left of it when the program closes."""
        self.press(Qt.Key.Key_Escape)
        asking = [each for each in self.wizard.findChildren(QMessageBox) if each.isVisible()]
        for box in asking:
            (close,) = (each for each in box.buttons() if "ukk" in each.text())
            close.setFocus()
            self._qtbot.keyClick(close, Qt.Key.Key_Space)

    def _spoken(self) -> str:
        focused = self.wizard.focusWidget() or self.wizard
        return QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name)


def typed(draft: SetupDraft) -> SetupDraft:
    """What must survive a restart: an order that was tried is read anew."""
    return replace(draft, id="", trial=None, trial_seen="")
