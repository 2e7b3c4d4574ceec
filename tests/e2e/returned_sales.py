"""Two sales and what comes back of them, and what Tripletex must hold: no more and no less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tests.e2e.five_invoices import EVA
from tests.e2e.shop_orders import YARN, Document, an_order
from tripletex_wizard.practice.launch import PracticeServers

SALES = {"20101": 198, "20102": 198}
NOTES = {"20103": ("20101", -99), "20104": ("20102", -198)}
"""Credit orders: of which sale, and how much; Vipps has paid back all of it."""
NUMBERS = (*SALES, *NOTES)
ORDERS = {"20101": 1, "20102": 1, "20103": 1}
"""All of an invoice is credited without an order."""
CUSTOMERS = {7001: 1, 7002: 1}
VIPPS_ACCOUNT, CUSTOMER_ACCOUNT = 1902, 1500


def servers_of_returned_sales(**switches: str) -> PracticeServers:
    """No limit of calls: the program's clock runs ahead of the servers'."""
    return PracticeServers(
        orders=_orders(),
        switches=switches,
        tripletex_calls_per_10_seconds=10_000,
        mystore_calls_per_minute=10_000,
    )


def _orders() -> list[Document]:
    return [
        an_order("20101"),
        an_order("20102", buyer=EVA),
        an_order("20103", (YARN._replace(quantity=-1),)),
        an_order("20104", (YARN._replace(quantity=-2),), buyer=EVA),
    ]


def amiss(state: Mapping[str, Any]) -> list[str]:
    """Whatever Tripletex holds that was not asked for, and what it lacks."""
    return [
        f"{what}: {found}, not {wanted}"
        for what, found, wanted in _compared(state)
        if found != wanted
    ]


def _compared(state: Mapping[str, Any]) -> Iterator[tuple[str, object, object]]:
    invoices, postings = state["invoices"], state["postings"]
    sold = {row["id"]: _number(row) for row in invoices if not row["isCreditNote"]}
    yield "orders", Counter(row["number"] for row in state["orders"]), ORDERS
    yield "sales", Counter(sold.values()), dict.fromkeys(SALES, 1)
    notes = sorted(
        (sold[row["creditedInvoice"]], row["amount"]) for row in invoices if row["isCreditNote"]
    )
    yield "credit notes", notes, sorted(NOTES.values())
    moved = sorted(row["amount"] for row in postings if _account(row) == VIPPS_ACCOUNT)
    yield "paid and paid back", moved, [-198, -99, 198, 198]
    owed = sum(row["amount"] for row in postings if _account(row) == CUSTOMER_ACCOUNT)
    yield "open on customers", owed, 0
    yield "shown as open", sum(row["amountOutstanding"] for row in invoices), 0
    yield "e-mails", len(state["emails"]), 0
    yield (
        "customers",
        Counter(row["customerNumber"] for row in state["customers"]),
        {7001: 1, 7002: 1},
    )


def _number(invoice: Mapping[str, Any]) -> str:
    return "+".join(order["number"] for order in invoice["orders"])


def _account(posting: Mapping[str, Any]) -> int:
    return int(posting["account"]["number"])
