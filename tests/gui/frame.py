"""The wizard's frame around pages without content, over a draft that is done up to a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWizard
from pytestqt.qtbot import QtBot

from tripletex_wizard.adapters.secrets import KeyringSecrets
from tripletex_wizard.adapters.settings import DraftFiles, SettingsFile
from tripletex_wizard.domain.draft import (
    Confirmation,
    Page,
    SetupDraft,
    ShopFound,
    TripletexFound,
    profile_of_draft,
)
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Profile, TransferRules
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.unfinished import UnfinishedSetups

if TYPE_CHECKING:
    from tripletex_wizard.services.setup import SetupService

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
COMPANY = Company(1, "Fjord Garn AS", "999888771")
SHOP = ShopFound("fjordgarn.no", None, ())
SENT = OrderStatus("3", "Sendt")


def draft_done_before(page: Page) -> SetupDraft:
    """A draft whose first open page is `page`."""
    draft = SetupDraft(id="1")
    for done in (each for each in Page if each < page):
        draft = done_with(draft, done)
    return replace(draft, reached=page)


def done_with(draft: SetupDraft, page: Page) -> SetupDraft:  # noqa: PLR0911 - one return a page
    """The draft after a person has filled in `page`."""
    match page:
        case Page.START:
            return replace(draft, prepared=True, other_transfer_off=True)
        case Page.CONNECT:
            return replace(with_tokens(draft), tripletex=TripletexFound(COMPANY, (), ()), shop=SHOP)
        case Page.PREREQUISITES:
            return replace(draft, board=board(CheckStatus.OK))
        case Page.MAPPING:
            read = replace(draft, methods_for=draft.opened)
            return replace(read, confirmation=Confirmation(read.rows_fingerprint, "Kari", NOW))
        case Page.TRANSFER:
            return replace(draft, rules=TransferRules((SENT,), date(2026, 11, 23)))
        case Page.TRIAL:
            return replace(draft, trial_seen=draft.trial_inputs)
        case Page.SUMMARY:
            return replace(draft, signed_by="Kari")


def with_tokens(draft: SetupDraft) -> SetupDraft:
    """Tokens are pasted, but nobody has checked them."""
    return replace(
        draft, consumer=Secret("consumer"), employee=Secret("employee"), mystore=Secret("mystore")
    )


def board(status: CheckStatus) -> tuple[BoardRow, ...]:
    """Every row, and the first one with `status`."""
    first, *others = Prerequisite
    return (
        BoardRow(first, status, Finding.RIGHTS_ENOUGH),
        *(BoardRow(other, CheckStatus.OK, Finding.RIGHTS_ENOUGH) for other in others),
    )


class PatientService:
    """Finds what the draft says; answers only while `may_answer` is set."""

    def __init__(self, folder: Path) -> None:
        self.drafts = DraftFiles(folder)
        self.unfinished = UnfinishedSetups(
            self.drafts, KeyringSecrets(), SettingsFile(folder), lambda: "1"
        )
        self.may_answer = Event()
        self.may_answer.set()
        self.failure: AppError | None = None

    def now(self) -> datetime:
        return NOW

    def check_tripletex(self, draft: SetupDraft, cancel: CancelToken) -> TripletexFound:
        assert self.may_answer.wait(10)
        return TripletexFound(COMPANY, (), ())

    def check_mystore(self, draft: SetupDraft, cancel: CancelToken) -> ShopFound:
        assert self.may_answer.wait(10)
        return SHOP

    def finish(self, draft: SetupDraft) -> Profile:
        assert self.may_answer.wait(10)
        if self.failure:
            raise self.failure
        return profile_of_draft(draft, version=1)


class EmptyPage(SetupPage):
    """A page with one field, which counts how often it was shown."""

    def title_text(self) -> str:
        return f"Page {self.page.value}"

    def why_text(self) -> str:
        return "Because."

    def build(self, layout: QVBoxLayout) -> None:
        self.shown: list[SetupDraft] = []
        self.edit = QLineEdit()
        layout.addWidget(self.edit)

    def retranslate(self) -> None:
        self.edit.setAccessibleName(self.tr("Field"))

    def show_draft(self, draft: SetupDraft) -> None:
        self.shown.append(draft)


def empty_pages(controller: WizardController) -> list[SetupPage]:
    kinds = (type(f"Page{page.value}", (EmptyPage,), {"page": page}) for page in Page)
    return [cast("SetupPage", kind(controller)) for kind in kinds]


class Frame:
    """The wizard as a person has it before them."""

    def __init__(
        self, qtbot: QtBot, runner: JobRunner, settings: ViewSettings, theme: Theme, folder: Path
    ) -> None:
        self.qtbot, self.runner, self.settings, self.theme = qtbot, runner, settings, theme
        self.service = PatientService(folder)
        self.open(SetupDraft(id="1"))

    def open(self, draft: SetupDraft, *, is_passing: bool = False) -> Frame:
        """A new wizard over `draft`, shown and ready for keys."""
        service = cast("SetupService", self.service)
        self.controller = WizardController(service, self.runner, draft)
        pages = empty_pages(self.controller)
        self.wizard = SetupWizard(
            self.controller, pages, self.settings, self.theme, is_passing=is_passing
        )
        self.qtbot.addWidget(self.wizard)
        self.wizard.show()
        self.qtbot.waitActive(self.wizard)
        return self

    def fill_in(self, page: Page) -> Frame:
        self.controller.update(lambda draft: done_with(draft, page))
        return self

    def stands_on(self, page: Page) -> bool:
        return self.wizard.current.page is page

    @property
    def empty_page(self) -> EmptyPage:
        page = self.wizard.current
        assert isinstance(page, EmptyPage)
        return page

    def button(self, which: QWizard.WizardButton) -> QPushButton:
        button = self.wizard.button(which)
        assert isinstance(button, QPushButton)
        return button

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        where = self.wizard.focusWidget() or self.wizard
        QTest.keyClick(where, key, held or Qt.KeyboardModifier.NoModifier)
