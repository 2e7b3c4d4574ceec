from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.batch_room import Room
from tests.gui.text_room import Wordy, buttons_of, said_by, settled
from tests.orders.building import (
    GREIER,
    OSLO,
    SENT,
    TODAY,
    VIPPS,
    a_guest,
    a_line,
    a_profile,
    an_order,
    company_facts,
)
from tests.unit.domain.test_batch_preview import (
    AT,
    BOOKED,
    CREDITED,
    ENTERED,
    LOST,
    REFUSED,
    progress,
)
from tripletex_wizard.domain.errors import Code, Problem, StorageError
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import AccountingPeriod
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import CompanyInvoices, Environment
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts
from tripletex_wizard.gui.orders.asking.date_choice import DateChoice
from tripletex_wizard.gui.orders.asking.posting_sums_dialog import PostingSumsDialog
from tripletex_wizard.gui.orders.asking.transfer_dialog import TransferDialog
from tripletex_wizard.gui.parts import StatusChip
from tripletex_wizard.gui.parts.first_size import highest
from tripletex_wizard.gui.parts.radio_card import RadioCard
from tripletex_wizard.gui.parts.text_list import TextListDialog
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.tones import Tone

D = TypeVar("D", bound=QDialog)

PROFILE, FACTS = a_profile(), company_facts()
STRIKKESTUA = a_guest("Strikkestua DA", "post@strikkestua.example")
UNDER_WAY = OrderStatus("2", "Under behandling")
CANCELLED = OrderStatus("6", "Kansellert")
STARTED = OrderStatus("3", "Plukkes")


def standing(order: Order) -> Standing:
    return standing_of(order, Progress(), PROFILE, FACTS, TODAY)


def called(number: str, known: Standing) -> Standing:
    assert isinstance(known.order, Order)
    return replace(known, order=replace(known.order, number=number))


FOUR = (
    standing(an_order("10457")),
    standing(an_order("10459", method="klarna_checkout")),
    standing(an_order("10461", customer=STRIKKESTUA, method="invoice")),
    standing(an_order("10462", method="collect")),
)


def under_way(standings: Sequence[Standing]) -> list[Standing]:
    """The same before the shop has sent them."""
    return [
        replace(row, order=replace(row.order, status=UNDER_WAY, finished_at=None))
        for row in standings
        if isinstance(row.order, Order)
    ]


STOPPED = standing(an_order("10474", lines=[a_line(rate="17")]))


class Shown:
    """A dialog as a person reads and uses it."""

    def __init__(
        self,
        qtbot: QtBot,
        standings: Sequence[Standing] = FOUR,
        *,
        status: OrderStatus | None = None,
        writes_back: bool = False,
        environment: Environment = Environment.PRODUCTION,
        original: int | None = None,
    ) -> None:
        rules = replace(PROFILE.rules, write_back=writes_back)
        profile = replace(PROFILE, environment=environment, rules=rules)
        self.room = Room([])
        self.dialog = TransferDialog(
            *(standings, profile, FACTS.payment_types),
            desk=self.room.summary_desk,
            runner=self.room.runner,
            status=status,
            original=original,
        )
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def texts(self) -> str:
        return said_by(self.dialog)

    def button(self, text: str) -> QPushButton:
        return buttons_of(self.dialog)[text]

    def card(self, title: str) -> RadioCard:
        found = self.dialog.findChildren(RadioCard)
        return next(each for each in found if each.radio.text().replace("&", "") == title)

    def click(self, widget: QWidget) -> None:
        """At its left, where a box stands that can be ticked."""
        left = QPoint(8, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=left)

    def choose(self, title: str) -> None:
        card = self.card(title)
        QTest.mouseClick(
            card,
            Qt.MouseButton.LeftButton,
            pos=QPoint(card.width() - 5, card.height() - 5),
        )


def opened(shown: Shown, kind: type[D]) -> D:
    """The dialog of this kind that stands over the dialog."""
    found = shown.dialog.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.fixture(autouse=True)
def _looks(theme: Theme, norwegian: None) -> None:
    """In Norwegian, in light colours."""


