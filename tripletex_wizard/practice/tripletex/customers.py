"""Customers: their number series, addresses, and what is refused."""

from __future__ import annotations

import re
from typing import Any

from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.blanks import blank_customer, new_address
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import (
    Answer,
    Call,
    Routes,
    batch,
    check_version,
    writable,
)
from tripletex_wizard.practice.tripletex.errors import (
    Problem,
    RefusedError,
    duplicate,
    invalid,
    malformed,
    rule,
)
from tripletex_wizard.practice.tripletex.render import ALL, Selection
from tripletex_wizard.practice.tripletex.store import Record, Ref

EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
EMAIL_FIELDS = ("email", "invoiceEmail", "overdueNoticeEmail")
ADDRESSES = {
    "postalAddress": "address",
    "physicalAddress": "address",
    "deliveryAddress": "deliveryAddress",
}


def create_customer(call: Call) -> Answer:
    """POST /customer; addresses that were sent are answered in full [OBS]."""
    body = call.body("customer", creating=True)
    customer = make_customer(call.books, body)
    return call.one("customer", customer, 201, _sent_addresses(body))


def create_customers(call: Call) -> Answer:
    """POST /customer/list."""
    return batch(call, "customer", lambda item: make_customer(call.books, item))


def update_customer(call: Call) -> Answer:
    """PUT /customer/{id}: only the fields that are sent are changed [OBS]."""
    books = call.books
    customer = books.store.get("customer", call.path_id)
    body = call.body("customer", creating=False)
    check_version(customer, body)
    _check(books, {**customer, **body}, body, customer)
    changes = {**writable("customer", body), **_addresses(books, body, customer)}
    if body.get("currency"):
        changes["currency"] = Ref("currency", body["currency"]["id"])
    changes["displayName"] = _display_name({**customer, **changes})
    changed = books.store.change("customer", customer["id"], changes)
    return call.one("customer", changed, expanded=_sent_addresses(body))


def make_customer(books: Books, body: Record) -> Record:
    """A new customer with the defaults that were recorded."""
    _check(books, body, body, None)
    number = body.get("customerNumber") or books.take_number(
        "next_customer_number", lambda n: _is_taken(books, n)
    )
    customer = {**blank_customer(books), **writable("customer", body), "customerNumber": number}
    customer["displayName"] = _display_name(customer)
    if body.get("currency"):
        customer["currency"] = Ref("currency", body["currency"]["id"])
    for name in ("postalAddress", "physicalAddress"):
        body = {**body, name: body.get(name) or {}}
    customer |= _addresses(books, body, None)
    return books.store.add("customer", customer, version=1)


def _display_name(customer: Record) -> str:
    return f"{customer['name']} ({customer['customerNumber']})"


def _sent_addresses(body: Record) -> dict[str, Selection]:
    return {name: ALL for name in ADDRESSES if body.get(name)}


def _addresses(books: Books, body: Record, old: Record | None) -> Record:
    changes: Record = {}
    for name, kind in ADDRESSES.items():
        sent = body.get(name)
        if sent is None:
            continue
        known = old[name] if old is not None else None
        changes[name] = save_address(books, kind, sent, known)
    return changes


def save_address(books: Books, kind: str, sent: Record, known: Ref | None) -> Ref:
    """A new address, or changes to a known one."""
    given = {key: value for key, value in sent.items() if key not in {"id", "version", "url"}}
    if kind == "deliveryAddress":
        if not given.get("name") and not given.get("customerVendor"):
            raise rule("delivery_name", "deliveryAddress.name")
        given.pop("customerVendor", None)
    if known is None:
        return Ref(kind, books.store.add(kind, new_address(**given))["id"])
    old = books.store.get(kind, known.id)
    country = {"country": {"id": old["country"].id}}
    kept = {key: old[key] for key in ("addressLine1", "addressLine2", "postalCode", "city")}
    books.store.change(kind, known.id, new_address(**{**kept, **country, **given}))
    return known


