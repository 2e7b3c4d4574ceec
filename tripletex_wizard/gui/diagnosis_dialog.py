"""«Hjelp > Diagnose»: a file that shows how the shop answers, without what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.gui.jobs import Job, JobRunner
from tripletex_wizard.gui.parts import FieldStatus, Label, main_button
from tripletex_wizard.gui.parts.buttons import way_out
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.labels import breakable
from tripletex_wizard.gui.parts.roomy_dialog import RoomyDialog
from tripletex_wizard.gui.parts.save_dialog import SaveDialog
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import MUTED, TEXT_WIDTH, Size
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.services.cancel import CancelToken


@dataclass(frozen=True, slots=True)
class DiagnosisDesk:
    """Reads the shop and writes the file; called in a thread, and may raise AppError."""

    profile_name: str
    save: Callable[[Path, CancelToken], None]


class DiagnosisDialog(RoomyDialog):
    """Says what is going to be read before it reads, and where the file is afterwards."""

    def __init__(
        self, desk: DiagnosisDesk, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._job: Job[None] | None = None
        self._title = Label(size=Size.LARGE, strong=True)
        self._reads, self._masks = Label(), Label(role=MUTED)
        self._status = FieldStatus()
        self._buttons = QDialogButtonBox()
        self._close = way_out(self._buttons)
        self._begin = main_button()
        self._buttons.addButton(self._begin, QDialogButtonBox.ButtonRole.ActionRole)
        self._arrange()
        self._begin.clicked.connect(self._ask_where)
        self._buttons.rejected.connect(self.reject)
        self._retranslate()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        layout = dialog_column(self)
        for part in (self._title, self._reads, self._masks, self._status):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._begin.setDefault(True)
        self._begin.setFocus()
        self.setMinimumWidth(TEXT_WIDTH)

    def _retranslate(self) -> None:
        title = self.tr("Diagnosis")
        self.setWindowTitle(title)
        self._title.setText(title)
        self._reads.setText(
            self.tr(
                "The program reads about a dozen things from the shop: orders, statuses, payment "
                "methods. Nothing is changed, and Tripletex is not called."
            )
        )
        self._masks.setText(
            self.tr(
                "The file shows the names of the fields, and only the kind and length of their "
                "values. It holds no key and nothing about your customers, so it can be sent to "
                "somebody who helps."
            )
        )
        self._begin.setText(self.tr("&Read and save …"))
        self._close.setText(self.tr("&Close"))

    @Slot()
    def _ask_where(self) -> None:
        name = f"diagnose-{self._desk.profile_name}.json"  # as the command calls it
        dialog = SaveDialog(self, self.tr("Save the diagnosis"), self.tr("JSON (*.json)"), name)
        dialog.fileSelected.connect(self._read)
        dialog.open()

    @Slot(str)
    def _read(self, place: str) -> None:
        path = Path(place)
        self._begin.setEnabled(False)
        self._status.show_running()
        self._job = self._runner.submit(
            lambda token, _report: self._desk.save(path, token),
            owner=self,
            on_result=lambda _nothing: self._show_saved(path),
            on_error=self._show_problem,
        )

    def _show_saved(self, path: Path) -> None:
        self._begin.setEnabled(True)
        said = self.tr("Saved as {file}").format(file=breakable(str(path)))
        folder = QUrl.fromLocalFile(str(path.parent)).toString()
        self._status.show_result(Tone.OK, said, link=self.tr("Show the folder"), address=folder)

    def _show_problem(self, error: AppError) -> None:
        self._begin.setEnabled(True)
        self._status.show_result(Tone.MUST_FIX, sentence(error.problem).whole)