def test_the_dialog_names_count_company_sum_and_what_the_set_up_gives(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    assert shown.dialog.windowTitle() == "Overfør 4 ordrer til Tripletex"
    assert "Fjord Garn AS · 356,00 kr\n" in shown.texts
    assert "3 som faktura og 1 som ordre, etter betalingsmetode." in shown.texts
    assert "Fakturadato 23.11.2026 (6. termin 2026)." in shown.texts
    assert "Alle fire stemmer, differanse 0,00" in shown.texts
    assert "Statusen i Mystore endres ikke." in shown.texts


@pytest.mark.parametrize(
    ("environment", "word"), [(Environment.TEST, "TEST"), (Environment.PRACTICE, "ØVELSE")]
)
def test_what_is_not_production_says_so(environment: Environment, word: str, qtbot: QtBot) -> None:
    assert f"356,00 kr · {word}" in Shown(qtbot, environment=environment).texts


def test_enter_transfers_all_by_the_set_up(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    with qtbot.waitSignal(shown.dialog.accepted):
        QTest.keyClick(shown.dialog, Qt.Key.Key_Return)
    assert shown.dialog.choice() == Choice()
    assert shown.dialog.numbers() == ("10457", "10459", "10461", "10462")


def test_the_arrow_keys_and_a_click_anywhere_on_a_card_choose(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    focus = shown.card("Følg oppsettet").radio
    assert shown.dialog.focusWidget() is focus
    QTest.keyClick(focus, Qt.Key.Key_Down)
    assert shown.dialog.choice().transfer_as is TransferAs.INVOICE
    shown.choose("Alle som ordre")
    assert shown.dialog.choice().transfer_as is TransferAs.ORDER
    assert "Ingen e-post sendes." in shown.texts
    assert "1 sendes ikke, for ordrer sendes aldri." in shown.texts


def test_the_invoice_email_is_counted_named_and_can_be_switched_off(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    assert (
        "1 e-post: Strikkestua DA, post@strikkestua.example. "
        "3 sendes ikke fra Tripletex, slik oppsettet sier."
    ) in shown.texts
    shown.dialog._emails.invoice.check.setFocus()
    QTest.keyClick(shown.dialog._emails.invoice.check, Qt.Key.Key_Space)
    assert not shown.dialog.choice().email
    assert "Ingen e-post sendes. Med avhuking: 1 e-post." in shown.texts


def test_the_email_switch_is_closed_and_unticked_while_nobody_would_get_one(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    check = shown.dialog._emails.invoice.check
    shown.choose("Alle som ordre")
    assert not check.isEnabled()
    assert not check.isChecked()
    shown.choose("Følg oppsettet")
    assert check.isEnabled()
    assert check.isChecked()


def test_a_switch_that_a_person_has_turned_off_stays_off(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    check = shown.dialog._emails.invoice.check
    shown.click(check)
    shown.choose("Alle som ordre")
    shown.choose("Følg oppsettet")
    assert check.isEnabled()
    assert not check.isChecked()


def test_many_addresses_are_counted_and_all_can_be_read(qtbot: QtBot) -> None:
    many = [
        standing(
            an_order(str(n), method="invoice", customer=a_guest(f"Kunde {n}", f"{n}@example.no"))
        )
        for n in range(15)
    ]
    shown = Shown(qtbot, many)
    assert "15 e-poster: Kunde 0, 0@example.no; " in shown.texts
    assert "og 12 til." in shown.texts
    shown.click(shown.button("Vis alle"))
    listed = opened(shown, TextListDialog)
    assert len(listed.lines.toPlainText().splitlines()) == 15
    QTest.keyClick(listed, Qt.Key.Key_Escape)


def test_a_cancelled_order_warns_at_the_top_and_enter_does_not_transfer_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [standing(an_order("10428", status=CANCELLED))], status=SENT)
    assert shown.dialog._called_off.y() == 0
    assert (
        "1 ordre er kansellert eller returnert i Mystore\n"
        "10428 har statusen «Kansellert». Overfør den bare hvis kunden likevel skal betale."
    ) in shown.texts
    assert shown.button("Avbryt").isDefault()
    with qtbot.waitSignal(shown.dialog.rejected):
        QTest.keyClick(shown.dialog, Qt.Key.Key_Return)


def test_an_order_that_cannot_go_is_left_out_openly(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [*FOUR, STOPPED])
    assert "1 ordre holdes utenfor\n10474: Linjen «Saga 111» har 17 % mva" in shown.texts
    assert "10474" not in shown.dialog.numbers()
    assert shown.button("Overfør 4").isDefault()


def test_a_way_that_some_orders_cannot_go_says_how_many_and_why(qtbot: QtBot) -> None:
    facts = replace(FACTS, has_bank_account=False)
    order = an_order("10462", method="collect")
    only_order = standing_of(order, Progress(), PROFILE, facts, TODAY)
    shown = Shown(qtbot, [FOUR[0], only_order])
    assert "1 kan ikke overføres slik og holdes utenfor: " in shown.texts
    shown.choose("Alle som faktura")
    assert shown.dialog.numbers() == ("10457",)
    assert shown.button("Overfør 1").isEnabled()


def test_when_nothing_can_go_the_dialog_says_so(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [STOPPED])
    assert shown.dialog.windowTitle() == "Ingenting å overføre til Tripletex"
    assert not shown.button("Overfør").isEnabled()
    assert shown.button("Overfør").toolTip()
    assert shown.dialog.numbers() == ()


def test_orders_sent_before_say_what_happens_and_the_safe_button_is_the_default(
    qtbot: QtBot,
) -> None:
    shown = Shown(qtbot, [BOOKED])
    assert "10457 er allerede ført som faktura 10201: ingenting sendes." in shown.texts
    assert shown.button("Avbryt").isDefault()
    with qtbot.waitSignal(shown.dialog.rejected):
        QTest.keyClick(shown.dialog, Qt.Key.Key_Return)


def test_open_failed_and_uncertain_orders_go_on_each_in_its_way(qtbot: QtBot) -> None:
    again = [called("1", LOST), called("2", REFUSED), called("3", ENTERED)]
    shown = Shown(qtbot, again)
    shown.choose("Alle som faktura")
    assert "1 slås opp i Tripletex før noe sendes." in shown.texts
    assert "2 fortsetter på steget som mangler." in shown.texts
    assert "3 er en åpen ordre i Tripletex og faktureres." in shown.texts
    assert shown.dialog.numbers() == ("1", "2", "3")


def test_a_credited_order_goes_anew_only_when_it_is_chosen_alone(qtbot: QtBot) -> None:
    alone = Shown(qtbot, [CREDITED])
    assert "10457 er kreditert (10201) og overføres på nytt med et eget nummer." in alone.texts
    assert alone.button("Avbryt").isDefault()
    among = Shown(qtbot, [called("1", CREDITED), *FOUR])
    assert "1: Faktura 10201 er kreditert i Tripletex." in among.texts
    assert "1" not in among.dialog.numbers()


def test_an_order_that_is_marked_as_booked_says_by_which_voucher(qtbot: QtBot) -> None:
    mark = JournalEntry("10457", Step.MARK, Phase.DONE, AT, StepFacts(voucher="2026-17"))
    marked = standing_of(an_order(), Progress((mark,)), PROFILE, FACTS, TODAY)
    shown = Shown(qtbot, [marked])
    assert "10457 er merket som bokført med 2026-17: ingenting sendes." in shown.texts
    assert "sendt før" not in shown.texts
    assert shown.dialog.numbers() == ()


def test_an_open_order_is_told_to_be_there_and_not_posted(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [ENTERED])
    shown.choose("Som ordre")
    assert (
        "1 ordre er sendt før\n"
        "10457 ligger allerede i Tripletex som ordre 10457, ikke bokført: ingenting sendes."
    ) in shown.texts


def test_a_single_order_is_named_with_its_customer_and_its_sum(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FOUR[2:3])
    assert "Ordre 10461 · Strikkestua DA · 89,00 kr · Fjord Garn AS\n" in shown.texts
    stopped = Shown(qtbot, [STOPPED])
    assert "Ordre 10474 · Kari Eksempel · 89,00 kr" in stopped.texts


def test_an_order_that_waits_for_its_status_has_not_been_sent_before(qtbot: QtBot) -> None:
    waiting = standing(replace(an_order("10428", status=UNDER_WAY), finished_at=None))
    shown = Shown(qtbot, [waiting], status=SENT, writes_back=True)
    assert "10428 kan først beregnes når statusen er endret." in shown.texts
    assert "sendt før" not in shown.texts


def test_that_money_is_captured_is_a_warning(qtbot: QtBot) -> None:
    waiting = [standing(an_order(status=UNDER_WAY))]
    shown = Shown(qtbot, waiting, status=SENT, writes_back=True)
    assert "trekker Mystore kundens penger" in shown.dialog._emails._captures.text
    other = Shown(qtbot, status=UNDER_WAY, writes_back=True)
    assert not other.dialog._emails._captures.isVisible()


def test_many_orders_sent_before_are_told_by_what_happens(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [called(str(n), BOOKED) for n in range(4)])
    assert "4 ordrer er sendt før\n4 er allerede ført: ingenting sendes." in shown.texts


def test_with_write_back_the_shops_email_and_what_a_status_does_are_told(qtbot: QtBot) -> None:
    shown = Shown(qtbot, under_way(FOUR), status=SENT, writes_back=True)
    assert shown.dialog._emails.notice.isVisible()
    assert shown.dialog.choice().status == SENT
    assert shown.dialog.choice().notify
    assert "4 e-poster: Kari Eksempel" in shown.texts
    assert "Da trekker Mystore kundens penger hos Klarna, Vipps eller kortselskapet." in (
        shown.texts
    )
    shown.click(shown.dialog._emails.notice.check)
    assert not shown.dialog.choice().notify


def test_a_customer_who_has_been_told_is_not_told_again_but_the_invoice_is_sent(
    qtbot: QtBot,
) -> None:
    facts = StepFacts(status_id=SENT.id, notify=True)
    told = progress((Step.STATUS, Phase.INTENDED, facts), (Step.STATUS, Phase.DONE, facts))
    order = replace(an_order(status=UNDER_WAY), finished_at=None)
    before = standing_of(order, told, PROFILE, FACTS, TODAY)
    others = under_way(FOUR[1:])
    shown = Shown(qtbot, [before, *others], status=SENT, writes_back=True)
    assert not shown.dialog.choice().notify
    assert "1 kunde kan være varslet før." in shown.texts
    assert shown.dialog.choice().email


@pytest.mark.parametrize("known", [standing(an_order(status=UNDER_WAY)), BOOKED])
def test_who_was_sent_or_booked_before_is_not_told_unless_a_person_says_so(
    known: Standing, qtbot: QtBot
) -> None:
    """The shop told them the first time, whoever has set the order back since."""
    assert isinstance(known.order, Order)
    back = replace(known, order=replace(known.order, status=UNDER_WAY))
    shown = Shown(qtbot, [back], status=SENT, writes_back=True)
    assert not shown.dialog.choice().notify
    assert "1 kunde kan være varslet før." in shown.texts
    shown.click(shown.dialog._emails.notice.check)
    assert shown.dialog.choice().notify


def test_a_status_that_the_orders_have_already_promises_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, status=SENT, writes_back=True)
    assert not shown.dialog._emails.notice.check.isEnabled()
    assert not shown.dialog.choice().notify
    assert "Statusen i Mystore er allerede «Sendt», og endres ikke." in shown.texts
    assert "trekker" not in shown.texts
    assert shown.dialog.numbers() == ("10457", "10459", "10461", "10462")


def test_only_orders_with_another_status_are_counted(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [*under_way(FOUR[:1]), *FOUR[1:]], status=SENT, writes_back=True)
    assert "1 e-post: Kari Eksempel" in shown.dialog._emails.notice.told.replace("\xa0", " ")
    assert "trekker" in shown.texts
    assert "3 ordrer har statusen allerede." in shown.texts


def test_a_marked_order_gets_no_status_and_says_why(qtbot: QtBot) -> None:
    mark = JournalEntry("10457", Step.MARK, Phase.DONE, AT, StepFacts(voucher="2026-17"))
    order = an_order(status=UNDER_WAY)
    marked = standing_of(order, Progress((mark,)), PROFILE, FACTS, TODAY)
    shown = Shown(qtbot, [marked], status=SENT, writes_back=True)
    assert shown.dialog.numbers() == ()
    assert "10457: Merket som allerede bokført med bilag eller faktura 2026-17" in shown.texts
    assert "Statusen i Mystore endres ikke." in shown.texts
    assert not shown.dialog._transfer.isEnabled()


def test_without_write_back_the_status_stays_in_this_program(qtbot: QtBot) -> None:
    shown = Shown(qtbot, status=SENT)
    assert not shown.dialog._emails.notice.isVisible()
    assert not shown.dialog.choice().notify
    assert "«Sendt» står bare i dette programmet." in shown.texts


def test_a_status_that_completes_nothing_captures_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, under_way(FOUR), status=STARTED, writes_back=True)
    assert "Statusen i Mystore settes først til «Plukkes»." in shown.texts
    assert "trekker" not in shown.texts


def test_orders_under_way_are_taken_along_once_a_status_completes_them(qtbot: QtBot) -> None:
    waiting = [
        standing(replace(an_order("1", status=UNDER_WAY, method="invoice"), finished_at=None)),
        standing(an_order("2", status=UNDER_WAY)),
    ]
    assert Shown(qtbot, waiting).dialog.numbers() == ()
    shown = Shown(qtbot, waiting, status=SENT, writes_back=True)
    assert shown.dialog.numbers() == ("1", "2")
    assert "1 kan først beregnes når statusen er endret." in shown.texts
    assert "1 sendes når statusen er endret, slik oppsettet sier." in shown.texts
    assert shown.dialog.choice().email


def test_an_order_under_way_whose_invoice_the_set_up_does_not_send_has_no_tick(
    qtbot: QtBot,
) -> None:
    waiting = [standing(replace(an_order(status=UNDER_WAY), finished_at=None))]
    shown = Shown(qtbot, waiting, status=SENT, writes_back=True)
    check = shown.dialog._emails.invoice.check
    assert (check.isChecked(), check.isEnabled()) == (False, False)
    assert "1 sendes ikke fra Tripletex, slik oppsettet sier." in shown.texts


def test_the_shops_notice_is_named_before_whether_it_is_sent(qtbot: QtBot) -> None:
    shown = Shown(qtbot, under_way(FOUR[:1]), status=SENT, writes_back=True)
    notice = shown.dialog._emails.notice
    about = "Butikkens varsel om at ordren er sendt. "
    if not notice.check.isChecked():
        shown.click(notice.check)
    assert notice.told.startswith(f"{about}1 e-post: Kari Eksempel, ")
    shown.click(notice.check)
    assert notice.told.startswith(f"{about}Ingen e-post sendes.")


def test_an_order_that_is_booked_can_still_be_given_its_status(qtbot: QtBot) -> None:
    assert isinstance(BOOKED.order, Order)
    back = replace(BOOKED, order=replace(BOOKED.order, status=UNDER_WAY))
    shown = Shown(qtbot, [back], status=SENT, writes_back=True)
    assert shown.dialog.numbers() == ("10457",)
    assert shown.button("Endre status").isEnabled()


def delivered_long_ago(count: int) -> list[Standing]:
    """One note each: in which VAT term that was is not known."""
    at, facts = datetime(2026, 9, 20, 12, tzinfo=OSLO), replace(FACTS, vat_term_settings=())
    orders = [an_order(str(n), finished=at) for n in range(count)]
    return [standing_of(order, Progress(), PROFILE, facts, TODAY) for order in orders]


def test_a_single_note_is_told_in_full(qtbot: QtBot) -> None:
    shown = Shown(qtbot, delivered_long_ago(1))
    assert "1 merknad\n0: Ordren ble levert 20.09.2026, mer enn" in shown.texts


def test_several_notes_are_counted_and_can_all_be_read(qtbot: QtBot) -> None:
    shown = Shown(qtbot, delivered_long_ago(5))
    assert "5 merknader" in shown.texts
    assert "Ordren ble levert" not in shown.texts
    shown.click(shown.button("Vis alle"))
    listed = opened(shown, TextListDialog)
    assert len(listed.lines.toPlainText().splitlines()) == 5
    QTest.keyClick(listed, Qt.Key.Key_Escape)


# the invoice date (accounting.md part C)


def period(start: date, end: date, *, closed: bool) -> AccountingPeriod:
    return AccountingPeriod(start, end, is_closed=closed)


def on(today: date, *delivered: date, closed: bool = False) -> list[Standing]:
    """Orders as they stand on `today`, when the month before is `closed` or open."""
    first = today.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    facts = replace(FACTS, periods=(period(before, first, closed=closed),))
    times = [datetime.combine(day, time(12), OSLO) for day in delivered]
    orders = [an_order(str(n), finished=at) for n, at in enumerate(times, start=1)]
    return [standing_of(order, Progress(), PROFILE, facts, today) for order in orders]


OCTOBER, THIRD = date(2026, 10, 30), date(2026, 11, 3)


def date_radios(shown: Shown) -> list[QRadioButton]:
    (choice,) = shown.dialog.findChildren(DateChoice)
    return [each for each in choice.findChildren(QRadioButton) if each.isVisible()]


def test_c2_the_end_of_last_month_is_proposed_with_its_term_and_today_can_be_chosen(
    qtbot: QtBot,
) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER))
    last_month, today = date_radios(shown)
    assert last_month.isChecked()
    assert last_month.text() == "31.10.2026 (5. termin 2026), foreslått"
    assert today.text() == "03.11.2026 (6. termin 2026)"
    assert last_month.toolTip() == last_month.accessibleDescription()
    assert "Tillatt til og med den 15." in last_month.toolTip()
    assert shown.dialog.choice().dating is Dating.LAST_MONTH
    assert "1 ordre var levert innen 31.10.2026." in shown.texts
    assert "Fakturadato 31.10.2026 (5. termin 2026)." in shown.texts
    assert "Levert i" not in shown.texts
    shown.click(today)
    assert shown.dialog.choice().dating is Dating.TODAY
    assert "Fakturadato 03.11.2026 (6. termin 2026)." in shown.texts
    assert "Levert i 5. termin 2026, føres i 6. termin 2026." in shown.texts


def test_a_batch_of_both_months_counts_each_date(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER, OCTOBER, date(2026, 11, 2)))
    assert (
        "2 fakturaer dateres 31.10.2026 (5. termin 2026). "
        "1 faktura dateres 03.11.2026 (6. termin 2026)."
    ) in shown.texts
    assert "1 ordre kan ikke få den datoen." in shown.texts
    shown.click(shown.button("Vis kontering"))
    sums = said_by(opened(shown, PostingSumsDialog))
    assert "31.10.2026 (5. termin 2026)" in sums


