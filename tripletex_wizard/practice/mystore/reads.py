"""The reading requests: lists, nested lists, single resources and the plain-JSON endpoints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.mystore import furnishing
from tripletex_wizard.practice.mystore.answers import Answers, Reading, plain
from tripletex_wizard.practice.mystore.document import PARTS, Resource
from tripletex_wizard.practice.mystore.query import Query
from tripletex_wizard.practice.mystore.refusal import missing_scope, not_found
from tripletex_wizard.practice.mystore.selection import Selection
from tripletex_wizard.practice.mystore.shop import Shop
from tripletex_wizard.practice.mystore.token import Claims
from tripletex_wizard.practice.switches import Switches

PLAIN = ("settings", "payment", "shipping")
GOT = frozenset(
    {
        "customers",
        "order-products",
        "order-status",
        "order-totals",
        "orders",
        "products",
        "tax-classes",
    }
)
LISTED = GOT | {"currencies", "languages", "order-tags"}
ORDERS_OF = {"customers": "customer", "order-status": "order-status"}


class Reads:
    """Finds what a path leads to; `orders` gives the orders as lists show them."""

    def __init__(
        self,
        shop: Shop,
        switches: Switches,
        *,
        selection: Selection,
        answers: Answers,
        orders: Callable[[], list[Resource]],
    ) -> None:
        self._shop = shop
        self._switches = switches
        self._selection = selection
        self._answers = answers
        self._orders = orders

    def answer(self, request: Request, claims: Claims, parts: list[str]) -> Response:
        """Answer a GET of the path under the shop."""
        query = Query.of(request.args, largest=int(self._switches["page_size"]))
        reading = Reading(request, query, claims)
        match parts:
            case [name] if name in PLAIN:
                return plain(self._installed(name) if self._may_read(claims, name) else [])
            case [kind, resource_id] if kind in GOT:
                if not self._may_read(claims, kind):
                    raise not_found()
                return self._answers.single(reading, self._get(kind, resource_id))
            case _:
                kind, found = parts[-1], self._list(parts)
                if not self._may_read(claims, kind):
                    found = []
                return self._answers.page(reading, kind, self._selection.of(kind, found, query))

    def _list(self, parts: list[str]) -> list[Resource]:
        match parts:
            case ["orders"]:
                return self._orders()
            case [kind] if kind in LISTED:
                return self._shop.all(kind)
            case ["orders", order_id, kind] if kind in PARTS:
                return self._shop.related(self._get("orders", order_id), kind)
            case [owner, owner_id, "orders"] if owner in ORDERS_OF:
                return self._orders_of(owner, self._get(owner, owner_id))
            case ["order-products", line_id, "order-product-attributes"]:
                self._get("order-products", line_id)
                return []
            case _:
                raise not_found()

    def _orders_of(self, kind: str, owner: Resource) -> list[Resource]:
        if kind == "order-status" and self._switches["status_orders"] == "not_found":
            raise not_found()
        name = ORDERS_OF[kind]
        return [each for each in self._orders() if owner in self._shop.related(each, name)]

    def _may_read(self, claims: Claims, kind: str) -> bool:
        if claims.may_read(kind):
            return True
        match self._switches["missing_scope"]:
            case "forbidden":
                raise missing_scope()
            case "not_found":
                raise not_found()
            case _:
                return False

    def _get(self, kind: str, resource_id: str) -> Resource:
        found = self._shop.get(kind, resource_id)
        if found is None:
            raise not_found()
        return found

    def _installed(self, name: str) -> Any:
        if name == "settings":
            return furnishing.SETTINGS
        modules = furnishing.PAYMENT_MODULES if name == "payment" else furnishing.SHIPPING_MODULES
        swapped = self._switches["payment_code"] == "name"
        rows = [
            {"name": code, "method": text} if swapped else {"name": text, "method": code}
            for code, text in modules.items()
        ]
        if self._switches["payment_list"] == "keyed":
            return dict(zip(modules, rows, strict=True))
        return rows
