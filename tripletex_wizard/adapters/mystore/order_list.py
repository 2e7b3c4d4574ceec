"""How this shop lets its orders be listed: found out by asking, once per client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tripletex_wizard.adapters.mystore.connection import ShopConnection
from tripletex_wizard.adapters.mystore.jsonapi import ParameterRefused, condition
from tripletex_wizard.adapters.mystore.wire import ListDocument
from tripletex_wizard.domain.errors import PermissionMissing

Parameters = dict[str, str]

PARTS = ("order-products", "order-totals", "customer", "order-status")

OVERLAP = timedelta(days=1)
"""For a shop that keeps its times in another zone."""

LONGEST_LIFE = timedelta(days=365)
"""How long before its finishing an order may have been made, when only `created_at` filters."""


class OrderList:
    """Pages of orders, with what the shop allows of page size, filter, sorting and include.

    Filtering is on `updated_at` first: finishing an order updates it, so nothing finished since is
    left out, not even by a shop that leaves `finished_at` empty. Sorting by id keeps every order
    in its place while pages are read. What the shop refuses is not asked for again.
    """

    def __init__(self, connection: ShopConnection) -> None:
        self._connection = connection
        self._refused: set[str] = set()
        self._is_explored = False

    def pages(self, since: date) -> Iterator[tuple[ListDocument, bool]]:
        """Pages with the orders finished on or after `since`, and others; is each the last one.

        When the shop refuses something on the way, the pages start again from the first.
        """
        try:
            yield from self._connection.pages("orders", self._allowed(since))
        except (ParameterRefused, PermissionMissing):
            if self._is_explored:
                raise
            self._explore(since)
            yield from self._connection.pages("orders", self._allowed(since))

    @property
    def include(self) -> Parameters:
        """The include parameter for one order; empty when the shop includes nothing."""
        return _merged({"include": part} for part in PARTS if part not in self._refused)

    def refuse_include(self) -> None:
        """Remember that the shop includes nothing."""
        self._refused.update(PARTS)

    def _allowed(self, since: date) -> Parameters:
        groups = ([name for name in group if name not in self._refused] for group in _GROUPS)
        return _merged(_wish(group[0], since) for group in groups if group)

    def _explore(self, since: date) -> None:
        """Ask for nothing, which must work, and then for one thing more at a time."""
        accepted: Parameters = {}
        next(self._connection.pages("orders", accepted))
        for group in _GROUPS:
            for name in group:
                wanted = _merged([accepted, _wish(name, since)])
                if self._is_accepted(wanted):
                    accepted = wanted
                    break
                self._refused.add(name)
        self._is_explored = True

    def _is_accepted(self, parameters: Parameters) -> bool:
        try:
            next(self._connection.pages("orders", parameters))
        except (ParameterRefused, PermissionMissing):  # the latter for an include
            return False
        return True


_GROUPS = (
    ("100", "50"),
    ("updated_at", "finished_at", "created_at"),
    ("id",),
    *((part,) for part in PARTS),
)
"""Of each group the first name that the shop accepts is used."""


def _wish(name: str, since: date) -> Parameters:
    match name:
        case "100" | "50":
            return {"page[size]": name}
        case "updated_at" | "finished_at":
            return _not_before(name, since - OVERLAP)
        case "created_at":
            return _not_before(name, since - LONGEST_LIFE)
        case "id":
            return {"sort": name}
        case _:
            return {"include": name}


def _not_before(path: str, day: date) -> Parameters:
    return condition("since", path, "gte", f"{day.isoformat()} 00:00:00")


def _merged(wishes: Iterable[Mapping[str, str]]) -> Parameters:
    merged: Parameters = {}
    for wish in wishes:
        included = [each["include"] for each in (merged, wish) if "include" in each]
        merged |= wish
        if included:
            merged["include"] = ",".join(included)
    return merged
