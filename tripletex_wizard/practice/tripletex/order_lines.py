"""Lines put on an order after it was made."""

from __future__ import annotations

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call, Routes, batch
from tripletex_wizard.practice.tripletex.errors import rule
from tripletex_wizard.practice.tripletex.lines import make_line
from tripletex_wizard.practice.tripletex.orders import add_lines
from tripletex_wizard.practice.tripletex.store import Record


def create_order_line(call: Call) -> Answer:
    """POST /order/orderline."""
    return call.one("orderLine", add_line(call.books, call.body("orderLine", creating=True)), 201)


def create_order_lines(call: Call) -> Answer:
    """POST /order/orderline/list."""
    return batch(call, "orderLine", lambda item: add_line(call.books, item))


def add_line(books: Books, body: Record) -> Record:
    """A line on an existing order; the product's price when none is given [OBS]."""
    order = books.store.get("order", (body.get("order") or {}).get("id") or 0)
    if order["_invoiced"]:
        raise rule("order_invoiced_locked")
    with_vat, currency = order["isPrioritizeAmountsIncludingVat"], order["currency"]
    draft = make_line(books, body, with_vat=with_vat, currency=currency, price_of_product=True)
    refs = add_lines(books, order, [draft])
    books.store.change("order", order["id"], {"orderLines": refs})
    return books.store.get("orderLine", max(ref.id for ref in refs))


def read_order_line(call: Call) -> Answer:
    """GET /order/orderline/{id}."""
    return call.read("orderLine", call.books.store.get("orderLine", call.path_id))


ROUTES: Routes = {
    ("POST", "/order/orderline"): create_order_line,
    ("POST", "/order/orderline/list"): create_order_lines,
    ("GET", "/order/orderline/<id>"): read_order_line,
}
