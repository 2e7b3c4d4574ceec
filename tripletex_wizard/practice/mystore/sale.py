"""A sale in short, and the order document that the shop would have for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from tripletex_wizard.practice.mystore.countries import english_name
from tripletex_wizard.practice.mystore.document import Document, Resource
from tripletex_wizard.practice.mystore.furnishing import COMPLETED, STANDARD
from tripletex_wizard.practice.mystore.present import TIME_FORMAT


class Address(NamedTuple):
    """Where somebody lives; the country is an ISO code."""

    street: str
    zipcode: str
    city: str
    country: str = "NO"


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who ordered; without `customer_id` a guest."""

    name: str
    address: Address
    email: str
    phone: str = ""
    company: str = ""
    organisation_number: str = ""
    customer_id: str | None = None
    delivery: Address | None = None


class SaleLine(NamedTuple):
    """One line; `price` is text without VAT, `tax` text in per cent."""

    sku: str
    name: str
    price: str
    tax: str
    quantity: int | str
    product_id: str | None = None


class SaleTotal(NamedTuple):
    """One row of the totals; `value` is text in the order's currency."""

    kind: str
    title: str
    value: str


@dataclass(frozen=True, slots=True)
class Sale:
    """One order; `status` is the id of its order status, times are in Oslo."""

    id: str
    buyer: Buyer
    payment_module: str
    payment_method: str
    created_at: datetime
    lines: tuple[SaleLine, ...]
    totals: tuple[SaleTotal, ...]
    status: str = COMPLETED
    finished_at: datetime | None = None
    updated_at: datetime | None = None
    shipping_method: str = ""
    currency: str = "NOK"
    tracking_number: str = ""
    status_resource: Resource | None = field(default=None)


def document(sale: Sale) -> Document:
    """The order document, in the shape that the shop's API would give it."""
    buyer = sale.buyer
    order: Resource = {
        "type": "orders",
        "id": sale.id,
        "attributes": _order_attributes(sale),
        "relationships": {
            "customer": {
                "data": {"type": "customers", "id": buyer.customer_id}
                if buyer.customer_id
                else None
            },
            "order-status": {"data": {"type": "order-status", "id": sale.status}},
        },
    }
    included = [*_lines(sale), *_totals(sale), *_history(sale)]
    if buyer.customer_id:
        included.insert(0, _customer(buyer, buyer.customer_id))
    if sale.status_resource:
        included.append(sale.status_resource)
    return {"data": order, "included": included}


def _order_attributes(sale: Sale) -> dict[str, Any]:
    buyer, home = sale.buyer, sale.buyer.address
    updated = sale.updated_at or sale.finished_at or sale.created_at
    return {
        **_address("customer_address", buyer, home),
        "customer_address_phone": buyer.phone,
        "customer_address_email": buyer.email,
        **_address("shipping_address", buyer, buyer.delivery or home),
        "shipping_address_region": "",
        **_address("billing_address", buyer, home),
        "billing_address_region": "",
        "payment_method": sale.payment_method,
        "payment_module": sale.payment_module,
        "shipping_method": sale.shipping_method,
        "tracking_number": sale.tracking_number,
        "currency": sale.currency,
        "created_at": _time(sale.created_at),
        "updated_at": _time(updated),
        "finished_at": _time(sale.finished_at),
    }


def _address(prefix: str, buyer: Buyer, address: Address) -> dict[str, str]:
    return {
        f"{prefix}_name": buyer.name,
        f"{prefix}_company": buyer.company,
        f"{prefix}_address": address.street,
        f"{prefix}_zipcode": address.zipcode,
        f"{prefix}_city": address.city,
        f"{prefix}_state": "",
        f"{prefix}_country": english_name(address.country),
    }


def _customer(buyer: Buyer, customer_id: str) -> Resource:
    first, _, last = buyer.name.rpartition(" ")
    names = {"name": first or last, "lastname": last if first else ""}
    address = {
        "address": buyer.address.street,
        "zipcode": buyer.address.zipcode,
        "city": buyer.address.city,
        "country": english_name(buyer.address.country),
        **names,
    }
    return {
        "type": "customers",
        "id": customer_id,
        "attributes": {
            **names,
            "email": buyer.email,
            "billing_email": "",
            "phone": buyer.phone,
            "dob": None,
            "newsletter": 0,
            "organization_number": buyer.organisation_number,
            "address_company": buyer.company,
            **{f"address_{part}": value for part, value in address.items()},
            **{f"billing_address_{part}": value for part, value in address.items()},
        },
    }


def _lines(sale: Sale) -> list[Resource]:
    return [
        {
            "type": "order-products",
            "id": f"{sale.id}{place:02}",
            "attributes": {
                "name": line.name,
                "sku": line.sku,
                "price": line.price,
                "tax": line.tax,
                "quantity": line.quantity,
            },
            "relationships": {
                "product": {
                    "data": {"type": "products", "id": line.product_id} if line.product_id else None
                }
            },
        }
        for place, line in enumerate(sale.lines, start=1)
    ]


def _totals(sale: Sale) -> list[Resource]:
    return [
        {
            "type": "order-totals",
            "id": f"{sale.id}{place:02}",
            "attributes": {
                "title": total.title,
                "text": _shown(total.value, sale.currency),
                "value": total.value,
                "class": total.kind,
                "sort_order": place,
            },
        }
        for place, total in enumerate(sale.totals, start=1)
    ]


def _history(sale: Sale) -> list[Resource]:
    moments = [(STANDARD, "", sale.created_at)]
    if sale.status != STANDARD:
        comment = "Pakken er sendt" if sale.status == COMPLETED else ""
        moments.append((sale.status, comment, sale.finished_at or sale.created_at))
    return [
        {
            "type": "order-status-history",
            "id": f"{sale.id}{place:02}",
            "attributes": {
                "comment": comment,
                "customer_notified": 1,
                "created_at": _time(moment),
            },
            "relationships": {"order-status": {"data": {"type": "order-status", "id": status}}},
        }
        for place, (status, comment, moment) in enumerate(moments, start=1)
    ]


def _time(moment: datetime | None) -> str | None:
    return moment.strftime(TIME_FORMAT) if moment else None


def _shown(value: str, currency: str) -> str:
    amount = f"{Decimal(value):,.2f}".replace(",", " ").replace(".", ",")
    return f"{amount} {'kr' if currency == 'NOK' else currency}"
