"""Order documents as the shop's API gives them, finished two days ago unless told otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

Document = dict[str, Any]

OSLO = ZoneInfo("Europe/Oslo")
SENT = "3"


class Line(NamedTuple):
    """An article; `price` is without VAT, `tax` in per cent."""

    sku: str
    name: str
    price: str
    tax: str
    quantity: int | str = 1


class Total(NamedTuple):
    """A row of the totals, VAT included."""

    kind: str
    title: str
    value: str


class Buyer(NamedTuple):
    """Who ordered. `id` None is a guest; `country` is in the shop's own words."""

    id: str | None
    name: str
    street: str = "Nedre Allé 4"
    zipcode: str = "5052"
    city: str = "Bergen"
    country: str = "Norway"
    email: str = "oda@example.com"
    company: str = ""
    organization_number: str = ""


ODA = Buyer("7001", "Oda Prøvekunde")
YARN = Line("ULL-7", "Ullgarn, lyng", "79.2000", "25.0000", 2)  # 198.00
BOOK = Line("BOK-9", "Mønsterbok", "249.0000", "0.0000")
TEA = Line("TE-1", "Urtete", "39.1304", "15.0000")  # 45.00
FREIGHT = Total("ot_shipping", "Hentested", "59.0000")
VIPPS = ("vipps", "Vipps")
CARD = ("adyen", "Kort")
INVOICE = ("invoice", "Faktura")
MAILED_INVOICE = ("invoice_mailed", "Faktura på e-post")


def days_ago(days: float) -> str:
    """A time of the shop, without zone."""
    return f"{datetime.now(OSLO) - timedelta(days=days):%Y-%m-%d %H:%M:%S}"


def an_order(
    number: str = "20101",
    lines: Sequence[Line] = (YARN,),
    extra: Sequence[Total] = (),
    *,
    total: str | None = None,
    method: tuple[str, str] = VIPPS,
    buyer: Buyer = ODA,
    finished: str | None = "",
    status: str = SENT,
    currency: str = "NOK",
) -> Document:
    """A document; the total is that of lines and `extra` unless told otherwise."""
    goods = sum((_gross(line) for line in lines), Decimal(0))
    paid = goods + sum((Decimal(row.value) for row in extra), Decimal(0))
    rows = (
        Total("ot_subtotal", "Delsum", f"{goods:.4f}"),
        *extra,
        Total("ot_total", "Totalsum", total or f"{paid:.4f}"),
    )
    times = {"created_at": days_ago(3), "updated_at": days_ago(2)}
    return {
        "data": {
            "type": "orders",
            "id": number,
            "attributes": {
                **_addresses(buyer),
                "payment_module": method[0],
                "payment_method": method[1],
                "shipping_method": "Hentested",
                "tracking_number": "",
                "currency": currency,
                **times,
                "finished_at": days_ago(2) if finished == "" else finished,
            },
            "relationships": {
                "customer": {"data": {"type": "customers", "id": buyer.id} if buyer.id else None},
                "order-status": {"data": {"type": "order-status", "id": status}},
                "order-products": _references("order-products", number, len(lines)),
                "order-totals": _references("order-totals", number, len(rows)),
            },
        },
        "included": [
            *([_customer(buyer)] if buyer.id else []),
            *(_part("order-products", number, at, _article(row)) for at, row in enumerate(lines)),
            *(_part("order-totals", number, at, _total(at, row)) for at, row in enumerate(rows)),
        ],
    }


def _gross(line: Line) -> Decimal:
    with_vat = Decimal(line.price) * (100 + Decimal(line.tax)) / 100
    return (with_vat * Decimal(line.quantity)).quantize(Decimal("0.01"))


def _addresses(buyer: Buyer) -> Document:
    parts = {
        "name": buyer.name,
        "company": buyer.company,
        "address": buyer.street,
        "zipcode": buyer.zipcode,
        "city": buyer.city,
        "country": buyer.country,
    }
    kinds = ("customer_address", "shipping_address", "billing_address")
    addresses = {f"{kind}_{part}": text for kind in kinds for part, text in parts.items()}
    return {
        **addresses,
        "customer_address_email": buyer.email,
        "customer_address_phone": "90000001",
    }


def _customer(buyer: Buyer) -> Document:
    first, _, last = buyer.name.partition(" ")
    attributes = {
        "name": first,
        "lastname": last,
        "email": buyer.email,
        "organization_number": buyer.organization_number,
        "address_company": buyer.company,
    }
    return {"type": "customers", "id": buyer.id, "attributes": attributes}


def _article(line: Line) -> Document:
    return line._asdict()


def _total(place: int, row: Total) -> Document:
    return {"class": row.kind, "title": row.title, "value": row.value, "sort_order": place + 1}


def _part(kind: str, number: str, place: int, attributes: Document) -> Document:
    return {
        "type": kind,
        "id": f"{number}{place:02}",
        "attributes": attributes,
        "relationships": {"order": {"data": {"type": "orders", "id": number}}},
    }


def _references(kind: str, number: str, count: int) -> Document:
    return {"data": [{"type": kind, "id": f"{number}{place:02}"} for place in range(count)]}
