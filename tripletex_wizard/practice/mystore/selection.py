"""Which resources a list request selects, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tripletex_wizard.practice.mystore.document import Resource, referred
from tripletex_wizard.practice.mystore.present import Presentation
from tripletex_wizard.practice.mystore.query import Condition, Query, bad_request
from tripletex_wizard.practice.switches import Switches

SWITCHED_DATES = ("updated_at", "finished_at")
STATUS = "order-status"


class Selection:
    """Filters and sorts; unknown paths give 400 [V1 for fields, INF for the rest]."""

    def __init__(self, presentation: Presentation, switches: Switches) -> None:
        self._presentation = presentation
        self._switches = switches

    def of(self, kind: str, resources: list[Resource], query: Query) -> list[Resource]:
        """The resources that the query selects, sorted as it asks."""
        conditions = self._counting(query.conditions)
        for condition in conditions:
            self._check_path(kind, condition.path)
        chosen = [each for each in resources if self._meets(each, conditions)]
        return self._sorted(kind, chosen, query)

    def _counting(self, conditions: tuple[Condition, ...]) -> Iterable[Condition]:
        if self._switches["two_conditions"] == "both":
            return conditions
        return {condition.path: condition for condition in conditions}.values()

    def _check_path(self, kind: str, path: str) -> None:
        if kind == "orders" and path == STATUS and self._switches["status_filter"] == "supported":
            return
        rejected = kind == "orders" and self._switches["date_filter"] == "rejected"
        known = self._presentation.attribute_names(kind) | {"id"}
        if path not in known or (rejected and path in SWITCHED_DATES):
            raise bad_request("Filtering is not supported on:", f"{kind}.{path}")

    def _meets(self, resource: Resource, conditions: Iterable[Condition]) -> bool:
        return all(cond.holds(self._value(resource, cond.path)) for cond in conditions)

    def _value(self, resource: Resource, path: str) -> Any:
        if path == "id":
            return resource["id"]
        if path == STATUS:
            return next((ref["id"] for ref in referred(resource, STATUS)), None)
        if path.endswith("_at"):  # the common case, without making the whole presentation
            if path == "finished_at" and self._switches["finished_at"] == "never_set":
                return None
            return self._presentation.stored_time(resource["attributes"].get(path))
        return self._presentation.attributes(resource).get(path)

    def _sorted(self, kind: str, chosen: list[Resource], query: Query) -> list[Resource]:
        mode = self._switches["sort"]
        if not query.sort or mode == "ignored":
            return chosen
        if mode == "rejected":
            raise bad_request("Sorting is not supported.")
        known = self._presentation.attribute_names(kind) | {"id"}
        for name in reversed(query.sort):
            path = name.removeprefix("-")
            if path not in known:
                raise bad_request("Sorting is not supported by:", f"{kind}.{path}")
            chosen = sorted(
                chosen, key=lambda each: self._key(each, path), reverse=name.startswith("-")
            )
        return chosen

    def _key(self, resource: Resource, path: str) -> tuple[bool, int, str]:
        value = self._value(resource, path)
        text = str(value or "")
        return (value is not None, int(text) if text.isdecimal() else 0, text)
