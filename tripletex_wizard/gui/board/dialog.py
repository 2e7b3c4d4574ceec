"""«Kontroll av oppsettet»: whether everything that transfers need is still in place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from tripletex_wizard.domain.prerequisites import Prerequisite
from tripletex_wizard.gui.board.card import BoardCard
from tripletex_wizard.gui.board.last_checked import LastChecked
from tripletex_wizard.gui.board.profile_check import ProfileCheck
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import FieldStatus, PageHeader
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.spoken import announce
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.services.office import Office

_FIRST_SIZE = QSize(1040, 720)
_ALL_THE_REST = 1000


class BoardDialog(QDialog):
    """Checks when it is opened; closing it stops what is not checked yet. Changes nothing."""

    def __init__(self, office: Office, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = ProfileCheck(office, runner, self)
        self._header = PageHeader()
        self._board = BoardCard()
        self._all = QPushButton()
        self._when, self._failure = LastChecked(), FieldStatus()
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._arrange()
        self._all.setAutoDefault(False)
        self._all.clicked.connect(self._check_all)
        self._buttons.rejected.connect(self.reject)
        self._board.repeat_wanted.connect(self._check_row)
        self.check.changed.connect(self._show_check)
        self._retranslate()
        self.check.check()

    def done(self, result: int) -> None:
        self.check.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        layout = dialog_column(self)
        layout.addWidget(self._header)
        layout.addWidget(self._board, _ALL_THE_REST)
        layout.addLayout(self._foot())
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._board.order_stops()
        self.resize(first_size(self, _FIRST_SIZE))

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(STEP)
        foot.addWidget(self._all)
        foot.addWidget(self._when)
        foot.addWidget(self._failure, 1, Qt.AlignmentFlag.AlignVCenter)
        return foot

    def _retranslate(self) -> None:
        title = self.tr("Check of the set-up")
        self.setWindowTitle(title)
        self._header.show_texts(
            title, self.tr("What transfers need in Tripletex and Mystore. Nothing is changed.")
        )
        self._board.retranslate()
        self._all.setText(self.tr("Check everything a&gain"))
        self._close.setText(self.tr("&Close"))
        self._show_check()

    @Slot()
    def _show_check(self) -> None:
        check = self.check
        self._board.show_rows(check.board, check.running)
        at = check.checked_at
        if at is not None:
            self._when.show_time(at, datetime.now(at.tzinfo))
        self._show_progress()

    def _show_progress(self) -> None:
        problem = self.check.problem
        if self.check.running:
            self._failure.show_running()
        elif problem is not None:
            self._failure.show_result(Tone.MUST_FIX, sentence(problem).whole)
            announce(self, self._failure.text)
        else:
            self._failure.clear()
            announce(self, self._when.text())

    @Slot()
    def _check_all(self) -> None:
        self.check.check()

    @Slot(Prerequisite)
    def _check_row(self, prerequisite: Prerequisite) -> None:
        self.check.check([prerequisite])
