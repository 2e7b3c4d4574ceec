"""Puts an order together: from what its document includes, and by nested calls for the rest."""

from __future__ import annotations

from functools import cached_property

from tripletex_wizard.adapters.mystore.connection import ShopConnection
from tripletex_wizard.adapters.mystore.convert import OrderParts
from tripletex_wizard.adapters.mystore.jsonapi import Included, ResourceAbsent
from tripletex_wizard.adapters.mystore.wire import Reference, Resource


class OrderAssembly:
    """Completes the orders of one reading; customers and statuses are asked for once each.

    Nothing is asked for that came along. What the shop denies having stays None.
    """

    def __init__(self, connection: ShopConnection) -> None:
        self._connection = connection
        self._customers: dict[str, Resource | None] = {}

    def complete(self, order: Resource, included: Included) -> OrderParts:
        """The order with all that belongs to it."""
        return OrderParts(
            order=order,
            lines=self._parts(order, "order-products", included),
            totals=self._parts(order, "order-totals", included),
            customer=included.one(order, "customer") or self._customer(order.one("customer")),
            status=included.one(order, "order-status") or self._status(order.one("order-status")),
        )

    def _parts(self, order: Resource, kind: str, included: Included) -> tuple[Resource, ...] | None:
        found = included.parts(order, kind)
        if found is not None:
            return found
        try:
            pages = list(self._connection.pages(f"orders/{order.id}/{kind}"))
        except ResourceAbsent:
            return None
        return Included(part for page, _ in pages for part in page.data).all_listed(order, kind)

    def _customer(self, reference: Reference | None) -> Resource | None:
        if reference is None or reference.is_nobody:
            return None
        if reference.id not in self._customers:
            self._customers[reference.id] = self._read_customer(reference.id)
        return self._customers[reference.id]

    def _read_customer(self, customer_id: str) -> Resource | None:
        try:
            return self._connection.single(f"customers/{customer_id}").data
        except ResourceAbsent:  # deleted since; the order carries the addresses itself
            return None

    def _status(self, reference: Reference | None) -> Resource | None:
        return self._statuses.get(reference.id) if reference else None

    @cached_property
    def _statuses(self) -> dict[str, Resource]:
        pages = self._connection.pages("order-status")
        return {status.id: status for page, _ in pages for status in page.data}