@pytest.mark.parametrize(
    "standings",
    [
        on(date(2026, 11, 23), date(2026, 11, 21)),
        on(date(2026, 11, 16), OCTOBER),
        on(THIRD, date(2026, 11, 2)),
    ],
    ids=["C1", "C3", "C4"],
)
def test_where_there_is_nothing_to_choose_nothing_is_asked(
    standings: list[Standing], qtbot: QtBot
) -> None:
    shown = Shown(qtbot, standings)
    assert date_radios(shown) == []
    assert shown.dialog.choice().dating is None
    assert "kan ikke dateres" not in shown.texts


def test_c3_the_note_tells_the_term_of_delivery_and_of_posting(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(date(2026, 11, 16), OCTOBER))
    assert "1: Levert i 5. termin 2026, føres i 6. termin 2026." in shown.texts


def test_c6_a_closed_month_is_not_offered_and_the_reason_is_told(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER, closed=True))
    assert date_radios(shown) == []
    assert shown.dialog.choice().dating is None
    assert (
        "Fakturadato 03.11.2026 (6. termin 2026). Fakturaen kan ikke dateres 31.10.2026: "
        "regnskapsperioden er avsluttet i Tripletex."
    ) in shown.texts


def test_c7_the_turn_of_the_year_is_told(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(date(2027, 1, 4), date(2026, 12, 31)))
    last_month, today = date_radios(shown)
    assert last_month.text() == "31.12.2026 (6. termin 2026), foreslått"
    assert today.text() == "04.01.2027 (1. termin 2027)"
    assert (
        "Årsskifte: 31.12.2026 hører til regnskapsåret 2026, 04.01.2027 til regnskapsåret 2027."
    ) in shown.texts


