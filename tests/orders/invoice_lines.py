"""The accountant's lines of a worked order: VAT codes, prices, discounts and freight.

Written from accounting.md §0 alone, apart from the program, and counted in fractions of an øre.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import unescape
from typing import Any, NamedTuple

Json = dict[str, Any]


class Code(NamedTuple):
    """A VAT code: Tripletex' id, the rate in per cent, and the accounts that are known."""

    id: int
    rate: Fraction
    sales: int | None = None
    vat: int | None = None


CODES = {
    "3": Code(3, Fraction(25), 3000, 2700),
    "31": Code(31, Fraction(15), 3030, 2701),
    "33": Code(32, Fraction(12), 3050, 2703),
    "32": Code(311, Fraction("11.11")),
    "5": Code(5, Fraction(0), 3100),
    "6": Code(6, Fraction(0)),
    "7": Code(7, Fraction(0)),
    "52": Code(52, Fraction(0), 3105),
}
SVALBARD_AND_JAN_MAYEN = {"8099", *map(str, range(9170, 9179))}
DISCOUNTS = ("ot_coupon", "ot_discount")
CHARGES = ("ot_shipping", "ot_payment_fee")
NORWAY = {"NO", "Norge", "Norway"}
GIFT_CARD = "GAVEKORT"
ACCOUNTS = {GIFT_CARD: 2901, "ØREAVRUNDING": 7740}  # of the products


@dataclass(frozen=True)
class Line:
    """A line of the invoice; `gross` in øre."""

    description: str
    count: Fraction
    gross: int
    code: str
    product: str = ""

    @property
    def net(self) -> int:
        return without_vat(self.gross, self.code)

    @property
    def account(self) -> int | None:
        """Where it is sold: on its product's own account, else on that of its code."""
        return ACCOUNTS[self.product] if self.product else CODES[self.code].sales


def nearest(number: Fraction) -> int:
    """A whole number, halves away from zero."""
    whole = (abs(number) + Fraction(1, 2)).__floor__()
    return whole if number >= 0 else -whole


def without_vat(gross: int, code: str) -> int:
    return nearest(gross / (1 + CODES[code].rate / 100))


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """Whole øre by weight, the largest remainder first; of equal ones the first."""
    exact = [Fraction(total * weight, sum(weights)) for weight in weights]
    parts = [abs(each).__floor__() for each in exact]
    places = sorted(range(len(parts)), key=lambda place: parts[place] - abs(exact[place]))
    for place in places[: abs(total) - sum(parts)]:
        parts[place] += 1
    return parts if total >= 0 else [-part for part in parts]


def code_of(example: Json, row: Json) -> str:
    """The VAT code of an article; a gift card that is sold is a debt (rule 7)."""
    if row["sku"] == GIFT_CARD:
        return "7"
    shop, accountant = example["shop"], example.get("accountant", {})
    rate = Fraction(str(row["vat_rate"]))
    to = shop.get("delivery", shop["customer"])
    if accountant.get("company", {}).get("registered") is False:
        return "6"
    postal_code = str(to.get("postal_code", ""))
    if to["country"] not in NORWAY or postal_code in SVALBARD_AND_JAN_MAYEN:
        return "52"
    if rate:
        return next(name for name, code in CODES.items() if code.rate == rate)
    return "5"


def goods(example: Json) -> list[Line]:
    """The articles; how the shop rounds its prices is the accountant's to say."""
    accountant = example.get("accountant", {})
    rounded = accountant.get("rounded", "each line")
    rows = [
        (row, Fraction(str(row["quantity"])), code_of(example, row))
        for row in example["shop"]["lines"]
    ]
    exact = []
    for row, count, code in rows:
        price = Fraction(str(row["price"])) * 100
        if accountant.get("prices", "without VAT") == "without VAT":
            price *= 1 + CODES[code].rate / 100
        if rounded == "each piece":
            price = Fraction(nearest(price))
        exact.append(price * count)
    grosses = _rounded_total(exact) if rounded == "the total" else [nearest(each) for each in exact]
    return [
        Line(
            unescape(row["name"]), count, gross, code, GIFT_CARD if row["sku"] == GIFT_CARD else ""
        )
        for (row, count, code), gross in zip(rows, grosses, strict=True)
    ]


def _rounded_total(exact: Sequence[Fraction]) -> list[int]:
    """For goods of one rate: what the exact lines come to, the largest remainder first."""
    parts = [each.__floor__() for each in exact]
    places = sorted(range(len(exact)), key=lambda place: parts[place] - exact[place])
    for place in places[: nearest(sum(exact, Fraction(0))) - sum(parts)]:
        parts[place] += 1
    return parts


def discounts(example: Json, articles: Sequence[Line]) -> list[Line]:
    """Each discount over the codes of the goods by their gross; of equal remainders lowest code."""
    sums: dict[str, int] = {}
    for line in articles:
        sums[line.code] = sums.get(line.code, 0) + line.gross
    sums = {code: gross for code, gross in sums.items() if gross > 0}
    codes = sorted(sums, key=int)
    lines = []
    for row in rows_of(example, DISCOUNTS):
        parts = shared(ore(row["value"]), [sums[code] for code in codes])
        part_of = dict(zip(codes, parts, strict=True))
        for code in sums:
            if part_of[code]:
                rate = f"{float(CODES[code].rate):g}".replace(".", ",")
                title = row["title"] if len(sums) == 1 else f"{row['title']} ({rate} %)"
                lines.append(Line(title, Fraction(-1), part_of[code], code))
    return lines


def charges(example: Json, articles: Sequence[Line]) -> list[Line]:
    """Freight and fees at the accountant's rate; else at that of the goods."""
    code = example.get("accountant", {}).get("charges_at", articles[0].code)
    return [
        Line(unescape(row["title"]), Fraction(1), ore(row["value"]), code)
        for row in rows_of(example, CHARGES)
        if ore(row["value"])
    ]


def rounding(example: Json) -> list[Line]:
    return [
        Line(
            "Øreavrunding",
            Fraction(1 if ore(row["value"]) > 0 else -1),
            ore(row["value"]),
            "7",
            "ØREAVRUNDING",
        )
        for row in rows_of(example, ("ot_rounding",))
    ]


def rows_of(example: Json, classes: Iterable[str]) -> list[Json]:
    return [row for row in example["shop"]["totals"] if row["class"].startswith(tuple(classes))]


def ore(value: object) -> int:
    return nearest(Fraction(str(value)) * 100)
