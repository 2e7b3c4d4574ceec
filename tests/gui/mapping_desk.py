"""The mapping page on a real controller, with a shop and payment types that a test chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget, QWizard
from pytestqt.qtbot import QtBot

from tripletex_wizard.domain.draft import (
    MethodChoice,
    Page,
    SetupDraft,
    ShopFound,
    TripletexFound,
    missing,
)
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.found import MethodsFound, MethodUse
from tripletex_wizard.domain.ledger import Company, LedgerAccount, PaymentType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.pages.mapping import MappingPage
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.setup import SetupService
from tripletex_wizard.services.setup_ports import OnLoaded

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
T = TypeVar("T", bound=QWidget)


def payment_type(id_: int, description: str, number: int) -> PaymentType:
    return PaymentType(id_, description, LedgerAccount(number, number, description), "NOK")


TYPES = (
    payment_type(1, "Kontant", 1900),
    payment_type(2, "Vipps", 1902),
    payment_type(3, "Klarna", 1903),
    payment_type(4, "Kort", 1904),
    payment_type(5, "Gavekort", 2901),
)
USES = (
    MethodUse("pos_cash", "Kontant i kassen", 1204, Money(402_118_00)),
    MethodUse("vipps", "Vipps", 412, Money(318_240_49)),
    MethodUse("klarna_checkout", "Klarna Checkout", 268, Money(241_905_00)),
    MethodUse("invoice_enclosed", "Faktura vedlagt", 31, Money(58_410_00)),
    MethodUse("free", "Gratis", 0, Money(0)),
)


class ShopService:
    """Answers with `uses`, or raises `failure`; waits while `may_answer` is not set.

    Nothing is kept: the page never asks for that.
    """

    unfinished = None

    def __init__(self, uses: tuple[MethodUse, ...]) -> None:
        self.uses = uses
        self.failure: AppError | None = None
        self.may_answer = Event()
        self.may_answer.set()

    def now(self) -> datetime:
        return NOW

    def methods_in_use(
        self, draft: SetupDraft, cancel: CancelToken, on_loaded: OnLoaded
    ) -> MethodsFound:
        on_loaded(120, 1915)
        assert self.may_answer.wait(10)
        if self.failure:
            raise self.failure
        return MethodsFound(self.uses)


class MappingDesk:
    """The page as a person has it before them: found by names, moved by keys and clicks."""

    def __init__(self, qtbot: QtBot, runner: JobRunner, service: ShopService) -> None:
        self.qtbot = qtbot
        self.service = service
        self.runner = runner
        self.controller = WizardController(cast("SetupService", service), self.runner, _connected())
        self.page = MappingPage(self.controller, "Kari Nordmann")
        self.wizard = QWizard()
        self.wizard.addPage(self.page)
        self.wizard.resize(848, 720)
        qtbot.addWidget(self.wizard)

    def enter(self) -> None:
        self.wizard.show()
        self.qtbot.waitActive(self.wizard)

    def enter_and_read(self) -> MappingDesk:
        self.enter()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)
        return self

    @property
    def draft(self) -> SetupDraft:
        return self.controller.draft

    @property
    def lacks(self) -> set[str]:
        return {reason.value for reason in missing(self.draft, Page.MAPPING)}

    def row(self, method: str) -> MethodChoice:
        return next(row for row in self.draft.methods if row.method == method)

    def combo(self, label: str) -> QComboBox:
        return self._one(QComboBox, lambda each: each.accessibleName().endswith(f" for {label}"))

    def sending(self, label: str) -> QCheckBox:
        return self._one(QCheckBox, lambda each: each.accessibleName().endswith(f" for {label}"))

    def button(self, part: str) -> QPushButton:
        return self._one(QPushButton, lambda each: part in each.text().replace("&", ""))

    @property
    def confirmation(self) -> QCheckBox:
        return self._one(QCheckBox, lambda each: not each.accessibleName())

    @property
    def name(self) -> QLineEdit:
        return self._one(QLineEdit, lambda _: True)

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        widget.setFocus()
        for key in keys:
            self.qtbot.keyClick(self.wizard.focusWidget() or widget, key)

    def choose(self, label: str, option: str) -> None:
        """Type the name into the closed list, as a person without a mouse does."""
        combo = self.combo(label)
        combo.setFocus()
        self.qtbot.keyClicks(combo, option)

    def decide_everything(self) -> None:
        self.qtbot.mouseClick(self.button("ccept"), Qt.MouseButton.LeftButton)
        self.choose("Gratis", "Not")

    def shown_texts(self) -> str:
        labels = self.page.findChildren(QWidget)
        return "\n".join(
            text
            for each in labels
            if each.isVisible() and isinstance(text := each.property("text"), str)
        )

    def _one(self, kind: type[T], fits: Callable[[T], bool]) -> T:
        found = [each for each in self.page.findChildren(kind) if fits(each) and each.isVisible()]
        assert len(found) == 1, found
        return found[0]


def _connected() -> SetupDraft:
    token = Secret("token")
    company = Company(7, "Fjord Garn AS", "999888771")
    return SetupDraft(
        consumer=token,
        employee=token,
        mystore=token,
        tripletex=TripletexFound(company, (), TYPES),
        shop=ShopFound("fjordgarn", None, ()),
    )