def test_open_orders_have_no_invoice_date_to_choose(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER))
    shown.click(date_radios(shown)[1])
    shown.choose("Som ordre")
    assert date_radios(shown) == []
    assert shown.dialog.choice().dating is None
    shown.choose("Som faktura")
    assert shown.dialog.choice().dating is Dating.TODAY


def test_the_date_is_chosen_with_the_keys(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER))
    focus = shown.dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    last_month, today = date_radios(shown)
    assert shown.dialog.focusWidget() is last_month
    QTest.keyClick(last_month, Qt.Key.Key_Down)
    assert today.isChecked()
    QTest.keyClick(
        shown.card("Følg oppsettet").radio, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier
    )
    assert shown.dialog.focusWidget() is last_month
    with qtbot.waitSignal(shown.dialog.accepted):
        QTest.keyClick(shown.dialog, Qt.Key.Key_Return)


@pytest.mark.parametrize("standings", [on(THIRD, OCTOBER), on(THIRD, OCTOBER, closed=True)])
def test_the_date_and_its_choice_need_no_scrolling(standings: list[Standing], qtbot: QtBot) -> None:
    shown = Shown(qtbot, standings)
    assert shown.dialog.height() <= 700
    for label in shown.dialog.findChildren(QLabel):
        if label.isVisible() and "2026" in label.text():
            assert label.visibleRegion().boundingRect() == label.rect()
    for radio in date_radios(shown):
        assert radio.visibleRegion().boundingRect() == radio.rect()


