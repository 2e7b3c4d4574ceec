"""What stands in a window to be read; which texts are cut; and longer texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from math import ceil

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from tripletex_wizard.gui.texts import BUNDLED

BREAK = "\N{ZERO WIDTH SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
STRETCH = 0.4


def labels_of(window: QWidget) -> list[str]:
    """The texts of the labels that are shown."""
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def said_by(window: QWidget) -> str:
    """The labels that are shown, a line each, with spaces where a line may not break."""
    return "\n".join(labels_of(window)).replace(NO_BREAK, " ")


def buttons_of(window: QWidget) -> dict[str, QPushButton]:
    """The buttons that are shown, by their texts without the letters for Alt."""
    return {
        each.text().replace("&", "").replace(NO_BREAK, " "): each
        for each in window.findChildren(QPushButton)
        if each.isVisible()
    }


def cut_texts(window: QWidget) -> list[str]:
    """Each widget without room for its text, by its kind, its text and what it lacks."""
    return [
        f"{type(widget).__name__} «{text_of(widget)}» {lack}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and text_of(widget)
        for lack in (*lacks(widget), *outside(widget))
    ]


def settled(qtbot: QtBot, window: QWidget) -> list[str]:
    """What is cut after the layout has moved in as many turns as it needs."""
    with suppress(NotInTime):
        qtbot.waitUntil(lambda: cut_texts(window) == [], timeout=1500)
    return cut_texts(window)


def text_of(widget: QWidget) -> str:
    match widget:
        case QComboBox():
            return widget.currentText() or widget.placeholderText()
        case QLineEdit():
            return "" if widget.text() else widget.placeholderText()
        case QLabel() | QAbstractButton():
            return widget.text()
        case _:
            return ""


def lacks(widget: QWidget) -> Iterator[str]:
    """What `widget` lacks to show its text."""
    room, metrics = widget.contentsRect(), widget.fontMetrics()
    match widget:
        case QComboBox():
            width = metrics.horizontalAdvance(text_of(widget))
            yield from more("wide", width, field_of(widget))
        case QLineEdit():
            yield from more("wide", metrics.horizontalAdvance(text_of(widget)), room.width())
        case QLabel() if widget.wordWrap():
            words = widget.text().replace(BREAK, " ").split()
            longest = max(metrics.horizontalAdvance(word) for word in words)
            yield from more("wide", longest, room.width())
            yield from more("high", widget.heightForWidth(widget.width()), widget.height())
        case QLabel() | QAbstractButton():
            yield from more("wide", widget.sizeHint().width(), widget.width())
            yield from more("high", widget.sizeHint().height(), widget.height())


def field_of(combo: QComboBox) -> int:
    """How wide a text may be before the arrow."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return combo.style().subControlRect(control, option, part, combo).width()


def more(dimension: str, needed: int, given: int) -> Iterator[str]:
    if needed > given:
        yield f"needs {needed} and is {given} {dimension}"


def outside(widget: QWidget) -> Iterator[str]:
    """Where `widget` sticks out: of anything it lies in, sideways also where one can scroll."""
    inner = widget
    while (outer := inner.parentWidget()) is not None and not inner.isWindow():
        place = widget.rect().translated(widget.mapTo(outer, widget.rect().topLeft()))
        scrolls = isinstance(outer.parentWidget(), QAbstractScrollArea)
        if place.left() < 0 or place.right() >= outer.width():
            yield f"sticks out of {type(outer).__name__} sideways"
        elif not scrolls and (place.top() < 0 or place.bottom() >= outer.height()):
            yield f"sticks out of {type(outer).__name__} up or down"
        if scrolls:
            widget = outer
        inner = outer


class Wordy(QTranslator):
    """Every Norwegian text 40 % longer, by words of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._norwegian = [QTranslator(self) for _ in BUNDLED["nb"]]
        for translator, file in zip(self._norwegian, BUNDLED["nb"], strict=True):
            assert translator.load(file)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        found = (each.translate(context, text, disambiguation, n) for each in self._norwegian)
        return stretched(next(filter(None, found), text))


def stretched(text: str) -> str:
    """The text and then its own words again, without places and letters for Alt."""
    words = [word for word in text.replace("&", "").split() if "{" not in word and "%" not in word]
    padding = "".join(f" {word}" for word in words)
    return text + padding[: ceil(len(text) * STRETCH)].rstrip()


class Stretched(QTranslator):
    """Every text in English, and 40 % longer."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return text + " mm" * round(len(text) * STRETCH / 3 + 0.5)
