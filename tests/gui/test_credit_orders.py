"""A credit order from the row to the credit note: the money is asked about, and the invoice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.flow_desk import FlowDesk
from tests.gui.order_rows import shop_order
from tests.gui.text_room import buttons_of, said_by
from tests.orders.building import a_line
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.original_dialog import OriginalDialog
from tripletex_wizard.gui.orders.table.filters import Kind, OrderFilter
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

YES, NO = "Ja, det registreres som tilbakebetaling i Tripletex", "Nei, kunden har beløpet til gode"
Maker = Callable[..., FlowDesk]


def credit_order(number: str = "10490") -> Order:
    """One ball of yarn of 89,00 comes back from Kari."""
    sold = shop_order(number, name="Kari Eksempel", day=23)
    back = replace(sold.totals[-1], amount=Money(-8900))
    return replace(sold, lines=(a_line(quantity="-1"),), totals=(back,))


def a_sale(number: str) -> Order:
    return shop_order(number, name="Kari Eksempel", day=20)


@pytest.fixture
def opened(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Maker:
    def opened(*orders: Order) -> FlowDesk:
        """The sales have been booked; the credit orders wait."""
        desk = FlowDesk(qtbot, runner, view_settings, theme, *orders)
        sales = [order for order in orders if not order.is_credit]
        for _event in desk.office.transfer.transfer_batch(sales, Choice()):
            pass
        return desk.start()

    return opened


def radio(desk: FlowDesk, text: str) -> QRadioButton:
    rows = desk.asking.findChildren(QRadioButton)
    return next(row for row in rows if row.text().replace("&", "") == text)


def ask(desk: FlowDesk, *numbers: str) -> None:
    desk.choose(*numbers)
    desk.click(desk.window.footer.main)
    desk.until(desk.asking.isActiveWindow)


def look_at(desk: FlowDesk, number: str) -> None:
    """Choose an order that was transferred: it is listed among those, not among the ready ones."""
    desk.window.search.show_only(OrderFilter(Kind.TRANSFERRED))
    if desk.window.model.place_of(number) is None:
        desk.window.search.show_only(OrderFilter(Kind.ALL))
    desk.click_row(number)


def credit_notes(desk: FlowDesk) -> list[tuple[int, int]]:
    """(øre, øre open) of each credit note."""
    rows = (row.invoice for row in desk.office.ledger.invoices.values())
    return [(row.amount.ore, row.outstanding.ore) for row in rows if row.is_credit_note]


def choosing(desk: FlowDesk) -> OriginalDialog:
    (dialog,) = desk.shown(OriginalDialog)
    return dialog


def test_nothing_is_transferred_before_the_money_is_asked_about(opened: Maker) -> None:
    desk = opened(a_sale("10480"), credit_order())
    ask(desk, "10490")
    told = desk.texts(desk.asking)
    assert "Er pengene betalt tilbake til kunden?" in told
    assert "1 kreditordre, 89,00 kr til kunden." in told
    assert not desk.asking._transfer.isEnabled()
    assert desk.asking._transfer.toolTip() == "Velg først om pengene er betalt tilbake til kunden."
    desk.click(radio(desk, YES))
    assert desk.asking._transfer.isEnabled()
    assert desk.asking.choice().is_refunded is True
    desk.click(radio(desk, NO))
    assert desk.asking.choice().is_refunded is False


@pytest.mark.parametrize(
    ("answer", "note", "told"),
    [
        (YES, (-8900, 0), "89,00 kr er registrert som tilbakebetalt på 10202."),
        (NO, (-8900, -8900), "Kunden har 89,00 kr til gode"),
    ],
)
def test_the_answer_decides_what_is_registered(
    opened: Maker, answer: str, note: tuple[int, int], told: str
) -> None:
    desk = opened(a_sale("10480"), credit_order())
    ask(desk, "10490")
    desk.click(radio(desk, answer))
    desk.accept()
    desk.until_over()
    assert credit_notes(desk) == [note]
    assert desk.state("10490") is TransferState.TRANSFERRED
    look_at(desk, "10490")
    assert told in desk.texts(desk.detail)


def test_a_sale_alone_asks_nothing_of_money(opened: Maker) -> None:
    desk = opened(credit_order())
    desk.office.shop.orders.append(a_sale("10481"))
    desk.controller.load()
    desk.until_idle()
    ask(desk, "10481")
    assert "Er pengene betalt tilbake til kunden?" not in desk.texts(desk.asking)
    assert desk.asking._transfer.isEnabled()


def test_as_an_order_nothing_is_asked_and_nothing_registered(opened: Maker) -> None:
    desk = opened(a_sale("10480"), credit_order())
    ask(desk, "10490")
    desk.click(radio(desk, "Som ordre"))
    assert "Er pengene betalt tilbake til kunden?" not in desk.texts(desk.asking)
    desk.accept()
    desk.until_over()
    assert credit_notes(desk) == []


def test_an_unsure_credit_order_is_stopped_and_the_invoice_chosen(opened: Maker) -> None:
    desk = opened(a_sale("10480"), a_sale("10481"), credit_order())
    ask(desk, "10490")
    desk.click(radio(desk, YES))
    desk.accept()
    desk.until_over()
    assert "den kan høre til 2 av kundens fakturaer" in desk.texts(desk.batch)
    assert credit_notes(desk) == []
    desk.batch.close()
    desk.click_row("10490")
    desk.click(desk.button_of(desk.detail, "Velg faktura …"))
    desk.until_idle()
    told = desk.texts(choosing(desk))
    assert "Hvilken faktura krediterer ordre 10490?" in told
    assert "Kari Eksempel krediteres 89,00 kr." in told
    assert "Varene står på den, til samme pris." in told
    first, second, *_ = choosing(desk).findChildren(QRadioButton)
    assert first.text() == "Faktura 10202 av 23.11.2026, 89,00\xa0kr, ordre 10481"
    go_on = buttons_of(choosing(desk))["Velg og gå videre …"]
    assert not go_on.isEnabled()
    desk.click(second)
    desk.click(go_on)
    desk.until(lambda: bool(desk.shown(type(desk.asking))))
    assert "Faktura 10201 krediteres." in desk.texts(desk.asking)
    desk.click(radio(desk, YES))
    desk.accept()
    desk.until_over()
    assert credit_notes(desk) == [(-8900, 0)]
    (original,) = desk.office.ledger.credited.values()
    assert desk.office.ledger.invoices[original].invoice.number == 10201


def test_another_invoice_is_typed_by_its_number_and_by_keys_alone(opened: Maker) -> None:
    desk = opened(a_sale("10480"), credit_order())
    desk.click_row("10490")
    desk.menus.choose_invoice.trigger()
    desk.until_idle()
    dialog = choosing(desk)
    desk.until(dialog.isActiveWindow)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    desk.qtbot.keyClicks(field, "12x34")
    assert field.text() == "1234"
    assert dialog.number == 1234
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: bool(desk.shown(type(desk.asking))))
    assert desk.asking.choice().original == 1234


def test_a_customer_without_invoices_is_told_and_an_error_too(opened: Maker) -> None:
    desk = opened(credit_order())
    desk.click_row("10490")
    desk.menus.choose_invoice.trigger()
    assert "Leter etter kundens fakturaer i Tripletex …" in desk.texts(choosing(desk))
    desk.until_idle()
    assert "Kunden har ingen faktura i Tripletex som er stor nok." in desk.texts(choosing(desk))
    choosing(desk).reject()
    QApplication.processEvents()
    desk.office.failure = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.menus.choose_invoice.trigger()
    desk.until_idle()
    assert "Fikk ikke svar" in desk.texts(choosing(desk))
    assert not choosing(desk)._choose.isEnabled()


def test_why_the_customer_cannot_be_told_stands_in_the_dialog(opened: Maker) -> None:
    desk = opened(credit_order())
    buyer = credit_order().customer
    for number in (20001, 20002):
        card = desk.office.ledger.add_customer(number, buyer.name, email=buyer.email)
        assert card.email
    desk.click_row("10490")
    desk.menus.choose_invoice.trigger()
    desk.until_idle()
    assert "2 kunder som kan være «Kari Eksempel»" in desk.texts(choosing(desk))


def test_the_choice_is_offered_only_where_it_counts(opened: Maker) -> None:
    desk = opened(a_sale("10480"), credit_order())
    desk.click_row("10490")
    assert desk.menus.choose_invoice.isEnabled()
    look_at(desk, "10480")
    assert not desk.menus.choose_invoice.isEnabled()
    assert "Velg faktura …" not in buttons_of(desk.detail)
    desk.window.search.show_only(OrderFilter(Kind.ALL))
    ask(desk, "10490")
    desk.click(radio(desk, YES))
    desk.accept()
    desk.until_over()
    desk.batch.close()
    look_at(desk, "10490")
    assert not desk.menus.choose_invoice.isEnabled()


def test_a_refund_that_failed_is_gone_on_with_from_the_window(opened: Maker) -> None:
    desk = opened(a_sale("10480"), credit_order())
    desk.office.ledger.line.fail("register_payment", Fault.FAILED_BEFORE)
    ask(desk, "10490")
    desk.click(radio(desk, YES))
    desk.accept()
    desk.until_over()
    desk.batch.close()
    assert credit_notes(desk) == [(-8900, -8900)]
    desk.click_row("10490")
    desk.click(desk.button_of(desk.detail, "Overfør på nytt …"))
    desk.until(desk.asking.isActiveWindow)
    desk.click(radio(desk, YES))
    desk.accept()
    desk.until_over()
    assert credit_notes(desk) == [(-8900, 0)]


def test_money_that_was_kept_first_can_be_paid_back_later(opened: Maker) -> None:
    desk = opened(a_sale("10480"), credit_order())
    ask(desk, "10490")
    desk.click(radio(desk, NO))
    desk.accept()
    desk.until_over()
    desk.batch.close()
    look_at(desk, "10490")
    desk.click(desk.button_of(desk.detail, "Overfør på nytt …"))
    desk.until(desk.asking.isActiveWindow)
    told = desk.texts(desk.asking)
    assert "10490 er allerede bokført som kreditnota 10202" in told
    desk.click(radio(desk, YES))
    desk.accept()
    desk.until_over()
    assert credit_notes(desk) == [(-8900, 0)]


def test_both_dialogs_change_language_while_they_are_open(
    opened: Maker, qapp: QApplication
) -> None:
    desk = opened(a_sale("10480"), credit_order())
    desk.click_row("10490")
    desk.menus.choose_invoice.trigger()
    desk.until_idle()
    dialog = choosing(desk)
    install_language("en", qapp)
    QApplication.processEvents()
    assert "Which invoice does order 10490 credit?" in said_by(dialog)
    dialog.reject()
    QApplication.processEvents()
    ask(desk, "10490")
    assert "1 credit order, 89.00" in desk.texts(desk.asking)
