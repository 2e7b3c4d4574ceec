"""Above the orders: whose they are, the search, and «Hent nye ordrer»."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.gui.amounts import clock_time
from tripletex_wizard.gui.batch_texts import BETWEEN, loaded
from tripletex_wizard.gui.icons import Icon, icon_of
from tripletex_wizard.gui.orders.environment_band import whose_books
from tripletex_wizard.gui.orders.work.reading import Loading
from tripletex_wizard.gui.parts import Label, Spinner
from tripletex_wizard.gui.spoken import announce
from tripletex_wizard.gui.theme import MUTED, STEP, Size, colours

_SEARCH_WIDTH = 280
_WIDEST_SEARCH = 400
_AROUND_HINT = 9 * STEP


class SearchField(QLineEdit):
    """Escape clears it, Enter and Down leave it for what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class OrderHeader(QWidget):
    """Company and environment are always there, so that nobody works in the wrong books."""

    text_changed = Signal(str)
    search_left = Signal()
    load_asked = Signal()
    stop_asked = Signal()

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self._loading: Loading | None = None
        self._at: datetime | None = None
        self._title = Label(size=Size.TITLE, strong=True)
        self._about = Label(role=MUTED)
        self._spinner = Spinner()
        self.search = SearchField()
        self._glass = QAction(self.search)
        self.load, self.stop = QPushButton(), QPushButton()
        self._arrange()
        self._connect()
        self._draw_glass()
        self._retranslate()
        self.show_reading(profile, None, None)

    @property
    def about(self) -> str:
        """The line under the title."""
        return self._about.text()

    def show_reading(self, profile: Profile, loading: Loading | None, at: datetime | None) -> None:
        """Whose orders these are, and how far the reading is, or when it was last done."""
        was_loading, self._loading = self._loading is not None, loading
        self._profile, self._at = profile, at
        had_focus = self.load.hasFocus() or self.stop.hasFocus()
        self.load.setVisible(loading is None)
        self.stop.setVisible(loading is not None)
        self._spinner.setVisible(loading is not None)
        if had_focus:
            (self.load if loading is None else self.stop).setFocus()
        self._about.setText(self._line())
        if was_loading and loading is None:
            announce(self._about, self._about.text())

    def show_text(self, text: str) -> None:
        """Put `text` into the search without its coming back as an edit."""
        if text != self.search.text():
            with QSignalBlocker(self.search):
                self.search.setText(text)

    @Slot()
    def start_search(self) -> None:
        """Let a person type a search anew."""
        self.search.setFocus()
        self.search.selectAll()

    def _arrange(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        about = QHBoxLayout()
        about.setSpacing(STEP)
        about.addWidget(self._spinner)
        about.addWidget(self._about, 1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addLayout(about)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addLayout(texts, 1)
        layout.addWidget(self.search)
        layout.addWidget(self.load)
        layout.addWidget(self.stop)

    def _draw_glass(self) -> None:
        self._glass.setIcon(icon_of(Icon.SEARCH, colours().muted))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.text_changed)
        self.search.left.connect(self.search_left)
        self.load.clicked.connect(self.load_asked)
        self.stop.clicked.connect(self.stop_asked)

    def _line(self) -> str:
        parts = [whose_books(self._profile)]
        if self._loading is not None:
            parts.append(loaded(self._loading.done, self._loading.total))
        elif self._at is not None:
            parts.append(self.tr("updated {time}").format(time=clock_time(self._at)))
        return BETWEEN.join(parts)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Orders to transfer"))
        self._about.setText(self._line())
        hint = self.tr("Search order number, customer, amount")
        self.search.setPlaceholderText(hint)
        width = self.search.fontMetrics().horizontalAdvance(hint) + _AROUND_HINT
        self.search.setMinimumWidth(min(max(_SEARCH_WIDTH, width), _WIDEST_SEARCH))
        self.search.setAccessibleName(self.tr("Search"))
        for sign in self.search.findChildren(QToolButton):  # the glass, and Qt's own at the end
            is_glass = sign.defaultAction() is self._glass
            name = self.tr("Search") if is_glass else self.tr("Clear the search")
            sign.setAccessibleName(name)
        self.search.setToolTip(
            self.tr("Order number, customer, e-mail, invoice number or amount ({keys})").format(
                keys=_shown(QKeySequence.StandardKey.Find)
            )
        )
        self.load.setText(self.tr("Fetch new orders"))
        self.load.setToolTip(_shown(QKeySequence.StandardKey.Refresh))
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(self.tr("What has been fetched stays in the list"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.LanguageChange:
                self._retranslate()
            case QEvent.Type.PaletteChange:
                self._draw_glass()
            case _:
                pass


def _shown(keys: QKeySequence.StandardKey) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
