"""Hands and eyes: windows used by keys and clicks, found by what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
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
    QMainWindow,
    QMenu,
    QRadioButton,
    QWidget,
)

_PATIENCE_MS = 30_000
_TURN_MS = 5
_MARK = 8  # from the left: right of its text a tick hears no click

W = TypeVar("W", bound=QWidget)


class UnexpectedError(Exception):
    """The program showed or held something else than what the step leads to."""

    def __init__(self, what: str, shown: str) -> None:
        super().__init__(f"{what}; shown: {shown}")


def pause(milliseconds: int) -> None:
    """Let the program work. QTest.qWait would keep its threads from running meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def said(context: str, source: str) -> str:
    """What `source` is called in the present language."""
    return QCoreApplication.translate(context, source).replace("&", "")


def windows_in_front() -> list[QWidget]:
    """The windows that are shown, a dialog before the window that it lies over."""
    among = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    shown = [each for each in among if isinstance(each, QDialog | QMainWindow)]
    return sorted(shown, key=_depth, reverse=True)


class Hands:
    """Everything is done in the window in front, and raises UnexpectedError when it is not there.

    Names are texts, accessible names, or labels that lead to a field.
    """

    @property
    def front(self) -> QWidget:
        """The window in front."""
        windows = windows_in_front()
        if not windows:
            raise UnexpectedError("a window must be open", "none")
        return windows[0]

    # what is there

    def dialog(self, kind: type[W]) -> W:
        """The dialog of this kind, once it is in front."""
        self.until(lambda: isinstance(self.front, kind), f"{kind.__name__} opens")
        found = self.front
        assert isinstance(found, kind)
        return found

    def expect(self, held: object, what: str) -> None:
        """Go on only when `held` is true."""
        if not held:
            raise UnexpectedError(what, self.texts())

    def expect_text(self, text: str) -> None:
        """Go on only when `text` can be read."""
        self.until(lambda: text in self.texts(), f"«{text}» is to be read")

    def texts(self) -> str:
        """All that can be read on the window; not what is typed."""
        shown = [each for each in self._visible(QWidget) if not isinstance(each, QLineEdit)]
        labels = (str(each.property("text") or "") for each in shown)
        return " | ".join(filter(None, labels)).replace("&", "")

    # what is done

    def click(self, name: str) -> None:
        """Click a button, tick, choice or link."""
        button = self._named(QAbstractButton, name)
        self.expect(button.isEnabled(), f"«{name}» is closed")
        at_mark = QPoint(_MARK, button.height() // 2)
        where = at_mark if isinstance(button, QCheckBox | QRadioButton) else QPoint()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=where)

    def click_main(self) -> None:
        """Click the one button in the accent colour."""
        main = self._only("the main button", self._main_buttons)
        self.click(_plain(main.property("text")))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        window = self.front
        window.activateWindow()  # letters with Alt lead somewhere only in the window in front
        self.until(window.isActiveWindow, "the window comes to the front")
        QTest.keyClick(window.focusWidget() or window, key, held or Qt.KeyboardModifier.NoModifier)

    def close_dialog(self) -> None:
        """Escape, and wait until the dialog is gone."""
        before = self.front
        self.press(Qt.Key.Key_Escape)
        self.until(lambda: before not in windows_in_front(), "the dialog closes")

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
        """Choose what begins so in a list: open it, go there by arrows, and press Enter."""
        combo = self._named(QComboBox, name)
        place = combo.findText(option, Qt.MatchFlag.MatchStartsWith)
        self.expect(place >= 0, f"«{option}» is not in «{name}»")
        combo.setFocus()
        combo.showPopup()
        rows = combo.view()
        while (here := rows.currentIndex().row()) != place:
            QTest.keyClick(rows, Qt.Key.Key_Down if here < place else Qt.Key.Key_Up)
            self.expect(rows.currentIndex().row() != here, f"«{option}» cannot be reached")
        QTest.keyClick(rows, Qt.Key.Key_Return)

    def pick(self, entry: QAction) -> None:
        """Choose an entry of the menu bar: Alt and the menu's letter, arrows, and Enter."""
        (menu,) = (each for each in entry.associatedObjects() if isinstance(each, QMenu))
        self.expect(entry.isEnabled(), f"«{entry.text()}» is closed")
        letter = menu.title()[menu.title().index("&") + 1]
        self.press(Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        self.until(menu.isVisible, f"«{menu.title()}» opens")
        for _ in menu.actions():
            if menu.activeAction() is entry:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    def until(self, happened: Callable[[], object], what: str) -> None:
        """Let the program work until `happened`."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not happened():
            self.expect(not deadline.hasExpired(), f"waited in vain until {what}")
            pause(_TURN_MS)

    # finding

    def _visible(self, kind: type[W]) -> list[W]:
        return [each for each in self.front.findChildren(kind) if each.isVisible()]

    def _main_buttons(self) -> list[QAbstractButton]:
        return [each for each in self._visible(QAbstractButton) if each.property("main")]

    def _fields(self) -> list[QWidget]:
        return [each for each in self._visible(QWidget) if isinstance(each, QLineEdit | QDateEdit)]

    def _field(self, name: str) -> QWidget:
        return self._only(f"«{name}»", lambda: self._called(name, self._fields()))

    def _named(self, kind: type[W], name: str) -> W:
        return self._only(f"«{name}»", lambda: self._called(name, self._visible(kind)))

    def _called(self, name: str, among: list[W]) -> list[W]:
        """By a text, an accessible name, or a label that leads there."""
        labels = [each for each in self._visible(QLabel) if _plain(each.text()) == name]
        led_to = [each.buddy() for each in labels if each.buddy()]
        return [
            each
            for each in among
            if name in {_plain(each.accessibleName()), _plain(each.property("text"))}
            or each in led_to
        ]

    def _only(self, what: str, find: Callable[[], list[W]]) -> W:
        """The one that `find` gives. What a window builds anew is shown a few turns later."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while len(found := find()) != 1:
            self.expect(not deadline.hasExpired(), f"{what} is there {len(found)} times")
            pause(_TURN_MS)
        return found[0]


def _plain(text: object) -> str:
    return str(text or "").replace("&", "")


def _depth(window: QWidget) -> int:
    """How many windows it lies over."""
    parent = window.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())
