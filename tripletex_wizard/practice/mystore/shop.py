"""What the practice shop holds: its resources, and what writing to it has caused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from datetime import datetime
from itertools import count

from tripletex_wizard.practice.mystore.document import (
    ATTRIBUTES,
    PARTS,
    Document,
    Resource,
    reference,
    referred,
)

FIRST_NEW_ID = 900001  # of resources that are made by API: above every id of a document


class Shop:
    """Collections of resources by type and id, in the order in which they came."""

    def __init__(self, name: str, furnishing: Iterable[Resource] = ()) -> None:
        self.name = name
        self.emails: list[dict[str, object]] = []
        self.captures: list[dict[str, object]] = []
        self._collections: dict[str, dict[str, Resource]] = defaultdict(dict)
        self._names = defaultdict(set, {kind: set(names) for kind, names in ATTRIBUTES.items()})
        self._earlier: dict[str, list[tuple[datetime, Resource | None]]] = defaultdict(list)
        self._ids = count(FIRST_NEW_ID)
        for resource in furnishing:
            self.put(deepcopy(resource))

    def all(self, kind: str) -> list[Resource]:
        """Every resource of a type."""
        return list(self._collections[kind].values())

    def get(self, kind: str, resource_id: str) -> Resource | None:
        """One resource, or None."""
        return self._collections[kind].get(resource_id)

    def attribute_names(self, kind: str) -> frozenset[str]:
        """The attributes that resources of the type have had."""
        return frozenset(self._names[kind])

    def related(self, resource: Resource, name: str) -> list[Resource]:
        """The resources that a relationship points at, as far as the shop has them."""
        found = (self.get(ref["type"], str(ref["id"])) for ref in referred(resource, name))
        return [each for each in found if each is not None]

    def new_id(self) -> str:
        """An id that no resource has."""
        return str(next(self._ids))

    def put(self, resource: Resource) -> None:
        """Add a resource, or replace the one with its id."""
        resource["id"] = str(resource["id"])
        self._collections[resource["type"]][resource["id"]] = resource
        self._names[resource["type"]] |= resource["attributes"].keys()

    def put_document(self, document: Document, *, at: datetime) -> None:
        """Add or replace an order with all that its document includes.

        A document without `included` leaves the lines and totals of a known order as they are.
        Missing relationships are filled in; ids that another order's parts have are renumbered.
        """
        order = deepcopy(document["data"])
        order["id"] = str(order["id"])
        known = self.get("orders", order["id"])
        self.remember(order["id"], at=at)
        relationships = order.setdefault("relationships", {})
        if "included" not in document and known is not None:
            for name in PARTS:
                relationships[name] = known["relationships"][name]
        else:
            self._put_included(order, deepcopy(document.get("included", [])), known)
        self.put(order)

    def add_part(self, order: Resource, part: Resource) -> None:
        """Add a line, total, history entry or tag to an order."""
        part.setdefault("relationships", {})["order"] = {"data": reference(order)}
        order["relationships"][part["type"]]["data"].append(reference(part))
        self.put(part)

    def remember(self, order_id: str, *, at: datetime) -> None:
        """Keep the order as it is now, for lists that lag behind."""
        self._earlier[order_id].append((at, deepcopy(self.get("orders", order_id))))

    def orders_as_of(self, moment: datetime) -> list[Resource]:
        """The orders as they were then."""
        seen = (self._as_of(order, moment) for order in self.all("orders"))
        return [order for order in seen if order is not None]

    def _as_of(self, order: Resource, moment: datetime) -> Resource | None:
        for changed, before in self._earlier[order["id"]]:
            if changed > moment:
                return before
        return order

    def _put_included(
        self, order: Resource, included: list[Resource], known: Resource | None
    ) -> None:
        for name in PARTS:
            for gone in self.related(known, name) if known else ():
                del self._collections[name][gone["id"]]
            order["relationships"][name] = {"data": []}
        for resource in included:
            resource["id"] = str(resource["id"])
            if resource["type"] not in PARTS:
                self.put(resource)
                continue
            if self.get(resource["type"], resource["id"]) is not None:
                resource["id"] = self.new_id()
            self.add_part(order, resource)
