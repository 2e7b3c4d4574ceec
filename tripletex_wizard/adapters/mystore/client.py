"""The port `Webshop` on Mystore's API: orders read by lists with include, in few calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import requests

from tripletex_wizard.adapters.http import HttpClient
from tripletex_wizard.adapters.mystore.assembly import OrderAssembly
from tripletex_wizard.adapters.mystore.connection import ShopConnection
from tripletex_wizard.adapters.mystore.convert import to_order, to_status
from tripletex_wizard.adapters.mystore.diagnosis import Findings, diagnose
from tripletex_wizard.adapters.mystore.jsonapi import (
    Included,
    ParameterRefused,
    ResourceAbsent,
    not_understood,
)
from tripletex_wizard.adapters.mystore.order_list import OrderList
from tripletex_wizard.adapters.mystore.payment import to_methods
from tripletex_wizard.adapters.mystore.pending import (
    has_status,
    is_recent,
    with_day_of_finishing,
)
from tripletex_wizard.adapters.mystore.status_writing import StatusWriting
from tripletex_wizard.adapters.mystore.token import TokenClaims, read_claims
from tripletex_wizard.adapters.mystore.wire import Resource, SingleDocument
from tripletex_wizard.domain.errors import PermissionMissing
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.ports import Clock

CALLS_PER_MINUTE = 120  # per token [V1]
ORDER_NUMBER = re.compile(r"[A-Za-z0-9_-]+")

Progress = Callable[[int, int | None], None]
"""Called with how many orders have been looked at, and how many there are once that is known."""


class MystoreClient:
    """The shop that the token belongs to. Reads, and changes nothing but the status of an order.

    Constructing it calls nothing; it raises CredentialsRejected(SHOP_TOKEN_NOT_A_TOKEN) for a
    token that is no JWT, SetupError(INSECURE_ADDRESS) for an address that is not https (http on
    loopback excepted). Every read raises CredentialsRejected(SHOP_TOKEN_EXPIRED) before any call
    once the token has run out.
    """

    def __init__(
        self,
        base_url: str,
        *,
        token: Secret,
        clock: Clock,
        session: requests.Session | None = None,
        on_progress: Progress | None = None,
    ) -> None:
        self.claims: TokenClaims = read_claims(token)
        self._http = HttpClient(
            base_url,
            clock=clock,
            calls=CALLS_PER_MINUTE,
            seconds=60,
            reset_header="Retry-After",
            session=session,
        )
        self._connection = ShopConnection(self._http, base_url, token, self.claims, clock)
        self._list = OrderList(self._connection)
        self._on_progress = on_progress

    def shop(self) -> str:
        """The internal shop name that the token claims."""
        return self.claims.shop

    def statuses(self) -> tuple[OrderStatus, ...]:
        """The shop's order statuses."""
        pages = self._connection.pages("order-status")
        return tuple(to_status(status) for page, _ in pages for status in page.data)

    def payment_methods(self) -> Mapping[str, str]:
        """Module code to name, as `payment` lists them: without Klarna Checkout [V1]."""
        return to_methods(self._connection.plain("payment"))

    def finished_orders(
        self, since: date, status_ids: Sequence[str]
    ) -> Iterator[Order | UnreadableOrder]:
        """Orders with one of the statuses, finished on or after `since`, each once.

        Where only `created_at` filters, orders made more than a year before `since` are not found.
        """
        for order in self._listed(since, lambda order: has_status(order, status_ids)):
            yield with_day_of_finishing(order)

    def orders_since(self, since: date) -> Iterator[Order | UnreadableOrder]:
        """Orders of any status: completed ones by the day of finishing, others by the last change.

        On or after `since`, each once. The limit of `finished_orders` holds here too.
        """
        return self._listed(since, lambda _order: True)

    def _listed(
        self, since: date, is_wanted: Callable[[Resource], bool]
    ) -> Iterator[Order | UnreadableOrder]:
        assembly = OrderAssembly(self._connection)
        seen: set[str] = set()
        for page, is_last in self._list.pages(since):
            included = Included(page.included or ())
            orders = {order.id: _an_order(order) for order in page.data if order.id not in seen}
            total = len(seen) + len(orders) if is_last else None
            for number, order in orders.items():
                seen.add(number)
                if is_wanted(order) and is_recent(order, since):
                    yield to_order(assembly.complete(order, included))
                self._report(len(seen), total)
            if is_last and seen and not orders:
                self._report(len(seen), len(seen))

    def order(self, number: str) -> Order | UnreadableOrder | None:
        """One order; None when the shop has none with exactly this number."""
        if not ORDER_NUMBER.fullmatch(number):
            return None
        try:
            document = self._document(f"orders/{number}")
        except ResourceAbsent:
            return None
        if document.data is None or document.data.id != number:
            return None
        included = Included(document.included or ())
        assembly = OrderAssembly(self._connection)
        return to_order(assembly.complete(_an_order(document.data), included))

    def missing_to_write(self) -> tuple[str, ...]:
        """The permissions for a change of status that the token's claims lack."""
        return self.claims.missing_to_write()

    def change_status(self, number: str, status: OrderStatus, *, notify: bool) -> Written[bool]:
        """Give an order a status and read it back; whether Mystore took over the notice."""
        return StatusWriting(self._connection).change(number, status, notify=notify)

    def diagnosis(self) -> Findings:
        """What the shop's answers look like, without anybody's data (see `diagnose`)."""
        return diagnose(self._connection)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _document(self, path: str) -> SingleDocument:
        include = self._list.include
        if not include:
            return self._connection.single(path)
        try:
            return self._connection.single(path, include)
        except (ParameterRefused, PermissionMissing):  # the latter for a part, or for the order
            document = self._connection.single(path)
            self._list.refuse_include()
            return document

    def _report(self, done: int, total: int | None) -> None:
        if self._on_progress:
            self._on_progress(done, total)


def _an_order(resource: Resource) -> Resource:
    if resource.type != "orders":
        raise not_understood("orders: data.type")
    return resource
