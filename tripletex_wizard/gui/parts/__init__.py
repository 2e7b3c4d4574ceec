"""The pieces that all pages and windows are put together from."""

from __future__ import annotations

from tripletex_wizard.gui.parts.buttons import LinkButton, main_button, make_main, show_ticked
from tripletex_wizard.gui.parts.card import Card
from tripletex_wizard.gui.parts.chip import StatusChip
from tripletex_wizard.gui.parts.field_status import FieldStatus
from tripletex_wizard.gui.parts.fitting_row import FittingRow
from tripletex_wizard.gui.parts.labels import Label, PageHeader, breakable
from tripletex_wizard.gui.parts.note import Note
from tripletex_wizard.gui.parts.signs import IconSign, Spinner

__all__ = [
    "Card",
    "FieldStatus",
    "FittingRow",
    "IconSign",
    "Label",
    "LinkButton",
    "Note",
    "PageHeader",
    "Spinner",
    "StatusChip",
    "breakable",
    "main_button",
    "make_main",
    "show_ticked",
]