def test_the_date_stays_in_sight_on_a_small_screen(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER))
    shown.dialog.resize(shown.dialog.width(), 380)
    said = "Fakturadato 31.10.2026 (5. termin 2026)."
    (label,) = (each for each in shown.dialog.findChildren(QLabel) if each.text() == said)
    assert label.visibleRegion().boundingRect() == label.rect()


@pytest.mark.parametrize(
    "standings",
    [
        on(THIRD, OCTOBER, date(2026, 11, 2)),
        on(date(2027, 1, 4), date(2026, 12, 31), date(2027, 1, 2)),
        on(THIRD, OCTOBER, closed=True),
    ],
    ids=["C2", "C7", "C6"],
)
def test_no_text_of_the_dates_is_cut_when_all_are_longer(
    standings: list[Standing], qtbot: QtBot, qapp: QApplication
) -> None:
    shown = Shown(qtbot, standings)
    assert settled(qtbot, shown.dialog) == []
    longer = Wordy()
    qapp.installTranslator(longer)
    try:
        assert settled(qtbot, shown.dialog) == []
    finally:
        qapp.removeTranslator(longer)


def test_the_choice_is_said_in_the_language_of_the_moment(qtbot: QtBot) -> None:
    shown = Shown(qtbot, on(THIRD, OCTOBER))
    install_language("en")
    QApplication.processEvents()
    assert date_radios(shown)[0].text() == "31.10.2026 (VAT term 5 of 2026), proposed"


