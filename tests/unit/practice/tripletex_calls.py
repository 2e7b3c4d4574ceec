"""A practice company in Tripletex with a session, called without a network."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple

from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from tests.unit.practice.calling import Clock
from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex import TripletexApplication

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = "2026-11-23"
TOMORROW = "2026-11-24"
KARI = {"name": "Kari Eksempel", "email": "kari@example.com", "isPrivateIndividual": True}


class Answer(NamedTuple):
    """Status, body and headers of one answer."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def value(self) -> Any:
        return self.body["value"]

    @property
    def values(self) -> Any:
        return self.body["values"]

    @property
    def refusal(self) -> tuple[int, int]:
        return self.status, self.body["code"]

    @property
    def problems(self) -> list[tuple[str | None, str, str | None]]:
        messages = self.body["validationMessages"]
        return [(each["field"], each["message"], each["path"]) for each in messages]

    @property
    def fields(self) -> list[str | None]:
        return [field for field, _message, _path in self.problems]


class Company:
    """Fjord Garn AS with the calls that a client makes; it keeps the session token."""

    def __init__(self, *, rate_limit: int = 10_000, **switches: str) -> None:
        self.clock = Clock(MONDAY)
        self.application = TripletexApplication(
            now=self.clock, switches=Switches(switches), seed=7, rate_limit=rate_limit
        )
        self.user = "0"
        self.token = ""
        self.log_in(self.application.employee_token)
        self._customer = 0

    def log_in(self, employee_token: str) -> Answer:
        tokens = {
            "consumerToken": self.application.consumer_token,
            "employeeToken": employee_token,
            "expirationDate": TOMORROW,
        }
        answer = self.post("/token/session/:create", tokens)
        self.token = answer.value["token"]
        return answer

    def ask(self, method: str, path: str, query: dict[str, Any], body: Any = None) -> Answer:
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        shown = {
            key: str(value).lower() if isinstance(value, bool) else value
            for key, value in query.items()
        }
        builder = EnvironBuilder(
            method=method,
            path="/v2" + path,
            query_string=shown,
            data=data,
            auth=(self.user, self.token) if self.token else None,
        )
        response = self.application.respond(Request(builder.get_environ()))
        text = response.get_data()
        return Answer(
            response.status_code, json.loads(text) if text else None, dict(response.headers)
        )

    def get(self, path: str, **query: Any) -> Answer:
        return self.ask("GET", path, query)

    def post(self, path: str, body: Any = None, **query: Any) -> Answer:
        return self.ask("POST", path, query, body)

    def put(self, path: str, body: Any = None, **query: Any) -> Answer:
        return self.ask("PUT", path, query, body)

    def delete(self, path: str) -> Answer:
        return self.ask("DELETE", path, {})

    @property
    def customer(self) -> int:
        if not self._customer:
            self._customer = self.post("/customer", KARI).value["id"]
        return self._customer

    def payment_type(self, description: str) -> int:
        rows = self.application.books.store.all("paymentType")
        id_: int = next(row["id"] for row in rows if row["description"] == description)
        return id_

    def post_order(self, *lines: dict[str, Any], **fields: Any) -> Answer:
        body = {
            "customer": {"id": self.customer},
            "orderDate": "2026-11-20",
            "deliveryDate": "2026-11-21",
            "isPrioritizeAmountsIncludingVat": True,
            "orderLineSorting": "ID",
            "orderLines": list(lines),
        }
        return self.post("/order", {**body, **fields})

    def order(self, *lines: dict[str, Any], **fields: Any) -> int:
        id_: int = self.post_order(*(lines or (line(),)), **fields).value["id"]
        return id_

    def invoice(self, order: int, **query: Any) -> Answer:
        sent = {"invoiceDate": TODAY, "sendToCustomer": False, **query}
        return self.put(f"/order/{order}/:invoice", **sent)

    def vipps(self, amount: float) -> dict[str, Any]:
        return {"paymentTypeId": self.payment_type("Vipps"), "paidAmount": amount}

    def held(self, what: str) -> Any:
        return self.application.state()[what]

    def balances(self) -> dict[tuple[int, str], float]:
        """NOK by account and VAT code."""
        found: dict[tuple[int, str], float] = {}
        for posting in self.held("postings"):
            key = (posting["account"]["number"], posting["vatType"]["number"])
            found[key] = round(found.get(key, 0.0) + posting["amount"], 2)
        return found


def line(
    price: float = 89, vat: int = 3, count: float = 1, text: str = "Saga 111", **more: Any
) -> dict[str, Any]:
    """A line with a price that includes VAT; `vat` is the id, not the code."""
    fields = {"unitPriceIncludingVatCurrency": price, "vatType": {"id": vat}, "count": count}
    return {"description": text, **fields, **more}
