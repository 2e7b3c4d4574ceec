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

FILTERS = ("updated_at", "created_at", "finished_at")
LISTS = 2


class OrderList:
    """Pages of orders, with what the shop allows of page size, filters, sorting and include.

    Two lists are read, each filtered on its own day, and an order may come in both. Finishing an
    order updates it, so `updated_at` leaves nothing out that was changed after it was made, not
    even in a shop that leaves `finished_at` empty; but it is empty itself for an order that was
    finished when it was made (osCommerce, INF), and that one `created_at` finds. Sorting by id
    keeps every order in its place while pages are read. What the shop refuses is not asked for
    again.
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
            yield from self._pages(since)
        except (ParameterRefused, PermissionMissing):
            if self._is_explored:
                raise
            self._explore(since)
            yield from self._pages(since)

    @property
    def include(self) -> Parameters:
        """The include parameter for one order; empty when the shop includes nothing."""
        return _merged({"include": part} for part in PARTS if part not in self._refused)

    def refuse_include(self) -> None:
        """Remember that the shop includes nothing."""
        self._refused.update(PARTS)

    def _pages(self, since: date) -> Iterator[tuple[ListDocument, bool]]:
        lists = self._filters(since) or [{}]
        for place, filtered in enumerate(lists, start=1):
            for page, is_last in self._connection.pages("orders", self._allowed() | filtered):
                yield page, is_last and place == len(lists)

    def _allowed(self) -> Parameters:
        groups = ([name for name in group if name not in self._refused] for group in _GROUPS)
        return _merged(_wish(group[0]) for group in groups if group)

    def _filters(self, since: date) -> list[Parameters]:
        names = [name for name in FILTERS if name not in self._refused][:LISTS]
        margin = LONGEST_LIFE if names == ["created_at"] else OVERLAP
        return [_not_before(name, since - margin) for name in names]

    def _explore(self, since: date) -> None:
        """Ask for nothing, which must work, and then for one thing more at a time."""
        accepted: Parameters = {}
        next(self._connection.pages("orders", accepted))
        for group in _GROUPS:
            for name in group:
                wanted = _merged([accepted, _wish(name)])
                if self._is_accepted(wanted):
                    accepted = wanted
                    break
                self._refused.add(name)
        for name in FILTERS:
            if not self._is_accepted(accepted | _not_before(name, since)):
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
    ("id",),
    *((part,) for part in PARTS),
)
"""Of each group the first name that the shop accepts is used."""


def _wish(name: str) -> Parameters:
    match name:
        case "100" | "50":
            return {"page[size]": name}
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
