"""Reads the worked orders: what a shop sends and the figures an accountant expects of it."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from tests.orders.building import OSLO, SENT
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import (
    Address,
    Order,
    ShopCustomer,
    ShopLine,
    TotalKind,
    TotalRow,
)

FOLDER = Path(__file__).parent


class WorkedOrder(NamedTuple):
    """`tripletex` holds the expected figures; `stopped` or `skipped` the reason of a refusal."""

    case: str
    order: Order
    tripletex: dict[str, Any]
    stopped: list[str]
    skipped: list[str]


def worked_orders() -> list[WorkedOrder]:
    return [read(path) for path in sorted(FOLDER.glob("*.json"))]


def read(path: Path) -> WorkedOrder:
    example = json.loads(path.read_text("utf-8"))
    return WorkedOrder(
        path.stem,
        order_of(example["shop"]),
        example.get("tripletex", {}),
        example.get("stopped", []),
        example.get("skipped", []),
    )


def order_of(shop: dict[str, Any]) -> Order:
    buyer = shop["customer"]
    address = Address(*(buyer.get(key, "") for key in Address.__match_args__))
    customer = ShopCustomer(
        buyer["number"],
        address,
        buyer.get("email", ""),
        organization_number=buyer.get("organization_number", ""),
    )
    return Order(
        number=shop["number"],
        created_at=_oslo(shop["created_at"]),
        finished_at=_oslo(shop["finished_at"]),
        updated_at=None,
        status=SENT,
        payment_module=shop["payment_module"],
        payment_method=shop["payment_method"],
        currency=shop["currency"],
        customer=customer,
        delivery=address,
        lines=tuple(_line(row) for row in shop["lines"]),
        totals=tuple(_total(row, shop["currency"]) for row in shop["totals"]),
        reference=shop.get("reference", ""),
    )


def _oslo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def _line(row: dict[str, str]) -> ShopLine:
    return ShopLine(
        row["sku"],
        row["name"],
        Decimal(row["quantity"]),
        Decimal(row["price"]),
        Decimal(row["vat_rate"]),
    )


def _total(row: dict[str, str], currency: str) -> TotalRow:
    amount = Money.rounded(Decimal(row["value"]), currency)
    return TotalRow(TotalKind(row["class"]), row["title"], amount, row["class"])
