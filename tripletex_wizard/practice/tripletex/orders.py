"""Orders: the number series shared with projects, the lines, and what is refused."""

from __future__ import annotations

from tripletex_wizard.practice.tripletex.blanks import NOK, blank_order
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import (
    Answer,
    Call,
    Routes,
    batch,
    check_version,
    writable,
)
from tripletex_wizard.practice.tripletex.customers import save_address
from tripletex_wizard.practice.tripletex.drafts import preview
from tripletex_wizard.practice.tripletex.errors import Problem, duplicate, invalid, rule
from tripletex_wizard.practice.tripletex.lines import arranged, make_line
from tripletex_wizard.practice.tripletex.store import Record, Ref

BATCH_LIMIT = 100
REFERENCES = {"contact": "contact", "attn": "contact", "department": "department"}


def create_order(call: Call) -> Answer:
    """POST /order; the answer has no lines even when they were stored [OBS]."""
    body = call.body("order", creating=True)
    order = make_order(call.books, body)
    return call.one("order", {**order, "orderLines": []}, 201)


def create_orders(call: Call) -> Answer:
    """POST /order/list, at most 100."""

    def make(body: Record) -> Record:
        return {**make_order(call.books, body), "orderLines": []}

    return batch(call, "order", make, BATCH_LIMIT)


def make_order(books: Books, body: Record) -> Record:
    """A new order with its lines and its draft invoice; nothing is stored when it is refused."""
    customer = _customer(books, body)
    number = _number(books, body.get("number"), None)
    with_vat = body.get("isPrioritizeAmountsIncludingVat")
    if with_vat is None:
        with_vat = books.settings.prices_include_vat
    currency = Ref("currency", body["currency"]["id"]) if body.get("currency") else NOK
    books.store.get("currency", currency.id)
    sent = body.get("orderLines") or []
    drafts = [make_line(books, line, with_vat=with_vat, currency=currency) for line in sent]
    order = {**blank_order(books, customer), **writable("order", body), "number": number}
    order |= _references(books, body) | {"currency": currency}
    order |= {"isPrioritizeAmountsIncludingVat": with_vat, "displayName": f"{number} Ordre"}
    order = books.store.add("order", {**order, "customer": Ref("customer", customer["id"])})
    return _with_lines(books, order, drafts)


def _with_lines(books: Books, order: Record, drafts: list[Record]) -> Record:
    order["orderLines"] = add_lines(books, order, drafts)  # nobody has seen this record yet
    draft = books.store.add("invoice", preview(books, order), version=2)
    order["preliminaryInvoice"] = Ref("invoice", draft["id"])
    return order


def add_lines(books: Books, order: Record, drafts: list[Record]) -> list[Ref]:
    """Store lines for an order and return references to them, arranged."""
    owner = Ref("order", order["id"])
    made = [books.store.add("orderLine", {**draft, "order": owner}) for draft in drafts]
    known = [books.store.get("orderLine", ref.id) for ref in order.get("orderLines", [])]
    return arranged(books, known + made, order["orderLineSorting"])


def _customer(books: Books, body: Record) -> Record:
    id_ = body["customer"].get("id")
    customer = books.store.find("customer", id_) if id_ is not None else None
    if customer is None:
        problem = Problem("Internt felt (customerId)", "customer_unknown", places={"id": id_})
        raise invalid(problem)
    return customer


def _number(books: Books, wanted: str | None, order_id: int | None) -> str:
    taken = {row["number"] for row in books.store.all("project")}
    taken |= {row["number"] for row in books.store.all("order") if row["id"] != order_id}
    if not wanted:
        return str(books.take_number("next_order_number", lambda n: str(n) in taken))
    if books.switches["order_number_text"] == "digits_only" and not wanted.isdigit():
        raise rule("digits_only", "number")
    if wanted in taken:
        if books.switches["taken_order_number"] == "duplicate":
            raise duplicate()
        raise rule("order_number", "number")
    return wanted


def _references(books: Books, body: Record) -> Record:
    found: Record = {
        key: Ref(kind, books.store.get(kind, body[key]["id"])["id"])
        for key, kind in REFERENCES.items()
        if body.get(key)
    }
    if body.get("deliveryAddress"):
        address = body["deliveryAddress"]
        found["deliveryAddress"] = save_address(books, "deliveryAddress", address, None)
    return found


def update_order(call: Call) -> Answer:
    """PUT /order/{id}: only what is sent; lines only with `updateLinesAndGroups` [S]."""
    books = call.books
    order = books.store.get("order", call.path_id)
    body = call.body("order", creating=False)
    check_version(order, body)
    changes = {**writable("order", body), **_references(books, body)}
    if body.get("number"):
        changes["number"] = _number(books, body["number"], order["id"])
        changes["displayName"] = f"{body['number']} Ordre"
    if body.get("orderLines") and call.query.flag("updateLinesAndGroups"):
        changes["orderLines"] = _new_lines(books, order, body["orderLines"])
    return call.one("order", books.store.change("order", order["id"], changes))


def _new_lines(books: Books, order: Record, sent: list[Record]) -> list[Ref]:
    if order["_invoiced"]:
        raise rule("order_invoiced_locked")
    with_vat, currency = order["isPrioritizeAmountsIncludingVat"], order["currency"]
    drafts = [make_line(books, line, with_vat=with_vat, currency=currency) for line in sent]
    return add_lines(books, {**order, "orderLines": []}, drafts)


def delete_order(call: Call) -> Answer:
    """DELETE /order/{id}; refused when it is invoiced."""
    order = call.books.store.get("order", call.path_id)
    if order["_invoiced"]:
        raise rule("invoiced_not_deletable")
    if order["preliminaryInvoice"] is not None:
        call.books.store.remove("invoice", order["preliminaryInvoice"].id)
    for line in order["orderLines"]:
        call.books.store.remove("orderLine", line.id)
    call.books.store.remove("order", order["id"])
    return Answer(204, None)


def read_order(call: Call) -> Answer:
    """GET /order/{id}."""
    return call.read("order", call.books.store.get("order", call.path_id))


def list_orders(call: Call) -> Answer:
    """GET /order; `orderDateFrom` and `orderDateTo` are required, To is exclusive [S, OBS]."""
    query = call.query
    query.require("orderDateFrom", "orderDateTo")
    start, end = query.period("orderDate")
    ids, customers, closed = query.ids("id"), query.ids("customerId"), query.flag("isClosed")
    comment = query.text("deliveryComment") or ""
    found = [
        row
        for row in call.listed("order")
        if start.isoformat() <= row["orderDate"] < end.isoformat()
        and (ids is None or row["id"] in ids)
        and (customers is None or row["customer"].id in customers)
        and (closed is None or row["isClosed"] == closed)
        and comment in row["deliveryComment"]
        and _has_number(call, row["number"])
    ]
    return call.page("order", found)


def _has_number(call: Call, number: str) -> bool:
    wanted = call.query.text("number")
    if wanted is None:
        return True
    if call.books.switches["order_number_filter"] == "contains":
        return wanted in number
    return wanted == number


ROUTES: Routes = {
    ("GET", "/order"): list_orders,
    ("POST", "/order"): create_order,
    ("POST", "/order/list"): create_orders,
    ("GET", "/order/<id>"): read_order,
    ("PUT", "/order/<id>"): update_order,
    ("DELETE", "/order/<id>"): delete_order,
}
