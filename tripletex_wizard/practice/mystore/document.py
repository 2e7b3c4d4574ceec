"""JSON:API resources and order documents: their shape, checked where they come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Resource: TypeAlias = dict[str, Any]
"""`{"type", "id", "attributes", "relationships"}`; money is text, ex VAT on lines."""

Document: TypeAlias = dict[str, Any]
"""`{"data": order, "included": [resources]}`."""

PARTS = ("order-products", "order-totals", "order-status-history", "order-tags")
"""The resources that belong to one order."""

RELATED: dict[str, dict[str, str]] = {
    "orders": {"customer": "customers", "order-status": "order-status", **{p: p for p in PARTS}},
    "order-products": {
        "order": "orders",
        "product": "products",
        "product-variant": "product-variants",
    },
    "order-totals": {"order": "orders"},
    "order-status-history": {"order": "orders", "order-status": "order-status"},
    "order-tags": {"order": "orders"},
}
"""The types that a resource's relationships lead to, by name."""


ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "orders": (
        *(f"customer_address_{part}" for part in ("address", "phone", "email")),
        *(f"shipping_address_{part}" for part in ("address", "region")),
        *(f"billing_address_{part}" for part in ("address", "region")),
        *(
            f"{prefix}_address_{part}"
            for prefix in ("customer", "shipping", "billing")
            for part in ("name", "company", "zipcode", "city", "state", "country")
        ),
        *("payment_method", "payment_module", "shipping_method", "tracking_number"),
        *("currency", "created_at", "updated_at", "finished_at"),
    ),
    "customers": (
        *("name", "lastname", "email", "billing_email", "phone", "dob", "newsletter"),
        *("organization_number", "address_company"),
        *(
            f"{prefix}address_{part}"
            for prefix in ("", "billing_")
            for part in ("name", "lastname", "address", "zipcode", "city", "country")
        ),
    ),
    "order-products": ("name", "sku", "price", "tax", "quantity"),
    "order-totals": ("title", "text", "value", "class", "sort_order"),
    "order-status-history": ("comment", "customer_notified", "created_at"),
    "order-tags": ("key", "value"),
}
"""The attributes that a shop knows even before it holds such a resource."""


class ShapeError(ValueError):
    """A document does not have the shape of an order document; its text says where and why."""

    def __init__(self, place: object, complaint: str) -> None:
        super().__init__(f"{place}: {complaint}")


def checked_document(given: object) -> Document:
    """The document itself when its shape is right; ShapeError says where it is not."""
    if not isinstance(given, dict) or not isinstance(given.get("data"), dict):
        raise ShapeError("the document", "has no data object")
    check_resource(given["data"], "data")
    if given["data"]["type"] != "orders":
        raise ShapeError("data.type", "is not 'orders'")
    included = given.get("included", [])
    if not isinstance(included, list):
        raise ShapeError("included", "is not a list")
    for place, resource in enumerate(included):
        check_resource(resource, f"included[{place}]")
    return given


def check_resource(given: object, place: str) -> None:
    """ShapeError unless it is an object with type, id, attributes and proper relationships."""
    if not isinstance(given, dict):
        raise ShapeError(place, "is not an object")
    if not isinstance(given.get("type"), str):
        raise ShapeError(place, "has no type")
    if not isinstance(given.get("id"), str | int) or not str(given["id"]):
        raise ShapeError(place, "has no id")
    if not isinstance(given.get("attributes"), dict):
        raise ShapeError(place, "has no attributes")
    relationships = given.get("relationships", {})
    if not isinstance(relationships, dict):
        raise ShapeError(place, "has no relationships object")
    for name, relationship in relationships.items():
        _check_relationship(relationship, f"{place}.relationships.{name}")


def _check_relationship(given: object, place: str) -> None:
    if not isinstance(given, dict):
        raise ShapeError(place, "is not an object")
    data = given.get("data")
    for ref in data if isinstance(data, list) else [data]:
        if ref is not None and not (isinstance(ref, dict) and {"type", "id"} <= ref.keys()):
            raise ShapeError(place, "refers to nothing")


def reference(resource: Mapping[str, Any]) -> dict[str, str]:
    """The type and id that point at a resource."""
    return {"type": resource["type"], "id": str(resource["id"])}


def referred(resource: Resource, name: str) -> list[dict[str, Any]]:
    """What a relationship points at: none, one or many."""
    data = resource.get("relationships", {}).get(name, {}).get("data")
    if data is None:
        return []
    return data if isinstance(data, list) else [data]
