"""Replays a recorded request against a fresh practice Tripletex, with ids of its own."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex.application import TripletexApplication
from tripletex_wizard.practice.tripletex.recordings import Recording
from tripletex_wizard.practice.tripletex.routing import BASE, HANDLERS, SESSION_PATHS

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
UNKNOWN_ID = 1
METHOD_NOT_ALLOWED = 4000
REFUSED = {("POST", "/company/salesmodules"), ("PUT", "/company")}
BEFORE_READING = {401, 403, 404}  # no object is needed for such a refusal
OWN_KINDS = {"customer", "product", "order"}
PLACE = re.compile(r"^/([a-z]+(?:/[a-zA-Z]+)?)/(?:\d+|{id})")
LINE = {"description": "Garn", "count": 1, "unitPriceExcludingVatCurrency": 8000}


class Replay:
    """A fresh company and session, and the recorded request turned to fit it."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.application = TripletexApplication(now=lambda: NOW, switches=Switches(), seed=1)
        self.token = self._session()
        self.path = recording.path
        self.body: Any = recording.body
        self.query = dict(recording.query)
        self.ids: dict[str, int] = {}
        self.unknown_kinds: set[str] = set()

    def answer(self) -> tuple[int, Any]:
        """Status and body of the practice server for the recorded situation."""
        if "paymentTypeId" in self.query:
            self.query["paymentTypeId"] = str(self._payment_type())
        body = self._own(self.body)
        path = PLACE.sub(self._own_id, self.path)
        return self.ask(self.recording.method, path, self.query, body)

    def ask(
        self, method: str, path: str, query: dict[str, str] | None = None, body: Any = None
    ) -> tuple[int, Any]:
        """One request to the application."""
        data = None if body is None else json.dumps(body).encode()
        auth = ("0", self.token) if self.token else None
        environ = EnvironBuilder(
            method=method, path=BASE + path, query_string=query or {}, auth=auth, data=data
        ).get_environ()
        response = self.application.respond(Request(environ))
        text = response.get_data()
        return response.status_code, json.loads(text) if text else None

    def make(self, path: str, body: Any) -> int:
        """Create an object and return its id."""
        _status, answer = self.ask("POST", path, None, body)
        id_: int = answer["value"]["id"]
        return id_

    def id_of(self, kind: str) -> int:
        """The id of this replay's own customer, product, account, order or invoice."""
        if kind not in self.ids:
            self.ids[kind] = self._make(kind)
        return self.ids[kind]

    def _make(self, kind: str) -> int:
        match kind:
            case "customer":
                return self.make("/customer", {"name": "Kunde AS"})
            case "product":
                return self.make("/product", {"name": "Nøste"})
            case "account":
                account: int = self.application.books.account(1920)["id"]
                return account
            case "order":
                return self.make_order([LINE | {"vatType": {"id": 3}}])
            case "orderline":
                product = {"product": {"id": self.id_of("product")}}
                order = self.make_order([LINE | product])
                line: int = self.application.books.store.get("order", order)["orderLines"][0].id
                return line
            case _:
                dates = {"invoiceDate": "2026-11-23", "invoiceDueDate": "2026-12-07"}
                orders = [{"id": self.id_of("order")}]
                return self.make("/invoice", {**dates, "orders": orders})

    def make_order(self, lines: list[Any]) -> int:
        """An order on this replay's customer."""
        dates = {"orderDate": "2026-11-20", "deliveryDate": "2026-11-21"}
        customer = {"id": self.id_of("customer")}
        return self.make("/order", {**dates, "customer": customer, "orderLines": lines})

    def first_field(self) -> str:
        """The field that the recorded refusal names first."""
        field: str = self.recording.answer["validationMessages"][0]["field"]
        return field

    def _own_id(self, found: re.Match[str]) -> str:
        kind = found[1].removeprefix("ledger/").removeprefix("order/")
        is_unknown = self.recording.status in BEFORE_READING or kind == "company"
        return f"/{found[1]}/{UNKNOWN_ID if is_unknown else self.id_of(kind)}"

    def _own(self, value: Any) -> Any:
        """The body with references to this replay's own objects."""
        if isinstance(value, list):
            return [self._own(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {key: self._own_reference(key, item) for key, item in value.items()}

    def _own_reference(self, key: str, value: Any) -> Any:
        if key == "orders" and isinstance(value, list):
            return [{"id": self.id_of("order")} for _ in value]
        known = key in OWN_KINDS - self.unknown_kinds and isinstance(value, dict)
        if known and isinstance(value.get("id"), int):
            return {"id": self.id_of(key)}
        return self._own(value)

    def _payment_type(self) -> int:
        rows = self.application.books.store.all("paymentType")
        id_: int = rows[1]["id"]
        return id_

    def _session(self) -> str:
        self.token = ""
        tokens = {
            "consumerToken": self.application.consumer_token,
            "employeeToken": self.application.employee_token,
            "expirationDate": (NOW + timedelta(days=1)).date().isoformat(),
        }
        _status, answer = self.ask("POST", "/token/session/:create", None, tokens)
        token: str = answer["value"]["token"]
        return token


def is_served(recording: Recording) -> bool:
    """Whether the practice server has the path, and the method unless that was the refusal."""
    wanted = re.sub(r"\d{3,}|{[^}]*}", "<id>", recording.path)
    served = {(method, path) for method, path in (*HANDLERS, *SESSION_PATHS)}
    if recording.answer.get("code") == METHOD_NOT_ALLOWED:
        return any(path == wanted for _method, path in served)
    return (recording.method, wanted) in served - REFUSED
