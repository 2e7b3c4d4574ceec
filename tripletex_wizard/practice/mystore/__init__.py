"""The practice Mystore: the REST API v2 of a webshop, as far as its facts are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.mystore import furnishing
from tripletex_wizard.practice.mystore.answers import Answers, Reading, plain
from tripletex_wizard.practice.mystore.document import Document, Resource, referred
from tripletex_wizard.practice.mystore.limit import RateLimit
from tripletex_wizard.practice.mystore.present import Presentation
from tripletex_wizard.practice.mystore.query import Query
from tripletex_wizard.practice.mystore.reads import Reads
from tripletex_wizard.practice.mystore.refusal import Refused, missing_scope, not_found
from tripletex_wizard.practice.mystore.selection import Selection
from tripletex_wizard.practice.mystore.shop import Shop
from tripletex_wizard.practice.mystore.token import (
    ALL_SCOPES,
    EXPIRED,
    LIFETIME,
    Claims,
    make_token,
    read_token,
)
from tripletex_wizard.practice.mystore.writes import Writes
from tripletex_wizard.practice.switches import Switches

CALLS_PER_MINUTE = 120  # [V1, S5]
FROM_THE_START = datetime.min.replace(tzinfo=UTC)


class MystoreApplication:
    """One shop's API; `now` gives aware datetimes, documents are served as they are given."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        switches: Switches,
        shop: str = "fjordgarn",
        documents: Iterable[Document] = (),
        calls_per_minute: int = CALLS_PER_MINUTE,
    ) -> None:
        self.shop = shop
        self.list_lag = timedelta()
        self._now = now
        self._switches = switches
        self._shop = Shop(shop, furnishing.furnishing())
        presentation = Presentation(self._shop, switches)
        self._answers = Answers(self._shop, presentation, switches)
        self._reads = Reads(
            self._shop,
            switches,
            selection=Selection(presentation, switches),
            answers=self._answers,
            orders=self._orders,
        )
        self._writes = Writes(self._shop, switches, now)
        self._limit = RateLimit(calls_per_minute)
        self._requests: list[dict[str, object]] = []
        for document in documents:
            self._shop.put_document(document, at=FROM_THE_START)
        self.token = self.make_token()

    def make_token(self, scopes: Iterable[str] = ALL_SCOPES, lifetime: timedelta = LIFETIME) -> str:
        """A token for this shop; a negative lifetime makes one that has expired."""
        return make_token(self.shop, now=self._now(), scopes=scopes, lifetime=lifetime)

    def put_order(self, document: Document) -> None:
        """Add an order, or edit the one with its id, as the shop's own staff would."""
        self._shop.put_document(document, at=self._now())

    def respond(self, request: Request) -> Response:
        """Answer one request and record it, without its token."""
        try:
            response = self._answer(request)
        except Refused as refusal:
            response = refusal.response()
        self._requests.append(
            {
                "method": request.method,
                "path": request.path,
                "query": request.query_string.decode(),
                "status": response.status_code,
            }
        )
        return response

    def state(self) -> dict[str, object]:
        """All that the shop holds and has caused."""
        return {
            "shop": self.shop,
            "orders": [self._summary(order) for order in self._shop.all("orders")],
            "customers": self._shop.all("customers"),
            "order-status-history": self._shop.all("order-status-history"),
            "order-tags": self._shop.all("order-tags"),
            "emails": list(self._shop.emails),
            "captures": list(self._shop.captures),
            "requests": list(self._requests),
        }

    def _summary(self, order: Resource) -> dict[str, object]:
        status = next((ref["id"] for ref in referred(order, "order-status")), None)
        rows = self._shop.related(order, "order-totals")
        paid = [row for row in rows if row["attributes"].get("class") == "ot_total"]
        return {
            "id": order["id"],
            "status": status,
            "total": paid[0]["attributes"].get("value") if paid else None,
            **{
                name: order["attributes"].get(name)
                for name in (
                    "payment_module",
                    "currency",
                    "created_at",
                    "updated_at",
                    "finished_at",
                )
            },
        }

    def _answer(self, request: Request) -> Response:
        root, _, rest = request.path.strip("/").partition("/")
        shop, _, rest = rest.partition("/")
        if root != "shops" or shop != self.shop:
            raise not_found()
        claims = self._admit(request)
        match [request.method, *rest.split("/")]:
            case ["GET", *parts]:
                return self._reads.answer(request, claims, parts)
            case ["PATCH", "orders", order_id]:
                _may_write(claims, "orders")
                order = self._writes.patch_order(self._order(order_id), _body(request))
                return self._answers.single(Reading(request, Query(), claims), order)
            case ["PATCH", "orders", order_id, "complete"]:
                _may_write(claims, "orders")
                self._writes.complete(self._order(order_id))
                return plain({"success": True})
            case ["POST", "order-status-history"]:
                _may_write(claims, "order-status-history")
                made = self._writes.create_history(_body(request))
                return self._answers.made(request, made)
            case ["POST", "order-tags"]:
                _may_write(claims, "order-tags")
                return self._answers.made(request, self._writes.create_tag(_body(request)))
            case _:
                raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "The method is not allowed here.")

    def _admit(self, request: Request) -> Claims:
        claims = read_token(request.headers.get("Authorization", ""), now=self._now())
        if claims is None or claims.shop != self.shop:
            old = self._switches["expired_status"] == "403"
            raise Refused(HTTPStatus.FORBIDDEN if old else HTTPStatus.UNAUTHORIZED, EXPIRED)
        tell_when = self._switches["retry_after"] == "sent"
        self._limit.count(claims.jti, now=self._now(), tell_when=tell_when)
        return claims

    def _orders(self) -> list[Resource]:
        if self.list_lag:
            return self._shop.orders_as_of(self._now() - self.list_lag)
        return self._shop.all("orders")

    def _order(self, order_id: str) -> Resource:
        found = self._shop.get("orders", order_id)
        if found is None:
            raise not_found()
        return found


def _may_write(claims: Claims, kind: str) -> None:
    if not claims.may_write(kind):
        raise missing_scope()


def _body(request: Request) -> object:
    try:
        return request.get_json(force=True)
    except HTTPException as refusal:
        raise Refused(HTTPStatus.BAD_REQUEST, "The body is not JSON.") from refusal
