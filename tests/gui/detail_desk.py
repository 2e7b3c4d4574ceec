"""The detail pane in a window of its own, over orders in every state."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.last_pages import STATUSES
from tests.gui.text_room import labels_of
from tests.orders.building import (
    OSLO,
    TODAY,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
)
from tests.unit.services.desk import Desk
from tripletex_wizard.domain.errors import Code, OrderRejected, Problem
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.orders import Order, ShopLine, TotalKind, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.detail.detail import OrderDetail
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.services.office import Connection, Watcher

PROFILE = a_profile()
FACTS = company_facts()
LOADED_AT = datetime(2026, 11, 23, 10, 42, tzinfo=OSLO)
SIZE = (390, 690)


@dataclass(frozen=True)
class ClosedOffice:
    """The pane reads nothing by itself."""

    profile: Profile = PROFILE

    def open(self, watcher: Watcher) -> AbstractContextManager[Connection]:
        raise AssertionError(watcher)


def goods(sku: str, name: str, gross: str, quantity: str, rate: str) -> ShopLine:
    return replace(a_line(gross, quantity, rate, sku=sku), name=name)


def mock_order(number: str = "10478") -> Order:
    """The order of the picture, with the VAT that the shop states."""
    return an_order(
        number,
        lines=(
            goods("SAGA-111", "Saga 111 Pumpkin", "89.00", "3", "25"),
            goods("RUND-4", "Rundpinne 4 mm", "179.00", "2", "25"),
            goods("BOK-01", "Strikkebok", "545.50", "1", "0"),
        ),
        rows=(
            a_row(TotalKind.SHIPPING, "79.00", "Frakt, Bring"),
            a_row(TotalKind.TAX, "140.80", "MVA 25%"),
        ),
        total="1249.50",
    )


def waiting(order: Order | UnreadableOrder | None = None) -> Standing:
    desk = Desk()
    return standing_of(order or mock_order(), desk.progress("-"), PROFILE, FACTS, TODAY)


def after(
    order: Order, *faults: Fault, choice: Choice | None = None, refused: bool = False
) -> Standing:
    """An order after one transfer, on whose invoice these went wrong."""
    desk = Desk()
    if refused:
        desk.ledger.line.fail("invoice_order", OrderRejected(Code.REJECTED, request_ids=("r-1",)))
    desk.ledger.line.fail("invoice_order", *faults)
    desk.transfer(order, choice or Choice())
    return standing_of(order, desk.progress(order.number), PROFILE, FACTS, TODAY)


def edited(order: Order, now: Order) -> Standing:
    """An order that the shop has changed since it was transferred."""
    desk = Desk()
    desk.transfer(order)
    later = desk.clock.now() + timedelta(hours=1)
    changed = replace(now, updated_at=later)
    return standing_of(changed, desk.progress(order.number), PROFILE, FACTS, TODAY)


def unreadable() -> Standing:
    return waiting(UnreadableOrder("10490", Problem(Code.ORDER_WITHOUT_LINES)))


def stopped() -> Standing:
    return waiting(an_order("10474", lines=(a_line("89.00", "2", "0"),), total="178.00"))


class DetailDesk:
    """What the window shows and was asked, with things found as a person finds them."""

    def __init__(self, qtbot: QtBot, runner: JobRunner) -> None:
        self.qtbot = qtbot
        self.controller = OrderController(ClosedOffice(), PROFILE, runner)
        self.controller.payment_types = FACTS.payment_types
        self.controller.statuses = STATUSES
        self.controller.loaded_at = LOADED_AT

    def open(self, *, writes_back: bool = False, size: tuple[int, int] = SIZE) -> DetailDesk:
        self.window = QWidget()
        self.qtbot.addWidget(self.window)
        rules = replace(PROFILE.rules, write_back=writes_back)
        self.controller.profile = replace(PROFILE, rules=rules)
        self.detail = OrderDetail(self.controller)
        layout = QHBoxLayout(self.window)
        layout.addWidget(self.detail)
        layout.setContentsMargins(0, 0, 0, 0)
        self.window.resize(*size)
        self.window.show()
        self.qtbot.waitActive(self.window)
        return self


def marked() -> Standing:
    """A person has said that it is booked already."""
    facts = StepFacts(voucher="1042", remark="Ført for hånd")
    mark = JournalEntry("77", Step.MARK, Phase.DONE, LOADED_AT, facts)
    return standing_of(mock_order("77"), Progress((mark,)), PROFILE, FACTS, TODAY)


def with_total(order: Order, total: str) -> Order:
    """The order with one line less, as the shop may change it."""
    rows = [row for row in order.totals if row.kind is not TotalKind.TOTAL]
    return replace(order, lines=order.lines[:2], totals=(*rows, a_row(TotalKind.TOTAL, total)))


def shown(desk: DetailDesk, standing: Standing) -> DetailDesk:
    desk.detail.show_standing(standing)
    QApplication.processEvents()  # cells are shown in the next turn
    return desk


def several(desk: DetailDesk, *standings: Standing) -> DetailDesk:
    desk.detail.show_several(standings)
    QApplication.processEvents()
    return desk


def finish_loading(desk: DetailDesk, types: tuple[PaymentType, ...]) -> None:
    """What the controller does when the last order has come."""
    assert desk.controller.loaded_at is not None
    desk.controller.loaded_at += timedelta(minutes=1)
    desk.controller.payment_types = types
    desk.controller.loading_changed.emit()
    QApplication.processEvents()


def texts(desk: DetailDesk) -> str:
    """All that can be read."""
    said = (each.property("text") for each in desk.detail.findChildren(QWidget) if each.isVisible())
    return "\n".join(text for text in said if isinstance(text, str) and text)


def tables(desk: DetailDesk) -> list[list[str]]:
    """The cells of every table that is shown, in reading order."""
    return [
        labels_of(table) for table in desk.detail.findChildren(FigureTable) if table.isVisible()
    ]


def button(desk: DetailDesk, text: str) -> QAbstractButton:
    buttons = desk.detail.findChildren(QAbstractButton)
    (found,) = [each for each in buttons if each.text() == text and each.isVisible()]
    return found
