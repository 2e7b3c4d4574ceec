"""The tour's hands and eyes: windows used by keys and clicks, found by what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
    QWizard,
)

from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.windows import Windows

_PATIENCE_MS = 30_000
_TURN_MS = 5
_MARK = 8  # from the left: right of its text a tick hears no click

W = TypeVar("W", bound=QWidget)


class UnexpectedError(Exception):
    """The program showed or held something else than what the step leads to."""

    def __init__(self, what: str, shown: str) -> None:
        super().__init__(f"{what}; shown: {shown}")


class Desk:
    """The wizard on practice servers, as a person has it before them.

    Everything raises UnexpectedError when it is not there, or not there in time.
    """

    def __init__(self, windows: Windows, servers: PracticeServers, size: tuple[int, int]) -> None:
        self.servers = servers
        self._windows = windows
        self._size = size
        self.wizard = self._opened()

    def open_again(self) -> None:
        """Close the wizard as a person does, and start it anew: it goes on where it was."""
        self.press(Qt.Key.Key_Escape)
        self.until(lambda: not self.wizard.isVisible(), "the wizard closes")
        self.leave()
        self.wizard = self._opened()
        self.until_idle()

    def leave(self) -> None:
        """Close what is open; the set-up is kept."""
        for each in (*self._dialogs(), self.wizard):
            each.close()
        self.until_idle()
        self.wizard.deleteLater()

    def _opened(self) -> SetupWizard:
        wizard = self._windows.wizard()
        wizard.resize(*self._size)
        wizard.show()
        wizard.activateWindow()
        self.until(wizard.isActiveWindow, "the wizard comes to the front")
        return wizard

    # what is there

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.wizard.current.page

    @property
    def draft(self) -> SetupDraft:
        """What the wizard holds."""
        return self.wizard.current.controller.draft

    @property
    def profile_names(self) -> tuple[str, ...]:
        """The set-ups that are stored."""
        return self._windows.program.profile_names()

    @property
    def is_next_open(self) -> bool:
        """Whether the page can be left forwards, by Next or, the last one, by Finish."""
        which = QWizard.WizardButton
        buttons = [self.wizard.button(each) for each in (which.NextButton, which.FinishButton)]
        return any(button.isVisible() and button.isEnabled() for button in buttons)

    def is_running(self, check: LiveCheck) -> bool:
        """Whether a check is under way."""
        return self.wizard.current.controller.running(check)

    def dialog(self) -> QDialog:
        """The dialog over the wizard."""
        self.until(lambda: bool(self._dialogs()), "a dialog opens")
        return self._dialogs()[0]

    def expect(self, held: object, what: str) -> None:
        """Go on only when `held` is true."""
        if not held:
            raise UnexpectedError(what, self.texts())

    def expect_text(self, text: str) -> None:
        """Go on only when `text` can be read."""
        self.expect(text in self.texts(), f"«{text}» is not to be read")

    def texts(self) -> str:
        """All that can be read on the window; not what is typed."""
        shown = [each for each in self._visible(QWidget) if not isinstance(each, QLineEdit)]
        labels = (str(each.property("text") or "") for each in shown)
        return " | ".join(filter(None, labels)).replace("&", "")

    # what is done

    def click(self, name: str) -> None:
        """Click a button, tick, choice or link by its text or accessible name."""
        button = self._only(
            name, [each for each in self._visible(QAbstractButton) if name in _names(each)]
        )
        self.expect(button.isEnabled(), f"«{name}» is closed")
        at_mark = QPoint(_MARK, button.height() // 2)
        where = at_mark if isinstance(button, QCheckBox | QRadioButton) else QPoint()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=where)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        window = QApplication.activeModalWidget() or self.wizard
        window.activateWindow()  # letters with Alt lead somewhere only in the window in front
        self.until(window.isActiveWindow, "the window comes to the front")
        QTest.keyClick(window.focusWidget() or window, key, held or Qt.KeyboardModifier.NoModifier)

    def press_next(self) -> None:
        """Alt+N, and wait for the next page."""
        before = self.page
        self.expect(self.is_next_open, "Next is closed")
        self.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        self.until(lambda: self.page != before, "the next page comes")

    def paste(self, name: str, text: str) -> None:
        """Replace what stands in a line by `text`, from the clipboard, which is given back."""
        line = self._named(QLineEdit, name)
        line.setFocus()
        clipboard = QApplication.clipboard()
        before = clipboard.text()
        clipboard.setText(text)
        for key in (Qt.Key.Key_A, Qt.Key.Key_V):
            QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
        clipboard.setText(before)

    def type_into(self, name: str, text: str) -> None:
        """Replace what stands in a line or date by `text`, key by key."""
        field = self._field(name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    def choose(self, name: str, option: str) -> None:
        """Choose in a closed list by typing the beginning of the option."""
        combo = self._named(QComboBox, name)
        combo.setFocus()
        QTest.keyClicks(combo, option)
        self.expect(combo.currentText().startswith(option), f"«{option}» is not in «{name}»")

    def until(self, happened: Callable[[], object], what: str) -> None:
        """Let the program work until `happened`."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not happened():
            self.expect(not deadline.hasExpired(), f"waited in vain until {what}")
            QTest.qWait(_TURN_MS)

    def until_idle(self) -> None:
        """Let every check come to its end."""
        self.until(lambda: not self._windows.runner.is_busy, "the checks come to an end")
        QTest.qWait(_TURN_MS)  # new rows are shown in the next turn

    # finding

    def _dialogs(self) -> list[QDialog]:
        among = self.wizard.findChildren(QDialog)
        return [each for each in among if each.isVisible() and each.isWindow()]

    def _visible(self, kind: type[W]) -> list[W]:
        window = next(iter(self._dialogs()), self.wizard)
        return [each for each in window.findChildren(kind) if each.isVisible()]

    def _field(self, name: str) -> QWidget:
        fields = [
            each for each in self._visible(QWidget) if isinstance(each, QLineEdit | QDateEdit)
        ]
        return self._only(name, [each for each in fields if name in _names(each, self.wizard)])

    def _named(self, kind: type[W], name: str) -> W:
        fitting = [each for each in self._visible(kind) if name in _names(each, self.wizard)]
        return self._only(name, fitting)

    def _only(self, name: str, found: list[W]) -> W:
        self.expect(len(found) == 1, f"«{name}» is there {len(found)} times")
        return found[0]


def _names(widget: QWidget, window: QWidget | None = None) -> set[str]:
    """The text, the accessible name, and the label that leads to it."""
    labels = window.findChildren(QLabel) if window else []
    said = [
        widget.accessibleName(),
        str(widget.property("text") or ""),
        *(label.text() for label in labels if label.buddy() is widget),
    ]
    return {text.replace("&", "") for text in said if text}
