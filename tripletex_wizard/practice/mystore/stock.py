"""The articles of the yarn shop, with prices in øre, VAT included."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

FOUR_DECIMALS = Decimal("0.0001")


class Article(NamedTuple):
    """Something the shop sells; `gross` is in øre, `rate` in per cent."""

    sku: str
    name: str
    gross: int
    rate: str


def ex_vat(gross: int, rate: str) -> str:
    """A price in øre with VAT as the shop's text with four decimals, without VAT."""
    net = Decimal(gross) / (100 + Decimal(rate))
    return str(net.quantize(FOUR_DECIMALS, ROUND_HALF_UP))


PUMPKIN = Article("SAGA-111", "Saga 111 Pumpkin", 8900, "25.0000")
BOOK = Article("BOK-01", "Strikkebok", 34900, "0.0000")
CHOCOLATE = Article("SJO-100", "Sjokolade", 3500, "15.0000")
COURSE = Article("KURS-1", "Museumsbillett med strikkekafé", 15000, "12.0000")
SALT_FISH = Article("RÅFISK-1", "Tørrfisk fra fisker, 500 g", 22222, "11.1100")
GIFT_CARD = Article("GAVEKORT", "Gavekort 500 kr", 50000, "0.0000")
PATTERN_KIT = Article(
    "SETT-LUSE",
    "Strikkepakke «Lusekofta fra Setesdal» med oppskrift, garn i åtte nøster, tinnspenner og "
    "rundpinner i bjørk, str. XS-XXL, for den tålmodige strikkeren på Østlandet & i Nord-Norge",
    189900,
    "25.0000",
)
BUTTON = Article("KN-1", "Knapp, rød", 999, "25.0000")
NEEDLE_SET = Article("PINNE-SETT", "Pinnesett i bjørk", 18625, "25.0000")
SKEINS = Article("SAGA-500", "Saga 500 g", 42000, "25.0000")

ARTICLES = (
    PUMPKIN,
    Article("SAGA-104", "Saga 104 Blåbær", 8900, "25.0000"),
    Article("SAGA-120", "Saga 120 Mosegrønn", 8900, "25.0000"),
    Article("ALPAKKA-02", "Fjord Alpakka 02 Grå", 7450, "25.0000"),
    Article("ALPAKKA-17", "Fjord Alpakka 17 Rødøy", 7450, "25.0000"),
    Article("SOKK-31", "Sokkegarn 31 Ærfugl", 11900, "25.0000"),
    Article("BABYULL-05", "Babyull 05 Eggehvit", 6290, "25.0000"),
    Article("PINNE-4", "Rundpinne 4 mm, 80 cm", 4495, "25.0000"),
    Article("PINNE-35", "Strømpepinner 3,5 mm", 7990, "25.0000"),
    Article("MASKE-10", "Maskemarkører, 10 stk.", 3900, "25.0000"),
    Article("POSE-1", "Prosjektpose i lin", 24900, "25.0000"),
    BUTTON,
    NEEDLE_SET,
    SKEINS,
    PATTERN_KIT,
    BOOK,
    Article("BOK-02", "Selbuvotter: Strikkebok for nybegynnere", 39900, "0.0000"),
    CHOCOLATE,
    Article("TE-50", "Urtete «Strikkekveld»", 8900, "15.0000"),
    COURSE,
    SALT_FISH,
    GIFT_CARD,
)