def test_what_the_transfer_comes_to_is_never_scrolled_away(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [*full_of_everything(), *delivered_long_ago(12)])
    shown.dialog.resize(shown.dialog.width(), 420)
    chip = next(each for each in shown.dialog.findChildren(StatusChip) if each.isVisible())
    for widget in (chip, shown.button("Vis kontering")):
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_a_sum_that_is_not_the_shops_is_shown_as_wrong(qtbot: QtBot) -> None:
    fine = FOUR[0]
    assert fine.plan is not None
    twice = replace(fine.plan, lines=fine.plan.lines * 2)
    shown = Shown(qtbot, [replace(fine, plans=(twice,))])
    chip = next(each for each in shown.dialog.findChildren(StatusChip) if each.isVisible())
    assert chip.text() == "1 stemmer ikke, differanse 89,00"
    assert chip.tone is Tone.MUST_FIX


def test_the_postings_are_summed_by_account_code_payment_type_and_date(qtbot: QtBot) -> None:
    texts = sums_of(Shown(qtbot))
    assert "Bokføres som faktura|3|267,00 kr" in texts
    assert "Lagt inn som ordre, ikke bokført|1|89,00 kr" in texts
    assert "1500 Kundefordringer|267,00|178,00|89,00" in texts
    assert "Sum|445,00|445,00|" in texts
    assert "3 (25 %)|213,60|53,40" in texts
    assert "Ikke markert som betalt|1|89,00" in texts
    assert "23.11.2026 (6. termin 2026)|3|267,00" in texts
    assert "Stemmer, differanse 0,00" in texts
    assert "Butikkens 356,00 kr = bokføres 267,00 kr + lagt inn som ordre 89,00 kr" in texts


def test_what_is_not_sent_has_its_place_in_the_sums(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [*FOUR, STOPPED, called("1", BOOKED), called("2", LOST)])
    texts = sums_of(shown)
    assert "Allerede ført|1|89,00 kr" in texts
    assert "Slås opp i Tripletex først|1|89,00 kr" in texts
    assert "Stoppet|1|89,00 kr" in texts
    assert "Sum|7|623,00 kr" in texts
    assert "sendes ikke nå 267,00 kr" in texts
    assert "Per valuta" not in texts


def test_currencies_are_never_added_up(qtbot: QtBot) -> None:
    abroad = an_order("2", method="invoice", currency="SEK")
    shown = Shown(qtbot, [FOUR[0], standing(abroad)])
    assert "Fjord Garn AS · 89,00 kr + 89,00 SEK" in shown.texts
    texts = sums_of(shown)
    assert "Valuta|Bokføres|Lagt inn som ordre, ikke bokført|NOK|89,00|0,00|SEK|89,00" in texts
    assert "Bokføres som faktura|2|89,00 kr + 89,00 SEK" in texts


def test_open_orders_post_nothing_and_no_empty_table_is_shown(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FOUR[3:])
    shown.choose("Som ordre")
    texts = sums_of(shown)
    assert "Ingenting bokføres: ordrene legges inn som åpne ordrer" in texts
    assert "Etter konto" not in texts
    assert "ikke bokført|1|89,00 kr" in texts


def sums_of(shown: Shown) -> str:
    shown.click(shown.button("Vis kontering"))
    sums = opened(shown, PostingSumsDialog)
    labels = [each for each in sums.findChildren(QLabel) if not each.isHidden()]
    texts = "|".join(each.text() for each in labels)
    QTest.keyClick(sums, Qt.Key.Key_Escape)
    return texts.replace("\xa0", " ")


def test_what_was_not_meant_to_go_is_not_called_stopped(qtbot: QtBot) -> None:
    till = standing(an_order("10475", method="pos_cash"))
    texts = sums_of(Shown(qtbot, [*FOUR, till, *under_way(FOUR[:1])]))
    assert "Hoppet over|1|89,00 kr" in texts
    assert "Stoppet" not in texts


@pytest.mark.parametrize(("button", "suffix"), [("PDF", "pdf"), ("CSV", "csv")])
def test_the_postings_can_be_saved(qtbot: QtBot, button: str, suffix: str) -> None:
    shown = Shown(qtbot)
    shown.dialog._show_postings()
    sums = opened(shown, PostingSumsDialog)
    place = ask_where(sums, f"Lagre som {button} …")
    shown.room.runner.answer_all()
    name = f"Forhåndsvisning av bokføring Fjord Garn AS 2026-11-23 1042.{suffix}"
    assert place.name == name
    assert f"Lagret som {name}" in said_by(sums)
    content = shown.room.written[place]
    start = b"%PDF-" if suffix == "pdf" else b"\xef\xbb\xbfRad;Ordre;"
    assert content.startswith(start)
    sums.close()


