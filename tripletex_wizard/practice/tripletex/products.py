"""Products: unique names and numbers, prices from either side of VAT."""

from __future__ import annotations

from decimal import Decimal

from tripletex_wizard.practice.tripletex.amounts import HUNDRED
from tripletex_wizard.practice.tripletex.blanks import new_product
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import (
    Answer,
    Call,
    Routes,
    batch,
    check_version,
    writable,
)
from tripletex_wizard.practice.tripletex.errors import Problem, RefusedError, invalid
from tripletex_wizard.practice.tripletex.store import Record, Ref


def create_product(call: Call) -> Answer:
    """POST /product."""
    body = call.body("product", creating=True)
    return call.one("product", make_product(call.books, body), 201)


def create_products(call: Call) -> Answer:
    """POST /product/list."""
    return batch(call, "product", lambda item: make_product(call.books, item))


def make_product(books: Books, body: Record) -> Record:
    """A new product; VAT code 3 by default in a registered company [OBS]."""
    _check(books, body, None)
    vat_type = _vat_type(books, body)
    name, number = body["name"], body.get("number") or ""
    product = new_product(name=name, number=number, vat_type=Ref("vatType", vat_type["id"]))
    product |= writable("product", body) | _prices(body, vat_type["percentage"])
    product |= _references(body)
    return books.store.add("product", product)


def update_product(call: Call) -> Answer:
    """PUT /product/{id}: only the fields that are sent are changed [OBS]."""
    books = call.books
    product = books.store.get("product", call.path_id)
    body = call.body("product", creating=False)
    check_version(product, body)
    _check(books, {**product, **body}, product)
    changes = {**writable("product", body), **_references(body)}
    if body.get("vatType"):
        changes["vatType"] = Ref("vatType", _vat_type(books, body)["id"])
    after = {**product, **changes}
    changes["displayNumber"] = after["number"]
    changes["displayName"] = f"{after['number']} {after['name']}".strip()
    return call.one("product", books.store.change("product", product["id"], changes))


def _check(books: Books, body: Record, old: Record | None) -> None:
    problems = []
    name, number = body.get("name"), body.get("number")
    others = [row for row in books.store.all("product") if old is None or row["id"] != old["id"]]
    if not name:
        problems.append(Problem("name", "fill_in"))
    elif any(row["name"] == name for row in others):
        problems.append(Problem("name", "product_name", places={"name": name}))
    if number and any(row["number"] == number for row in others):
        problems.append(Problem("number", "product_number", places={"number": number}))
    if old is None and body.get("vatType"):
        problems += _vat_problems(books, body)
    if problems:
        raise invalid(*problems)


def _vat_problems(books: Books, body: Record) -> list[Problem]:
    try:
        vat_type = books.store.get("vatType", body["vatType"]["id"])
        books.check_line_vat(vat_type, "Internt felt (vatTypeId)")
    except RefusedError:
        return [Problem("Internt felt (vatTypeId)", "vat_code")]
    return []


def _vat_type(books: Books, body: Record) -> Record:
    if body.get("vatType"):
        vat_type = books.store.get("vatType", body["vatType"]["id"])
        books.check_line_vat(vat_type, "Internt felt (vatTypeId)")
        return vat_type
    return books.vat_type(books.outgoing_codes()[0])


def _prices(body: Record, rate: Decimal) -> Record:
    share = 1 + rate / HUNDRED
    net, gross = body.get("priceExcludingVatCurrency"), body.get("priceIncludingVatCurrency")
    if net is not None and gross is None:
        return {"priceIncludingVatCurrency": net * share}
    if gross is not None and net is None:
        return {"priceExcludingVatCurrency": gross / share}
    return {}


def _references(body: Record) -> Record:
    kinds = {"account": "account", "department": "department", "currency": "currency"}
    return {key: Ref(kind, body[key]["id"]) for key, kind in kinds.items() if body.get(key)}


def read_product(call: Call) -> Answer:
    """GET /product/{id}."""
    return call.read("product", call.books.store.get("product", call.path_id))


def list_products(call: Call) -> Answer:
    """GET /product; `number` takes whole numbers only [OBS], `productNumber` any text."""
    query = call.query
    _check_number(call)
    ids, number = query.ids("ids"), query.text("number")
    numbers, ean = query.texts("productNumber"), query.text("ean")
    name, inactive = (query.text("name") or "").lower(), query.flag("isInactive")
    found = [
        row
        for row in call.listed("product")
        if (ids is None or row["id"] in ids)
        and (number is None or row["number"] in number.split(","))
        and (not numbers or row["number"] in numbers)
        and (ean is None or row.get("ean") == ean)
        and name in row["name"].lower()
        and (inactive is None or row["isInactive"] == inactive)
    ]
    return call.page("product", found)


def _check_number(call: Call) -> None:
    number = call.query.text("number")
    if number is not None and not number.replace(",", "").isdigit():
        problem = Problem("number", "id_list")
        raise RefusedError(422, 15000, "Validation failed", problems=[problem])


ROUTES: Routes = {
    ("GET", "/product"): list_products,
    ("POST", "/product"): create_product,
    ("POST", "/product/list"): create_products,
    ("GET", "/product/<id>"): read_product,
    ("PUT", "/product/<id>"): update_product,
}
