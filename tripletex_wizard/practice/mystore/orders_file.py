"""Order documents from a JSON file: whole documents, or sales in short."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tripletex_wizard.practice.mystore.document import (
    Document,
    Resource,
    ShapeError,
    checked_document,
)
from tripletex_wizard.practice.mystore.furnishing import COMPLETED, status_id
from tripletex_wizard.practice.mystore.present import TIME_FORMAT
from tripletex_wizard.practice.mystore.sale import (
    Address,
    Buyer,
    Sale,
    SaleLine,
    SaleTotal,
    document,
)

WHERE = re.compile(r"(.+?), (.+), (\d[\d ]*) (\D+), ([A-Z]{2})")
"""A customer in one line: name, street, postcode and place, country code."""

SOMEWHERE = Address("Testveien 1", "0170", "Oslo")


def read_orders(path: Path, *, now: datetime) -> list[Document]:
    """The documents of a file; ShapeError says what is wrong with it and where.

    The file holds a list of documents, one document, or an object with `orders` in short. A sale in
    short that has no dates was ordered the day before `now`.
    """
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ShapeError(path, f"cannot be read: {problem.strerror}") from problem
    except ValueError as problem:
        raise ShapeError(path, f"is not JSON: {problem}") from problem
    if isinstance(given, dict):
        given = given.get("orders", [given])
    if not isinstance(given, list):
        raise ShapeError(path, "holds no list of order documents")
    return [_read(each, f"{path}, order {place}", now) for place, each in enumerate(given, 1)]


def order_document(given: object, *, now: datetime) -> Document:
    """A whole document as it is, or the document of a sale in short."""
    if isinstance(given, dict) and "data" not in given and "lines" in given:
        return _from_short(given, now)
    return checked_document(given)


def _read(given: object, place: str, now: datetime) -> Document:
    try:
        return order_document(given, now=now)
    except ShapeError as problem:
        raise ShapeError(place, str(problem)) from problem


def _from_short(given: dict[str, Any], now: datetime) -> Document:
    try:
        return document(_sale(given, now))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ShapeError("the sale in short", f"is incomplete: {problem!r}") from problem


def _sale(given: dict[str, Any], now: datetime) -> Sale:
    created = _moment(given.get("created_at")) or now - timedelta(days=1)
    name = given.get("status", "Sendt")
    status = status_id(name)
    finished = _moment(given.get("finished_at"))
    if "finished_at" not in given and status == COMPLETED:
        finished = created + timedelta(hours=4)
    return Sale(
        id=str(given["id"]),
        buyer=_buyer(given),
        payment_module=given["payment_module"],
        payment_method=given["payment_method"],
        created_at=created,
        finished_at=finished,
        updated_at=_moment(given.get("updated_at")),
        status=status or f"9{given['id']}",
        status_resource=None if status else _own_status(f"9{given['id']}", name),
        currency=given.get("currency", "NOK"),
        shipping_method=given.get("shipping_method", ""),
        lines=tuple(
            SaleLine(line["sku"], line["name"], line["price"], line["tax"], line["quantity"])
            for line in given["lines"]
        ),
        totals=tuple(
            SaleTotal(row["class"], row["title"], row["value"]) for row in given["totals"]
        ),
    )


def _buyer(given: dict[str, Any]) -> Buyer:
    customer = given.get("customer", "Testkunde Prøve")
    found = WHERE.fullmatch(customer or "")
    name = found[1] if found else customer or "Gjest Prøve"
    organisation = given.get("org") or ""
    guest = "customer" in given and customer is None
    return Buyer(
        name=name,
        address=Address(found[2], found[3], found[4], found[5]) if found else SOMEWHERE,
        email=given.get("email", f"kunde{given['id']}@example.com"),
        company=given.get("company") or (name if organisation else ""),
        organisation_number=organisation,
        customer_id=None if guest else str(given.get("customer_id", f"3{given['id']}")),
    )


def _own_status(status: str, name: str) -> Resource:
    return {"type": "order-status", "id": status, "attributes": {"name": {"no": name}}}


def _moment(text: str | None) -> datetime | None:
    return datetime.strptime(text, TIME_FORMAT) if text else None  # noqa: DTZ007 -- shop time
