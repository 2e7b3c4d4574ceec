"""A webshop's own reckoning of an order.

Written apart from the program: nothing of `tripletex_wizard` is used here. Money is counted in
whole øre, prices in ten-thousandths, rates in hundredths of a per cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

HIGH, MIDDLE, LOW, FISH, NONE = 2500, 1500, 1200, 1111, 0
UNKNOWN = 1000
ARTICLES = {
    UNKNOWN: "UKJENT",
    HIGH: "SAGA",
    MIDDLE: "SJO",
    LOW: "BILLETT",
    FISH: "FISK",
    NONE: "BOK",
}


class Rounding(Enum):
    """Where a shop rounds, and which price it sends."""

    PIECE = "each piece rounded"
    LINE = "each line rounded"
    SHELF = "price with VAT on the shelf, sent without"
    WITH_VAT = "price with VAT sent"
    TOTAL = "only the total rounded"


class Stated(Enum):
    """How the shop reckons the VAT that it states; NOTHING when it states none."""

    OF_SUMS = "of the sum of each rate"
    OF_LINES = "rounded on each line"
    AS_ONE = "one row for all rates"
    NOTHING = "not stated"


class Method(Enum):
    """How the order is paid; the value is (module, name, account that the payment goes to)."""

    VIPPS = ("vipps", "Vipps", 1902)
    CARD = ("adyen", "Kort", 1904)
    KLARNA_SEK = ("klarna_se", "Klarna SEK", 1931)
    STRIPE_EUR = ("stripe", "Stripe EUR", 1932)
    INVOICE = ("invoice_mailed", "Faktura på e-post", None)


NORWEGIAN = "NOK"
PAID_IN = {
    NORWEGIAN: (Method.VIPPS, Method.CARD, Method.INVOICE),
    "SEK": (Method.KLARNA_SEK, Method.INVOICE),
    "EUR": (Method.STRIPE_EUR, Method.INVOICE),
}
"""The methods of each currency: a payment goes to an account in it, or the invoice is open."""
NOK_FOR_ONE = {NORWEGIAN: Fraction(1), "SEK": Fraction(9835, 10_000), "EUR": Fraction(1174, 100)}
"""The practice Tripletex' rates; the real ones are Norges Bank's."""


@dataclass(frozen=True, slots=True)
class Article:
    """`price` as it is sent, in ten-thousandths; `gross` what the shop takes for the line."""

    rate: int
    quantity: Fraction
    price: int
    gross: Fraction


@dataclass(frozen=True, slots=True)
class Bill:
    """An order as the shop reckons it, in `currency`, sent abroad when it is `exported`.

    `charges` are freight and fee; `discount` is above zero, below it when it comes back with the
    goods.
    """

    rounding: Rounding
    stated: Stated
    articles: tuple[Article, ...]
    charges: tuple[int, int]
    charge_rate: int
    discount: int
    rounded_by: int
    gift_card: int
    method: Method
    as_text: bool
    currency: str
    exported: bool

    @property
    def goods(self) -> int:
        """What the goods come to before any discount, in øre."""
        return nearest(sum((each.gross for each in self.articles), Fraction(0)))

    @property
    def sale(self) -> int:
        """What is sold, gift cards not subtracted, in øre."""
        return self.goods + sum(self.charges) - self.discount + self.rounded_by

    @property
    def by_rate(self) -> dict[int, Fraction]:
        """What is sold at each rate, in øre: the discount goes by the goods' gross (T03)."""
        sums = gross_by_rate(self.articles)
        discounted = sum(
            (gross for gross in sums.values() if gross * self.discount > 0), Fraction(0)
        )
        for rate, gross in sums.items():
            if gross * self.discount > 0:
                sums[rate] -= self.discount * gross / discounted
        sums[self.charge_rate] = sums.get(self.charge_rate, Fraction(0)) + sum(self.charges)
        return sums

    @property
    def vat(self) -> dict[int, Fraction]:
        """The VAT of each rate, in øre, not rounded."""
        return {rate: vat_in(gross, rate) for rate, gross in self.by_rate.items()}


def nearest(amount: Fraction) -> int:
    """Rounded to a whole number, halves away from zero."""
    whole = int(abs(amount) + Fraction(1, 2))
    return whole if amount >= 0 else -whole


def vat_in(gross: Fraction, rate: int) -> Fraction:
    """The VAT that `gross` holds."""
    return gross * rate / (10_000 + rate)


def gross_by_rate(articles: Iterable[Article]) -> dict[int, Fraction]:
    sums: dict[int, Fraction] = {}
    for each in articles:
        sums[each.rate] = sums.get(each.rate, Fraction(0)) + each.gross
    return sums


