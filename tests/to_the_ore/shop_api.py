"""An order as the shop's API sends it, with numbers as text or bare (mystore-api.md §4)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from tests.to_the_ore.till import ARTICLES, Bill, Stated, nearest, vat_in


def document(bill: Bill, number: str) -> bytes:
    """The order with all that belongs to it, as JSON."""
    rows = list(_rows(bill))
    lines = [
        {
            "sku": f"{ARTICLES[each.rate]}-{each.price}",
            "name": f"Vare {place}",
            "price": _sent(bill, Fraction(each.price, 10_000), 4),
            "tax": _sent(bill, Fraction(each.rate, 100), 4),
            "quantity": _sent(bill, each.quantity, 0 if each.quantity.denominator == 1 else 2),
        }
        for place, each in enumerate(bill.articles)
    ]
    totals = [
        {"class": kind, "title": title, "value": _sent(bill, value / 100, 4), "sort_order": place}
        for place, (kind, title, value) in enumerate(rows)
    ]
    return json.dumps(
        {
            "data": _order(bill, number, len(lines), len(totals)),
            "included": [
                {"type": "customers", "id": "100457", "attributes": {"name": "Kari"}},
                {"type": "order-status", "id": "3", "attributes": {"name": "Sendt"}},
                *_parts("order-products", number, lines),
                *_parts("order-totals", number, totals),
            ],
        }
    ).encode()


def _rows(bill: Bill) -> Iterable[tuple[str, str, Fraction]]:
    yield "ot_subtotal", "Delsum", Fraction(bill.goods)
    if bill.discount:
        yield "ot_coupon", "Rabattkode", Fraction(-bill.discount)
    yield "ot_shipping", "Frakt", Fraction(bill.charges[0])
    if bill.charges[1]:
        yield "ot_payment_fee", "Gebyr", Fraction(bill.charges[1])
    yield from _tax_rows(bill)
    if bill.rounded_by:
        yield "ot_rounding", "Avrunding", Fraction(bill.rounded_by)
    if bill.gift_card:
        yield "ot_gv", "Gavekort", Fraction(-bill.gift_card)
    yield "ot_total", "Totalsum", Fraction(bill.sale - bill.gift_card)


def _tax_rows(bill: Bill) -> Iterable[tuple[str, str, Fraction]]:
    stated = _stated_vat(bill)
    if bill.stated is Stated.AS_ONE:
        yield "ot_tax", "Herav mva", sum(stated.values(), Fraction(0))
    elif bill.stated is not Stated.NOTHING:
        for rate, vat in stated.items():
            if rate:
                per_cent = _written(Fraction(rate, 100), 2 if rate % 100 else 0)
                yield "ot_tax", f"MVA {per_cent}%", vat


def _stated_vat(bill: Bill) -> dict[int, Fraction]:
    if bill.stated is not Stated.OF_LINES or bill.discount:
        return bill.vat
    sums = dict.fromkeys(bill.by_rate, Fraction(0))
    for each in bill.articles:
        sums[each.rate] += nearest(vat_in(each.gross, each.rate))
    for charge in bill.charges:
        sums[bill.charge_rate] += nearest(vat_in(Fraction(charge), bill.charge_rate))
    return sums


def _sent(bill: Bill, number: Fraction, decimals: int) -> Any:
    """Text with so many decimals, or a bare number: the shop sends both."""
    text = _written(number, decimals)
    return text if bill.as_text else json.loads(text)


def _written(number: Fraction, decimals: int) -> str:
    scaled = nearest(number * 10**decimals)
    digits = f"{abs(scaled):0{decimals + 1}}"
    whole = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{whole}" if scaled < 0 else whole


def _order(bill: Bill, number: str, lines: int, totals: int) -> dict[str, Any]:
    module, name, _ = bill.method.value
    place = ("852 30", "Sundsvall", "Sverige") if bill.exported else ("9008", "Tromsø", "Norge")
    address = {
        "name": "Kari Eksempel",
        "company": "",
        "address": "Testveien 12",
        **dict(zip(("zipcode", "city", "country"), place, strict=True)),
    }
    kinds = ("customer_address", "shipping_address", "billing_address")
    return {
        "type": "orders",
        "id": number,
        "attributes": {
            **{f"{kind}_{part}": text for kind in kinds for part, text in address.items()},
            "customer_address_email": "kari@example.no",
            "payment_module": module,
            "payment_method": name,
            "currency": bill.currency,
            "created_at": "2026-11-20 14:03:27",
            "updated_at": None,
            "finished_at": "2026-11-21 09:12:05",
        },
        "relationships": {
            "customer": {"data": {"type": "customers", "id": "100457"}},
            "order-status": {"data": {"type": "order-status", "id": "3"}},
            "order-products": _listed("order-products", number, lines),
            "order-totals": _listed("order-totals", number, totals),
        },
    }


def _listed(kind: str, number: str, count: int) -> dict[str, Any]:
    return {"data": [{"type": kind, "id": f"{number}{place:03}"} for place in range(count)]}


def _parts(kind: str, number: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "id": f"{number}{place:03}", "attributes": row}
        for place, row in enumerate(rows)
    ]
