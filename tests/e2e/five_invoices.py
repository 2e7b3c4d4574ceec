"""Five orders that become invoices, and what Tripletex must hold of them: no more and no less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tests.e2e.shop_orders import (
    BOOK,
    FREIGHT,
    MAILED_INVOICE,
    TEA,
    YARN,
    Buyer,
    Document,
    Total,
    an_order,
)
from tripletex_wizard.practice.launch import PracticeServers

EVA = Buyer("7002", "Eva Prøvekunde", email="eva@example.com")
KARI = Buyer("7003", "Kari Prøvekunde", email="kari@example.com")
KLARNA = ("klarna_checkout", "Klarna")
GIFT_CARD = Total("ot_gv", "Gavekort GK-1", "-100.0000")

AMOUNTS = {"20101": 198, "20102": 302, "20103": 249, "20104": 198, "20105": 447}
UNPAID = {"20103": 249}
PAID = {1902: 198 + 198 + 347, 1903: 302, 2901: 100}
"""By account: Vipps, Klarna, gift cards."""
EMAILS = {("20103", "kari@example.com"): 1}
CUSTOMERS = {7001: 1, 7002: 1, 7003: 1}


def five_orders() -> list[Document]:
    """Two of one new customer, two of another; one mailed, one paid in part with a gift card."""
    return [
        an_order("20101"),
        an_order("20102", (YARN, TEA), (FREIGHT,), method=KLARNA, buyer=EVA),
        an_order("20103", (BOOK,), method=MAILED_INVOICE, buyer=KARI),
        an_order("20104"),
        an_order("20105", (YARN, BOOK), (GIFT_CARD,), buyer=EVA),
    ]


def servers_of_five_orders(**switches: str) -> PracticeServers:
    """No limit of calls: the program's clock runs ahead of the servers'."""
    return PracticeServers(
        orders=five_orders(),
        switches=switches,
        tripletex_calls_per_10_seconds=10_000,
        mystore_calls_per_minute=10_000,
    )


def amiss(state: Mapping[str, Any]) -> list[str]:
    """Whatever Tripletex holds that was not asked for, and what it lacks."""
    return [
        f"{what}: {found}, not {wanted}"
        for what, found, wanted in _compared(state)
        if found != wanted
    ]


def _compared(state: Mapping[str, Any]) -> Iterator[tuple[str, object, object]]:
    invoices = state["invoices"]
    yield "orders", Counter(row["number"] for row in state["orders"]), dict.fromkeys(AMOUNTS, 1)
    yield "invoices", Counter(map(_number, invoices)), dict.fromkeys(AMOUNTS, 1)
    yield "amounts", {_number(row): row["amount"] for row in invoices}, AMOUNTS
    owed = {_number(row): row["amountOutstanding"] for row in invoices if row["amountOutstanding"]}
    yield "unpaid", owed, UNPAID
    yield "paid", _paid(state), PAID
    emails = Counter((row["orderNumber"], row["address"]) for row in state["emails"])
    yield "e-mails", emails, EMAILS
    yield "customers", Counter(row["customerNumber"] for row in state["customers"]), CUSTOMERS


def _number(invoice: Mapping[str, Any]) -> str:
    return "+".join(order["number"] for order in invoice["orders"])


def _paid(state: Mapping[str, Any]) -> dict[int, int]:
    sums: Counter[int] = Counter()
    for row in state["postings"]:
        if row["account"]["number"] in PAID:
            sums[row["account"]["number"]] += row["amount"]
    return dict(sums)
