"""The shop's orders, with gift cards that were never sold as the discounts that they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tripletex_wizard.domain.gift_card_series import placed
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.profile import GiftCardRules
from tripletex_wizard.services.ports import Webshop


@dataclass(frozen=True, slots=True)
class PlacedOrders:
    """A Webshop whose orders all parts of the program see alike, as `rules` place the cards."""

    webshop: Webshop
    rules: GiftCardRules

    def shop(self) -> str:
        """As the shop says."""
        return self.webshop.shop()

    def statuses(self) -> tuple[OrderStatus, ...]:
        """As the shop says."""
        return self.webshop.statuses()

    def payment_methods(self) -> Mapping[str, str]:
        """As the shop says."""
        return self.webshop.payment_methods()

    def finished_orders(
        self, since: date, status_ids: Sequence[str]
    ) -> Iterator[Order | UnreadableOrder]:
        """As the shop has them, placed."""
        return map(self._placed, self.webshop.finished_orders(since, status_ids))

    def orders_since(self, since: date) -> Iterator[Order | UnreadableOrder]:
        """As the shop has them, placed."""
        return map(self._placed, self.webshop.orders_since(since))

    def order(self, number: str) -> Order | UnreadableOrder | None:
        """As the shop has it, placed."""
        order = self.webshop.order(number)
        return None if order is None else self._placed(order)

    def missing_to_write(self) -> tuple[str, ...]:
        """As the token says."""
        return self.webshop.missing_to_write()

    def change_status(self, number: str, status: OrderStatus, *, notify: bool) -> Written[bool]:
        """As the shop does it."""
        return self.webshop.change_status(number, status, notify=notify)

    def _placed(self, order: Order | UnreadableOrder) -> Order | UnreadableOrder:
        return placed(order, self.rules) if isinstance(order, Order) else order
