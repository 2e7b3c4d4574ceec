"""The orders of one profile as the order window shows them, each with how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from tripletex_wizard.domain.errors import Code, Problem, RemoteError, SetupError
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.rounds import credit_orders_of, taken_back_in
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import Progress, Step
from tripletex_wizard.services.ports import Journal, Webshop
from tripletex_wizard.services.rounds import known_taken_back
from tripletex_wizard.services.transfer import TransferService


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """Reads only. Every call may raise SetupError, RemoteError or StorageError."""

    webshop: Webshop
    journal: Journal
    transfer: TransferService

    def statuses(self) -> tuple[OrderStatus, ...]:
        """The statuses that an order may be given."""
        return self.webshop.statuses()

    def standings(self) -> Iterator[Standing]:
        """Every order that was finished or changed on or after the start date, page by page.

        At the end those of which something was sent without a known outcome, but that the shop
        does not list: nothing half-done is left unsaid.
        """
        journalled = self.journal.all_entries()
        returned = credit_orders_of(journalled)

        def shown(order: Order | UnreadableOrder, progress: Progress) -> Standing:
            sale = progress.invoice
            taken_back = taken_back_in(sale, returned) if sale else None
            return self._standing(order, progress, taken_back)

        seen: set[str] = set()
        for order in self.webshop.orders_since(self.transfer.profile.rules.start_date):
            seen.add(order.number)
            yield shown(order, Progress(journalled.get(order.number, ())))
        for number, entries in journalled.items():
            if number not in seen and Progress(entries).open_step:
                yield shown(self._order(number), Progress(entries))

    def standing(self, number: str) -> Standing:
        """One order, read anew, however old it is."""
        return self.as_read(self._order(number))

    def as_read(self, order: Order | UnreadableOrder) -> Standing:
        """How an order that has been read now stands."""
        return self._as_journalled(order, self._progress(order.number))

    def after_event(self, standing: Standing) -> Standing:
        """The standing by what the journal says now.

        The shop is asked only when the order has been given a status that it is not shown with.
        """
        progress, order = self._progress(standing.number), standing.order
        if _has_new_status(order, progress):
            with suppress(RemoteError, SetupError):  # shown as it was until all are read again
                order = self._order(standing.number)
        return self._as_journalled(order, progress)

    def _order(self, number: str) -> Order | UnreadableOrder:
        unknown = UnreadableOrder(number, Problem(Code.ORDER_NOT_FOUND, order=number))
        return self.webshop.order(number) or unknown

    def _progress(self, number: str) -> Progress:
        return Progress(self.journal.entries(number))

    def _as_journalled(self, order: Order | UnreadableOrder, progress: Progress) -> Standing:
        return self._standing(order, progress, known_taken_back(self.journal, progress))

    def _standing(
        self, order: Order | UnreadableOrder, progress: Progress, taken_back: Problem | None
    ) -> Standing:
        profile, facts = self.transfer.profile, self.transfer.facts()
        today = self.transfer.clock.now().date()
        return standing_of(order, progress, profile, facts, today, taken_back=taken_back)


def _has_new_status(order: Order | UnreadableOrder, progress: Progress) -> bool:
    given = progress.done(Step.STATUS)
    return (
        isinstance(order, Order) and given is not None and given.facts.status_id != order.status.id
    )
