"""The column that the parts of a dialog stand in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

from tripletex_wizard.gui.theme import STEP


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """With the margins and distances that all dialogs of text and fields have."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
    column.setSpacing(2 * STEP)
    return column
