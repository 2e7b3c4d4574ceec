"""The orders of a profile as the order window reads them, and the services of an open profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.lossy_line import Fault
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import SENT, a_line, an_order
from tests.unit.services.desk import NUMBER, Desk
from tripletex_wizard.domain.errors import Code, Problem, RemoteUnavailable
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.marking import MarkingService
from tripletex_wizard.services.office import Connection, Watcher
from tripletex_wizard.services.order_desk import OrderDesk
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.prerequisites import PrerequisiteBoard

UNREADABLE = UnreadableOrder("9", Problem(Code.ATTRIBUTE_MISSING, attribute="total"))


def order_desk(desk: Desk, *orders: Order | UnreadableOrder) -> OrderDesk:
    return OrderDesk(FakeWebshop(*orders), desk.journal, desk.service)


def lose(desk: Desk, number: str) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order(number))


def test_every_order_stands_as_the_journal_has_it(desk: Desk) -> None:
    desk.transfer(an_order("1"))
    lose(desk, "2")
    reader = order_desk(desk, an_order("1"), an_order("2"), an_order("3"), UNREADABLE)
    found = list(reader.standings())
    assert [(row.number, row.state) for row in found] == [
        ("1", TransferState.TRANSFERRED),
        ("2", TransferState.UNCERTAIN),
        ("3", TransferState.READY),
        ("9", TransferState.STOPPED),
    ]


def test_orders_from_before_the_start_date_are_not_listed(desk: Desk) -> None:
    desk.with_rules(start_date=date(2026, 11, 22))
    assert list(order_desk(desk, an_order("1")).standings()) == []


def test_an_open_order_that_the_shop_does_not_list_is_told_all_the_same(desk: Desk) -> None:
    desk.with_rules(start_date=date(2026, 11, 22))
    lose(desk, "1")
    lose(desk, "2")
    desk.transfer(an_order("3"))
    known, gone = order_desk(desk, an_order("1"), an_order("3")).standings()
    assert (known.number, known.state, known.order) == (
        "1",
        TransferState.UNCERTAIN,
        an_order("1"),
    )
    assert (gone.number, gone.state) == ("2", TransferState.UNCERTAIN)
    assert gone.order == UnreadableOrder("2", Problem(Code.ORDER_NOT_FOUND, order="2"))


def test_one_order_is_read_anew_however_old_it_is(desk: Desk) -> None:
    desk.with_rules(start_date=date(2026, 11, 22))
    reader = order_desk(desk, an_order("1"))
    assert reader.standing("1").state is TransferState.READY
    assert reader.standing("2").problems == (Problem(Code.ORDER_NOT_FOUND, order="2"),)


def test_after_an_event_the_shop_is_not_asked(desk: Desk) -> None:
    shop = FakeWebshop(an_order("1"))
    reader = OrderDesk(shop, desk.journal, desk.service)
    (before,) = reader.standings()
    desk.transfer(an_order("1"))
    shop.failure = RemoteUnavailable(Code.NO_ANSWER, host="mystore")
    after = reader.after_event(before)
    assert (before.state, after.state) == (TransferState.READY, TransferState.TRANSFERRED)
    assert after.order is before.order


def test_an_order_that_was_read_stands_without_asking_the_shop_again(desk: Desk) -> None:
    order = an_order()
    desk.transfer(order)
    assert order_desk(desk).as_read(order).state is TransferState.TRANSFERRED


def test_the_statuses_are_the_shops(desk: Desk) -> None:
    assert order_desk(desk).statuses() == (SENT,)


def test_a_lost_connection_is_not_hidden(desk: Desk) -> None:
    reader = order_desk(desk)
    assert isinstance(reader.webshop, FakeWebshop)
    reader.webshop.failure = RemoteUnavailable(Code.NO_ANSWER, host="mystore")
    with pytest.raises(RemoteUnavailable):
        list(reader.standings())


def test_an_open_profile_has_a_desk_and_what_else_is_done_with_orders(desk: Desk) -> None:
    shop, service = FakeWebshop(an_order("1")), desk.service
    opened = Connection(
        desk.profile,
        OrderService(shop, desk.journal, desk.profile),
        service,
        PrerequisiteBoard(desk.ledger, shop, desk.clock, desk.profile),
    )
    assert opened.desk == OrderDesk(shop, desk.journal, service)
    assert opened.left_overs == LeftOvers(service)
    assert opened.marking == MarkingService(service)


def test_a_watcher_need_not_listen() -> None:
    watcher = Watcher()
    watcher.on_wait(1.0)
    watcher.on_loaded(1, None)
    assert not watcher.token.is_cancelled
    assert replace(watcher).token is watcher.token


def test_a_sale_that_its_credit_order_took_back_tells_so_however_it_is_read(desk: Desk) -> None:
    sale = an_order(lines=[a_line(quantity="3")], total="267.00")
    back = an_order("10463", lines=[a_line(quantity="-3")], total="-267.00")
    desk.transfer(sale)
    desk.transfer(back, Choice(is_refunded=True))
    assert desk.transfer(sale).problems[0].code is Code.TAKEN_BACK
    reader = order_desk(desk, sale, back)
    read, *_ = reader.standings()
    assert read.state is TransferState.CREDITED
    assert [row.code for row in read.problems] == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
    assert reader.standing(NUMBER) == reader.as_read(sale) == reader.after_event(read) == read


def test_the_whole_journal_is_read_only_for_what_was_credited(desk: Desk) -> None:
    desk.transfer(an_order())
    reader = order_desk(desk, an_order())
    before = desk.journal.whole_reads
    assert reader.as_read(an_order()).state is TransferState.TRANSFERRED
    assert desk.journal.whole_reads == before
