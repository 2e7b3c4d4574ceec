"""Texts that wrap and are never cut."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH, Size, font_of

_NARROWEST = 12 * STEP
_LONG_WORD = re.compile(r"\S{24}(?=\S)")


class Label(QLabel):
    """A text that wraps at the width it gets and takes the height that needs.

    Plain text: what a server answered cannot become markup. `role` is MUTED or none.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.NORMAL,
        strong: bool = False,
        role: QPalette.ColorRole | None = None,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(font_of(size, strong=strong))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role is not None:
            self.setForegroundRole(role)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """As wide as the text on one line, as far as a column of text may go."""
        one_line = self.fontMetrics().size(0, self.text()).width() + 2 * self.margin()
        width = min(one_line + 1, TEXT_WIDTH, self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """As high as the text needs in the width that it may really get."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        width = max(_NARROWEST, self.minimumWidth())
        width = min(width, self.sizeHint().width())
        return QSize(width, self.fontMetrics().height())


def breakable(text: str) -> str:
    """The text with places where a word may end that is too long for a narrow column."""
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


class PageHeader(QWidget):
    """The task in the user's words, and one sentence of why."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(size=Size.TITLE, strong=True)
        self._why = Label(size=Size.LEAD, role=MUTED)
        self._why.setMaximumWidth(TEXT_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self._title)
        layout.addWidget(self._why)

    def show_texts(self, title: str, why: str) -> None:
        """Replace both; without a why the title stands alone."""
        self._title.setText(title)
        self._why.setText(why)
        self._why.setVisible(bool(why))
