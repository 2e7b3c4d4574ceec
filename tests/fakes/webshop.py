"""A Mystore in memory: its orders, statuses and payment methods, and what it tells customers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tests.fakes.clock import NINE
from tests.fakes.lossy_line import LossyLine
from tripletex_wizard.domain.errors import AppError, Code, OrderRejected
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder, with_status


class FakeWebshop:
    """While `failure` is set, every call raises it.

    `notices` are the (order number, status id) that customers were told. Without `takes_statuses`
    a change is refused, with `keeps_statuses` it is taken and has no effect; without
    `takes_notices` nobody is told.
    """

    def __init__(
        self,
        *orders: Order | UnreadableOrder,
        name: str = "fjord-garn",
        statuses: tuple[OrderStatus, ...] = (OrderStatus("5", "Sendt"),),
    ) -> None:
        self.orders = list(orders)
        self.name = name
        self.failure: AppError | None = None
        self.line = LossyLine()
        self.notices: list[tuple[str, str]] = []
        self.takes_statuses = True
        self.keeps_statuses = False
        self.takes_notices = True
        self.lacks: tuple[str, ...] = ()
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
        self.line.on_read("order")
        return next((row for row in self.orders if row.number == number), None)

    def missing_to_write(self) -> tuple[str, ...]:
        return self.lacks

    def change_status(self, number: str, status: OrderStatus, *, notify: bool) -> Written[bool]:
        self._fail_if_told()
        written = self.line.write("change_status", lambda: self._take(number, status, notify))
        return Written(written.value, ())  # Mystore gives no ids

    def _take(self, number: str, status: OrderStatus, notify: bool) -> bool:
        if not self.takes_statuses:
            raise OrderRejected(Code.STATUS_REFUSED, status=status.name, text="Nei.")
        is_told = notify and self.takes_notices
        self.notices += [(number, status.id)] if is_told else []
        if self.keeps_statuses:
            raise OrderRejected(Code.STATUS_NOT_CHANGED, status=status.name)
        self.orders = [
            with_status(row, status, NINE)
            if isinstance(row, Order) and row.number == number
            else row
            for row in self.orders
        ]
        return is_told

    def _readable(self) -> list[Order]:
        return [row for row in self.orders if isinstance(row, Order)]

    def _fail_if_told(self) -> None:
        if self.failure:
            raise self.failure


def _day_of(order: Order) -> date:
    return (order.finished_at or order.updated_at or order.created_at).date()