def test_postings_that_cannot_be_saved_say_where_and_why(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.room.write_failure = StorageError(Code.FILE_UNWRITABLE, path="/full/kontering.csv")
    shown.dialog._show_postings()
    sums = opened(shown, PostingSumsDialog)
    ask_where(sums, "Lagre som CSV …")
    shown.room.runner.answer_all()
    assert "/full/kontering.csv" in said_by(sums)
    assert shown.room.written == {}
    sums.close()


def ask_where(dialog: PostingSumsDialog, button: str) -> Path:
    """Press the button, and take the name that is proposed."""
    QTest.mouseClick(buttons_of(dialog)[button], Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    (place,) = asked.selectedFiles()
    asked.fileSelected.emit(place)
    asked.close()
    return Path(place)


def test_tab_goes_in_the_order_that_the_eye_reads(qtbot: QtBot) -> None:
    shown = Shown(qtbot, under_way(FOUR), status=SENT, writes_back=True)
    seen = []
    for _ in range(7):
        focus = shown.dialog.focusWidget()
        assert isinstance(focus, QAbstractButton)
        seen.append(focus.text().replace("&", ""))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [
        "Følg oppsettet",
        "Send faktura på e-post til kunde",
        "Send e-post til kunde",
        "Vis alle",
        "Vis kontering",
        "Avbryt",
        "Overfør 4",
    ]


def test_every_control_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [*FOUR, STOPPED], status=SENT, writes_back=True)
    for card in shown.dialog.findChildren(RadioCard):
        assert card.radio.text()
        assert card.radio.accessibleDescription()
    for switch in (shown.dialog._emails.invoice, shown.dialog._emails.notice):
        assert switch.check.accessibleDescription() == switch.told


def test_the_dialog_never_grows_out_of_the_screen(qtbot: QtBot) -> None:
    many = [standing(an_order(str(n), lines=[a_line(rate="17")])) for n in range(40)]
    shown = Shown(qtbot, [*many, *full_of_everything()], status=SENT, writes_back=True)
    room = shown.dialog.screen().availableGeometry()
    assert shown.dialog.height() <= room.height()
    assert shown.button("Avbryt").isVisible()


def test_after_a_change_of_language_nothing_scrolls_that_has_room(
    english: None, qapp: QApplication, qtbot: QtBot
) -> None:
    shown = Shown(qtbot, under_way(FOUR), status=SENT, writes_back=True)
    bar = shown.dialog._scrolled.verticalScrollBar()
    for language in ("nb", "en", "nb"):
        install_language(language, qapp)
        for _turn in range(20):  # the layout moves in several, and each part in its own
            qapp.processEvents()
        assert bar.maximum() == 0, language
        assert shown.dialog.height() < highest(shown.dialog)


def full_of_everything() -> list[Standing]:
    again = [called("1", BOOKED), called("2", ENTERED)]
    return [*FOUR[:2], *under_way(FOUR[2:]), STOPPED, *again]


def full(qtbot: QtBot) -> Shown:
    return Shown(qtbot, full_of_everything(), status=SENT, writes_back=True)


@pytest.mark.usefixtures("each_language")
def test_no_text_of_the_dialog_is_cut(qtbot: QtBot) -> None:
    shown = full(qtbot)
    assert settled(qtbot, shown.dialog) == []
    shown.dialog._show_postings()
    sums = opened(shown, PostingSumsDialog)
    assert settled(qtbot, sums) == []
    sums.close()


# credit orders

BACK = an_order("10463", lines=[a_line(quantity="-1")], total="-89.00")
AS_NOTE, AS_ORDER = "Som kreditnota", "Som ordre"
ASKED = "Er pengene betalt tilbake til kunden?"
YES, NO = "Ja, det registreres som tilbakebetaling i Tripletex", "Nei, kunden har beløpet til gode"


def radio(shown: Shown, text: str) -> QRadioButton:
    rows = shown.dialog.findChildren(QRadioButton)
    return next(row for row in rows if row.text().replace("&", "") == text)


def owing(order: Order = BACK) -> Standing:
    """Its credit note of 89,00 is booked, and the refund is not registered."""
    note = StepFacts(
        transfer_as=TransferAs.INVOICE,
        invoice_id=9,
        invoice_number=10207,
        amount=Money(-8900),
        outstanding=Money(-8900),
        credits=8,
        refund=(VIPPS.id, -8900),
    )
    so_far = progress((Step.INVOICE, Phase.DONE, note))
    return standing_of(order, so_far, PROFILE, FACTS, TODAY)


def test_an_answer_does_not_count_while_it_is_not_asked_for(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [standing(BACK)])
    radio(shown, YES).click()
    assert shown.dialog.choice().is_refunded is True
    shown.choose(AS_ORDER)
    assert ASKED not in shown.texts
    assert shown.dialog.choice().is_refunded is None
    shown.choose(AS_NOTE)
    assert shown.dialog.choice().is_refunded is True
    (plan,) = shown.dialog.preview.plans
    assert plan.is_refunded is True


def test_the_question_stays_when_it_is_answered_with_no(qtbot: QtBot) -> None:
    kept = replace(owing().progress.entries[0].facts, refund=None)
    so_far = progress((Step.INVOICE, Phase.DONE, kept))
    shown = Shown(qtbot, [standing_of(BACK, so_far, PROFILE, FACTS, TODAY)])
    assert ASKED in shown.texts
    radio(shown, NO).click()
    assert ASKED in shown.texts
    assert not shown.button("Overfør").isEnabled()


@pytest.mark.parametrize("method", ["vipps", "invoice"])
def test_the_chosen_invoice_is_told_also_where_no_money_is_asked_about(
    method: str, qtbot: QtBot
) -> None:
    back = an_order("10463", lines=[a_line(quantity="-1")], total="-89.00", method=method)
    shown = Shown(qtbot, [standing(back)], original=10201)
    assert (ASKED in shown.texts) == (method == "vipps")
    assert "Faktura 10201 krediteres." in shown.texts
    assert shown.dialog.choice().original == 10201
    shown.choose(AS_ORDER)
    assert "Faktura 10201 krediteres." not in shown.texts
    assert "Ordren får teksten om at faktura 10201 krediteres." in shown.texts
    assert shown.dialog.choice().original == 10201


def test_without_a_choice_no_invoice_is_told(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [standing(BACK)])
    assert "krediteres." not in shown.texts


def test_of_a_refund_that_is_owed_the_booked_notes_sum_is_shown_and_nothing_is_sent(
    qtbot: QtBot,
) -> None:
    edited = an_order("10463", lines=[a_line(quantity="-2")], total="-178.00")
    stopped = an_order("10463", lines=[a_line(quantity="-1")], total="-89.00", method="svea")
    for order in (edited, stopped):
        shown = Shown(qtbot, [owing(order)])
        assert "1 kreditordre, 89,00 kr til kunden." in shown.texts
        assert "Ordre 10463 · Kari Eksempel · −89,00 kr · Fjord Garn AS" in shown.texts
        assert (
            "10463 er allerede bokført som kreditnota 10207: Bare tilbakebetalingen" in shown.texts
        )
        assert "Fakturadato" not in shown.texts
        radio(shown, YES).click()
        assert shown.dialog.numbers() == ("10463",)
        assert "Ingen e-post sendes." in shown.texts
        shown.click(shown.button("Vis kontering"))
        sums = opened(shown, PostingSumsDialog)
        told = said_by(sums)
        assert "Sum debet 89,00 kr = sum kredit 89,00 kr." in told
        assert "1902" in told
        assert "3000" not in told
        sums.close()
        radio(shown, NO).click()
        assert "Vis kontering" not in buttons_of(shown.dialog)


@pytest.mark.parametrize(
    ("orders", "name"),
    [
        ([BACK], "Send kreditnota på e-post til kunde"),
        ([an_order()], "Send faktura på e-post til kunde"),
        ([an_order(), BACK], "Send faktura og kreditnota på e-post til kunde"),
    ],
)
def test_the_email_switch_names_the_documents_that_are_sent(
    orders: list[Order], name: str, qtbot: QtBot
) -> None:
    shown = Shown(qtbot, [standing(order) for order in orders])
    check = shown.dialog._emails.invoice.check
    for title in ("Følg oppsettet", AS_ORDER if len(orders) == 1 else "Alle som ordre"):
        shown.choose(title)
        assert check.text().replace("&", "") == name
    shown.dialog.resize(shown.dialog.minimumSizeHint())
    assert check.sizeHint().width() <= check.width()


BY_EHF = replace(PROFILE, rules=replace(PROFILE.rules, company_invoices=CompanyInvoices.EHF))


def test_ehf_is_told_apart_from_emails_and_goes_by_the_same_switch(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.PROFILE", BY_EHF)
    orders = (
        an_order("10469", customer=GREIER, method="invoice"),
        an_order("10461", customer=STRIKKESTUA, method="invoice"),
    )
    shown = Shown(qtbot, [standing(order) for order in orders])
    check = shown.dialog._emails.invoice.check
    for title in ("Alle som ordre", "Følg oppsettet"):
        shown.choose(title)
        assert check.text().replace("&", "") == "Send faktura på e-post eller EHF til kunde"
    told = "1 e-post, 1 som EHF: Strikkestua DA, post@strikkestua.example; "
    assert told + "Garn og Greier AS, EHF 313900215." in shown.texts
    shown.click(check)
    assert not shown.dialog.choice().email
    assert "Ingenting sendes. Med avhuking: 1 e-post, 1 som EHF." in shown.texts


@pytest.mark.parametrize(
    ("orders", "name"),
    [
        (["-1"], "Send kreditnota på e-post eller EHF til kunde"),
        (["1", "-1"], "Send faktura og kreditnota på e-post eller EHF til kunde"),
    ],
)
def test_the_switch_for_ehf_names_credit_notes_too(
    orders: list[str], name: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.PROFILE", BY_EHF)
    rows = [
        standing(
            an_order(
                f"1046{place}",
                lines=[a_line(quantity=quantity)],
                total=f"{89 * int(quantity)}.00",
                customer=GREIER,
                method="invoice",
            )
        )
        for place, quantity in enumerate(orders)
    ]
    shown = Shown(qtbot, rows)
    assert shown.dialog._emails.invoice.check.text().replace("&", "") == name


def test_the_email_switch_of_a_refund_alone_speaks_of_the_credit_note(qtbot: QtBot) -> None:
    shown = Shown(qtbot, [owing()])
    check = shown.dialog._emails.invoice.check
    assert check.text().replace("&", "") == "Send kreditnota på e-post til kunde"
    assert not check.isEnabled()


def test_of_a_credit_order_that_gets_its_status_first_the_money_is_asked_about(
    qtbot: QtBot,
) -> None:
    waiting = standing(replace(BACK, status=UNDER_WAY, finished_at=None))
    shown = Shown(qtbot, [waiting], status=SENT, writes_back=True)
    assert "1 kreditordre, 89,00 kr til kunden." in shown.texts
    assert not shown.button("Overfør 1").isEnabled()
    radio(shown, YES).click()
    assert shown.button("Overfør 1").isEnabled()
    assert shown.dialog.choice().is_refunded is True


def test_a_sale_that_its_credit_order_took_back_says_so_and_is_not_sent(qtbot: QtBot) -> None:
    by = Problem(Code.TAKEN_BACK, invoice=10201, order="10463")
    gone = standing_of(an_order(), CREDITED.progress, PROFILE, FACTS, TODAY, taken_back=by)
    shown = Shown(qtbot, [gone])
    assert "10457: Faktura 10201 er kreditert med kreditordre 10463." in shown.texts
    assert shown.dialog.windowTitle() == "Ingenting å overføre til Tripletex"
    assert shown.dialog.numbers() == ()
    assert not shown.button("Overfør").isEnabled()
