"""The accountant's calculation of the worked orders, apart from the program.

Written from accounting.md §0 alone: it imports nothing of the program. What no calculation can
tell stands in an order's `accountant` part, written by a person: how the shop's prices are to be
read, the rate of freight, notes, and why an order is stopped.

`make worked-orders` writes the figures into the files anew, to be looked over as a change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from tests.orders.invoice_lines import (
    CODES,
    Json,
    Line,
    charges,
    discounts,
    goods,
    nearest,
    ore,
    rounding,
    rows_of,
    without_vat,
)

FOLDER = Path(__file__).parent
SHOP = "fjord-garn"
TRANSFERRED = "2026-11-23"
DUE_DAYS = 14
LAST_DAY_OF_GRACE = "15"
FIGURES = ("tripletex", "calls", "postings")
PAID_TO = {"Vipps": 1902, "Klarna": 1903, "Kort": 1904, "Gavekort": 2901}
PAID_BY = {"vipps": "Vipps", "klarna_checkout": "Klarna", "card": "Kort"}
MAILED = {"card", "invoice"}
RECEIVABLES = 1500


def figures(example: Json) -> Json:
    """Order, VAT per code, calls and postings; AssertionError when the shop's sum is another."""
    shop, accountant = example["shop"], example.get("accountant", {})
    articles = goods(example)
    lines = [
        *articles,
        *discounts(example, articles),
        *charges(example, articles),
        *rounding(example),
    ]
    total = sum(line.gross for line in lines)
    gift_cards = -sum(ore(row["value"]) for row in rows_of(example, ("ot_gv", "ot_gift")))
    rest = ore(rows_of(example, ("ot_total",))[0]["value"])
    assert total == gift_cards + rest, (shop["number"], total, gift_cards, rest)
    payments = [("Gavekort", gift_cards)] if gift_cards else []
    by = PAID_BY.get(shop["payment_module"])
    is_moved = accountant.get("refunded") if total < 0 else True
    if by and rest and is_moved:
        payments.append((by, rest))
    outstanding = total - sum(amount for _, amount in payments)
    is_invoiced = accountant.get("as", "invoice") == "invoice"
    if not is_invoiced:
        payments = []
    order = {
        "number": shop["number"],
        "internal_comment": f"Mystore-ordre {shop['number']} ({SHOP})",
        "order_date": shop["created_at"][:10],
        "delivery_date": delivered(example),
        "invoice_date": invoice_date(example),
        "currency": shop["currency"],
        "due_days": DUE_DAYS if outstanding > 0 else 0,
        "reference": shop.get("reference", ""),
        "send": sent_as(example) if is_invoiced else None,
        "lines": [line_row(line, accountant.get("credits")) for line in lines],
        "vat": list(vat_rows(lines)),
        "payments": [[name, kroner(amount)] for name, amount in payments],
        "total": kroner(total),
        "outstanding": kroner(total - sum(amount for _, amount in payments)),
        "notes": accountant.get("notes", []),
    }
    if department := accountant.get("company", {}).get("department"):
        order["department"] = department
    if "credits" in accountant:
        order["invoice_comment"] = credit_text(accountant["credits"])
    return {
        "tripletex": order,
        "calls": list(calls(order, accountant)) if is_invoiced else [],
        "postings": list(postings(lines, total, payments)) if is_invoiced else [],
    }


def invoice_date(example: Json) -> str:
    """The day of issue, unless the accountant dates it by the receipt or in the month before.

    In the month before it must have been delivered (bokføringsforskriften 5-1-3): AssertionError.
    """
    accountant = example.get("accountant", {})
    issued = str(accountant.get("transferred", TRANSFERRED))
    if has_receipt(example):
        return delivered(example)
    if accountant.get("dated") == "last-month":
        last = (date.fromisoformat(issued).replace(day=1) - timedelta(days=1)).isoformat()
        assert delivered(example) <= last
        assert issued[-2:] <= LAST_DAY_OF_GRACE
        return last
    return issued


def has_receipt(example: Json) -> bool:
    """Whether the shop's receipt is the sales document; what is not paid is paid by an invoice."""
    is_chosen = example.get("accountant", {}).get("sales_document") == "receipt"
    rest = ore(rows_of(example, ("ot_total",))[0]["value"])
    return is_chosen and (not rest or example["shop"]["payment_module"] in PAID_BY)


def delivered(example: Json) -> str:
    """The day in Norway; the accountant's where the shop writes another zone's time."""
    finished = example["shop"]["finished_at"]
    return str(example.get("accountant", {}).get("delivered", finished[:10]))


def is_mailed(example: Json) -> bool:
    """Not where the customer has the receipt, nor to what the accountant says is no address."""
    shop, accountant = example["shop"], example.get("accountant", {})
    email = shop["customer"].get("email", "")
    if has_receipt(example) or accountant.get("unusable_email"):
        return False
    return bool(shop["payment_module"] in MAILED and email)


def sent_as(example: Json) -> str | None:
    """EHF to a Norwegian company where the accountant has chosen it; else by e-mail, if any."""
    shop, accountant = example["shop"], example.get("accountant", {})
    buyer = shop["customer"]
    is_company = buyer["country"] == "NO" and buyer.get("organization_number")
    is_chosen = accountant.get("company_invoices") == "ehf" and is_company
    if is_chosen and shop["payment_module"] in MAILED and not has_receipt(example):
        return "EHF"
    return "EMAIL" if is_mailed(example) else None


