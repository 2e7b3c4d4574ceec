"""What stands in the practice Tripletex, in a form that two ways of getting there can share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

State = Mapping[str, Any]
Row = tuple[object, ...]


@dataclass(frozen=True)
class Books:
    """Customers, orders, invoices, postings and e-mails, without ids, numbers and times."""

    customers: tuple[Row, ...]
    orders: tuple[Row, ...]
    invoices: tuple[Row, ...]
    postings: tuple[Row, ...]
    emails: tuple[Row, ...]

    @classmethod
    def of(cls, state: State) -> Books:
        sums: Counter[int] = Counter()
        for line in state["orderLines"]:
            sums[line["order"]["id"]] += round(line["amountIncludingVatCurrency"] * 100)
        return cls(
            _rows((row["name"], row["email"]) for row in state["customers"]),
            _rows(
                (
                    row["number"],
                    row["customer"]["name"],
                    row["isClosed"],
                    row["currency"]["code"],
                    sums[row["id"]],
                )
                for row in state["orders"]
            ),
            _rows(
                (
                    tuple(order["number"] for order in row["orders"]),
                    row["invoiceDate"],
                    row["currency"]["code"],
                    row["amountCurrency"],
                    row["amountCurrencyOutstanding"],
                )
                for row in state["invoices"]
            ),
            _rows(
                (row["account"]["number"], row["amount"], row["date"], row["type"])
                for row in state["postings"]
            ),
            _rows((row["orderNumber"], row["kind"], row["address"]) for row in state["emails"]),
        )


def doubles(state: State) -> list[str]:
    """Shop orders that stand in Tripletex more than once, as order, invoice or e-mail."""
    orders = Counter(row["internalComment"] for row in state["orders"])
    invoices = Counter(order["number"] for row in state["invoices"] for order in row["orders"])
    emails = Counter((row["orderNumber"], row["kind"]) for row in state["emails"])
    overpaid = [
        f"more than was owed was paid on invoice {row['invoiceNumber']}"
        for row in state["invoices"]
        if row["amountCurrencyOutstanding"] < 0
    ]
    return overpaid + [
        f"{what} {count} times"
        for counted in (orders, invoices, emails)
        for what, count in counted.items()
        if count > 1
    ]


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=repr))
