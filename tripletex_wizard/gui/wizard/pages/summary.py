"""Page 7, «Oppsummering»: everything in short, signed off, as PDF, and stored by Finish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.gui.amounts import day
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.documents.pdf import pdf_of
from tripletex_wizard.gui.documents.setup_confirmation import setup_confirmation
from tripletex_wizard.gui.parts import FieldStatus, Label
from tripletex_wizard.gui.parts.save_dialog import SaveDialog
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.pages.summary_facts import SummaryFacts
from tripletex_wizard.gui.wizard.pages.work_status import WorkStatus

_NAME_WIDTH = 35 * STEP


@dataclass(frozen=True, slots=True)
class DocumentDesk:
    """What documents need of the outside: both calls may raise AppError.

    `version_of` gives the number that a draft's set-up has, or gets when it is stored; `write`
    puts a file where the user wants it. `seen` is what vouchers have told of the accounts of a
    draft's company.
    """

    maker: Maker
    version_of: Callable[[SetupDraft], int]
    write: Callable[[Path, bytes], None]
    seen: Callable[[SetupDraft], tuple[SeenAccounts, ...]]


class SummaryPage(SetupPage):
    """Finish is the window's button; what it does, and why it failed, is told here."""

    page: ClassVar[Page] = Page.SUMMARY

    def __init__(self, controller: WizardController, desk: DocumentDesk) -> None:
        self._desk = desk
        super().__init__(controller)

    def title_text(self) -> str:
        return self.tr("Check and finish")

    def why_text(self) -> str:
        return self.tr("Go through the set-up with your accountant, and sign it off.")

    def help_text(self) -> str:
        return self.tr(
            "The name is that of the person who has gone through the set-up, usually the "
            "accountant. The PDF holds all of it for the archive. Finish first stores the keys in "
            "the keyring, then the set-up; if that fails, the keys are taken away again."
        )

    def build(self, layout: QVBoxLayout) -> None:
        self._facts = SummaryFacts()
        self._statement = Label(strong=True)
        self._after = Label(role=MUTED)
        self._saved, self._storing = FieldStatus(), WorkStatus()
        layout.addWidget(self._facts)
        layout.addWidget(self._statement)
        layout.addLayout(self._signing())
        layout.addWidget(self._saved)
        layout.addWidget(self._after)
        layout.addWidget(self._storing)

    def retranslate(self) -> None:
        self._by.setText(self.tr("&Confirmed by"))
        self._name.setPlaceholderText(self.tr("Name"))
        self._save.setText(self.tr("&Save as PDF …"))
        self._after.setText(
            self.tr(
                "Finish takes the set-up into use, with the keys in this computer's keyring. It "
                "transfers no order."
            )
        )

    def show_draft(self, draft: SetupDraft) -> None:
        self._facts.show_draft(draft, self.controller.now().tzinfo)
        if draft.rules is not None:
            statement = self.tr(
                "I have gone through the set-up above. It is the basis of the bookkeeping from "
                "{day}."
            )
            self._statement.setText(statement.format(day=day(draft.rules.start_date)))
        if self._name.text().strip() != draft.signed_by:
            self._name.setText(draft.signed_by)
        self._name.setEnabled(not self.controller.is_writing)
        doing = self.tr("Storing the set-up …") if self.controller.is_writing else ""
        self._storing.show_status(doing, self.controller.write_problem)

    def initializePage(self) -> None:
        super().initializePage()
        self._saved.hide()
        self.controller.start(LiveCheck.TRIAL)  # a set-up that is gone on with has lost it

    def _signing(self) -> QHBoxLayout:
        self._by, self._name, self._save = QLabel(), QLineEdit(), QPushButton()
        self._by.setBuddy(self._name)
        self._name.setMinimumWidth(_NAME_WIDTH)
        self._save.setAutoDefault(False)  # Enter finishes
        self._name.textChanged.connect(self._sign)
        self._save.clicked.connect(self._ask_where)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self._by)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._save)
        return row

    @Slot(str)
    def _sign(self, name: str) -> None:
        self.controller.update(lambda draft: replace(draft, signed_by=name.strip()))

    @Slot()
    def _ask_where(self) -> None:
        title, kind = self.tr("Save as PDF"), self.tr("PDF (*.pdf)")
        dialog = SaveDialog(self, title, kind, self._suggested_name())
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _suggested_name(self) -> str:
        company = self.controller.draft.company
        at = self.controller.now()
        return self.tr("Confirmation of set-up {company} {date}.pdf").format(
            company=company.name if company else "", date=f"{at:%Y-%m-%d}"
        )

    @Slot(str)
    def _write(self, place: str) -> None:
        draft, path = self.controller.draft, Path(place)
        self._saved.show()
        try:
            paper = setup_confirmation(
                draft,
                self._desk.maker,
                version=self._desk.version_of(draft),
                made_at=self.controller.now(),
                seen=self._desk.seen(draft),
            )
            self._desk.write(path, pdf_of(paper))
        except AppError as error:
            self._saved.show_result(Tone.MUST_FIX, sentence(error.problem).whole)
        else:
            self._saved.show_result(Tone.OK, self.tr("Saved as {file}").format(file=path.name))
