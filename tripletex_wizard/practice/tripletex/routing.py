"""Which handler answers a method and path; `:` and `>` stand in paths, raw or encoded."""

from __future__ import annotations

from typing import NamedTuple

from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, MapAdapter, RequestRedirect, Rule

from tripletex_wizard.practice.tripletex import (
    company,
    credit_notes,
    customers,
    invoices,
    ledger,
    order_lines,
    orders,
    products,
    registers,
)
from tripletex_wizard.practice.tripletex.call import Handler
from tripletex_wizard.practice.tripletex.errors import RefusedError, not_allowed, not_found

BASE = "/v2"
SESSION_CREATE = "/token/session/:create"
SESSION_DELETE = "/token/session/<token>"
WHO_AM_I = "/token/session/>whoAmI"
WITH_LOGIN_ACCESS = "/company/>withLoginAccess"

SESSION_PATHS = {
    ("POST", SESSION_CREATE): "create",
    ("PUT", SESSION_CREATE): "create",
    ("DELETE", SESSION_DELETE): "delete",
    ("GET", WHO_AM_I): "who_am_i",
    ("GET", WITH_LOGIN_ACCESS): "clients",
}
HANDLERS = {
    **company.ROUTES,
    **registers.ROUTES,
    **customers.ROUTES,
    **products.ROUTES,
    **orders.ROUTES,
    **order_lines.ROUTES,
    **invoices.ROUTES,
    **credit_notes.ROUTES,
    **ledger.ROUTES,
}


class Route(NamedTuple):
    """Where a request goes: to the session desk, or to a handler with an id."""

    session: str | None
    handler: Handler | None
    path_id: int
    token: str


def _adapter() -> MapAdapter:
    rules = [
        Rule(BASE + path, methods=[method], endpoint=(method, path))
        for method, path in (*SESSION_PATHS, *HANDLERS)
    ]
    return Map(rules, strict_slashes=False, redirect_defaults=False).bind("")


ADAPTER = _adapter()


def route(method: str, path: str) -> Route:
    """The route of a request; 404/6000, 400/4000 and 422/21000 as recorded."""
    try:
        endpoint, places = ADAPTER.match(path, method)
    except MethodNotAllowed:
        raise not_allowed() from None
    except (NotFound, RequestRedirect):
        raise not_found() from None
    if endpoint in SESSION_PATHS:
        return Route(SESSION_PATHS[endpoint], None, 0, places.get("token", ""))
    return Route(None, HANDLERS[endpoint], _whole(places.get("id", "0")), "")


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        message = f'Wrong data format! Expected number. For input string: "{text}"'
        raise RefusedError(422, 21000, message)
    return int(text)
