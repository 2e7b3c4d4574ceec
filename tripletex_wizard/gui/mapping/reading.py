"""How the reading of the store's payment methods stands, above the table or in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.gui.parts import Card, Label, Note, Spinner
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone


class ReadingStatus(QWidget):
    """Being read, could not be read, or nothing found: always with what can be done."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._running = QWidget()
        self._progress = Label(role=MUTED)
        self._problem = Note(Tone.MUST_FIX)
        self._empty = Card()
        self._title = Label(strong=True)
        self._advice = Label(role=MUTED)
        self._again = QPushButton()
        self._again.clicked.connect(self.again)
        self._arrange()
        self.hide()

    def retranslate(self) -> None:
        """Set the fixed texts anew; progress and problem follow when they are shown."""
        self._title.setText(self.tr("No payment methods found"))
        self._advice.setText(
            self.tr(
                "The shop lists no payment module, and has had no orders in the last 90 days. "
                "Activate a payment method in Mystore and read again. You may also confirm and go "
                "on: orders with a new method wait until it has been mapped here."
            )
        )
        self._again.setText(self.tr("Read &again"))

    def show_running(self, orders_read: tuple[int, int | None] | None) -> None:
        """The methods are being read; so many orders of so many, as far as that is known."""
        self._progress.setText(self._how_far(orders_read))
        self._show(self._running)

    def show_problem(self, problem: Problem) -> None:
        """Why they could not be read."""
        said = sentence(problem)
        self._problem.show_text(said.remedy, title=said.what)
        self._show(self._problem)

    def show_nothing_found(self) -> None:
        """The shop has answered, and has no method."""
        self._show(self._empty)

    def _how_far(self, orders_read: tuple[int, int | None] | None) -> str:
        match orders_read:
            case (done, int(total)):
                text = self.tr("Reading payment methods: {done} of {total} orders …")
                return text.format(done=done, total=total)
            case (done, None):
                return self.tr("Reading payment methods: {done} orders …").format(done=done)
            case _:
                return self.tr("Reading payment methods …")

    def _show(self, shown: QWidget) -> None:
        for each in (self._running, self._problem, self._empty):
            each.setVisible(each is shown)
        self._again.setVisible(shown is not self._running)
        self.show()

    def _arrange(self) -> None:
        running = QHBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(STEP)
        running.addWidget(Spinner())
        running.addWidget(self._progress, 1)
        nothing = QVBoxLayout()
        nothing.setSpacing(STEP)
        nothing.addWidget(self._title)
        nothing.addWidget(self._advice)
        self._empty.add_row(nothing)
        buttons = QHBoxLayout()
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        for each in (self._running, self._problem, self._empty):
            layout.addWidget(each)
        layout.addLayout(buttons)
