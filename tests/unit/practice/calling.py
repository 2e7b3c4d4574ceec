"""A clock that tests set, a caller that needs no network, and an order to call for."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.mystore import MystoreApplication
from tripletex_wizard.practice.mystore.sale import (
    Address,
    Buyer,
    Sale,
    SaleLine,
    SaleTotal,
)
from tripletex_wizard.practice.switches import Switches


class Clock:
    """Stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def request_of(
    path: str,
    method: str = "GET",
    query: dict[str, str] | None = None,
    body: object = None,
    *,
    token: str = "",
    headers: dict[str, str] | None = None,
) -> Request:
    """A request as a server would hand it on."""
    builder = EnvironBuilder(
        path=path,
        method=method,
        query_string=query,
        data=None if body is None else json.dumps(body),
        content_type=None if body is None else "application/vnd.api+json",
        headers=[*{"Authorization": f"Bearer {token}", **(headers or {})}.items()],
    )
    return Request(builder.get_environ())


class Shop:
    """The Mystore application with the calls that a client makes."""

    def __init__(self, application: MystoreApplication, switches: Switches) -> None:
        self.application = application
        self.switches = switches
        self.token = application.token

    def call(
        self,
        method: str,
        path: str,
        query: dict[str, str] | None = None,
        body: object = None,
        **headers: str,
    ) -> Response:
        full = f"/shops/fjordgarn/{path}"
        request = request_of(full, method, query, body, token=self.token, headers=headers)
        return self.application.respond(request)

    def get(self, path: str, **query: str) -> Any:
        return self.call("GET", path, query).get_json()

    def status(self, path: str, **query: str) -> int:
        return self.call("GET", path, query).status_code

    def ids(self, path: str, query: dict[str, str] | None = None) -> list[str]:
        return [row["id"] for row in self.call("GET", path, query).get_json()["data"]]

    def state(self) -> dict[str, Any]:
        return self.application.state()


def a_sale(order_id: str = "10457", **changes: Any) -> Sale:
    """An order of three rates with freight, paid by Vipps, of 20 November."""
    given: dict[str, Any] = {
        "id": order_id,
        "buyer": Buyer(
            name="Kari Eksempel",
            address=Address("Testveien 12", "9008", "Tromsø"),
            email="kari@example.com",
            company="Garn & Sånt AS",
            organisation_number="999880002",
            customer_id="3312",
        ),
        "payment_module": "vipps",
        "payment_method": "Vipps",
        "created_at": datetime(2026, 11, 20, 14, 3, 27),  # noqa: DTZ001 -- shop time
        "finished_at": datetime(2026, 11, 21, 9, 12, 5),  # noqa: DTZ001 -- shop time
        "lines": (
            SaleLine("SAGA-111", "Saga 111 Pumpkin", "71.2000", "25.0000", 3),
            SaleLine("BOK-01", "Strikkebok på norsk", "349.0000", "0.0000", 1),
            SaleLine("SJO-100", "Sjokolade", "30.4348", "15.0000", 1),
        ),
        "totals": (
            SaleTotal("ot_subtotal", "Delsum", "651.0000"),
            SaleTotal("ot_shipping", "Frakt på døra", "79.0000"),
            SaleTotal("ot_tax", "MVA 25%", "69.2000"),
            SaleTotal("ot_tax", "MVA 15%", "4.5652"),
            SaleTotal("ot_total", "Totalsum", "730.0000"),
        ),
    }
    return Sale(**{**given, **changes})
