"""All parts of the program see a card that was given away as the discount that it is."""

from __future__ import annotations

from datetime import date

from tests.fakes.webshop import FakeWebshop
from tests.orders.building import SENT, a_row, an_order
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, TotalKind, UnreadableOrder
from tripletex_wizard.domain.profile import GiftCardRules
from tripletex_wizard.services.placed_orders import PlacedOrders
from tripletex_wizard.services.ports import Webshop

BONUS = an_order("1", rows=[a_row(TotalKind.GIFT_CARD, "-9.00", "Bonus")], total="80.00")
UNREADABLE = UnreadableOrder("2", Problem(Code.ORDER_WITHOUT_LINES))
LONG_AGO = date(2020, 1, 1)


def shop_of(*orders: Order | UnreadableOrder) -> tuple[Webshop, FakeWebshop]:
    shop = FakeWebshop(*orders)
    return PlacedOrders(shop, GiftCardRules(discounts=("Bonus",))), shop


def sale_of(order: Order | UnreadableOrder | None) -> Money:
    assert isinstance(order, Order)
    return order.sale


def test_every_order_is_placed_however_it_is_read() -> None:
    shop, own = shop_of(BONUS, UNREADABLE)
    assert sale_of(own.order("1")) == Money(8900)
    assert sale_of(shop.order("1")) == Money(8000)
    finished, unreadable = shop.finished_orders(LONG_AGO, [SENT.id])
    assert (sale_of(finished), unreadable) == (Money(8000), UNREADABLE)
    assert [getattr(order, "sale", None) for order in shop.orders_since(LONG_AGO)] == [
        Money(8000),
        None,
    ]


def test_an_order_that_is_not_there_or_cannot_be_read_is_so_still() -> None:
    shop, _ = shop_of(UNREADABLE)
    assert (shop.order("2"), shop.order("3")) == (UNREADABLE, None)


def test_everything_else_is_the_shops() -> None:
    shop, own = shop_of(BONUS)
    assert shop.shop() == own.shop()
    assert shop.statuses() == own.statuses()
    assert shop.payment_methods() == own.payment_methods()
    assert shop.missing_to_write() == own.missing_to_write()
    status = OrderStatus("9", "Hentet")
    shop.change_status("1", status, notify=False)
    changed = own.order("1")
    assert isinstance(changed, Order)
    assert changed.status == status
