"""The yarn shop's orders: sixty over three weeks, the same for the same seed number and day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from tripletex_wizard.practice import people
from tripletex_wizard.practice.basket import Basket
from tripletex_wizard.practice.mystore import stock
from tripletex_wizard.practice.mystore.document import Document
from tripletex_wizard.practice.mystore.furnishing import (
    CANCELLED,
    COMPLETED,
    IN_PROGRESS,
    RETURNED,
    STANDARD,
)
from tripletex_wizard.practice.mystore.sale import Sale, document
from tripletex_wizard.practice.seed_cases import CASES, Case

FIRST_ID = 10401
COUNT = 60
EARLY = 12  # as many orders are older than a fortnight
FREE_FREIGHT_FROM = 150000
STATUSES = {
    **dict.fromkeys((9, 21, 33, 38), CANCELLED),
    **dict.fromkeys((5,), RETURNED),
    **dict.fromkeys((40, 44, 48, 50, 52, 54), IN_PROGRESS),
    **dict.fromkeys((46, 49, 51, 53, 55, 57), STANDARD),
}
METHODS = (
    ("vipps", "Vipps"),
    ("klarna_checkout", "Klarna"),
    ("vipps", "Vipps"),
    ("adyen", "Kort"),
    ("klarna_checkout", "Klarna"),
)
FREIGHTS = (
    ("Bring - Pakke til hentested", 7900),
    ("PostNord - MyPack", 6900),
    ("Bring - Pakke i postkassen", 4900),
)
ORDINARY_GOODS = tuple(
    article
    for article in stock.ARTICLES
    if article not in (stock.COURSE, stock.SALT_FISH, stock.GIFT_CARD, stock.PATTERN_KIT)
)


def yarn_shop(seed: int, *, today: date, count: int = COUNT) -> list[Document]:
    """The documents of all orders, the oldest first; all lie before `today`.

    More than sixty are further ordinary orders of the last fortnight, sent.
    """
    draw = Random(seed)
    moments = _moments(draw, today, count)
    return [document(_sale(draw, place, moments[place], today)) for place in range(count)]


def _moments(draw: Random, today: date, count: int) -> list[datetime]:
    days = [draw.randint(15, 21) for _ in range(EARLY)]
    days += [1 + (COUNT - 1 - place) * 13 // (COUNT - EARLY) for place in range(EARLY, COUNT)]
    days += [draw.randint(2, 13) for _ in range(count - COUNT)]
    drawn = [_moment(draw, today - timedelta(days=ago), ago) for ago in days]
    return sorted(drawn[:COUNT]) + drawn[COUNT:]


def _moment(draw: Random, day: date, ago: int) -> datetime:
    latest = 12 if ago == 1 else 22
    return datetime.combine(
        day, time(draw.randint(7, latest - 1), draw.randint(0, 59), draw.randint(0, 59))
    )


def _sale(draw: Random, place: int, created: datetime, today: date) -> Sale:
    status = STATUSES.get(place, COMPLETED)
    closing = datetime.combine(today - timedelta(days=1), time(16))
    sent = min(created + timedelta(minutes=draw.randint(180, 1800)), closing)
    case = CASES[place] if place in CASES else _ordinary(draw, place)
    done = status in (COMPLETED, RETURNED)
    return Sale(
        id=str(FIRST_ID + place),
        buyer=case.buyer,
        payment_module=case.payment_module,
        payment_method=case.payment_method,
        created_at=created,
        finished_at=sent if done else None,
        updated_at=sent + case.edited_after if case.edited_after else None,
        status=status,
        currency=case.currency,
        shipping_method=case.basket.freight_title if case.basket.freight is not None else "",
        tracking_number=str(370000000000000000 + draw.randint(1, 10**9)) if done else "",
        lines=case.lines or case.basket.lines(),
        totals=case.totals or case.basket.totals(),
    )


def _ordinary(draw: Random, place: int) -> Case:
    module, method = METHODS[place % len(METHODS)]
    chosen = draw.sample(ORDINARY_GOODS, draw.randint(1, 4))
    items = tuple((article, draw.choice((1, 1, 2, 3, 4, 6))) for article in chosen)
    title, freight = draw.choice(FREIGHTS)
    goods = Basket(items).goods()
    basket = Basket(
        items, freight=0 if goods >= FREE_FREIGHT_FROM else freight, freight_title=title
    )
    return Case(draw.choice(people.PERSONS), module, method, basket)
