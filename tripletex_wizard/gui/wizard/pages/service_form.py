"""The form of a service on page 2: what it is, fields with their status, and «Kontroller»."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.gui.parts import Card, Label, LinkButton
from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH
from tripletex_wizard.gui.wizard.pages.remedy_status import RemedyStatus


class ServiceForm(Card):
    """Where the key is made, the fields, and the check with what it gave."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.help, self.link = Label(strong=True), Label(role=MUTED), LinkButton()
        self.check, self.status = QPushButton(), RemedyStatus()
        self._labels: list[QLabel] = []
        self._unlabelled: list[QHBoxLayout] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(STEP)
        heading = QVBoxLayout()
        heading.setSpacing(STEP // 2)
        for widget in (self.name, self.help, self.link):
            heading.addLayout(_left(widget))
        self._column.addLayout(heading)
        self.add_row(self._column)

    def add_field(self, field: QWidget, status: RemedyStatus | None = None) -> QLabel:
        """The label of a new field; `status` is for a check that can concern the field alone."""
        label = QLabel()
        label.setBuddy(field)
        field.setMaximumWidth(TEXT_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(label)
        row.addWidget(field, 1)
        row.addStretch()
        self._labels.append(label)
        self._column.addLayout(row)
        if status is not None:
            self._add_unlabelled(status)
        return label

    def add_check(self) -> None:
        """«Kontroller», and what it gave, under the last field."""
        self._add_unlabelled(self.check)
        self._add_unlabelled(self.status)

    def label_width(self) -> int:
        """How wide the longest label is."""
        return max(label.sizeHint().width() for label in self._labels)

    def align(self, width: int) -> None:
        """Let everything stand right of labels that are `width` wide."""
        for label in self._labels:
            label.setFixedWidth(width)
        for row in self._unlabelled:
            row.setContentsMargins(width + 2 * STEP, 0, 0, 0)

    def _add_unlabelled(self, widget: QWidget) -> None:
        row = _left(widget)
        self._unlabelled.append(row)
        self._column.addLayout(row)


def _left(widget: QWidget) -> QHBoxLayout:
    """As wide as it wants to be, a column of text at the most."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
