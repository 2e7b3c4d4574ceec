"""The last three pages in their frame, on real services over a shop and a company in memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from tests.fakes.setup import SetupWorld
from tests.gui.first_pages import usual_board
from tests.gui.frame import empty_pages
from tests.orders.building import (
    CARD,
    COMPANY,
    GIFT_CARD,
    KLARNA,
    OSLO,
    SENT,
    SHOP,
    VIPPS,
    a_line,
    a_row,
    an_order,
    transfer_rules,
)
from tripletex_wizard.domain.choices import confirm
from tripletex_wizard.domain.draft import (
    MethodChoice,
    Page,
    Posting,
    SetupDraft,
    ShopFound,
    TripletexFound,
    first_open_page,
)
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, TotalKind
from tripletex_wizard.domain.prerequisites import CheckStatus
from tripletex_wizard.domain.profile import Environment, TransferRules
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.pages.summary import DocumentDesk, SummaryPage
from tripletex_wizard.gui.wizard.pages.transfer import TransferPage
from tripletex_wizard.gui.wizard.pages.trial import TrialPage
from tripletex_wizard.gui.wizard.window import SetupWizard

CONFIRMED_AT = datetime(2026, 11, 23, 10, 42, tzinfo=OSLO)
STATUSES = (
    OrderStatus("1", "Ikke behandlet"),
    OrderStatus("2", "Under behandling"),
    SENT,
    OrderStatus("6", "Kansellert"),
    OrderStatus("7", "Returnert"),
)
MAKER = Maker("Kari Nordmann", "kontor-pc", "0.1.0")

MNEMONIC = re.compile("&([^&])")

W = TypeVar("W", bound=QWidget)


def _method(
    method: str, label: str, orders: int, ore: int, type_id: int | None, *, send: bool = False
) -> MethodChoice:
    posting = Posting.PAYMENT_TYPE if type_id else Posting.NOT_PAID
    return MethodChoice(method, label, orders, Money(ore), posting, type_id, send, accepted=True)


METHODS = (
    _method("vipps", "Vipps", 412, 318_240_00, VIPPS.id),
    _method("klarna_checkout", "Klarna Checkout", 268, 241_905_00, KLARNA.id),
    _method("card", "Kort", 96, 71_330_00, CARD.id),
    _method("gift_voucher", "Gavekort", 14, 6_800_00, GIFT_CARD.id),
    _method("invoice", "Faktura vedlagt", 31, 58_410_00, None, send=True),
    MethodChoice(
        *("pos_cash", "Kontant i kassen", 1204, Money(402_118_00)),
        posting=Posting.LEFT_OUT,
        accepted=True,
    ),
)


def ready_for(page: Page) -> SetupDraft:
    """A draft whose first open page is `page`, one of the last three."""
    token = Secret("token")
    fixed = {
        key: replace(row, status=CheckStatus.OK) if row.status is CheckStatus.MUST_FIX else row
        for key, row in usual_board().items()
    }
    is_chosen = page > Page.TRANSFER
    statuses = (SENT,) if is_chosen else ()
    rules = replace(
        transfer_rules(gift_card_payment_type=GIFT_CARD.id if is_chosen else None),
        start_date=date(2026, 11, 23),
        completed_statuses=statuses,
    )
    draft = SetupDraft(
        id="1",
        environment=Environment.PRACTICE,
        prepared=True,
        other_transfer_off=True,
        consumer=token,
        employee=token,
        mystore=token,
        tripletex=TripletexFound(COMPANY, (), (VIPPS, KLARNA, CARD, GIFT_CARD)),
        shop=ShopFound(SHOP, date(2036, 11, 20), STATUSES),
        board=tuple(fixed.values()),
        board_checked_at=CONFIRMED_AT,
        methods=METHODS,
        rules=rules,
    )
    draft = confirm(replace(draft, methods_for=draft.opened), "Kari Nordmann", CONFIRMED_AT)
    if page is Page.SUMMARY:
        draft = replace(draft, trial_seen=draft.trial_inputs)
    return draft


def usual_order(number: str = "10457") -> Order:
    """Three rates' worth of goods with freight, as the accountant's first worked order."""
    return an_order(
        number,
        lines=(
            a_line("89.00", "3"),
            a_line("349.00", "1", "0", sku="BOK-01"),
            a_line("35.00", "1", "15", sku="SJO-100"),
        ),
        rows=(a_row(TotalKind.SHIPPING, "79.00", "Bring - Pakke til hentested"),),
        total="730.00",
    )


class LastPages:
    """The wizard as a person has it before them: things are found by what stands on them."""

    def __init__(
        self, qtbot: QtBot, runner: JobRunner, settings: ViewSettings, theme: Theme
    ) -> None:
        self.qtbot, self.runner, self.settings, self.theme = qtbot, runner, settings, theme
        self.world = SetupWorld()
        self.world.shop.orders = [usual_order()]
        self.written: dict[Path, bytes] = {}
        self.disk_is_full = False
        self.seen: tuple[SeenAccounts, ...] = ()
        self.desk = DocumentDesk(MAKER, lambda _draft: 1, self._write, lambda _draft: self.seen)

    def open(self, draft: SetupDraft, size: tuple[int, int] = (1280, 800)) -> LastPages:
        """The wizard over `draft`: it stands on the first page that is not done."""
        came_to = replace(draft, reached=first_open_page(draft))
        self.controller = WizardController(self.world.service, self.runner, came_to)
        ours: list[SetupPage] = [
            TransferPage(self.controller),
            TrialPage(self.controller),
            SummaryPage(self.controller, self.desk),
        ]
        pages = [*empty_pages(self.controller)[: -len(ours)], *ours]
        self.wizard = SetupWizard(self.controller, pages, self.settings, self.theme)
        self.wizard.resize(*size)
        self.qtbot.addWidget(self.wizard)
        self.wizard.show()
        self.qtbot.waitActive(self.wizard)
        return self.until_idle()

    def until_idle(self) -> LastPages:
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)
        QApplication.processEvents()  # the height of texts is known once their width is
        return self

    @property
    def draft(self) -> SetupDraft:
        return self.controller.draft

    def rules(self) -> TransferRules:
        assert self.draft.rules is not None
        return self.draft.rules

    @property
    def page(self) -> Page:
        return self.wizard.current.page

    def is_next_open(self) -> bool:
        return self.wizard.button(QWizard.WizardButton.NextButton).isEnabled()

    def transferred_as(self, method: str) -> TransferAs:
        return next(row.transfer_as for row in self.draft.methods if row.method == method)

    @property
    def texts(self) -> str:
        """All that can be read on the page."""
        return self.texts_of(self.wizard.current)

    def shown(self, kind: type[W], among: QWidget | None = None) -> list[W]:
        return [
            each for each in (among or self.wizard.current).findChildren(kind) if is_shown(each)
        ]

    def named(self, kind: type[W], name: str, among: QWidget | None = None) -> W:
        """The only one whose text, accessible name or label is `name`."""
        return self._only(name, self.shown(kind, among), lambda each: name in names_of(each))

    def click(self, name: str, among: QWidget | None = None) -> None:
        self.qtbot.mouseClick(self.named(QAbstractButton, name, among), Qt.MouseButton.LeftButton)

    def choose(self, name: str, option: str, among: QWidget | None = None) -> None:
        combo = self.named(QComboBox, name, among)
        combo.setFocus()
        self.qtbot.keyClicks(combo, option)

    def type_into(self, name: str, text: str, among: QWidget | None = None) -> None:
        line = self.named(QLineEdit, name, among)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        where = self.wizard.focusWidget() or self.wizard
        self.qtbot.keyClick(where, key, held or Qt.KeyboardModifier.NoModifier)

    @property
    def statuses(self) -> tuple[OrderStatus, ...]:
        return STATUSES

    def texts_of(self, window: QWidget) -> str:
        """All that can be read in another window."""
        said = (each.property("text") for each in self.shown(QWidget, window))
        return "\n".join(text.replace("&", "") for text in said if isinstance(text, str))

    def name_of_focus(self) -> str:
        """What the control in focus is called."""
        focused = self.wizard.focusWidget()
        return spoken_name(focused) if focused else ""

    def _write(self, path: Path, content: bytes) -> None:
        if self.disk_is_full:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path))
        self.written[path] = content

    def _only(self, name: str, found: list[W], fits: Callable[[W], bool]) -> W:
        fitting = [each for each in found if fits(each)]
        assert len(fitting) == 1, (name, fitting)
        return fitting[0]


def is_shown(widget: QWidget) -> bool:
    return widget.isVisible()


def names_of(widget: QWidget) -> set[str]:
    window = widget.window()
    labels = [each.text() for each in window.findChildren(QLabel) if each.buddy() is widget]
    said = (widget.accessibleName(), str(widget.property("text") or ""), *labels)
    return {text.replace("&", "") for text in said if text}


def belongs_to(widget: QWidget, window: QWidget | None) -> bool:
    return window is not None and (widget is window or window.isAncestorOf(widget))


def within(among: QWidget, apart: QWidget | None = None) -> list[QWidget]:
    """What is shown in `among`, without what belongs to a dialog over it."""
    return [
        each
        for each in among.findChildren(QWidget)
        if each.isVisible() and not belongs_to(each, apart) and each.window() is among.window()
    ]


def cut_texts(among: QWidget) -> list[str]:
    """What is shown and does not have the room that it needs."""
    return [str(each.property("text")) for each in within(among) if _is_cut(each)]


def _is_cut(widget: QWidget) -> bool:
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        case QLabel() | QAbstractButton() | QComboBox():
            needed = widget.sizeHint()
        case _:
            return False
    return needed.width() > widget.width() or needed.height() > widget.height()


def has_scroll_bar(pages: LastPages) -> bool:
    (area,) = (each for each in within(pages.wizard.current) if isinstance(each, QScrollArea))
    return bool(area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum())


def letters(window: QWidget, apart: QWidget | None = None) -> list[str]:
    """The letters that lead somewhere in a window."""
    texts = [
        str(each.property("text"))
        for each in within(window, apart)
        if isinstance(each, QLabel | QAbstractButton)
    ]
    return [found[1].upper() for text in texts if (found := MNEMONIC.search(text))]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a control."""
    if isinstance(widget, QComboBox):  # Qt names it by what is chosen, and its label tells it apart
        return widget.accessibleName() or next(iter(names_of(widget)), "")
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def spoken_names(among: QWidget, apart: QWidget | None = None) -> list[str]:
    controls = QAbstractButton | QComboBox | QLineEdit | QDateEdit
    return [
        spoken_name(each)
        for each in within(among, apart)
        if isinstance(each, controls) and each.objectName() != "qt_spinbox_lineedit"
    ]
