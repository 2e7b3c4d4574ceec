"""The yarn shop's special orders, by their place among the sixty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from tripletex_wizard.practice import people
from tripletex_wizard.practice.basket import FREIGHT, Basket
from tripletex_wizard.practice.mystore import stock
from tripletex_wizard.practice.mystore.sale import Address, Buyer, SaleLine, SaleTotal


@dataclass(frozen=True, slots=True)
class Case:
    """What one order is about; lines and totals of its own stand in for the basket's."""

    buyer: Buyer
    payment_module: str
    payment_method: str
    basket: Basket
    currency: str = "NOK"
    edited_after: timedelta | None = None
    lines: tuple[SaleLine, ...] = ()
    totals: tuple[SaleTotal, ...] = ()


def _vipps(buyer: Buyer, basket: Basket) -> Case:
    return Case(buyer, "vipps", "Vipps", basket)


def _klarna(buyer: Buyer, basket: Basket) -> Case:
    return Case(buyer, "klarna_checkout", "Klarna", basket)


def _card(buyer: Buyer, basket: Basket) -> Case:
    return Case(buyer, "adyen", "Kort", basket)


def _invoice(buyer: Buyer, basket: Basket) -> Case:
    return Case(buyer, "invoice", "Faktura", basket)


def _enclosed(buyer: Buyer, basket: Basket) -> Case:
    return Case(buyer, "invoice_enclosed", "Faktura vedlagt", basket)


def _till(payment_module: str, *items: tuple[stock.Article, int]) -> Case:
    method = "Kort" if payment_module == "pos_card" else "Kontant"
    basket = Basket(items, freight=None)
    return Case(people.AT_THE_COUNTER, payment_module, method, basket)


_BY_THE_METRE = (
    SaleLine("TRE100", "Minigarn, 3 for 100", "26.6667", "25.0000", 3),
    SaleLine("STOFF-1", "Stoff, meter", "103.2000", "25.0000", "1.35"),
)
_BY_THE_METRE_TOTALS = (
    SaleTotal("ot_subtotal", "Delsum", "274.1500"),
    SaleTotal("ot_tax", "MVA 25%", "54.8300"),
    SaleTotal("ot_total", "Totalsum", "274.1500"),
)
_IN_SEK = (SaleLine("SAGA-500", "Saga 500 g", "420.0000", "0.0000", 5),)
_IN_SEK_TOTALS = (
    SaleTotal("ot_subtotal", "Delsum", "2100.0000"),
    SaleTotal("ot_shipping", "Frakt", "150.0000"),
    SaleTotal("ot_total", "Totalsum", "2250.0000"),
)
_NO_FREIGHT = Basket((), freight=None)
_RETURNING = people.PERSONS[5]

CASES: dict[int, Case] = {
    3: _till("pos_card", (stock.PUMPKIN, 1)),
    10: _till("pos_cash", (stock.BUTTON, 4)),
    12: _vipps(people.GUEST, Basket(((stock.PUMPKIN, 4), (stock.BOOK, 1)))),
    13: _enclosed(people.PERSONS[10], Basket(((stock.PUMPKIN, 6),), fee=4900)),
    14: _vipps(people.NORA, Basket(((stock.GIFT_CARD, 1),), freight=None)),
    15: _till("pos_card", (stock.NEEDLE_SET, 1), (stock.PUMPKIN, 2)),
    16: _invoice(
        people.COMPANIES[0],
        Basket(((stock.NEEDLE_SET, 12),), freight=15000, freight_title="Frakt", fee=4900),
    ),
    17: _klarna(
        people.PERSONS[6],
        Basket(
            ((stock.PUMPKIN, 2), (stock.CHOCOLATE, 3), (stock.BOOK, 1)),
            discount=("Rabattkode HOST10", 6320),
        ),
    ),
    18: _card(people.PERSONS[7], Basket(((stock.COURSE, 2), (stock.PUMPKIN, 1)))),
    19: _vipps(
        people.SVALBARD, Basket(((stock.PUMPKIN, 5), (stock.BOOK, 1)), freight=14900, export=True)
    ),
    20: Case(
        people.NORA,
        "gift_voucher",
        "Gavekort",
        Basket(((stock.PUMPKIN, 4),), freight=5600, gift_card=("Gavekort GK-9002", 41200)),
    ),
    22: Case(
        people.SWEDISH_COMPANY,
        "invoice",
        "Faktura",
        replace(_NO_FREIGHT, freight=15000, freight_title="Frakt"),
        currency="SEK",
        lines=_IN_SEK,
        totals=_IN_SEK_TOTALS,
    ),
    23: _vipps(people.PERSONS[8], Basket(((stock.SALT_FISH, 1), (stock.PUMPKIN, 1)))),
    24: replace(
        _vipps(people.PERSONS[9], Basket(((stock.PUMPKIN, 3),))), edited_after=timedelta(hours=30)
    ),
    25: _enclosed(people.PERSONS[13], Basket(((stock.BOOK, 1), (stock.BUTTON, 6)), fee=4900)),
    26: _klarna(people.LONG_NAME, Basket(((stock.PATTERN_KIT, 1),), freight=0)),
    27: _till("pos_card", (stock.BOOK, 1)),
    28: _klarna(people.SWEDE, Basket(((stock.PUMPKIN, 8),), freight=19900, export=True)),
    29: _invoice(people.COMPANIES[1], Basket(((stock.SKEINS, 10),), freight=25000)),
    30: _till("pos_cash", (stock.PUMPKIN, 2), (stock.CHOCOLATE, 1)),
    31: replace(_vipps(people.PER, _NO_FREIGHT), lines=_BY_THE_METRE, totals=_BY_THE_METRE_TOTALS),
    32: _invoice(
        people.COMPANIES[2], Basket(((stock.BOOK, 15), (stock.NEEDLE_SET, 4)), freight=15000)
    ),
    34: _enclosed(people.PERSONS[16], Basket(((stock.PATTERN_KIT, 1),), freight=0, fee=4900)),
    35: _invoice(
        replace(people.COMPANIES[3], delivery=Address("Lagervegen 4", "4312", "Sandnes")),
        Basket(((stock.CHOCOLATE, 40), (stock.PUMPKIN, 12)), freight=15000),
    ),
    36: _vipps(_RETURNING, Basket(((stock.PUMPKIN, 3), (stock.BUTTON, 6)))),
    41: _vipps(_RETURNING, Basket(((stock.PUMPKIN, -1),), freight=None)),
    45: _vipps(
        people.PERSONS[12],
        Basket(((stock.PUMPKIN, 2),), gift_card=("Bonuspoeng", 5000)),
    ),
    56: _vipps(
        people.KARI,
        Basket(((stock.PUMPKIN, 3), (stock.BOOK, 1), (stock.CHOCOLATE, 1)), freight_title=FREIGHT),
    ),
    58: _klarna(
        people.BJORG,
        Basket(
            ((stock.PUMPKIN, 2), (stock.CHOCOLATE, 4), (stock.BOOK, 1)),
            freight=0,
            discount=("Rabattkode HOST100", 10000),
        ),
    ),
    59: _vipps(
        people.TONE,
        Basket(
            ((stock.PUMPKIN, 10),), freight_title="Frakt", gift_card=("Gavekort GK-7781", 50000)
        ),
    ),
}
"""Vipps, Klarna and gift card of the worked orders at 56, 58 and 59: orders 10457, 10459, 10460."""
