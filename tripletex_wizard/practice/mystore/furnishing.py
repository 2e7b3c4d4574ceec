"""What every practice shop has before its first order: statuses, tax classes, modules, articles."""

from __future__ import annotations

from typing import Any

from tripletex_wizard.practice.mystore.document import Resource
from tripletex_wizard.practice.mystore.stock import ARTICLES, ex_vat

STANDARD, IN_PROGRESS, COMPLETED, CANCELLED, RETURNED = "1", "2", "3", "4", "5"

STATUSES = {
    STANDARD: ("Ikke behandlet", "Pending"),
    IN_PROGRESS: ("Under behandling", "Processing"),
    COMPLETED: ("Sendt", "Sent"),  # tagged Fullført: captures the payment [V1, S17]
    CANCELLED: ("Kansellert", "Cancelled"),
    RETURNED: ("Returnert", "Returned"),
}
TAX_CLASSES = {
    "1": ("Høy sats", "25.0000"),
    "2": ("Næringsmidler", "15.0000"),
    "3": ("Lav sats", "12.0000"),
    "4": ("Fritatt (bøker)", "0.0000"),
    "5": ("Råfisk", "11.1100"),
}
PAYMENT_MODULES = {  # Klarna Checkout is a full checkout and is not listed [V1, S1]
    "vipps": "Vipps",
    "adyen": "Kort",
    "invoice_enclosed": "Faktura vedlagt",
    "invoice": "Faktura",
    "gift_voucher": "Gavekort",
}
SHIPPING_MODULES = {
    "bring": "Bring - Pakke til hentested",
    "postnord": "PostNord - MyPack",
    "bring_mailbox": "Bring - Pakke i postkassen",
    "flat": "Fast frakt",
}
CAPTURING = ("vipps", "klarna_checkout", "adyen")
SETTINGS: dict[str, Any] = {
    "default_language": "no",
    "default_currency": "NOK",
    "store_name": "Fjord Garn",
    "full_image_cdn_base_url": "https://cdn.example.com/fjordgarn/images/",
}


def furnishing() -> list[Resource]:
    """The resources of an empty shop."""
    return [
        *(
            _resource("order-status", key, {"name": {"no": norwegian, "en": english}})
            for key, (norwegian, english) in STATUSES.items()
        ),
        *(
            _resource("tax-classes", key, {"title": title, "rate": rate})
            for key, (title, rate) in TAX_CLASSES.items()
        ),
        *(
            _resource("currencies", str(place), {"code": code})
            for place, code in enumerate(("NOK", "SEK"), start=1)
        ),
        _resource("languages", "1", {"code": "no", "name": "Norsk"}),
        *(
            _resource(
                "products",
                str(product_id),
                {
                    "name": {"no": article.name},
                    "sku": article.sku,
                    "price": ex_vat(article.gross, article.rate),
                    "quantity": 40,
                    "status": 1,
                },
            )
            for product_id, article in enumerate(ARTICLES, start=501)
        ),
    ]


def status_id(name: str) -> str | None:
    """The id of a default status by its Norwegian name."""
    return next((key for key, names in STATUSES.items() if names[0] == name), None)


def _resource(kind: str, resource_id: str, attributes: dict[str, Any]) -> Resource:
    return {"type": kind, "id": resource_id, "attributes": attributes, "relationships": {}}
