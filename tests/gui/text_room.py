"""Finds texts that are wider or higher than the widget that they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

BREAK = "\N{ZERO WIDTH SPACE}"


def cut_texts(window: QWidget) -> list[str]:
    """Each widget without room for its text, by its kind, its text and what it lacks."""
    return [
        f"{type(widget).__name__} «{text_of(widget)}» {lack}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and text_of(widget)
        for lack in (*lacks(widget), *outside(widget))
    ]


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
