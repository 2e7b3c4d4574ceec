"""A shop token, a clock and one order's resources, as Mystore may send them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import jwt

from tripletex_wizard.adapters.mystore.convert import OrderParts
from tripletex_wizard.adapters.mystore.jsonapi import Included
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.secret import Secret

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=OSLO)
SHOP = "garnboden"
URL = "https://api.mystore.no"
ROOT = f"{URL}/shops/{SHOP}"
SCOPES = (
    *("read:orders", "read:order-products", "read:order-totals", "read:order-status"),
    *("read:customers", "read:settings", "read:payment"),
)

Json = dict[str, Any]


def token_of(**claims: object) -> Secret:
    """A token with believable claims; None takes one away."""
    usual = {
        "aud": "1",
        "jti": "c0ffee",
        "exp": int((NOON + timedelta(days=3650)).timestamp()),
        "sub": f"{SHOP}_17",
        "scopes": list(SCOPES),
        "no_mystore_hosts": [SHOP],
    }
    given = {name: value for name, value in {**usual, **claims}.items() if value is not None}
    return Secret(jwt.encode(given, "a key that nobody checks, only long", algorithm="HS256"))


def reference(kind: str, number: int | str) -> Json:
    return {"type": kind, "id": str(number)}


def resource(kind: str, number: int | str, **attributes: object) -> Json:
    return {"type": kind, "id": str(number), "attributes": attributes, "relationships": {}}


def address(prefix: str, name: str, **parts: str) -> Json:
    usual = {
        "name": name,
        "company": "",
        "address": "Fjellgata 4",
        "zipcode": "6002",
        "city": "Ålesund",
        "country": "Norway",
    }
    return {f"{prefix}_address_{part}": value for part, value in (usual | parts).items()}


def order_document(number: int = 7001) -> Json:
    """Two skeins at 79,00 and a book at 199,00 with freight 49,00: paid 406,00."""
    lines = [
        resource("order-products", number * 10 + 1, name="Alpakka, mose", sku="ALP-9"),
        resource("order-products", number * 10 + 2, name="Vottebok", sku="BOK-7"),
    ]
    lines[0]["attributes"] |= {"price": "63.2000", "tax": "25.0000", "quantity": 2}
    lines[1]["attributes"] |= {"price": "199.0000", "tax": "0.0000", "quantity": 1}
    totals = [
        resource("order-totals", number * 10 + place, title=title, value=value)
        for place, (title, value) in enumerate(
            (("Delsum", "357.0000"), ("Posten", "49.0000"), ("Totalt", "406.0000"))
        )
    ]
    for row, kind in zip(totals, ("ot_subtotal", "ot_shipping", "ot_total"), strict=True):
        row["attributes"]["class"] = kind
    order = resource(
        "orders",
        number,
        **address("customer", "Åse Prøve"),
        **address("shipping", "Åse Prøve"),
        **address("billing", "Åse Prøve"),
        customer_address_phone="40000000",
        customer_address_email="ase@example.com",
        payment_method="Vipps",
        payment_module="vipps",
        currency="NOK",
        created_at="2026-11-18 08:15:00",
        updated_at="2026-11-20 10:30:00",
        finished_at="2026-11-20 10:30:00",
    )
    order["relationships"] = {
        "customer": {"data": reference("customers", 212)},
        "order-status": {"data": reference("order-status", 3)},
        "order-products": {"data": [reference("order-products", each["id"]) for each in lines]},
        "order-totals": {"data": [reference("order-totals", each["id"]) for each in totals]},
    }
    return {
        "data": order,
        "included": [
            resource("customers", 212, name="Åse", lastname="Prøve", email="butikk@example.com"),
            resource("order-status", 3, name={"no": "Sendt", "en": "Sent"}),
            *lines,
            *totals,
        ],
    }


def included(document: Json, kind: str) -> list[Json]:
    return [each for each in document["included"] if each["type"] == kind]


def line(document: Json, place: int = 0) -> Json:
    """The attributes of a line, to be changed."""
    found: Json = included(document, "order-products")[place]["attributes"]
    return found


def parts_of(document: Json) -> OrderParts:
    """The document's parts, its JSON read with exact numbers as the client reads it."""
    exact = json.loads(json.dumps(document), parse_float=Decimal)
    order = Resource.model_validate(exact["data"])
    rest = Included(Resource.model_validate(each) for each in exact["included"])
    return OrderParts(
        order=order,
        lines=rest.parts(order, "order-products"),
        totals=rest.parts(order, "order-totals"),
        customer=rest.one(order, "customer"),
        status=rest.one(order, "order-status"),
    )
