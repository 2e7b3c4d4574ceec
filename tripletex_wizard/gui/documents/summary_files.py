"""A report as a file: PDF for the binder, CSV for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.gui.documents.paper import Maker, Paper
from tripletex_wizard.gui.documents.pdf import pdf_of
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import FieldStatus
from tripletex_wizard.gui.parts.save_dialog import SaveDialog
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone


class Report(Protocol):
    """What can be saved; it is put into words when it is asked, in the language of then."""

    @property
    def name(self) -> str:
        """What a file of it is called, without suffix."""
        ...

    def paper(self) -> Paper:
        """For the PDF."""
        ...

    def csv(self) -> bytes:
        """The whole file for a spreadsheet."""
        ...


@dataclass(frozen=True, slots=True)
class SummaryDesk:
    """What saving a report needs of the outside; `write` may raise AppError.

    `write` is called in a thread of the runner.
    """

    maker: Maker
    now: Callable[[], datetime]
    write: Callable[[Path, bytes], None]


class SummaryFiles(QWidget):
    """The two buttons; `saved` says what came of it, and stands where there is room for it."""

    def __init__(self, desk: SummaryDesk, runner: JobRunner) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._report: Callable[[], Report]
        self.pdf, self.csv, self.saved = QPushButton(), QPushButton(), FieldStatus()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        for button in (self.pdf, self.csv):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.pdf.clicked.connect(self._ask_where_pdf)
        self.csv.clicked.connect(self._ask_where_csv)
        self.saved.hide()

    def offer(self, report: Callable[[], Report]) -> None:
        """Save what `report` gives from now on; nothing of it has been saved."""
        self._report = report
        self.saved.hide()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.pdf.setText(self.tr("Save as &PDF …"))
        self.csv.setText(self.tr("Save as C&SV …"))

    @Slot()
    def _ask_where_pdf(self) -> None:
        name = self._name("pdf")
        dialog = SaveDialog(self, self.tr("Save as PDF"), self.tr("PDF (*.pdf)"), name)
        dialog.fileSelected.connect(self.write_pdf)
        dialog.open()

    @Slot()
    def _ask_where_csv(self) -> None:
        name = self._name("csv")
        dialog = SaveDialog(self, self.tr("Save as CSV"), self.tr("CSV (*.csv)"), name)
        dialog.fileSelected.connect(self.write_csv)
        dialog.open()

    def _name(self, suffix: str) -> str:
        return f"{self._report().name}.{suffix}"

    @Slot(str)
    def write_pdf(self, place: str) -> None:
        """Write the paper there; what came of it is told in the window."""
        report = self._report()
        self._write(Path(place), lambda: pdf_of(report.paper()))

    @Slot(str)
    def write_csv(self, place: str) -> None:
        """Write the table there; what came of it is told in the window."""
        self._write(Path(place), self._report().csv)

    def _write(self, path: Path, made: Callable[[], bytes]) -> None:
        self.saved.show()
        self.saved.clear()
        self._runner.submit(
            lambda _token, _report: self._desk.write(path, made()),
            owner=self,
            on_result=lambda _nothing: self._say_saved(path.name),
            on_error=self._say_unsaved,
        )

    def _say_saved(self, name: str) -> None:
        self.saved.show_result(Tone.OK, self.tr("Saved as {file}").format(file=name))

    def _say_unsaved(self, error: AppError) -> None:
        self.saved.show_result(Tone.MUST_FIX, sentence(error.problem).whole)