def article(rounding: Rounding, rate: int, quantity: Fraction, price: int) -> Article:
    """`price` in ten-thousandths; of a SHELF shop it is made whole øre first."""
    whole = Fraction(10_000 + rate, 10_000)
    match rounding:
        case Rounding.PIECE:
            gross = Fraction(nearest(nearest(price * whole / 100) * quantity))
        case Rounding.LINE:
            gross = Fraction(nearest(price * whole * quantity / 100))
        case Rounding.SHELF:
            shelf = max(1, price // 100)
            price = nearest(shelf * 100 / whole)
            gross = Fraction(nearest(shelf * quantity))
        case Rounding.WITH_VAT:
            gross = Fraction(nearest(price * quantity / 100))
        case Rounding.TOTAL:
            gross = price * whole * quantity / 100
    return Article(rate, quantity, price, gross)


PIECES = st.integers(1, 40).map(Fraction)
METRES = st.integers(5, 2000).map(lambda hundredths: Fraction(hundredths, 100))
PRICES = st.one_of(
    st.integers(1_000, 6_000_000), st.integers(1, 5_000).map(lambda kroner: kroner * 10_000)
)
WARES = st.tuples(
    st.sampled_from([HIGH, HIGH, HIGH, MIDDLE, LOW, FISH, NONE]),
    st.one_of(PIECES, PIECES, METRES),
    PRICES,
)
BASKETS = st.one_of(
    st.lists(WARES, min_size=1, max_size=4), st.lists(WARES, min_size=1, max_size=40)
)

CURRENCIES = st.sampled_from([NORWEGIAN, NORWEGIAN, NORWEGIAN, *PAID_IN])
ABROAD = st.sampled_from([False, False, False, False, True])


@st.composite
def bills(draw: st.DrawFn) -> Bill:
    """An order whose figures are the shop's own, and agree with each other."""
    rounding, stated = draw(st.sampled_from(Rounding)), draw(st.sampled_from(Stated))
    currency, exported = draw(CURRENCIES), draw(ABROAD)
    articles = [
        article(rounding, NONE if exported else rate, quantity, price)
        for rate, quantity, price in draw(BASKETS)
    ]
    returned = draw(st.integers(0, 7))
    if returned < len(articles) and len(articles) > 1:
        articles[returned] = _brought_back(articles, returned)
    goods = nearest(sum((each.gross for each in articles), Fraction(0)))
    charges = draw(st.sampled_from([(0, 0), (4_900, 0), (7_950, 0), (9_900, 3_900), (0, 4_900)]))
    has_return = any(each.quantity < 0 for each in articles)
    discount = 0 if has_return else draw(st.one_of(st.just(0), st.integers(0, max(0, goods // 2))))
    rounded_by = draw(st.sampled_from([0, 0, 0, 40, -37]))
    sale = goods + sum(charges) - discount + rounded_by
    assume(sale > 0)  # what is given away altogether has orders of its own
    # gift cards are owed, and used, in the company's own currency
    cards = st.integers(0, max(0, sale) if currency == NORWEGIAN else 0)
    gift_card = draw(st.one_of(st.just(0), cards))
    return Bill(
        rounding,
        stated,
        tuple(articles),
        charges,
        NONE if exported else _charge_rate(articles, stated, draw(st.booleans())),
        discount,
        rounded_by,
        gift_card,
        draw(st.sampled_from(PAID_IN[currency])),
        draw(st.booleans()),
        currency,
        exported,
    )


def _brought_back(articles: Sequence[Article], place: int) -> Article:
    """The line as a return, when the customer still buys more of that rate than comes back."""
    ware = articles[place]
    bought = gross_by_rate(articles)[ware.rate] - ware.gross
    if bought <= ware.gross:
        return ware
    return Article(ware.rate, -ware.quantity, ware.price, -ware.gross)


def _charge_rate(articles: Sequence[Article], stated: Stated, of_highest: bool) -> int:
    """Freight follows the goods or is at 25 %, and is only at 25 % where nothing is stated."""
    rates = {each.rate for each in articles}
    if len(rates) == 1 and (stated is Stated.NOTHING or not of_highest):
        return rates.pop()
    if stated is Stated.NOTHING or not of_highest:
        return HIGH
    return max(rates - {NONE}, default=HIGH)


@st.composite
def returns(draw: st.DrawFn, sale: Bill) -> Bill:
    """A credit order: some of what was sold comes back, or all of it with freight and fee.

    What a coupon took off is kept back: of goods that come back, their share by gross.
    """
    if draw(st.booleans()):
        back = tuple(_turned(each) for each in sale.articles)
        charges = (-sale.charges[0], -sale.charges[1])
        credit = replace(sale, articles=back, charges=charges, discount=-sale.discount)
    else:
        chosen = draw(st.sets(st.integers(0, len(sale.articles) - 1), min_size=1, max_size=4))
        back = tuple(_turned(each) for place, each in enumerate(sale.articles) if place in chosen)
        credit = replace(sale, articles=back, charges=(0, 0), discount=0)
        share = Fraction(credit.goods * sale.discount, sale.goods) if sale.discount else Fraction(0)
        credit = replace(credit, discount=nearest(share))
    assume(credit.sale <= -1)
    return credit


def _turned(sold: Article) -> Article:
    return Article(sold.rate, -sold.quantity, sold.price, -sold.gross)