def credit_text(credited: Json) -> str:
    """What a credit note says of what it credits (bokføringsforskriften 5-2-7)."""
    year, month, day = credited["date"].split("-")
    text = f"Kreditnota til faktura {credited['invoice']} av {day}.{month}.{year}"
    return f"{text}, ordre {credited['order']}"


def line_row(line: Line, credited: Json | None) -> Json:
    """What comes back names the invoice that it was sold on."""
    is_back = credited is not None and line.gross < 0
    back = f" (retur, faktura {credited['invoice']})" if credited and is_back else ""
    row = {
        "description": line.description + back,
        "count": plain(abs(line.count) if line.gross >= 0 else -abs(line.count)),
        "unit_price": plain(Fraction(nearest(abs(line.gross) / abs(line.count) * 10**8), 10**10)),
        "vat_id": CODES[line.code].id,
        "vat_code": line.code,
        "gross": kroner(line.gross),
        "net": kroner(line.net),
        "vat": kroner(line.gross - line.net),
    }
    return row | ({"product": line.product} if line.product else {})


def vat_rows(lines: Sequence[Line]) -> Iterable[Json]:
    for code in dict.fromkeys(line.code for line in lines):
        gross = sum(line.gross for line in lines if line.code == code)
        net = sum(line.net for line in lines if line.code == code)
        yield {
            "code": code,
            "gross": kroner(gross),
            "net": kroner(net),
            "vat": kroner(gross - net),
            "vat_of_sum": kroner(gross - without_vat(gross, code)),
        }


def calls(order: Json, accountant: Json) -> Iterable[Json]:
    """What books the order: the invoice with its payments, or the credit note and then the refund.

    All of an invoice is credited by :createCreditNote; :invoice takes no negative payment. What is
    refused as EHF is asked for once more, by e-mail.
    """
    credited, names = accountant.get("credits", {}), [name for name, _ in order["payments"]]
    query = {"sendToCustomer": "true" if order["send"] else "false"}
    if order["send"]:
        query["sendType"] = order["send"]
    if credited.get("wholly"):
        comment = f"{order['invoice_comment']}. {order['internal_comment']}"
        query = {"date": order["invoice_date"], "comment": comment} | query
        yield {"call": "PUT /invoice/{id}/:createCreditNote", "query": query}
    else:
        query = {"invoiceDate": order["invoice_date"]} | query
        if credited:
            query["invoiceIdIfIsCreditNote"] = str(credited["invoice"])
        elif names:
            query |= {"paymentTypeId": names[0], "paidAmount": order["payments"][0][1]}
        if len(names) > 1:
            query["paymentTypeIdRestAmount"] = names[1]
        yield {"call": "PUT /order/{id}/:invoice", "query": query}
        if accountant.get("ehf_refused"):
            by_email = query | {"sendType": "EMAIL"}
            yield {"call": "PUT /order/{id}/:invoice", "query": by_email}
    if credited and names:
        paid = {"paymentTypeId": names[0], "paidAmount": order["payments"][0][1]}
        query = {"paymentDate": order["invoice_date"]} | paid
        yield {"call": "PUT /invoice/{id}/:payment", "query": query}


def postings(
    lines: Sequence[Line], total: int, payments: Iterable[tuple[str, int]]
) -> Iterable[Json]:
    """The vouchers' rows, in the order's currency; accounts that §0 does not name are null."""
    document, moved = ("credit_note", "refund") if total < 0 else ("invoice", "payment")
    rows: list[tuple[str, int | None, str, int]] = [(document, RECEIVABLES, "", total)]
    for code, account in dict.fromkeys((line.code, line.account) for line in lines):
        sold = [line for line in lines if (line.code, line.account) == (code, account)]
        net, gross = sum(line.net for line in sold), sum(line.gross for line in sold)
        rows.append((document, account, code, -net))
        rows.append((document, CODES[code].vat, code, net - gross))
    for name, amount in payments:
        rows += [(moved, PAID_TO[name], "", amount), (moved, RECEIVABLES, "", -amount)]
    for voucher, account, code, amount in rows:
        if amount:
            yield {
                "voucher": voucher,
                "account": account,
                "vat_code": code,
                "debit": kroner(amount) if amount > 0 else "",
                "credit": kroner(-amount) if amount < 0 else "",
            }


def kroner(amount: int) -> str:
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02}"


def plain(number: Fraction) -> str:
    """As many of ten decimals as the number has."""
    digits = f"{abs(nearest(number * 10**10)):011}"
    text = f"{digits[:-10]}.{digits[-10:]}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 else text


def has_figures(example: Json) -> bool:
    """A stopped order has none; one that is skipped only where it may be invoiced all the same."""
    if "skipped" in example:
        return bool(example.get("accountant", {}).get("zero_total") == "invoice")
    return "stopped" not in example


def written(example: Json) -> str:
    """The file as it is to be: what people wrote, and the figures anew."""
    by_people = {name: part for name, part in example.items() if name not in FIGURES}
    whole = by_people | (figures(example) if has_figures(example) else {})
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    for path in sorted(FOLDER.glob("*.json")):
        path.write_text(written(json.loads(path.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
