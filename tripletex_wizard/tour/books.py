"""What the practice servers hold, as their control service tells it; and what others do there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import requests

from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.present import SHOP_ZONE

Row = Mapping[str, Any]

_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Books:
    """One look at both services; `state` is all that they hold."""

    state: Mapping[str, Any]

    @classmethod
    def of(cls, servers: PracticeServers) -> Books:
        """What is there now, late effects included."""
        answer = requests.get(f"{servers.control_url}/state", timeout=_PATIENCE)
        answer.raise_for_status()
        return cls(answer.json())

    def invoices(self, number: str) -> list[Row]:
        """The invoices of an order by its number in Tripletex; no credit notes."""
        return [
            row
            for row in self.state["invoices"]
            if not row["isCreditNote"] and number in {order["number"] for order in row["orders"]}
        ]

    @property
    def credit_notes(self) -> list[Row]:
        """Every credit note in Tripletex."""
        return [row for row in self.state["invoices"] if row["isCreditNote"]]

    def payments(self, document: Row) -> list[Row]:
        """The payments registered on an invoice or a credit note; negative: paid back."""
        number = str(document["invoiceNumber"])
        return [
            row
            for row in self.state["postings"]
            if row["invoiceNumber"] == number and row["type"] == "INCOMING_PAYMENT"
        ]

    def orders(self, number: str) -> list[Row]:
        """The orders with this number in Tripletex."""
        return [row for row in self.state["orders"] if row["number"] == number]

    @property
    def emails(self) -> int:
        """How many e-mails Tripletex has sent."""
        return len(self.state["emails"])

    @property
    def notices(self) -> int:
        """How many e-mails the shop has sent."""
        return len(self.state["mystore"]["emails"])

    @property
    def writes(self) -> int:
        """How many requests have changed, or could have changed, anything in either service."""
        return sum(
            row["method"] != "GET" and not row["path"].startswith("/token/session")
            for service in (self.state, self.state["mystore"])
            for row in service["requests"]
        )

    def status(self, number: str) -> str:
        """The id of an order's status in the shop."""
        rows = self.state["mystore"]["orders"]
        return str(next(row["status"] for row in rows if row["id"] == number))

    def calls(self) -> dict[str, int]:
        """How many requests each service has had."""
        return {
            "tripletex": len(self.state["requests"]),
            "mystore": len(self.state["mystore"]["requests"]),
        }

    def entered(self) -> Iterator[Row]:
        """Every order with its invoice, if any, by Tripletex' ids."""
        invoices = {
            order["id"]: row
            for row in self.state["invoices"]
            if not row["isCreditNote"]
            for order in row["orders"]
        }
        for order in self.state["orders"]:
            invoice = invoices.get(order["id"], {})
            yield {
                "order": order["number"],
                "tripletex_order_id": order["id"],
                "tripletex_invoice_id": invoice.get("id"),
                "invoice_number": invoice.get("invoiceNumber"),
            }

    def new_since(self, before: Books) -> list[Row]:
        """The orders and invoices that have come since."""
        known = list(before.entered())
        return [row for row in self.entered() if row not in known]


def credit(servers: PracticeServers, invoice_id: int) -> None:
    """What an accountant does in Tripletex: «Krediter» the whole invoice, without an e-mail."""
    today = datetime.now(SHOP_ZONE).date()
    session = _put(
        f"{servers.tripletex_url}/token/session/:create",
        consumerToken=servers.consumer_token,
        employeeToken=servers.employee_token,
        expirationDate=(today + timedelta(days=1)).isoformat(),
    )
    _put(
        f"{servers.tripletex_url}/invoice/{invoice_id}/:createCreditNote",
        login=("0", session["token"]),
        date=today.isoformat(),
        sendToCustomer="false",
    )


def _put(address: str, *, login: tuple[str, str] | None = None, **given: str) -> Row:
    answer = requests.put(address, params=given, auth=login, timeout=_PATIENCE)
    answer.raise_for_status()
    value: Row = answer.json()["value"]
    return value
