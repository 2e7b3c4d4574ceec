"""What writing to the shop does: statuses, notes, tags; captures and e-mails are recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any

from tripletex_wizard.practice.mystore.document import Resource, referred
from tripletex_wizard.practice.mystore.furnishing import CAPTURING, COMPLETED
from tripletex_wizard.practice.mystore.present import SHOP_ZONE, TIME_FORMAT
from tripletex_wizard.practice.mystore.refusal import Refused
from tripletex_wizard.practice.mystore.shop import Shop
from tripletex_wizard.practice.switches import Switches


class Writes:
    """The writing requests; 422 with a pointer for a body that cannot be taken [INF]."""

    def __init__(self, shop: Shop, switches: Switches, now: Callable[[], datetime]) -> None:
        self._shop = shop
        self._switches = switches
        self._now = now

    def patch_order(self, order: Resource, body: object) -> Resource:
        """PATCH orders/{id}: attributes, and the status by its relationship [effect INF]."""
        data = _data(body, "orders")
        for name in data["attributes"]:
            if name not in self._shop.attribute_names("orders"):
                raise _unprocessable("Unknown attribute.", f"/data/attributes/{name}")
        status = self._status(data)
        if status is not None and self._switches["patch_status"] == "rejected":
            raise _unprocessable("The status is read only.", "/data/relationships/order-status")
        self._touch(order)
        order["attributes"].update(data["attributes"])
        if status is not None and self._switches["patch_status"] == "effective":
            self._add_history(order, status, "", notified=False)
            self._set_status(order, status, through="PATCH orders")
        return order

    def create_history(self, body: object) -> Resource:
        """POST order-status-history: a note, an e-mail when asked for, the status [INF]."""
        data = _data(body, "order-status-history")
        if self._switches["history_create"] == "rejected":
            raise _unprocessable("Cannot be created.", "/data")
        order = self._order(data)
        status = self._status(data)
        if status is None:
            raise _unprocessable("The status is missing.", "/data/relationships/order-status")
        comment = str(data["attributes"].get("comment") or "")
        notified = bool(data["attributes"].get("customer_notified"))
        self._touch(order)
        entry = self._add_history(order, status, comment, notified=notified)
        if notified:
            self._email(order, status, comment)
        if self._switches["history_create"] == "effective":
            self._set_status(order, status, through="order-status-history")
        return entry

    def create_tag(self, body: object) -> Resource:
        """POST order-tags, by analogy with product-tags [INF]."""
        data = _data(body, "order-tags")
        if self._switches["order_tags"] == "rejected":
            raise _unprocessable("Cannot be created.", "/data")
        for name in ("key", "value"):
            if not isinstance(data["attributes"].get(name), str):
                raise _unprocessable("The attribute is missing.", f"/data/attributes/{name}")
        order = self._order(data)
        return self._part(order, "order-tags", dict(data["attributes"]))

    def complete(self, order: Resource) -> None:
        """PATCH orders/{id}/complete: the completed status, and the payment is captured [V1]."""
        self._touch(order)
        status = self._shop.get("order-status", COMPLETED)
        assert status is not None
        self._add_history(order, status, "", notified=False)
        self._set_status(order, status, through="complete")

    def _order(self, data: dict[str, Any]) -> Resource:
        found = self._shop.related(data, "order")
        if not found or found[0]["type"] != "orders":
            raise _unprocessable("The order does not exist.", "/data/relationships/order")
        return found[0]

    def _status(self, data: dict[str, Any]) -> Resource | None:
        if not referred(data, "order-status"):
            return None
        found = self._shop.related(data, "order-status")
        if not found or found[0]["type"] != "order-status":
            raise _unprocessable("The status does not exist.", "/data/relationships/order-status")
        return found[0]

    def _touch(self, order: Resource) -> None:
        self._shop.remember(order["id"], at=self._now())
        order["attributes"]["updated_at"] = self._time()

    def _set_status(self, order: Resource, status: Resource, *, through: str) -> None:
        order["relationships"]["order-status"] = {
            "data": {"type": "order-status", "id": status["id"]}
        }
        if status["id"] != COMPLETED:
            return
        if not order["attributes"].get("finished_at"):
            order["attributes"]["finished_at"] = self._time()
        captured = any(capture["order"] == order["id"] for capture in self._shop.captures)
        if order["attributes"].get("payment_module") in CAPTURING and not captured:
            self._shop.captures.append(
                {
                    "order": order["id"],
                    "payment_module": order["attributes"]["payment_module"],
                    "through": through,
                    "at": self._time(),
                }
            )

    def _email(self, order: Resource, status: Resource, comment: str) -> None:
        self._shop.emails.append(
            {
                "order": order["id"],
                "to": order["attributes"].get("customer_address_email"),
                "status": status["id"],
                "comment": comment,
                "at": self._time(),
            }
        )

    def _add_history(
        self, order: Resource, status: Resource, comment: str, *, notified: bool
    ) -> Resource:
        attributes = {
            "comment": comment,
            "customer_notified": int(notified),
            "created_at": self._time(),
        }
        entry = self._part(order, "order-status-history", attributes)
        entry["relationships"]["order-status"] = {
            "data": {"type": "order-status", "id": status["id"]}
        }
        return entry

    def _part(self, order: Resource, kind: str, attributes: dict[str, Any]) -> Resource:
        part: Resource = {"type": kind, "id": self._shop.new_id(), "attributes": attributes}
        self._shop.add_part(order, part)
        return part

    def _time(self) -> str:
        return self._now().astimezone(SHOP_ZONE).strftime(TIME_FORMAT)


def _data(body: object, kind: str) -> dict[str, Any]:
    data = body.get("data") if isinstance(body, dict) else None
    if not isinstance(data, dict) or data.get("type") != kind:
        raise _unprocessable("The type is wrong.", "/data/type")
    read = {"attributes": {}, "relationships": {}, **data}
    if not isinstance(read["attributes"], dict) or not isinstance(read["relationships"], dict):
        raise _unprocessable("Attributes and relationships are objects.", "/data")
    return read


def _unprocessable(detail: str, pointer: str) -> Refused:
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, detail, pointer=pointer)
