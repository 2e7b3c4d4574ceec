"""What a real shop's answers look like: about a dozen reads, no one's data (mystore-api.md §9)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from tripletex_wizard.adapters.mystore.assembly import OrderAssembly
from tripletex_wizard.adapters.mystore.connection import JSON_API, PLAIN_JSON, ShopConnection
from tripletex_wizard.adapters.mystore.convert import to_order
from tripletex_wizard.adapters.mystore.jsonapi import Included, condition, decoded, parsed
from tripletex_wizard.adapters.mystore.masking import masked
from tripletex_wizard.adapters.mystore.order_list import FILTERS, PARTS
from tripletex_wizard.adapters.mystore.wire import ListDocument, Reference, Resource
from tripletex_wizard.domain.errors import AnswerNotUnderstood, AppError, Code, RemoteUnavailable
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, PriceBasis
from tripletex_wizard.domain.prices import goods_total, gross_of_line

Findings = dict[str, Any]

PLAIN = ("settings", "payment", "shipping")
LISTS = ("order-status", "tax-classes")
NESTED = ("order-products", "order-totals", "order-status-history", "order-tags")
ONE = {"page[size]": "1"}
LONG_AGO = "2000-01-01 00:00:00"


def diagnose(connection: ShopConnection) -> Findings:
    """Key names with type and length of their values, and what the shop can and cannot do.

    Ready for JSON; holds no token, name, address, amount or id. Raises CredentialsRejected and
    RemoteUnavailable; every other refusal is a finding.
    """
    reader = _Reader(connection)
    for path in PLAIN:
        reader.read(path, accept=PLAIN_JSON)
    for path in LISTS:
        reader.read(path)
    order = _first_order(reader.read("orders", ONE))
    findings = {"token": _token(connection), **_abilities(reader)}
    if order:
        _read_parts(reader, order)
        findings |= _order_findings(connection, reader, order)
    return {"findings": findings, "answers": reader.answers}


class _Reader:
    """Keeps the shape of every answer, and the resources that came."""

    def __init__(self, connection: ShopConnection) -> None:
        self._connection = connection
        self.answers: Findings = {}
        self.resources: list[Resource] = []

    def read(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        accept: str = JSON_API,
        shown: str = "",
    ) -> Findings | None:
        """The document answered, None when there is none; `shown` stands for a path with ids."""
        try:
            answer = self._connection.answer(path, query or {}, accept)
            status, value = answer.status, decoded(answer.body, path)
        except AnswerNotUnderstood:
            self.answers[shown or path] = {"problem": "not JSON"}
            return None
        except RemoteUnavailable as problem:
            if problem.problem.code is not Code.SERVER_FAILED:
                raise
            self.answers[shown or path] = {"problem": problem.problem.code.value}
            return None
        self.answers[shown or path] = {"status": status, "content": masked(value)}
        if status != HTTPStatus.OK or not isinstance(value, dict):
            return None
        self._keep(value)
        return value

    def _keep(self, value: Any) -> None:
        try:
            page = parsed(ListDocument, value, "")
        except AnswerNotUnderstood:
            return
        self.resources += [*page.data, *(page.included or ())]


def _first_order(value: Findings | None) -> Resource | None:
    try:
        orders = parsed(ListDocument, value, "orders").data
    except AnswerNotUnderstood:
        return None
    return orders[0] if orders and orders[0].type == "orders" else None


def _token(connection: ShopConnection) -> Findings:
    claims = connection.claims
    return {
        "expires": claims.expires.date().isoformat() if claims.expires else None,
        "scopes": sorted(claims.scopes or ()),
        "missing_permissions": list(claims.missing_permissions()),
    }


def _abilities(reader: _Reader) -> Findings:
    """Each thing that lists are asked for, alone."""
    compound = reader.read("orders", {**ONE, "include": ",".join(PARTS)}, shown="orders, include")
    return {
        "include": _include(compound),
        **{f"filter {name}": _filters(reader, name) for name in FILTERS},
        "sort": _accepts(reader, "orders, sort", {"sort": "id"}),
    }


def _filters(reader: _Reader, path: str) -> str:
    return _accepts(reader, f"orders, {path}", condition("since", path, "gte", LONG_AGO))


def _include(compound: Findings | None) -> str:
    if compound is None:
        return "refused"
    return "supported" if compound.get("included") else "without effect"


def _accepts(reader: _Reader, shown: str, query: Mapping[str, str]) -> str:
    found = reader.read("orders", {**ONE, **query}, shown=shown)
    if found is None:
        return "refused"
    return "accepted" if found.get("data") else "accepted, finds nothing"


def _read_parts(reader: _Reader, order: Resource) -> None:
    for kind in NESTED:
        reader.read(f"orders/{order.id}/{kind}", shown=f"orders/(id)/{kind}")
    customer: Reference | None = order.one("customer")
    if customer:
        reader.read(f"customers/{customer.id}", shown="customers/(id)")


def _order_findings(connection: ShopConnection, reader: _Reader, resource: Resource) -> Findings:
    """Whether the order can be read, and by which readings of its prices its lines add up."""
    try:
        parts = OrderAssembly(connection).complete(resource, Included(reader.resources))
        order = to_order(parts)
    except AppError as problem:
        return {"order": problem.problem.code.value}
    if not isinstance(order, Order):
        attribute = order.problem.params.get("attribute")
        return {"order": f"{order.problem.code.value} {attribute or ''}".strip()}
    return {"order": "readable", "price_basis": _price_basis(order)}


def _price_basis(order: Order) -> list[str]:
    wanted, currency = goods_total(order), order.currency
    return [
        basis.value
        for basis in PriceBasis
        if Money.sum((gross_of_line(line, basis, currency) for line in order.lines), currency)
        == wanted
    ]
