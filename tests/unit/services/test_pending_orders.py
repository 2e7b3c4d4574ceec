"""Which orders are offered: finished since the start date, not yet over, and not left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.lossy_line import Fault
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import KARI, OSLO, a_profile, an_order, transfer_rules
from tests.unit.services.desk import AS_ORDER, Desk
from tripletex_wizard.domain.errors import Code, Problem, RemoteUnavailable
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.services.orders import OrderService, oldest_first

UNREADABLE = UnreadableOrder("9", Problem(Code.ATTRIBUTE_MISSING, attribute="total"))
STARTED = OrderStatus("3", "Under behandling")


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=OSLO)


def service(desk: Desk, *orders: Order | UnreadableOrder) -> OrderService:
    return OrderService(FakeWebshop(*orders), desk.journal, desk.profile)


def pending(desk: Desk, *orders: Order | UnreadableOrder) -> list[str]:
    return [order.number for order in service(desk, *orders).pending()]


def test_finished_orders_are_pending(desk: Desk) -> None:
    assert pending(desk, an_order("1"), an_order("2"), UNREADABLE) == ["1", "2", "9"]


def test_orders_finished_before_the_start_date_are_never_offered(desk: Desk) -> None:
    desk.with_rules(start_date=date(2026, 11, 20))
    orders = [an_order("1", finished=at(19, 23)), an_order("2", finished=at(20, 0))]
    assert pending(desk, *orders) == ["2"]


def test_orders_with_another_status_or_not_finished_are_not_pending(desk: Desk) -> None:
    orders = [an_order("1", status=STARTED), an_order("2", finished=None), an_order("3")]
    assert pending(desk, *orders) == ["3"]


def test_every_status_that_counts_as_completed_is_asked_for(desk: Desk) -> None:
    desk.with_rules(completed_statuses=(STARTED, OrderStatus("5", "Sendt")))
    assert pending(desk, an_order("1", status=STARTED), an_order("2")) == ["1", "2"]


def test_a_method_that_is_left_out_is_not_pending_and_an_unknown_one_is(desk: Desk) -> None:
    orders = [an_order("1", method="pos_cash"), an_order("2", method="svea")]
    assert pending(desk, *orders) == ["2"]


def test_an_order_is_no_longer_pending_once_it_is_over(desk: Desk) -> None:
    orders = [an_order("1"), an_order("2"), an_order("3")]
    desk.transfer(orders[0])
    desk.transfer(orders[1], AS_ORDER)
    assert pending(desk, *orders) == ["3"]


def test_an_order_whose_outcome_is_unknown_is_still_pending(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    assert pending(desk, an_order()) == ["10457"]


def test_a_shop_that_does_not_answer_offers_nothing(desk: Desk) -> None:
    silent = service(desk)
    assert isinstance(silent.webshop, FakeWebshop)
    silent.webshop.failure = RemoteUnavailable(Code.NO_ANSWER, host="mystore.no")
    with pytest.raises(RemoteUnavailable):
        list(silent.pending())


# by number


def test_named_orders_come_once_each_in_the_order_given(desk: Desk) -> None:
    orders = service(desk, an_order("1"), an_order("2"), UNREADABLE)
    assert [order.number for order in orders.named(["2", "9", "1", "2"])] == ["2", "9", "1"]


def test_a_number_that_the_shop_does_not_know_is_told(desk: Desk) -> None:
    assert list(service(desk).named(["7"])) == [
        UnreadableOrder("7", Problem(Code.ORDER_NOT_FOUND, order="7"))
    ]


def test_a_named_order_that_is_not_completed_is_told(desk: Desk) -> None:
    (named,) = service(desk, an_order("1", status=STARTED)).named(["1"])
    assert named == UnreadableOrder(
        "1", Problem(Code.STATUS_NOT_COMPLETED, status="Under behandling")
    )


def test_a_named_order_may_be_older_than_the_start_date_and_already_over(desk: Desk) -> None:
    old = an_order("1", finished=datetime(2025, 1, 1, tzinfo=OSLO))
    desk.transfer(old)
    assert list(service(desk, old).named(["1"])) == [old]


# their order


def test_invoice_numbers_follow_the_sales() -> None:
    orders: list[Order | UnreadableOrder] = [
        UNREADABLE,
        an_order("30", finished=at(21)),
        an_order("1", finished=None),
        an_order("20", finished=at(20)),
        an_order("9", finished=at(21)),
        an_order("X1", finished=at(21)),
        an_order("A1", finished=at(21)),
    ]
    ordered = [order.number for order in oldest_first(orders)]
    assert ordered == ["1", "20", "A1", "X1", "9", "30", "9"]


def test_unreadable_orders_come_last_by_their_number() -> None:
    orders: list[Order | UnreadableOrder] = [
        replace(UNREADABLE, number="10"),
        UNREADABLE,
        an_order("11"),
    ]
    assert [order.number for order in oldest_first(orders)] == ["11", "9", "10"]


def test_a_profile_offers_the_orders_of_its_own_rules(desk: Desk) -> None:
    desk.profile = a_profile(replace(transfer_rules(), completed_statuses=()))
    assert pending(desk, an_order(customer=KARI)) == []
