"""What is said to those who hear the program: cells with their heading, and news."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def spoken_cell(heading: str, text: str) -> str:
    """«Debet: 1 948,00», for a cell alone does not tell in which column it stands."""
    if not heading:
        return text
    said = text or translate("orders", "nothing")
    return f"{heading}: {said}"


def announce(place: QWidget, text: str) -> None:
    """Have a screen reader say what has come up, wherever the keys are; not of hidden places."""
    if text and place.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(place, text))
