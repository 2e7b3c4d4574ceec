"""Something went wrong that the program did not expect: it is said plainly, with a report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
)

from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.gui.crash_report import CrashDesk
from tripletex_wizard.gui.parts import FieldStatus, Label, Note
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.parts.roomy_dialog import RoomyDialog
from tripletex_wizard.gui.parts.save_dialog import SaveDialog
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH, Size
from tripletex_wizard.gui.tones import Tone

_FIRST_SIZE = QSize(TEXT_WIDTH + 10 * STEP, 70 * STEP)
_BETWEEN = "\n" + "-" * 72 + "\n\n"


class CrashDialog(RoomyDialog):
    """Of several crashes the reports stand under each other: there is one dialog."""

    def __init__(self, desk: CrashDesk) -> None:
        super().__init__()
        self._desk = desk
        self._title = Label(size=Size.LARGE, strong=True)
        self._stopped = Note(Tone.SHOULD_CHECK)
        self._holds = Label(role=MUTED)
        self._report = QPlainTextEdit()
        self._status = FieldStatus()
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._copy, self._save = QPushButton(), QPushButton()
        for button in (self._copy, self._save):
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._arrange()
        self._copy.clicked.connect(self._copy_report)
        self._save.clicked.connect(self._ask_where)
        self._buttons.rejected.connect(self.reject)
        self._retranslate()

    @property
    def report(self) -> str:
        """All that is known so far."""
        return self._report.toPlainText()

    def add_report(self, report: str) -> None:
        """Show one more crash."""
        self._report.setPlainText(_BETWEEN.join(filter(None, (self.report, report))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._report.setReadOnly(True)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._report.setTabChangesFocus(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        layout = dialog_column(self)
        layout.addWidget(self._title)
        layout.addWidget(self._stopped)
        layout.addWidget(self._holds)
        layout.addWidget(self._report, 1)
        layout.addWidget(self._status)
        layout.addWidget(self._buttons)
        self._close.setDefault(True)
        self.resize(first_size(self, _FIRST_SIZE))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Unexpected error"))
        self._title.setText(self.tr("Something went wrong that the program did not expect."))
        self._stopped.show_text(
            self.tr(
                "An order that is under way is finished first. Close the program and start it "
                "again before you transfer more: it then looks up in Tripletex what it does not "
                "know the outcome of."
            ),
            title=self.tr("Nothing more is sent."),
        )
        self._holds.setText(
            self.tr(
                "The report below helps those who mend the program. Your keys are masked in it. "
                "Read it before you send it to anybody."
            )
        )
        self._report.setAccessibleName(self.tr("Report"))
        self._copy.setText(self.tr("&Copy"))
        self._save.setText(self.tr("&Save …"))
        self._close.setText(self.tr("C&lose"))

    @Slot()
    def _copy_report(self) -> None:
        QApplication.clipboard().setText(self.report)
        self._status.show_result(Tone.OK, self.tr("The report is copied."))

    @Slot()
    def _ask_where(self) -> None:
        name = self.tr("error report") + ".txt"
        dialog = SaveDialog(self, self.tr("Save the report"), self.tr("Text (*.txt)"), name)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    @Slot(str)
    def _write(self, place: str) -> None:
        try:
            self._desk.write(Path(place), self.report.encode())
        except AppError as error:
            self._status.show_result(Tone.MUST_FIX, sentence(error.problem).whole)
        else:
            self._status.show_result(Tone.OK, self.tr("Saved as {file}").format(file=place))
