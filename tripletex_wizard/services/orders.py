"""Which orders are to be transferred, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder, not_completed
from tripletex_wizard.domain.posting import method_of
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import Progress
from tripletex_wizard.services.ports import Journal, Webshop


@dataclass(frozen=True, slots=True)
class OrderService:
    """The orders of one profile, joined with what the journal knows of them."""

    webshop: Webshop
    journal: Journal
    profile: Profile

    def pending(self) -> Iterator[Order | UnreadableOrder]:
        """Orders to be transferred, page by page.

        Pending is: a status that counts as completed, finished on or after the start date, not
        settled in the journal, and a method that is not left out. An order of which something was
        sent without a known outcome is pending whatever its method is by now.
        """
        rules = self.profile.rules
        journalled = {
            number: Progress(entries) for number, entries in self.journal.all_entries().items()
        }
        status_ids = [status.id for status in rules.completed_statuses]
        for order in self.webshop.finished_orders(rules.start_date, status_ids):
            progress = journalled.get(order.number, Progress())
            if progress.open_step or not (progress.is_settled or self._is_left_out(order)):
                yield order

    def named(self, numbers: Sequence[str]) -> Iterator[Order | UnreadableOrder]:
        """The orders with these numbers, each once, in the order given.

        A number that the shop does not know, or an order that does not count as completed, comes
        as an UnreadableOrder with the reason.
        """
        for number in dict.fromkeys(numbers):
            order = self.webshop.order(number)
            if order is None:
                yield UnreadableOrder(number, Problem(Code.ORDER_NOT_FOUND, order=number))
            else:
                yield self._only_completed(order)

    def _only_completed(self, order: Order | UnreadableOrder) -> Order | UnreadableOrder:
        if isinstance(order, Order) and not self.profile.rules.is_completed(order.status):
            problem = not_completed(order.status)
            return UnreadableOrder(order.number, problem)
        return order

    def _is_left_out(self, order: Order | UnreadableOrder) -> bool:
        if isinstance(order, UnreadableOrder):
            return False
        row = self.profile.mapping.row(method_of(order))
        return row is not None and row.left_out


def oldest_first(orders: Iterable[Order | UnreadableOrder]) -> list[Order | UnreadableOrder]:
    """By the time of finishing, so that invoice numbers follow the sales; unreadable ones last."""

    def key(order: Order | UnreadableOrder) -> tuple[bool, str, int, str]:
        finished = (
            order.finished_at.isoformat()
            if isinstance(order, Order) and (order.finished_at)
            else ""
        )
        digits = int(order.number) if order.number.isdecimal() else 0
        return (isinstance(order, UnreadableOrder), finished, digits, order.number)

    return sorted(orders, key=key)
