"""A Mystore in memory: its orders, statuses and payment methods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder


class FakeWebshop:
    """While `failure` is set, every call raises it."""

    def __init__(
        self,
        *orders: Order | UnreadableOrder,
        name: str = "fjord-garn",
        statuses: tuple[OrderStatus, ...] = (OrderStatus("5", "Sendt"),),
    ) -> None:
        self.orders = list(orders)
        self.name = name
        self.failure: AppError | None = None
        self._statuses = statuses

    def shop(self) -> str:
        self._fail_if_told()
        return self.name

    def statuses(self) -> tuple[OrderStatus, ...]:
        self._fail_if_told()
        return self._statuses

    def payment_methods(self) -> Mapping[str, str]:
        self._fail_if_told()
        found = {row.payment_module: row.payment_method for row in self._readable()}
        return {code: name for code, name in found.items() if code != "klarna_checkout"}

    def finished_orders(
        self, since: date, status_ids: Sequence[str]
    ) -> Iterator[Order | UnreadableOrder]:
        self._fail_if_told()
        for order in self.orders:
            if isinstance(order, UnreadableOrder) or (
                order.status.id in status_ids and (order.finished_on or date.min) >= since
            ):
                yield order

    def orders_since(self, since: date) -> Iterator[Order | UnreadableOrder]:
        self._fail_if_told()
        for order in self.orders:
            if isinstance(order, UnreadableOrder) or _day_of(order) >= since:
                yield order

    def order(self, number: str) -> Order | UnreadableOrder | None:
        self._fail_if_told()
        return next((row for row in self.orders if row.number == number), None)

    def _readable(self) -> list[Order]:
        return [row for row in self.orders if isinstance(row, Order)]

    def _fail_if_told(self) -> None:
        if self.failure:
            raise self.failure


def _day_of(order: Order) -> date:
    return (order.finished_at or order.updated_at or order.created_at).date()
