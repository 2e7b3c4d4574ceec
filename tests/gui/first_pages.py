"""The first three pages in their frame, on a real controller, with answers that a test chooses."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Event
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.frame import empty_pages
from tests.gui.text_room import Stretched
from tripletex_wizard.domain.draft import (
    Page,
    SetupDraft,
    ShopFound,
    TripletexFound,
    first_open_page,
)
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import LinkButton, StatusChip
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.pages.connect import ConnectPage
from tripletex_wizard.gui.wizard.pages.prerequisites import PrerequisitesPage
from tripletex_wizard.gui.wizard.pages.remedy_status import RemedyStatus
from tripletex_wizard.gui.wizard.pages.start import StartPage
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.services.cancel import CancelToken

if TYPE_CHECKING:
    from tripletex_wizard.services.setup import SetupService

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
COMPANY = Company(1, "Fjord Garn AS", "999888771")
CLIENT = Company(2, "Strikk og Tråd AS", "999888772")
SHOP = ShopFound("fjordgarn", date(2036, 11, 20), ())
STARTED = SetupDraft(id="1", prepared=True, other_transfer_off=True)
TYPED = replace(
    STARTED, consumer=Secret("consumer"), employee=Secret("employee"), mystore=Secret("mystore")
)
CONNECTED = replace(TYPED, tripletex=TripletexFound(COMPANY, (), ()), shop=SHOP)
MNEMONIC = re.compile("&([^&])")

W = TypeVar("W", bound=QWidget)


def usual_board() -> dict[Prerequisite, BoardRow]:
    """What a new company usually shows: three rows that want something, the others well."""
    must, should, unknown = (
        CheckStatus.MUST_FIX,
        CheckStatus.SHOULD_CHECK,
        CheckStatus.NOT_CHECKED,
    )
    names = "Kontant, Betalt til bank, Vipps, Klarna, Kort, Gavekort"
    number = COMPANY.organization_number
    rows = (
        _row(
            Prerequisite.COMPANY,
            Finding.CONNECTED,
            company=COMPANY.name,
            organization_number=number,
        ),
        _row(Prerequisite.RIGHTS, Finding.RIGHTS_ENOUGH),
        _row(Prerequisite.MODULES, Finding.MODULE_ACTIVE),
        _row(Prerequisite.SHOP, Finding.SHOP_CONNECTED, shop=SHOP.shop),
        _row(Prerequisite.PAYMENT_TYPES, Finding.PAYMENT_TYPES_VISIBLE, names=names),
        _row(Prerequisite.VAT, Finding.VAT_CODES_MISSING, must, rates="11,11"),
        _row(Prerequisite.BANK_ACCOUNT, Finding.BANK_ACCOUNT_READY, account="1920 Bankinnskudd"),
        _row(Prerequisite.DEPARTMENT, Finding.DEPARTMENT_NOT_NEEDED),
        _row(
            Prerequisite.CUSTOMER_NUMBERS,
            Finding.CUSTOMER_NUMBERS_UNCONFIRMED,
            should,
            highest="10412",
        ),
        _row(Prerequisite.INVOICE_NUMBERS, Finding.TRIPLETEX_NUMBERS),
        _row(Prerequisite.ORDER_NUMBERS, Finding.ORDER_NUMBERS_FREE, prefix="-"),
        _row(Prerequisite.OTHER_CONNECTOR, Finding.NO_OTHER_CONNECTOR, count=43),
        _row(Prerequisite.PERIODS, Finding.PERIOD_OPEN),
        _row(Prerequisite.ROUNDING, Finding.ROUNDING_UNKNOWN, unknown),
        _row(Prerequisite.INVOICE_FEE, Finding.INVOICE_FEE_NONE),
    )
    return {row.prerequisite: row for row in rows}


def _row(
    prerequisite: Prerequisite,
    finding: Finding,
    status: CheckStatus = CheckStatus.OK,
    **params: str | int,
) -> BoardRow:
    return BoardRow(prerequisite, status, finding, dict(params))


class Kept:
    """What is kept between two starts: tokens in the keyring, unless it fails, and the draft."""

    def __init__(self) -> None:
        self.tokens: set[str] = set()
        self.failure: AppError | None = None
        self.draft: SetupDraft | None = None

    def keep_tokens(self, draft: SetupDraft, names: Iterable[str]) -> None:
        if self.failure:
            raise self.failure
        self.tokens |= set(names)

    def save(self, draft: SetupDraft) -> None:
        self.draft = draft


class Answers:
    """Tripletex and Mystore: what they answer, or the error that is raised instead.

    Nothing is answered while `may_answer` is not set; `steps` lets rows of the board through one
    by one when it is used.
    """

    def __init__(self) -> None:
        self.unfinished = Kept()
        self.may_answer = Event()
        self.may_answer.set()
        self.tripletex: TripletexFound | AppError = TripletexFound(COMPANY, (), ())
        self.clients: tuple[Company, ...] = ()
        self.shop: ShopFound | AppError = SHOP
        self.board: dict[Prerequisite, BoardRow] | AppError = usual_board()
        self.held_at: Prerequisite | None = None
        self.asked: list[str] = []

    def now(self) -> datetime:
        return NOW

    def check_tripletex(self, draft: SetupDraft, cancel: CancelToken) -> TripletexFound:
        self._wait("tripletex")
        if isinstance(self.tripletex, AppError):
            raise self.tripletex
        if self.clients:
            chosen = next((row for row in self.clients if row.id == draft.client_company_id), None)
            return TripletexFound(chosen, self.clients, ())
        return self.tripletex

    def check_mystore(self, draft: SetupDraft, cancel: CancelToken) -> ShopFound:
        self._wait("mystore")
        if isinstance(self.shop, AppError):
            raise self.shop
        return self.shop

    def board_rows(
        self, draft: SetupDraft, cancel: CancelToken, prerequisites: Sequence[Prerequisite]
    ) -> Iterator[BoardRow]:
        if isinstance(self.board, AppError):
            raise self.board
        for prerequisite in prerequisites:
            if self.held_at in {None, prerequisite}:
                self._wait(prerequisite)
            yield self.board[prerequisite]

    def replace_tokens(self, draft: SetupDraft) -> Profile:
        self._wait("replace tokens")
        if isinstance(self.tripletex, AppError):
            raise self.tripletex
        raise AssertionError("the test must let this fail: a profile ends the wizard")

    def _wait(self, asked: str) -> None:
        self.asked.append(asked)
        assert self.may_answer.wait(10)


class Desk:
    """The wizard as a person has it before them: things are found by what stands on them."""

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        settings: ViewSettings,
        theme: Theme,
    ) -> None:
        self.qtbot, self.runner, self.settings, self.theme = qtbot, runner, settings, theme
        self.answers = Answers()
        self.offered: Collection[Environment] = tuple(Environment)
        self.begin_practice: Callable[[], object] | None = None
        self.practice_tokens: dict[str, Secret] = {}

    def open(self, draft: SetupDraft, *, size: tuple[int, int] = (1280, 800)) -> Desk:
        """The wizard over `draft`: it stands on the first page that is not done."""
        service = cast("SetupService", self.answers)
        came_to = replace(draft, reached=first_open_page(draft))
        self.controller = WizardController(service, self.runner, came_to)
        ours = [
            StartPage(self.controller, self.offered, self.begin_practice),
            ConnectPage(self.controller, self.practice_tokens),
            PrerequisitesPage(self.controller),
        ]
        pages = [*ours, *empty_pages(self.controller)[len(ours) :]]
        self.wizard = SetupWizard(self.controller, pages, self.settings, self.theme)
        self.wizard.resize(*size)
        self.qtbot.addWidget(self.wizard)
        self.wizard.show()
        self.qtbot.waitActive(self.wizard)
        QApplication.processEvents()  # the height of texts is known once their width is
        return self

    def until_idle(self) -> Desk:
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)
        return self

    @property
    def draft(self) -> SetupDraft:
        return self.controller.draft

    @property
    def page(self) -> Page:
        return self.wizard.current.page

    @property
    def texts(self) -> str:
        """All that can be read on the page."""
        return "\n".join(
            text.replace("&", "")
            for each in self.shown(QWidget)
            if isinstance(text := each.property("text"), str)
        )

    def shown(self, kind: type[W]) -> list[W]:
        return [each for each in self.wizard.current.findChildren(kind) if each.isVisible()]

    def button(self, text: str) -> QAbstractButton:
        """A button, tick or choice of the page, by its whole text or accessible name."""
        return self._only(
            [
                each
                for each in self.shown(QAbstractButton)
                if text in {each.text().replace("&", ""), each.accessibleName()}
            ]
        )

    def link(self, text: str) -> LinkButton:
        return self._only([each for each in self.shown(LinkButton) if each.text() == text])

    def line(self, name: str) -> QLineEdit:
        return self._only([each for each in self.shown(QLineEdit) if each.accessibleName() == name])

    def status(self, text: str) -> RemedyStatus:
        """The status that says `text`."""
        return self._only([each for each in self.shown(RemedyStatus) if text in each.text])

    def click(self, text: str) -> None:
        self.qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        where = self.wizard.focusWidget() or self.wizard
        self.qtbot.keyClick(where, key, held or Qt.KeyboardModifier.NoModifier)

    def paste(self, name: str, text: str) -> None:
        line = self.line(name)
        line.setFocus()
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.wizard, QPoint(0, 0)).y()

    def _only(self, found: list[W]) -> W:
        assert len(found) == 1, [each.property("text") for each in found]
        return found[0]


@contextmanager
def shown_in(language: str, application: QApplication) -> Iterator[None]:
    """In `nb`, in `en`, or `stretched`."""
    stretched = Stretched()
    install_language("nb" if language == "nb" else "en", application)
    if language == "stretched":
        application.installTranslator(stretched)
    try:
        yield
    finally:
        application.removeTranslator(stretched)


def cut_texts(desk: Desk) -> list[str]:
    """What stands on the page and does not have the room that it needs."""
    return [str(each.property("text")) for each in desk.shown(QWidget) if _is_cut(each)]


def _is_cut(widget: QWidget) -> bool:
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        case QLabel() | QAbstractButton() | StatusChip():
            needed = widget.sizeHint()
        case _:
            return False
    return needed.width() > widget.width() or needed.height() > widget.height()


def letters(desk: Desk) -> list[str]:
    """The letters that lead somewhere on the page and its frame."""
    texts = [
        str(each.property("text"))
        for each in desk.wizard.findChildren(QWidget)
        if each.isVisible() and isinstance(each, QLabel | QAbstractButton)
    ]
    return [found[1].upper() for text in texts if (found := MNEMONIC.search(text))]


def spoken_names(desk: Desk) -> list[str]:
    """What a screen reader calls each control of the page."""
    controls = [
        each
        for each in desk.shown(QWidget)
        if isinstance(each, QAbstractButton | QComboBox | QLineEdit)
    ]
    return [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in controls
    ]