def _check(books: Books, customer: Record, body: Record, old: Record | None) -> None:
    _check_emails(body)
    _check_organization_number(body)
    _check_send_method(books, customer, body)
    number = body.get("customerNumber")
    if number and (old is None or number != old["customerNumber"]) and _is_taken(books, number):
        raise _taken(books.switches["taken_customer_number"])


def _check_emails(body: Record) -> None:
    bad = [name for name in EMAIL_FIELDS if body.get(name) and not _is_email(body[name], name)]
    if bad:
        raise malformed([Problem(name, "email", f"null.{name}") for name in bad])


def _is_email(value: str, name: str) -> bool:
    several = value.split(";") if name == "invoiceEmail" else [value]
    return all(EMAIL.fullmatch(part.strip()) for part in several)


def _check_organization_number(body: Record) -> None:
    number = body.get("organizationNumber")
    if not number:
        return
    address: Any = body.get("physicalAddress") or {}
    country = (address.get("country") or {"id": chart.NORWAY})["id"]
    if country == chart.NORWAY and not re.fullmatch(r"\d{9}", number):
        raise malformed([Problem("organizationNumber", "organization_number")])


def _check_send_method(books: Books, customer: Record, body: Record) -> None:
    always = books.switches["card_send_method"] == "always"
    method = (customer if always else body).get("invoiceSendMethod")
    number = customer.get("organizationNumber") or ""
    if method == "EHF" and number not in books.settings.ehf_receivers:
        raise rule("ehf", "invoiceSendMethod")
    known = books.settings.efaktura_receivers
    if method == "EFAKTURA" and (customer.get("email") or "") not in known:
        raise rule("efaktura", "invoiceSendMethod")


def _is_taken(books: Books, number: int) -> bool:
    if number in books.settings.supplier_numbers:
        return True
    return any(row["customerNumber"] == number for row in books.store.all("customer"))


def _taken(shape: str) -> RefusedError:
    match shape:
        case "duplicate":
            return duplicate()
        case "exists":
            return RefusedError(409, 7000, "Object exists")
        case _:
            return invalid(Problem("customerNumber", "number_in_use"))


def delete_customer(call: Call) -> Answer:
    """DELETE /customer/{id}; refused while the customer has orders."""
    customer = call.books.store.get("customer", call.path_id)
    if any(row["customer"].id == customer["id"] for row in call.books.store.all("order")):
        raise rule("customer_used")
    call.books.store.remove("customer", customer["id"])
    return Answer(204, None)


def read_customer(call: Call) -> Answer:
    """GET /customer/{id}."""
    return call.read("customer", call.books.store.get("customer", call.path_id))


def list_customers(call: Call) -> Answer:
    """GET /customer: exact on numbers and e-mails; there is no `name` parameter [S, OBS]."""
    query = call.query
    sorting = query.text("sorting") or ""
    if "customerNumber" in sorting and call.books.switches["sort_customer_number"] == "refused":
        message = "Field specified for use in sorting does not exist: 'customerNumber'"
        raise RefusedError(422, 17000, message, problems=[])
    ids, numbers = query.ids("id"), query.ids("customerAccountNumber")
    inactive = query.flag("isInactive", default=False)
    found = [
        row
        for row in call.listed("customer")
        if (ids is None or row["id"] in ids)
        and (numbers is None or row["customerNumber"] in numbers)
        and row["isInactive"] == inactive
        and _matches(call, row)
    ]
    return call.page("customer", found)


def _matches(call: Call, row: Record) -> bool:
    for field in ("organizationNumber", "email", "invoiceEmail", "phoneNumberMobile"):
        wanted = call.query.text(field)
        if wanted is not None and row[field].lower() != wanted.lower():
            return False
    name = call.query.text("customerName") or ""
    return name.lower() in row["name"].lower()


ROUTES: Routes = {
    ("GET", "/customer"): list_customers,
    ("POST", "/customer"): create_customer,
    ("POST", "/customer/list"): create_customers,
    ("GET", "/customer/<id>"): read_customer,
    ("PUT", "/customer/<id>"): update_customer,
    ("DELETE", "/customer/<id>"): delete_customer,
}
